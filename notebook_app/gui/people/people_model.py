"""The people list as Qt's views want it: lines by number, more of them when asked for."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from notebook_app.gui.follow_ups.due_words import due_words
from notebook_app.gui.people.cell_words import cell_words, heading
from notebook_app.gui.people.list_rest import AskedList, ListRest
from notebook_app.gui.people.listed_people import Everyone, Found
from notebook_app.gui.people.short_dates import short_age
from notebook_app.model.query.columns import ListColumn
from notebook_app.model.query.search_words import search_expression
from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import ContactRow
from notebook_app.storage.list_cells import Cell, ListCells
from notebook_app.storage.people_list import PeopleList

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``ContactRow``, or None for a contact that is gone."""

ID_ROLE: Final = ROW_ROLE + 1
"""The row id of the contact."""

_CELLS_PAGE: Final = 40
_CELL_PAGES_KEPT: Final = 50

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """The contacts within a filter; ``show`` changes the filter.

    With ``columns`` it is a table, else it has one column whose lines a delegate draws. Of a long
    list the beginning is there at once; ``completed`` tells that the rest of it is there too.
    """

    completed = Signal()

    def __init__(
        self, people: PeopleList, cells: ListCells | None = None, parent: QObject | None = None
    ) -> None:
        """Take where to read lines and, for tables, cells; the model is empty until ``show``."""
        super().__init__(parent)
        self._people = people
        self._cells = cells
        self._columns: tuple[ListColumn, ...] = ()
        self._cell_pages: dict[int, dict[int, tuple[Cell, ...]]] = {}
        self._today = date.min
        self._locale = QLocale()
        self._source: Everyone | Found | None = None
        self._rest = ListRest(people, self)
        self._rest.arrived.connect(self._complete)

    def show(
        self,
        narrowed: PeopleQuery,
        today: date,
        sort: ListSort = BY_NAME,
        *,
        also: int | None = None,
    ) -> None:
        """Show the contacts within ``narrowed``; those found by words come the best first.

        ``also`` is a contact of whom ``holds_later`` is to tell.
        """
        source: Everyone | Found
        if search_expression(narrowed.searches):
            source = Found(self._people, narrowed, today)
        else:
            source = Everyone(self._people, narrowed, today, sort, also)
        self.beginResetModel()
        self._today = today
        self._source = source
        self._cell_pages.clear()
        self.endResetModel()
        self._rest.forget()
        if not source.is_whole:
            self._rest.read(AskedList(narrowed, today, sort))

    @property
    def is_whole(self) -> bool:
        """Whether all lines of the list are there, or are found by looking further."""
        return self._source is None or self._source.is_whole

    def holds_later(self, contact_id: int | None) -> bool:
        """Return whether a contact stands on one of the lines that are still to come."""
        return isinstance(self._source, Everyone) and self._source.holds_later(contact_id)

    def finish(self) -> None:
        """Have all lines of the list now."""
        if isinstance(self._source, Everyone) and not self._source.is_whole:
            self._rest.forget()
            self._complete(self._source.read_all())

    def wait(self) -> None:
        """Read nothing more, before the notebook is closed."""
        self._rest.wait()

    @property
    def columns(self) -> tuple[ListColumn, ...]:
        """The columns of the table; none for a list."""
        return self._columns

    def show_columns(self, columns: Sequence[ListColumn]) -> None:
        """Be a table with these columns, or a list without any."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._cell_pages.clear()
        self.endResetModel()

    def reread(self, today: date) -> bool:
        """Read the lines anew in place; return False if their order or number changed."""
        source = self._source
        self._cell_pages.clear()
        return source is not None and today == self._today and source.reread()

    def position_of(self, contact_id: int) -> int | None:
        """Return the line of a contact, or None; whatever it takes to know it."""
        position = self.known_position_of(contact_id)
        if position is None and not self.is_whole:
            self.finish()
            position = self.known_position_of(contact_id)
        return position

    def known_position_of(self, contact_id: int) -> int | None:
        """Return the line of a contact as far as the list is known, or None."""
        return None if self._source is None else self._source.position_of(contact_id)

    def id_at(self, position: int) -> int | None:
        """Return the contact on a line, or None."""
        return None if self._source is None else self._source.id_at(position)

    def ids_between(self, first: int, last: int) -> list[int]:
        """Return the contacts on the lines from ``first`` to ``last``, both included."""
        if self._source is None:
            return []
        if last >= self._source.count:
            self.finish()
        return self._source.ids_between(first, last)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are so far."""
        if self._source is None or (parent is not None and parent.isValid()):
            return 0
        return self._source.count

    def index(self, row: int, column: int = 0, parent: Index | None = None) -> QModelIndex:
        """Return a place in the table; a list has the first column only."""
        return super().index(row, column, QModelIndex() if parent is None else parent)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else max(1, len(self._columns))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return heading(self._columns[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

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
        if self._columns and role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._source.row_at(index.row())
            return "" if row is None else row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._source.row_at(index.row())
            return "" if row is None else self._words(row)
        return None

    def _complete(self, ids: list[int]) -> None:
        source = self._source
        if not isinstance(source, Everyone) or source.is_whole:
            return
        before = source.count
        if not source.goes_on_as(ids):  # Somebody else wrote meanwhile.
            self.beginResetModel()
            source.complete(ids)
            self._cell_pages.clear()
            self.endResetModel()
        elif len(ids) > before:
            self.beginInsertRows(QModelIndex(), before, len(ids) - 1)
            self._cell_pages.pop(before // _CELLS_PAGE, None)
            source.complete(ids)
            self.endInsertRows()
        else:
            source.complete(ids)
        self.completed.emit()

    def _cell(self, line: int, at: int) -> str:
        source, cells = self._source, self._cells
        contact_id = None if source is None else source.id_at(line)
        if source is None or cells is None or contact_id is None:
            return ""
        page = self._cell_pages.get(line // _CELLS_PAGE)
        if page is None or contact_id not in page:
            first = line - line % _CELLS_PAGE
            around = (source.id_at(each) for each in range(first, first + _CELLS_PAGE))
            ids = [each for each in around if each is not None]
            if len(self._cell_pages) > _CELL_PAGES_KEPT:
                self._cell_pages.clear()
            page = self._cell_pages[line // _CELLS_PAGE] = cells.rows(ids, self._columns)
        return cell_words(self._columns[at], page[contact_id][at], self._locale)

    def _words(self, row: ContactRow) -> str:
        parts = [row.name, row.second_line(), *(tag for tag, _colour in row.coloured_tags)]
        if row.last_conversation is not None:
            age = short_age(row.last_conversation, self._today)
            parts.append(self.tr("last spoke: {age}").format(age=age))
        if row.next_due is not None:
            due = due_words(row.next_due, None, self._today, QLocale())
            parts.append(self.tr("follow up: {due}").format(due=due))
        return ", ".join(part for part in parts if part)
