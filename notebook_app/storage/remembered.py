"""Stores things to remember of people, each contact's in the order the user gave them."""

import json
from collections.abc import Iterable
from datetime import date

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.model.remembered import RememberedRow
from notebook_app.storage.attached_names import refresh_words
from notebook_app.storage.tables.knowing_tables import RememberedTable


class RememberedStore:
    """Reads and writes facts. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def of(self, contact_id: int) -> list[RememberedRow]:
        """Return what to remember of a contact, in its order."""
        return self.of_many([contact_id]).get(contact_id, [])

    def of_many(self, contact_ids: Iterable[int]) -> dict[int, list[RememberedRow]]:
        """Return what to remember of those contacts of whom there is anything."""
        found: dict[int, list[RememberedRow]] = {}
        for fact_id, contact_id, text, noted_on, conversation_id in self._database.execute_sql(
            "SELECT id, contact_id, text, noted_on, conversation_id FROM remembered"
            " WHERE contact_id IN (SELECT value FROM json_each(?))"
            " ORDER BY contact_id, position, id",
            (json.dumps(list(contact_ids)),),
        ):
            row = RememberedRow(
                fact_id, contact_id, text, date.fromisoformat(noted_on), conversation_id
            )
            found.setdefault(contact_id, []).append(row)
        return found

    def get(self, fact_id: int) -> RememberedRow | None:
        """Return one fact, or None."""
        row = self._database.execute_sql(
            "SELECT contact_id FROM remembered WHERE id = ?", (fact_id,)
        ).fetchone()
        facts = self.of(row[0]) if row else []
        return next((fact for fact in facts if fact.id == fact_id), None)

    def add(self, contact_id: int, text: str, on: date, conversation_id: int | None = None) -> int:
        """Add a fact after the others of its contact; return its id, or that of the same one."""
        words = " ".join(text.split())
        same = self._database.execute_sql(
            "SELECT id FROM remembered WHERE contact_id = ? AND text = ?", (contact_id, words)
        ).fetchone()
        if same is not None:
            return int(same[0])
        (position,) = self._database.execute_sql(
            "SELECT coalesce(max(position) + 1, 0) FROM remembered WHERE contact_id = ?",
            (contact_id,),
        ).fetchone()
        insert = RememberedTable.insert(
            uid=new_uid(),
            contact_id=contact_id,
            position=position,
            text=words,
            noted_on=on.isoformat(),
            conversation_id=conversation_id,
        )
        fact_id = int(insert.execute(self._database))
        refresh_words(self._database, [contact_id], self._clock.stamp())
        return fact_id

    def change(self, fact_id: int, text: str) -> None:
        """Say a fact in other words."""
        fact = self.get(fact_id)
        if fact is None:
            return
        RememberedTable.update(text=" ".join(text.split())).where(
            RememberedTable.id == fact_id
        ).execute(self._database)
        refresh_words(self._database, [fact.contact_id], self._clock.stamp())

    def move(self, fact_id: int, position: int) -> None:
        """Put a fact where it is the ``position``-th of its contact, from 0 on."""
        fact = self.get(fact_id)
        if fact is None:
            return
        order = [other.id for other in self.of(fact.contact_id) if other.id != fact_id]
        order.insert(max(0, position), fact_id)
        self._database.execute_sql(
            "UPDATE remembered SET position = them.key FROM json_each(?) AS them"
            " WHERE remembered.id = them.value AND position <> them.key",
            (json.dumps(order),),
        )

    def remove(self, fact_id: int) -> None:
        """Take a fact out of the notebook."""
        fact = self.get(fact_id)
        RememberedTable.delete().where(RememberedTable.id == fact_id).execute(self._database)
        if fact is not None:
            refresh_words(self._database, [fact.contact_id], self._clock.stamp())
