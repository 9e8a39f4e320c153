"""The list of events as one moves in it."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

_Index = QModelIndex | QPersistentModelIndex


class EventsView(QListView):
    """Enter or F2 changes the event, Delete takes it out; ``came_to`` carries the line."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    came_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Events"))

    def select_line(self, row: int) -> None:
        """Choose a line and bring it into sight."""
        index = self.model().index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys; the rest moves."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.edit_wanted.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def currentChanged(
        self, current: _Index, previous: _Index
    ) -> None:  # Qt's own slot, told of each move.
        """Tell where one has come to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(current.row())
