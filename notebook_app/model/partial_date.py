"""Dates of a life, which may lack their year: birthdays, anniversaries and dates of one's own."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WITH_YEAR = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:$|[T ])")
_WITHOUT_YEAR = re.compile(r"--(\d{2})-?(\d{2})$")
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A month and a day, and a year if it is known."""

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        """Refuse days that no calendar has.

        Raises:
            ValueError: there is no such day.
        """
        date(self.year or _LEAP_YEAR, self.month, self.day)

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read ``1980-05-06``, ``19800506``, ``--05-06`` or ``--0506``; anything else is None."""
        stripped = text.strip()
        try:
            if match := _WITH_YEAR.match(stripped):
                year, month, day = match.groups()
                return cls(int(month), int(day), int(year))
            if match := _WITHOUT_YEAR.match(stripped):
                month, day = match.groups()
                return cls(int(month), int(day))
        except ValueError:
            return None
        return None

    def iso(self) -> str:
        """Return ``1980-05-06``, or ``--05-06`` without a year."""
        year = "-" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def in_year(self, year: int) -> date:
        """Return the day it is kept in ``year``: 29 February is kept on the 28th in short years."""
        if (self.month, self.day) == (2, 29) and not calendar.isleap(year):
            return date(year, 2, 28)
        return date(year, self.month, self.day)

    def next_on_or_after(self, today: date) -> date:
        """Return the next day it comes round."""
        this_year = self.in_year(today.year)
        return this_year if this_year >= today else self.in_year(today.year + 1)

    def years_on(self, day: date) -> int | None:
        """Return how many years it is on ``day``, or None if the year is unknown."""
        return None if self.year is None or day.year < self.year else day.year - self.year
