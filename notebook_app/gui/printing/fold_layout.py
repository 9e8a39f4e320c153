"""Plans a list as booklets of a pocket fold: its small pages, and on which sheet each of them is.

The first page of every booklet is its cover. Small pages are filled by the engine that fills
large ones; only the size of print is their own, so that it can still be read at that size.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtGui import QFont

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.gui.printing.entry_layout import EntryLayout
from notebook_app.gui.printing.fold_sheet import SCALE, SMALL_PAGES, small_paper
from notebook_app.gui.printing.pagination import PagePlan, Pagination, PlacedHeading, Spaces
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.gui.printing.typeface import PrintRole, Size
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.document import Document

INSIDE: Final = SMALL_PAGES - 1
"""So many small pages of a booklet hold entries: all but the cover."""

HEADING_LINE_DOWN: Final = mm(6.6)
_MOST_KEPT: Final = 1_500
_WIDEST_END: Final = 0.58
"""A phone number takes more of a small page than of a large one, and is better not broken."""


def _size(points: float, line_points: float, weight: QFont.Weight) -> Size:
    """Return a size of print by what it measures on the sheet."""
    return points / SCALE, line_points / SCALE, weight


SIZES: Final[Mapping[PrintRole, Size]] = {
    PrintRole.TITLE: _size(17, 21, QFont.Weight.DemiBold),
    PrintRole.SUBTITLE: _size(8.5, 11.5, QFont.Weight.Normal),
    PrintRole.HEADING: _size(8.5, 11.5, QFont.Weight.DemiBold),
    PrintRole.NAME: _size(8.5, 11, QFont.Weight.DemiBold),
    PrintRole.BODY: _size(7.5, 9.8, QFont.Weight.Normal),
    PrintRole.STRONG: _size(7.5, 9.8, QFont.Weight.DemiBold),
    PrintRole.SMALL: _size(7.1, 9.2, QFont.Weight.Normal),
    PrintRole.TINY: _size(7, 9, QFont.Weight.Normal),
}
"""Nothing is smaller than 7 points on the sheet."""


@record
class Booklet:
    """One sheet: the small pages inside it, and how many come before those in other booklets."""

    pages: tuple[PagePlan, ...]
    before: int = 0

    def contents(self) -> list[tuple[int, int]]:
        """Return each section that stands in it, with the page it begins on or goes on from."""
        found: dict[int, int] = {}
        for number, page in enumerate(self.pages, 2):
            for item in page:
                if isinstance(item, PlacedHeading):
                    found.setdefault(item.section, number)
        return list(found.items())


class FoldLayout:
    """Lays a document out on small pages. Make one in the thread that uses it."""

    def __init__(self, document: Document, sheet: Paper, most_kept: int = _MOST_KEPT) -> None:
        """Take the document and the sheet, which is laid across.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self.document = document
        self.sheet = sheet.across()
        self.paper = small_paper(self.sheet)
        self.setter = Typesetter(SIZES)
        self._most_kept = most_kept
        self._kept: dict[tuple[int, int], EntryLayout] = {}

    def plan(self, progress: Progress | None = None) -> tuple[Booklet, ...]:
        """Return the booklets; ``progress`` is told entries of twice their number.

        Raises:
            UserProblem: there is nothing in the document.
            Cancelled: the user asked to stop.
        """
        total = self.document.entry_count()
        if total == 0:
            raise UserProblem("There is nothing to print.", "", "Choose a longer range.")
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

        counts = [len(section.entries) for section in self.document.sections]
        return _booklets(Pagination(self._spaces()).paginate(counts, measure))

    def take(self, section: int, entry: int) -> EntryLayout:
        """Return an entry's layout to be painted; it is no longer kept."""
        return self._kept.pop((section, entry), None) or self._lay_out(section, entry)

    def _lay_out(self, section: int, entry: int) -> EntryLayout:
        what = self.document.sections[section].entries[entry]
        return EntryLayout(what, self.paper.content_width, self.setter, widest_end=_WIDEST_END)

    def _spaces(self) -> Spaces:
        body = self.paper.height - self.paper.top - self.paper.bottom
        carried = self.setter.typeface[PrintRole.STRONG].line_height
        return Spaces(body, body, mm(8.4), mm(4.2), mm(2.8), carried)


def _booklets(pages: Sequence[PagePlan]) -> tuple[Booklet, ...]:
    return tuple(
        Booklet(tuple(pages[start : start + INSIDE]), start)
        for start in range(0, len(pages), INSIDE)
    )
