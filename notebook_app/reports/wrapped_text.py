"""Plain text broken into lines of so many columns, as wide letters and tables of it are."""

from collections.abc import Collection, Sequence
from typing import Final

from notebook_app.foundation.text_cells import cells

_GAP: Final = 2
# Marks that turn the rest of a line around would do so to whatever stands beside them.
_TURNING: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns; its own line ends stay."""
    lines: list[str] = []
    for line in text.translate(_TURNING).split("\n"):
        lines += _wrapped_line(line, max(2, width))
    return lines


def columns(
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    total: Sequence[str],
    numbers: Collection[int],
    width: int,
) -> list[str]:
    """Return a table in lines of at most ``width`` columns, with rules below titles and rows."""
    all_rows = [titles, *rows, *([total] if total else [])]
    widths = _widths(all_rows, len(titles), width)
    rule = "-" * min(width, sum(widths) + _GAP * (len(widths) - 1))
    lines = [*_row(titles, widths, numbers), rule]
    for row in rows:
        lines += _row(row, widths, numbers)
    return [*lines, rule, *_row(total, widths, numbers)] if total else lines


def padded(text: str, width: int, *, at_end: bool = False) -> str:
    """Return ``text`` with as many blanks as it lacks."""
    blanks = " " * max(0, width - cells(text))
    return blanks + text if at_end else text + blanks


def _row(row: Sequence[str], widths: Sequence[int], numbers: Collection[int]) -> list[str]:
    blocks = [wrapped(row[at] if at < len(row) else "", width) for at, width in enumerate(widths)]
    return [
        (" " * _GAP)
        .join(
            padded(block[line] if line < len(block) else "", width, at_end=at in numbers)
            for at, (block, width) in enumerate(zip(blocks, widths, strict=True))
        )
        .rstrip()
        for line in range(max(map(len, blocks)))
    ]


def _widths(rows: Sequence[Sequence[str]], count: int, width: int) -> list[int]:
    """Return how wide each column is: as wide as it needs, the greedy ones cut alike."""
    needed = [
        max(cells(line) for row in rows for line in (row[at] if at < len(row) else "").split("\n"))
        for at in range(count)
    ]
    left = width - _GAP * (count - 1)
    for place, at in enumerate(sorted(range(count), key=lambda at: needed[at])):
        needed[at] = max(2, min(needed[at], left // (count - place)))
        left -= needed[at]
    return needed


def _wrapped_line(line: str, width: int) -> list[str]:
    if cells(line) <= width:
        return [line.rstrip()]
    lines: list[str] = []
    current, used = "", 0
    for word in line.split(" "):
        room = cells(word)
        if current and used + 1 + room <= width:
            current, used = f"{current} {word}", used + 1 + room
            continue
        if current:
            lines.append(current)
        *full, current = _cut(word, width)
        lines += full
        used = cells(current)
    return [*lines, current]


def _cut(word: str, width: int) -> list[str]:
    """Return a word in pieces of at most ``width`` columns, the last one maybe empty."""
    if cells(word) <= width:
        return [word]
    pieces, piece, used = [], "", 0
    for char in word:
        room = cells(char)
        if used + room > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + char, used + room
    return [*pieces, piece]
