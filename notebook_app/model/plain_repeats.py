"""The days of the repeats that most follow-ups have, by plain arithmetic.

Reading a rule with dateutil takes a tenth of a millisecond, and a month may show a thousand of
them. Tests hold these against dateutil.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final

_PLAIN: Final = re.compile(
    r"FREQ=(?P<frequency>DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(?P<interval>[1-9]\d{0,3}))?"
    r"(?:;BYDAY=(?P<weekday>[A-Z]{2}))?"
    r"(?P<late>(?:;BYMONTH=2)?;BYMONTHDAY=28(?:,29|,29,30|,29,30,31)?;BYSETPOS=-1)?"
    r"(?:;COUNT=(?P<count>\d{1,6}))?(?:;UNTIL=(?P<until>\d{8}))?"
)
_WEEKDAYS: Final = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


def plain_days(text: str, start: date, first: date, last: date) -> list[date] | None:
    """Return the days from ``first`` to ``last`` of a rule begun on ``start``, if it is plain.

    None for a rule that is not: read that with dateutil.
    """
    match = _PLAIN.fullmatch(text)
    if match is None or (match["count"] and match["until"]):
        return None
    frequency, step = match["frequency"], int(match["interval"] or 1)
    weekday = match["weekday"]
    if weekday and (frequency != "WEEKLY" or _WEEKDAYS.get(weekday) != start.weekday()):
        return None
    if match["until"]:
        try:
            last = min(last, date.fromisoformat(match["until"]))
        except ValueError:
            return None
    first = max(first, start)
    most = int(match["count"]) if match["count"] else None
    if frequency in ("DAILY", "WEEKLY"):
        if match["late"]:
            return None
        return _every(start, step * (7 if frequency == "WEEKLY" else 1), first, last, most)
    if match["count"] and start.day > 28:
        # Months without that day are not counted.
        return None
    months = step * (12 if frequency == "YEARLY" else 1)
    return _months(match["late"] or "", start, months, (first, last), most)


def _every(start: date, days: int, first: date, last: date, most: int | None) -> list[date]:
    number = -(-(first - start).days // days)
    end = (last - start).days // days
    if most is not None:
        end = min(end, most - 1)
    return [start + timedelta(days=days * at) for at in range(number, end + 1)]


def _months(
    late: str, start: date, months: int, looked_at: tuple[date, date], most: int | None
) -> list[date] | None:
    """Return the days of a monthly or yearly rule; ``late`` names what a short month falls to."""
    first, last = looked_at
    if late:
        # As the plan form writes them; anything else is dateutil's.
        february = "BYMONTH=2" in late
        yearly_only = february and not (months % 12 == 0 and (start.month, start.day) == (2, 29))
        named = re.search(r"BYMONTHDAY=[\d,]*(\d\d);", late)
        if yearly_only or named is None or int(named[1]) != start.day:
            return None
        if not february and months % 12 == 0:
            return None
    number = max(0, ((first.year - start.year) * 12 + first.month - start.month) // months)
    found: list[date] = []
    while most is None or number < most:
        index = start.year * 12 + start.month - 1 + number * months
        year, month = index // 12, index % 12 + 1
        if (year, month) > (last.year, last.month) or year > date.max.year:
            break
        length = calendar.monthrange(year, month)[1]
        day = min(start.day, length) if late else start.day
        if day <= length and first <= (on := date(year, month, day)) <= last:
            found.append(on)
        number += 1
    return found
