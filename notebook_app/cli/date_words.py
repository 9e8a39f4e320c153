"""Dates on the command line: how they are read from arguments, and how they are told."""

import re
from datetime import date, time

from notebook_app.cli.command_parser import WrongUsage
from notebook_app.model.date_words import parse_date

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})$")


def date_from(text: str, today: date) -> date:
    """Return the date that an argument means.

    Raises:
        WrongUsage: it means none.
    """
    found = parse_date(text, today)
    if found is None:
        raise WrongUsage(
            f"'{text}' is no date; write 2026-11-24, or words such as tomorrow, next tuesday,"
            " in 2 weeks."
        )
    return found


def past_date_from(text: str, today: date) -> date:
    """Return the date that an argument means of something that happened: ``monday`` was the last.

    Raises:
        WrongUsage: it means none.
    """
    found = date_from(text, today)
    if found > today:
        return parse_date(f"last {text.strip()}", today) or found
    return found


def time_from(text: str) -> time:
    """Return the time of day that an argument means.

    Raises:
        WrongUsage: it means none.
    """
    match = _TIME.match(text.strip())
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return time(int(match[1]), int(match[2]))
    raise WrongUsage(f"'{text}' is no time of day; write it as 10:00.")


def due_words(due: date, today: date) -> str:
    """Return when something is due, in words."""
    days = (due - today).days
    if days < 0:
        return f"{-days} {'day' if days == -1 else 'days'} late"
    near = {0: "due today", 1: "due tomorrow"}
    return near.get(days) or f"due {day_words(due)}"


def since_words(day: date, today: date) -> str:
    """Return how long ago a day was, in words."""
    days = (today - day).days
    if days < 0:
        return day_words(day)
    for unit, length in (("months", 30), ("weeks", 7)):
        if days >= 2 * length:
            return f"{days // length} {unit} ago"
    return {0: "today", 1: "yesterday"}.get(days) or f"{days} days ago"


def day_words(day: date) -> str:
    """Return a day with its weekday, as in ``Tue 2026-11-24``."""
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return f"{weekdays[day.weekday()]} {day.isoformat()}"
