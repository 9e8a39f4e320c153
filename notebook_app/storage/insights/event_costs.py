"""Reads what events cost and what came of them; see model/insights/event_costs.py for the rule."""

from datetime import date
from decimal import Decimal
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.event_costs import EventCost, EventCosts
from notebook_app.model.insights.figures import figures_of
from notebook_app.model.insights.money import amount_from, money_of
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.spans import TRASHED, span_of
from notebook_app.storage.insights.work_reader import WorkReader

_EVENTS: Final = (
    "SELECT id, name, happens_on, fee, fee_currency, hours FROM event"
    " WHERE happens_on BETWEEN :first AND min(:last, :today)"
    " ORDER BY happens_on DESC, happens_at DESC, id DESC"
)
_MET: Final = (
    "SELECT event_id, count(*) FROM event_contact"
    f" WHERE presence = 'met' AND contact_id NOT IN {TRASHED} GROUP BY event_id"
)
_SAID_THERE: Final = (
    "SELECT conversation.event_id, opportunity.id FROM opportunity"
    " JOIN conversation ON conversation.id = conversation_id"
    " WHERE opportunity.event_id IS NOT NULL AND conversation.event_id <> opportunity.event_id"
)
_WITH_THOSE_MET: Final = (
    "SELECT there.event_id, opportunity.id FROM event_contact AS there"
    " JOIN event ON event.id = there.event_id"
    " JOIN opportunity ON opportunity.contact_id = there.contact_id AND opened_on >= happens_on"
    " WHERE presence = 'met' UNION ALL"
    " SELECT there.event_id, opportunity.id FROM event_contact AS there"
    " JOIN event ON event.id = there.event_id"
    " JOIN introducer ON introducer.contact_id = there.contact_id"
    " JOIN opportunity ON opportunity.id = opportunity_id AND opened_on >= happens_on"
    " WHERE presence = 'met'"
)


def event_costs(
    database: SqliteDatabase, work: WorkReader, period: Period, today: date
) -> EventCosts:
    """Return the events of a period until today, what they cost, and what came of each since."""
    values = {**span_of(period), "today": today.isoformat()}
    events = database.execute_sql(_EVENTS, values).fetchall()
    met = dict(database.execute_sql(_MET).fetchall())
    wanted = {row[0] for row in events}
    grew: dict[int, set[int]] = {event_id: set() for event_id in wanted}
    led_to: dict[int, set[int]] = {event_id: set() for event_id in wanted}
    for event_id, opportunity_id in work.grown():
        if event_id in wanted:
            grew[event_id].add(opportunity_id)
            led_to[event_id].add(opportunity_id)
    for sql in (_SAID_THERE, _WITH_THOSE_MET):
        for event_id, opportunity_id in database.execute_sql(sql):
            if event_id in wanted:
                led_to[event_id].add(opportunity_id)
    # Those of people in the trash are not among the cases.
    cases = {case.id: case for case in work.cases_of(set().union(*led_to.values()))}
    rows = []
    for event_id, name, on, fee, currency, hours in events:
        some = [
            [cases[each] for each in sorted(ids[event_id] & cases.keys())] for ids in (grew, led_to)
        ]
        rows.append(
            EventCost(
                event_id,
                name,
                date.fromisoformat(on),
                amount_from(fee),
                currency.strip().upper(),
                amount_from(hours),
                met.get(event_id, 0),
                figures_of(some[0]),
                figures_of(some[1]),
            )
        )
    from_any = sorted(set().union(*grew.values()) & cases.keys())
    return EventCosts(
        period,
        tuple(rows),
        money_of((row.fee, row.currency) for row in rows),
        sum((row.hours for row in rows if row.hours is not None), Decimal(0)),
        sum(row.hours is None for row in rows),
        figures_of([cases[each] for each in from_any]),
    )
