"""How days, weeks and months are said on a calendar: handed in, as all words of dates are."""

from datetime import date
from typing import Protocol

from notebook_app.reports.date_words import DateWords


class CalendarWords(DateWords, Protocol):
    """Says what only a calendar needs, as the user's language and country do."""

    def month(self, day: date) -> str:
        """Return ``December 2026``."""
        ...

    def weekday(self, day: date) -> str:
        """Return ``Monday``."""
        ...

    def first_weekday(self) -> int:
        """Return the day that weeks begin with, 0 for Monday to 6 for Sunday."""
        ...

    def numeral(self, number: int) -> str:
        """Return a number as its days and weeks are counted, in the user's own figures."""
        ...

    def from_the_right(self) -> bool:
        """Return whether one reads from right to left, and with it the days of a week."""
        ...
