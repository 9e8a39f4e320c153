"""Stores favours: help, introductions and referrals, given and received."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.model.offering import Direction, FavourDraft, FavourKind, FavourRow
from notebook_app.storage.tables.happening_tables import FavourTable

_ROWS = (
    "SELECT favour.id, favour.uid, contact_id, favour.kind, direction, happened_on,"
    " about_contact_id, text, conversation_id, thanked_on, contact.display_name,"
    " coalesce(about.display_name, ''), contact.photo_id, opportunity_id, told_on FROM favour"
    " JOIN contact ON contact.id = contact_id AND contact.deleted_at IS NULL"
    " LEFT JOIN contact AS about ON about.id = about_contact_id AND about.deleted_at IS NULL"
)
_WAITING = "direction = 'received' AND thanked_on IS NULL AND happened_on <= ?"
TELL_WITHIN_DAYS: Final = 182
"""How long after the end one is reminded to tell; work that is written down years later is old
news to whoever brought it."""

TO_TELL: Final = """
FROM favour JOIN opportunity ON opportunity.id = favour.opportunity_id AND state <> 'open'
JOIN contact AS referrer ON referrer.id = favour.contact_id AND referrer.deleted_at IS NULL
JOIN contact AS client ON client.id = opportunity.contact_id AND client.deleted_at IS NULL
WHERE favour.opportunity_id IS NOT NULL AND direction = 'received' AND told_on IS NULL
  AND coalesce(closed_on, opened_on) BETWEEN ? AND ?
"""
"""Who waits to hear how it went, between two days; ``days_to_tell`` returns them."""

_NEWEST_FIRST = " ORDER BY happened_on DESC, favour.id DESC"


class FavourStore:
    """Reads and writes favours. Writing belongs into a ``Notebook.change``.

    Lists leave out favours of contacts that are in the trash.
    """

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def get(self, favour_id: int) -> FavourRow | None:
        """Return a favour, or None."""
        rows = self._rows("WHERE favour.id = ?", (favour_id,))
        return rows[0] if rows else None

    def of(self, contact_id: int) -> list[FavourRow]:
        """Return what a contact did for the user and the user for them, newest first."""
        return self._rows("WHERE contact_id = ?", (contact_id,))

    def about(self, contact_id: int) -> list[FavourRow]:
        """Return the introductions and referrals of a contact by or to others, newest first."""
        return self._rows("WHERE about_contact_id = ?", (contact_id,))

    def between(self, first: date | None, last: date | None) -> list[FavourRow]:
        """Return the favours from ``first`` to ``last``, None being without end."""
        return self._rows(
            "WHERE happened_on BETWEEN ? AND ?",
            (first.isoformat() if first else "", last.isoformat() if last else "9999-12-31"),
        )

    def to_thank(self, today: date, most: int = -1) -> list[FavourRow]:
        """Return what was received until ``today`` and not thanked for yet, newest first."""
        return self._rows(f"WHERE {_WAITING}", (today.isoformat(),), most)

    def count_to_thank(self, today: date) -> int:
        """Return how many of these there are."""
        row = self._database.execute_sql(
            "SELECT count(*) FROM favour JOIN contact ON contact.id = contact_id"
            f" AND deleted_at IS NULL WHERE {_WAITING}",
            (today.isoformat(),),
        ).fetchone()
        return int(row[0])

    def count_to_tell(self, today: date) -> int:
        """Return how many referrers wait to hear how it went; see ``referrals.to_tell``."""
        row = self._database.execute_sql(
            f"SELECT count(*) {TO_TELL}", days_to_tell(today)
        ).fetchone()
        return int(row[0])

    def insert(self, draft: FavourDraft) -> int:
        """Store a favour and return its row id."""
        stamp = self._clock.stamp()
        insert = FavourTable.insert(
            uid=new_uid(), created_at=stamp, changed_at=stamp, **_columns(draft)
        )
        return int(insert.execute(self._database))

    def update(self, favour_id: int, draft: FavourDraft) -> None:
        """Store a favour anew."""
        FavourTable.update(changed_at=self._clock.stamp(), **_columns(draft)).where(
            FavourTable.id == favour_id
        ).execute(self._database)

    def delete(self, favour_id: int) -> None:
        """Take a favour out of the notebook."""
        FavourTable.delete().where(FavourTable.id == favour_id).execute(self._database)

    def _rows(self, condition: str, values: Sequence[object], most: int = -1) -> list[FavourRow]:
        cursor = self._database.execute_sql(
            f"{_ROWS} {condition}{_NEWEST_FIRST} LIMIT ?", (*values, most)
        )
        return [_row(row) for row in cursor.fetchall()]


def days_to_tell(today: date) -> tuple[str, str]:
    """Return the first and the last day on which work was decided that is to be told of."""
    return (today - timedelta(days=TELL_WITHIN_DAYS)).isoformat(), today.isoformat()


def _columns(draft: FavourDraft) -> dict[str, object]:
    return {
        "contact_id": draft.contact_id,
        "kind": draft.kind.value,
        "direction": draft.direction.value,
        "happened_on": draft.on.isoformat(),
        "about_contact_id": draft.about_contact_id,
        "conversation_id": draft.conversation_id,
        "text": draft.text,
        "thanked_on": draft.thanked_on.isoformat() if draft.thanked_on else None,
        "opportunity_id": draft.opportunity_id,
        "told_on": draft.told_on.isoformat() if draft.told_on else None,
    }


def _row(row: Sequence[Any]) -> FavourRow:
    draft = FavourDraft(
        contact_id=row[2],
        kind=FavourKind(row[3]),
        direction=Direction(row[4]),
        on=date.fromisoformat(row[5]),
        about_contact_id=row[6],
        text=row[7],
        conversation_id=row[8],
        thanked_on=date.fromisoformat(row[9]) if row[9] else None,
        opportunity_id=row[13],
        told_on=date.fromisoformat(row[14]) if row[14] else None,
    )
    return FavourRow(row[0], row[1], draft, row[10], row[11], row[12])
