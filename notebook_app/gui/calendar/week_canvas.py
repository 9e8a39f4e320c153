"""A week as it is read, laid out and drawn, with the weeks beside it made ready in idle moments.

``WeekGrid`` adds what is selected and how it is shown and said.
"""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from notebook_app.foundation.clock import Clock
from notebook_app.gui.calendar.month_pictures import KeptPictures
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.week_geometry import WeekGeometry
from notebook_app.gui.calendar.week_lanes import Placed, placed
from notebook_app.gui.calendar.week_painter import WeekPainter
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.model.rows import CalendarEntry

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 24)
"""As far as one can go."""

_EACH: Final = 40
_WHOLE_DAY_LINES: Final = 4
_NARROWEST_LANE_EM: Final = 2.4
_IDLE_MS: Final = 40
_KEPT: Final = 4


class WeekCanvas(QAbstractScrollArea):
    """Reads weeks and draws them; ``_week`` is the one that is shown."""

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
        self._week = ShownMonth(self._span(clock.today()))
        self._placed: dict[tuple[date, int], list[Placed]] = {}
        self._shelf: dict[date, ShownMonth] = {}
        self._pictures = KeptPictures[WeekGeometry](self._draw)
        self._wanted: list[date] = []
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._look_ahead)
        self._tools: PillTools | None = None
        self._gutter = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme_of(self).changed.connect(self._forget_look)

    @property
    def week(self) -> ShownMonth:
        """What is shown."""
        return self._week

    def days(self) -> list[date]:
        """Return the seven days."""
        return _days(self._week)

    def forget(self) -> None:
        """Read everything anew when it is next shown."""
        self._shelf.clear()
        self._placed.clear()
        self._idle.stop()
        # A week that was not read yet: each of its days would hold nothing.
        self._week = ShownMonth(self._week.span)

    def geometry_now(self) -> WeekGeometry:
        """Return where everything is now."""
        return self._geometry(self._week)

    def _geometry(self, week: ShownMonth) -> WeekGeometry:
        theme = theme_of(self)
        lines = max(len(_whole_days(week, day)) for day in _days(week))
        line, head = theme.metrics(TextRole.BADGE).height() + 4, theme.em(2.55)
        # The hours keep two thirds of what room there is.
        room = max(1, (self.viewport().height() - head) // 3 // (line + 3))
        return WeekGeometry(
            self.viewport().size(),
            self.isRightToLeft(),
            gutter=self._gutter_width(),
            head=head,
            line=line,
            all_day=min(max(lines, 1), _WHOLE_DAY_LINES, room),
            hour=max(theme.em(3.0), theme.metrics(TextRole.BADGE).height() * 5 // 2),
            scrolled=self.verticalScrollBar().value(),
        )

    def rect_of(self, entry: CalendarEntry) -> QRect | None:
        """Return where an entry is drawn, or None if it is not."""
        place = self._week.span.place(entry.on)
        if place is None:
            return None
        drawn = self._drawn(self.geometry_now(), place[1])
        return next((rect for each, rect in drawn if each == entry), None)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew after a change of the language or the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange):
            self._forget_look()

    def _take(self, week: ShownMonth) -> None:
        self._week = week
        self._set_range()
        if self.isVisible():
            self._wanted = [
                week.span.first + timedelta(weeks=weeks)
                for weeks in (-1, 1)
                if FIRST_DAY < week.span.first + timedelta(weeks=weeks) < LAST_DAY
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
        self._week_of(self._week.span.first)
        self._pictures.picture(self._geometry(week), week, self._clock.today())

    def _draw(self, geometry: WeekGeometry, week: ShownMonth) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(geometry.size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme_of(self).color("page"))
        painter = QPainter(pixmap)
        drawing = self._drawing(painter)
        drawing.grounds(geometry, _days(week), self._week_words(week))
        hours = geometry.hours_rect()
        blocks: list[tuple[QRect, Placed]] = []
        for column, day in enumerate(_days(week)):
            self._paint_whole_day(drawing, geometry, week, column)
            for each in self._of(week, day, geometry):
                rect = geometry.block_rect(column, each)
                if rect.intersects(hours):
                    blocks.append((rect, each))
        painter.setClipRect(hours)
        drawing.blocks(blocks)
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

    def _gutter_width(self) -> int:
        """Return the room that the longest name of an hour needs, such as ``10:00 AM``."""
        if not self._gutter:
            metrics = QFontMetrics(self._pill_tools().week_font)
            names = (time_words(time(hour), self.locale()) for hour in range(24))
            longest = max(metrics.horizontalAdvance(name) for name in names)
            self._gutter = max(theme_of(self).em(3.6), longest + 2 * SMALL)
        return self._gutter

    def _pill_tools(self) -> PillTools:
        if self._tools is None:
            self._tools = PillTools(theme_of(self), self.devicePixelRatioF())
        return self._tools

    def _forget_look(self) -> None:
        self._tools = None
        self._gutter = 0
        self._pictures.forget()
        self._set_range()
        self.viewport().update()

    def _span(self, day: date) -> MonthSpan:
        first_weekday = self.locale().firstDayOfWeek().value
        first = day - timedelta(days=(day.isoweekday() - first_weekday) % 7)
        return MonthSpan(first, first, 1)


def _days(week: ShownMonth) -> list[date]:
    return [week.span.day(0, column) for column in range(7)]


def _whole_days(week: ShownMonth, day: date) -> list[CalendarEntry]:
    return [entry for entry in week.on(day) if entry.at is None]
