"""Finds days in words: ``yesterday``, ``on Friday``, ``Mon 3.11.``, ``am 3. November``."""

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from notebook_app.model.capture.language import Unit
from notebook_app.model.capture.vocabulary import Vocabulary
from notebook_app.model.capture.words import Word, length_in, phrase_at
from notebook_app.model.month_steps import add_months

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?")
_SLASHED: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
_MONTH_FIRST: Final = frozenset(("US", "PH", "BZ", "PW", "FM", "MH"))
_SHORT_DISTANCE: Final = re.compile(r"(\d{1,3})([dwmy])")
_SHORT_UNITS: Final = {unit.value[0]: unit for unit in Unit}
_SHORT_WEEKDAY: Final = 2
_THIS_CENTURY: Final = 2000


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day that words name: how many words, and the day; None if there is no such day.

    ``weekday`` says that it was named by its weekday alone; ``led`` that a word such as ``on``
    stands before it.
    """

    length: int
    day: date | None
    weekday: bool = False
    led: bool = False


@dataclass(frozen=True, slots=True)
class DayWords:
    """How days are read: on which day, in which words, and whether they are past or to come.

    Of past days the nearest up to today is meant, of those to come the nearest after it.
    """

    today: date
    vocabulary: Vocabulary
    region: str = ""
    past: bool = False

    def at(self, words: Sequence[Word], index: int) -> DayRead | None:
        """Return the day that words from ``index`` on name, with the word that leads it in."""
        lead = length_in(words, index, self.vocabulary.day_leads)
        if lead and index + lead < len(words) and not words[index + lead].parted:
            found = self._bare(words, index + lead, led=True)
            if found is not None:
                return DayRead(found.length + lead, found.day, found.weekday, led=True)
        return self._bare(words, index, led=False)

    def _bare(self, words: Sequence[Word], index: int, *, led: bool) -> DayRead | None:
        readers: tuple[Callable[[Sequence[Word], int, bool], DayRead | None], ...] = (
            self._fixed,
            self._with_weekday,
            self._date,
            self._distance,
            self._next_unit,
            self._month,
        )
        for reader in readers:
            try:
                found = reader(words, index, led)
            except OverflowError:
                continue
            if found is not None:
                return found
        return None

    def _fixed(self, words: Sequence[Word], index: int, _led: bool) -> DayRead | None:
        found = phrase_at(words, index, self.vocabulary.days)
        if found is None:
            return None
        return DayRead(found[0], self.today + timedelta(days=found[1]))

    def _with_weekday(self, words: Sequence[Word], index: int, _led: bool) -> DayRead | None:
        which, at = "", index
        for name, table in (
            ("last", self.vocabulary.last),
            ("next", self.vocabulary.next),
            ("this", self.vocabulary.this),
        ):
            if length := length_in(words, index, table):
                which, at = name, index + length
                break
        if at >= len(words) or (at > index and words[at].parted):
            return None
        number = self.vocabulary.weekdays.get(words[at].key)
        if number is None:
            return None
        behind = at + 1
        if not which and behind < len(words) and words[behind].parted in ("", ",", "."):
            dated = self._date(words, behind, True)
            if dated is not None:
                return DayRead(1 + dated.length, dated.day)
        if len(words[at].key) <= _SHORT_WEEKDAY and not self._stands_for_weekday(words, at):
            return None
        return DayRead(at - index + 1, self._weekday(number, which), weekday=not which)

    def _stands_for_weekday(self, words: Sequence[Word], at: int) -> bool:
        # "do" and "so" are words as well; "Do" before a time or at an end is Donnerstag.
        if self.past or not words[at].text[0].isupper():
            return False
        if at + 1 >= len(words) or words[at + 1].parted or words[at + 1].is_number:
            return True
        key = words[at + 1].key
        return key in self.vocabulary.kinds or key in self.vocabulary.kinds_behind

    def _weekday(self, number: int, which: str) -> date:
        ahead = (number - self.today.weekday() - 1) % 7 + 1
        if which == "last" or (self.past and which == "this"):
            return self.today - timedelta(days=(self.today.weekday() - number - 1) % 7 + 1)
        if self.past and not which:
            return self.today - timedelta(days=(self.today.weekday() - number) % 7)
        same_week = self.today.weekday() + ahead <= 6
        return self.today + timedelta(days=ahead + (7 if which == "next" and same_week else 0))

    def _date(self, words: Sequence[Word], index: int, led: bool) -> DayRead | None:
        word = words[index]
        if word.is_number:
            if match := _ISO.fullmatch(word.text):
                return DayRead(1, _date_of(int(match[1]), int(match[2]), int(match[3])))
            sure = led or word.text.endswith(".")
            if (match := _DOTTED.fullmatch(word.text)) and (sure or match[3]):
                return DayRead(1, self._in_year(int(match[2]), int(match[1]), match[3]))
            if match := _SLASHED.fullmatch(word.text):
                if not match[3] and (not led or "-" in word.text):
                    return None
                day, month = int(match[1]), int(match[2])
                if self.region in _MONTH_FIRST:
                    day, month = month, day
                return DayRead(1, self._in_year(month, day, match[3]))
            return self._day_month(words, index)
        return self._month_day(words, index)

    def _day_month(self, words: Sequence[Word], index: int) -> DayRead | None:
        match = _ORDINAL.fullmatch(words[index].text)
        at = index + 1
        if match is None or at >= len(words):
            return None
        if words[at].key == "of" and at + 1 < len(words):
            at += 1
        month = self.vocabulary.months.get(words[at].key)
        if month is None or words[at].parted:
            return None
        return self._with_year(words, index, at, month + 1, int(match[1]))

    def _month_day(self, words: Sequence[Word], index: int) -> DayRead | None:
        month = self.vocabulary.months.get(words[index].key)
        at = index + 1
        if month is None or at >= len(words) or words[at].parted not in ("", "."):
            return None
        match = _ORDINAL.fullmatch(words[at].text)
        if match is None:
            return None
        return self._with_year(words, index, at, month + 1, int(match[1]))

    def _with_year(
        self, words: Sequence[Word], index: int, at: int, month: int, day: int
    ) -> DayRead:
        behind = at + 1
        if (
            behind < len(words)
            and words[behind].parted in ("", ",", ".")
            and _YEAR.fullmatch(words[behind].text)
        ):
            return DayRead(behind - index + 1, self._in_year(month, day, words[behind].text))
        return DayRead(at - index + 1, self._in_year(month, day, None))

    def _in_year(self, month: int, day: int, year: str | None) -> date | None:
        if year is not None:
            number = int(year)
            return _date_of(number if len(year) > 2 else _THIS_CENTURY + number, month, day)
        # 29 February comes every fourth year, at the turn of a century every eighth.
        for distance in range(9):
            found = _date_of(self.today.year + (-distance if self.past else distance), month, day)
            if found is not None and (found <= self.today if self.past else found >= self.today):
                return found
            if found is None and not (month == 2 and day == 29):
                return None
        return None

    def _distance(self, words: Sequence[Word], index: int, _led: bool) -> DayRead | None:
        if not self.past and (short := _SHORT_DISTANCE.fullmatch(words[index].key)):
            return DayRead(1, self._moved(int(short[1]), _SHORT_UNITS[short[2]]))
        before = length_in(words, index, self.vocabulary.ago_before)
        if before and (found := self._count(words, index + before)):
            return DayRead(before + found[0], self._moved(-found[1], found[2]))
        ahead = length_in(words, index, self.vocabulary.ahead)
        if ahead and (found := self._count(words, index + ahead)):
            return DayRead(ahead + found[0], self._moved(found[1], found[2]))
        found = self._count(words, index)
        if found is None:
            return None
        behind = length_in(words, index + found[0], self.vocabulary.ago_behind)
        if not behind:
            return None
        return DayRead(found[0] + behind, self._moved(-found[1], found[2]))

    def _count(self, words: Sequence[Word], index: int) -> tuple[int, int, Unit] | None:
        """Return how many words, how many of them, and which unit a distance is."""
        if index >= len(words):
            return None
        if words[index].text.isdecimal() and len(words[index].text) <= 4:
            length, number = 1, int(words[index].text)
        elif found := phrase_at(words, index, self.vocabulary.numbers):
            length, number = found
        else:
            return None
        at = index + length
        if at >= len(words) or words[at].parted:
            return None
        unit = self.vocabulary.units.get(words[at].key)
        return None if unit is None else (length + 1, number, unit)

    def _next_unit(self, words: Sequence[Word], index: int, _led: bool) -> DayRead | None:
        for count, table in ((1, self.vocabulary.next), (-1, self.vocabulary.last)):
            length = length_in(words, index, table)
            at = index + length
            if length and at < len(words) and not words[at].parted:
                unit = self.vocabulary.units.get(words[at].key)
                if unit is not None and unit is not Unit.DAY:
                    return DayRead(length + 1, self._moved(count, unit))
        return None

    def _month(self, words: Sequence[Word], index: int, _led: bool) -> DayRead | None:
        """Return the first of a month to come, as in ``in March``."""
        length = length_in(words, index, self.vocabulary.month_leads)
        at = index + length
        if self.past or not length or at >= len(words) or words[at].parted:
            return None
        month = self.vocabulary.months.get(words[at].key)
        if month is None:
            return None
        first = date(self.today.year, month + 1, 1)
        coming = first if first > self.today else add_months(first, 12)
        return DayRead(length + 1, coming)

    def _moved(self, count: int, unit: Unit) -> date | None:
        return moved(self.today, count, unit)


def moved(day: date, count: int, unit: Unit) -> date | None:
    """Return a day that many units on; None if no calendar reaches so far."""
    try:
        if unit in (Unit.DAY, Unit.WEEK):
            return day + timedelta(days=count * (7 if unit is Unit.WEEK else 1))
        return add_months(day, count * (12 if unit is Unit.YEAR else 1))
    except (ValueError, OverflowError):
        return None


def _date_of(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None
