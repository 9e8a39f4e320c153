"""A plain text broken into lines of a given width, ready to be drawn line by line.

Nothing here reads markup: QTextLayout knows none. Which way a text runs is told by its own
letters, and does not leak into its neighbours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from notebook_app.gui.printing.typeface import RoleFont

_LINE_SEPARATOR: Final = "\u2028"
_BEFORE_DOTS: Final = " \t\u2002\u2003\u2028.,;:·–-"
"""What is left out where a text is cut, so that the dots follow a word."""

_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"


@dataclass(frozen=True, slots=True)
class Look:
    """The font of a part, and its format in Qt's words."""

    font: RoleFont
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a block, in a look of their own if one is given."""

    text: str
    look: Look | None = None


def look_of(font: RoleFont, ink: QColor) -> Look:
    """Return the look of a part in that font and colour."""
    made = QTextCharFormat()
    made.setFont(font.font)
    made.setForeground(ink)
    return Look(font, made)


class TextBlock:
    """Lines of text; lengths are in layout units.

    ``width`` is that of the widest line. With ``at_end`` the lines stand at the end of the room
    they were given; else a text of several lines that is written from the right stands at the
    right, and everything else at the left.

    A text that certainly fits into one line is shaped only when it is drawn, so that planning
    the pages of a long list costs little.
    """

    __slots__ = (
        "_at_end",
        "_layout",
        "_lines",
        "_most_lines",
        "_option",
        "_parts",
        "_room",
        "_rooms",
        "font",
        "line_count",
        "width",
    )

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
        self._parts = parts
        self._option = option
        self._room = room
        self._rooms = [first_room] * first_lines
        self._most_lines = most_lines
        self._at_end = at_end
        self._lines: list[QTextLine] = []
        self.line_count = 1
        self.width = _widest(parts, font)
        # A hundredth is left for what rounding adds.
        if self.width * 1.01 > (first_room if first_lines else room):
            self._lay_out()
            self.line_count = len(self._lines)
            self.width = max(line.naturalTextWidth() for line in self._lines)

    def _lay_out(self) -> None:
        mirrored = self._option.textDirection() is Qt.LayoutDirection.RightToLeft
        text, formats = _joined(self._parts, each_alone=mirrored)
        self._layout = QTextLayout(text, self.font.font)
        self._layout.setTextOption(self._option)
        # Else Qt forgets the glyphs, and shapes the text again for drawing.
        self._layout.setCacheEnabled(True)
        if formats:
            self._layout.setFormats(formats)
        self._lines = self._broken()
        if 0 < self._most_lines < len(self._lines):
            self._shorten(text)
        several = len(self._parts) == 1 and len(self._lines) > 1
        to_the_right = self._at_end or (several and is_written_from_the_right(text))
        for line in self._lines:
            x = line.width() - line.naturalTextWidth() if to_the_right else 0
            # Drawn at its baseline, since fonts of other scripts reach higher than the role's own.
            line.setPosition(QPointF(x, -line.ascent()))

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.line_count * self.font.line_height

    def draw_line(self, painter: QPainter, line: int, x: float, top: float) -> None:
        """Draw one line, its top left at that point, in the painter's pen."""
        if not self._lines:
            self._lay_out()
        self._lines[line].draw(painter, QPointF(x, top + self.font.baseline))

    def draw(self, painter: QPainter, x: float, top: float) -> None:
        """Draw all lines, the first one's top left at that point."""
        for line in range(self.line_count):
            self.draw_line(painter, line, x, top + line * self.font.line_height)

    def _broken(self) -> list[QTextLine]:
        layout, rooms, room = self._layout, self._rooms, self._room
        lines: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(rooms[len(lines)] if len(lines) < len(rooms) else room)
            lines.append(line)
        layout.endLayout()
        return lines

    def _shorten(self, text: str) -> None:
        last = self._lines[self._most_lines - 1]
        end = last.textStart() + last.textLength()
        while len(self._lines) > self._most_lines and end > 0:
            self._layout.setText(_first_units(text, end).rstrip(_BEFORE_DOTS) + "…")
            self._lines = self._broken()
            end -= 1


def _widest(parts: Sequence[Part], font: RoleFont) -> float:
    """Return the most room that the text can take in one line; infinite where that is unsure."""
    try:
        return sum(
            sum(map((part.look.font if part.look else font).letter_widths.__getitem__, part.text))
            for part in parts
        )
    except KeyError:
        return inf


def is_written_from_the_right(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left (UAX #9, P2)."""
    if text.isascii():
        return False
    for char in text:
        direction = bidirectional(char)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _joined(
    parts: Sequence[Part], *, each_alone: bool = False
) -> tuple[str, list[QTextLayout.FormatRange]]:
    formats: list[QTextLayout.FormatRange] = []
    text = ""
    several = len(parts) > 1
    for part in parts:
        words = part.text.replace("\n", _LINE_SEPARATOR)
        if each_alone or (several and not words.isascii()):
            # Keeps an Arabic name from turning the words beside it around.
            words = f"{_FIRST_STRONG_ISOLATE}{words}{_POP_ISOLATE}"
        if part.look is not None:
            span = QTextLayout.FormatRange()
            span.start, span.length = _units(text), _units(words)
            span.format = part.look.format
            formats.append(span)
        text += words
    return text, formats


def _units(text: str) -> int:
    """Return the length of ``text`` as Qt counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, count: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore")
