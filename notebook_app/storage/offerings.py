"""Stores the user's services and what contacts know of them."""

import json
from collections.abc import Sequence
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.identifiers import new_uid
from notebook_app.model.name_form import folded
from notebook_app.model.offering import Service, ServiceKnowledge
from notebook_app.storage.tables.happening_tables import ContactServiceTable, ServiceTable

_COUNT = (
    "(SELECT count(*) FROM contact_service JOIN contact ON contact.id = contact_id"
    " AND deleted_at IS NULL WHERE service_id = service.id AND knowledge = '{}')"
)
_SERVICES = (
    "SELECT id, uid, name, description, retired, "
    + ", ".join(_COUNT.format(each.value) for each in ServiceKnowledge)
    + " FROM service WHERE {which} ORDER BY position, folded_name"
)


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
        self,
        contact_ids: Sequence[int],
        service_id: int,
        since: date,
        conversation_id: int | None,
    ) -> int:
        """Note that contacts were told of a service; who knew it already, knew it before.

        Returns how many of them had not heard of it.
        """
        cursor = self._database.execute_sql(
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
        return int(cursor.rowcount)

    def services(self, *, retired: bool = False) -> list[Service]:
        """Return what the user offers, in their order; with ``retired`` what is no longer too."""
        rows = self._database.execute_sql(_SERVICES.format(which="1" if retired else "retired = 0"))
        return [
            Service(
                id=row[0],
                uid=row[1],
                name=row[2],
                description=row[3],
                retired=bool(row[4]),
                told=row[5],
                uses=row[6],
                declined=row[7],
            )
            for row in rows
        ]

    def find(self, words: str) -> int | None:
        """Return the service with this id, UUID or name, or None."""
        row = self._database.execute_sql(
            "SELECT id FROM service WHERE folded_name = :name OR uid = :text"
            " OR CAST(id AS TEXT) = :text ORDER BY folded_name <> :name LIMIT 1",
            {"name": folded(words), "text": words.strip().lower()},
        ).fetchone()
        return None if row is None else int(row[0])

    def know(
        self,
        contact_ids: Sequence[int],
        service_id: int,
        knowledge: ServiceKnowledge | None,
        since: date,
    ) -> int:
        """Note how it stands between contacts and a service; None is "not told".

        Whoever stood so already keeps their day. Returns of how many it changed.
        """
        ids = json.dumps(list(contact_ids))
        if knowledge is None:
            cursor = self._database.execute_sql(
                "DELETE FROM contact_service WHERE service_id = ?"
                " AND contact_id IN (SELECT value FROM json_each(?))",
                (service_id, ids),
            )
            return int(cursor.rowcount)
        cursor = self._database.execute_sql(
            "INSERT INTO contact_service(contact_id, service_id, knowledge, since)"
            " SELECT value, ?, ?, ? FROM json_each(?) WHERE 1"
            " ON CONFLICT (contact_id, service_id) DO UPDATE"
            " SET knowledge = excluded.knowledge, since = excluded.since, conversation_id = NULL"
            " WHERE knowledge <> excluded.knowledge",
            (service_id, knowledge.value, since.isoformat(), ids),
        )
        return int(cursor.rowcount)

    def update_service(
        self, service_id: int, name: str, description: str, position: int, *, retired: bool
    ) -> None:
        """Store a service anew."""
        ServiceTable.update(
            name=name,
            folded_name=folded(name),
            description=description,
            position=position,
            retired=int(retired),
        ).where(ServiceTable.id == service_id).execute(self._database)
