"""A plain text broken into lines of a given width, ready to be drawn line by line.

Nothing here reads markup: QTextLayout knows none. Which way a text runs is told by its own
letters, and does not leak into its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from notebook_app.gui.printing.typeface import RoleFont

_LINE_SEPARATOR: Final = "\u2028"
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a block, in a format of their own if one is given."""

    text: str
    format: QTextCharFormat | None = None


def part_format(font: RoleFont, ink: QColor) -> QTextCharFormat:
    """Return the format of a part in that font and colour."""
    made = QTextCharFormat()
    made.setFont(font.font)
    made.setForeground(ink)
    return made


class TextBlock:
    """Lines of text; lengths are in layout units.

    ``width`` is that of the widest line. With ``at_end`` the lines stand at the end of the room
    they were given; else a text of several lines that is written from the right stands at the
    right, and everything else at the left.
    """

    __slots__ = ("_layout", "_lines", "font", "width")

    def __init__(
        self,
        parts: Sequence[Part],
        font: RoleFont,
        room: float,
        option: QTextOption,
        *,
        most_lines: int = 0,
        at_end: bool = False,
        first_lines: int = 0,
        first_room: float = 0,
    ) -> None:
        """Break ``parts`` into lines of at most ``room``; 0 ``most_lines`` means any number.

        The ``first_lines`` have only ``first_room``, since something else stands beside them.
        ``option`` says how lines are broken; at least one part must have text.
        """
        self.font = font
        text, formats = _joined(parts)
        self._layout = QTextLayout(text, font.font)
        self._layout.setTextOption(option)
        # Else Qt forgets the glyphs, and shapes the text again for drawing.
        self._layout.setCacheEnabled(True)
        if formats:
            self._layout.setFormats(formats)
        rooms = [first_room] * first_lines
        self._lines = self._broken(rooms, room)
        if 0 < most_lines < len(self._lines):
            self._shorten(text, rooms, room, most_lines)
        widths = [line.naturalTextWidth() for line in self._lines]
        self.width = max(widths)
        natural = len(parts) == 1 and len(widths) > 1 and is_written_from_the_right(text)
        to_the_right = at_end or natural
        for line, width in zip(self._lines, widths, strict=True):
            # Drawn at its baseline, since fonts of other scripts reach higher than the role's own.
            line.setPosition(QPointF(line.width() - width if to_the_right else 0, -line.ascent()))

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self._lines) * self.font.line_height

    def draw_line(self, painter: QPainter, line: int, x: float, top: float) -> None:
        """Draw one line, its top left at that point, in the painter's pen."""
        self._lines[line].draw(painter, QPointF(x, top + self.font.baseline))

    def draw(self, painter: QPainter, x: float, top: float) -> None:
        """Draw all lines, the first one's top left at that point."""
        for line in range(len(self._lines)):
            self.draw_line(painter, line, x, top + line * self.font.line_height)

    def _broken(self, rooms: Sequence[float], room: float) -> list[QTextLine]:
        layout = self._layout
        lines: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(rooms[len(lines)] if len(lines) < len(rooms) else room)
            lines.append(line)
        layout.endLayout()
        return lines

    def _shorten(self, text: str, rooms: Sequence[float], room: float, most_lines: int) -> None:
        last = self._lines[most_lines - 1]
        end = last.textStart() + last.textLength()
        while len(self._lines) > most_lines and end > 0:
            self._layout.setText(_first_units(text, end).rstrip() + "…")
            self._lines = self._broken(rooms, room)
            end -= 1


def is_written_from_the_right(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left (UAX #9, P2)."""
    if text.isascii():
        return False
    for char in text:
        direction = bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _joined(parts: Sequence[Part]) -> tuple[str, list[QTextLayout.FormatRange]]:
    formats: list[QTextLayout.FormatRange] = []
    text = ""
    several = len(parts) > 1
    for part in parts:
        words = part.text.replace("\n", _LINE_SEPARATOR)
        if several and not words.isascii():
            # Keeps an Arabic name from turning the words beside it around.
            words = f"{_FIRST_STRONG_ISOLATE}{words}{_POP_ISOLATE}"
        if part.format is not None:
            span = QTextLayout.FormatRange()
            span.start, span.length = _units(text), _units(words)
            span.format = part.format
            formats.append(span)
        text += words
    return text, formats


def _units(text: str) -> int:
    """Return the length of ``text`` as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, count: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore")
