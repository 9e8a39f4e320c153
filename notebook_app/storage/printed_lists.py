"""Lists that were printed, their rows, and what the user said of the rows that came back.

Lists and rows are written by ``Notebook.tidying``: what is on paper can't be taken back. Answers
belong into a ``Notebook.change``, beside what they did, and are undone with it.
"""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.printed_list import (
    REMEMBERED_DAYS,
    PaperAnswer,
    PaperRow,
    PrintedList,
    PrintedRow,
    standing_of,
)

_LISTS: Final = """
SELECT number, uid, title, printed_on,
  (SELECT count(*) FROM printed_row WHERE list_number = number),
  (SELECT count(*) FROM printed_row AS line
    JOIN follow_up ON follow_up.uid = line.follow_up_uid AND follow_up.state = 'open'
    JOIN contact ON contact.id = follow_up.contact_id AND contact.deleted_at IS NULL
    LEFT JOIN printed_answer AS said
      ON said.list_number = line.list_number AND said.position = line.position
    WHERE line.list_number = number AND said.id IS NULL)
FROM printed_list
"""

_ROWS: Final = """
SELECT line.position, line.due_on, holder.id, holder.display_name, holder.organization,
  holder.id IS NOT NULL AND holder.deleted_at IS NULL,
  printed.uid = holder.uid, printed.display_name,
  follow_up.id, follow_up.kind, follow_up.note, follow_up.due_on, follow_up.state,
  follow_up.closed_on, said.answer, said.answered_on
FROM printed_row AS line
LEFT JOIN follow_up ON follow_up.uid = line.follow_up_uid
LEFT JOIN contact AS printed ON printed.uid = line.contact_uid
LEFT JOIN contact AS holder ON holder.id = coalesce(follow_up.contact_id, printed.id)
LEFT JOIN printed_answer AS said
  ON said.list_number = line.list_number AND said.position = line.position
WHERE line.list_number = ?
"""


class PrintedListStore:
    """Reads and writes printed lists."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock."""
        self._database = database
        self._clock = clock

    def reserve(self) -> int:
        """Return a number that no list had, and none will have again, whether it is kept or not.

        Must run inside ``Notebook.tidying``.
        """
        number = int(
            self._database.execute_sql(
                "INSERT INTO printed_list(uid, title, printed_on, printed_at)"
                " VALUES ('', '', '', '')"
            ).lastrowid
        )
        # SQLite remembers the highest number of an AUTOINCREMENT column by itself.
        self._database.execute_sql("DELETE FROM printed_list WHERE number = ?", (number,))
        return number

    def keep(self, number: int, uid: str, title: str, rows: Sequence[PrintedRow]) -> None:
        """Store a list that was printed under a reserved number, and forget what is too old.

        Must run inside ``Notebook.tidying``.
        """
        today = self._clock.today()
        self._database.execute_sql(
            "INSERT INTO printed_list(number, uid, title, printed_on, printed_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (number, uid, title, today.isoformat(), self._clock.stamp()),
        )
        self._database.connection().executemany(
            "INSERT INTO printed_row(list_number, position, contact_uid, follow_up_uid, due_on)"
            " VALUES (?, ?, ?, ?, ?)",
            [
                (
                    number,
                    row.position,
                    row.contact_uid,
                    row.follow_up_uid,
                    row.due_on.isoformat() if row.due_on else None,
                )
                for row in rows
            ],
        )
        oldest = today - timedelta(days=REMEMBERED_DAYS)
        self._database.execute_sql(
            "DELETE FROM printed_list WHERE printed_on < ?", (oldest.isoformat(),)
        )

    def rows_about(self, follow_up_uids: Sequence[str]) -> list[PrintedRow]:
        """Return the rows of a list of these follow-ups, as they are now, to be kept."""
        known = {
            uid: (contact_uid, date.fromisoformat(due))
            for uid, contact_uid, due in self._database.execute_sql(
                "SELECT follow_up.uid, contact.uid, due_on FROM follow_up"
                " JOIN contact ON contact.id = contact_id"
                " WHERE follow_up.uid IN (SELECT value FROM json_each(?))",
                (json.dumps(list(follow_up_uids)),),
            )
        }
        rows = []
        for position, uid in enumerate(follow_up_uids, 1):
            contact_uid, due = known.get(uid, ("", None))
            rows.append(PrintedRow(position, contact_uid, uid, due))
        return rows

    def recent(self, most: int = -1) -> list[PrintedList]:
        """Return the lists that were printed, the last first."""
        rows = self._database.execute_sql(f"{_LISTS} ORDER BY number DESC LIMIT ?", (most,))
        return [_list(row) for row in rows]

    def last_waiting(self, since: date) -> PrintedList | None:
        """Return the last list printed ``since`` a day with rows that nothing is known of yet."""
        rows = self._database.execute_sql(
            f"{_LISTS} WHERE printed_on >= ? ORDER BY number DESC LIMIT 5", (since.isoformat(),)
        )
        return next((found for row in rows if (found := _list(row)).waiting), None)

    def get(self, number: int) -> PrintedList | None:
        """Return a list, or None."""
        # Numbers beyond SQLite's would be an error.
        if number.bit_length() > 63:
            return None
        row = self._database.execute_sql(f"{_LISTS} WHERE number = ?", (number,)).fetchone()
        return None if row is None else _list(row)

    def rows(self, number: int, positions: Sequence[int] | None = None) -> list[PaperRow]:
        """Return the rows of a list in the order of the paper, as things stand now.

        With ``positions`` only those.
        """
        only = "" if positions is None else " AND line.position IN (SELECT value FROM json_each(?))"
        rows = self._database.execute_sql(
            f"{_ROWS}{only} ORDER BY line.position",
            (number,) if positions is None else (number, json.dumps(list(positions))),
        )
        return [_row(number, row) for row in rows]

    def row(self, number: int, position: int) -> PaperRow | None:
        """Return one row of a list, or None."""
        row = self._database.execute_sql(
            f"{_ROWS} AND line.position = ?", (number, position)
        ).fetchone()
        return None if row is None else _row(number, row)

    def set_answer(self, number: int, position: int, answer: PaperAnswer, on: date) -> None:
        """Store what the user said of a row, in the place of what was said before.

        Must run inside a change.
        """
        changed = self._database.execute_sql(
            "UPDATE printed_answer SET answer = ?, answered_on = ?"
            " WHERE list_number = ? AND position = ?",
            (answer.value, on.isoformat(), number, position),
        ).rowcount
        if not changed:
            self._database.execute_sql(
                "INSERT INTO printed_answer(list_number, position, answer, answered_on)"
                " VALUES (?, ?, ?, ?)",
                (number, position, answer.value, on.isoformat()),
            )


def _list(row: tuple[object, ...]) -> PrintedList:
    number, uid, title, printed_on, rows, waiting = row
    return PrintedList(
        int(str(number)),
        str(uid),
        str(title),
        date.fromisoformat(str(printed_on)),
        int(str(rows)),
        int(str(waiting)),
    )


def _row(number: int, row: tuple[object, ...]) -> PaperRow:
    (position, printed_due, contact_id, name, organization, is_there, same_person, printed_name) = (
        row[:8]
    )
    follow_up_id, kind, note, due, state, closed_on, answer, answered_on = row[8:]
    due_on, was_due = _day(due), _day(printed_due)
    return PaperRow(
        list_number=number,
        position=int(str(position)),
        standing=standing_of(
            FollowUpState(str(state)) if state else None, person_is_there=bool(is_there)
        ),
        name=str(name or ""),
        organization=str(organization or ""),
        printed_name="" if same_person or not printed_name else str(printed_name),
        contact_id=int(str(contact_id)) if contact_id and is_there else None,
        follow_up_id=int(str(follow_up_id)) if follow_up_id else None,
        kind=FollowUpKind(str(kind)) if kind else None,
        note=str(note or ""),
        due=due_on or was_due,
        moved_to=due_on if due_on and was_due and due_on != was_due else None,
        closed_on=_day(closed_on),
        answer=PaperAnswer(str(answer)) if answer else None,
        answered_on=_day(answered_on),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
