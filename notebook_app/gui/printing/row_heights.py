"""Shares the height of a page out among rows that need more or less of it."""

from collections.abc import Sequence


def shared_heights(needed: Sequence[float], whole: float, least: float) -> list[float]:
    """Return the height of each row; together they are ``whole``, and none is below ``least``.

    If there is room for all, the lowest are made higher until they are as high as the next. If
    not, only the highest are made lower: whoever needs little gets it. ``whole`` must have room
    for ``least`` in each.
    """
    wanted = [max(least, each) for each in needed]
    if sum(wanted) <= whole:
        level = _level(sorted(wanted, reverse=True), whole)
        return [max(each, level) for each in wanted]
    # The same of what lies above the least, from below.
    above = [each - least for each in wanted]
    rest, left = whole - least * len(wanted), len(wanted)
    cap = 0.0
    for each in sorted(above):
        cap = rest / left
        if each > cap:
            break
        rest -= each
        left -= 1
    return [least + min(each, cap) for each in above]


def _level(falling: Sequence[float], whole: float) -> float:
    """Return up to what height all are filled, so that together they are ``whole``."""
    level, left = 0.0, whole
    for at, each in enumerate(falling):
        level = left / (len(falling) - at)
        if each <= level:
            break
        left -= each
    return level
