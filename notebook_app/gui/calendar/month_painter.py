"""Draws the month's grid: weekday names, days, pills of entries, what is marked and dragged."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from notebook_app.foundation.record import record
from notebook_app.gui.calendar.entry_painter import EntryPainter
from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.model.rows import CalendarEntry


@record
class Marks:
    """What stands out: the selected day and entry, and what is dragged."""

    day: date
    entry: CalendarEntry | None
    has_focus: bool
    dragged: CalendarEntry | None = None
    dragged_at: QPoint | None = None


class MonthPainter(EntryPainter):
    """Draws one frame with a geometry, a month and marks."""

    def paint(self, geometry: MonthGeometry, month: ShownMonth, target: date | None = None) -> None:
        """Draw the month without what is selected; ``target`` is a day that would take a drop."""
        self._heads(geometry, month)
        places = [(week, column) for week in range(month.span.weeks) for column in range(7)]
        for week in range(month.span.weeks):
            self._week_number(geometry.week_rect(week), month.span.day(week, 0))
        for week, column in places:
            ground = "accent_soft" if month.span.day(week, column) == target else ""
            self._day(geometry, month, week, column, ground)
        for week, column in places:
            day = month.span.day(week, column)
            self._number(geometry, geometry.day_rect(week, column), day, month.span.in_month(day))
        self._forget_ink()
        shown: list[tuple[QRect, CalendarEntry]] = []
        rest: list[tuple[QRect, int]] = []
        for week, column in places:
            self._entries(geometry, month, (week, column), shown, rest)
        self.pills(shown)
        self._ink(self._tools.font, "muted")
        for rect, count in rest:
            self._write(rect, self._tools.metrics, self._more_words(count, rect.width()))

    def mark(self, geometry: MonthGeometry, month: ShownMonth, marks: Marks) -> None:
        """Draw what is selected and dragged onto the month."""
        self._forget_ink()
        faded = self._place_of(geometry, month, marks.dragged)
        if faded is not None:
            ground = QColor(self._theme.color("page"))
            ground.setAlphaF(0.6)
            self._painter.fillRect(faded, ground)
        outlined = self._place_of(geometry, month, marks.entry)
        if outlined is not None and outlined != faded:
            self.outline(outlined)
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
            painter.drawText(rect, self._flags, name)

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

    def _number(self, geometry: MonthGeometry, rect: QRect, day: date, inside: bool) -> None:
        theme = self._theme
        words = self._locale.toString(day.day)
        metrics = theme.metrics(TextRole.SMALL)
        height = metrics.height() + 2
        area = QRect(
            rect.left() + TIGHT + 1,
            rect.top() + (geometry.number - height) // 2 + 1,
            rect.width() - 2 * TIGHT - 1,
            height,
        )
        if day == self._today:
            self._today_pill(area, words)
            return
        self._ink(self._number_font, "ink" if inside else "muted")
        self._write(area.adjusted(5, 0, -5, 0), metrics, words)

    def _entries(
        self,
        geometry: MonthGeometry,
        month: ShownMonth,
        place: tuple[int, int],
        shown: list[tuple[QRect, CalendarEntry]],
        rest: list[tuple[QRect, int]],
    ) -> None:
        """Add what is drawn of a day, and where how many more are told of."""
        day = month.span.day(*place)
        entries = month.on(day)
        lines = shown_lines(geometry, month, place[0], day)
        rect = geometry.line_rect(*place, 0)
        for entry in entries[:lines]:
            shown.append((QRect(rect), entry))
            rect.translate(0, geometry.line_step)
        more = month.count(day) - lines
        if more > 0 and not geometry.lines(place[0]):
            rest.append((geometry.rest_rect(*place), more))
        elif more > 0:
            rest.append((rect.adjusted(3, 0, -3, 0), more))

    def _place_of(
        self, geometry: MonthGeometry, month: ShownMonth, entry: CalendarEntry | None
    ) -> QRect | None:
        """Return where an entry is drawn, or None if it is not."""
        place = None if entry is None else month.span.place(entry.on)
        if entry is None or place is None:
            return None
        shown = month.on(entry.on)[: shown_lines(geometry, month, place[0], entry.on)]
        return geometry.line_rect(*place, shown.index(entry)) if entry in shown else None

    def _dragged(self, geometry: MonthGeometry, entry: CalendarEntry, at: QPoint) -> None:
        width = geometry.day_rect(0, 0).width() - 7
        rect = QRect(
            at - QPoint(width // 2, geometry.line // 2), geometry.line_rect(0, 0, 0).size()
        )
        self._forget_ink()
        self._painter.setOpacity(0.92)
        self.pill(rect, entry)
        self.outline(rect)
        self._painter.setOpacity(1.0)


def shown_lines(geometry: MonthGeometry, month: ShownMonth, week: int, day: date) -> int:
    """Return how many entries of a day are drawn; the last line may say how many more."""
    room = geometry.lines(week)
    return len(month.on(day)) if month.count(day) <= room else max(0, room - 1)
