"""Puts what overlaps within a day side by side: which lane each entry gets, and how many share."""

from collections.abc import Iterable
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.rows import CalendarEntry

DAY_MINUTES: Final = 24 * 60
USUAL_MINUTES: Final = 30
_SHORTEST: Final = 25


@record
class Placed:
    """An entry from ``begin`` to ``end`` (minutes of the day) in a lane of ``lanes``.

    Without an entry it stands for ``more`` of them for which there is no lane.
    """

    entry: CalendarEntry | None
    begin: int
    end: int
    lane: int
    lanes: int
    more: int = 0


def minutes_of(entry: CalendarEntry) -> tuple[int, int]:
    """Return when an entry with a time begins and ends, in minutes of its day."""
    begin = entry.at.hour * 60 + entry.at.minute if entry.at else 0
    length = max(_SHORTEST, entry.minutes or USUAL_MINUTES)
    end = min(DAY_MINUTES, begin + length)
    # What begins just before midnight still needs room to be read and taken hold of.
    return min(begin, DAY_MINUTES - _SHORTEST), end


def placed(entries: Iterable[CalendarEntry], most: int) -> list[Placed]:
    """Return where the entries of a day stand; at most ``most`` of them side by side."""
    timed = sorted(
        ((*minutes_of(entry), entry) for entry in entries if entry.at is not None),
        key=lambda each: (each[0], -each[1]),
    )
    found: list[Placed] = []
    together: list[tuple[int, int, CalendarEntry]] = []
    until = 0
    for begin, end, entry in timed:
        if together and begin >= until:
            found += _side_by_side(together, most)
            together = []
            until = 0
        together.append((begin, end, entry))
        until = max(until, end)
    return found + _side_by_side(together, most)


def _side_by_side(together: list[tuple[int, int, CalendarEntry]], most: int) -> list[Placed]:
    ends: list[int] = []
    lanes: list[tuple[int, int, int, CalendarEntry]] = []
    for begin, end, entry in together:
        free = next((lane for lane, until in enumerate(ends) if until <= begin), len(ends))
        if free == len(ends):
            ends.append(end)
        else:
            ends[free] = end
        lanes.append((free, begin, end, entry))
    count = len(ends)
    if count <= most:
        return [Placed(entry, begin, end, lane, count) for lane, begin, end, entry in lanes]
    shown = [each for each in lanes if each[0] < most - 1]
    rest = [each for each in lanes if each[0] >= most - 1]
    found = [Placed(entry, begin, end, lane, most) for lane, begin, end, entry in shown]
    begin = min(each[1] for each in rest)
    end = max(each[2] for each in rest)
    return [*found, Placed(None, begin, end, most - 1, most, len(rest))]
