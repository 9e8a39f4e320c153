"""The English names of the months, whatever the computer is set to.

Python's own (``calendar.month_name``, ``%B``) become those of the user's locale once a window is
open, since Qt sets the locale of the process; what is stored and typed must not depend on that.
"""

from datetime import date
from typing import Final

MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The first is January."""


def month_name(day: date) -> str:
    """Return the name of a day's month."""
    return MONTH_NAMES[day.month - 1]


def day_and_month(day: date) -> str:
    """Return such as ``5 December``."""
    return f"{day.day} {month_name(day)}"
