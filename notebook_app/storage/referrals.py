"""Reads favours that led to opportunities: who brought it, and who waits to hear how it went."""

from datetime import date
from typing import Any

from peewee import SqliteDatabase

from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OutcomeToTell
from notebook_app.storage.favours import TO_TELL, days_to_tell


class ReferralStore:
    """Reads; it writes nothing."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def of(self, opportunity_id: int) -> list[tuple[int, int]]:
        """Return row ids of the favours that led to an opportunity, and of who did them."""
        return [
            (favour_id, contact_id)
            for favour_id, contact_id in self._database.execute_sql(
                "SELECT id, contact_id FROM favour WHERE opportunity_id = ? ORDER BY id",
                (opportunity_id,),
            )
        ]

    def unlinked(self, referrer_id: int, client_id: int) -> int | None:
        """Return the latest favour of bringing a client that led to no opportunity yet."""
        row = self._database.execute_sql(
            "SELECT id FROM favour WHERE contact_id = ? AND about_contact_id = ?"
            " AND direction = 'received' AND kind <> 'help' AND opportunity_id IS NULL"
            " ORDER BY happened_on DESC, id DESC LIMIT 1",
            (referrer_id, client_id),
        ).fetchone()
        return None if row is None else int(row[0])

    def to_tell(self, today: date, most: int = -1) -> list[OutcomeToTell]:
        """Return who waits to hear how it went, what was decided last first."""
        rows = self._database.execute_sql(
            "SELECT favour.id, referrer.id, referrer.display_name, referrer.photo_id,"
            " opportunity.id, opportunity.title, client.id, client.display_name, state,"
            f" coalesce(closed_on, opened_on) {TO_TELL}"
            " ORDER BY coalesce(closed_on, opened_on) DESC, favour.id DESC LIMIT ?",
            (*days_to_tell(today), most),
        )
        return [_outcome(row) for row in rows]


def _outcome(row: tuple[Any, ...]) -> OutcomeToTell:
    return OutcomeToTell(
        favour_id=row[0],
        referrer_id=row[1],
        referrer=row[2],
        photo_id=row[3],
        opportunity_id=row[4],
        title=row[5],
        client_id=row[6],
        client=row[7],
        state=OpportunityState(row[8]),
        closed_on=date.fromisoformat(row[9]),
    )
