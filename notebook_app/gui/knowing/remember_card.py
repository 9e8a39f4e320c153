"""Things to remember of the contact that is shown: a quiet card above the timeline."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.fact_line import FactField, FactLine
from notebook_app.gui.theme import SMALL, TIGHT
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import SectionHeading
from notebook_app.model.changes import ChangeSet
from notebook_app.model.remembered import RememberedRow


class RememberCard(Card):
    """Hidden while there is nothing to remember and nothing is being added."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self._contact_id = 0
        self._facts: Sequence[RememberedRow] = ()
        self._waiting: Sequence[RememberedRow] | None = None
        self._new_for = 0
        self.lines: list[FactLine] = []
        self.field: FactField | None = None
        self.add_button = LinkButton(self.tr("+ Add"), self.add)
        self.add_button.setToolTip(self.tr("Something to remember of them"))
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(SectionHeading(self.tr("Things to remember")))
        head.addStretch(1)
        head.addWidget(self.add_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.setSpacing(TIGHT)
        self.body.addLayout(head)
        self.body.addLayout(self._column)
        self.hide()

    def show_facts(self, contact_id: int, facts: Sequence[RememberedRow]) -> None:
        """Show what there is to remember of a contact; it waits while one of it is edited."""
        if contact_id != self._contact_id:
            self._waiting = None
            self.settle()
            self._contact_id = contact_id
            self._end_adding()
        if any(line.field is not None for line in self.lines):
            self._waiting = facts
            return
        self._facts, self._waiting = facts, None
        for line in self.lines[len(facts) :]:
            # Not given away: it may be needed for the next contact.
            line.hide()
        while len(self.lines) < len(facts):
            self._make_line()
        for line, fact in zip(self.lines, facts, strict=False):
            line.show_fact(fact.id, fact.text)
            line.show()
        self._show_or_hide()

    def add(self) -> None:
        """Open a line for one more, and another one after each Enter."""
        if self.field is None:
            self._new_for = self._contact_id
            self.field = FactField("")
            self.field.said.connect(self._add)
            self.field.left.connect(self._end_adding)
            self.body.addWidget(self.field)
            QWidget.setTabOrder(self._last_stop(), self.field)
        self._show_or_hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """End an edit, saved."""
        for line in self.lines:
            line.settle()
        if self.field is not None:
            self.field.say(elsewhere=True)

    def _make_line(self) -> None:
        line = FactLine()
        line.changed.connect(partial(self._change, line))
        line.moved.connect(partial(self._move, line))
        line.removed.connect(partial(self._remove, line))
        line.closed.connect(self._show_what_waits)
        before = self._last_stop()
        self.lines.append(line)
        self._column.addWidget(line)
        QWidget.setTabOrder(before, line)

    def _last_stop(self) -> QWidget:
        return self.lines[-1] if self.lines else self.add_button

    def _show_what_waits(self) -> None:
        if self._waiting is not None:
            self.show_facts(self._contact_id, self._waiting)

    def _add(self, words: str) -> None:
        # Loaded when it is first needed: most pages are only read.
        from notebook_app.services.remember_facts import remember

        contact_id = self._new_for
        written = self._perform(lambda: remember(self._desk.notebook, contact_id, words))
        if self.field is not None and written:
            self.field.begin_anew()

    def _change(self, line: FactLine, words: str) -> None:
        from notebook_app.services.remember_facts import change_fact

        fact_id = line.fact_id
        self._perform(lambda: change_fact(self._desk.notebook, fact_id, words))

    def _move(self, line: FactLine, step: int) -> None:
        from notebook_app.services.remember_facts import move_fact

        fact_id = line.fact_id
        if self._perform(lambda: move_fact(self._desk.notebook, fact_id, step)):
            self._focus_fact(fact_id)

    def _remove(self, line: FactLine) -> None:
        from notebook_app.services.remember_facts import forget_fact

        fact_id, place = line.fact_id, self.lines.index(line)
        if self._perform(lambda: forget_fact(self._desk.notebook, fact_id)) and self._facts:
            last = len(self._facts) - 1
            self.lines[min(place, last)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _perform(self, write: Callable[[], ChangeSet | None]) -> bool:
        return self._desk.perform(write) is not None

    def _focus_fact(self, fact_id: int) -> None:
        for line in self.lines:
            if line.fact_id == fact_id and line.isVisible():
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_adding(self) -> None:
        if self.field is None:
            return
        field, self.field = self.field, None
        had_focus = field.hasFocus()
        self.body.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._show_or_hide()
        if had_focus and self.isVisible():
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_or_hide(self) -> None:
        self.setVisible(bool(self._facts) or self.field is not None)
