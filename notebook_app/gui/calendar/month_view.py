"""What the mouse and the keys do in the month: select, turn the page, plan, and move entries.

It writes nothing; what is to be done it asks for by its ``wishes``.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.calendar.entry_look import can_move
from notebook_app.gui.calendar.entry_wishes import EntryWishes, entry_after
from notebook_app.gui.calendar.month_grid import MonthGrid
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.services.move_occurrence import Slot

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_NOTCH: Final = 120


class MonthView(MonthGrid):
    """``wishes`` tells what one wants done."""

    def __init__(
        self,
        read: Callable[[MonthSpan, int], ShownMonth],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a month with so many entries a day, and who knows today."""
        super().__init__(read, today, parent)
        self.wishes = EntryWishes(self)
        self._today_is = today
        self._pressed: tuple[QPoint, CalendarEntry | None] | None = None
        self._dragging = False
        self._wheel = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days and entries, and do what a letter stands for."""
        key = Qt.Key(event.key())
        held = event.modifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        control = bool(held)
        if self._dragging and key is Qt.Key.Key_Escape:
            self._end_drag()
        elif key in _STEPS:
            self._step(key, control)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_months(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key is Qt.Key.Key_Home:
            self.select(self._today_is())
        elif key is Qt.Key.Key_Space:
            self._next_entry(-1 if control else 1)
        elif control or not self._act(key):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; an entry may be dragged from here."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = event.position().toPoint()
        day, entry = self.day_at(point), self.entry_at(point)
        if day is None:
            return
        self._pressed = (point, entry)
        # The page turns only on release, lest the entry slip away under the pointer.
        if self.month.span.in_month(day):
            self.select(day, entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an event or an open follow-up along."""
        point = event.position().toPoint()
        if self._pressed is None:
            entry = self.entry_at(point)
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if entry is not None else Qt.CursorShape.ArrowCursor)
            return
        start, entry = self._pressed
        if entry is None or not can_move(entry):
            return
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.show_dragged(entry, point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or take the click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        point = event.position().toPoint()
        (start, entry), dragged = self._pressed, self._dragging
        self._end_drag()
        day = self.day_at(point)
        if dragged and entry is not None:
            if day is not None and day != entry.on:
                self.wishes.move_wanted.emit(entry, Slot(day, entry.at, entry.minutes))
            return
        if day is None or day != self.day_at(start):
            return
        if not self.month.span.in_month(day):
            self.select(day, entry)
        if entry is None and self.month.count(day) == 0:
            self.wishes.plan_wanted.emit(Slot(day))
        elif entry is None and self.tells_of_rest(point):
            self.wishes.rest_wanted.emit()
        elif entry is not None and entry.kind is CalendarKind.EVENT:
            self.wishes.open_wanted.emit(entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry under the pointer, or plan on a day that has others."""
        point = event.position().toPoint()
        day, entry = self.day_at(point), self.entry_at(point)
        if entry is not None:
            # The first click opened an event.
            if entry.kind is not CalendarKind.EVENT:
                self.wishes.open_wanted.emit(entry)
        elif day is not None and self.month.count(day):
            self.wishes.plan_wanted.emit(Slot(day))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the entry under the pointer."""
        self.wishes.menu(event, self.entry_at(event.pos()) or self.entry)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page by a month for each notch of the wheel."""
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _NOTCH:
            self.go_months(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    def _step(self, key: Qt.Key, control: bool) -> None:
        days = _STEPS[key]
        if self.isRightToLeft() and abs(days) == 1:
            days = -days
        target = self.day + timedelta(days=days)
        if not control:
            self.select(target)
        elif self.entry is not None and can_move(self.entry):
            self.wishes.move_wanted.emit(
                self.entry, Slot(target, self.entry.at, self.entry.minutes)
            )

    def _next_entry(self, step: int) -> None:
        entry = entry_after(self.month.on(self.day), self.entry, step)
        if entry is not None:
            self.select(self.day, entry)

    def _act(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        return self.wishes.by_key(key, self.entry, Slot(self.day))

    def _enter(self) -> None:
        if self.entry is not None:
            self.wishes.open_wanted.emit(self.entry)
        elif self.month.count(self.day):
            self.wishes.entries_wanted.emit()
        else:
            self.wishes.plan_wanted.emit(Slot(self.day))

    def _end_drag(self) -> None:
        self._pressed = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.show_dragged(None)
