"""The cards of a column as one moves among them, by keys and by dragging."""

from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from notebook_app.gui.widgets.painted_line import fill_place
from notebook_app.model.opportunity import OpportunityState

_Index = QModelIndex | QPersistentModelIndex
_STATES: Final = {
    Qt.Key.Key_O: OpportunityState.OPEN,
    Qt.Key.Key_W: OpportunityState.WON,
    Qt.Key.Key_L: OpportunityState.LOST,
}


class ColumnView(QListView):
    """One column.

    Left and Right lead to the columns beside, W, L and O put the card into another, Enter or a
    click opens it, N begins a new one, Delete takes it out.

    Signals:
        across_wanted: +1 or -1, the column beside.
        move_wanted: the ``OpportunityState`` into which the card goes.
        open_wanted, new_wanted, delete_wanted: nothing; ``looked_at`` after a click.
        came_to: the line one has come to.
        entered: this column has the focus now.
        dragged: where the pointer is on the screen while a card is dragged.
        dropped: where the card was let go.
        drag_ended: it was let go or given up.
    """

    across_wanted = Signal(int)
    move_wanted = Signal(object)
    open_wanted = Signal()
    looked_at = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)
    came_to = Signal(int)
    entered_column = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    drag_ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take what the column is called, for screen readers."""
        super().__init__(parent)
        fill_place(self)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self._pressed: QPoint | None = None
        self._dragging = False

    def select_line(self, row: int) -> None:
        """Choose a card and bring it into sight."""
        index = self.model().index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys; the rest moves up and down."""
        key = Qt.Key(event.key())
        if self._dragging and key is Qt.Key.Key_Escape:
            self._end_drag()
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.across_wanted.emit(1 if (key is Qt.Key.Key_Right) != mirrored else -1)
        elif key in _STATES:
            self.move_wanted.emit(_STATES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open_wanted.emit()
        elif key is Qt.Key.Key_N:
            self.new_wanted.emit()
        elif key is Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters act on cards here; typing into the search field finds."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card under the pointer; it may be dragged from here."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(point).isValid():
            self._pressed = point

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the card along."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (
            event.position().toPoint() - self._pressed
        ).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the card, or open it if it was only clicked."""
        pressed, dragging = self._pressed, self._dragging
        self._end_drag()
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif dragging:
            self.dropped.emit(event.globalPosition().toPoint())
        elif self.indexAt(event.position().toPoint()) == self.currentIndex():
            self.looked_at.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into the fields of the card."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the card."""
        if self.currentIndex().isValid():
            self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one is in this column now; the first card is chosen if none was."""
        super().focusInEvent(event)
        # Qt makes the first card the current one, but does not choose it.
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            self.select_line(max(0, self.currentIndex().row()))
        self.entered_column.emit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # Qt's own slot
        """Tell where one has come to."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(current.row())

    def _end_drag(self) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.viewport().unsetCursor()
            self.drag_ended.emit()
