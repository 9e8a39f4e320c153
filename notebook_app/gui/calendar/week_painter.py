"""Draws the week: names of days, the row of whole days, hours, entries side by side, now."""

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from notebook_app.gui.calendar.entry_look import EntryLook, look_of
from notebook_app.gui.calendar.glyphs import paint_repeat
from notebook_app.gui.calendar.month_painter import more_words
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.week_geometry import WeekGeometry
from notebook_app.gui.calendar.week_lanes import Placed
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.model.rows import CalendarEntry

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_ONE_LINE = Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class WeekMarks:
    """What stands out: the selected day, slot and entry, what is drawn out, and now.

    ``span`` is a column with a first and a last minute; ``now`` a minute of today.
    """

    column: int | None
    minute: int | None
    entry: CalendarEntry | None
    has_focus: bool
    span: tuple[int, int, int] | None = None
    now: int | None = None


class WeekPainter:
    """Draws one frame."""

    def __init__(
        self, painter: QPainter, tools: PillTools, locale: QLocale, today: date, mirrored: bool
    ) -> None:
        """Take what to draw with, and the day it is."""
        self._painter = painter
        self._tools = tools
        self._theme = tools.theme
        self._locale = locale
        self._today = today
        self._mirrored = mirrored
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self._flags = side | _MIDDLE | _ONE_LINE

    def grounds(self, geometry: WeekGeometry, days: list[date], week: str) -> None:
        """Draw the names of days, the lines of days and hours, and the hours' names."""
        painter, theme = self._painter, self._theme
        area = geometry.hours_rect()
        for column, day in enumerate(days):
            if day == self._today:
                painter.fillRect(
                    geometry.day_rect(column).united(geometry.head_rect(column)),
                    theme.color("highlight"),
                )
            self._head(geometry.head_rect(column), day)
        painter.setFont(self._tools.week_font)
        painter.setPen(theme.color("muted"))
        corner = QRect(0, 0, geometry.gutter, geometry.head)
        if self._mirrored:
            corner.moveRight(geometry.size.width() - 1)
        painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, week)
        painter.save()
        painter.setClipRect(area)
        for hour in range(24):
            y = geometry.y_of(hour * 60)
            if not area.top() - geometry.hour < y <= area.bottom():
                continue
            painter.setPen(theme.color("line"))
            painter.drawLine(0, y, geometry.size.width(), y)
            if hour:
                self._hour(geometry, hour, y)
        painter.restore()
        painter.setPen(theme.color("line"))
        for column in range(len(days)):
            rect = geometry.head_rect(column)
            x = rect.right() if self._mirrored else rect.left()
            painter.drawLine(x, geometry.head // 2, x, geometry.size.height())
        painter.drawLine(0, geometry.head, geometry.size.width(), geometry.head)
        painter.setPen(theme.color("strong_line"))
        painter.drawLine(0, geometry.top - 1, geometry.size.width(), geometry.top - 1)

    def pill(self, rect: QRect, entry: CalendarEntry) -> None:
        """Draw an entry in one line."""
        look = look_of(entry, self._today, self._locale)
        painter, tools = self._painter, self._tools
        painter.setOpacity(0.5 if look.faint else 1.0)
        painter.drawPixmap(
            rect.topLeft(),
            tools.ground(look.glyph, look.badge.value, rect.size(), self._mirrored, look.repeats),
        )
        painter.setOpacity(1.0)
        painter.setFont(tools.struck_font if look.done else tools.font)
        painter.setPen(self._theme.color(look.badge.value))
        start = tools.glyph_side + 9
        end = tools.glyph_side + 4 if look.repeats else 3
        area = (
            rect.adjusted(end, 0, -start, 0) if self._mirrored else rect.adjusted(start, 0, -end, 0)
        )
        self._write(area, tools.metrics, tools.fitting(look, area.width()))

    def block(self, rect: QRect, placed: Placed) -> None:
        """Draw an entry with a time, or how many more there are."""
        painter, theme = self._painter, self._theme
        if placed.entry is None:
            self._ground(rect, "neutral", faint=False)
            painter.setFont(self._tools.font)
            painter.setPen(theme.color("neutral"))
            count = self._locale.toString(placed.more)
            words = more_words(count)
            if self._tools.width(words) > rect.width() - 4:
                words = f"+{count}"
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | _ONE_LINE, words)
            return
        look = look_of(placed.entry, self._today, self._locale)
        if rect.height() < 2 * self._tools.metrics.height() or rect.width() < 30:
            self._ground(rect, look.badge.value, faint=look.faint)
            self._one_line(rect.adjusted(4, 0, -3, 0), look)
            return
        self._ground(rect, look.badge.value, faint=look.faint)
        inner = rect.adjusted(5, 2, -4, -2)
        line = self._tools.metrics.height()
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        painter.setFont(self._tools.struck_font if look.done else self._tools.font)
        painter.setPen(theme.color(look.badge.value))
        plain = EntryLook(look.badge, look.glyph, look.words, late=look.late, done=look.done)
        self._write(top, self._tools.metrics, self._tools.fitting(plain, top.width()))
        painter.setFont(self._tools.week_font)
        below = top.translated(0, line)
        self._write(below, self._tools.metrics, look.time)
        if look.repeats:
            side = self._tools.glyph_side * 0.8
            left = below.left() if self._mirrored else below.right() - side
            square = QRectF(left, below.center().y() - side / 2, side, side)
            paint_repeat(painter, square, theme.color(look.badge.value))

    def marks(self, geometry: WeekGeometry, marks: WeekMarks) -> None:
        """Draw the slot that is chosen or drawn out, and now."""
        painter, theme = self._painter, self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipRect(geometry.hours_rect())
        if marks.span is not None:
            rect = QRectF(geometry.span_rect(*marks.span))
            painter.setBrush(theme.color("accent_soft"))
            painter.setPen(QPen(theme.color("accent"), 1.4))
            painter.drawRoundedRect(rect, 6, 6)
            words = " – ".join(self._time(minute) for minute in marks.span[1:])
            painter.setFont(self._tools.font)
            painter.setPen(theme.color("accent"))
            painter.drawText(rect.adjusted(6, 2, -4, 0), self._flags & ~_MIDDLE, words)
        elif marks.column is not None and marks.minute is not None and marks.entry is None:
            rect = QRectF(geometry.span_rect(marks.column, marks.minute, marks.minute + 30))
            self._ring(rect, marks.has_focus)
        if marks.now is not None:
            self._now(geometry, marks)
        painter.restore()
        if marks.column is not None and marks.minute is None and marks.entry is None:
            rect = QRectF(geometry.whole_day_rect(marks.column)).adjusted(2, 2, -1, -3)
            self._ring(rect, marks.has_focus)

    def outline(self, rect: QRect) -> None:
        """Draw a line round the entry that is chosen or dragged."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.color("focus"), 2))
        self._painter.drawRoundedRect(rect, self._tools.radius, self._tools.radius)

    def more(self, rect: QRect, count: int) -> None:
        """Say how many more there are than fit into the row of whole days."""
        self._painter.setFont(self._tools.font)
        self._painter.setPen(self._theme.color("muted"))
        words = more_words(self._locale.toString(count))
        self._painter.drawText(rect.adjusted(4, 0, -2, 0), self._flags, words)

    def _now(self, geometry: WeekGeometry, marks: WeekMarks) -> None:
        painter, theme = self._painter, self._theme
        y = geometry.y_of(marks.now or 0)
        painter.setPen(QPen(theme.color("danger"), 1.6))
        gutter = geometry.gutter
        if self._mirrored:
            painter.drawLine(0, y, geometry.size.width() - gutter, y)
            dot = QPoint(geometry.size.width() - gutter, y)
        else:
            painter.drawLine(gutter, y, geometry.size.width(), y)
            dot = QPoint(gutter, y)
        painter.setBrush(theme.color("danger"))
        painter.drawEllipse(dot, 4, 4)

    def _head(self, rect: QRect, day: date) -> None:
        painter, theme = self._painter, self._theme
        today = day == self._today
        name = self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
        role = TextRole.SMALL_STRONG if today else TextRole.SMALL
        number = self._locale.toString(day.day)
        painter.setFont(theme.font(role))
        metrics = theme.metrics(role)
        area = rect.adjusted(SMALL, 0, -SMALL, 0)
        painter.setPen(theme.color("muted"))
        used = metrics.horizontalAdvance(name) + SMALL
        if used + metrics.horizontalAdvance(number) + SMALL > area.width():
            used = 0
        else:
            painter.drawText(area, self._flags, name)
        rest = area.adjusted(0, 0, -used, 0) if self._mirrored else area.adjusted(used, 0, 0, 0)
        if not today:
            painter.setPen(theme.color("ink"))
            painter.drawText(rest, self._flags, number)
            return
        height = metrics.height() + 2
        width = max(height + TIGHT, metrics.horizontalAdvance(number) + SMALL + 2)
        left = rest.right() - width if self._mirrored else rest.left()
        pill = QRect(left, rect.center().y() - height // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(theme.color("on_accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, number)

    def _hour(self, geometry: WeekGeometry, hour: int, y: int) -> None:
        painter = self._painter
        height = self._tools.metrics.height()
        rect = QRect(0, y - height // 2, geometry.gutter - 6, height)
        if self._mirrored:
            rect.moveLeft(geometry.size.width() - geometry.gutter + 6)
        ground = QRect(rect)
        ground.setHeight(height)
        painter.fillRect(ground, self._theme.color("page"))
        painter.setFont(self._tools.week_font)
        painter.setPen(self._theme.color("muted"))
        side = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, side | _MIDDLE, self._time(hour * 60))

    def _one_line(self, rect: QRect, look: EntryLook) -> None:
        self._painter.setFont(self._tools.struck_font if look.done else self._tools.font)
        self._painter.setPen(self._theme.color(look.badge.value))
        self._write(rect, self._tools.metrics, self._tools.fitting(look, rect.width()))

    def _ground(self, rect: QRect, token: str, *, faint: bool) -> None:
        self._painter.drawPixmap(rect.topLeft(), self._tools.block(token, rect.size(), faint=faint))

    def _write(self, area: QRect, metrics: QFontMetrics, words: str) -> None:
        """Write a line at the start of ``area``, in its middle."""
        if self._mirrored:
            self._painter.drawText(area, self._flags, words)
            return
        # Twice as fast as having it aligned, which matters for hundreds of lines in a frame.
        baseline = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
        self._painter.drawText(area.left(), baseline, words)

    def _ring(self, rect: QRectF, has_focus: bool) -> None:
        colour = self._theme.color("focus" if has_focus else "strong_line")
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, 2 if has_focus else 1.2))
        self._painter.drawRoundedRect(rect, 5, 5)

    def _time(self, minute: int) -> str:
        return time_words(time(minute // 60 % 24, minute % 60), self._locale)
