"""The occurrences of what repeats in a calendar file, within a stretch of time.

They are found on the clock of the event's own time zone (RFC 5545, 3.8.5.3): what is at nine in
Berlin stays at nine there when summer time begins, whatever that is here.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from notebook_app.formats.icalendar.moments import Moment, NoMoment, instant_name
from notebook_app.model.recurrence import days_of_rule

_UNTIL = re.compile(r"(?<![A-Z])UNTIL=(\d{8})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_TIMES_OF_DAY = re.compile(r"(?<![A-Z])BY(HOUR|MINUTE|SECOND)=[^;]*;?")
_A_DAY = timedelta(days=1)


def occurrences(
    start: Moment, rules: Sequence[str], added: Sequence[Moment], first: date, last: date
) -> list[Moment]:
    """Return the moments of a series from about ``first`` to about ``last``, in their order.

    A day more on each side, since days are others in other time zones.

    Raises:
        NoMoment: how it repeats can't be read.
    """
    on = start.date() if isinstance(start, datetime) else start
    first, last = first - _A_DAY, last + _A_DAY
    found: dict[str, Moment] = {}
    try:
        for rule in rules:
            for day in days_of_rule(_rule_of_days(rule, start), on, first, last):
                moment = _on_day(start, day)
                found[instant_name(moment)] = moment
    except (ValueError, OverflowError) as error:
        raise NoMoment("how it repeats can’t be read") from error
    for moment in (start, *added):
        day = moment.date() if isinstance(moment, datetime) else moment
        if first <= day <= last:
            found[instant_name(moment)] = moment
    return [found[name] for name in sorted(found)]


def _on_day(start: Moment, day: date) -> Moment:
    return datetime.combine(day, start.timetz()) if isinstance(start, datetime) else day


def _rule_of_days(rule: str, start: Moment) -> str:
    """Return a rule that names only days, with its end as a day on the event's own clock.

    Raises:
        ValueError: it repeats several times a day.
    """
    rule = rule.strip().upper().strip(";")
    for part in _TIMES_OF_DAY.finditer(rule):
        if "," in part[0]:
            raise ValueError(rule)
    rule = _TIMES_OF_DAY.sub("", rule).strip(";")
    match = _UNTIL.search(rule)
    if match is None:
        return rule
    until = datetime.strptime(match[1], "%Y%m%d")
    day = until.date()
    if match[2] is not None and isinstance(start, datetime):
        until = until.replace(hour=int(match[2]), minute=int(match[3]), second=int(match[4]))
        if match[5] and start.tzinfo is not None:
            offset = start.tzinfo.utcoffset(until) or timedelta()
            until += offset
        day = until.date()
        if until.time() < start.time():
            day -= _A_DAY
    return f"{rule[: match.start()]}UNTIL={day:%Y%m%d}{rule[match.end() :]}"
