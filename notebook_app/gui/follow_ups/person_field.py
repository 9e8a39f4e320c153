"""A field for one person of the notebook, completed as one types."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.notebook import Notebook

_OFFERED = 8
_NAME = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1


class PersonField(QLineEdit):
    """``person_changed`` carries the row id of the contact, or None while it is not clear who."""

    person_changed = Signal(object)

    def __init__(self, notebook: Notebook, name: str = "", parent: QWidget | None = None) -> None:
        """Take the notebook to look people up in, and the field's name for screen readers."""
        super().__init__(parent)
        self._notebook = notebook
        self._contact_id: int | None = None
        self._choices: list[ContactChoice] = []
        self.setAccessibleName(name or self.tr("Person"))
        self.setPlaceholderText(self.tr("Whom? Begin to type a name"))
        self._offered = QStandardItemModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_NAME)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self._look_up)

    def contact_id(self) -> int | None:
        """Return who is meant: chosen, the only one who fits, or whose name it is exactly."""
        if self._contact_id is None and self.text().strip():
            named = [
                choice for choice in self._choices if folded(choice.name) == folded(self.text())
            ]
            candidates = named or self._choices
            if len(candidates) == 1:
                return candidates[0].id
        return self._contact_id

    def set_contact(self, contact_id: int) -> None:
        """Show a person."""
        self._contact_id = contact_id
        self.setText(self._notebook.contacts.name_of(contact_id))
        self.setCursorPosition(0)
        self.person_changed.emit(contact_id)

    def _look_up(self, text: str) -> None:
        self._contact_id = None
        self._choices = self._notebook.contacts.complete(text, _OFFERED)
        self._offered.clear()
        for choice in self._choices:
            shown = " · ".join(part for part in (choice.name, choice.organization) if part)
            item = QStandardItem(shown)
            item.setData(choice.name, _NAME)
            item.setData(choice.id, _ID)
            self._offered.appendRow(item)
        self.person_changed.emit(self.contact_id())

    def _take(self, index: QModelIndex) -> None:
        contact_id = index.data(_ID)
        if isinstance(contact_id, int):
            self.set_contact(contact_id)
