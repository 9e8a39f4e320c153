"""Reads who was at an event, and what came of it later.

What follows with somebody who was met there counts as having come of it: without the event one
would not know them. With those who were known before, only what grew from what was said there.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model import entry_words
from notebook_app.model.contact import Stage
from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.event import Presence
from notebook_app.model.event_rows import (
    EventOutcome,
    EventPerson,
    LaterAct,
    LaterTalk,
    LaterWork,
)
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.opportunity import OpportunityState

_SHOWN: Final = 12
_BEGINNING: Final = 200

_PEOPLE = """
SELECT contact.id, display_name, organization, photo_id, stage, presence
FROM event_contact JOIN contact ON contact.id = contact_id AND deleted_at IS NULL
WHERE event_id = ?
ORDER BY CASE presence WHEN 'met' THEN 0 WHEN 'seen' THEN 1 ELSE 2 END, event_contact.id
"""
_WITH = """
WITH there(id) AS (
    SELECT contact_id FROM event_contact WHERE event_id = :event AND presence = 'met'),
said(id) AS (SELECT id FROM conversation WHERE event_id = :event),
"""
_TALKS = f"""{_WITH}
talks(id, contact_id) AS (
    SELECT conversation_id, min(contact_id) FROM conversation_contact
    WHERE contact_id IN (SELECT id FROM there) AND happened_on > :day
      AND conversation_id NOT IN (SELECT id FROM said) GROUP BY conversation_id)
"""
_NEWEST_TALKS = f"""{_TALKS}
SELECT conversation.id, contact.id, display_name, happened_on, channel, setting,
  conversation.place, coalesce(event.name, ''), coalesce(initiated_by, ''),
  substr(text, 1, {_BEGINNING})
FROM talks JOIN conversation ON conversation.id = talks.id
JOIN contact ON contact.id = talks.contact_id AND deleted_at IS NULL
LEFT JOIN event ON event.id = conversation.event_id
ORDER BY happened_on DESC, happened_at DESC, conversation.id DESC LIMIT {_SHOWN}
"""
_ACTS = f"""{_WITH}
acts(id) AS (
    SELECT id FROM follow_up WHERE from_conversation_id IN (SELECT id FROM said)
    UNION SELECT id FROM follow_up
    WHERE contact_id IN (SELECT id FROM there) AND due_on >= :day)
"""
_ACT_ROWS = f"""{_ACTS}
SELECT follow_up.id, contact.id, display_name, follow_up.kind, state, coalesce(closed_on, due_on),
  substr(follow_up.note, 1, {_BEGINNING})
FROM acts JOIN follow_up ON follow_up.id = acts.id AND state <> 'skipped'
JOIN contact ON contact.id = contact_id AND deleted_at IS NULL
ORDER BY state <> 'open', CASE state WHEN 'open' THEN due_on END,
  closed_on DESC, follow_up.id LIMIT {_SHOWN}
"""
_WORK_ROWS = f"""{_WITH}
work(id) AS (
    SELECT id FROM opportunity WHERE event_id = :event
    UNION SELECT id FROM opportunity WHERE conversation_id IN (SELECT id FROM said)
    UNION SELECT id FROM opportunity
    WHERE contact_id IN (SELECT id FROM there) AND opened_on >= :day
    UNION SELECT opportunity.id FROM introducer
    JOIN opportunity ON opportunity.id = opportunity_id
    WHERE introducer.contact_id IN (SELECT id FROM there) AND opened_on >= :day)
SELECT opportunity.id, contact.id, display_name, opportunity.title, state, value, currency,
  coalesce(closed_on, opened_on)
FROM work JOIN opportunity ON opportunity.id = work.id
JOIN contact ON contact.id = contact_id AND deleted_at IS NULL
ORDER BY state <> 'open', coalesce(closed_on, opened_on) DESC, opportunity.id
"""


class EventOutcomes:
    """Reads; it writes nothing."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def people(self, event_id: int) -> list[EventPerson]:
        """Return who was met, seen or is expected, in this order; nobody from the trash."""
        rows = self._database.execute_sql(_PEOPLE, (event_id,))
        return [
            EventPerson(
                contact_id=row[0],
                name=row[1],
                organization=row[2],
                photo_id=row[3],
                stage=Stage(row[4]) if row[4] else None,
                presence=Presence(row[5]),
            )
            for row in rows
        ]

    def known_before(self, contact_ids: Sequence[int], day: date) -> set[int]:
        """Return those of the contacts with whom there was talk or an event before ``day``."""
        known: set[int] = set()
        for contact_id in contact_ids:
            row = self._database.execute_sql(
                "SELECT EXISTS (SELECT 1 FROM conversation_contact"
                " WHERE contact_id = :contact AND happened_on < :day)"
                " OR EXISTS (SELECT 1 FROM event_contact JOIN event ON event.id = event_id"
                " WHERE contact_id = :contact AND happens_on < :day AND presence <> 'expected')",
                {"contact": contact_id, "day": day.isoformat()},
            ).fetchone()
            if row[0]:
                known.add(contact_id)
        return known

    def outcome(self, event_id: int, on: date) -> EventOutcome:
        """Return what came of the event that was on a day."""
        values = {"event": event_id, "day": on.isoformat()}
        work = [_work(row) for row in self._rows(_WORK_ROWS, values)]
        sums: dict[tuple[OpportunityState, str], Decimal] = {}
        for each in work:
            if each.value is not None:
                key = (each.state, each.currency)
                sums[key] = sums.get(key, Decimal(0)) + each.value
        (talks,) = self._rows(f"{_TALKS} SELECT count(*) FROM talks", values)[0]
        counts = self._rows(
            f"{_ACTS} SELECT state, count(*) FROM acts JOIN follow_up ON follow_up.id = acts.id"
            " GROUP BY state",
            values,
        )
        states = {FollowUpState(state): count for state, count in counts}
        return EventOutcome(
            talks=talks,
            done=states.get(FollowUpState.DONE, 0),
            open=states.get(FollowUpState.OPEN, 0),
            newest_talks=tuple(_talk(row) for row in self._rows(_NEWEST_TALKS, values)),
            acts=tuple(_act(row) for row in self._rows(_ACT_ROWS, values)),
            work=tuple(work),
            values=sums,
        )

    def _rows(self, sql: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.execute_sql(sql, values).fetchall()
        return rows


def _talk(row: tuple[Any, ...]) -> LaterTalk:
    initiated_by = Initiator(row[8]) if row[8] else None
    title = entry_words.conversation_title(Channel(row[4]), row[5], row[6], row[7], initiated_by)
    return LaterTalk(row[0], row[1], row[2], date.fromisoformat(row[3]), title, row[9])


def _act(row: tuple[Any, ...]) -> LaterAct:
    kind, state = FollowUpKind(row[3]), FollowUpState(row[4])
    return LaterAct(row[0], row[1], row[2], kind, state, date.fromisoformat(row[5]), row[6])


def _work(row: tuple[Any, ...]) -> LaterWork:
    return LaterWork(
        id=row[0],
        contact_id=row[1],
        name=row[2],
        title=row[3],
        state=OpportunityState(row[4]),
        value=_amount(row[5]),
        currency=row[6],
        on=date.fromisoformat(row[7]),
    )


def _amount(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
