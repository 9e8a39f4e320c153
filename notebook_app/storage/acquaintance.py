"""Reads what happened with a contact, as far as it tells how well they know each other."""

from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.conversation import Initiator
from notebook_app.model.offering import Direction
from notebook_app.model.stage_suggestion import Acquaintance, Talk
from notebook_app.storage.losing_touch import RESTS

_MOST_TALKS: Final = 200
"""The latest are enough for every step, however long they have known each other."""


class AcquaintanceStore:
    """Reads one contact at a time, with a query for each kind of thing."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def resting_since(self, contact_id: int) -> date | None:
        """Return since when a contact rests; None if they don't, or spoke after that day."""
        row = self._database.execute_sql(
            "SELECT resting_since FROM contact LEFT JOIN last_touch ON contact_id = id"
            f" WHERE id = ? AND {RESTS}",
            (contact_id,),
        ).fetchone()
        return None if row is None else date.fromisoformat(row[0])

    def snoozed_until(self, contact_id: int, today: date) -> date | None:
        """Return the day before which a contact is not asked for, if it is to come."""
        row = self._database.execute_sql(
            "SELECT snoozed_until FROM contact WHERE id = ? AND snoozed_until > ?",
            (contact_id, today.isoformat()),
        ).fetchone()
        return None if row is None else date.fromisoformat(row[0])

    def seen(self, contact_id: int) -> Acquaintance:
        """Return the latest conversations, what is remembered, and the favours of a contact."""
        talks = self._database.execute_sql(
            "SELECT link.happened_on, coalesce(nullif(setting, ''), channel), initiated_by"
            " FROM conversation_contact AS link JOIN conversation"
            " ON conversation.id = link.conversation_id WHERE link.contact_id = ?"
            " ORDER BY link.happened_on DESC LIMIT ?",
            (contact_id, _MOST_TALKS),
        )
        facts = self._database.execute_sql(
            "SELECT text, noted_on FROM remembered WHERE contact_id = ? ORDER BY position, id",
            (contact_id,),
        )
        favours = self._database.execute_sql(
            "SELECT direction, happened_on FROM favour WHERE contact_id = ?", (contact_id,)
        )
        return Acquaintance(
            tuple(
                Talk(date.fromisoformat(on), way, Initiator(by) if by else None)
                for on, way, by in talks
            ),
            tuple((text, date.fromisoformat(on)) for text, on in facts),
            tuple((Direction(direction), date.fromisoformat(on)) for direction, on in favours),
        )
