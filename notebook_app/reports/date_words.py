"""How dates are said on paper: handed in, since only the window knows the user's language."""

from datetime import date, time
from typing import Protocol

from notebook_app.model.month_names import day_and_month, month_name


class DateWords(Protocol):
    """Says dates and times as the user's language and country do."""

    def day(self, day: date, today: date) -> str:
        """Return ``Saturday 21 November``, with the year if it is not today's."""
        ...

    def full_day(self, day: date) -> str:
        """Return ``Saturday 21 November 2026``."""
        ...

    def short_day(self, day: date, today: date) -> str:
        """Return ``Mon 9 Nov``, with the year if it is not today's."""
        ...

    def time_of_day(self, at: time) -> str:
        """Return ``10:00`` or ``10:00 AM``."""
        ...


class EnglishDateWords:
    """British English, whatever the machine is set to; for tests and plain text."""

    def day(self, day: date, today: date) -> str:
        """Return ``Saturday 21 November``, with the year if it is not today's."""
        year = "" if day.year == today.year else f" {day.year}"
        return f"{_WEEKDAYS[day.weekday()]} {day_and_month(day)}{year}"

    def full_day(self, day: date) -> str:
        """Return ``Saturday 21 November 2026``."""
        return f"{_WEEKDAYS[day.weekday()]} {day_and_month(day)} {day.year}"

    def short_day(self, day: date, today: date) -> str:
        """Return ``Mon 9 Nov``, with the year if it is not today's."""
        year = "" if day.year == today.year else f" {day.year}"
        return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {month_name(day)[:3]}{year}"

    def time_of_day(self, at: time) -> str:
        """Return ``10:00``."""
        return f"{at.hour}:{at.minute:02}"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
