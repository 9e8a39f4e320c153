"""The people list as Qt's views want it: lines by number, more of them when asked for."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from notebook_app.gui.follow_ups.due_words import due_words
from notebook_app.gui.people.listed_people import Everyone, Found
from notebook_app.gui.people.short_dates import short_age
from notebook_app.model.query.search_words import search_expression
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import ContactRow
from notebook_app.storage.people_list import PeopleList

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``ContactRow``, or None for a contact that is gone."""

ID_ROLE: Final = ROW_ROLE + 1
"""The row id of the contact."""

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractListModel):
    """The contacts within a filter; ``show`` changes the filter."""

    def __init__(self, people: PeopleList, parent: QObject | None = None) -> None:
        """Take where to read; the model is empty until ``show``."""
        super().__init__(parent)
        self._people = people
        self._today = date.min
        self._source: Everyone | Found | None = None

    def show(self, narrowed: PeopleQuery, today: date) -> None:
        """Show the contacts within ``narrowed``."""
        kind = Found if search_expression(narrowed.searches) else Everyone
        source = kind(self._people, narrowed, today)
        self.beginResetModel()
        self._today = today
        self._source = source
        self.endResetModel()

    def reread(self, today: date) -> bool:
        """Read the lines anew in place; return False if their order or number changed."""
        source = self._source
        return source is not None and today == self._today and source.reread()

    def position_of(self, contact_id: int) -> int | None:
        """Return the line of a contact, or None."""
        return None if self._source is None else self._source.position_of(contact_id)

    def id_at(self, position: int) -> int | None:
        """Return the contact on a line, or None."""
        return None if self._source is None else self._source.id_at(position)

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the contacts on the lines from ``first`` to ``last``, both included."""
        return [] if self._source is None else self._source.ids_between(first, last)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are so far."""
        if self._source is None or (parent is not None and parent.isValid()):
            return 0
        return self._source.count

    def canFetchMore(self, _parent: Index) -> bool:
        """Return whether the search may find more."""
        return self._source is not None and self._source.has_more

    def fetchMore(self, _parent: Index) -> None:
        """Look for more."""
        source = self._source
        if source is None:
            return
        before = source.count
        came = source.more()
        if came:
            self.beginInsertRows(QModelIndex(), before, before + came - 1)
            self.endInsertRows()

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the line, the id, the name, or the line as words for screen readers."""
        if self._source is None or not index.isValid():
            return None
        if role == ROW_ROLE:
            return self._source.row_at(index.row())
        if role == ID_ROLE:
            return self._source.id_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._source.row_at(index.row())
            return "" if row is None else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._source.row_at(index.row())
            return "" if row is None else self._words(row)
        return None

    def _words(self, row: ContactRow) -> str:
        parts = [row.name, row.second_line()]
        if row.last_conversation is not None:
            age = short_age(row.last_conversation, self._today)
            parts.append(self.tr("last spoke: {age}").format(age=age))
        if row.next_due is not None:
            due = due_words(row.next_due, None, self._today, QLocale())
            parts.append(self.tr("follow up: {due}").format(due=due))
        return ", ".join(part for part in parts if part)
