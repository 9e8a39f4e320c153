"""Draws a month to hang up: a field for each day, the number of each week, and what is on it."""

from datetime import date
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from notebook_app.gui.printing.calendar_lines import FAINT, SHADE, SIZES, LineSetter, SetLines
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.gui.printing.row_heights import shared_heights
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.calendar_sheet import WEEK_DAYS, CalendarDay, CalendarSheet

_MARGIN: Final = mm(10)
_BELOW: Final = mm(11)
_NUMBERS: Final = mm(7)
_HEAD: Final = mm(13)
_WEEKDAYS: Final = mm(5.6)
_INSIDE: Final = mm(1.5)
_DAY_HEAD: Final = mm(6)
_MOST_LINES: Final = 5
"""Enough for a name of sixty letters; where days are full each line takes fewer."""

_LOWEST: Final = 0.6
"""How much lower than if all were alike a week may be, for the sake of fuller ones."""


class MonthPainter:
    """Draws one month on one sheet. Make one in the thread that uses it."""

    def __init__(self, sheet: CalendarSheet, paper: Paper) -> None:
        """Take the month and the sheet.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self._sheet = sheet
        self._paper = paper
        self._setter = Typesetter(SIZES)
        self._mirrored = sheet.from_the_right
        self._lines = LineSetter(self._setter, at_right=self._mirrored)
        self._left = _MARGIN + _NUMBERS
        self._top = _MARGIN + _HEAD + _WEEKDAYS
        self._width = (paper.width - _MARGIN - self._left) / WEEK_DAYS
        self._heights = self._shared_out()
        self._tops = [self._top + sum(self._heights[:row]) for row in range(len(sheet.weeks))]
        self._fitted = {
            day.on: self._fit(day, height)
            for week, height in zip(sheet.weeks, self._heights, strict=True)
            for day in week.days
        }

    def shown(self) -> dict[date, int]:
        """Return how many lines of each day are on the page."""
        return {on: len(lines.blocks) for on, lines in self._fitted.items()}

    def week_tops(self) -> list[float]:
        """Return how far down each week begins."""
        return self._tops

    def paint(self, painter: QPainter) -> None:
        """Draw the page."""
        sheet, setter = self._sheet, self._setter
        whole = self._paper.width - self._left - _MARGIN
        painter.setPen(setter.ink)
        word = setter.word(sheet.title, PrintRole.TITLE, whole, at_end=self._mirrored)
        word.draw(painter, self._across(self._left, whole), _MARGIN - mm(1))
        for column, day in enumerate(sheet.weeks[0].days):
            self._weekday(painter, column, day)
        for row, week in enumerate(sheet.weeks):
            for column, day in enumerate(week.days):
                self._day(painter, row, column, day)
        self._grid(painter)
        foot = setter.word(sheet.foot, PrintRole.TINY, whole, at_end=self._mirrored)
        painter.setPen(setter.muted)
        down = self._paper.height - _BELOW + mm(1.2)
        foot.draw(painter, self._across(self._left, whole), down)

    def _across(self, start: float, width: float = 0) -> float:
        """Return where on the paper that begins which is so far from where one begins to read."""
        return self._paper.width - start - width if self._mirrored else start

    def _shared_out(self) -> list[float]:
        """Return the height of each week: all alike, unless some need more than others."""
        weeks, room = self._sheet.weeks, self._width - 2 * _INSIDE
        whole = self._paper.height - _BELOW - self._top
        alike = whole / len(weeks)
        needed: list[float] = []
        # With all that is broken into lines if there is room for that, else with fewer, or one.
        for most in (_MOST_LINES, 3, 1):
            needed = [
                max(self._lines.needed(day, room, most, enough=whole) for day in week.days)
                + _DAY_HEAD
                + _INSIDE
                for week in weeks
            ]
            if sum(max(each, alike * _LOWEST) for each in needed) <= whole:
                break
        return shared_heights(needed, whole, alike * _LOWEST)

    def _fit(self, day: CalendarDay, height: float) -> SetLines:
        room = self._width - 2 * _INSIDE
        return self._lines.fit(day, room, height - _DAY_HEAD - _INSIDE, _MOST_LINES)

    def _field(self, row: int, column: int) -> QRectF:
        left = self._across(self._left + column * self._width, self._width)
        return QRectF(left, self._tops[row], self._width, self._heights[row])

    def _weekday(self, painter: QPainter, column: int, day: CalendarDay) -> None:
        room = self._width - 2 * _INSIDE
        block = self._setter.word(day.weekday, PrintRole.HEADING, room, at_end=self._mirrored)
        painter.setPen(self._setter.muted)
        x = self._across(self._left + column * self._width + _INSIDE, room)
        block.draw(painter, x, self._top - _WEEKDAYS + mm(0.4))

    def _day(self, painter: QPainter, row: int, column: int, day: CalendarDay) -> None:
        setter, field = self._setter, self._field(row, column)
        if day.off and day.inside:
            painter.fillRect(field, SHADE)
        x, room = field.left() + _INSIDE, self._width - 2 * _INSIDE
        number = setter.block(day.number, PrintRole.NAME, room, most_lines=1, at_end=self._mirrored)
        painter.setPen(setter.ink if day.inside else FAINT)
        number.draw(painter, x, field.top() + mm(0.5))
        if day.holiday:
            beside = room - number.width - mm(2)
            words = setter.block(
                day.holiday, PrintRole.TINY, beside, most_lines=2, at_end=not self._mirrored
            )
            painter.setPen(setter.muted)
            start = x if self._mirrored else x + room - beside
            words.draw(painter, start, field.top() + mm(0.8))
        top = field.top() + _DAY_HEAD
        self._lines.draw(painter, self._fitted[day.on], x, top, room)

    def _grid(self, painter: QPainter) -> None:
        setter, weeks = self._setter, self._sheet.weeks
        bottom = self._paper.height - _BELOW
        start, end = self._across(self._left), self._across(self._left + WEEK_DAYS * self._width)
        painter.setPen(QPen(setter.muted, mm(0.12)))
        for column in range(WEEK_DAYS + 1):
            x = self._across(self._left + column * self._width)
            painter.drawLine(QLineF(x, self._top, x, bottom))
        painter.setPen(QPen(setter.ink, mm(0.25)))
        for y in (*self._tops, bottom):
            painter.drawLine(QLineF(start, y, end, y))
        painter.setPen(setter.muted)
        for top, week in zip(self._tops, weeks, strict=True):
            room = _NUMBERS - mm(2)
            words = setter.word(week.label, PrintRole.TINY, room, at_end=not self._mirrored)
            words.draw(painter, self._across(_MARGIN, room), top + mm(1.4))
