"""The page Insights: a few views behind pills, each about a time that is chosen beside them."""

from collections.abc import Iterator, Sequence
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.foundation.steady_pace import without_search
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.insights.balance_view import BalanceView
from notebook_app.gui.insights.insight_view import InsightView
from notebook_app.gui.insights.mix_view import MixView
from notebook_app.gui.insights.period_choice import PeriodChoice
from notebook_app.gui.insights.services_view import ServicesView
from notebook_app.gui.insights.sources_view import SourcesView
from notebook_app.gui.insights.year_view import YearView
from notebook_app.gui.theme import LARGE, SMALL
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.later_steps import LaterSteps
from notebook_app.model.changes import ChangeSet
from notebook_app.reports.document import Document

_VIEWS: tuple[type[InsightView], ...] = (
    SourcesView,
    BalanceView,
    MixView,
    ServicesView,
    YearView,
)


class InsightsPage(Page):
    """Views are made when they are first shown, and read again when what they hang on changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.views: dict[str, InsightView] = {}
        self._columns: dict[str, ScrollColumn] = {}
        self._stale: set[str] = set()
        self._reading = LatestReading(desk, "insights", self)
        self._reading.came.connect(self._came)
        self._pieces = LaterSteps(self)
        self._showing: InsightView | None = None
        self.choice: ChipChoice[type[InsightView]] = ChipChoice(
            self.tr("What to look at"), [(view, view.title()) for view in _VIEWS]
        )
        self.period = PeriodChoice(desk.clock.today)
        self._results: dict[str, object] = {}
        self.print_button = PlainButton(self.tr("Print…"), self.print_shown)
        self.print_button.setEnabled(False)
        self.overview_button = LinkButton(self.tr("Print all in short…"), self.print_overview)
        self.overview_button.setToolTip(self.tr("The main figures of this time on two pages"))
        self._overview = LatestReading(desk, "overview", self)
        self._overview.came.connect(self._show_document)
        self._stack = QStackedLayout()
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, LARGE, LARGE, 0)
        head.setSpacing(SMALL)
        head.addWidget(self.choice, 1)
        head.addWidget(self.overview_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self.choice.chosen.connect(self._show_chosen)
        self.period.changed.connect(self._period_changed)

    def top_bar_left(self) -> Sequence[QWidget]:
        """Return the choice of the time."""
        return (self.period,)

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the way onto paper."""
        return (self.print_button,)

    def show_view(self, key: str) -> None:
        """Show the view with a key, if there is one."""
        for view in _VIEWS:
            if view.key == key:
                self.choice.choose(view)

    def print_shown(self) -> None:
        """Show what is shown here as it will be on paper."""
        kind = self.choice.value()
        if kind.key in self._results:
            self._show_document(self.views[kind.key].document(self._results[kind.key]))

    def print_overview(self) -> None:
        """Show the main figures of all views as they will be on paper."""
        from notebook_app.gui.printing.locale_date_words import LocaleDateWords
        from notebook_app.services.report_overview import document_of, report_overview

        notebook, period = self.desk.notebook, self.period.period()
        today, words = self.desk.clock.today(), LocaleDateWords(self.locale())

        def read(given_up: Event) -> Document:
            overview = report_overview(notebook, period, _while_wanted(given_up))
            return document_of(overview, today, words)

        self._overview.read(read)

    def _show_document(self, document: Document) -> None:
        from notebook_app.gui.printing.document_dialog import DocumentDialog

        name = f"{document.title} {self.desk.clock.today().isoformat()}"
        DocumentDialog(self.desk, self, document, name).open()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the view that is shown anew if its figures may have changed."""
        for key, view in self.views.items():
            if changes is None or changes.touches(*view.hangs_on):
                self._stale.add(key)
        self._show_chosen()

    def is_reading(self) -> bool:
        """Return whether figures are being read, or not all that was read is shown yet."""
        running = self._reading.is_running() or self._overview.is_running()
        return running or self._showing is not None

    def focus_content(self) -> None:
        """Put the focus on the pills."""
        self.choice.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read on what was being read when the page was left."""
        super().showEvent(event)
        if self.choice.value().key in self._stale & self.views.keys():
            self._read(self.views[self.choice.value().key])

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._overview.wait()
        if not event.spontaneous() and self._reading.is_running():
            self._stale.add(self.choice.value().key)
            self._reading.wait()

    def save_state(self) -> PageState:
        """Return which view and which time."""
        return {"view": self.choice.value().key, "period": self.period.key()}

    def restore_state(self, state: PageState) -> None:
        """Show the same again."""
        self.show_view(state.get("view", ""))
        self.period.choose(state.get("period", ""))

    def _period_changed(self) -> None:
        self._stale.update(key for key, view in self.views.items() if view.takes_period)
        self._show_chosen()

    def _show_chosen(self) -> None:
        kind = self.choice.value()
        view = self.views.get(kind.key)
        if view is None:
            view = self._make(kind)
        self._stack.setCurrentWidget(self._columns[kind.key])
        self.period.setVisible(view.takes_period)
        self._show_print()
        if kind.key in self._stale:
            self._read(view)

    def _make(self, kind: type[InsightView]) -> InsightView:
        view = kind(self.desk)
        column = ScrollColumn()
        column.column.addWidget(view)
        self.views[kind.key], self._columns[kind.key] = view, column
        self._stack.addWidget(column)
        self._stale.add(kind.key)
        view.again.connect(lambda: self._read_again(kind.key))
        return view

    def _read_again(self, key: str) -> None:
        self._stale.add(key)
        if self.choice.value().key == key:
            self._read(self.views[key])

    def _read(self, view: InsightView) -> None:
        """Read in a thread; what comes of an earlier wish is not shown any more."""
        self._stale.discard(view.key)
        period = self.period.period()

        def read(given_up: Event) -> tuple[InsightView, object]:
            # Thousands of opportunities are made and dropped meanwhile: a search among them for
            # what nothing refers to would hold the window, and find nothing.
            with without_search():
                return view, view.read(period, _while_wanted(given_up))

        self._reading.read(read)

    def _came(self, read: tuple[InsightView, object]) -> None:
        view, result = read
        self._results[view.key] = result
        if self._showing is not view:
            self._pieces.finish()
        self._showing = view
        self._pieces.begin(self._show(view, result))
        self._show_print()

    def _show(self, view: InsightView, result: object) -> Iterator[None]:
        yield from view.pieces(result)
        self._showing = None

    def _show_print(self) -> None:
        self.print_button.setEnabled(self.choice.value().key in self._results)


def _while_wanted(given_up: Event) -> Progress:
    """Return a progress that is cancelled once nobody waits any more."""

    def listen(_done: int, _total: int, _text: str) -> None:
        if given_up.is_set():
            raise Cancelled

    return Progress(listen, interval=0)
