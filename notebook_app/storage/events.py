"""Stores events, and whom one met or saw there or hopes to meet."""

from datetime import date, time, timedelta
from decimal import Decimal

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Event, EventDraft, Involvement, Presence
from notebook_app.model.identifiers import new_uid
from notebook_app.model.search_text import searchable_or_none
from notebook_app.storage.many_rows import insert_rows
from notebook_app.storage.tables.happening_tables import EventContactTable, EventTable


class EventStore:
    """Reads and writes events. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def insert(self, draft: EventDraft) -> int:
        """Store a new event and return its row id."""
        stamp = self._clock.stamp()
        insert = EventTable.insert(
            uid=new_uid(), created_at=stamp, changed_at=stamp, **_columns(draft)
        )
        event_id = int(insert.execute(self._database))
        self._link(event_id, draft)
        return event_id

    def update(self, event_id: int, draft: EventDraft) -> None:
        """Store an event anew, with whom the draft names."""
        EventTable.update(changed_at=self._clock.stamp(), **_columns(draft)).where(
            EventTable.id == event_id
        ).execute(self._database)
        stored = self.get(event_id)
        if stored is not None and tuple(stored.draft.people()) != tuple(draft.people()):
            EventContactTable.delete().where(EventContactTable.event_id == event_id).execute(
                self._database
            )
            self._link(event_id, draft)

    def delete(self, event_id: int) -> None:
        """Take an event out of the notebook; conversations at it stay, without it."""
        EventTable.delete().where(EventTable.id == event_id).execute(self._database)

    def put_person(self, event_id: int, contact_id: int, presence: Presence) -> None:
        """Link a contact to an event, or change how they are linked."""
        EventContactTable.insert(
            event_id=event_id, contact_id=contact_id, presence=presence.value
        ).on_conflict(
            conflict_target=[EventContactTable.event_id, EventContactTable.contact_id],
            update={EventContactTable.presence: presence.value},
        ).execute(self._database)

    def take_person(self, event_id: int, contact_id: int) -> None:
        """Take a contact off an event."""
        EventContactTable.delete().where(
            EventContactTable.event_id == event_id, EventContactTable.contact_id == contact_id
        ).execute(self._database)

    def get(self, event_id: int) -> Event | None:
        """Return an event, or None."""
        query = EventTable.select().where(EventTable.id == event_id)
        row = query.dicts().first(self._database)
        if row is None:
            return None
        links = self._database.execute_sql(
            "SELECT contact_id, presence FROM event_contact WHERE event_id = ? ORDER BY id",
            (event_id,),
        ).fetchall()

        def who(wanted: Presence) -> tuple[int, ...]:
            return tuple(contact_id for contact_id, presence in links if presence == wanted)

        draft = EventDraft(
            name=row["name"],
            on=date.fromisoformat(row["happens_on"]),
            at=time.fromisoformat(row["happens_at"]) if row["happens_at"] else None,
            place=row["place"],
            host=row["host"],
            formality=Formality(row["formality"]),
            involvement=Involvement(row["involvement"]),
            goal=row["goal"],
            goal_new_people=row["goal_new_people"],
            note=row["note"],
            met=who(Presence.MET),
            seen=who(Presence.SEEN),
            expected=who(Presence.EXPECTED),
            fee=Decimal(row["fee"]) if row["fee"] else None,
            fee_currency=row["fee_currency"],
            hours=Decimal(row["hours"]) if row["hours"] else None,
        )
        return Event(event_id, row["uid"], draft, row["created_at"], row["changed_at"])

    def set_minutes(self, event_id: int, minutes: int) -> bool:
        """Store how long an event takes whose calendar file said so; False for any other."""
        changed = self._database.execute_sql(
            "UPDATE event SET minutes = ? WHERE id = ? AND minutes IS NOT NULL",
            (minutes, event_id),
        )
        return bool(changed.rowcount)

    def id_of(self, uid: str) -> int | None:
        """Return the row id of the event with a UUID, or None."""
        row = self._database.execute_sql("SELECT id FROM event WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def next_after(self, today: date) -> Event | None:
        """Return the next event from ``today`` on, or None."""
        row = self._database.execute_sql(
            "SELECT id FROM event WHERE happens_on >= ?"
            " ORDER BY happens_on, happens_at IS NULL, happens_at, id LIMIT 1",
            (today.isoformat(),),
        ).fetchone()
        return None if row is None else self.get(row[0])

    def just_been(self, today: date) -> list[tuple[int, str]]:
        """Return row id and name of events today and yesterday with nobody put down as there."""
        rows = self._database.execute_sql(
            "SELECT id, name FROM event WHERE happens_on BETWEEN ? AND ?"
            " AND NOT EXISTS (SELECT 1 FROM event_contact"
            "  WHERE event_id = event.id AND presence <> 'expected')"
            " ORDER BY happens_on DESC, happens_at, id",
            ((today - timedelta(days=1)).isoformat(), today.isoformat()),
        )
        return [(event_id, name) for event_id, name in rows]

    def _link(self, event_id: int, draft: EventDraft) -> None:
        linked: dict[int, Presence] = {}
        for presence, contact_ids in draft.people():
            for contact_id in contact_ids:
                linked.setdefault(contact_id, presence)
        insert_rows(
            self._database,
            "event_contact",
            ("event_id", "contact_id", "presence"),
            [(event_id, contact_id, presence.value) for contact_id, presence in linked.items()],
        )


def _columns(draft: EventDraft) -> dict[str, object]:
    return {
        "name": draft.name,
        "happens_on": draft.on.isoformat(),
        "happens_at": draft.at.isoformat("minutes") if draft.at else None,
        "place": draft.place,
        "host": draft.host,
        "formality": draft.formality.value,
        "involvement": draft.involvement.value,
        "goal": draft.goal,
        "goal_new_people": draft.goal_new_people,
        "note": draft.note,
        "fee": None if draft.fee is None else str(draft.fee),
        "fee_currency": draft.fee_currency,
        "hours": None if draft.hours is None else str(draft.hours),
        "search_words": searchable_or_none(
            "\n".join((draft.name, draft.place, draft.host, draft.goal, draft.note))
        ),
    }
