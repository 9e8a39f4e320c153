"""When something that repeats comes next, and on which days, by RFC 5545 rules (section 3.3.10).

Nothing is expanded that is not looked at: a rule begins in the period before the first day asked
for, so that one without an end costs the same in its first year and in its hundredth.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

from notebook_app.model.plain_repeats import Find, plain_days, plain_repeat
from notebook_app.model.rule_check import comes_never, ensure_possible

# Anything that repeats several times a day is no follow-up.
_FREQUENCY = re.compile(r"(?:^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?=;|$)")
_COUNT = re.compile(r"(?<![A-Z])COUNT=(\d+)")
_INTERVAL = re.compile(r"(?<![A-Z])INTERVAL=(\d+)")
_UNTIL_IN_UTC = re.compile(r"(UNTIL=\d{8}T\d{6})Z")
_UNTIL = re.compile(r"(?<![A-Z])UNTIL=(\d{8})")
_WHICH_DAYS = re.compile(r"BY(DAY|MONTHDAY|YEARDAY|WEEKNO|EASTER)=")
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_YEAR: Final = 9999
_LOOKED_AHEAD: Final = {
    "DAILY": (1, 12),
    "WEEKLY": (2, 60),
    "MONTHLY": (3, 400),
    "YEARLY": (10, 2000),
}
"""Years; in the first few nearly every rule comes again."""


def next_due(rule: str, start: date, after: date) -> date | None:
    """Return the first day of ``rule``, begun on ``start``, after a day; None if it has ended.

    An empty rule never repeats.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    if not rule:
        return None
    text = _checked(rule)
    first = max(after, start - timedelta(days=1)) + timedelta(days=1)
    near, far = _LOOKED_AHEAD[_frequency(text)]
    for years in (near, far * _interval(text)):
        found = next(_days(text, start, first, _years_on(first, years)), None)
        if found is not None:
            return found
    return None


def days_of_rule(rule: str, start: date, first: date, last: date) -> list[date]:
    """Return the days from ``first`` to ``last``, both included, of ``rule`` begun on ``start``.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    if not rule or last < start:
        return []
    return days_finder(rule, start)(max(first, start), last)


def days_finder(rule: str, start: date) -> Find:
    """Return what finds the days of ``rule`` begun on ``start``; ask it again and again.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    text = rule.removeprefix("RRULE:")
    plain = plain_repeat(text, start)
    if plain is not None:
        return plain
    text = _checked(rule)
    return lambda first, last: list(_days(text, start, max(first, start), last))


def rule_from(rule: str, start: date, due: date) -> str:
    """Return ``rule``, begun on ``start``, as it reads once begun on ``due``.

    Only a rule that ends after a number of times differs: those before ``due`` are used up.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    match = _COUNT.search(rule)
    if match is None:
        return rule
    used = len(days_of_rule(rule, start, start, due - timedelta(days=1)))
    return f"{rule[: match.start(1)]}{max(1, int(match[1]) - used)}{rule[match.end(1) :]}"


def rule_until(rule: str, last: date) -> str:
    """Return ``rule`` so that ``last`` is the last day it may come on."""
    parts = [part for part in rule.split(";") if not part.startswith(("COUNT=", "UNTIL="))]
    return ";".join([*parts, f"UNTIL={last:%Y%m%d}"])


def checked_rule(rule: str) -> str:
    """Return a repeat rule in the form it is stored in, without ``RRULE:``.

    Raises:
        ValueError: it is not a valid RRULE value, or repeats more often than daily.
    """
    return _checked(rule.strip().upper())


def _checked(rule: str) -> str:
    text = rule.removeprefix("RRULE:")
    _frequency(text)
    ensure_possible(text)
    if plain_days(text, date(2000, 1, 1), date(2000, 1, 1), date(2000, 1, 1)) is None:
        _parsed(text, date(2000, 1, 1))
    return text


def _days(text: str, start: date, first: date, last: date) -> Iterator[date]:
    """Yield the days of a rule from ``first`` on, no earlier than ``start``, until ``last``."""
    plain = plain_days(text, start, first, last)
    if plain is not None:
        yield from plain
        return
    if comes_never(text):
        return
    counted = _COUNT.search(text)
    most: int | None = None
    if counted is None:
        text, begun = _begun_near(text, start, first)
    else:
        # dateutil would look for the last one until the year 9999; counted here, it need not.
        most, begun = int(counted[1]), start
        text = ";".join(part for part in text.split(";") if not part.startswith("COUNT="))
    ended = _UNTIL.search(text)
    if ended is not None:
        last = min(last, _day(ended[1]))
        text = ";".join(part for part in text.split(";") if not part.startswith("UNTIL="))
    if last < begun:
        return
    rule = _parsed(f"{text};UNTIL={last:%Y%m%d}", begun)
    for moment in islice(rule, most):
        day = moment.date()
        if day >= first:
            yield day


def _begun_near(text: str, start: date, first: date) -> tuple[str, date]:
    """Return a rule without a count, and a later start, with the same days from ``first`` on.

    It goes on by whole intervals, so that every second week stays every second week; the days
    that the rule takes from its start by RFC 5545 are written into it.
    """
    step = _interval(text)
    frequency = _frequency(text)
    if frequency in ("DAILY", "WEEKLY"):
        days = step * (7 if frequency == "WEEKLY" else 1)
        # A week before, since weeks may begin on another day than the rule. Whole weeks keep the
        # weekday, which the rule takes from its start.
        skipped = max(0, (first - start).days - 7) // days * days
        return text, start + timedelta(days=skipped)
    if not _WHICH_DAYS.search(text):
        text += f";BYMONTHDAY={start.day}"
        if frequency == "YEARLY" and "BYMONTH=" not in text:
            text += f";BYMONTH={start.month}"
    if frequency == "MONTHLY":
        months = (first.year - start.year) * 12 + first.month - start.month
        skipped = max(0, months - 1) // step * step
        index = start.year * 12 + start.month - 1 + skipped
        return text, start if not skipped else date(index // 12, index % 12 + 1, 1)
    skipped = max(0, first.year - start.year - 1) // step * step
    return text, start if not skipped else date(start.year + skipped, 1, 1)


def _frequency(text: str) -> str:
    match = _FREQUENCY.search(text)
    if match is None:
        raise ValueError(f"not a repeat rule: {text}")
    return match[1]


def _interval(text: str) -> int:
    match = _INTERVAL.search(text)
    return int(match[1]) if match else 1


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _years_on(day: date, years: int) -> date:
    return date(min(day.year + years, _LAST_YEAR), 12, 31)


def _parsed(text: str, start: date) -> Any:
    # dateutil is loaded only where something repeats; most notebooks open without it.
    from dateutil.rrule import rrulestr

    try:
        # Follow-ups stand on local days, and dateutil refuses to mix those with UTC.
        return rrulestr(_UNTIL_IN_UTC.sub(r"\1", text), dtstart=datetime.combine(start, time()))
    except (TypeError, AttributeError, KeyError, OverflowError) as error:
        raise ValueError(f"not a repeat rule: {text}") from error
