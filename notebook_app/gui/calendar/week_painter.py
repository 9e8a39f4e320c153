"""Draws the week: names of days, the row of whole days, hours, entries side by side, now."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from notebook_app.foundation.record import record
from notebook_app.gui.calendar.entry_look import EntryLook
from notebook_app.gui.calendar.entry_painter import MIDDLE, ONE_LINE, EntryPainter
from notebook_app.gui.calendar.glyphs import paint_repeat
from notebook_app.gui.calendar.week_geometry import WeekGeometry
from notebook_app.gui.calendar.week_lanes import Placed
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.theme import SMALL, TextRole
from notebook_app.model.rows import CalendarEntry


@record
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


class WeekPainter(EntryPainter):
    """Draws one frame of the week."""

    def grounds(self, geometry: WeekGeometry, days: list[date], week: str) -> None:
        """Draw the names of days, the lines of days and hours, and the hours' names."""
        painter, theme = self._painter, self._theme
        area = geometry.hours_rect()
        room = geometry.head_rect(0).width() - 4 * SMALL
        names = weekday_names(days, self._locale, theme.metrics(TextRole.SMALL_STRONG), room)
        for column, day in enumerate(days):
            if day == self._today:
                painter.fillRect(
                    geometry.day_rect(column).united(geometry.head_rect(column)),
                    theme.color("highlight"),
                )
            self._head(geometry.head_rect(column), day, names[column])
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
        self._forget_ink()

    def block(self, rect: QRect, placed: Placed) -> None:
        """Draw an entry with a time, or how many more there are."""
        self.blocks([(rect, placed)])

    def blocks(self, places: Iterable[tuple[QRect, Placed]]) -> None:
        """Draw entries with a time, side by side."""
        looks: list[tuple[QRect, EntryLook]] = []
        rest: list[tuple[QRect, int]] = []
        for rect, placed in places:
            if placed.entry is None:
                self._ground(rect, "neutral", faint=False)
                rest.append((rect, placed.more))
                continue
            look = self._look(placed.entry)
            self._ground(rect, look.badge.value, faint=look.faint)
            looks.append((rect, look))
        # All words after all grounds, and those of one font and colour together, as in ``pills``.
        looks.sort(key=lambda each: (each[1].done, each[1].badge.value))
        high = []
        for rect, look in looks:
            if rect.height() < 2 * self._tools.metrics.height() or rect.width() < 30:
                self._name(rect.adjusted(4, 0, -3, 0), look)
            else:
                high.append((rect.adjusted(5, 2, -4, -2), look))
        line = self._tools.metrics.height()
        for inner, look in high:
            plain = EntryLook(look.badge, look.glyph, look.words, late=look.late, done=look.done)
            self._name(QRect(inner.left(), inner.top(), inner.width(), line), plain)
        for inner, look in high:
            below = QRect(inner.left(), inner.top() + line, inner.width(), line)
            self._ink(self._tools.week_font, look.badge.value)
            if self._tools.width(look.time) <= inner.width() + 2:
                self._write(below, self._tools.metrics, look.time)
            if look.repeats:
                self._repeat(below, look)
        self._ink(self._tools.font, "neutral")
        for rect, count in rest:
            words = self._more_words(count, rect.width() - 4)
            self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | ONE_LINE, words)

    def _repeat(self, line: QRect, look: EntryLook) -> None:
        """Draw a round arrow at the end of a line."""
        side = self._tools.glyph_side * 0.8
        left = line.left() if self._mirrored else line.right() - side
        square = QRectF(left, line.center().y() - side / 2, side, side)
        paint_repeat(self._painter, square, self._theme.color(look.badge.value))
        self._forget_ink()

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
            painter.drawText(rect.adjusted(6, 2, -4, 0), self._flags & ~MIDDLE.value, words)
        elif marks.column is not None and marks.minute is not None and marks.entry is None:
            rect = QRectF(geometry.span_rect(marks.column, marks.minute, marks.minute + 30))
            self._ring(rect, marks.has_focus)
        if marks.now is not None:
            self._now(geometry, marks)
        painter.restore()
        if marks.column is not None and marks.minute is None and marks.entry is None:
            rect = QRectF(geometry.whole_day_rect(marks.column)).adjusted(2, 2, -1, -3)
            self._ring(rect, marks.has_focus)
        self._forget_ink()

    def more(self, rect: QRect, count: int) -> None:
        """Say how many more there are than fit into the row of whole days."""
        self._ink(self._tools.font, "muted")
        rect = rect.adjusted(4, 0, -2, 0)
        self._painter.drawText(rect, self._flags, self._more_words(count, rect.width()))

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

    def _head(self, rect: QRect, day: date, name: str) -> None:
        painter, theme = self._painter, self._theme
        today = day == self._today
        role = TextRole.SMALL_STRONG if today else TextRole.SMALL
        number = self._locale.toString(day.day)
        painter.setFont(theme.font(role))
        area = rect.adjusted(SMALL, 0, -SMALL, 0)
        painter.setPen(theme.color("muted"))
        painter.drawText(area, self._flags, name)
        used = theme.metrics(role).horizontalAdvance(name) + SMALL if name else 0
        rest = area.adjusted(0, 0, -used, 0) if self._mirrored else area.adjusted(used, 0, 0, 0)
        if not today:
            painter.setPen(theme.color("ink"))
            painter.drawText(rest, self._flags, number)
            return
        self._today_pill(rest, number)

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
        painter.drawText(rect, side | MIDDLE, self._time(hour * 60))

    def _ground(self, rect: QRect, token: str, *, faint: bool) -> None:
        self._painter.drawPixmap(rect.topLeft(), self._tools.block(token, rect.size(), faint=faint))

    def _ring(self, rect: QRectF, has_focus: bool) -> None:
        colour = self._theme.color("focus" if has_focus else "strong_line")
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(colour, 2 if has_focus else 1.2))
        self._painter.drawRoundedRect(rect, 5, 5)

    def _time(self, minute: int) -> str:
        return time_words(time(minute // 60 % 24, minute % 60), self._locale)


def weekday_names(
    days: Sequence[date], locale: QLocale, metrics: QFontMetrics, room: int
) -> list[str]:
    """Return all weekdays as short as they must be to stand beside their numbers, or none."""
    number = max(metrics.horizontalAdvance(locale.toString(day.day)) for day in days)
    for length in (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat):
        names = [locale.standaloneDayName(day.isoweekday(), length) for day in days]
        if max(map(metrics.horizontalAdvance, names)) + number <= room:
            return names
    return [""] * len(days)
