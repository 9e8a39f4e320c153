"""Stores the user's services and what contacts know of them."""

import json
from collections.abc import Sequence
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.identifiers import new_uid
from notebook_app.model.name_form import folded
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.storage.tables.happening_tables import ContactServiceTable, ServiceTable


class OfferingStore:
    """Writes services. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

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

    def tell(
        self, contact_ids: Sequence[int], service_id: int, since: date, conversation_id: int
    ) -> None:
        """Note that contacts were told of a service; who knew it already, knew it before."""
        self._database.execute_sql(
            "INSERT OR IGNORE INTO contact_service(contact_id, service_id, knowledge, since,"
            " conversation_id) SELECT value, ?, ?, ?, ? FROM json_each(?)",
            (
                service_id,
                ServiceKnowledge.TOLD.value,
                since.isoformat(),
                conversation_id,
                json.dumps(list(contact_ids)),
            ),
        )
