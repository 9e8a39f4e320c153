"""When something that repeats comes next, by RFC 5545 rules."""

import re
from datetime import date, datetime, time
from typing import Any

# Anything that repeats several times a day is no follow-up.
_FREQUENCY = re.compile(r"(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)")
_COUNT = re.compile(r"(?<![A-Z])COUNT=(\d+)")
_UNTIL_IN_UTC = re.compile(r"(UNTIL=\d{8}T\d{6})Z")


def next_due(rule: str, start: date, after: date) -> date | None:
    """Return the first day of ``rule``, begun on ``start``, after a day; None if it has ended.

    An empty rule never repeats.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    if not rule:
        return None
    found = _occurrences(rule, start).after(datetime.combine(after, time.max))
    return None if found is None else found.date()


def rule_from(rule: str, start: date, due: date) -> str:
    """Return ``rule``, begun on ``start``, as it reads once begun on ``due``.

    Only a rule that ends after a number of times differs: those before ``due`` are used up.

    Raises:
        ValueError: the rule is not a valid RRULE value.
    """
    match = _COUNT.search(rule)
    if match is None:
        return rule
    before = datetime.combine(due, time())
    used = sum(1 for day in _occurrences(rule, start) if day < before)
    return f"{rule[: match.start(1)]}{max(1, int(match[1]) - used)}{rule[match.end(1) :]}"


def checked_rule(rule: str) -> str:
    """Return a repeat rule in the form it is stored in, without ``RRULE:``.

    Raises:
        ValueError: it is not a valid RRULE value, or repeats more often than daily.
    """
    text = rule.strip().upper().removeprefix("RRULE:")
    next_due(text, date(2000, 1, 1), date(2000, 1, 1))
    return text


def _occurrences(rule: str, start: date) -> Any:
    text = rule.removeprefix("RRULE:")
    if not _FREQUENCY.search(text):
        raise ValueError(f"not a repeat rule: {rule}")
    # dateutil is loaded only where something repeats; most notebooks open without it.
    from dateutil.rrule import rrulestr

    try:
        # Follow-ups stand on local days, and dateutil refuses to mix those with UTC.
        return rrulestr(_UNTIL_IN_UTC.sub(r"\1", text), dtstart=datetime.combine(start, time()))
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"not a repeat rule: {rule}") from error
