"""The people list as one moves in it: arrows, Enter, Delete, several at once, typing a name."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.people.people_model import PeopleModel

_TYPED_TOGETHER_SECONDS: Final = 1.0
_SELECTED_KEPT: Final = 500

_Command = QItemSelectionModel.SelectionFlag


@record
class Place:
    """Where one was in the list: who was current, selected, and at its top."""

    current: int | None
    selected: tuple[int, ...]
    top: int | None
    top_offset: int


class PeopleView(QTableView):
    """``current_changed`` carries the contact to show, once all keys that came are dealt with.

    A table of one column, since Qt's list view asks the model for each of 100,000 lines when it
    lays them out, and its table view does not.
    """

    current_changed = Signal(object)
    opened = Signal()
    delete_wanted = Signal()

    def __init__(
        self,
        model: PeopleModel,
        first_named: Callable[[str], int | None],
        parent: QWidget | None = None,
    ) -> None:
        """Take the lines, and what finds the first contact whose name begins as typed."""
        super().__init__(parent)
        self._people = model
        self._first_named = first_named
        self._typed = ""
        self._typed_at = 0.0
        self.setAccessibleName(self.tr("People"))
        self.setModel(model)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._telling.start(0))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def show_as_table(self, widths: Sequence[int], sorted_by: int, descending: bool) -> None:
        """Show the columns of the model under headings, with widths in pixels (0: as it comes).

        ``sorted_by`` is the column that the lines are sorted by; -1 for another order.
        """
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(sorted_by >= 0)
        if sorted_by >= 0:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(sorted_by, order)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        header.show()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_as_list(self) -> None:
        """Show one column without a heading."""
        header = self.horizontalHeader()
        header.hide()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_line_height(self, height: int) -> None:
        """Set the height of each line, in device-independent pixels."""
        self.verticalHeader().setDefaultSectionSize(height)

    def selectAll(self) -> None:
        """Select all whom a search finds, also those that were not looked at yet."""
        self._people.finish()
        root = QModelIndex()
        while self._people.canFetchMore(root):
            self._people.fetchMore(root)
        super().selectAll()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End go to the first and the last person."""
        if action is QAbstractItemView.CursorAction.MoveEnd:
            self._people.finish()
        last = self._people.rowCount() - 1
        if action is QAbstractItemView.CursorAction.MoveHome:
            return self._people.index(0)
        if action is QAbstractItemView.CursorAction.MoveEnd:
            return self._people.index(last)
        return super().moveCursor(action, modifiers)

    def current_id(self) -> int | None:
        """Return the contact whose line has the cursor, or None."""
        index = self.currentIndex()
        return self._people.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[int]:
        """Return all selected contacts from top to bottom."""
        ranges = sorted(self._ranges())
        if self.few_selected():
            # As they are seen, whatever was written meanwhile.
            lines = (line for first, last in ranges for line in range(first, last + 1))
            seen = (self._people.id_at(line) for line in lines)
            return [contact_id for contact_id in seen if contact_id is not None]
        return [
            contact_id
            for first, last in ranges
            for contact_id in self._people.ids_between(first, last)
        ]

    def first_line(self) -> int:
        """Return the topmost selected line, else the current one; -1 without either."""
        return min((first for first, _last in self._ranges()), default=self.currentIndex().row())

    def few_selected(self) -> bool:
        """Return whether so few are selected that all of them can be named."""
        return sum(last - first + 1 for first, last in self._ranges()) <= _SELECTED_KEPT

    def select_line(self, position: int) -> None:
        """Make one line the current and only selected one, and show it."""
        index = self._people.index(position)
        self.selectionModel().setCurrentIndex(index, _Command.ClearAndSelect | _Command.Rows)
        self.scrollTo(index)

    def select_contact(self, contact_id: int) -> bool:
        """Select a contact's line; return whether there is one."""
        position = self._people.position_of(contact_id)
        if position is None:
            return False
        self.select_line(position)
        return True

    def place(self) -> Place:
        """Return where one is now."""
        top = self.indexAt(QPoint(1, 1))
        return Place(
            self.current_id(),
            tuple(self.selected_ids()) if self.few_selected() else (),
            self._people.id_at(top.row()) if top.isValid() else None,
            self.visualRect(top).top() if top.isValid() else 0,
        )

    def go_back_to(self, place: Place) -> None:
        """Be there again after the lines were read anew, as far as they are still there."""
        selection = QItemSelection()
        for contact_id in place.selected:
            position = self._people.position_of(contact_id)
            if position is not None:
                index = self._people.index(position)
                selection.select(index, index)
        self.selectionModel().select(selection, _Command.ClearAndSelect | _Command.Rows)
        if place.current is not None:
            position = self._people.position_of(place.current)
            if position is not None:
                index = self._people.index(position)
                self.selectionModel().setCurrentIndex(index, _Command.NoUpdate)
        top = None if place.top is None else self._people.position_of(place.top)
        if top is not None:
            self.scrollTo(self._people.index(top), QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - place.top_offset)

    def keyboardSearch(self, search: str) -> None:
        """Go to the first name that begins as typed, without reading the lines between."""
        now = time.monotonic()
        fresh = now - self._typed_at > _TYPED_TOGETHER_SECONDS
        self._typed = search if fresh else self._typed + search
        self._typed_at = now
        contact_id = self._first_named(self._typed) if self._typed.strip() else None
        if contact_id is not None:
            self.select_contact(contact_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, delete, or move."""
        # Only a viewport that hides all behind it is scrolled without painting every line anew.
        self.viewport().setAutoFillBackground(True)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def tell_now(self) -> None:
        """Tell at once who is current, as tests and restoring want it."""
        self._telling.stop()
        self._tell()

    def tell_after(self, milliseconds: int) -> None:
        """Tell who is current when so much time has passed without another change."""
        self._telling.start(milliseconds)

    def tell_no_more(self) -> None:
        """Leave untold what was still to be told."""
        self._telling.stop()

    def tell_if_due(self) -> None:
        """Tell at once who is current, if that was still to be told."""
        if self._telling.isActive():
            self.tell_now()

    def _ranges(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = [selection.at(number) for number in range(selection.count())]
        return [(part.top(), part.bottom()) for part in parts]

    def _tell(self) -> None:
        self.current_changed.emit(self.current_id())
