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
        self._mirrored = sheet.from_the_right
        self._lines = LineSetter(self._setter, with_notes=with_notes, at_right=self._mirrored)
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
        self._say(painter, sheet.title, PrintRole.TITLE, _MARGIN, _MARGIN - mm(1.5), room=width)
        painter.setPen(setter.muted)
        self._say(painter, sheet.subtitle, PrintRole.SUBTITLE, _MARGIN, _MARGIN + mm(9), room=width)
        top = _MARGIN + _HEAD
        for day, height in zip(sheet.days(), self._heights, strict=True):
            self._day(painter, day, QRectF(_MARGIN, top, width, height))
            top += height
        painter.setPen(QPen(setter.ink, mm(0.25)))
        painter.drawLine(QLineF(_MARGIN, top, _MARGIN + width, top))
        painter.setPen(setter.muted)
        self._say(painter, sheet.foot, PrintRole.TINY, _MARGIN, top + mm(1.2), room=width)

    def _across(self, start: float, width: float = 0) -> float:
        """Return where on the paper that begins which is so far from where one begins to read."""
        return self._paper.width - start - width if self._mirrored else start

    def _say(
        self,
        painter: QPainter,
        text: str,
        role: PrintRole,
        start: float,
        top: float,
        *,
        room: float,
    ) -> None:
        """Draw one line that begins where one begins to read."""
        word = self._setter.word(text, role, room, at_end=self._mirrored)
        word.draw(painter, self._across(start, room), top)

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
            start = self._across(field.left(), _DAY)
            painter.fillRect(QRectF(start, field.top(), _DAY, field.height()), SHADE)
        painter.setPen(QPen(setter.ink, mm(0.25)))
        painter.drawLine(QLineF(field.left(), field.top(), field.right(), field.top()))
        x, top, room = field.left() + _INSIDE, field.top() + _INSIDE, _DAY - 2 * _INSIDE
        painter.setPen(setter.ink)
        self._say(painter, day.weekday, PrintRole.HEADING, x, top, room=room)
        self._say(painter, day.number, PrintRole.TITLE, x, top + mm(4), room=room)
        if day.holiday:
            painter.setPen(setter.muted)
            words = setter.block(
                day.holiday, PrintRole.TINY, room, most_lines=2, at_end=self._mirrored
            )
            words.draw(painter, self._across(x, room), top + mm(13.2))
        lines = self._fitted[day.on]
        start = self._across(field.left() + _DAY + _INSIDE, self._room)
        self._lines.draw(painter, lines, start, top, self._room)
        self._rules(painter, field, top + lines.height, empty=not day.lines)

    def _rules(self, painter: QPainter, field: QRectF, free_from: float, *, empty: bool) -> None:
        """Draw the lines to write on: at the end, and right across below what is on the day."""
        painter.setPen(self._setter.writing_line)
        y = field.top() + _RULE
        while y < field.bottom() - mm(2):
            below = empty or y - _RULE + mm(1) >= free_from
            start = field.left() + _DAY + _INSIDE if below else field.right() - self._write
            painter.drawLine(QLineF(self._across(start), y, self._across(field.right()), y))
            y += _RULE
