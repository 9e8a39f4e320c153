"""Draws a week to hang up: a row for each day, what is on it, and lines to write on beside."""

from datetime import date
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from notebook_app.gui.printing.calendar_lines import LARGER, SHADE, LineSetter, SetLines
from notebook_app.gui.printing.paper import Paper, mm
from notebook_app.gui.printing.row_heights import shared_heights
from notebook_app.gui.printing.typeface import PrintRole
from notebook_app.gui.printing.typesetter import Typesetter
from notebook_app.reports.calendar_sheet import WEEK_DAYS, CalendarDay, CalendarSheet

_MARGIN: Final = mm(12)
_BELOW: Final = mm(12)
_HEAD: Final = mm(19)
_DAY: Final = mm(27)
_INSIDE: Final = mm(2)
_WRITE_SHARE: Final = 0.4
_RULE: Final = mm(7)
_LEAST: Final = mm(23)
_MOST_LINES: Final = 3


class WeekPainter:
    """Draws one week on one sheet. Make one in the thread that uses it."""

    def __init__(self, sheet: CalendarSheet, paper: Paper, *, with_notes: bool = True) -> None:
        """Take the week, the sheet, and whether notes are on it.

        Raises:
            UserProblem: there is not a single font on this computer.
        """
        self._sheet = sheet
        self._paper = paper
        self._setter = Typesetter(LARGER)
        self._lines = LineSetter(self._setter, with_notes=with_notes)
        whole = paper.width - 2 * _MARGIN - _DAY
        self._write = whole * _WRITE_SHARE
        self._room = whole - self._write - 2 * _INSIDE
        self._heights = self._shared_out()
        self._fitted = {
            day.on: self._fit(day, height)
            for day, height in zip(sheet.days(), self._heights, strict=True)
        }

    def shown(self) -> dict[date, int]:
        """Return how many lines of each day are on the page."""
        return {on: len(lines.blocks) for on, lines in self._fitted.items()}

    def paint(self, painter: QPainter) -> None:
        """Draw the page."""
        sheet, setter, width = self._sheet, self._setter, self._paper.width - 2 * _MARGIN
        painter.setPen(setter.ink)
        setter.word(sheet.title, PrintRole.TITLE, width).draw(painter, _MARGIN, _MARGIN - mm(1.5))
        painter.setPen(setter.muted)
        subtitle = setter.word(sheet.subtitle, PrintRole.SUBTITLE, width)
        subtitle.draw(painter, _MARGIN, _MARGIN + mm(9))
        top = _MARGIN + _HEAD
        for day, height in zip(sheet.days(), self._heights, strict=True):
            self._day(painter, day, QRectF(_MARGIN, top, width, height))
            top += height
        painter.setPen(QPen(setter.ink, mm(0.25)))
        painter.drawLine(QLineF(_MARGIN, top, _MARGIN + width, top))
        painter.setPen(setter.muted)
        setter.word(sheet.foot, PrintRole.TINY, width).draw(painter, _MARGIN, top + mm(1.2))

    def _shared_out(self) -> list[float]:
        """Return the height of each day: all alike, unless some need more than others."""
        whole = self._paper.height - _BELOW - _MARGIN - _HEAD
        least = min(_LEAST, whole / WEEK_DAYS)
        needed: list[float] = []
        # With all that is broken into lines if there is room for that, else a line for each.
        for most in (_MOST_LINES, 1):
            needed = [
                self._lines.needed(day, self._room, most, enough=whole) + 2 * _INSIDE
                for day in self._sheet.days()
            ]
            if sum(max(least, each) for each in needed) <= whole:
                break
        return shared_heights(needed, whole, least)

    def _fit(self, day: CalendarDay, height: float) -> SetLines:
        return self._lines.fit(day, self._room, height - 2 * _INSIDE, _MOST_LINES)

    def _day(self, painter: QPainter, day: CalendarDay, field: QRectF) -> None:
        setter = self._setter
        if day.off:
            painter.fillRect(QRectF(field.left(), field.top(), _DAY, field.height()), SHADE)
        painter.setPen(QPen(setter.ink, mm(0.25)))
        painter.drawLine(QLineF(field.left(), field.top(), field.right(), field.top()))
        x, top, room = field.left() + _INSIDE, field.top() + _INSIDE, _DAY - 2 * _INSIDE
        painter.setPen(setter.ink)
        setter.word(day.weekday, PrintRole.HEADING, room).draw(painter, x, top)
        setter.word(str(day.on.day), PrintRole.TITLE, room).draw(painter, x, top + mm(4))
        if day.holiday:
            painter.setPen(setter.muted)
            words = setter.block(day.holiday, PrintRole.TINY, room, most_lines=2)
            words.draw(painter, x, top + mm(13.2))
        lines = self._fitted[day.on]
        start = field.left() + _DAY + _INSIDE
        self._lines.draw(painter, lines, start, top, self._room)
        self._rules(painter, field, top + lines.height, empty=not day.lines)

    def _rules(self, painter: QPainter, field: QRectF, free_from: float, *, empty: bool) -> None:
        """Draw the lines to write on: at the end, and right across below what is on the day."""
        painter.setPen(self._setter.writing_line)
        y = field.top() + _RULE
        while y < field.bottom() - mm(2):
            below = empty or y - _RULE + mm(1) >= free_from
            start = field.left() + _DAY + _INSIDE if below else field.right() - self._write
            painter.drawLine(QLineF(start, y, field.right(), y))
            y += _RULE
