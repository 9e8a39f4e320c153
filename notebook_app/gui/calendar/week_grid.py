"""The week as it is shown: its days with their hours, what is selected, where things are.

``WeekView`` adds what the mouse and the keys do.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from notebook_app.foundation.clock import Clock
from notebook_app.gui.calendar.entry_look import spoken_words
from notebook_app.gui.calendar.entry_wishes import entry_again
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.spoken_day import spoken_day, spoken_slot
from notebook_app.gui.calendar.week_canvas import FIRST_DAY, LAST_DAY, WeekCanvas
from notebook_app.gui.calendar.week_lanes import Placed, minutes_of
from notebook_app.gui.calendar.week_painter import WeekMarks
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.rows import CalendarEntry

_MORNING: Final = 8 * 60 - 30
_MINUTE_MS: Final = 30_000


class WeekGrid(WeekCanvas):
    """``selected`` carries the day and the entry in it or None; the week shown follows."""

    selected = Signal(object, object)

    def __init__(
        self,
        read: Callable[[MonthSpan, int], ShownMonth],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a week with so many entries a day, and the clock."""
        super().__init__(read, clock, parent)
        self._day = clock.today()
        self._minute: int | None = None
        self._entry: CalendarEntry | None = None
        self._span_drawn: tuple[int, int, int] | None = None
        self._dragged: tuple[CalendarEntry, QRect] | None = None
        self._shown_once = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleDescription(
            self.tr(
                "Left and Right go from day to day, Up and Down from one half hour to the next,"
                " Page Up and Page Down from week to week. Enter or N plans. Space chooses an"
                " entry: then Shift and arrows move it, Ctrl+Shift and Up or Down change how long"
                " it takes, Enter opens it, D is done, L later."
            )
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.viewport().update)

    @property
    def day(self) -> date:
        """The selected day."""
        return self._day

    @property
    def minute(self) -> int | None:
        """The minute of the day that the keys are at, or None for the whole day."""
        return self._minute

    @property
    def entry(self) -> CalendarEntry | None:
        """The selected entry, or None."""
        return self._entry

    def select(
        self, day: date, entry: CalendarEntry | None = None, minute: int | None = None
    ) -> None:
        """Select a day, and an entry or a time in it; the week follows."""
        day = min(max(day, FIRST_DAY), LAST_DAY)
        self._day, self._entry = day, entry
        self._minute = minutes_of(entry)[0] if entry is not None and entry.at else minute
        if self._week.span.place(day) is None or not self._week.each:
            self._take(self._week_of(day))
        self._reach()
        self.viewport().update()
        self.selected.emit(day, entry)
        self.setAccessibleName(self._words())
        if self.hasFocus():
            announce(self)

    def reread(self) -> None:
        """Read the week again; the selected entry stays selected where it is still there."""
        self.forget()
        self._take(self._week_of(self._day))
        if self._entry is not None:
            self._entry = entry_again(self._week.on(self._day), self._entry)
        self.setAccessibleName(self._words())
        self.viewport().update()

    def entry_at(self, point: QPoint) -> CalendarEntry | None:
        """Return the entry that is drawn at ``point``."""
        geometry = self.geometry_now()
        column = geometry.column_at(point)
        if column is None:
            return None
        return next(
            (
                entry
                for entry, rect in self._drawn(geometry, column)
                if rect.contains(point) and (entry.at is None or point.y() >= geometry.top)
            ),
            None,
        )

    def slot_at(self, point: QPoint) -> tuple[date, int | None] | None:
        """Return the day and the minute at ``point``; None for the minute above the hours."""
        geometry = self.geometry_now()
        column = geometry.column_at(point)
        if column is None:
            return None
        return self.days()[column], geometry.minute_at(point)

    def show_dragged(self, entry: CalendarEntry | None, rect: QRect | None = None) -> None:
        """Show an entry where it would be dropped; None when it is dragged no longer."""
        self._dragged = None if entry is None or rect is None else (entry, rect)
        self.viewport().update()

    def show_span(self, span: tuple[int, int, int] | None) -> None:
        """Show a stretch that is drawn out: column, first and last minute."""
        self._span_drawn = span
        self.viewport().update()

    def now_minute(self) -> int | None:
        """Return the minute of today by the clock, or None if it says another day than today."""
        local = datetime.fromisoformat(self._clock.stamp()).astimezone()
        if local.date() != self._clock.today():
            return None
        return local.hour * 60 + local.minute

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the week."""
        painter = QPainter(self.viewport())
        painter.setClipRegion(event.region())
        geometry, today = self.geometry_now(), self._clock.today()
        painter.drawPixmap(0, 0, self._pictures.picture(geometry, self._week, today))
        drawing = self._drawing(painter)
        area = geometry.hours_rect()
        place = self._week.span.place(self._day)
        drawing.marks(
            geometry,
            WeekMarks(
                None if place is None else place[1],
                self._minute,
                self._entry,
                self.hasFocus(),
                self._span_drawn,
                self.now_minute() if self._week.span.place(today) else None,
            ),
        )
        painter.setClipRegion(event.region())
        if self._entry is not None and (chosen := self.rect_of(self._entry)) is not None:
            if self._entry.at is not None:
                painter.setClipRect(area)
            drawing.outline(chosen)
        if self._dragged is not None:
            entry, rect = self._dragged
            painter.setClipRect(self.viewport().rect())
            painter.setOpacity(0.9)
            if entry.at is None or rect.height() <= geometry.line:
                drawing.pill(rect, entry)
            else:
                drawing.block(rect, Placed(entry, 0, 0, 0, 1))
            painter.setOpacity(1.0)
            drawing.outline(rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the scroll bar its range; begin in the morning."""
        super().resizeEvent(event)
        self._set_range()
        if not self._shown_once and self.isVisible():
            self._shown_once = True
            begins = [_MORNING]
            if self._minute is not None:
                begins.append(self._minute)
            if self._clock.today() in self.days() and (now := self.now_minute()) is not None:
                begins.append(now - 30)
            hour = self.geometry_now().hour
            self.verticalScrollBar().setValue(max(0, min(begins)) * hour // 60)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tool tip what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            words = "" if entry is None else spoken_words(entry, self._clock.today(), self.locale())
            if event.pos().y() < self.geometry_now().head:
                words = self.accessibleDescription()
            QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the clock while somebody looks."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and say where one is."""
        super().focusInEvent(event)
        self.setAccessibleName(self._words())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _reach(self) -> None:
        """Scroll so far that what the keys are at can be seen."""
        if self._minute is None:
            return
        geometry = self.geometry_now()
        top = self._minute * geometry.hour // 60
        bar, room = self.verticalScrollBar(), geometry.size.height() - geometry.top
        if top < bar.value():
            bar.setValue(top)
        elif top + geometry.hour // 2 > bar.value() + room:
            bar.setValue(top + geometry.hour // 2 - room)

    def _words(self) -> str:
        today, locale = self._clock.today(), self.locale()
        if self._entry is None and self._minute is not None:
            return spoken_slot(self._week, self._day, self._minute, today, locale)
        return spoken_day(self._week, self._day, self._entry, today, locale)
