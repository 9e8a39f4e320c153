"""What a figure is made of: the very things and people, and something to do with them."""

from collections.abc import Callable, Sequence
from threading import Event
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.steady_pace import without_search
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate
from notebook_app.gui.insights.acts_model import ActsModel
from notebook_app.gui.insights.behind_group import BehindGroup, work_group
from notebook_app.gui.insights.people_model import BehindModel
from notebook_app.gui.opportunities.card_delegate import CardDelegate
from notebook_app.gui.opportunities.column_model import ROW_ROLE, ColumnModel
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.painted_line import fill_place
from notebook_app.model.opportunity_rows import OpportunityColumn, OpportunityRow
from notebook_app.model.rows import EntryKind, TimelineEntry

_LONGEST: Final = 160
_MOST_PLANNED: Final = 500
"""A follow-up with more people at once is no plan."""


class BehindDialog(QDialog):
    """Enter or a click on a line leads to what it is about. Escape closes."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        *,
        groups: Sequence[BehindGroup] = (),
        read_groups: Callable[[], Sequence[BehindGroup]] | None = None,
        rule: str = "",
        event_id: int | None = None,
    ) -> None:
        """Take the desk, who asked, what the figure is called, what it is of, and how counted.

        Those ``groups`` are offered that have something in them; ``read_groups`` reads them off
        the window's thread where that may take a while. ``event_id`` is an event that the figure
        is about.
        """
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(title[:_LONGEST])
        notebook = desk.notebook
        self.work = ColumnModel(notebook.opportunity_list, desk.clock.today, self)
        self.people = BehindModel(notebook, self)
        self.acts = ActsModel(notebook, desk.clock.today, self)
        self._awaited = read_groups is not None
        self._groups = _filled(groups)
        self.work_list = _list(self.tr("Opportunities"))
        self.work_list.setModel(self.work)
        self.work_list.setItemDelegate(CardDelegate(self.work_list, desk.clock.today))
        self.people_list = _list(self.tr("People"))
        self.people_list.setModel(self.people)
        self.acts_list = _list(self.tr("What was done"))
        self.acts_list.setModel(self.acts)
        for view in (self.people_list, self.acts_list):
            view.setItemDelegate(TwoLineDelegate(view, ticks=False))
        # A click and Enter may both count as activating; each leads there once.
        for view in (self.work_list, self.people_list, self.acts_list):
            view.clicked.connect(self._open)
            view.activated.connect(self._open)
        self.choice: ChipChoice[int] = ChipChoice(self.tr("What to see"), self._choices())
        self.choice.chosen.connect(self._show_chosen)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.work_list)
        self._stack.addWidget(self.people_list)
        self._stack.addWidget(self.acts_list)
        self.plan_button = PlainButton(self.tr("&Plan a follow-up with them…"), self._plan)
        self.event_button = PlainButton(self.tr("To the &event"), self._show_event)
        self._event_id = event_id
        self.event_button.setVisible(event_id is not None and desk.offers(Act.SHOW_EVENT))
        self.close_button = PrimaryButton(self.tr("Close"), self.accept)
        self._reading = LatestReading(desk, "behind a figure", self)
        self._reading.came.connect(self._take)
        self._lay_out(title, rule)
        self._show_chosen()
        desk.contact_wanted.connect(self.accept)
        if read_groups is not None:
            self._read(read_groups)

    def is_reading(self) -> bool:
        """Return whether the groups are being read."""
        return self._reading.is_running()

    def done(self, result: int) -> None:
        """Close, and wait for nothing more."""
        self._reading.wait()
        super().done(result)

    def _read(self, wanted: Callable[[], Sequence[BehindGroup]]) -> None:
        """Read in a thread; who closes the list before it is there waits for nothing."""
        notebook = self._desk.notebook

        def read(given_up: Event) -> Sequence[BehindGroup]:
            # Hundreds of thousands of acts are made meanwhile: a search among them for what
            # nothing refers to would hold the window, and find nothing.
            with without_search(), notebook.while_wanted(given_up.is_set):
                return wanted()

        self._reading.read(read)

    def _take(self, groups: Sequence[BehindGroup]) -> None:
        """Show groups that were read."""
        self._awaited = False
        self._groups = _filled(groups)
        before, had_focus = self.choice, self.choice.isAncestorOf(self.focusWidget() or self)
        self.choice = ChipChoice(self.tr("What to see"), self._choices())
        self.choice.chosen.connect(self._show_chosen)
        self._column.replaceWidget(before, self.choice)
        before.hide()
        before.deleteLater()
        QWidget.setTabOrder(self.choice, self.work_list)
        if had_focus:
            self.choice.setFocus()
        self._show_chosen()

    def _choices(self) -> list[tuple[int, str]]:
        """Return what can be seen: each group by its number."""
        if self._awaited:
            return [(0, self.tr("Looking…"))]
        locale = self.locale()
        return [(at, group.title(locale)) for at, group in enumerate(self._groups)]

    def _show_chosen(self) -> None:
        group = self._groups[self.choice.value()]
        self.work.show(OpportunityColumn(tuple(group.work), (), 0))
        self.people.show(group.people, group.beside if group.people else ())
        self.acts.show(group.acts, group.beside if group.acts else ())
        self.plan_button.setVisible(bool(group.people))
        few = len(group.people) <= _MOST_PLANNED
        self.plan_button.setEnabled(few)
        words = self.tr("So many are not planned at once: choose a shorter time")
        self.plan_button.setToolTip("" if few else words)
        self._stack.setCurrentIndex(1 if group.people else 2 if group.acts else 0)

    def _open(self, index: QModelIndex) -> None:
        if index.model() is self.people:
            self._desk.open_contact(self.people.contact_ids[index.row()])
        elif index.model() is self.acts:
            self._open_act(self.acts.entry(index.row()))
        else:
            row = index.data(ROW_ROLE)
            if isinstance(row, OpportunityRow):
                self._show_entry(row.contact.id, EntryKind.OPPORTUNITY, row.id)

    def _open_act(self, entry: TimelineEntry | None) -> None:
        if entry is not None and entry.kind is EntryKind.EVENT:
            self.accept()
            self._desk.ask(Act.SHOW_EVENT, entry.id)
        elif entry is not None:
            person = next((each.id for each in entry.people if each.id is not None), None)
            self._show_entry(person, entry.kind, entry.id)

    def _show_entry(self, contact_id: int | None, kind: EntryKind, entry_id: int) -> None:
        if contact_id is not None and self._desk.offers(Act.SHOW_ENTRY):
            self.accept()
            self._desk.ask(Act.SHOW_ENTRY, contact_id, kind, entry_id)

    def _plan(self) -> None:
        note = self._groups[self.choice.value()].to_do
        show_plan_form(self._desk, self, contact_ids=self.people.contact_ids, note=note)

    def _show_event(self) -> None:
        self.accept()
        self._desk.ask(Act.SHOW_EVENT, self._event_id)

    def _lay_out(self, title: str, rule: str) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(title[:_LONGEST], TextRole.TITLE, wrap=True))
        if rule:
            column.addWidget(PlainLabel(rule, TextRole.SMALL, Tone.MUTED, wrap=True))
        column.addWidget(self.choice)
        column.addLayout(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.plan_button)
        buttons.addWidget(self.event_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        theme = theme_of(self)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(44), theme.em(46)).boundedTo(room))


def _filled(groups: Sequence[BehindGroup]) -> list[BehindGroup]:
    """Return the groups with something in them; where there is none, the first one of nothing."""
    return [group for group in groups if group.count] or list(groups[:1]) or [work_group(())]


def _list(name: str) -> QListView:
    view = QListView()
    fill_place(view)
    view.setUniformItemSizes(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setAccessibleName(name)
    return view
