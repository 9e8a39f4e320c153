"""A small calendar to pick a day from; loaded only when it is first opened."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from notebook_app.gui.theme import theme_of


class CalendarPopup(QFrame):
    """Closes by itself; ``taken`` carries the day that was clicked or chosen with Enter."""

    taken = Signal(object)

    def __init__(self, shown: date, name: str, parent: QWidget) -> None:
        """Take the day that is marked first, and the name for screen readers."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(parent.locale())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(name)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        self._colour()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def show_below(self, field: QWidget) -> None:
        """Open under ``field``, or above it where the screen ends."""
        self.adjustSize()
        below = field.mapToGlobal(QPoint(0, field.height()))
        area = field.screen().availableGeometry()
        left = min(below.x(), area.right() - self.width())
        fits = below.y() + self.height() <= area.bottom()
        top = below.y() if fits else field.mapToGlobal(QPoint(0, 0)).y() - self.height()
        self.move(max(area.left(), left), max(area.top(), top))
        self.show()
        self.calendar.setFocus()

    def show_at(self, place: QPoint) -> None:
        """Open at a place on the screen, as far as it has room."""
        self.adjustSize()
        area = (QGuiApplication.screenAt(place) or self.screen()).availableGeometry()
        left = min(place.x(), area.right() - self.width())
        top = min(place.y(), area.bottom() - self.height())
        self.move(max(area.left(), left), max(area.top(), top))
        self.show()
        self.calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.close()
        self.taken.emit(date(day.year(), day.month(), day.day()))

    def _colour(self) -> None:
        """Put our colours in the place of Qt's red weekends and black arrows."""
        theme = theme_of(self)
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        quiet.setForeground(theme.color("muted"))
        self.calendar.setHeaderTextFormat(quiet)
        for day in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(day, plain)
        for part, sign, name in (
            ("qt_calendar_prevmonth", "‹", self.tr("Month before")),
            ("qt_calendar_nextmonth", "›", self.tr("Next month")),
        ):
            button = self.calendar.findChild(QToolButton, part)
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)
                button.setAccessibleName(name)
                button.setToolTip(name)
