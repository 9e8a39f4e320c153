"""Stores opportunities, the people through whom they came, and the services they are about."""

from datetime import date
from decimal import Decimal

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.model.identifiers import new_uid
from notebook_app.model.opportunity import (
    Opportunity,
    OpportunityDraft,
    OpportunityState,
    Source,
)
from notebook_app.model.search_text import searchable_or_none
from notebook_app.storage.many_rows import insert_rows
from notebook_app.storage.tables.happening_tables import (
    IntroducerTable,
    OpportunityServiceTable,
    OpportunityTable,
)


class OpportunityStore:
    """Reads and writes opportunities. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def insert(self, draft: OpportunityDraft) -> int:
        """Store a new opportunity and return its row id."""
        stamp = self._clock.stamp()
        insert = OpportunityTable.insert(
            uid=new_uid(), created_at=stamp, changed_at=stamp, **self._columns(draft)
        )
        opportunity_id = int(insert.execute(self._database))
        self._put_chain(opportunity_id, draft)
        self._put_services(opportunity_id, draft)
        return opportunity_id

    def update(self, opportunity_id: int, draft: OpportunityDraft) -> None:
        """Store an opportunity anew, with the chain and the services that the draft names."""
        stored = self.get(opportunity_id)
        OpportunityTable.update(changed_at=self._clock.stamp(), **self._columns(draft)).where(
            OpportunityTable.id == opportunity_id
        ).execute(self._database)
        if stored is None:
            return
        if stored.draft.via != tuple(dict.fromkeys(draft.via)):
            IntroducerTable.delete().where(
                IntroducerTable.opportunity_id == opportunity_id
            ).execute(self._database)
            self._put_chain(opportunity_id, draft)
        if set(stored.draft.service_ids) != set(draft.service_ids):
            OpportunityServiceTable.delete().where(
                OpportunityServiceTable.opportunity_id == opportunity_id
            ).execute(self._database)
            self._put_services(opportunity_id, draft)

    def delete(self, opportunity_id: int) -> None:
        """Take an opportunity out of the notebook."""
        OpportunityTable.delete().where(OpportunityTable.id == opportunity_id).execute(
            self._database
        )

    def get(self, opportunity_id: int) -> Opportunity | None:
        """Return an opportunity, or None."""
        query = OpportunityTable.select().where(OpportunityTable.id == opportunity_id)
        row = query.dicts().first(self._database)
        if row is None:
            return None
        draft = OpportunityDraft(
            contact_id=row["contact_id"],
            title=row["title"],
            value=Decimal(row["value"]) if row["value"] else None,
            currency=row["currency"],
            state=OpportunityState(row["state"]),
            source=Source(row["source"]) if row["source"] else None,
            via=self._linked(
                "SELECT contact_id FROM introducer WHERE opportunity_id = ? ORDER BY position, id",
                opportunity_id,
            ),
            conversation_id=row["conversation_id"],
            event_id=row["event_id"],
            opened_on=date.fromisoformat(row["opened_on"]),
            expected_on=date.fromisoformat(row["expected_on"]) if row["expected_on"] else None,
            closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
            lost_because=row["lost_because"],
            note=row["note"],
            came_by=row["came_by"],
            service_ids=self._linked(
                "SELECT service_id FROM opportunity_service JOIN service ON service.id = service_id"
                " WHERE opportunity_id = ? ORDER BY service.position, service.id",
                opportunity_id,
            ),
        )
        return Opportunity(opportunity_id, row["uid"], draft, row["created_at"], row["changed_at"])

    def id_of(self, uid: str) -> int | None:
        """Return the row id of the opportunity with a UUID, or None."""
        row = self._database.execute_sql(
            "SELECT id FROM opportunity WHERE uid = ?", (uid,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _linked(self, sql: str, opportunity_id: int) -> tuple[int, ...]:
        return tuple(row_id for (row_id,) in self._database.execute_sql(sql, (opportunity_id,)))

    def _put_chain(self, opportunity_id: int, draft: OpportunityDraft) -> None:
        insert_rows(
            self._database,
            "introducer",
            ("opportunity_id", "contact_id", "position"),
            [
                (opportunity_id, contact_id, position)
                for position, contact_id in enumerate(dict.fromkeys(draft.via))
            ],
        )

    def _put_services(self, opportunity_id: int, draft: OpportunityDraft) -> None:
        insert_rows(
            self._database,
            "opportunity_service",
            ("opportunity_id", "service_id"),
            [(opportunity_id, service_id) for service_id in dict.fromkeys(draft.service_ids)],
        )

    def _columns(self, draft: OpportunityDraft) -> dict[str, object]:
        opened_on = draft.opened_on or self._clock.today()
        return {
            "contact_id": draft.contact_id,
            "title": draft.title,
            "value": None if draft.value is None else str(draft.value),
            "currency": draft.currency,
            "state": draft.state.value,
            "source": draft.source.value if draft.source else None,
            "conversation_id": draft.conversation_id,
            "event_id": draft.event_id,
            "opened_on": opened_on.isoformat(),
            "expected_on": draft.expected_on.isoformat() if draft.expected_on else None,
            "closed_on": draft.closed_on.isoformat() if draft.closed_on else None,
            "lost_because": draft.lost_because,
            "came_by": draft.came_by,
            "note": draft.note,
            "search_words": searchable_or_none(f"{draft.title}\n{draft.note}"),
        }
