"""A strip of a year: how busy each day was and will be. A click or a key leads to the day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from notebook_app.gui.follow_ups.due_words import counted_days, day_title
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.month_steps import add_months

_MOST: Final = 6
"""So many fill a day's bar; more are no higher."""

_IDLE_MS: Final = 30
"""Between two months that are read, and before the first: turning pages comes before."""

Read = Callable[[date, date], dict[date, tuple[int, int]]]


class YearStrip(QWidget):
    """``day_wanted`` carries a day. Read month by month, so that no frame waits for a year."""

    day_wanted = Signal(object)

    def __init__(
        self, read: Read, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Take what counts open and all entries of days, and who knows today."""
        super().__init__(parent)
        self._read = read
        self._today = today
        self._day = today()
        self.counts: dict[date, tuple[int, int]] = {}
        self._picture: QPixmap | None = None
        self._drawn_on: date | None = None
        self._left: list[date] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_IDLE_MS)
        self._timer.timeout.connect(self._read_month)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            self.tr(
                "How busy the days of a year are. Left and Right go from day to day, Up and Down"
                " from week to week, Page Up and Page Down from year to year."
            )
        )
        theme_of(self).changed.connect(self._forget_picture)

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._day.year

    def show_day(self, day: date) -> None:
        """Mark a day; another year is read in a moment."""
        before, self._day = self._day, day
        if day.year != before.year or not (self.counts or self._left):
            self.reread()
        elif self._left and self._timer.isActive():
            self._timer.start()
        self.setAccessibleName(self._words(day))
        self.update()

    def reread(self) -> None:
        """Count again: the month that is shown first, then those around it."""
        if self.counts and next(iter(self.counts)).year != self.year:
            self.counts = {}
        self._forget_picture()
        months = [date(self.year, month, 1) for month in range(1, 13)]
        months.sort(key=lambda month: -abs(month.month - self._day.month))
        self._left = months
        if self.isVisible():
            self._timer.start()

    def read_all(self) -> None:
        """Read what is left at once."""
        while self._left:
            self._read_month()

    def sizeHint(self) -> QSize:
        """Return room for bars and the names of months."""
        theme = theme_of(self)
        return QSize(theme.em(40), theme.em(2.1) + theme.metrics(TextRole.SMALL).height())

    def minimumSizeHint(self) -> QSize:
        """Return the height; it may be as narrow as it must."""
        return QSize(theme_of(self).em(10), self.sizeHint().height())

    def day_at(self, x: int) -> date:
        """Return the day at a place across."""
        days = self._days()
        share = (x - SMALL) / max(1, self.width() - 2 * SMALL)
        if self.isRightToLeft():
            share = 1 - share
        number = min(max(int(share * days), 0), days - 1)
        return date(self.year, 1, 1) + timedelta(days=number)

    def bar_rect(self, day: date) -> QRectF:
        """Return the column of a day."""
        room = (self.width() - 2 * SMALL) / self._days()
        number = day.timetuple().tm_yday - 1
        left = SMALL + number * room
        if self.isRightToLeft():
            left = self.width() - SMALL - (number + 1) * room
        foot = theme_of(self).metrics(TextRole.SMALL).height()
        return QRectF(left, 6, room, self.height() - foot - 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar for each day that has something, and the names of the months."""
        painter = QPainter(self)
        theme = theme_of(self)
        if self._picture is None or self._drawn_on != self._today():
            self._picture, self._drawn_on = self._draw(), self._today()
        mark = self.bar_rect(self._day).adjusted(-1.5, -2, 1.5, 2)
        painter.fillRect(mark, theme.color("accent_soft"))
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.color("focus" if self.hasFocus() else "strong_line")
        painter.setPen(QPen(colour, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(mark, 2, 2)

    def _draw(self) -> QPixmap:
        """Return all but what is marked: so many bars would be felt each time the day changes."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        theme = theme_of(self)
        today = self._today()
        painter.setPen(theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        self._months(painter)
        past, coming, late = (theme.color(token) for token in ("strong_line", "accent", "danger"))
        begin = self.bar_rect(date(self.year, 1, 1))
        base, high = begin.bottom(), begin.height()
        across = begin.width() * (-1 if self.isRightToLeft() else 1)
        width = max(1.0, begin.width() - (0.6 if begin.width() > 2 else 0))
        first = date(self.year, 1, 1).toordinal()
        now = today.toordinal() - first
        for day, (still_open, count) in self.counts.items():
            number = day.toordinal() - first
            colour = coming if number >= now else late if still_open else past
            height = max(3.0, high * min(count, _MOST) / _MOST)
            painter.fillRect(
                QRectF(begin.left() + number * across, base - height, width, height), colour
            )
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(SMALL, int(base), self.width() - SMALL, int(base))
        if today.year == self.year:
            rect = self.bar_rect(today)
            painter.fillRect(QRectF(rect.center().x() - 1, base, 2.4, 4), theme.color("accent"))
        painter.end()
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew in another size."""
        super().resizeEvent(event)
        self._forget_picture()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew after a change of the language or the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange):
            self._forget_picture()

    def _forget_picture(self) -> None:
        self._picture = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(self.day_at(event.position().toPoint().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self.day_at(event.position().toPoint().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the year."""
        across = -1 if self.isRightToLeft() else 1
        steps = {
            Qt.Key.Key_Left: -across,
            Qt.Key.Key_Right: across,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self._go(self._day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(add_months(self._day, -12 if key is Qt.Key.Key_PageUp else 12))
        elif key is Qt.Key.Key_Home:
            self._go(self._today())
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip how busy the day under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._words(self.day_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is still to be read."""
        super().showEvent(event)
        if self._left:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for nobody."""
        super().hideEvent(event)
        self._timer.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _go(self, day: date) -> None:
        self.show_day(day)
        if self.hasFocus():
            announce(self)
        self.day_wanted.emit(day)

    def _read_month(self) -> None:
        if not self._left:
            self._timer.stop()
            return
        first = self._left.pop()
        last = add_months(first, 1) - timedelta(days=1)
        day = first
        while day <= last:
            self.counts.pop(day, None)
            day += timedelta(days=1)
        self.counts.update(self._read(first, last))
        if not self._left:
            self._timer.stop()
            self.setAccessibleName(self._words(self._day))
        self._forget_picture()

    def _days(self) -> int:
        return (date(self.year, 12, 31) - date(self.year, 1, 1)).days + 1

    def _months(self, painter: QPainter) -> None:
        theme = theme_of(self)
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = theme.metrics(TextRole.SMALL)
        painter.setPen(theme.color("muted"))
        height = metrics.height()
        for month in range(1, 13):
            first = self.bar_rect(date(self.year, month, 1))
            end = self.bar_rect(date(self.year, month, 28))
            left, right = sorted((first.center().x(), end.center().x()))
            name = self.locale().standaloneMonthName(month, self.locale().FormatType.ShortFormat)
            if metrics.horizontalAdvance(name) > right - left:
                name = self.locale().standaloneMonthName(
                    month, self.locale().FormatType.NarrowFormat
                )
            rect = QRectF(left, self.height() - height - 1, right - left, height)
            side = (
                Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignAbsolute, name)

    def _words(self, day: date) -> str:
        still_open, count = self.counts.get(day, (0, 0))
        number = counted_days(count, self.tr("1 entry"), self.tr("{count} entries"), self.locale())
        title = day_title(day, date.min, self.locale())
        if not count:
            return f"{title}: {self.tr('nothing')}"
        late = ""
        if day < self._today() and still_open:
            late = self.tr(", {count} still open").format(count=self.locale().toString(still_open))
        return f"{title}: {number}{late}"
