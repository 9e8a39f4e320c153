"""The picture of a year's strip: where each day stands, its bar, the months' names, and today."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from notebook_app.foundation.record import record
from notebook_app.gui.theme import SMALL, TextRole, Theme

_MOST: Final = 6
"""So many fill a day's bar; more are no higher."""

Counts = Mapping[date, tuple[int, int]]
"""Of each day that has any, how many entries are open still, and how many there are."""


@record
class YearGeometry:
    """All sizes in device-independent pixels; ``foot`` is the height of the months' names."""

    year: int
    size: QSize
    mirrored: bool
    foot: int

    def day_at(self, x: int) -> date:
        """Return the day at a place across."""
        days = self._days()
        share = (x - SMALL) / max(1, self.size.width() - 2 * SMALL)
        if self.mirrored:
            share = 1 - share
        number = min(max(int(share * days), 0), days - 1)
        return date(self.year, 1, 1) + timedelta(days=number)

    def bar_rect(self, day: date) -> QRectF:
        """Return the column of a day."""
        room = (self.size.width() - 2 * SMALL) / self._days()
        number = day.timetuple().tm_yday - 1
        left = SMALL + number * room
        if self.mirrored:
            left = self.size.width() - SMALL - (number + 1) * room
        return QRectF(left, 6, room, self.size.height() - self.foot - 8)

    def month_rect(self, month: int) -> QRectF:
        """Return where the name of a month stands."""
        first = self.bar_rect(date(self.year, month, 1)).center().x()
        end = self.bar_rect(date(self.year, month, 28)).center().x()
        left, right = sorted((first, end))
        return QRectF(left, self.size.height() - self.foot - 1, right - left, self.foot)

    def _days(self) -> int:
        return date(self.year, 12, 31).timetuple().tm_yday


def year_picture(
    geometry: YearGeometry,
    counts: Counts,
    today: date,
    theme: Theme,
    *,
    locale: QLocale,
    ratio: float,
) -> QPixmap:
    """Return all but what is marked: so many bars would be felt each time the day changes.

    ``ratio`` is how many pixels of the screen stand for one.
    """
    picture = QPixmap(geometry.size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    width = geometry.size.width()
    painter.setPen(theme.color("line"))
    painter.drawLine(0, 0, width, 0)
    _draw_months(painter, geometry, theme, locale)
    _draw_bars(painter, geometry, counts, today, theme)
    base = geometry.bar_rect(date(geometry.year, 1, 1)).bottom()
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(SMALL, int(base), width - SMALL, int(base))
    if today.year == geometry.year:
        middle = geometry.bar_rect(today).center().x()
        painter.fillRect(QRectF(middle - 1, base, 2.4, 4), theme.color("accent"))
    painter.end()
    return picture


def _draw_bars(
    painter: QPainter, geometry: YearGeometry, counts: Counts, today: date, theme: Theme
) -> None:
    past, coming, late = (theme.color(token) for token in ("strong_line", "accent", "danger"))
    begin = geometry.bar_rect(date(geometry.year, 1, 1))
    base, high = begin.bottom(), begin.height()
    across = begin.width() * (-1 if geometry.mirrored else 1)
    width = max(1.0, begin.width() - (0.6 if begin.width() > 2 else 0))
    first = date(geometry.year, 1, 1).toordinal()
    now = today.toordinal() - first
    for day, (still_open, count) in counts.items():
        number = day.toordinal() - first
        colour = coming if number >= now else late if still_open else past
        height = max(3.0, high * min(count, _MOST) / _MOST)
        painter.fillRect(
            QRectF(begin.left() + number * across, base - height, width, height), colour
        )


def _draw_months(painter: QPainter, geometry: YearGeometry, theme: Theme, locale: QLocale) -> None:
    painter.setFont(theme.font(TextRole.SMALL))
    metrics = theme.metrics(TextRole.SMALL)
    painter.setPen(theme.color("muted"))
    side = Qt.AlignmentFlag.AlignRight if geometry.mirrored else Qt.AlignmentFlag.AlignLeft
    for month in range(1, 13):
        rect = geometry.month_rect(month)
        name = locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
        if metrics.horizontalAdvance(name) > rect.width():
            name = locale.standaloneMonthName(month, QLocale.FormatType.NarrowFormat)
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignAbsolute, name)
