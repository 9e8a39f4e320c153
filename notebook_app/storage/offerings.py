"""Stores the user's services, what contacts know of them, and favours given and received."""

from datetime import date

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.model.name_form import folded
from notebook_app.model.offering import FavourDraft, ServiceKnowledge
from notebook_app.storage.tables.happening_tables import (
    ContactServiceTable,
    FavourTable,
    ServiceTable,
)


class OfferingStore:
    """Writes services and favours. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def insert_service(self, name: str, description: str, position: int) -> int:
        """Store a service that the user offers and return its row id."""
        insert = ServiceTable.insert(
            uid=new_uid(),
            name=name,
            folded_name=folded(name),
            description=description,
            position=position,
        )
        return int(insert.execute(self._database))

    def insert_knowledge(
        self,
        contact_id: int,
        service_id: int,
        knowledge: ServiceKnowledge,
        since: date,
        conversation_id: int | None = None,
    ) -> None:
        """Store what a contact knows of a service, and the conversation it was told in."""
        ContactServiceTable.insert(
            contact_id=contact_id,
            service_id=service_id,
            knowledge=knowledge.value,
            since=since.isoformat(),
            conversation_id=conversation_id,
        ).execute(self._database)

    def insert_favour(self, draft: FavourDraft, thanked_on: date | None = None) -> int:
        """Store a favour and return its row id."""
        stamp = self._clock.stamp()
        insert = FavourTable.insert(
            uid=new_uid(),
            contact_id=draft.contact_id,
            kind=draft.kind.value,
            direction=draft.direction.value,
            happened_on=draft.on.isoformat(),
            about_contact_id=draft.about_contact_id,
            text=draft.text,
            thanked_on=thanked_on.isoformat() if thanked_on else None,
            created_at=stamp,
            changed_at=stamp,
        )
        return int(insert.execute(self._database))
