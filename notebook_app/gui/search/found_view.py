"""The results as one moves in them: arrows past the headings, Enter, Escape."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from notebook_app.gui.search.found_model import FoundModel, Heading
from notebook_app.gui.widgets.painted_line import fill_place

_Command = QItemSelectionModel.SelectionFlag


class FoundView(QListView):
    """``opened`` carries the line's number; ``left_upwards`` is Up on the first result."""

    opened = Signal(int)
    left_upwards = Signal()
    back_wanted = Signal()

    def __init__(self, model: FoundModel, parent: QWidget | None = None) -> None:
        """Take the lines."""
        super().__init__(parent)
        self._found = model
        self.setModel(model)
        self.setAccessibleName(self.tr("What was found"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        fill_place(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, go back, or move."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open(self.currentIndex())
            case Qt.Key.Key_Escape:
                self.back_wanted.emit()
            case Qt.Key.Key_Up if self._next(self.currentIndex().row(), -1) is None:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Pass over the headings; Home and End are the first and the last result."""
        actions = QAbstractItemView.CursorAction
        row = self.currentIndex().row()
        last = self._found.rowCount()
        match action:
            case actions.MoveHome:
                target = self._next(-1, 1)
            case actions.MoveEnd:
                target = self._next(last, -1)
            case actions.MoveDown | actions.MoveNext:
                target = self._next(row, 1)
            case actions.MoveUp | actions.MovePrevious:
                target = self._next(row, -1)
            case _:
                index = super().moveCursor(action, modifiers)
                if not isinstance(self._found.line(index.row()), Heading):
                    return index
                target = self._next(index.row(), 1)
        return self.currentIndex() if target is None else self._found.index(target)

    def select_line(self, position: int) -> None:
        """Put the cursor on a line, or on the first result below a heading."""
        if isinstance(self._found.line(position), Heading):
            position += 1
        index = self._found.index(position)
        self.selectionModel().setCurrentIndex(index, _Command.ClearAndSelect)
        if position <= 1:
            self.scrollToTop()
        else:
            self.scrollTo(index)

    def _next(self, row: int, step: int) -> int | None:
        row += step
        while isinstance(self._found.line(row), Heading):
            row += step
        return row if self._found.line(row) is not None else None

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not isinstance(self._found.line(index.row()), Heading):
            self.opened.emit(index.row())
