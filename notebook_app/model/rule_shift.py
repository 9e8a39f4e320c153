"""What a repeat rule becomes when it is moved with its days: every Tuesday to every Thursday."""

import re
from datetime import date
from typing import Final

_BY_DAY: Final = re.compile(r"(?<![A-Z])BYDAY=([^;]*)")
_BY_MONTH_DAY: Final = re.compile(r"(?<![A-Z])BYMONTHDAY=([^;]*)")
_BY_MONTH: Final = re.compile(r"(?<![A-Z])BYMONTH=(\d{1,2})(?=;|$)")
_SET_POSITION: Final = re.compile(r";BYSETPOS=-1(?=;|$)")
_ONE_DAY: Final = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORTEST_MONTH: Final = 28


def shifted_rule(rule: str, old: date, new: date) -> str:
    """Return ``rule`` so that what it had on ``old`` it has on ``new``.

    Of several weekdays, that of ``old`` is replaced. A day from 29 on falls back to the last day
    of shorter months, as the plan form writes it.
    """
    if old == new:
        return rule
    rule = _BY_DAY.sub(lambda match: f"BYDAY={_shifted_days(match[1], old, new)}", rule)
    if _BY_MONTH_DAY.search(rule):
        rule = _SET_POSITION.sub("", _BY_MONTH_DAY.sub(f"BYMONTHDAY={new.day}", rule))
    month = _BY_MONTH.search(rule)
    if month is not None and int(month[1]) == old.month:
        rule = _BY_MONTH.sub(f"BYMONTH={new.month}", rule)
    return with_short_months(rule, new)


def with_short_months(rule: str, start: date) -> str:
    """Return ``rule`` so that months too short for the day of ``start`` have it on their last.

    Monthly rules from the 29th on, and yearly ones of 29 February; RFC 5545 would leave them out.
    """
    frequency = rule.split(";", 1)[0].removeprefix("FREQ=")
    plain = _BY_MONTH_DAY.sub("", rule).replace(";;", ";").rstrip(";")
    if "BYDAY=" in rule or "BYSETPOS=" in rule or start.day <= _SHORTEST_MONTH:
        return rule
    days = ",".join(str(day) for day in range(_SHORTEST_MONTH, start.day + 1))
    if frequency == "MONTHLY":
        return _inserted(plain, f"BYMONTHDAY={days};BYSETPOS=-1")
    if frequency == "YEARLY" and (start.month, start.day) == (2, 29):
        return _inserted(_BY_MONTH.sub("", plain), "BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1")
    return rule


def weekday_of_month(day: date) -> str:
    """Return ``2TU`` for a second Tuesday, ``-1FR`` for a last Friday that is a fifth."""
    number = (day.day - 1) // 7 + 1
    return f"{-1 if number == 5 else number}{_WEEKDAYS[day.weekday()]}"


def _shifted_days(days: str, old: date, new: date) -> str:
    parts = days.split(",")
    shifted = []
    for part in parts:
        match = _ONE_DAY.fullmatch(part)
        if match is None or match[2] != _WEEKDAYS[old.weekday()]:
            shifted.append(part)
            continue
        number = ""
        if match[1]:
            last = int(match[1]) < 0 and (new.day + 7 > _length(new))
            number = "-1" if last else weekday_of_month(new)[:-2]
        shifted.append(number + _WEEKDAYS[new.weekday()])
    return ",".join(dict.fromkeys(shifted))


def _length(day: date) -> int:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return (following - date.resolution).day


def _inserted(rule: str, part: str) -> str:
    """Put a part behind the frequency and the interval, where the plain rules have it."""
    parts = [each for each in rule.split(";") if each]
    place = 2 if len(parts) > 1 and parts[1].startswith("INTERVAL=") else 1
    return ";".join([*parts[:place], part, *parts[place:]])
