"""What a figure is made of: the very opportunities and people, and something to do with them."""

from collections.abc import Sequence

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

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate
from notebook_app.gui.insights.people_model import BehindModel
from notebook_app.gui.opportunities.card_delegate import CardDelegate
from notebook_app.gui.opportunities.column_model import ROW_ROLE, ColumnModel
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.painted_line import fill_place
from notebook_app.model.opportunity_rows import OpportunityColumn, OpportunityRow
from notebook_app.model.rows import EntryKind

People = tuple[str, Sequence[int]]
"""What a group of people is called, with ``{n}`` for how many, and who is in it."""


class BehindDialog(QDialog):
    """Enter or a click leads to the opportunity or the person. Escape closes."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        *,
        opportunity_ids: Sequence[int] = (),
        people: Sequence[People] = (),
        rule: str = "",
    ) -> None:
        """Take the desk, who asked, what the figure is called, what it is of, and how counted.

        ``people`` are groups of people with their words (``{n} new people``).
        """
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setWindowTitle(title[:120])
        notebook = desk.notebook
        self.work = ColumnModel(notebook.opportunity_list, desk.clock.today, self)
        self.work.show(OpportunityColumn(tuple(opportunity_ids), (), 0))
        self._opportunities = len(opportunity_ids)
        self._groups = [group for group in people if group[1]]
        self.people = BehindModel(notebook, self)
        self.work_list = _list(self.tr("Opportunities"))
        self.work_list.setModel(self.work)
        self.work_list.setItemDelegate(CardDelegate(self.work_list, desk.clock.today))
        self.people_list = _list(self.tr("People"))
        self.people_list.setModel(self.people)
        self.people_list.setItemDelegate(TwoLineDelegate(self.people_list, ticks=False))
        # A click and Enter may both count as activating; each leads there once.
        for view in (self.work_list, self.people_list):
            view.clicked.connect(self._open)
            view.activated.connect(self._open)
        self.choice: ChipChoice[int] = ChipChoice(self.tr("What to see"), self._choices())
        self.choice.chosen.connect(self._show_chosen)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.work_list)
        self._stack.addWidget(self.people_list)
        self.plan_button = PlainButton(self.tr("&Plan a follow-up with them…"), self._plan)
        self.close_button = PrimaryButton(self.tr("Close"), self.accept)
        self._lay_out(title, rule)
        self._show_chosen()
        desk.contact_wanted.connect(lambda _contact_id: self.accept())

    def _choices(self) -> list[tuple[int, str]]:
        """Return what can be seen: the opportunities (-1), and each group of people."""
        number = self.locale().toString
        choices = []
        if self._opportunities or not self._groups:
            one, many = self.tr("1 opportunity"), self.tr("{n} opportunities")
            words = one if self._opportunities == 1 else many
            choices.append((-1, words.format(n=number(self._opportunities))))
        for at, (words, contact_ids) in enumerate(self._groups):
            choices.append((at, words.format(n=number(len(contact_ids)))))
        return choices

    def _show_chosen(self) -> None:
        at = self.choice.value()
        if at >= 0:
            self.people.show(self._groups[at][1])
        self.plan_button.setVisible(at >= 0)
        self._stack.setCurrentIndex(0 if at < 0 else 1)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE) if index.model() is self.work else None
        if isinstance(row, OpportunityRow):
            if row.contact.id is not None and self._desk.offers(Act.SHOW_ENTRY):
                self.accept()
                self._desk.ask(Act.SHOW_ENTRY, row.contact.id, EntryKind.OPPORTUNITY, row.id)
        elif index.model() is self.people:
            self._desk.open_contact(self.people.contact_ids[index.row()])

    def _plan(self) -> None:
        show_plan_form(self._desk, self, contact_ids=self.people.contact_ids)

    def _lay_out(self, title: str, rule: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(title[:200], TextRole.TITLE, wrap=True))
        if rule:
            column.addWidget(PlainLabel(rule, TextRole.SMALL, Tone.MUTED, wrap=True))
        column.addWidget(self.choice)
        column.addLayout(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.plan_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column.addLayout(buttons)
        theme = theme_of(self)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(44), theme.em(46)).boundedTo(room))


def _list(name: str) -> QListView:
    view = QListView()
    fill_place(view)
    view.setUniformItemSizes(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setAccessibleName(name)
    return view
