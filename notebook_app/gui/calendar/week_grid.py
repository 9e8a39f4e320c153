"""The week as it is shown: its days with their hours, what is selected, where things are.

``WeekView`` adds what the mouse and the keys do.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from notebook_app.foundation.clock import Clock
from notebook_app.gui.calendar.entry_look import spoken_words
from notebook_app.gui.calendar.month_pictures import KeptPictures
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.spoken_day import announce, spoken_day, spoken_slot
from notebook_app.gui.calendar.week_geometry import WeekGeometry
from notebook_app.gui.calendar.week_lanes import Placed, minutes_of, placed
from notebook_app.gui.calendar.week_painter import WeekMarks, WeekPainter
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.rows import CalendarEntry

_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2199, 12, 24)
_EACH: Final = 40
_WHOLE_DAY_LINES: Final = 4
_NARROWEST_LANE_EM: Final = 2.4
_MORNING: Final = 8 * 60 - 30
_MINUTE_MS: Final = 30_000
_IDLE_MS: Final = 40
_KEPT: Final = 4


class WeekGrid(QAbstractScrollArea):
    """``selected`` carries the day and the entry in it or None; the week shown follows."""

    selected = Signal(object, object)

    def __init__(
        self,
        read: Callable[[MonthSpan, int], ShownMonth],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a week with so many entries a day, and the clock."""
        super().__init__(parent)
        self._read = read
        self._clock = clock
        self._day = clock.today()
        self._minute: int | None = None
        self._entry: CalendarEntry | None = None
        self._week = ShownMonth(self._span(self._day))
        self._placed: dict[tuple[date, int], list[Placed]] = {}
        self._shelf: dict[date, ShownMonth] = {}
        self._pictures = KeptPictures[WeekGeometry](self._draw)
        self._wanted: list[date] = []
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._look_ahead)
        self._tools: PillTools | None = None
        self._span_drawn: tuple[int, int, int] | None = None
        self._dragged: tuple[CalendarEntry, QRect] | None = None
        self._shown_once = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleDescription(
            self.tr(
                "Left and Right go from day to day, Up and Down from one half hour to the next,"
                " Page Up and Page Down from week to week. Enter or N plans. Space chooses an"
                " entry: then Shift and arrows move it, Enter opens it, D is done, L later."
            )
        )
        theme_of(self).changed.connect(self._forget_look)
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

    @property
    def week(self) -> ShownMonth:
        """What is shown."""
        return self._week

    def days(self) -> list[date]:
        """Return the seven days."""
        return _days(self._week)

    def select(
        self, day: date, entry: CalendarEntry | None = None, minute: int | None = None
    ) -> None:
        """Select a day, and an entry or a time in it; the week follows."""
        day = min(max(day, _FIRST), _LAST)
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
            present = self._entry
            self._entry = next(
                (
                    entry
                    for entry in self._week.on(self._day)
                    if (entry.kind, entry.id, entry.occurs_on)
                    == (present.kind, present.id, present.occurs_on)
                ),
                None,
            )
        self.setAccessibleName(self._words())
        self.viewport().update()

    def forget(self) -> None:
        """Read everything anew when it is next shown."""
        self._shelf.clear()
        self._placed.clear()
        self._idle.stop()
        self._week = ShownMonth(self._span(self._day))

    def geometry_now(self) -> WeekGeometry:
        """Return where everything is now."""
        return self._geometry(self._week)

    def _geometry(self, week: ShownMonth) -> WeekGeometry:
        theme = theme_of(self)
        lines = max(len(_whole_days(week, day)) for day in _days(week))
        return WeekGeometry(
            self.viewport().size(),
            self.isRightToLeft(),
            gutter=theme.em(3.6),
            head=theme.em(2.55),
            line=theme.metrics(TextRole.BADGE).height() + 4,
            all_day=min(max(lines, 1), _WHOLE_DAY_LINES),
            hour=max(theme.em(3.0), theme.metrics(TextRole.BADGE).height() * 5 // 2),
            scrolled=self.verticalScrollBar().value(),
        )

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

    def rect_of(self, entry: CalendarEntry) -> QRect | None:
        """Return where an entry is drawn, or None if it is not."""
        place = self._week.span.place(entry.on)
        if place is None:
            return None
        drawn = self._drawn(self.geometry_now(), place[1])
        return next((rect for each, rect in drawn if each == entry), None)

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

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew after a change of the language or the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange):
            self._forget_look()

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

    def _take(self, week: ShownMonth) -> None:
        self._week = week
        self._set_range()
        if self.isVisible():
            self._wanted = [
                week.span.first + timedelta(weeks=weeks)
                for weeks in (-1, 1)
                if _FIRST < week.span.first + timedelta(weeks=weeks) < _LAST
            ]
            self._idle.start()

    def _week_of(self, day: date) -> ShownMonth:
        span = self._span(day)
        week = self._shelf.pop(span.first, None) or self._read(span, _EACH)
        self._shelf[span.first] = week
        while len(self._shelf) > _KEPT:
            del self._shelf[next(iter(self._shelf))]
            self._placed.clear()
        return week

    def _look_ahead(self) -> None:
        """Read and draw the weeks beside the one shown, so that the page turns at once."""
        if not self._wanted or not self.isVisible():
            self._idle.stop()
            return
        week = self._week_of(self._wanted.pop())
        self._week_of(self._day)
        self._pictures.picture(self._geometry(week), week, self._clock.today())

    def _draw(self, geometry: WeekGeometry, week: ShownMonth) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(geometry.size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme_of(self).color("page"))
        painter = QPainter(pixmap)
        drawing = self._drawing(painter)
        drawing.grounds(geometry, _days(week), self._week_words(week))
        for column, day in enumerate(_days(week)):
            self._paint_whole_day(drawing, geometry, week, column)
            painter.setClipRect(geometry.hours_rect())
            for each in self._of(week, day, geometry):
                rect = geometry.block_rect(column, each)
                if rect.intersects(geometry.hours_rect()):
                    drawing.block(rect, each)
            painter.setClipping(False)
        painter.end()
        return pixmap

    def _drawing(self, painter: QPainter) -> WeekPainter:
        today = self._clock.today()
        return WeekPainter(painter, self._pill_tools(), self.locale(), today, self.isRightToLeft())

    def _set_range(self) -> None:
        geometry = self.geometry_now()
        room = max(0, geometry.size.height() - geometry.top)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, geometry.hours_height - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(geometry.hour)

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

    def _drawn(self, geometry: WeekGeometry, column: int) -> list[tuple[CalendarEntry, QRect]]:
        day = self.days()[column]
        whole = _whole_days(self._week, day)
        drawn = [
            (entry, geometry.line_rect(column, line))
            for line, entry in enumerate(whole[: self._fitting(geometry, self._week, day)])
        ]
        return drawn + [
            (each.entry, geometry.block_rect(column, each))
            for each in self._of(self._week, day, geometry)
            if each.entry is not None
        ]

    def _paint_whole_day(
        self, drawing: WeekPainter, geometry: WeekGeometry, week: ShownMonth, column: int
    ) -> None:
        day = _days(week)[column]
        whole = _whole_days(week, day)
        fits = self._fitting(geometry, week, day)
        for line, entry in enumerate(whole[:fits]):
            drawing.pill(geometry.line_rect(column, line), entry)
        count = len(whole) + week.hidden.get(day, 0)
        if count > fits:
            drawing.more(geometry.line_rect(column, fits), count - fits)

    def _fitting(self, geometry: WeekGeometry, week: ShownMonth, day: date) -> int:
        count = len(_whole_days(week, day)) + week.hidden.get(day, 0)
        return geometry.all_day if count <= geometry.all_day else geometry.all_day - 1

    def _of(self, week: ShownMonth, day: date, geometry: WeekGeometry) -> list[Placed]:
        width = geometry.head_rect(0).width()
        most = max(1, int(width / theme_of(self).em(_NARROWEST_LANE_EM)))
        if (day, most) not in self._placed:
            self._placed[day, most] = placed(week.on(day), most)
        return self._placed[day, most]

    def _week_words(self, week: ShownMonth) -> str:
        first = week.span.first
        thursday = first + timedelta(days=(4 - first.isoweekday()) % 7)
        number = self.locale().toString(thursday.isocalendar().week)
        return self.tr("W {number}", "week number").format(number=number)

    def _pill_tools(self) -> PillTools:
        if self._tools is None:
            self._tools = PillTools(theme_of(self), self.devicePixelRatioF())
        return self._tools

    def _forget_look(self) -> None:
        self._tools = None
        self._pictures.forget()
        self._set_range()
        self.viewport().update()

    def _span(self, day: date) -> MonthSpan:
        first_weekday = self.locale().firstDayOfWeek().value
        first = day - timedelta(days=(day.isoweekday() - first_weekday) % 7)
        return MonthSpan(first, first, 1)

    def _words(self) -> str:
        today, locale = self._clock.today(), self.locale()
        if self._entry is None and self._minute is not None:
            return spoken_slot(self._week, self._day, self._minute, today, locale)
        return spoken_day(self._week, self._day, self._entry, today, locale)


def _days(week: ShownMonth) -> list[date]:
    return [week.span.day(0, column) for column in range(7)]


def _whole_days(week: ShownMonth, day: date) -> list[CalendarEntry]:
    return [entry for entry in week.on(day) if entry.at is None]
