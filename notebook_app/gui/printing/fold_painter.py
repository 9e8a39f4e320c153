"""Paints the sheets of a pocket fold, and its small pages one by one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from notebook_app.foundation.record import record
from notebook_app.gui.printing.entry_layout import INDENT
from notebook_app.gui.printing.fold_layout import HEADING_LINE_DOWN, Booklet, FoldLayout
from notebook_app.gui.printing.fold_sheet import SCALE, SMALL_PAGES, draw_marks, placed
from notebook_app.gui.printing.pagination import PlacedEntry, PlacedHeading
from notebook_app.gui.printing.paper import mm
from notebook_app.gui.printing.reference_code import FIRST_SIDE, draw_large_code
from notebook_app.gui.printing.typeface import PrintRole

_RULE: Final = mm(8.6)
_FOOT_DOWN: Final = mm(2.2)
_HEADING_SHARE: Final = 0.86
_CONTENTS_GAP: Final = mm(6)


@record
class FoldWords:
    """The words that only a booklet needs; what is in braces is filled in."""

    booklet: str = "Booklet {number} of {count}"
    notes: str = "Notes"
    more: str = "and {count} more"


class FoldPainter:
    """Paints the sheets of one document. Make one in the thread that uses it."""

    def __init__(
        self, layout: FoldLayout, booklets: Sequence[Booklet], words: FoldWords | None = None
    ) -> None:
        """Take the layout and the plan of its booklets, which may come from another thread's."""
        self._layout = layout
        self._document = layout.document
        self._setter = layout.setter
        self._paper = layout.paper
        self._booklets = booklets
        self._words = words or FoldWords()

    @property
    def page_count(self) -> int:
        """How many sheets there are."""
        return len(self._booklets)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint sheet ``number``, counted from 0."""
        draw_marks(painter, self._layout.sheet)
        for page in range(1, SMALL_PAGES + 1):
            painter.save()
            painter.setTransform(placed(page, self._layout.sheet), True)
            self.paint_small(painter, number, page)
            painter.restore()

    def paint_small(self, painter: QPainter, sheet: int, page: int) -> None:
        """Paint one small page, counted from 1, the right way up and as large as laid out."""
        booklet = self._booklets[sheet]
        if page == 1:
            self._cover(painter, sheet)
            return
        if page - 2 < len(booklet.pages):
            for item in booklet.pages[page - 2]:
                if isinstance(item, PlacedHeading):
                    self._heading(painter, item)
                elif isinstance(item, PlacedEntry):
                    self._entry(painter, item)
        else:
            self._notes(painter)
        self._foot(painter, sheet, page)

    def _cover(self, painter: QPainter, sheet: int) -> None:
        document, setter, paper = self._document, self._setter, self._paper
        top = paper.top + mm(6)
        for text, role, ink, most in (
            (document.title, PrintRole.TITLE, setter.ink, 3),
            (document.subtitle, PrintRole.SUBTITLE, setter.ink, 4),
            (document.summary, PrintRole.SUBTITLE, setter.muted, 2),
            (document.reference, PrintRole.HEADING, setter.ink, 1),
            (self._booklet_words(sheet), PrintRole.HEADING, setter.ink, 1),
        ):
            if text:
                block = setter.block(text, role, paper.content_width, most_lines=most)
                painter.setPen(ink)
                block.draw(painter, paper.start, top)
                top += block.height + mm(1.2)
        self._contents(painter, sheet, top + _CONTENTS_GAP, self._code(painter))
        self._say(painter, document.foot, PrintRole.SMALL, self._foot_top(), setter.muted)

    def _code(self, painter: QPainter) -> float:
        """Draw the code by which the list is found again, and return where the room above ends."""
        end = self._foot_top() - mm(4)
        if not self._document.reference_code:
            return end
        side, paper = FIRST_SIDE / SCALE, self._paper
        left, top = paper.width - paper.end - side, end - side
        draw_large_code(painter, self._document.reference_code, left, top, side)
        return top - mm(4)

    def _contents(self, painter: QPainter, sheet: int, top: float, end: float) -> None:
        """List what stands on which page, as far as there is room."""
        setter, document = self._setter, self._document
        contents = self._booklets[sheet].contents()
        height = setter.typeface[PrintRole.BODY].line_height + mm(0.8)
        room = max(0, int((end - top) // height))
        shown = len(contents) if len(contents) <= room else max(0, room - 1)
        self._line(painter, top - mm(2.2), QPen(setter.muted, mm(0.12)))
        for section, page in contents[:shown]:
            heading = document.sections[section].heading
            self._say(painter, heading, PrintRole.BODY, top, setter.ink, share=0.85)
            self._say(painter, str(page), PrintRole.BODY, top, setter.ink, share=0.1, at_end=True)
            top += height
        if shown < len(contents):
            words = self._words.more.format(count=len(contents) - shown)
            self._say(painter, words, PrintRole.BODY, top, setter.muted)

    def _heading(self, painter: QPainter, item: PlacedHeading) -> None:
        section, setter = self._document.sections[item.section], self._setter
        words, top = section.heading, self._paper.top + item.y
        role = PrintRole.HEADING
        if item.continued:
            longer = self._document.words.continued.format(heading=words)
            room = _HEADING_SHARE * self._paper.content_width
            words = setter.fitting(longer, words, role, room)
        ink = setter.alert if section.alert else setter.accent
        self._say(painter, words, role, top, ink, share=_HEADING_SHARE)
        if section.aside and not item.continued:
            aside = section.aside
            self._say(painter, aside, PrintRole.SMALL, top, setter.muted, share=0.12, at_end=True)
        self._line(painter, top + HEADING_LINE_DOWN, QPen(ink, mm(0.22)))

    def _entry(self, painter: QPainter, item: PlacedEntry) -> None:
        top = self._paper.top + item.y
        layout = self._layout.take(item.section, item.entry)
        if item.first > 0:
            name = self._document.sections[item.section].entries[item.entry].name
            words = self._document.words.continued.format(heading=name)
            width = self._paper.content_width - INDENT
            block = self._setter.block(words, PrintRole.STRONG, width, most_lines=1)
            painter.setPen(self._setter.muted)
            block.draw(painter, self._paper.start + INDENT, top - block.height)
        layout.draw(painter, self._paper.start, top, item.first, item.end)

    def _notes(self, painter: QPainter) -> None:
        """Rule a page that nothing stands on."""
        paper, setter = self._paper, self._setter
        self._say(painter, self._words.notes, PrintRole.SMALL, paper.top, setter.muted)
        y = paper.top + mm(5) + _RULE
        while y <= paper.height - paper.bottom:
            self._line(painter, y, setter.writing_line)
            y += _RULE

    def _foot(self, painter: QPainter, sheet: int, page: int) -> None:
        top, ink, role = self._foot_top(), self._setter.muted, PrintRole.SMALL
        named = (self._document.reference or self._document.title, self._booklet_words(sheet))
        words = " · ".join(part for part in named if part)
        self._say(painter, words, role, top, ink, share=0.85)
        self._say(painter, str(page), role, top, ink, share=0.12, at_end=True)

    def _foot_top(self) -> float:
        return self._paper.height - self._paper.bottom + _FOOT_DOWN

    def _booklet_words(self, sheet: int) -> str:
        if self.page_count == 1:
            return ""
        return self._words.booklet.format(number=sheet + 1, count=self.page_count)

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
    ) -> None:
        """Draw one line at the start or end of the page, in a ``share`` of its width."""
        if not text:
            return
        room = share * self._paper.content_width
        block = self._setter.word(text, role, room, at_end=at_end)
        painter.setPen(ink)
        x = self._paper.start + (self._paper.content_width - room if at_end else 0)
        block.draw(painter, x, top)

    def _line(self, painter: QPainter, y: float, pen: QPen) -> None:
        painter.setPen(pen)
        start = self._paper.start
        painter.drawLine(QLineF(start, y, start + self._paper.content_width, y))


class SmallPages:
    """The small pages in the order in which they are read, one after the other."""

    def __init__(self, sheets: FoldPainter) -> None:
        """Take what paints the sheets."""
        self._sheets = sheets

    @property
    def page_count(self) -> int:
        """How many small pages there are."""
        return SMALL_PAGES * self._sheets.page_count

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint small page ``number``, counted from 0 through all booklets."""
        sheet, page = divmod(number, SMALL_PAGES)
        painter.save()
        painter.scale(SCALE, SCALE)
        self._sheets.paint_small(painter, sheet, page + 1)
        painter.restore()
