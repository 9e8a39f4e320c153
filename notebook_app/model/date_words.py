"""Dates as people type them: ISO, or words such as ``tomorrow``, ``in 2 weeks``, ``übermorgen``."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from notebook_app.model.month_names import MONTH_NAMES
from notebook_app.model.month_steps import add_months

__all__ = ["add_months", "parse_date"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(name.lower() for name in MONTH_NAMES)
_NUMBER_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DISTANCE = re.compile(r"(?:in )?(\d{1,4}|[a-z]+) (day|week|month|year)s?( ago)?$")
_SHORT_DISTANCE = re.compile(r"([+-])(\d{1,4})([dwmy])$")
_DAY_MONTH = re.compile(r"(\d{1,2})\.? ([a-z]+)(?: (\d{4}))?$")
_MONTH_DAY = re.compile(r"([a-z]+) (\d{1,2})(?:,? (\d{4}))?$")
_FIXED: dict[str, int] = {
    "today": 0,
    "now": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "the day after tomorrow": 2,
    "next week": 7,
    "last week": -7,
}


def parse_date(text: str, today: date) -> date | None:
    """Return the date that ``text`` means on ``today``, or None if it means none.

    A bare weekday is its next coming day, today excluded; ``next tuesday`` is the same unless
    it comes within the running week's remaining days, when it is the one after; a day and month
    without a year is the nearest coming one.
    """
    words = " ".join(text.strip().lower().split())
    try:
        for reader in _READERS:
            found = reader(words, today)
            if found is not None:
                return found
    except (ValueError, OverflowError):
        return None
    return _in_words_of_lines(text, today)


def _in_words_of_lines(text: str, today: date) -> date | None:
    """Return the day that a text means in the words of lines, those of other languages too."""
    if "/" in text or not any(char.isalpha() for char in text):
        return None  # Whether days or months stand first is for whoever knows the country.
    # Their tables are loaded where English alone does not do.
    from notebook_app.model.capture.days import DayWords
    from notebook_app.model.capture.vocabulary import LANGUAGES, vocabulary
    from notebook_app.model.capture.words import words_of

    words = words_of(text)
    read = DayWords(today, vocabulary(tuple(LANGUAGES))).at(words, 0) if words else None
    return read.day if read is not None and read.length == len(words) else None


def _iso(words: str, _today: date) -> date | None:
    return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words) else None


def _fixed(words: str, today: date) -> date | None:
    if words in ("next month", "last month"):
        return add_months(today, 1 if words.startswith("next") else -1)
    return today + timedelta(days=_FIXED[words]) if words in _FIXED else None


def _weekday(words: str, today: date) -> date | None:
    which, _, name = words.rpartition(" ")
    if which not in ("", "on", "this", "next", "last") or len(name) < 3:
        return None
    matches = [index for index, weekday in enumerate(_WEEKDAYS) if weekday.startswith(name)]
    if len(matches) != 1:
        return None
    ahead = (matches[0] - today.weekday() - 1) % 7 + 1
    if which == "last":
        return today - timedelta(days=(today.weekday() - matches[0] - 1) % 7 + 1)
    same_week = today.weekday() + ahead <= 6
    return today + timedelta(days=ahead + (7 if which == "next" and same_week else 0))


def _distance(words: str, today: date) -> date | None:
    if short := _SHORT_DISTANCE.match(words):
        count = int(short[2]) * (1 if short[1] == "+" else -1)
        return _moved(today, count, short[3])
    match = _DISTANCE.match(words)
    if match is None:
        return None
    count_word = match[1]
    number = int(count_word) if count_word.isdecimal() else _NUMBER_WORDS.get(count_word)
    if number is None or (match[3] is None and not words.startswith("in ")):
        return None
    return _moved(today, -number if match[3] else number, match[2][0])


def _moved(day: date, count: int, unit: str) -> date:
    if unit in "dw":
        return day + timedelta(days=count * (7 if unit == "w" else 1))
    return add_months(day, count * (12 if unit == "y" else 1))


def _named_month(words: str, today: date) -> date | None:
    if match := _DAY_MONTH.match(words):
        day, month_name, year = match[1], match[2], match[3]
    elif match := _MONTH_DAY.match(words):
        month_name, day, year = match[1], match[2], match[3]
    else:
        return None
    months = [index for index, name in enumerate(_MONTHS, 1) if name.startswith(month_name)]
    if len(months) != 1 or len(month_name) < 3:
        return None
    if year is not None:
        return date(int(year), months[0], int(day))
    coming = date(today.year, months[0], int(day))
    return coming if coming >= today else date(today.year + 1, months[0], int(day))


_READERS: tuple[Callable[[str, date], date | None], ...] = (
    _iso,
    _fixed,
    _weekday,
    _distance,
    _named_month,
)
