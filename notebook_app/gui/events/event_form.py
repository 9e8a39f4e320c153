"""Where an event is written or corrected, in the place where it is shown."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.events.event_fields import EventFields
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, Tone
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import Event, EventDraft
from notebook_app.services.save_event import add_event, update_event


class EventForm(Card):
    """``saved`` carries the row id of the event, ``left`` is emitted when one goes back.

    Enter in a line and Ctrl+Enter anywhere save, Escape goes back.
    """

    saved = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; there is nothing to change yet."""
        super().__init__(highlighted=True, parent=parent)
        self._desk = desk
        self._event: Event | None = None
        self.fields = EventFields(desk)
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.save_button = PrimaryButton(self.tr("Save"), self.save)
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.back_button = PlainButton(self.tr("Cancel"), self.left.emit)
        self.back_button.setToolTip(self.tr("Escape"))
        self.body.addWidget(self.fields)
        self.body.addWidget(self.trouble)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        self._say("")
        for field in self.fields.lines():
            field.returnPressed.connect(self.save)
        self.fields.changed.connect(lambda: self._say(""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.save)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def event_id(self) -> int | None:
        """The event that is changed; None for a new one."""
        return None if self._event is None else self._event.id

    def begin(self, event: Event | None, draft: EventDraft | None = None) -> None:
        """Begin to change an event, or to write a new one that may be filled in a little."""
        self._event = event
        beginning = draft or EventDraft("", self._desk.clock.today())
        self.fields.show_draft(beginning if event is None else event.draft)
        self._say("")
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.name.selectAll()

    def is_changed(self) -> bool:
        """Return whether something would be lost."""
        if self._event is None:
            return bool(self.fields.name.text().strip())
        return self.fields.is_changed()

    def save(self) -> bool:
        """Save, or say what is missing; return whether it was saved."""
        mistake = self.fields.mistake()
        if mistake is not None:
            words, field = mistake
            self._say(words)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        changes = self._desk.perform(self._write, self._show_problem)
        if changes is None:
            return False
        self.saved.emit(next(iter(changes.of(Changed.EVENT))))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _write(self) -> ChangeSet:
        notebook, draft = self._desk.notebook, self.fields.draft()
        if self._event is None:
            return add_event(notebook, draft)
        stored = notebook.events.get(self._event.id)
        if stored is not None:
            # Somebody may have been put down as met while the form was open.
            now = stored.draft
            draft = replace(draft, met=now.met, seen=now.seen, expected=now.expected)
        return update_event(notebook, self._event.id, draft)

    def _show_problem(self, problem: UserProblem) -> None:
        self._say(problem.one_line())

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
