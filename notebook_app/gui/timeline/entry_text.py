"""Sets a text of a card: plain, with names that lead somewhere, and with found words marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from notebook_app.gui.search.marked_line import qt_ranges
from notebook_app.gui.theme import TextRole, Theme
from notebook_app.gui.widgets.wrap_mode import wrap_mode
from notebook_app.model.rows import NamedPerson, NamedPicture
from notebook_app.model.search_marks import SearchMarks

_LEADING_EMS: Final = 0.16
_UNSEEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f\x85\u2029-\u202e\u2066-\u2069]")
"""Control characters, and what could make the rest of a text read backwards."""


@dataclass(slots=True)
class Spot:
    """A place in a card that leads somewhere: to somebody, or to a picture."""

    name: str
    rects: list[QRect] = field(default_factory=list)
    person: NamedPerson | None = None
    picture: NamedPicture | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, perhaps the name of somebody, perhaps in a colour of their own."""

    words: str
    person: NamedPerson | None = None
    colour: str = ""
    role: TextRole | None = None


@dataclass(frozen=True, slots=True)
class SetText:
    """A text that was set; ``spots`` are the names in it, in its own coordinates."""

    layout: QTextLayout
    spots: tuple[Spot, ...]
    height: float


def set_text(
    pieces: Sequence[Piece],
    role: TextRole,
    width: float,
    theme: Theme,
    *,
    marks: SearchMarks | None,
    mirrored: bool,
    most_lines: int = 0,
) -> SetText:
    """Set a text in lines of ``width``, at most so many of them (0: all)."""
    text = "".join(_set_apart(piece) for piece in pieces)
    layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(role))
    option = QTextOption()
    option.setWrapMode(wrap_mode(text))
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    names = _format(layout, pieces, text, theme, marks)
    height = _lines(layout, width, theme.em(_LEADING_EMS), most_lines)
    return SetText(layout, tuple(_spot(layout, *name) for name in names), height)


def shown(words: str) -> str:
    """Return words without line ends of other systems and without control characters."""
    return _UNSEEN.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n"))


def _set_apart(piece: Piece) -> str:
    """Return the words; a name that may read from the right does not turn what is around it."""
    words = shown(piece.words)
    if piece.person is None or words.isascii():
        return words
    return f"\u2068{words}\u2069"


def _format(
    layout: QTextLayout,
    pieces: Sequence[Piece],
    text: str,
    theme: Theme,
    marks: SearchMarks | None,
) -> list[tuple[int, int, NamedPerson]]:
    formats: list[QTextLayout.FormatRange] = []
    names: list[tuple[int, int, NamedPerson]] = []
    at = 0
    for piece in pieces:
        (start, length), *_ = qt_ranges(text, [(at, len(_set_apart(piece)))])
        at += len(_set_apart(piece))
        leads = piece.person is not None and piece.person.id is not None
        if leads and piece.person is not None:
            names.append((start, length, piece.person))
        if leads or piece.colour or piece.role is not None:
            look = QTextCharFormat()
            look.setForeground(theme.color(piece.colour or "accent"))
            if piece.role is not None:
                look.setFont(theme.font(piece.role))
            formats.append(_range(start, length, look))
    for start, length in qt_ranges(text, marks.mark(text).marks) if marks else ():
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(theme.color("amber"))
        look.setBackground(theme.color("amber_soft"))
        formats.append(_range(start, length, look))
    if formats:
        layout.setFormats(formats)
    return names


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, length
    stretch.format = look
    return stretch


def _lines(layout: QTextLayout, width: float, leading: float, most: int) -> float:
    layout.beginLayout()
    y = height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        height = y + line.height()
        y = height + leading
        if most and layout.lineCount() == most:
            break
    layout.endLayout()
    return height


def _spot(layout: QTextLayout, start: int, length: int, person: NamedPerson) -> Spot:
    rects = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(start + length, line.textStart() + line.textLength())
        if first < last:
            edges = (_x(line.cursorToX(first)), _x(line.cursorToX(last)))
            rect = QRectF(min(edges), line.y(), abs(edges[1] - edges[0]), line.height())
            rects.append(rect.toAlignedRect())
    return Spot(person.name, rects, person=person)


def _x(place: object) -> float:
    # PySide returns the position alone, or with the place in the text that it belongs to.
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
