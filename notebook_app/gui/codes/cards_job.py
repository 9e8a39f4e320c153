"""A sheet of visiting cards, each with a name, how to reach its owner, and the same as a code."""

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from notebook_app.foundation.record import record
from notebook_app.gui.printing.labels_fit import Box, BoxSetter, Line
from notebook_app.gui.printing.labels_jobs import JobPainter
from notebook_app.gui.printing.paper import UNITS_PER_MM, find_paper, mm
from notebook_app.gui.widgets.qr_squares import Squares, draw_squares
from notebook_app.model.contact import ContactDetails

CARD: Final = (85.0, 54.0)
"""Width and height of a card in mm: nearly ISO/IEC 7810's 85.6 × 53.98; five fit on Letter."""

_ACROSS: Final = 2
_DOWN: Final = 5
_INSIDE: Final = 5.0
_CODE: Final = 34.0
_BETWEEN: Final = 4.0
_MARK: Final = 4.0


@record
class VisitingCards:
    """Ten equal cards on a sheet of ``paper``; ``lines`` go below the name."""

    paper: str
    name: str
    lines: tuple[str, ...]
    squares: Squares

    @property
    def title(self) -> str:
        """What the PDF is called."""
        return f"Cards – {self.name}"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        paper = find_paper(self.paper)
        return paper.width / UNITS_PER_MM, paper.height / UNITS_PER_MM

    @property
    def page_count(self) -> int:
        """One sheet; print it as often as you like."""
        return 1

    def places(self) -> list[tuple[float, float]]:
        """Return the corner of each card, in mm from that of the sheet."""
        left, top = self._corner()
        return [
            (left + across * CARD[0], top + down * CARD[1])
            for down in range(_DOWN)
            for across in range(_ACROSS)
        ]

    def painter(self) -> JobPainter:
        """Return what paints the sheet, for the thread that asks."""
        setter = BoxSetter()

        def paint(painter: QPainter, _number: int) -> None:
            self._mark(painter)
            for left, top in self.places():
                self._card(painter, setter, left, top)

        return JobPainter(self.page_count, paint)

    def _card(self, painter: QPainter, setter: BoxSetter, left: float, top: float) -> None:
        high = CARD[1] - 2 * _INSIDE
        words = CARD[0] - 2 * _INSIDE - _CODE - _BETWEEN
        name = Box(mm(left + _INSIDE), mm(top + _INSIDE), mm(words), mm(13))
        rest = Box(mm(left + _INSIDE), mm(top + _INSIDE + 14), mm(words), mm(high - 14))
        setter.draw(painter, (Line(self.name, strong=True),), name, 13, in_the_middle=False)
        if self.lines:
            said = [Line(text) for text in self.lines]
            setter.draw(painter, said, rest, 9, in_the_middle=False)
        code = QRectF(
            mm(left + CARD[0] - _INSIDE - _CODE),
            mm(top + (CARD[1] - _CODE) / 2),
            mm(_CODE),
            mm(_CODE),
        )
        draw_squares(painter, self.squares, code)

    def _mark(self, painter: QPainter) -> None:
        """Draw where to cut, outside the cards."""
        painter.setPen(QPen(Qt.GlobalColor.gray, mm(0.1)))
        left, top = self._corner()
        right, bottom = left + _ACROSS * CARD[0], top + _DOWN * CARD[1]
        for number in range(_ACROSS + 1):
            x = mm(left + number * CARD[0])
            painter.drawLine(QLineF(x, mm(top - _MARK), x, mm(top - 1)))
            painter.drawLine(QLineF(x, mm(bottom + 1), x, mm(bottom + _MARK)))
        for number in range(_DOWN + 1):
            y = mm(top + number * CARD[1])
            painter.drawLine(QLineF(mm(left - _MARK), y, mm(left - 1), y))
            painter.drawLine(QLineF(mm(right + 1), y, mm(right + _MARK), y))

    def _corner(self) -> tuple[float, float]:
        width, height = self.size
        return (width - _ACROSS * CARD[0]) / 2, (height - _DOWN * CARD[1]) / 2


def visiting_cards(details: ContactDetails, squares: Squares, paper: str) -> VisitingCards:
    """Return the cards of a contact: title, organisation, first numbers and addresses."""
    lines = [details.title, details.organization]
    lines += [phone.number for phone in details.phones[:2]]
    lines += [email.address for email in details.emails[:1]]
    lines += [link.url.removeprefix("https://") for link in details.links[:1]]
    said = tuple(" ".join(line.split())[:120] for line in lines if line.strip())
    name = " ".join(details.display_name.split())[:120]
    return VisitingCards(paper, name, said, squares)
