"""Merging people whom the user selected: two at a time, side by side, until one is left."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.duplicates.compare_view import CompareView
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.merge_contacts import (
    Comparison,
    compare_contacts,
    merge_contacts,
    the_one_to_keep,
)


class MergeDialog(FormDialog):
    """Takes two people or more; each merge is a change of its own, that can be undone."""

    def __init__(
        self, desk: Desk, contact_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        """Take whom to merge; the one of whom there is most to tell stays."""
        super().__init__(desk, parent, desk.tr("Merge people"), desk.tr("&Merge"))
        self.compare = CompareView()
        self.step = PlainLabel("", wrap=True)
        self.swap_button = PlainButton(self.tr("Keep the &other one"), self.swap)
        self.buttons.insertWidget(0, self.swap_button)
        self.body.addWidget(self.step)
        self.body.addWidget(self.compare, 1)
        self._comparison: Comparison | None = None
        self._keep, *self._left = _kept_first(desk, list(dict.fromkeys(contact_ids)))
        self._count = len(self._left)
        self._show_next()

    def sizeHint(self) -> QSize:
        """Return most of the window."""
        em = theme_of(self).em
        parent = self.parentWidget()
        if parent is None:
            return QSize(em(60), em(46))
        return QSize(min(em(66), parent.width() - em(4)), min(em(52), parent.height() - em(4)))

    def act(self) -> None:
        """Merge the two that are shown, and go on to the next."""
        if (comparison := self._comparison) is None or not self.act_button.isEnabled():
            return
        notebook, choices = self.desk.notebook, self.compare.choices()
        changes = self.desk.perform(
            lambda: merge_contacts(notebook, self._keep, [comparison.absorbed.id], choices),
            self.show_problem,
        )
        if changes is None:
            return
        del self._left[0]
        if self._left:
            self._show_next()
        else:
            self.accept()
            self.desk.open_contact(self._keep)

    def swap(self) -> None:
        """Let the other one stay, and what was chosen stay chosen."""
        if self._comparison is None or not self.act_button.isEnabled():
            return
        keep, other = self._left[0], self._keep
        try:
            self._comparison = compare_contacts(self.desk.notebook, keep, other)
        except UserProblem as problem:
            self.show_problem(problem)
            return
        self._keep, self._left[0] = keep, other
        self.compare.show_swapped(self._comparison)
        self._order_tabs()

    def _order_tabs(self) -> None:
        tabs = (*self.compare.cells(), self.swap_button, self.cancel_button, self.act_button)
        for before, after in pairwise(tabs):
            QWidget.setTabOrder(before, after)

    def _show_next(self) -> None:
        try:
            self._comparison = compare_contacts(self.desk.notebook, self._keep, self._left[0])
        except UserProblem as problem:
            self.show_problem(problem)
            self.act_button.setEnabled(False)
            return
        self.compare.show_comparison(self._comparison)
        self._order_tabs()
        words = self.tr("What is ticked is kept. All that happened with either of them stays.")
        if self._count > 1:
            number = self._count - len(self._left) + 1
            begun = self.tr("{number} of {count}.").format(number=number, count=self._count)
            words = f"{begun} {words}"
        self.step.setText(words)
        self.compare.focus_first()


def _kept_first(desk: Desk, contact_ids: list[int]) -> list[int]:
    keep = contact_ids[0]
    for other in contact_ids[1:]:
        keep = the_one_to_keep(desk.notebook, keep, other)
    return [keep, *(each for each in contact_ids if each != keep)]


def show_merge(desk: Desk, parent: QWidget, contact_ids: Sequence[int]) -> None:
    """Show two or more people side by side to be merged; fewer are told so."""
    if len(set(contact_ids)) < 2:
        desk.say(desk.tr("Select two people or more to merge them."))
        return
    MergeDialog(desk, contact_ids, parent).open()
