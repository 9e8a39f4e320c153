"""Plans the pages of a document on one kind of paper.

Only the plan is kept for the whole document; an entry is laid out again when its page is painted,
so that memory does not grow with the pages. Short documents keep their layouts in between, which
halves the time.
"""

from dataclasses import replace
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.bars_layout import BarsLayout
from notebook_app.gui.printing.entry_layout import EntryLayout
from notebook_app.gui.printing.pagination import MeasuredPiece, PagePlan, Pagination
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.gui.printing.paragraph_layout import ParagraphLayout, PieceLayout
from notebook_app.gui.printing.sheet_entry_layout import SheetEntryLayout
from notebook_app.gui.printing.spaces import spaces_on
from notebook_app.gui.printing.table_layout import TableLayout
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Bars, Document

MOST_KEPT: Final = 1_500
"""How many layouts are kept from planning to painting, at some 20 kB each."""

BETWEEN_COLUMNS: Final = mm(8)
_REGISTER: Final = mm(14)


def roomy_for_register(paper: Paper) -> Paper:
    """Return the sheet with room at its end for the letters of a register."""
    return paper if paper.end >= _REGISTER else replace(paper, end=_REGISTER)


class DocumentLayout:
    """Lays out the entries of a document. Make one in the thread that uses it."""

    def __init__(self, document: Document, paper: Paper, most_kept: int = MOST_KEPT) -> None:
        """Take the document and the paper.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self.document = document
        self.paper = roomy_for_register(paper) if document.register else paper
        self.setter = Typesetter()
        self._most_kept = most_kept
        self._kept: dict[tuple[int, int], EntryLayout | SheetEntryLayout] = {}
        self._pieces: dict[tuple[int, int], PieceLayout] = {}

    def plan(self, progress: Progress | None = None) -> tuple[PagePlan, ...]:
        """Return what goes on each page; ``progress`` is told entries of twice their number.

        Raises:
            UserProblem: there is nothing in the document.
            Cancelled: the user asked to stop.
        """
        if self.document.is_empty():
            raise UserProblem("There is nothing to print.")
        total = self.document.entry_count()
        progress = progress or no_progress()
        done = 0

        def measure(section: int, entry: int) -> list[float]:
            nonlocal done
            progress.report(done, 2 * total, "Laying out")
            done += 1
            layout = self._lay_out(section, entry)
            if len(self._kept) < self._most_kept:
                self._kept[section, entry] = layout
            return [strip.height for strip in layout.strips]

        def measure_piece(section: int, piece: int) -> MeasuredPiece:
            progress.report(done, 2 * total, "Laying out")
            layout = self.piece(section, piece)
            return MeasuredPiece(layout.heights, layout.flows, layout.carried)

        document = self.document
        counts = (len(section.entries) for section in document.sections)
        alone = {at for at, section in enumerate(document.sections) if section.on_new_page}
        spaces = spaces_on(self.paper, compact=document.compact)
        pieces = [len(section.pieces()) for section in document.sections]
        pagination = Pagination(spaces, document.columns)
        return pagination.paginate(counts, measure, alone, pieces, measure_piece)

    @property
    def column_width(self) -> float:
        """The width of a column, or of the page between its margins if there is but one."""
        columns = self.document.columns
        return (self.paper.content_width - (columns - 1) * BETWEEN_COLUMNS) / columns

    def take(self, section: int, entry: int) -> EntryLayout | SheetEntryLayout:
        """Return an entry's layout to be painted; it is no longer kept."""
        return self._kept.pop((section, entry), None) or self._lay_out(section, entry)

    def piece(self, section: int, number: int) -> PieceLayout:
        """Return the layout of a paragraph, of bars or of a table.

        It is kept: a long table is on many pages, and what is kept of it is little.
        """
        kept = self._pieces.get((section, number))
        if kept is None:
            what = self.document.sections[section].pieces()[number]
            width, setter = self.column_width, self.setter
            if isinstance(what, str):
                kept = ParagraphLayout(what, width, setter)
            elif isinstance(what, Bars):
                kept = BarsLayout(what, width, setter)
            else:
                kept = TableLayout(what, width, setter)
            self._pieces[section, number] = kept
        return kept

    def _lay_out(self, section: int, entry: int) -> EntryLayout | SheetEntryLayout:
        what, compact = self.document.sections[section].entries[entry], self.document.compact
        if compact or what.rows or what.initials or not what.name:
            return SheetEntryLayout(what, self.column_width, self.setter, compact=compact)
        return EntryLayout(what, self.column_width, self.setter)
