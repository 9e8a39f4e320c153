"""Dates for paper in the words and the order of the user's language and country."""

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime


class LocaleDateWords:
    """A ``DateWords`` after a QLocale, by default the system's."""

    def __init__(self, locale: QLocale | None = None) -> None:
        """Take the locale whose words and order to use."""
        self._locale = locale or QLocale()
        self._full = _without_commas(self._locale.dateFormat(QLocale.FormatType.LongFormat))
        self._full_without_year = _without_year(self._full)
        self._short = self._full.replace("dddd", "ddd").replace("MMMM", "MMM")
        self._short_without_year = _without_year(self._short)

    def day(self, day: date, today: date) -> str:
        """Return weekday, day and month, with the year if it is not today's."""
        same_year = day.year == today.year
        return self._said(day, self._full_without_year if same_year else self._full)

    def full_day(self, day: date) -> str:
        """Return weekday, day, month and year."""
        return self._said(day, self._full)

    def short_day(self, day: date, today: date) -> str:
        """Return weekday, day and month shortened, with the year if it is not today's."""
        same_year = day.year == today.year
        return self._said(day, self._short_without_year if same_year else self._short)

    def time_of_day(self, at: time) -> str:
        """Return the time in the locale's short form."""
        return self._locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def _said(self, day: date, form: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), form)


def _without_commas(form: str) -> str:
    """Leave out the comma after the weekday, as the window does where the day comes first."""
    return re.sub(r"^dddd[,،] (?=d)", "dddd ", form)


def _without_year(form: str) -> str:
    """Take the year, and what ties it to the rest, out of a date's form (Qt's letters)."""
    tied = r"(?:[\s,،.]*(?:'[^']*'\s*)?)"
    at_end = re.sub(rf"{tied}y+(?:\s*'[^']*'|年|년|\.)?$", "", form)
    if at_end != form:
        return at_end.strip()
    return re.sub(r"y+\s*(?:'[^']*'|年|년|\.)?[,،]?\s*", "", form).strip(" ,")
