"""Days to come of follow-ups that repeat: which were moved or left out, and where they stand.

Only the changed days are stored. The rest follows from the rules of the few that repeat, found
by an index of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.occurrences import MovedOccurrence, Occurrence, coming_days
from notebook_app.model.plain_repeats import Find
from notebook_app.model.recurrence import days_finder
from notebook_app.model.rows import CalendarEntry, CalendarKind

_REPEATING = """
SELECT follow_up.id, coalesce(scheduled_on, due_on), due_at, display_name, contact.id, photo_id,
  follow_up.note, follow_up.kind, repeat_rule, minutes
FROM follow_up INDEXED BY follow_up_repeating
JOIN contact ON contact.id = follow_up.contact_id AND deleted_at IS NULL
WHERE follow_up.state = 'open' AND repeat_rule <> ''
ORDER BY due_at IS NULL, due_at, follow_up.id
"""


@dataclass(frozen=True, slots=True)
class _Repeating:
    """One that repeats: ``on`` is the day its rule has it; all else is read where it is shown."""

    on: date
    row: Sequence[str]
    find: Find
    changed: Sequence[MovedOccurrence]

    def days(self, start: date, end: date) -> list[Occurrence]:
        return coming_days(self.find, self.on, self.changed, start, end)


class OccurrenceStore:
    """Reads and writes days to come. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook, and who knows today: what is past comes no more."""
        self._database = database
        self._clock = clock
        self._read: tuple[object, list[_Repeating]] = (None, [])

    def moved(self, follow_up_id: int) -> list[MovedOccurrence]:
        """Return the days to come of a follow-up that were changed, by day."""
        rows = self._database.execute_sql(
            "SELECT occurs_on, moved_to FROM moved_occurrence WHERE follow_up_id = ?"
            " ORDER BY occurs_on",
            (follow_up_id,),
        )
        return [found for row in rows if (found := _moved(*row))]

    def put(self, follow_up_id: int, occurs_on: date, moved_to: date | None) -> None:
        """Move a day to come, or leave it out; back on its own day it is as if never moved."""
        self._database.execute_sql(
            "DELETE FROM moved_occurrence WHERE follow_up_id = ? AND occurs_on = ?",
            (follow_up_id, occurs_on.isoformat()),
        )
        if moved_to != occurs_on:
            self._database.execute_sql(
                "INSERT INTO moved_occurrence(follow_up_id, occurs_on, moved_to) VALUES (?, ?, ?)",
                (follow_up_id, occurs_on.isoformat(), moved_to and moved_to.isoformat()),
            )

    def hand_on(self, follow_up_id: int, next_id: int, taken: date, done_on: date) -> None:
        """Give the changed days to the follow-up that comes next, but the one it is itself.

        What was moved to ``done_on`` or before is left out: it was missed, and comes no more.
        """
        self._database.execute_sql(
            "DELETE FROM moved_occurrence WHERE follow_up_id = ? AND occurs_on = ?",
            (follow_up_id, taken.isoformat()),
        )
        self._database.execute_sql(
            "UPDATE moved_occurrence SET moved_to = NULL WHERE follow_up_id = ? AND moved_to <= ?",
            (follow_up_id, done_on.isoformat()),
        )
        self._database.execute_sql(
            "UPDATE moved_occurrence SET follow_up_id = ? WHERE follow_up_id = ?",
            (next_id, follow_up_id),
        )

    def forget_from(self, follow_up_id: int, day: date) -> None:
        """Forget what was changed from a day of the rule on."""
        self._database.execute_sql(
            "DELETE FROM moved_occurrence WHERE follow_up_id = ? AND occurs_on >= ?",
            (follow_up_id, day.isoformat()),
        )

    def set_scheduled(self, follow_up_id: int, scheduled_on: date | None) -> None:
        """Store on which day the rule has a follow-up that stands on another; None for its own."""
        self._database.execute_sql(
            "UPDATE follow_up SET scheduled_on = ? WHERE id = ?",
            (scheduled_on and scheduled_on.isoformat(), follow_up_id),
        )

    def between(
        self,
        start: date,
        end: date,
        each: int = -1,
        taken: Mapping[date, int] | None = None,
        narrowed: CalendarFilter | None = None,
    ) -> tuple[list[CalendarEntry], Counter[date]]:
        """Return what comes from ``start`` to ``end`` of all that repeats, by day.

        Of a day at most ``each`` less those that are ``taken`` by others, in the order of time
        and age; the second value counts the rest. ``narrowed`` lets only some through.
        """
        start = max(start, self._clock.today() + timedelta(days=1))
        found: dict[date, list[tuple[_Repeating, date]]] = defaultdict(list)
        for repeating in self._let_through(narrowed):
            for day in repeating.days(start, end):
                found[day.on].append((repeating, day.occurs_on))
        kept: list[CalendarEntry] = []
        rest: Counter[date] = Counter()
        for on in sorted(found):
            there = found[on]
            room = len(there) if each < 0 else max(0, each - (taken or {}).get(on, 0))
            kept += [_entry(repeating.row, on, occurs_on) for repeating, occurs_on in there[:room]]
            if len(there) > room:
                rest[on] = len(there) - room
        return kept, rest

    def counts(
        self, start: date, end: date, narrowed: CalendarFilter | None = None
    ) -> Counter[date]:
        """Return how many come on each day, of those that ``narrowed`` lets through."""
        start = max(start, self._clock.today() + timedelta(days=1))
        found: Counter[date] = Counter()
        for repeating in self._let_through(narrowed):
            found.update(day.on for day in repeating.days(start, end))
        return found

    def _let_through(self, narrowed: CalendarFilter | None) -> list[_Repeating]:
        if narrowed is None:
            return self._repeating()
        if CalendarKind.FOLLOW_UP not in narrowed.kinds:
            return []
        return [
            each
            for each in self._repeating()
            if narrowed.holds_follow_up(FollowUpKind(each.row[7]), int(each.row[4]), is_open=True)
        ]

    def _repeating(self) -> list[_Repeating]:
        """Return all that repeat by time of day and age, read again after something was written."""
        connection = self._database.connection()
        version = self._database.execute_sql("PRAGMA data_version").fetchone()[0]
        # Each thread has a connection with counters of its own.
        now = (id(connection), version, connection.total_changes)
        read, repeating = self._read
        if read != now:
            repeating = self._read_repeating()
            self._read = now, repeating
        return repeating

    def _read_repeating(self) -> list[_Repeating]:
        changed: dict[int, list[MovedOccurrence]] = defaultdict(list)
        for follow_up_id, *days in self._database.execute_sql(
            "SELECT follow_up_id, occurs_on, moved_to FROM moved_occurrence ORDER BY occurs_on"
        ):
            if (found := _moved(*days)) is not None:
                changed[follow_up_id].append(found)
        repeating: list[_Repeating] = []
        for row in self._database.execute_sql(_REPEATING):
            on = date.fromisoformat(row[1])
            try:
                find = days_finder(row[8], on)
            except ValueError:
                # Stored by another program: the follow-up itself is shown all the same.
                continue
            repeating.append(_Repeating(on, row, find, changed.get(int(row[0]), ())))
        return repeating


def _moved(occurs_on: str, moved_to: str | None) -> MovedOccurrence | None:
    try:
        return MovedOccurrence(
            date.fromisoformat(occurs_on), date.fromisoformat(moved_to) if moved_to else None
        )
    except ValueError:
        # Written by another program; it must not keep the others from being shown.
        return None


def _entry(row: Sequence[str], on: date, occurs_on: date) -> CalendarEntry:
    return CalendarEntry(
        kind=CalendarKind.FOLLOW_UP,
        id=int(row[0]),
        on=on,
        at=time.fromisoformat(row[2]) if row[2] else None,
        title=row[3],
        contact_id=int(row[4]),
        photo_id=int(row[5]) if row[5] else None,
        note=row[6],
        follow_up_kind=FollowUpKind(row[7]),
        state=FollowUpState.OPEN,
        minutes=None if row[9] is None else int(row[9]),
        repeats=True,
        occurs_on=occurs_on,
    )
