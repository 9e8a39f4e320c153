"""Stores events and whom one met or saw there."""

from datetime import date, time

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.conversation import Formality
from notebook_app.model.event import Event, EventDraft, Involvement, Presence
from notebook_app.model.identifiers import new_uid
from notebook_app.model.search_text import searchable_or_none
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
            uid=new_uid(),
            name=draft.name,
            happens_on=draft.on.isoformat(),
            happens_at=draft.at.isoformat("minutes") if draft.at else None,
            place=draft.place,
            host=draft.host,
            formality=draft.formality.value,
            involvement=draft.involvement.value,
            goal=draft.goal,
            goal_new_people=draft.goal_new_people,
            note=draft.note,
            created_at=stamp,
            changed_at=stamp,
            search_words=searchable_or_none(
                "\n".join((draft.name, draft.place, draft.host, draft.goal, draft.note))
            ),
        )
        event_id = int(insert.execute(self._database))
        for presence, contact_ids in ((Presence.MET, draft.met), (Presence.SEEN, draft.seen)):
            for contact_id in contact_ids:
                EventContactTable.insert(
                    event_id=event_id, contact_id=contact_id, presence=presence.value
                ).execute(self._database)
        return event_id

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
            met=tuple(contact_id for contact_id, presence in links if presence == Presence.MET),
            seen=tuple(contact_id for contact_id, presence in links if presence == Presence.SEEN),
        )
        return Event(event_id, row["uid"], draft, row["created_at"], row["changed_at"])

    def next_after(self, today: date) -> Event | None:
        """Return the next event from ``today`` on, or None."""
        row = self._database.execute_sql(
            "SELECT id FROM event WHERE happens_on >= ?"
            " ORDER BY happens_on, happens_at IS NULL, happens_at, id LIMIT 1",
            (today.isoformat(),),
        ).fetchone()
        return None if row is None else self.get(row[0])
