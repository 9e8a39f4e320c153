"""What the mouse and the keys do in the week: select, plan, draw out, move and stretch entries.

It writes nothing; what is to be done it asks for by its ``wishes``.
"""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.foundation.clock import Clock
from notebook_app.gui.calendar.entry_look import can_move
from notebook_app.gui.calendar.entry_wishes import EntryWishes, entry_after
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.week_drag import WeekDrag, minute_of, slot_of, time_of
from notebook_app.gui.calendar.week_geometry import SNAP_MINUTES, snapped
from notebook_app.gui.calendar.week_grid import WeekGrid
from notebook_app.gui.calendar.week_lanes import DAY_MINUTES, USUAL_MINUTES, Placed
from notebook_app.model.clock_change import existing_time
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.services.move_occurrence import Slot

_ACROSS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_EDGE: Final = 6


class WeekView(WeekGrid):
    """``wishes`` tells what one wants done."""

    _drag: WeekDrag | None = None

    def __init__(
        self,
        read: Callable[[MonthSpan, int], ShownMonth],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a week with so many entries a day, and the clock."""
        super().__init__(read, clock, parent)
        self.wishes = EntryWishes(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days, times and entries, and do what a letter stands for."""
        key = Qt.Key(event.key())
        held = event.modifiers() & (_SHIFT | _CONTROL)
        if self._drag is not None and key is Qt.Key.Key_Escape:
            self._end_drag()
        elif key in _DOWN and held == _SHIFT | _CONTROL:
            self._stretch(_DOWN[key] * SNAP_MINUTES)
        elif key in _ACROSS or key in _DOWN:
            self._step(key, moves=bool(held))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_weeks(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key is Qt.Key.Key_Home:
            self.select(self._clock.today(), None, self._minute)
        elif key is Qt.Key.Key_Space:
            self._next_entry(-1 if held else 1)
        elif held or not self._act(key):
            event.ignore()

    def go_weeks(self, weeks: int) -> None:
        """Go to the same day of another week."""
        self.select(self._day + timedelta(weeks=weeks), None, self._minute)

    def slot(self) -> Slot:
        """Return where the keys are."""
        return slot_of(self._day, self._minute)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; from here an entry is dragged, or a new one drawn."""
        point = event.position().toPoint()
        slot = self.slot_at(point)
        if event.button() != Qt.MouseButton.LeftButton or slot is None:
            super().mousePressEvent(event)
            return
        entry = self.entry_at(point)
        self._drag = WeekDrag(point, entry, stretches=self._is_edge(point, entry))
        day, minute = slot
        self.select(day, entry, None if minute is None else snapped(minute, USUAL_MINUTES))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an entry or its end along, or draw a new one out."""
        point = event.position().toPoint()
        drag = self._drag
        if drag is None:
            entry = self.entry_at(point)
            shape = Qt.CursorShape.ArrowCursor
            if self._is_edge(point, entry):
                shape = Qt.CursorShape.SizeVerCursor
            elif entry is not None:
                shape = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            return
        if (point - drag.start).manhattanLength() >= QApplication.startDragDistance():
            drag.moves = True
        if not drag.moves:
            return
        self._scroll_near_edge(point)
        if drag.entry is None:
            self.show_span(drag.drawn_span(self.geometry_now(), point))
        elif can_move(drag.entry):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            target = drag.target(self.geometry_now(), point, self.slot_at(point))
            self.show_dragged(drag.entry, self._dropped_rect(drag.entry, target))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, plan what was drawn out, or take the click."""
        if event.button() != Qt.MouseButton.LeftButton or self._drag is None:
            super().mouseReleaseEvent(event)
            return
        point = event.position().toPoint()
        drag, entry, geometry = self._drag, self._drag.entry, self.geometry_now()
        span = drag.drawn_span(geometry, point) if drag.moves and entry is None else None
        target = drag.target(geometry, point, self.slot_at(point)) if drag.moves else None
        self._end_drag()
        if span is not None:
            column, begin, end = span
            day = self.days()[column]
            self.select(day, None, begin)
            self.wishes.plan_wanted.emit(Slot(day, time_of(begin), end - begin))
        elif entry is not None and not drag.moves:
            if entry.kind is CalendarKind.EVENT:
                self.wishes.open_wanted.emit(entry)
        elif entry is not None and target is not None and can_move(entry):
            if target != Slot(entry.on, entry.at, entry.minutes):
                self.wishes.move_wanted.emit(entry, target)
        elif entry is None and not drag.moves and self.slot_at(point) == self.slot_at(drag.start):
            self._click_on_nothing(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry under the pointer."""
        entry = self.entry_at(event.position().toPoint())
        if entry is not None and entry.kind is not CalendarKind.EVENT:
            # The first click opened an event.
            self.wishes.open_wanted.emit(entry)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the entry under the pointer."""
        self.wishes.menu(event, self.entry_at(event.pos()) or self.entry)

    def _click_on_nothing(self, point: QPoint) -> None:
        geometry = self.geometry_now()
        column = geometry.column_at(point)
        if column is None or point.y() < geometry.head:
            return
        day = self.days()[column]
        if geometry.minute_at(point) is None and self.week.hidden.get(day, 0):
            self.wishes.entries_wanted.emit()
            return
        self.wishes.plan_wanted.emit(slot_of(day, self._minute))

    def _step(self, key: Qt.Key, *, moves: bool) -> None:
        days = _ACROSS.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        if moves:
            if self.entry is not None and can_move(self.entry):
                target = self._moved(self.entry, days, _DOWN.get(key, 0))
                if target is not None:
                    self.wishes.move_wanted.emit(self.entry, target)
            return
        minute = self._minute
        if key in _DOWN:
            if minute is None:
                minute = 9 * 60 if key is Qt.Key.Key_Down else None
            else:
                step = USUAL_MINUTES * _DOWN[key]
                minute = snapped(minute, USUAL_MINUTES) + step
                # Above the first hour is the row of whole days.
                minute = None if minute < 0 else min(minute, DAY_MINUTES - USUAL_MINUTES)
        self.select(self._day + timedelta(days=days), None, minute)

    def _stretch(self, minutes: int) -> None:
        entry = self.entry
        if entry is None or entry.at is None or not can_move(entry):
            return
        length = (entry.minutes or USUAL_MINUTES) + minutes
        room = DAY_MINUTES - minute_of(entry.at)
        if SNAP_MINUTES <= length <= max(room, entry.minutes or 0):
            self.wishes.move_wanted.emit(entry, Slot(entry.on, entry.at, length))

    def _moved(self, entry: CalendarEntry, days: int, down: int) -> Slot | None:
        on = entry.on + timedelta(days=days)
        if entry.at is None:
            # Without a time it can only go to another day.
            return None if down else Slot(on, None, entry.minutes)
        minute = minute_of(entry.at) + down * SNAP_MINUTES
        if not 0 <= minute < DAY_MINUTES:
            return None
        if down < 0:
            # Moved upwards out of an hour that clocks skip, it comes out before it.
            while minute > 0 and existing_time(on, time_of(minute)) != time_of(minute):
                minute -= SNAP_MINUTES
        return Slot(on, time_of(minute), entry.minutes)

    def _next_entry(self, step: int) -> None:
        entries = sorted(
            self.week.on(self._day), key=lambda each: (each.at is not None, each.at or time())
        )
        entry = entry_after(entries, self.entry, step)
        if entry is not None:
            self.select(self._day, entry)

    def _act(self, key: Qt.Key) -> bool:
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.wishes.by_key(key, self.entry, self.slot())
        if self.entry is not None:
            self.wishes.open_wanted.emit(self.entry)
        else:
            self.wishes.plan_wanted.emit(self.slot())
        return True

    def _dropped_rect(self, entry: CalendarEntry, slot: Slot | None) -> QRect | None:
        place = None if slot is None else self.week.span.place(slot.on)
        if slot is None or place is None:
            return None
        geometry = self.geometry_now()
        if slot.at is None:
            return geometry.line_rect(place[1], 0)
        begin = minute_of(slot.at)
        end = min(DAY_MINUTES, begin + max(25, slot.minutes or USUAL_MINUTES))
        return geometry.block_rect(place[1], Placed(entry, begin, end, 0, 1))

    def _is_edge(self, point: QPoint, entry: CalendarEntry | None) -> bool:
        if entry is None or entry.at is None or not can_move(entry):
            return False
        rect = self.rect_of(entry)
        # Most of a low one is left to take hold of it as a whole.
        return rect is not None and rect.bottom() - point.y() < min(_EDGE, rect.height() // 3)

    def _scroll_near_edge(self, point: QPoint) -> None:
        geometry, bar = self.geometry_now(), self.verticalScrollBar()
        if geometry.top <= point.y() < geometry.top + 2 * _EDGE:
            bar.setValue(bar.value() - geometry.hour // 4)
        elif point.y() > self.viewport().height() - 2 * _EDGE:
            bar.setValue(bar.value() + geometry.hour // 4)

    def _end_drag(self) -> None:
        self._drag = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._dragged = None
        self.show_span(None)
