"""Which parts may stand in a repeat rule (RFC 5545, section 3.3.10), and rules that never come.

dateutil would look for the days of such a rule until the year 9999, which takes many seconds.
"""

from typing import Final

_LONGEST: Final = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_NOT_WITH: Final = {
    "DAILY": {"BYWEEKNO", "BYYEARDAY", "BYSETPOS", "BYEASTER"},
    "WEEKLY": {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYEASTER"},
    "MONTHLY": {"BYWEEKNO", "BYYEARDAY", "BYEASTER"},
    "YEARLY": set[str](),
}
_HOURS: Final = {"BYHOUR", "BYMINUTE", "BYSECOND"}


def rule_parts(text: str) -> dict[str, str]:
    """Return the parts of a rule by their names.

    Raises:
        ValueError: it is not made of parts, each with a name and a value.
    """
    parts = [part.partition("=") for part in text.split(";") if part]
    if not all(name and value for name, _sign, value in parts):
        raise ValueError(f"not a repeat rule: {text}")
    return {name: value for name, _sign, value in parts}


def ensure_possible(text: str) -> None:
    """Refuse a rule with parts that its frequency does not take, or whose days no year has.

    Raises:
        ValueError: it is such a rule.
    """
    parts = rule_parts(text)
    frequency = parts.get("FREQ", "")
    wrong = _NOT_WITH.get(frequency, set()) | _HOURS
    months = numbers(parts.get("BYMONTH", ""))
    month_days = numbers(parts.get("BYMONTHDAY", ""))
    weekdays = parts.get("BYDAY", "").split(",")
    places = numbers(parts.get("BYSETPOS", ""))
    if (
        wrong & parts.keys()
        or any(not 1 <= month <= 12 for month in months)
        or any(not 1 <= abs(day) <= 31 for day in month_days)
        or (frequency == "WEEKLY" and any(abs(place) > len(weekdays) for place in places))
        or numbers(parts.get("INTERVAL", "1"))[0] < 1
    ):
        raise ValueError(f"not a repeat rule: {text}")


def comes_never(text: str) -> bool:
    """Return whether no year has a day of the rule, such as 30 February."""
    parts = rule_parts(text)
    days = numbers(parts.get("BYMONTHDAY", ""))
    months = numbers(parts.get("BYMONTH", ""))
    return bool(days and months) and not any(
        abs(day) <= _LONGEST.get(month, 31) for day in days for month in months
    )


def numbers(text: str) -> list[int]:
    """Return the whole numbers of a list such as ``28,29``.

    Raises:
        ValueError: one of them is no number.
    """
    return [int(each) for each in text.split(",")] if text else []
