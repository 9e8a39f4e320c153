"""Goes from a day to the same day of another month."""

import calendar
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return ``day`` that many months on, on the last day of a month too short for it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
