"""Periods of the past as people say them: ``last week``, ``in May``, ``from 3 March to today``.

English and German; other languages are more lines in the tables.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from notebook_app.model.date_words import parse_date
from notebook_app.model.month_names import MONTH_NAMES
from notebook_app.model.month_steps import add_months
from notebook_app.model.query.values import read_span


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both included; None is no limit."""

    first: date | None = None
    last: date | None = None


_MONTHS = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
    "januar": 1,
    "jänner": 1,
    "februar": 2,
    "märz": 3,
    "mai": 5,
    "juni": 6,
    "juli": 7,
    "oktober": 10,
    "okt": 10,
    "dezember": 12,
    "dez": 12,
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_PLAIN_WORDS = frozenset({"may", "march", "mar", "mai"})
"""Months that are words of other meaning too; alone they are taken only behind ``in``."""

_UNITS = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen"), "d"),
    **dict.fromkeys(("week", "weeks", "woche", "wochen"), "w"),
    **dict.fromkeys(("month", "months", "monat", "monate", "monaten"), "m"),
    **dict.fromkeys(("year", "years", "jahr", "jahre", "jahren"), "y"),
}
_UNIT = "(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")\b"
_THIS = r"(?:this|(?:in )?diese[snmr]?)"
_LAST = (
    r"(?:last|(?:the )?past|previous|(?:in der |im |in den )?(?:letzte|vorige|vergangene)[snmr]?)"
)
_DAY = r"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}|[\w.]+(?: [\w.]+){0,2}?"
_DAYS = tuple(rf"[\w.-]+(?: [\w.]+){{{more}}}" for more in (2, 1, 0))
"""The longest first: ``june 2025`` is more than ``june``."""

_FROM = r"(?:from|between|von|vom|zwischen)"
_TO = r"(?:to|and|till|until|bis(?: zum)?|und)"


def find_period(text: str, today: date) -> tuple[Period, str] | None:
    """Return the period that a text names, and the rest of the text; None if it names none."""
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            try:
                period = read(match, today)
            except (ValueError, OverflowError):
                continue
            if period is not None:
                return period, f"{text[: match.start()]} {text[match.end() :]}".strip()
    return None


def past_day_or_period(text: str, today: date) -> Period | None:
    """Return the days that a text means as a whole: ``2026-05``, ``monday``, ``last week``."""
    try:
        return _one(" ".join(text.split()), today)
    except (ValueError, OverflowError):
        return None


def week_of(day: date) -> Period:
    """Return the week that a day is in, from Monday on."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def month_of(day: date) -> Period:
    """Return the month that a day is in."""
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last))


def year_of(day: date) -> Period:
    """Return the year that a day is in."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


_AROUND: dict[str, Callable[[date], Period]] = {
    "d": lambda day: Period(day, day),
    "w": week_of,
    "m": month_of,
    "y": year_of,
}


def _back(day: date, count: int, unit: str) -> date:
    if unit in "dw":
        return day - timedelta(days=count * (7 if unit == "w" else 1))
    return add_months(day, -count * (12 if unit == "y" else 1))


def _one_day(match: re.Match[str], today: date) -> Period:
    day = today if match[0].lower() in ("today", "heute") else today - timedelta(days=1)
    return Period(day, day)


def _this(match: re.Match[str], today: date) -> Period:
    return _AROUND[_UNITS[match["unit"].lower()]](today)


def _last(match: re.Match[str], today: date) -> Period:
    unit = _UNITS[match["unit"].lower()]
    return _AROUND[unit](_back(today, 1, unit))


def _last_few(match: re.Match[str], today: date) -> Period:
    unit = _UNITS[match["unit"].lower()]
    return Period(_back(today, int(match["count"]), unit) + timedelta(days=1), today)


def _month(match: re.Match[str], today: date) -> Period | None:
    if not match["in"] and not match["year"] and match["month"].lower() in _PLAIN_WORDS:
        return None
    month = _MONTHS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else today.year - (month > today.month)
    return month_of(date(year, month, 1))


def _year(match: re.Match[str], _today: date) -> Period:
    return year_of(date(int(match["year"]), 1, 1))


def _span(match: re.Match[str], _today: date) -> Period | None:
    span = read_span(match[0])
    return None if span is None else Period(*span.days())


def _from_to(match: re.Match[str], today: date) -> Period | None:
    first, last = _one(match["first"], today), _one(match["last"], today)
    if first is None or last is None or first.first is None or last.last is None:
        return None
    start, end = first.first, last.last
    # "from March to May" of the last years, "from December to January" across one.
    if start > end and start.year == end.year:
        start = add_months(start, -12)
    return Period(start, end) if start <= end else None


def _since(match: re.Match[str], today: date) -> Period | None:
    first = _one(match["first"], today)
    return None if first is None else Period(first.first, None)


def _until(match: re.Match[str], today: date) -> Period | None:
    last = _one(match["last"], today)
    return None if last is None else Period(None, last.last)


def _one(text: str, today: date) -> Period | None:
    """Return the days that the end of a longer period means, of the past."""
    for pattern, read in _ENDS:
        match = pattern.fullmatch(text)
        if match is not None:
            return read(match, today)
    day = parse_date(text, today)
    if day is not None and day > today:
        day = parse_date(f"last {text}", today) or day
    if day is not None and day > today and not re.search(r"\d{4}", text):
        day = add_months(day, -12)
    return None if day is None else Period(day, day)


def _bare(match: re.Match[str], today: date) -> Period:
    month = _MONTHS[match["month"].lower()]
    return month_of(date(today.year - (month > today.month), month, 1))


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:@#-]){pattern}(?![\w:-])", re.IGNORECASE)


_Reader = Callable[[re.Match[str], date], Period | None]
_ENDS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(r"(?:today|heute|yesterday|gestern)"), _one_day),
    (_form(rf"{_THIS} {_UNIT}"), _this),
    (_form(rf"{_LAST} {_UNIT}"), _last),
    (_form(rf"(?P<in>){_MONTH}(?: (?P<year>(?:19|20)\d\d))"), _month),
    (_form(rf"(?P<in>in |during |im |)(?<!\d ){_MONTH}(?P<year>)"), _bare),
    (_form(r"\d{4}-\d{2}(?:-\d{2})?|(?:19|20)\d\d"), _span),
)


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(rf"{_FROM} (?P<first>{_DAY}) {_TO} (?P<last>{_DAY})"), _from_to),
    (_form(r"\d{4}(?:-\d{2}){0,2}\.\.\d{4}(?:-\d{2}){0,2}"), _span),
    *((_form(rf"(?:since|after|seit(?: dem)?) (?P<first>{day})"), _since) for day in _DAYS),
    *((_form(rf"(?:until|till|before|bis(?: zum)?) (?P<last>{day})"), _until) for day in _DAYS),
    (_form(rf"(?:in )?{_LAST} (?P<count>\d{{1,3}}) {_UNIT}"), _last_few),
    (_form(r"(?:today|heute|yesterday|gestern)"), _one_day),
    (_form(rf"{_THIS} {_UNIT}"), _this),
    (_form(rf"{_LAST} {_UNIT}"), _last),
    (
        _form(rf"(?P<in>in |during |im |)(?<!\d )(?<!\d\. ){_MONTH}(?: (?P<year>(?:19|20)\d\d))?"),
        _month,
    ),
    (_form(r"(?:on |am )?\d{4}-\d{2}-\d{2}"), lambda m, t: _one(m[0].split()[-1], t)),
    (_form(r"\d{4}-\d{2}"), _span),
    (_form(r"(?:in )?(?P<year>(?:19|20)\d\d)"), _year),
)
"""In the order in which they are tried: the longer forms hold the shorter ones."""
