"""A strip of a year: how busy each day was and will be. A click or a key leads to the day."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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

from notebook_app.gui.calendar.year_counts import Read, YearCounts
from notebook_app.gui.calendar.year_picture import YearGeometry, year_picture
from notebook_app.gui.follow_ups.due_words import counted_days, day_title
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.month_steps import add_months


class YearStrip(QWidget):
    """``day_wanted`` carries a day."""

    day_wanted = Signal(object)

    def __init__(
        self, read: Read, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Take what counts open and all entries of days, and who knows today."""
        super().__init__(parent)
        self._today = today
        self._day = today()
        self.counts = YearCounts(read, self)
        self._picture: QPixmap | None = None
        self._drawn_on: date | None = None
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
        self.counts.came.connect(self._forget_picture)
        self.counts.complete.connect(self._say)

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._day.year

    def show_day(self, day: date) -> None:
        """Mark a day; another year is read in a moment."""
        before, self._day = self._day, day
        if day.year != before.year or not self.counts.has_begun():
            self.reread()
        else:
            self.counts.wait()
        self._say()
        self.update()

    def reread(self) -> None:
        """Count again: the month that is shown first, then those around it."""
        self.counts.begin(self._day)
        self._forget_picture()
        if self.isVisible():
            self.counts.go_on()

    def sizeHint(self) -> QSize:
        """Return room for bars and the names of months."""
        theme = theme_of(self)
        return QSize(theme.em(40), theme.em(2.1) + theme.metrics(TextRole.SMALL).height())

    def minimumSizeHint(self) -> QSize:
        """Return the height; it may be as narrow as it must."""
        return QSize(theme_of(self).em(10), self.sizeHint().height())

    def geometry_now(self) -> YearGeometry:
        """Return where everything is now."""
        foot = theme_of(self).metrics(TextRole.SMALL).height()
        return YearGeometry(self.year, self.size(), self.isRightToLeft(), foot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar for each day that has something, and the names of the months."""
        painter = QPainter(self)
        theme = theme_of(self)
        if self._picture is None or self._drawn_on != self._today():
            self._picture, self._drawn_on = self._draw(), self._today()
        mark = self.geometry_now().bar_rect(self._day).adjusted(-1.5, -2, 1.5, 2)
        painter.fillRect(mark, theme.color("accent_soft"))
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.color("focus" if self.hasFocus() else "strong_line")
        painter.setPen(QPen(colour, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(mark, 2, 2)

    def _draw(self) -> QPixmap:
        return year_picture(
            self.geometry_now(),
            self.counts.days,
            self._today(),
            theme_of(self),
            locale=self.locale(),
            ratio=self.devicePixelRatioF(),
        )

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
            self._go(self.geometry_now().day_at(event.position().toPoint().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(self.geometry_now().day_at(event.position().toPoint().x()))

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
            words = self._words(self.geometry_now().day_at(event.pos().x()))
            QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is still to be read."""
        super().showEvent(event)
        self.counts.go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for nobody."""
        super().hideEvent(event)
        self.counts.pause()

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

    def _say(self) -> None:
        self.setAccessibleName(self._words(self._day))

    def _words(self, day: date) -> str:
        still_open, count = self.counts.days.get(day, (0, 0))
        number = counted_days(count, self.tr("1 entry"), self.tr("{count} entries"), self.locale())
        title = day_title(day, date.min, self.locale())
        if not count:
            return f"{title}: {self.tr('nothing')}"
        late = ""
        if day < self._today() and still_open:
            late = self.tr(", {count} still open").format(count=self.locale().toString(still_open))
        return f"{title}: {number}{late}"
