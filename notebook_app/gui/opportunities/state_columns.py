"""The three columns side by side, and how a card goes from one to another."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyleOptionViewItem, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.column_model import ROW_ROLE
from notebook_app.gui.opportunities.state_column import StateColumn
from notebook_app.gui.theme import MEDIUM
from notebook_app.model.changes import ChangeSet
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityFilter, OpportunityRow
from notebook_app.services.close_opportunity import lose_opportunity, move_opportunity


class StateColumns(QWidget):
    """``chosen`` carries the opportunity one has come to, ``open_wanted`` the one
    whose fields are to be opened, ``looked_at`` the one to be shown beside."""

    chosen = Signal(int)
    open_wanted = Signal(int)
    looked_at = Signal(int)
    new_wanted = Signal()
    delete_wanted = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._asked: int | None = None
        self._back: StateColumn | None = None
        self._ghost = QLabel(self)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self.columns = {state: StateColumn(desk, state) for state in OpportunityState}
        self._active = self.columns[OpportunityState.OPEN]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        for column in self.columns.values():
            row.addWidget(column, 1)
            self._connect(column)
        self.why = self.columns[OpportunityState.LOST].why
        self.why.answered.connect(self._say_why)

    def read(self, wanted: OpportunityFilter) -> None:
        """Read all columns."""
        for column in self.columns.values():
            column.read(wanted)

    def count(self) -> int:
        """Return how many cards are shown in all."""
        return sum(column.model.rowCount() for column in self.columns.values())

    def current(self) -> int | None:
        """Return the opportunity that is chosen in the column one is in."""
        return self._active.current()

    def current_row(self) -> OpportunityRow | None:
        """Return its card."""
        row = self._active.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, OpportunityRow) else None

    def select(self, opportunity_id: int) -> bool:
        """Choose an opportunity wherever it stands; return whether it is shown."""
        for column in self.columns.values():
            row = column.model.row_of(opportunity_id)
            if row is not None:
                self._enter(column)
                column.view.select_line(row)
                return True
        return False

    def focus_cards(self) -> None:
        """Go to the cards of the column one was in, or of the first that has any."""
        filled = [column for column in self.columns.values() if column.model.rowCount()]
        if self._active not in filled and filled:
            self._active = filled[0]
        self._active.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_current(self, state: OpportunityState) -> ChangeSet | None:
        """Put the chosen card into another column; of a lost one it is asked why."""
        opportunity_id, row, column = self.current(), self.current_row(), self._active
        if opportunity_id is None or row is None or row.state is state:
            return None
        notebook = self._desk.notebook
        changes = self._desk.perform(lambda: move_opportunity(notebook, opportunity_id, state))
        if changes is None:
            return None
        if state is OpportunityState.LOST:
            self._asked, self._back = opportunity_id, column
            self.why.ask(row.title)
        elif column.model.rowCount():
            column.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_cards()
        return changes

    def _connect(self, column: StateColumn) -> None:
        view = column.view
        view.entered_column.connect(lambda: self._enter(column))
        view.came_to.connect(lambda row: self._came_to(column, row))
        view.across_wanted.connect(lambda step: self._go_across(column, step))
        view.move_wanted.connect(self.move_current)
        view.open_wanted.connect(lambda: self._tell(self.open_wanted.emit))
        view.looked_at.connect(lambda: self._tell(self.looked_at.emit))
        view.delete_wanted.connect(lambda: self._tell(self.delete_wanted.emit))
        view.new_wanted.connect(self.new_wanted)
        view.menu_wanted.connect(self._offer)
        view.dragged.connect(self._drag)
        view.dropped.connect(self._drop)
        view.drag_ended.connect(self._end_drag)

    def _tell(self, say: Callable[[int], object]) -> None:
        opportunity_id = self.current()
        if opportunity_id is not None:
            say(opportunity_id)

    def _offer(self, at: QPoint) -> None:
        opportunity_id = self.current()
        if opportunity_id is not None:
            self.menu_wanted.emit(opportunity_id, at)

    def _enter(self, column: StateColumn) -> None:
        """Let only the column one is in have a chosen card."""
        before, self._active = self._active, column
        for other in self.columns.values():
            if other is not column:
                other.view.clearSelection()
        if column is not before:
            view = column.view
            if view.currentIndex().isValid():
                view.select_line(view.currentIndex().row())
                self._came_to(column, view.currentIndex().row())

    def _came_to(self, column: StateColumn, row: int) -> None:
        opportunity_id = column.model.id_at(row)
        if column is self._active and opportunity_id is not None:
            self.chosen.emit(opportunity_id)

    def _go_across(self, column: StateColumn, step: int) -> None:
        """Go to the nearest column on that side that has cards, at about the same height."""
        columns = list(self.columns.values())
        at = columns.index(column) + step
        while 0 <= at < len(columns):
            target = columns[at]
            if target.model.rowCount():
                height = column.view.visualRect(column.view.currentIndex()).center().y()
                index = target.view.indexAt(QPoint(target.view.width() // 2, height))
                last = target.model.rowCount() - 1
                target.view.select_line(index.row() if index.isValid() else last)
                target.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            at += step

    def _say_why(self, words: str | None) -> None:
        opportunity_id, back = self._asked, self._back
        self._asked = self._back = None
        if opportunity_id is not None and words is not None:
            notebook = self._desk.notebook
            self._desk.perform(lambda: lose_opportunity(notebook, opportunity_id, because=words))
        if back is not None and back.model.rowCount():
            back.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_cards()

    def _column_at(self, at: QPoint) -> StateColumn | None:
        inside = self.mapFromGlobal(at)
        for column in self.columns.values():
            if column.geometry().contains(inside):
                return column
        return None

    def _drag(self, at: QPoint) -> None:
        if self._ghost.isHidden():
            self._ghost.setPixmap(self._picture())
            self._ghost.adjustSize()
            self._ghost.raise_()
            self._ghost.show()
        inside = self.mapFromGlobal(at)
        self._ghost.move(inside - QPoint(self._ghost.width() // 2, MEDIUM))
        target = self._column_at(at)
        for column in self.columns.values():
            column.mark(on=column is target and column is not self._active)

    def _drop(self, at: QPoint) -> None:
        target = self._column_at(at)
        if target is not None:
            self.move_current(target.state)

    def _end_drag(self) -> None:
        self._ghost.hide()
        for column in self.columns.values():
            column.mark(on=False)

    def _picture(self) -> QPixmap:
        """Return the chosen card as a picture, to be carried along."""
        view = self._active.view
        index = view.currentIndex()
        rect = view.visualRect(index)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(0.94)
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, rect.width(), rect.height())
        option.direction = view.layoutDirection()
        view.itemDelegate().paint(painter, option, index)
        painter.end()
        return pixmap
