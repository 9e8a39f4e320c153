"""What a calendar on paper says, in the words and the order of the user's language and country."""

from datetime import date

from PySide6.QtCore import QLocale, Qt

from notebook_app.gui.follow_ups.due_words import month_title
from notebook_app.gui.printing.locale_date_words import LocaleDateWords


class LocaleCalendarWords(LocaleDateWords):
    """A ``CalendarWords`` after a QLocale, by default the system's."""

    def __init__(self, locale: QLocale | None = None) -> None:
        """Take the locale whose words and order to use."""
        super().__init__(locale)
        self._calendar = locale or QLocale()

    def month(self, day: date) -> str:
        """Return month and year."""
        return month_title(day, self._calendar)

    def weekday(self, day: date) -> str:
        """Return the weekday's full name."""
        return self._calendar.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def first_weekday(self) -> int:
        """Return the day that weeks begin with, 0 for Monday to 6 for Sunday."""
        return self._calendar.firstDayOfWeek().value - 1

    def numeral(self, number: int) -> str:
        """Return a number in the figures of the language."""
        return self._calendar.toString(number)

    def from_the_right(self) -> bool:
        """Return whether the language is written from right to left."""
        return self._calendar.textDirection() is Qt.LayoutDirection.RightToLeft
