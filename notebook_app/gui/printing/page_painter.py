"""Draws one page after its plan: the head, the headings and entries, the foot.

It draws in layout units (see ``paper.py``) from the sheet's top left corner, on whatever the
painter paints on: a PDF, a printer, a picture on the screen.
"""

from typing import Final

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from notebook_app.gui.printing.document_layout import BETWEEN_COLUMNS, DocumentLayout
from notebook_app.gui.printing.entry_layout import INDENT
from notebook_app.gui.printing.pagination import (
    PagePlan,
    PlacedEntry,
    PlacedHeading,
    PlacedPiece,
)
from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.reference_code import (
    below_code,
    draw_code,
    room_for_code,
    room_for_small_code,
)
from notebook_app.gui.printing.register_margin import draw_register, names_between
from notebook_app.gui.printing.spaces import CARRIED, FIRST_HEAD, RUNNING_HEAD
from notebook_app.gui.printing.typeface import PrintRole

_HEAD_LINE_DOWN: Final = mm(5.6)
_TITLE_UP: Final = mm(1.5)
_HEADING_LINE_DOWN: Final = mm(6.4)
_HEADING_SHARE: Final = 0.85


class PagePainter:
    """Paints the pages of one document. Make one in the thread that uses it."""

    def __init__(self, layout: DocumentLayout, pages: tuple[PagePlan, ...]) -> None:
        """Take the layout and the plan of its pages, which may come from another thread's."""
        self._layout = layout
        self._document = layout.document
        self._paper = layout.paper
        self._setter = layout.setter
        self._pages = pages

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number``, counted from 0."""
        body = self._first_head(painter) if number == 0 else self._running_head(painter, number)
        for item in self._pages[number]:
            if isinstance(item, PlacedHeading):
                self._heading(painter, item, body + item.y)
            elif isinstance(item, PlacedPiece):
                x, _width = self._column(item.column)
                piece = self._layout.piece(item.section, item.piece)
                piece.draw(painter, x, body + item.y, item.first, item.end)
            else:
                self._entry(painter, item, body + item.y)
        if self._document.register:
            draw_register(painter, self._layout, self._pages[number])
        draw_code(painter, self._document, self._paper, number, self._pages[number])
        self._foot(painter, number)

    def _first_head(self, painter: QPainter) -> float:
        document, setter = self._document, self._setter
        top = self._paper.top - _TITLE_UP
        self._say(painter, document.title, PrintRole.TITLE, top, setter.ink)
        top += setter.typeface[PrintRole.TITLE].line_height
        role, ink = PrintRole.SUBTITLE, setter.muted
        # Beside the code, if there is one, and what it stands for below it.
        room = self._paper.content_width - room_for_code(document)
        share = 0.54 if document.reference_code else 0.7
        if not document.summary:
            share = 0.98
        self._say(painter, document.subtitle, role, top, ink, share=share, width=room)
        self._say(
            painter, document.summary, role, top, ink, share=0.98 - share, at_end=True, width=room
        )
        if document.reference_code:
            down, small = below_code(self._paper), PrintRole.SMALL
            self._say(painter, document.reference, small, down, setter.ink, share=0.28, at_end=True)
        return self._paper.top + FIRST_HEAD

    def _running_head(self, painter: QPainter, number: int) -> float:
        document, setter, top = self._document, self._setter, self._paper.top
        role, beside = PrintRole.SMALL, document.subtitle
        if document.register:
            beside = names_between(document, self._pages[number])
        self._say(painter, document.title, role, top, setter.ink, share=0.3)
        width = self._paper.content_width - room_for_small_code(document, self._paper)
        self._say(painter, beside, role, top, setter.muted, share=0.68, at_end=True, width=width)
        self._line(painter, top + _HEAD_LINE_DOWN, setter.head_line)
        return top + RUNNING_HEAD

    def _foot(self, painter: QPainter, number: int) -> None:
        words = self._document.words.page_of.format(page=number + 1, pages=self.page_count)
        top = self._paper.height - self._paper.foot
        role, ink = PrintRole.SMALL, self._setter.muted
        document = self._document
        foot = " · ".join(part for part in (document.reference, document.foot) if part)
        self._say(painter, foot, role, top, ink, share=0.7)
        self._say(painter, words, role, top, ink, share=0.28, at_end=True)

    def _heading(self, painter: QPainter, item: PlacedHeading, top: float) -> None:
        section, setter = self._document.sections[item.section], self._setter
        words, role = section.heading, PrintRole.HEADING
        x, width = self._column(item.column)
        if item.continued:
            longer = self._document.words.continued.format(heading=words)
            words = setter.fitting(longer, words, role, _HEADING_SHARE * width)
        ink = setter.alert if section.alert else setter.accent
        used = self._say(painter, words, role, top, ink, share=_HEADING_SHARE, x=x, width=width)
        if section.aside and not item.continued:
            role = PrintRole.SMALL
            # On the base line of the heading.
            typeface = setter.typeface
            down = top + typeface[PrintRole.HEADING].baseline - typeface[role].baseline
            self._say(
                painter,
                section.aside,
                role,
                down,
                setter.muted,
                # All that the heading leaves, so that it is whole in a narrow column, too.
                share=max(0.1, 0.97 - used / width),
                at_end=True,
                x=x,
                width=width,
            )
        self._line(painter, top + _HEADING_LINE_DOWN, QPen(ink, mm(0.22)), x, width)

    def _entry(self, painter: QPainter, item: PlacedEntry, top: float) -> None:
        x, width = self._column(item.column)
        if item.first > 0:
            name = self._document.sections[item.section].entries[item.entry].name
            words = self._document.words.continued.format(heading=name)
            indent = 0 if self._document.compact else INDENT
            block = self._setter.block(words, PrintRole.STRONG, width - indent, most_lines=1)
            painter.setPen(self._setter.muted)
            block.draw(painter, x + indent, top - CARRIED)
        layout = self._layout.take(item.section, item.entry)
        layout.draw(painter, x, top, item.first, item.end)

    def _column(self, number: int) -> tuple[float, float]:
        """Return where a column begins, and how wide it is."""
        width = self._layout.column_width
        return self._paper.start + number * (width + BETWEEN_COLUMNS), width

    def _say(
        self,
        painter: QPainter,
        text: str,
        role: PrintRole,
        top: float,
        ink: QColor,
        *,
        share: float = 1,
        at_end: bool = False,
        x: float | None = None,
        width: float | None = None,
    ) -> float:
        """Draw one line of text at the start or end of the page, in a ``share`` of its width.

        With ``x`` and ``width`` it is a column instead of the page. Return how wide the text is.
        """
        if not text:
            return 0
        whole = self._paper.content_width if width is None else width
        room = share * whole
        block = self._setter.word(text, role, room, at_end=at_end)
        x = (self._paper.start if x is None else x) + (whole - room if at_end else 0)
        painter.setPen(ink)
        block.draw(painter, x, top)
        return block.width

    def _line(
        self,
        painter: QPainter,
        y: float,
        pen: QPen,
        x: float | None = None,
        width: float | None = None,
    ) -> None:
        painter.setPen(pen)
        start = self._paper.start if x is None else x
        end = start + (self._paper.content_width if width is None else width)
        painter.drawLine(QLineF(start, y, end, y))
