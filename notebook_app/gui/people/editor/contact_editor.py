"""The editor (to come)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from notebook_app.model.contact import ContactDraft
from notebook_app.storage.notebook import Notebook


class ContactEditor(QWidget):
    save_wanted = Signal()
    given_up = Signal()

    def __init__(self, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def show_draft(self, before: ContactDraft, written: ContactDraft | None, *, new: bool) -> None:
        self._d = before

    def draft(self) -> ContactDraft:
        return self._d

    def original(self) -> ContactDraft:
        return self._d

    def has_changes(self) -> bool:
        return False

    def begin(self) -> None: ...
