"""Stores follow-ups, and reads them with what one needs to do them."""

from collections.abc import Sequence
from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.follow_up import (
    FollowUp,
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    NoteState,
    Outcome,
)
from notebook_app.model.identifiers import new_uid
from notebook_app.model.rows import FollowUpRow
from notebook_app.model.search_text import searchable_or_none
from notebook_app.storage.tables.happening_tables import FollowUpTable

_ROWS = """
SELECT follow_up.id, follow_up.uid, contact.id, contact.display_name, contact.organization,
  contact.photo_id,
  coalesce((SELECT number FROM phone WHERE contact_id = contact.id
    ORDER BY preferred DESC, position LIMIT 1), ''),
  coalesce((SELECT address FROM email WHERE contact_id = contact.id
    ORDER BY preferred DESC, position LIMIT 1), ''),
  follow_up.kind, follow_up.due_on, follow_up.due_at, follow_up.note, follow_up.repeat_rule,
  follow_up.state, follow_up.note_state,
  coalesce((SELECT text FROM conversation JOIN conversation_contact AS link
    ON link.conversation_id = conversation.id WHERE link.contact_id = contact.id
    ORDER BY link.happened_on DESC, link.happened_at DESC, link.conversation_id DESC LIMIT 1), ''),
  (SELECT max(happened_on) FROM conversation_contact WHERE contact_id = contact.id),
  coalesce((SELECT group_concat(text, ' · ') FROM (SELECT text FROM remembered
    WHERE contact_id = contact.id ORDER BY position, id LIMIT 3)), ''),
  follow_up.promised, follow_up.minutes, follow_up.outcome, follow_up.rung,
  (SELECT count(*) FROM follow_up_attempt WHERE follow_up_id = follow_up.id)
FROM follow_up JOIN contact ON contact.id = follow_up.contact_id AND contact.deleted_at IS NULL
"""
_BY_DAY = (
    " ORDER BY follow_up.due_on, follow_up.promised DESC, follow_up.due_at IS NULL,"
    " follow_up.due_at, follow_up.id"
)


class FollowUpStore:
    """Reads and writes follow-ups. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def get(self, follow_up_id: int) -> FollowUp | None:
        """Return a follow-up, or None."""
        query = FollowUpTable.select().where(FollowUpTable.id == follow_up_id)
        row = query.dicts().first(self._database)
        return None if row is None else _follow_up(row)

    def id_of(self, uid: str) -> int | None:
        """Return the row id of the follow-up with a UUID, or None."""
        query = FollowUpTable.select(FollowUpTable.id).where(FollowUpTable.uid == uid.lower())
        row = query.tuples().first(self._database)
        return None if row is None else int(row[0])

    def insert(self, draft: FollowUpDraft) -> int:
        """Store a new follow-up and return its row id."""
        stamp = self._clock.stamp()
        note_state = NoteState.WRITE.value if draft.kind is FollowUpKind.NOTE else None
        insert = FollowUpTable.insert(
            uid=new_uid(),
            note_state=note_state,
            from_conversation_id=draft.from_conversation_id,
            created_at=stamp,
            changed_at=stamp,
            **_columns(draft),
        )
        return int(insert.execute(self._database))

    def update(self, follow_up_id: int, draft: FollowUpDraft) -> None:
        """Store what is planned anew; its state stays.

        What becomes a handwritten note is to be written first; what no longer is one has no
        such state. On another day, or with another rule, it begins to repeat anew there.
        """
        self._database.execute_sql(
            "UPDATE follow_up SET scheduled_on = NULL"
            " WHERE id = ? AND scheduled_on IS NOT NULL AND (due_on <> ? OR repeat_rule <> ?)",
            (follow_up_id, draft.due.isoformat(), draft.repeat),
        )
        self._set(follow_up_id, **_columns(draft))
        is_note = draft.kind is FollowUpKind.NOTE
        self._database.execute_sql(
            "UPDATE follow_up SET note_state = ? WHERE id = ? AND (note_state IS NULL) = ?",
            (NoteState.WRITE.value if is_note else None, follow_up_id, is_note),
        )

    def reschedule(self, follow_up_id: int, due: date) -> None:
        """Move a follow-up to another day."""
        self._set(follow_up_id, due_on=due.isoformat())

    def set_note_state(self, follow_up_id: int, note_state: NoteState) -> None:
        """Note how far a handwritten note is."""
        self._set(follow_up_id, note_state=note_state.value)

    def close(
        self,
        follow_up_id: int,
        state: FollowUpState,
        on: date,
        conversation_id: int | None = None,
        outcome: Outcome | None = None,
    ) -> None:
        """Note that a follow-up was done or skipped, and the conversation that it led to."""
        self._set(
            follow_up_id,
            state=state.value,
            closed_on=on.isoformat(),
            conversation_id=conversation_id,
            outcome=outcome.value if outcome else "",
        )

    def move_alone(self, follow_up_id: int, due: date) -> None:
        """Move a follow-up to another day; the days on which one that repeats comes stay."""
        self._database.execute_sql(
            "UPDATE follow_up SET scheduled_on = coalesce(scheduled_on, due_on)"
            " WHERE id = ? AND repeat_rule <> ''",
            (follow_up_id,),
        )
        self.reschedule(follow_up_id, due)

    def set_time(self, follow_up_id: int, at: time | None, minutes: int | None) -> None:
        """Give a follow-up another time of day, for so many minutes, or none."""
        self._set(follow_up_id, due_at=at and at.isoformat("minutes"), minutes=minutes)

    def set_repeat(self, follow_up_id: int, rule: str) -> None:
        """Have a follow-up repeat by another rule, begun where it is."""
        self._set(follow_up_id, repeat_rule=rule)

    def planned_on(self, first: date, last: date) -> dict[date, int]:
        """Return how many follow-ups are open on each day of a range that has any."""
        rows = self._database.execute_sql(
            "SELECT due_on, count(*) FROM follow_up WHERE state = 'open' AND due_on BETWEEN ? AND ?"
            " AND EXISTS (SELECT 1 FROM contact WHERE contact.id = contact_id"
            " AND deleted_at IS NULL) GROUP BY due_on",
            (first.isoformat(), last.isoformat()),
        )
        return {date.fromisoformat(day): count for day, count in rows}

    def delete(self, follow_up_id: int) -> None:
        """Take a follow-up out of the notebook."""
        FollowUpTable.delete().where(FollowUpTable.id == follow_up_id).execute(self._database)

    def open_until(self, until: date, most: int = -1, offset: int = 0) -> list[FollowUpRow]:
        """Return open follow-ups due on ``until`` or before, the earliest first."""
        return self._rows(
            " WHERE follow_up.state = 'open' AND follow_up.due_on <= ?",
            (until.isoformat(),),
            most,
            offset,
        )

    def open_ids(self, until: date, kinds: Sequence[FollowUpKind] = ()) -> list[int]:
        """Return the row ids of open follow-ups due by ``until``, the earliest first.

        Only of ``kinds``, if any are given. Long lists read their rows as they are scrolled.
        """
        condition = f" AND follow_up.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
        rows = self._database.execute_sql(
            "SELECT follow_up.id FROM follow_up JOIN contact ON contact.id = follow_up.contact_id"
            " AND contact.deleted_at IS NULL WHERE follow_up.state = 'open'"
            f" AND follow_up.due_on <= ?{condition}{_BY_DAY}",
            (until.isoformat(), *(kind.value for kind in kinds)),
        )
        return [follow_up_id for (follow_up_id,) in rows]

    def ids_for_today(
        self, today: date, until: date, kinds: Sequence[FollowUpKind] = ()
    ) -> list[int]:
        """Return the row ids of open follow-ups due by ``until`` as Today lists them.

        What was promised and is due comes first, then the rest by day. Only of ``kinds``, if any
        are given.
        """
        ids = self.open_ids(until, kinds)
        promised = self._database.execute_sql(
            "SELECT id FROM follow_up WHERE state = 'open' AND promised = 1 AND due_on <= ?",
            (today.isoformat(),),
        )
        first = {follow_up_id for (follow_up_id,) in promised}
        return sorted(ids, key=lambda each: each not in first) if first else ids

    def rows_in_order(self, follow_up_ids: Sequence[int]) -> list[FollowUpRow]:
        """Return follow-ups as lists show them, in the order of their ids."""
        place = {follow_up_id: at for at, follow_up_id in enumerate(follow_up_ids)}
        return sorted(self.rows_of(follow_up_ids), key=lambda row: place[row.id])

    def rows_of(self, follow_up_ids: Sequence[int]) -> list[FollowUpRow]:
        """Return follow-ups as lists show them, the earliest first."""
        marks = ", ".join("?" * len(follow_up_ids))
        return self._rows(f" WHERE follow_up.id IN ({marks})", follow_up_ids)

    def open_between(
        self, start: date | None, end: date | None, most: int = -1, offset: int = 0
    ) -> list[FollowUpRow]:
        """Return open follow-ups due from ``start`` to ``end``, both included; None is no limit."""
        return self._rows(
            " WHERE follow_up.state = 'open' AND follow_up.due_on BETWEEN ? AND ?",
            (start.isoformat() if start else "", end.isoformat() if end else "9999-12-31"),
            most,
            offset,
        )

    def open_of(self, contact_id: int) -> list[FollowUpRow]:
        """Return all open follow-ups with a contact, the earliest first."""
        return self._rows(
            " WHERE follow_up.contact_id = ? AND follow_up.state = 'open'", (contact_id,)
        )

    def row(self, follow_up_id: int) -> FollowUpRow | None:
        """Return one follow-up as lists show it, or None."""
        rows = self._rows(" WHERE follow_up.id = ?", (follow_up_id,))
        return rows[0] if rows else None

    def _rows(
        self, where: str, values: Sequence[object], most: int = -1, offset: int = 0
    ) -> list[FollowUpRow]:
        rows = self._database.execute_sql(
            f"{_ROWS}{where}{_BY_DAY} LIMIT ? OFFSET ?", (*values, most, offset)
        )
        return [_follow_up_row(row) for row in rows]

    def _set(self, follow_up_id: int, **columns: object) -> None:
        FollowUpTable.update(changed_at=self._clock.stamp(), **columns).where(
            FollowUpTable.id == follow_up_id
        ).execute(self._database)


def _columns(draft: FollowUpDraft) -> dict[str, object]:
    return {
        "contact_id": draft.contact_id,
        "kind": draft.kind.value,
        "due_on": draft.due.isoformat(),
        "due_at": draft.at.isoformat("minutes") if draft.at else None,
        "note": draft.note.strip(),
        "repeat_rule": draft.repeat,
        "minutes": draft.minutes,
        "promised": int(draft.promised),
        "remind_minutes": draft.remind_minutes,
        "rung": draft.rung,
        "search_words": searchable_or_none(draft.note.strip()),
    }


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _follow_up(row: dict[str, str]) -> FollowUp:
    return FollowUp(
        id=int(row["id"]),
        uid=row["uid"],
        draft=FollowUpDraft(
            contact_id=int(row["contact_id"]),
            kind=FollowUpKind(row["kind"]),
            due=date.fromisoformat(row["due_on"]),
            at=_time(row["due_at"]),
            note=row["note"],
            repeat=row["repeat_rule"],
            from_conversation_id=(
                int(row["from_conversation_id"]) if row["from_conversation_id"] else None
            ),
            minutes=None if row["minutes"] is None else int(row["minutes"]),
            promised=bool(row["promised"]),
            remind_minutes=None if row["remind_minutes"] is None else int(row["remind_minutes"]),
            rung=row["rung"],
        ),
        state=FollowUpState(row["state"]),
        note_state=NoteState(row["note_state"]) if row["note_state"] else None,
        closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
        conversation_id=int(row["conversation_id"]) if row["conversation_id"] else None,
        created_at=row["created_at"],
        changed_at=row["changed_at"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        scheduled_on=date.fromisoformat(row["scheduled_on"]) if row["scheduled_on"] else None,
    )


def _follow_up_row(row: tuple[str, ...]) -> FollowUpRow:
    return FollowUpRow(
        id=int(row[0]),
        uid=row[1],
        contact_id=int(row[2]),
        contact_name=row[3],
        organization=row[4],
        photo_id=int(row[5]) if row[5] else None,
        phone=row[6],
        email=row[7],
        kind=FollowUpKind(row[8]),
        due=date.fromisoformat(row[9]),
        at=_time(row[10]),
        note=row[11],
        repeat=row[12],
        state=FollowUpState(row[13]),
        note_state=NoteState(row[14]) if row[14] else None,
        last_topic=row[15],
        last_conversation=date.fromisoformat(row[16]) if row[16] else None,
        remembered=row[17],
        promised=bool(row[18]),
        minutes=None if row[19] is None else int(row[19]),
        outcome=Outcome(row[20]) if row[20] else None,
        rung=row[21],
        tried=int(row[22]),
    )
