"""Text as a terminal may be given it: nothing in a name or a note can steer the terminal.

Contacts come from files that strangers wrote; an escape sequence in a name could clear the
screen, rename the window or, on some terminals, type commands.
"""

from collections.abc import Sequence

from notebook_app.foundation.text_cells import cells

_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20)}
_CONTROLS |= {0x7F: "\u2421"}
_CONTROLS |= dict.fromkeys(range(0x80, 0xA0), "\ufffd")
# Overrides and isolates could make the rest of a line read backwards.
_CONTROLS |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "")
_LINE_ENDS = dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
_ONE_LINE = _CONTROLS | _LINE_ENDS
_GAP = "  "


def one_line(text: str) -> str:
    """Return ``text`` on one line, its control characters made visible."""
    return " ".join(text.translate(_ONE_LINE).split())


def lines(text: str) -> list[str]:
    """Return the lines of ``text``, their control characters made visible."""
    return [one_line(line) for line in text.splitlines()]


def shortened(text: str, width: int) -> str:
    """Return ``text`` on one line in at most ``width`` columns, cut with an ellipsis."""
    flat = one_line(text)
    if cells(flat) <= width:
        return flat
    kept, used = [], 0
    for char in flat:
        used += cells(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def table(rows: Sequence[Sequence[str]], widest: int = 42) -> list[str]:
    """Return rows of cells as aligned lines; a cell wider than ``widest`` moves its line alone."""
    flat = [[one_line(cell) for cell in row] for row in rows]
    widths = [
        max(min(cells(cell), widest) for cell in column) for column in zip(*flat, strict=True)
    ]
    return [
        _GAP.join(
            cell + " " * max(0, width - cells(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in flat
    ]
