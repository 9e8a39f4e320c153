"""The list of rows as one moves in it; letters and figures are for whoever owns it."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from notebook_app.gui.widgets.painted_line import Index, fill_place

_MOVES: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
    }
)


class PaperView(QListView):
    """``came_to`` carries the line one has come to."""

    came_to = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        fill_place(self)
        # A thousand rows are laid out by the height of one.
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Rows of the printed list"))

    def line(self) -> int:
        """Return the line one is on; -1 for none."""
        return self.currentIndex().row()

    def go_to(self, line: int) -> None:
        """Choose a line and bring it into sight, with the next one."""
        model = self.model()
        index = model.index(line, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(model.index(min(line + 1, model.rowCount() - 1), 0))
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move; leave all other keys to the page."""
        if Qt.Key(event.key()) in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one has come to; Qt calls it at each move."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(current.row())
