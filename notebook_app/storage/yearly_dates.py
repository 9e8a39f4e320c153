"""The days of people that come every year: birthdays, anniversaries and other dates of theirs.

What is of 29 February stands on the 28th in years without one.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from peewee import SqliteDatabase

from notebook_app.model.partial_date import PartialDate
from notebook_app.model.rows import CalendarEntry, CalendarKind

_BIRTHDAYS = (
    "SELECT id, display_name, photo_id, birthday, '' FROM contact"
    " WHERE birthday IS NOT NULL AND deleted_at IS NULL AND birthday_day BETWEEN ? AND ?"
    " ORDER BY birthday_day, sort_key LIMIT ?"
)
# A year that is not known begins with a hyphen, which comes before all digits.
_BORN_BY_THEN = "(birthday < '0' OR substr(birthday, 1, 4) <= :year)"
_BIRTHDAY_COUNTS = f"""
SELECT birthday_day, count(*) FROM contact
WHERE birthday IS NOT NULL AND deleted_at IS NULL AND birthday_day BETWEEN :first AND :until
  AND {_BORN_BY_THEN}
GROUP BY birthday_day
"""
_FIRST_BIRTHDAYS = f"""
SELECT contact.id, display_name, photo_id, birthday, birthday_day
FROM json_each(:days) AS days JOIN contact ON contact.id IN (
  SELECT born.id FROM contact AS born
  WHERE birthday_day = days.value AND birthday IS NOT NULL AND deleted_at IS NULL
    AND {_BORN_BY_THEN}
  ORDER BY sort_key, born.id LIMIT :each)
ORDER BY birthday_day, sort_key, contact.id
"""
_OWN_DATES = (
    "SELECT contact.id, display_name, photo_id, own_date.date, own_date.label FROM own_date"
    " JOIN contact ON contact.id = own_date.contact_id AND deleted_at IS NULL"
    " WHERE own_date.day BETWEEN ? AND ? ORDER BY own_date.day, sort_key LIMIT ?"
)


class YearlyDates:
    """Reads them as entries of the calendar."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def birthdays(self, start: date, end: date, most: int) -> list[CalendarEntry]:
        """Return the first ``most`` birthdays of each year, those of one year by their day."""
        return [_birthday(*found) for found in self._found(_BIRTHDAYS, start, end, most)]

    def own_dates(self, start: date, end: date, most: int) -> list[CalendarEntry]:
        """Return the first ``most`` other dates of each year, those of one year by their day."""
        return [_own_date(*found) for found in self._found(_OWN_DATES, start, end, most)]

    def first_birthdays(
        self, start: date, end: date, each: int
    ) -> tuple[list[CalendarEntry], Counter[date]]:
        """Return the first ``each`` birthdays of each day by name, and how many more there are.

        -1 is all of them.
        """
        entries = []
        kept: Counter[date] = Counter()
        found: Counter[date] = Counter()
        for year, first, last, until in _years(start, end):
            stretch = {"first": first.strftime("%m-%d"), "until": until, "year": f"{year:04}"}
            days: dict[str, date] = {}
            for text, count in self._database.execute_sql(_BIRTHDAY_COUNTS, stretch).fetchall():
                day = _day_in_year(text, year)
                if day is not None and first <= day <= last:
                    days[text] = day
                    found[day] += count
            wanted = {"days": json.dumps(list(days)), "year": f"{year:04}", "each": each}
            for row in self._database.execute_sql(_FIRST_BIRTHDAYS, wanted).fetchall():
                day, partial = days[row[4]], PartialDate.parse(row[3])
                # In years without a 29 February, two days share the 28th.
                if partial is not None and (each < 0 or kept[day] < each):
                    kept[day] += 1
                    entries.append(_birthday((*row[:4], ""), day, partial))
        return entries, found - kept

    def _found(
        self, sql: str, start: date, end: date, most: int
    ) -> list[tuple[tuple[object, ...], date, PartialDate]]:
        found = []
        for year, first, last, until in _years(start, end):
            rows = self._database.execute_sql(sql, (first.strftime("%m-%d"), until, most))
            for row in rows.fetchall():
                kept = PartialDate.parse(row[3])
                if kept is None:
                    continue
                day = kept.in_year(year)
                if first <= day <= last and (kept.year is None or kept.year <= year):
                    found.append((row, day, kept))
        return found


def _years(start: date, end: date) -> Iterator[tuple[int, date, date, str]]:
    """Yield each year of a stretch with its first and last day, and the last day to look at."""
    for year in range(start.year, end.year + 1):
        first = max(start, date(year, 1, 1))
        last = min(end, date(year, 12, 31))
        # A day more, for 29 February, which in_year() moves to the 28th.
        until = min(last + timedelta(days=1), date(year, 12, 31)).strftime("%m-%d")
        yield year, first, last, "02-29" if (last.month, last.day) == (2, 28) else until


def _day_in_year(text: str, year: int) -> date | None:
    partial = PartialDate.parse(f"--{text}")
    return None if partial is None else partial.in_year(year)


def _birthday(row: tuple[object, ...], day: date, kept: PartialDate) -> CalendarEntry:
    return _yearly_entry(CalendarKind.BIRTHDAY, row, day, kept, "")


def _own_date(row: tuple[object, ...], day: date, kept: PartialDate) -> CalendarEntry:
    return _yearly_entry(CalendarKind.DATE, row, day, kept, str(row[4]))


def _yearly_entry(
    kind: CalendarKind, row: tuple[object, ...], day: date, kept: PartialDate, note: str
) -> CalendarEntry:
    contact_id = int(str(row[0]))
    return CalendarEntry(
        kind=kind,
        id=contact_id,
        on=day,
        at=None,
        title=str(row[1]),
        contact_id=contact_id,
        photo_id=None if row[2] is None else int(str(row[2])),
        note=note,
        years=kept.years_on(day),
        moved_from_29=(kept.month, kept.day) != (day.month, day.day),
    )
