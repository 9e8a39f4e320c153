"""One opportunity beside the columns, with all its fields to be changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.opportunity_fields import OpportunityFields
from notebook_app.gui.theme import SMALL, TIGHT, Tone
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, PrimaryButton, QuietButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.services.save_opportunity import add_opportunity, update_opportunity


class OpportunityPanel(ScrollColumn):
    """Enter in a line and Ctrl+Enter anywhere save, Escape goes back to the cards.

    Signals:
        saved: the row id of what was written.
        left: one goes back to the cards.
        delete_wanted: the row id of what is shown.
    """

    saved = Signal(int)
    left = Signal()
    delete_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self.opportunity_id: int | None = None
        self.heading = SectionHeading("")
        self.fields = OpportunityFields(desk)
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.save_button = PrimaryButton(self.tr("Save"), self.save)
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.back_button = PlainButton(self.tr("Cancel"), self._leave)
        self.back_button.setToolTip(self.tr("Escape"))
        self.close_button = QuietButton("×", self.tr("Close (Escape)"), self._leave)
        self.person_button = LinkButton(self.tr("Show this person"), self._show_person)
        self.delete_button = PlainButton(self.tr("Delete"), self._delete)
        self._lay_out()
        self._say("")
        for field in self.fields.lines():
            field.returnPressed.connect(self.save)
        self.fields.changed.connect(self._touched)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_opportunity(self, opportunity_id: int) -> bool:
        """Show an opportunity as it stands now; return whether it is there."""
        stored = self._desk.notebook.opportunities.get(opportunity_id)
        if stored is None:
            return False
        other = opportunity_id != self.opportunity_id
        self.opportunity_id = opportunity_id
        self._begin(stored.draft, self.tr("Opportunity"))
        if other:
            self.verticalScrollBar().setValue(0)
        return True

    def begin_new(self, draft: OpportunityDraft | None = None) -> None:
        """Begin a new one, which may be filled in a little."""
        self.opportunity_id = None
        self._begin(draft or OpportunityDraft(0, ""), self.tr("New opportunity"))
        self.verticalScrollBar().setValue(0)
        self.focus_fields()

    def focus_fields(self) -> None:
        """Go to the first field, of a new one to what is missing."""
        fields = self.fields
        missing = fields.title.text().strip() and fields.person.contact_id() is None
        field = fields.person if missing else fields.title
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # All of it, with the beginning of a long one in sight.
        field.end(False)
        field.home(True)

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        return self.fields.is_changed()

    def save(self) -> bool:
        """Save, or say what is missing; return whether nothing is left to save."""
        mistake = self.fields.mistake()
        if mistake is not None:
            words, field = mistake
            self._say(words)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.opportunity_id is not None and not self.is_changed():
            return True
        changes = self._desk.perform(self._write, self._show_problem)
        if changes is None:
            return False
        if self.opportunity_id is None:
            (self.opportunity_id,) = changes.of(Changed.OPPORTUNITY)
        self.show_opportunity(self.opportunity_id)
        self.saved.emit(self.opportunity_id)
        return True

    def forget(self) -> None:
        """Forget what was typed."""
        if self.opportunity_id is None or not self.show_opportunity(self.opportunity_id):
            self.opportunity_id = None
            self._begin(OpportunityDraft(0, ""), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _begin(self, draft: OpportunityDraft, heading: str) -> None:
        self.heading.setText(heading)
        self.fields.show_draft(draft)
        self._say("")
        is_new = self.opportunity_id is None
        self.delete_button.setVisible(not is_new)
        self.person_button.setVisible(not is_new)
        self._touched()

    def _write(self) -> ChangeSet:
        notebook, draft = self._desk.notebook, self.fields.draft()
        if self.opportunity_id is None:
            return add_opportunity(notebook, draft)
        return update_opportunity(notebook, self.opportunity_id, draft)

    def _touched(self) -> None:
        self._say("")
        new = self.opportunity_id is None
        changed = new or self.fields.is_changed()
        self.save_button.setEnabled(changed)
        self.back_button.setVisible(changed)

    def _show_person(self) -> None:
        contact_id = self.fields.person.contact_id()
        if contact_id is not None:
            self._desk.open_contact(contact_id)

    def _delete(self) -> None:
        if self.opportunity_id is not None:
            self.delete_wanted.emit(self.opportunity_id)

    def _show_problem(self, problem: UserProblem) -> None:
        self._say(problem.one_line())

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.save_button)
        self.column.setSpacing(TIGHT + 2)
        self.column.addLayout(head)
        self.column.addWidget(self.fields)
        self.column.addWidget(self.person_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trouble)
        self.column.addLayout(buttons)
        self.column.addStretch(1)
