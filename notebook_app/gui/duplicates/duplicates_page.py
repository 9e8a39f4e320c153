"""The page of people who may be in the notebook twice: look at both, merge, or tell them apart."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.duplicates.compare_view import CompareView
from notebook_app.gui.duplicates.list_beside import ListBeside
from notebook_app.gui.duplicates.pair_list import PairList, certainty_words, reason_words
from notebook_app.gui.duplicates.pair_search import PairSearch
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.importing.two_line_delegate import TwoLineDelegate
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import Divider, PlainLabel
from notebook_app.gui.widgets.painted_line import fill_place
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.find_duplicates import DuplicatePair, say_distinct
from notebook_app.services.merge_contacts import (
    Comparison,
    compare_contacts,
    merge_contacts,
    the_one_to_keep,
)


class DuplicatesPage(Page):
    """Reached from the People menu and from the message after an import."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; the search begins when it is first shown."""
        super().__init__(desk, parent)
        self._focus_awaited = False
        self._comparison: Comparison | None = None
        self._unshown: list[DuplicatePair] | None = None
        self.model = PairList(desk.notebook.contacts.names_of, self)
        self.view = QListView()
        self.compare = CompareView()
        self.reasons = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.merge_button = PrimaryButton(self.tr("Merge"), self.merge)
        self.distinct_button = PlainButton(self.tr("Not the same person"), self.tell_apart)
        self.later_button = PlainButton(self.tr("Later"), self.put_off)
        self.swap_button = PlainButton(self.tr("Keep the other one"), self.swap)
        self.nobody = EmptyState(
            self.tr("Looking for duplicates…"),
            self.tr("People who are in the notebook twice will be shown here."),
        )
        self._stack = QStackedWidget()
        self.search = PairSearch(desk, self)
        self.count = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self._lay_out()
        for keys, button in (
            ("M", self.merge_button),
            ("N", self.distinct_button),
            ("L", self.later_button),
            ("S", self.swap_button),
        ):
            button.setToolTip(keys)
            shortcut = QShortcut(QKeySequence(keys), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.view.activated.connect(lambda _index: self.compare.focus_first())
        self.search.found.connect(self._take_pairs)
        self.search.stopped.connect(self._stopped)
        self.view.selectionModel().currentChanged.connect(lambda _on, _off: self._show_pair())

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Duplicates")

    def refresh(self, changes: ChangeSet | None) -> None:
        """Look again: everywhere, or around those who changed."""
        if changes is None or changes.everything:
            self.search.everywhere()
        elif changes.touches(Changed.CONTACT):
            self.search.around(changes.of(Changed.CONTACT))
        elif changes.touches(Changed.DUPLICATE):
            self.search.drop(changes.of(Changed.DUPLICATE))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was found while another page was shown."""
        super().showEvent(event)
        self._show_unshown()

    def focus_content(self) -> None:
        """Go to the list, as soon as there is one: its keys decide."""
        self._focus_awaited = not self.view.isVisible()
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def people_in_hand(self) -> Sequence[int]:
        """Return the two who are compared."""
        pair = self.current_pair()
        return pair.key if pair is not None else ()

    def current_pair(self) -> DuplicatePair | None:
        """Return the pair that is looked at."""
        return self.model.pair(self.view.currentIndex().row())

    def merge(self) -> None:
        """Merge the two as chosen, and go on to the next pair."""
        if (comparison := self._comparison) is None:
            return
        notebook, choices = self.desk.notebook, self.compare.choices()
        self._decide(
            lambda: merge_contacts(notebook, comparison.kept.id, [comparison.absorbed.id], choices)
        )

    def swap(self) -> None:
        """Let the other one stay, and what was chosen stay chosen."""
        if (comparison := self._comparison) is None:
            return
        kept, other = comparison.kept.id, comparison.absorbed.id
        try:
            turned = compare_contacts(self.desk.notebook, other, kept)
        except UserProblem as problem:
            self.desk.problem_met.emit(problem)
            return
        self._comparison = turned
        self.compare.show_swapped(turned)
        self._order_tabs()

    def tell_apart(self) -> None:
        """Remember that they are two people, and go on to the next pair."""
        if (pair := self.current_pair()) is not None:
            self._decide(lambda: say_distinct(self.desk.notebook, *pair.key))

    def put_off(self) -> None:
        """Go on to the next pair; this one comes again at the end."""
        row = self.view.currentIndex().row()
        if self.model.pair(row) is not None:
            self.model.put_off(row)
            self._choose(row if row < self.model.rowCount() - 1 else 0)

    def _decide(self, write: Callable[[], ChangeSet]) -> None:
        focused = self.focusWidget()
        inside = focused is not None and self.compare.isAncestorOf(focused)
        # The next pair is shown at once; what changes around the two is looked up meanwhile.
        if self.desk.perform(write) is not None and inside:
            self.focus_content()

    def _take_pairs(self, pairs: list[DuplicatePair]) -> None:
        self._unshown = pairs
        if self.isVisible():
            self._show_unshown()

    def _show_unshown(self) -> None:
        pairs, self._unshown = self._unshown, None
        if pairs is not None:
            self._show_pairs(pairs)

    def _show_pairs(self, pairs: list[DuplicatePair]) -> None:
        before, row = self.current_pair(), self.view.currentIndex().row()
        self.model.show(pairs)
        again = self.model.row_of(before.key) if before else -1
        self._choose(again if again >= 0 else max(0, min(row, self.model.rowCount() - 1)))

    def _choose(self, row: int) -> None:
        some = self.model.rowCount() > 0
        if not some:
            self._say_nobody(
                self.tr("No duplicates"), self.tr("Nobody seems to be in the notebook twice.")
            )
        self._stack.setCurrentIndex(0 if some else 1)
        self.count.setText(self._count_words())
        if some:
            self.view.setCurrentIndex(self.model.index(row))
            if self._focus_awaited and not isinstance(QApplication.focusWidget(), QLineEdit):
                self.focus_content()
        self._show_pair()

    def _show_pair(self) -> None:
        pair = self.current_pair()
        comparison = None if pair is None else self._compared(pair)
        self.reasons.setText(
            "" if pair is None else f"{certainty_words(pair).capitalize()}: {reason_words(pair)}"
        )
        for button in self._buttons():
            button.setEnabled(comparison is not None)
        # What the user has ticked meanwhile stays while nothing of the two changed.
        if not _same_two(comparison, self._comparison):
            self._comparison = comparison
            self.compare.show_comparison(comparison)
            self._order_tabs()

    def _compared(self, pair: DuplicatePair) -> Comparison | None:
        notebook = self.desk.notebook
        keep = the_one_to_keep(notebook, *pair.key)
        other = pair.second_id if keep == pair.first_id else pair.first_id
        try:
            return compare_contacts(notebook, keep, other)
        except UserProblem:
            # Gone since; the search that runs takes the pair off the list.
            return None

    def _order_tabs(self) -> None:
        for before, after in pairwise((self.view, *self.compare.cells(), *self._buttons())):
            QWidget.setTabOrder(before, after)

    def _buttons(self) -> Sequence[QWidget]:
        return (self.merge_button, self.distinct_button, self.later_button, self.swap_button)

    def _stopped(self) -> None:
        self._say_nobody(
            self.tr("The search was stopped"), self.tr("Come back to this page to look again.")
        )

    def _say_nobody(self, title: str, sentence: str) -> None:
        self.nobody.say(title, sentence)
        self._stack.setCurrentIndex(1)

    def _count_words(self) -> str:
        count = self.model.rowCount()
        if count == 1:
            return self.tr("1 pair, surest first")
        return self.tr("{count} pairs, surest first").format(count=self.locale().toString(count))

    def _lay_out(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Pairs who may be the same person, surest first"))
        view.setItemDelegate(TwoLineDelegate(view, ticks=False))
        view.setUniformItemSizes(True)
        fill_place(view)
        acts = FlowLayout(across=SMALL, down=SMALL)
        acts.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        for button in self._buttons():
            acts.addWidget(button)
        two = QVBoxLayout()
        two.setContentsMargins(0, 0, 0, 0)
        two.setSpacing(0)
        why = QVBoxLayout()
        why.setContentsMargins(LARGE, MEDIUM, LARGE, 0)
        why.addWidget(self.reasons)
        two.addLayout(why)
        two.addWidget(self.compare, 1)
        two.addWidget(Divider())
        two.addLayout(acts)
        filled = ListBeside(two)
        self.list_column = filled.list_column
        pairs = QVBoxLayout(self.list_column)
        pairs.setContentsMargins(0, 0, 0, 0)
        pairs.setSpacing(0)
        self.count.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        pairs.addWidget(self.count)
        pairs.addWidget(Divider())
        pairs.addWidget(view, 1)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.nobody)
        self._stack.setCurrentIndex(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


def _same_two(one: Comparison | None, other: Comparison | None) -> bool:
    """Return whether nothing of two compared people changed, whichever of them is to stay."""
    if one is None or other is None:
        return one is other
    return one == other or (one.kept, one.absorbed) == (other.absorbed, other.kept)
