"""Stores opportunities and the people through whom they came."""

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
from notebook_app.storage.tables.happening_tables import IntroducerTable, OpportunityTable


class OpportunityStore:
    """Reads and writes opportunities. Writing belongs into a ``Notebook.change``."""

    def __init__(self, database: SqliteDatabase, clock: Clock) -> None:
        """Take the open notebook and the clock for time stamps."""
        self._database = database
        self._clock = clock

    def insert(self, draft: OpportunityDraft) -> int:
        """Store a new opportunity and return its row id."""
        stamp = self._clock.stamp()
        opened_on = draft.opened_on or self._clock.today()
        insert = OpportunityTable.insert(
            uid=new_uid(),
            contact_id=draft.contact_id,
            title=draft.title,
            value=None if draft.value is None else str(draft.value),
            currency=draft.currency,
            state=draft.state.value,
            source=draft.source.value if draft.source else None,
            conversation_id=draft.conversation_id,
            event_id=draft.event_id,
            opened_on=opened_on.isoformat(),
            expected_on=draft.expected_on.isoformat() if draft.expected_on else None,
            closed_on=draft.closed_on.isoformat() if draft.closed_on else None,
            lost_because=draft.lost_because,
            note=draft.note,
            created_at=stamp,
            changed_at=stamp,
            search_words=searchable_or_none(f"{draft.title}\n{draft.note}"),
        )
        opportunity_id = int(insert.execute(self._database))
        for position, contact_id in enumerate(dict.fromkeys(draft.via)):
            IntroducerTable.insert(
                opportunity_id=opportunity_id, contact_id=contact_id, position=position
            ).execute(self._database)
        return opportunity_id

    def get(self, opportunity_id: int) -> Opportunity | None:
        """Return an opportunity, or None."""
        query = OpportunityTable.select().where(OpportunityTable.id == opportunity_id)
        row = query.dicts().first(self._database)
        if row is None:
            return None
        via = self._database.execute_sql(
            "SELECT contact_id FROM introducer WHERE opportunity_id = ? ORDER BY position",
            (opportunity_id,),
        )
        draft = OpportunityDraft(
            contact_id=row["contact_id"],
            title=row["title"],
            value=Decimal(row["value"]) if row["value"] else None,
            currency=row["currency"],
            state=OpportunityState(row["state"]),
            source=Source(row["source"]) if row["source"] else None,
            via=tuple(contact_id for (contact_id,) in via),
            conversation_id=row["conversation_id"],
            event_id=row["event_id"],
            opened_on=date.fromisoformat(row["opened_on"]),
            expected_on=date.fromisoformat(row["expected_on"]) if row["expected_on"] else None,
            closed_on=date.fromisoformat(row["closed_on"]) if row["closed_on"] else None,
            lost_because=row["lost_because"],
            note=row["note"],
        )
        return Opportunity(opportunity_id, row["uid"], draft, row["created_at"], row["changed_at"])
