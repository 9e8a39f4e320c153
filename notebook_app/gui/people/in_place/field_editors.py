"""Edits fields that hold one value: a line, a choice, a birthday, languages, the note."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from notebook_app.gui.people.editor.partial_date_field import PartialDateField
from notebook_app.gui.people.in_place.item_editor import with_note_line
from notebook_app.gui.people.in_place.spot import Spot
from notebook_app.gui.people.in_place.spot_editor import SpotEditor
from notebook_app.gui.theme import TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import TextField
from notebook_app.gui.widgets.wrap_mode import wrap_mode
from notebook_app.model.contact import ContactDraft
from notebook_app.model.value_remarks import birthday_remark

_HIGHEST_EMS = 30
_LOWEST_EMS = 7


class LineEditor(SpotEditor):
    """One line; ``read`` makes the field's value of what was typed."""

    def __init__(
        self,
        spot: Spot,
        name: str,
        text: str,
        *,
        offered: Sequence[str] = (),
        read: Callable[[str], Any] = str.strip,
        parent: QWidget | None = None,
    ) -> None:
        """Take the spot, its name, its value as text, and what is offered while one types."""
        super().__init__(parent)
        self._spot = spot
        self._read = read
        self.edit = QLineEdit(text)
        self.edit.setAccessibleName(name)
        self._shown = self.edit.text()
        if offered:
            completer = QCompleter(list(offered), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.edit.setCompleter(completer)
            self.edit.returnPressed.connect(lambda: self._entered(completer.popup()))
        self.column.addWidget(PlainLabel(name, TextRole.SMALL, Tone.MUTED))
        self.column.addWidget(self.edit)
        self.main_field = self.edit

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put what was typed into the field; a line that was not touched leaves it as it is."""
        if self.edit.text() == self._shown:
            return draft
        changed: dict[str, Any] = {self._spot.field: self._read(self.edit.text())}
        return replace(draft, details=replace(draft.details, **changed))

    def _entered(self, offered: QAbstractItemView | None) -> None:
        """Commit what was typed while something else is merely offered."""
        if offered is None:
            return
        if offered.isVisible() and not offered.currentIndex().isValid():
            offered.hide()
            self.committed.emit(0)


class BirthdayEditor(SpotEditor):
    """A date with a year or without; a text that is none goes to the note."""

    def __init__(
        self, draft: ContactDraft, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Take the draft, and who knows today's date."""
        super().__init__(parent)
        self.field = PartialDateField(today, self.tr("Birthday"))
        self.field.show_date(draft.details.birthday)
        self.column.addWidget(PlainLabel(self.tr("Birthday"), TextRole.SMALL, Tone.MUTED))
        self.column.addWidget(self.field)
        self.main_field = self.field.edit
        self._today = today
        self.field.changed.connect(self._look)

    def begin(self) -> None:
        """Begin, and point out what was a mistake before."""
        super().begin()
        self._look()

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put the date into the draft."""
        if unread := self.field.unread():
            return with_note_line(draft, self.tr("Birthday: {text}").format(text=unread))
        return replace(draft, details=replace(draft.details, birthday=self.field.value()))

    def _look(self) -> None:
        day = self.field.value()
        self.remark("" if day is None else birthday_remark(day, self._today()))


class NoteEditor(SpotEditor):
    """Several lines; Ctrl+Enter ends it, since Enter begins a line."""

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        """Take the note."""
        super().__init__(parent)
        self._note = note
        self.text = TextField(note)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setWordWrapMode(wrap_mode(note))
        self._shown = self.text.toPlainText()
        self.column.addWidget(self.text)
        self.column.addWidget(
            PlainLabel(self.tr("Ctrl+Enter keeps it"), TextRole.SMALL, Tone.MUTED)
        )
        self.main_field = self.text
        self.text.textChanged.connect(self._grow)
        self._grow()

    def apply(self, draft: ContactDraft) -> ContactDraft:
        """Put the note into the draft."""
        typed = self.text.toPlainText()
        if typed == self._shown:
            return draft
        return replace(draft, details=replace(draft.details, note=typed))

    def begin(self) -> None:
        """Begin to write at the end."""
        super().begin()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave plain Enter to the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _grow(self) -> None:
        theme = theme_of(self)
        lines = min(self.text.blockCount(), 60) + 1
        wanted = self.text.fontMetrics().lineSpacing() * lines + theme.em(1.5)
        self.text.setFixedHeight(min(theme.em(_HIGHEST_EMS), max(theme.em(_LOWEST_EMS), wanted)))
