"""An entry of a sheet or a register on paper: a picture, names, labels with what belongs to them.

It stands closer than an entry of a list, needs no box to tick, and fits into a column.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath

from notebook_app.gui.printing.entry_layout import INDENT, code_block
from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.text_block import Part, TextBlock
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Entry

_PICTURE: Final = mm(26)
_BESIDE_PICTURE: Final = mm(5)
_DOTS: Final = 320
_CORNER: Final = mm(1.5)
_RULE_HEIGHT: Final = mm(7.2)
_BETWEEN: Final = mm(3)
_WIDEST_END: Final = 0.55
_LABEL_SHARE: Final = 0.27
_WIDEST_LABEL: Final = mm(30)
_WIDEST_WHEN: Final = mm(19)
_WIDEST_CODE: Final = mm(9.5)
_MEGABYTES: Final = 256
_EM_SPACE: Final = "\u2003"


class _Piece(NamedTuple):
    """A line of a block: where its room begins, how far down in its strip, and its ink."""

    block: TextBlock
    number: int
    x: float
    down: float
    ink: QColor


class SheetStrip:
    """A part of an entry that is never torn."""

    __slots__ = ("height", "pieces", "rule")

    def __init__(self, height: float, pieces: list[_Piece], *, rule: bool = False) -> None:
        """Take the height and the lines in it; ``rule`` draws one to write on below them."""
        self.height = height
        self.pieces = pieces
        self.rule = rule


class SheetEntryLayout:
    """An entry broken into lines for one width of page or column."""

    __slots__ = ("_entry", "_indent", "_setter", "_width", "height", "strips")

    def __init__(self, entry: Entry, width: float, setter: Typesetter, *, compact: bool) -> None:
        """Lay ``entry`` out in ``width``; one that is not ``compact`` stands in from the edge."""
        self._entry = entry
        self._width = width
        self._setter = setter
        self._indent = 0.0 if compact else INDENT
        self.strips: list[SheetStrip] = []
        x = self._indent
        if entry.initials:
            x += _PICTURE + _BESIDE_PICTURE
        if entry.code and compact:
            x += _WIDEST_CODE
        self._add_head(x)
        if entry.when:
            x += _WIDEST_WHEN
        if entry.text:
            self._add(entry.text, PrintRole.SMALL if compact else PrintRole.BODY, x, setter.ink)
        for label, value in entry.rows:
            self._add_row(label, value, x)
        if entry.trail:
            self._add([Part(piece) for piece in entry.trail], PrintRole.SMALL, x, setter.muted)
        if entry.initials:
            self._join(_PICTURE)
        for label in entry.ruled:
            self._add_rule(label)
        self.height = sum(strip.height for strip in self.strips)

    def draw(self, painter: QPainter, x: float, top: float, first: int, end: int) -> None:
        """Draw the strips from ``first`` up to ``end``, the first one's top left at that point."""
        if first == 0 and self._entry.initials:
            self._draw_picture(painter, QRectF(x + self._indent, top, _PICTURE, _PICTURE))
        for strip in self.strips[first:end]:
            if strip.rule:
                painter.setPen(self._setter.writing_line)
                bottom = top + strip.height
                painter.drawLine(QLineF(x + self._indent, bottom, x + self._width, bottom))
            for block, number, start, down, ink in strip.pieces:
                painter.setPen(ink)
                block.draw_line(painter, number, x + start, top + down)
            top += strip.height

    def _add_head(self, x: float) -> None:
        """Add the name with what stands beside it; a number too long for that stands below."""
        entry, setter = self._entry, self._setter
        room = self._width - x
        pieces: list[_Piece] = []
        if entry.code:
            code = code_block(setter, entry.code)
            start = x - _WIDEST_CODE if not self._indent else 0.0
            pieces.append(_Piece(code, 0, start, self._raised(code), setter.ink))
        if entry.when:
            block = setter.word(entry.when, PrintRole.SMALL, _WIDEST_WHEN)
            pieces.append(_Piece(block, 0, x, self._raised(block), setter.muted))
            x += _WIDEST_WHEN
            room -= _WIDEST_WHEN
        end_words, below = entry.phone or entry.aside, False
        end_role = PrintRole.BODY if entry.phone else PrintRole.SMALL
        if end_words:
            end = setter.block(end_words, end_role, room * _WIDEST_END, at_end=True)
            start = self._width - room * _WIDEST_END
            below = end.line_count > 1
            if not below:
                pieces.append(_Piece(end, 0, start, self._raised(end), setter.ink))
                room -= end.width + _BETWEEN
        self._add_name(x, room, pieces)
        if below:
            room = self._width - x
            self._put(setter.block(end_words, end_role, room, at_end=True), x, setter.ink, [])

    def _add_name(self, x: float, room: float, pieces: list[_Piece]) -> None:
        entry, setter = self._entry, self._setter
        role = PrintRole.NAME if entry.initials else PrintRole.STRONG
        name = setter.block(entry.name, role, room, most_lines=3) if entry.name else None
        small = setter.look(PrintRole.SMALL, setter.muted)
        if name is not None and entry.beside and not entry.initials:
            parts = [Part(entry.name), Part(_EM_SPACE, small), Part(entry.beside, small)]
            both = setter.block(parts, role, room)
            if both.line_count == 1:
                self._put(both, x, setter.ink, pieces)
                return
        if name is not None:
            self._put(name, x, setter.ink, pieces)
        elif pieces:
            self.strips.append(SheetStrip(setter.typeface[PrintRole.STRONG].line_height, pieces))
        if entry.beside:
            role = PrintRole.BODY if entry.initials else PrintRole.SMALL
            self._add(entry.beside, role, x, setter.muted, 3)

    def _raised(self, block: TextBlock) -> float:
        """Return how far down ``block`` stands on the base line of the name."""
        return self._setter.typeface[PrintRole.STRONG].baseline - block.font.baseline

    def _add(
        self,
        parts: Sequence[Part] | str,
        role: PrintRole,
        x: float,
        ink: QColor,
        most_lines: int = 0,
    ) -> None:
        block = self._setter.block(parts, role, self._width - x, most_lines=most_lines)
        self._put(block, x, ink, [])

    def _put(self, block: TextBlock, x: float, ink: QColor, beside: list[_Piece]) -> None:
        for number in range(block.line_count):
            pieces = [*(beside if number == 0 else ()), _Piece(block, number, x, 0.0, ink)]
            self.strips.append(SheetStrip(block.font.line_height, pieces))

    def _add_row(self, label: str, value: str, x: float) -> None:
        setter = self._setter
        room = min((self._width - x) * _LABEL_SHARE, _WIDEST_LABEL)
        role = PrintRole.BODY if self._indent else PrintRole.SMALL
        beside = []
        if label:
            words = setter.word(label, PrintRole.SMALL, room - mm(1.5))
            down = setter.typeface[role].baseline - words.font.baseline
            beside.append(_Piece(words, 0, x, down, setter.muted))
        block = setter.block(value, role, self._width - x - room)
        self._put(block, x + room, setter.ink, beside)

    def _add_rule(self, label: str) -> None:
        pieces = []
        if label:
            words = self._setter.word(label, PrintRole.TINY, _WIDEST_LABEL)
            down = _RULE_HEIGHT - words.font.baseline - mm(0.8)
            pieces.append(_Piece(words, 0, self._indent, down, self._setter.muted))
        self.strips.append(SheetStrip(_RULE_HEIGHT, pieces, rule=True))

    def _join(self, least: float) -> None:
        """Make one strip of as many as stand beside the picture, so that it is not torn."""
        height, pieces, count = 0.0, [], 0
        for strip in self.strips:
            if height >= least:
                break
            pieces += [piece._replace(down=piece.down + height) for piece in strip.pieces]
            height += strip.height
            count += 1
        self.strips[:count] = [SheetStrip(max(height, least), pieces)]

    def _draw_picture(self, painter: QPainter, area: QRectF) -> None:
        setter = self._setter
        data = self._entry.picture() if self._entry.picture is not None else b""
        image = _square(data) if data else QImage()
        frame = QPainterPath()
        frame.addRoundedRect(area, _CORNER, _CORNER)
        if image.isNull():
            painter.setPen(setter.head_line)
            painter.drawPath(frame)
            block = setter.block(self._entry.initials, PrintRole.TITLE, area.width(), most_lines=1)
            middle = area.top() + (area.height() - block.height) / 2
            painter.setPen(setter.muted)
            # Only once it is broken into lines does a block know how wide it really is.
            block.draw(painter, area.left() + (area.width() - block.width) / 2, middle)
            return
        painter.save()
        painter.setClipPath(frame)
        painter.drawImage(area, image)
        painter.restore()


def _square(data: bytes) -> QImage:
    """Return the middle of a picture, as fine as paper shows it; null if it can't be read."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MEGABYTES)
    image = reader.read()
    if image.isNull():
        return image
    image = image.scaled(
        QSize(_DOTS, _DOTS),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    across, down = (image.width() - _DOTS) // 2, (image.height() - _DOTS) // 2
    return image.copy(across, down, _DOTS, _DOTS)
