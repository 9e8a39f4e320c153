"""What stands behind a key: a word or text, how long ago, a span of days, a level, an amount.

Each value knows its canonical text, which reads back as the same value.
"""

import calendar
import re
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.month_steps import add_months

_BARE = re.compile(r'[^\s",()]+')
_DISTANCE = re.compile(r"(>=|<=|>|<)\s*([0-9]{1,5})\s*(d|w|m|y)[a-z]{0,6}", re.IGNORECASE)
_LEVEL = re.compile(r"(>=|<=|>|<)\s*(\w{1,40})")
_AMOUNT = re.compile(r"(>=|<=|>|<|)\s*([0-9]{1,9})")
_DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_SPAN = re.compile(rf"({_DAY})?(\.\.)?({_DAY})?")


class Comparison(StrEnum):
    """How a value compares; EQUAL is written without a sign."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    EQUAL = ""

    def holds(self, left: int, right: int) -> bool:
        """Return whether ``left`` compares so with ``right``."""
        return {
            Comparison.MORE: left > right,
            Comparison.AT_LEAST: left >= right,
            Comparison.LESS: left < right,
            Comparison.AT_MOST: left <= right,
            Comparison.EQUAL: left == right,
        }[self]


@record
class Word:
    """One of a key's own words, or a text such as the name of a tag.

    ``unfinished`` is one that is still being typed: it may be the beginning of what is meant.
    """

    word: str
    unfinished: bool = field(default=False, compare=False)

    @property
    def text(self) -> str:
        """The canonical text, in quotes where it needs them."""
        return self.word if _BARE.fullmatch(self.word) else in_quotes(self.word)


@record
class Distance:
    """So long from today: ``>90d``, ``<2w``; of the past or the future, as the key has it."""

    comparison: Comparison
    count: int
    unit: str

    @property
    def text(self) -> str:
        """The canonical text."""
        return f"{self.comparison}{self.count}{self.unit}"

    def day(self, today: date, direction: int) -> date:
        """Return the day at that distance, back (-1) or ahead (1), within the calendar."""
        count = direction * self.count
        try:
            if self.unit in "dw":
                return today + timedelta(days=count * (7 if self.unit == "w" else 1))
            return add_months(today, count * (12 if self.unit == "y" else 1))
        except (ValueError, OverflowError):
            return date.min if direction < 0 else date.max

    def days(self, today: date, direction: int) -> tuple[date | None, date | None]:
        """Return the first and the last day that are meant; None is no limit."""
        edge = self.day(today, direction)
        strict = self.comparison in (Comparison.MORE, Comparison.LESS)
        farther = self.comparison in (Comparison.MORE, Comparison.AT_LEAST)
        if (direction > 0) == farther:
            return (_moved(edge, 1) if strict else edge), None
        return None, (_moved(edge, -1) if strict else edge)


@record
class Span:
    """Days, months or years: ``2026-03``, ``2026-03..2026-05``, ``..2025``."""

    first: str
    last: str

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.first if self.first == self.last else f"{self.first}..{self.last}"

    def days(self) -> tuple[date | None, date | None]:
        """Return the first and the last day; None is no limit."""
        start = _day_of(self.first, last=False) if self.first else None
        return start, (_day_of(self.last, last=True) if self.last else None)


@record
class Level:
    """One of a row of words and those above or below it: ``>=like``."""

    comparison: Comparison
    word: str

    @property
    def text(self) -> str:
        """The canonical text."""
        return f"{self.comparison}{self.word}"


@record
class Amount:
    """A number: ``1``, ``>5``."""

    comparison: Comparison
    number: int

    @property
    def text(self) -> str:
        """The canonical text."""
        return f"{self.comparison}{self.number}"


Value = Word | Distance | Span | Level | Amount


def in_quotes(text: str) -> str:
    """Return a text as a query has it in quotes; a quote within is doubled."""
    return '"' + text.replace('"', '""') + '"'


def read_distance(text: str) -> Distance | None:
    """Return what ``>90d`` means, or None."""
    match = _DISTANCE.fullmatch(text)
    if match is None:
        return None
    return Distance(Comparison(match[1]), int(match[2]), match[3].lower())


def read_span(text: str) -> Span | None:
    """Return what ``2026-03..2026-05`` means, or None where it has no day or none that is."""
    match = _SPAN.fullmatch(text)
    if match is None or not (match[1] or match[3]) or (match[1] and match[3] and not match[2]):
        return None
    first, last = match[1] or "", match[3] or ""
    try:
        span = Span(first, last if match[2] else first)
        start, end = span.days()
    except ValueError:
        return None
    return None if start is not None and end is not None and start > end else span


def read_level(text: str, levels: tuple[str, ...]) -> Level | None:
    """Return what ``>=like`` means among ``levels``, or None."""
    match = _LEVEL.fullmatch(text)
    if match is None or match[2].lower() not in levels:
        return None
    return Level(Comparison(match[1]), match[2].lower())


def read_amount(text: str) -> Amount | None:
    """Return what ``>5`` means, or None."""
    match = _AMOUNT.fullmatch(text)
    return None if match is None else Amount(Comparison(match[1]), int(match[2]))


def _day_of(text: str, *, last: bool) -> date:
    numbers = [int(part) for part in text.split("-")]
    year = numbers[0]
    month = numbers[1] if len(numbers) > 1 else (12 if last else 1)
    if len(numbers) > 2:
        return date(year, month, numbers[2])
    first = date(year, month, 1)
    return first.replace(day=calendar.monthrange(year, month)[1]) if last else first


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day
