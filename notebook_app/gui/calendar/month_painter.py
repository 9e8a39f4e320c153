"""Draws the month's grid: weekday names, days, pills of entries, what is marked and dragged."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from notebook_app.gui.calendar.entry_look import EntryLook, look_of
from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.model.rows import CalendarEntry

_ONE_LINE = Qt.TextFlag.TextSingleLine
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands out: the selected day and entry, and what is dragged."""

    day: date
    entry: CalendarEntry | None
    has_focus: bool
    dragged: CalendarEntry | None = None
    dragged_at: QPoint | None = None


class MonthPainter:
    """Draws one frame with a painter, a geometry, a month and marks."""

    def __init__(
        self,
        painter: QPainter,
        tools: PillTools,
        locale: QLocale,
        today: date,
        mirrored: bool,
    ) -> None:
        """Take what to draw with, and the day it is."""
        self._painter = painter
        self._tools = tools
        self._theme = theme = tools.theme
        self._today = today
        self._locale = locale
        self._mirrored = mirrored
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self._line_flags = (side | _MIDDLE | _ONE_LINE).value
        self._number_metrics = theme.metrics(TextRole.SMALL)
        self._strong_metrics = theme.metrics(TextRole.SMALL_STRONG)
        self._font: QFont | None = None
        self._token = ""

    def paint(self, geometry: MonthGeometry, month: ShownMonth, target: date | None = None) -> None:
        """Draw the month without what is selected; ``target`` is a day that would take a drop."""
        self._heads(geometry, month)
        places = [(week, column) for week in range(month.span.weeks) for column in range(7)]
        for week in range(month.span.weeks):
            self._week_number(geometry.week_rect(week), month.span.day(week, 0))
        for week, column in places:
            ground = "accent_soft" if month.span.day(week, column) == target else ""
            self._day(geometry, month, week, column, ground)
        self._font = None
        for week, column in places:
            self._entries(geometry, month, week, column)

    def mark(self, geometry: MonthGeometry, month: ShownMonth, marks: Marks) -> None:
        """Draw what is selected and dragged onto the month."""
        self._font = None
        faded = self._place_of(geometry, month, marks.dragged)
        if faded is not None:
            ground = QColor(self._theme.color("page"))
            ground.setAlphaF(0.6)
            self._painter.fillRect(faded, ground)
        outlined = self._place_of(geometry, month, marks.entry)
        if outlined is not None and outlined != faded:
            self._outline(outlined)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._selection(geometry, month, marks)
        if marks.dragged is not None and marks.dragged_at is not None:
            self._dragged(geometry, marks.dragged, marks.dragged_at)

    def _heads(self, geometry: MonthGeometry, month: ShownMonth) -> None:
        painter, theme = self._painter, self._theme
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        metrics = theme.metrics(TextRole.SMALL)
        for column in range(7):
            weekday = month.span.day(0, column).isoweekday()
            rect = geometry.head_rect(column).adjusted(SMALL + 2, 0, -TIGHT, 0)
            name = self._locale.standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
            if metrics.horizontalAdvance(name) > rect.width():
                name = self._locale.standaloneDayName(weekday, QLocale.FormatType.NarrowFormat)
            painter.drawText(rect, self._line_flags, name)

    def _week_number(self, rect: QRect, first: date) -> None:
        painter, theme = self._painter, self._theme
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setFont(self._tools.week_font)
        painter.setPen(theme.color("muted"))
        # The week of ISO 8601 is that of its Thursday, whatever day the row begins with.
        thursday = QDate(first.year, first.month, first.day).addDays((4 - first.isoweekday()) % 7)
        number = self._locale.toString(thursday.weekNumber()[0])
        area = rect.adjusted(0, TIGHT + 2, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, number)

    def _day(
        self, geometry: MonthGeometry, month: ShownMonth, week: int, column: int, ground: str
    ) -> None:
        painter, theme = self._painter, self._theme
        day = month.span.day(week, column)
        rect = geometry.day_rect(week, column)
        if ground or day == self._today:
            painter.fillRect(rect, theme.color(ground or "highlight"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.topLeft(), rect.topRight())
        edge = rect.topRight() if self._mirrored else rect.topLeft()
        painter.drawLine(edge, edge + QPoint(0, rect.height() - 1))
        self._number(geometry, rect, day, month.span.in_month(day), day == self._today)

    def _selection(self, geometry: MonthGeometry, month: ShownMonth, marks: Marks) -> None:
        place = month.span.place(marks.day)
        if place is None:
            return
        strong = marks.has_focus and marks.entry is None
        colour = self._theme.color("focus" if marks.has_focus else "strong_line")
        self._painter.setPen(QPen(colour, 2 if strong else 1.2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = QRectF(geometry.day_rect(*place)).adjusted(2, 2, -1, -1)
        self._painter.drawRoundedRect(rect, 5, 5)

    def _number(
        self, geometry: MonthGeometry, rect: QRect, day: date, inside: bool, today: bool
    ) -> None:
        painter, theme = self._painter, self._theme
        words = self._locale.toString(day.day)
        metrics = self._strong_metrics if today else self._number_metrics
        painter.setFont(theme.font(TextRole.SMALL_STRONG if today else TextRole.SMALL))
        height = metrics.height() + 2
        area = QRect(
            rect.left() + TIGHT + 1,
            rect.top() + (geometry.number - height) // 2 + 1,
            rect.width() - 2 * TIGHT - 1,
            height,
        )
        if today:
            width = max(height + TIGHT, metrics.horizontalAdvance(words) + SMALL + 2)
            pill = QRect(area)
            pill.setWidth(width)
            if self._mirrored:
                pill.moveRight(area.right())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(theme.color("on_accent"))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | _ONE_LINE, words)
            return
        painter.setPen(theme.color("ink" if inside else "muted"))
        inner = area.adjusted(5, 0, -5, 0)
        self._write(inner, metrics, words)

    def _entries(self, geometry: MonthGeometry, month: ShownMonth, week: int, column: int) -> None:
        day = month.span.day(week, column)
        entries, total = month.on(day), month.count(day)
        shown = shown_lines(geometry, month, week, day)
        rect = geometry.line_rect(week, column, 0)
        for entry in entries[:shown]:
            self.pill(rect, look_of(entry, self._today, self._locale))
            rect.translate(0, geometry.line_step)
        if total > shown:
            rect = rect.adjusted(3, 0, -3, 0)
            self._ink(self._tools.font, "muted")
            count = self._locale.toString(total - shown)
            words = more_words(count)
            if self._tools.width(words) > rect.width():
                words = f"+{count}"
            self._write(rect, self._tools.metrics, words)

    def pill(self, rect: QRect, look: EntryLook) -> None:
        """Draw an entry in one line; what does not fit of its words is left out."""
        painter, tools = self._painter, self._tools
        token = look.badge.value
        ground = tools.ground(look.glyph, token, rect.size(), self._mirrored, look.repeats)
        if look.faint:
            painter.setOpacity(0.5)
        painter.drawPixmap(rect.topLeft(), ground)
        if look.faint:
            painter.setOpacity(1.0)
        self._ink(tools.struck_font if look.done else tools.font, token)
        start = tools.glyph_side + 9
        end = tools.glyph_side + 4 if look.repeats else 3
        area = (
            rect.adjusted(end, 0, -start, 0) if self._mirrored else rect.adjusted(start, 0, -end, 0)
        )
        self._write(area, tools.metrics, tools.fitting(look, area.width()))

    def _place_of(
        self, geometry: MonthGeometry, month: ShownMonth, entry: CalendarEntry | None
    ) -> QRect | None:
        """Return where an entry is drawn, or None if it is not."""
        place = None if entry is None else month.span.place(entry.on)
        if entry is None or place is None:
            return None
        shown = month.on(entry.on)[: shown_lines(geometry, month, place[0], entry.on)]
        return geometry.line_rect(*place, shown.index(entry)) if entry in shown else None

    def _outline(self, rect: QRect) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.drawRoundedRect(rect, self._tools.radius, self._tools.radius)
        painter.restore()

    def _ink(self, font: QFont, token: str) -> None:
        """Write with a font in the colour of a token from here on."""
        # Most entries are written like the one before, and setting either is felt in a frame.
        if font is not self._font or token != self._token:
            self._font, self._token = font, token
            self._painter.setFont(font)
            self._painter.setPen(self._theme.color(token))

    def _write(self, area: QRect, metrics: QFontMetrics, words: str) -> None:
        """Write a line at the start of ``area``, in its middle."""
        if self._mirrored:
            self._painter.drawText(area, self._line_flags, words)
            return
        # Twice as fast as having it aligned, which matters for hundreds of lines in a frame.
        baseline = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
        self._painter.drawText(area.left(), baseline, words)

    def _dragged(self, geometry: MonthGeometry, entry: CalendarEntry, at: QPoint) -> None:
        width = geometry.day_rect(0, 0).width() - 7
        rect = QRect(
            at - QPoint(width // 2, geometry.line // 2), geometry.line_rect(0, 0, 0).size()
        )
        self._font = None
        self._painter.setOpacity(0.92)
        self.pill(rect, look_of(entry, self._today, self._locale))
        self._outline(rect)
        self._painter.setOpacity(1.0)


def shown_lines(geometry: MonthGeometry, month: ShownMonth, week: int, day: date) -> int:
    """Return how many entries of a day are drawn; the last line may say how many more."""
    room = geometry.lines(week)
    return len(month.on(day)) if month.count(day) <= room else max(0, room - 1)


def more_words(count: str) -> str:
    """Return ``+5 more``."""
    return QCoreApplication.translate("MonthPainter", "+{count} more").format(count=count)
