"""People by their row ids as a plain list; names are read as they are looked at."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE, TITLE_ROLE
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.contact import Contact
from notebook_app.storage.notebook import Notebook

_PAGE: Final = 60
_LONGEST: Final = 200
_Index = QModelIndex | QPersistentModelIndex


class BehindModel(QAbstractListModel):
    """The people behind a figure: name, and title and organisation below it."""

    def __init__(self, notebook: Notebook, parent: QObject | None = None) -> None:
        """Take where to read; there is nobody until ``show``."""
        super().__init__(parent)
        self._notebook = notebook
        self.contact_ids: tuple[int, ...] = ()
        self._beside: Sequence[str] = ()
        self._read: dict[int, Contact] = {}

    def show(self, contact_ids: Sequence[int], beside: Sequence[str] = ()) -> None:
        """Show these people, with words at the end of each line where there are any."""
        self.beginResetModel()
        self.contact_ids = tuple(contact_ids)
        self._beside = beside
        self._read = {}
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many people there are."""
        return 0 if parent is not None and parent.isValid() else len(self.contact_ids)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return name and second line, the words beside them, or all for screen readers."""
        if not index.isValid():
            return None
        beside = self._beside[index.row()] if self._beside else ""
        if role == BADGE_ROLE:
            return (beside, BadgeKind.NEUTRAL) if beside else None
        contact = self._contact(index.row())
        if contact is None:
            return "" if role in (TITLE_ROLE, SECOND_ROLE) else None
        details = contact.details
        second = " · ".join(part for part in (details.title, details.organization) if part)
        if role == TITLE_ROLE:
            return details.display_name[:_LONGEST]
        if role == SECOND_ROLE:
            return second[:_LONGEST]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (details.display_name, second, beside) if part)
        return None

    def _contact(self, row: int) -> Contact | None:
        contact_id = self.contact_ids[row]
        if contact_id not in self._read:
            start = row - row % _PAGE
            for contact in self._notebook.contacts.many(self.contact_ids[start : start + _PAGE]):
                self._read[contact.id] = contact
        return self._read.get(contact_id)
