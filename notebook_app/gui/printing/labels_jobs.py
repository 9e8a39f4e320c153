"""Address labels, envelopes and cards to write on: what is to be printed, and who paints it.

A job has no fonts and goes from thread to thread; each thread has it paint by a painter of its
own. All lengths are exact: positions come from the sheet's measures alone.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QLineF, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPen

from notebook_app.foundation.record import record
from notebook_app.gui.printing.labels_fit import Box, BoxSetter, Line
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.reports.label_sheets import ROLL, LabelSheet
from notebook_app.reports.labels import LabelPlan, Recipient
from notebook_app.reports.labels_cards import WritingCard
from notebook_app.reports.labels_envelopes import Envelope

CARD_SIZE: Final = (148.0, 105.0)
"""ISO 216: A6, lying across."""

_CARD_MARGIN: Final = 10.0
_RULED: Final = 9.0
_TAG_HEIGHT: Final = 2.6
_UNPRINTED: Final = 5.0
"""What many printers can't reach at the edges of a sheet, in mm."""

PaintPage = Callable[[QPainter, int], None]


class JobPainter:
    """Paints the pages of a job, in the thread that made it."""

    def __init__(self, page_count: int, paint_page: PaintPage) -> None:
        """Take how many pages there are and what paints one of them."""
        self._page_count = page_count
        self._paint_page = paint_page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._page_count

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number``, counted from 0."""
        self._paint_page(painter, number)


@record
class LabelJob:
    """Labels on sheets; ``outlines`` shows each label's edge, and its number in small print."""

    sheet: LabelSheet
    plan: LabelPlan
    outlines: bool = False

    @property
    def title(self) -> str:
        """What the PDF is called."""
        return f"Address labels – {self.sheet.name}"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        return self.sheet.page

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.plan.pages)

    def painter(self) -> JobPainter:
        """Return what paints the pages, for the thread that asks."""
        setter = BoxSetter()
        inner_x, inner_y = _inside(self.sheet)

        def paint(painter: QPainter, number: int) -> None:
            if self.outlines:
                self._outline(painter, setter, number)
            for label, recipient in self.plan.pages[number]:
                left, top = self.sheet.place(label)
                box = Box(
                    mm(left + inner_x),
                    mm(top + inner_y),
                    mm(self.sheet.width - 2 * inner_x),
                    mm(self.sheet.height - 2 * inner_y),
                )
                setter.draw(painter, _address(recipient), box, _largest(self.sheet.height))

        return JobPainter(self.page_count, paint)

    def _outline(self, painter: QPainter, setter: BoxSetter, number: int) -> None:
        inner_x, inner_y = _inside(self.sheet)
        written = {label for label, _recipient in self.plan.pages[number]}
        for label in range(self.sheet.count):
            left, top = self.sheet.place(label)
            painter.setPen(QPen(Qt.GlobalColor.black, mm(0.2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(mm(left), mm(top), mm(self.sheet.width), mm(self.sheet.height)))
            if label in written and inner_y < _TAG_HEIGHT:
                continue
            name = Line(f"{self.sheet.name} · {label + 1}")
            width = self.sheet.width - 2 * inner_x
            # In the strip that addresses leave free.
            box = Box(mm(left + inner_x), mm(top + 0.3), mm(width), mm(_TAG_HEIGHT))
            setter.draw(painter, (name,), box, 6, in_the_middle=False)


@record
class EnvelopeJob:
    """An envelope for each; ``sender`` are the lines of the sender's address."""

    envelope: Envelope
    recipients: tuple[Recipient, ...]
    sender: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the PDF is called."""
        return f"Envelopes – {self.envelope.name}"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        return self.envelope.width, self.envelope.height

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self.recipients)

    def painter(self) -> JobPainter:
        """Return what paints the pages, for the thread that asks."""
        setter = BoxSetter()
        to = Box(*(mm(length) for length in self.envelope.address_area))
        back = Box(*(mm(length) for length in self.envelope.sender_area))
        sender = tuple(Line(line) for line in self.sender)

        def paint(painter: QPainter, number: int) -> None:
            if sender:
                setter.draw(painter, sender, back, 9, in_the_middle=False)
            lines = _address(self.recipients[number])
            setter.draw(painter, lines, to, 12, in_the_middle=False)

        return JobPainter(self.page_count, paint)


@record
class CardJob:
    """For each person a card with what to write about, and one to write on."""

    cards: tuple[WritingCard, ...]

    @property
    def title(self) -> str:
        """What the PDF is called."""
        return "Cards to write on"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        return CARD_SIZE

    @property
    def page_count(self) -> int:
        """How many pages there are: two for each person."""
        return 2 * len(self.cards)

    def painter(self) -> JobPainter:
        """Return what paints the pages, for the thread that asks."""
        setter = BoxSetter()
        width, height = (mm(length - 2 * _CARD_MARGIN) for length in CARD_SIZE)
        edge = mm(_CARD_MARGIN)

        def paint(painter: QPainter, number: int) -> None:
            if number % 2:
                _rule(painter)
                return
            card = self.cards[number // 2]
            head = Box(edge, edge, width, mm(14))
            names = [Line(card.name, strong=True)]
            if card.beside:
                names.append(Line(card.beside))
            setter.draw(painter, names, head, 14, in_the_middle=False)
            lines = [Line(text, strong) for text, strong in card.paragraphs]
            room = Box(edge, edge + mm(17), width, height - mm(17))
            if lines:
                setter.draw(painter, lines, room, 10, in_the_middle=False)

        return JobPainter(self.page_count, paint)


class PrintJob(Protocol):
    """Pages of fixed measures, and who paints them."""

    @property
    def title(self) -> str:
        """What the PDF is called."""
        ...

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in mm."""
        ...

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        ...

    def painter(self) -> JobPainter:
        """Return what paints the pages, for the thread that asks."""
        ...


def paper_of(job: PrintJob) -> Paper:
    """Return the sheet as the preview shows it."""
    width, height = job.size
    return Paper(job.title, mm(width), mm(height))


def page_layout_of(job: PrintJob) -> QPageLayout:
    """Return the sheet as printers take it: upright measures, and across where it lies so."""
    width, height = job.size
    size = QPageSize(
        QSizeF(min(width, height), max(width, height)),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    lies = width > height
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    return QPageLayout(size, way, QMarginsF())


def _address(recipient: Recipient) -> tuple[Line, ...]:
    return tuple(Line(text) for text in recipient.all_lines())


def _inside(sheet: LabelSheet) -> tuple[float, float]:
    """Return how far from a label's edges the text stays, across and down."""
    if sheet.paper == ROLL:
        # What a Dymo's head does not reach, as gLabels has it.
        return 6.0, 1.5
    rest_across, rest_down = sheet.rest
    edge_across, edge_down = min(sheet.left, rest_across), min(sheet.top, rest_down)
    across = 2.0 if sheet.width < 45 else 3.5
    down = 1.0 if sheet.height < 22 else 3.0
    return max(across, _UNPRINTED - edge_across), max(down, _UNPRINTED - edge_down)


def _largest(height: float) -> float:
    """Return the largest print on a label of that height, in points."""
    if height < 22:
        return 8
    return 11 if height < 60 else 14


def _rule(painter: QPainter) -> None:
    width, height = CARD_SIZE
    painter.setPen(QPen(Qt.GlobalColor.gray, mm(0.1)))
    down = _CARD_MARGIN + 2 * _RULED
    while down <= height - _CARD_MARGIN:
        painter.drawLine(QLineF(mm(_CARD_MARGIN), mm(down), mm(width - _CARD_MARGIN), mm(down)))
        down += _RULED
