"""Draws what the month and the week have alike: entries in one line, the day it is, what is chosen.

``MonthPainter`` and ``WeekPainter`` add the days, the weeks and the hours.
"""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from notebook_app.gui.calendar.entry_look import EntryLook
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.theme import SMALL, TIGHT, TextRole
from notebook_app.model.rows import CalendarEntry

MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
ONE_LINE = Qt.TextFlag.TextSingleLine


class EntryPainter:
    """Draws one frame with a painter and a theme's tools, mirrored or not."""

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
        self._flags = (side | MIDDLE | ONE_LINE).value
        self._number_font = self._theme.font(TextRole.SMALL)
        self._font: QFont | None = None
        self._token = ""

    def pill(self, rect: QRect, entry: CalendarEntry) -> None:
        """Draw an entry in one line; what does not fit of its words is left out."""
        self.pills([(rect, entry)])

    def pills(self, places: Iterable[tuple[QRect, CalendarEntry]]) -> None:
        """Draw entries in one line each."""
        # All grounds before all words, and those of one font and colour together: to change from
        # one to the other takes Qt longer than to draw them.
        looks = [(rect, self._look(entry)) for rect, entry in places]
        looks.sort(key=lambda each: (each[1].done, each[1].badge.value))
        for rect, look in looks:
            self._pill_ground(rect, look)
        start = self._tools.glyph_side + 9
        for rect, look in looks:
            end = self._tools.glyph_side + 4 if look.repeats else 3
            left, right = (end, start) if self._mirrored else (start, end)
            self._name(rect.adjusted(left, 0, -right, 0), look)

    def outline(self, rect: QRect) -> None:
        """Draw a line round the entry that is chosen or dragged."""
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.drawRoundedRect(rect, self._tools.radius, self._tools.radius)
        painter.restore()

    def _look(self, entry: CalendarEntry) -> EntryLook:
        return self._tools.look(entry, self._today, self._locale)

    def _pill_ground(self, rect: QRect, look: EntryLook) -> None:
        token = look.badge.value
        ground = self._tools.ground(look.glyph, token, rect.size(), self._mirrored, look.repeats)
        if look.faint:
            self._painter.setOpacity(0.5)
        self._painter.drawPixmap(rect.topLeft(), ground)
        if look.faint:
            self._painter.setOpacity(1.0)

    def _name(self, area: QRect, look: EntryLook) -> None:
        """Write as much of a name as fits, struck out if it is done."""
        tools = self._tools
        self._ink(tools.struck_font if look.done else tools.font, look.badge.value)
        self._write(area, tools.metrics, tools.fitting(look, area.width()))

    def _more_words(self, count: int, room: int) -> str:
        """Return ``+5 more``, or ``+5`` where there is not room for it."""
        number = self._locale.toString(count)
        words = QCoreApplication.translate("MonthPainter", "+{count} more").format(count=number)
        return words if self._tools.width(words) <= room else f"+{number}"

    def _today_pill(self, area: QRect, words: str) -> None:
        """Draw the number of the day it is at the start of ``area``, in its middle."""
        painter, theme = self._painter, self._theme
        metrics = theme.metrics(TextRole.SMALL_STRONG)
        height = metrics.height() + 2
        width = max(height + TIGHT, metrics.horizontalAdvance(words) + SMALL + 2)
        left = area.right() - width if self._mirrored else area.left()
        pill = QRect(left, area.center().y() - height // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._forget_ink()
        self._ink(theme.font(TextRole.SMALL_STRONG), "on_accent")
        painter.drawText(pill, (Qt.AlignmentFlag.AlignCenter | ONE_LINE).value, words)

    def _ink(self, font: QFont, token: str) -> None:
        """Write with a font in the colour of a token from here on."""
        # Most entries are written like the one before, and setting either is felt in a frame.
        if font is not self._font or token != self._token:
            self._font, self._token = font, token
            self._painter.setFont(font)
            self._painter.setPen(self._theme.color(token))

    def _forget_ink(self) -> None:
        """Set font and pen anew before the next words: the painter's own were changed."""
        self._font = None

    def _write(self, area: QRect, metrics: QFontMetrics, words: str) -> None:
        """Write a line at the start of ``area``, in its middle."""
        if self._mirrored:
            self._painter.drawText(area, self._flags, words)
            return
        # Twice as fast as having it aligned, which matters for hundreds of lines in a frame.
        baseline = area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
        self._painter.drawText(area.left(), baseline, words)
