"""What the command line answers about events: the JSON of one, and its outcome in a line.

The shapes are a contract with scripts: missing values are null, dates are ISO, lists are arrays,
amounts are decimal strings.
"""

from collections.abc import Sequence

from notebook_app.cli.json_document import Json
from notebook_app.model.event import Event, Presence
from notebook_app.model.event_rows import EventOutcome, EventPerson, EventRow
from notebook_app.model.opportunity import OpportunityState


def event_json(event: Event, people: Sequence[EventPerson]) -> Json:
    """Return an event with whom was met, seen or is expected."""
    draft = event.draft
    return {
        "id": event.id,
        "uid": event.uid,
        "name": draft.name,
        "date": draft.on.isoformat(),
        "time": draft.at.isoformat("minutes") if draft.at else None,
        "place": draft.place or None,
        "host": draft.host or None,
        "formality": draft.formality.value,
        "involvement": draft.involvement.value,
        "goal": draft.goal or None,
        "goal_people": draft.goal_new_people,
        "fee": None if draft.fee is None else str(draft.fee),
        "currency": draft.fee_currency or None,
        "hours": None if draft.hours is None else str(draft.hours),
        "note": draft.note or None,
        **{presence.value: _named(people, presence) for presence in Presence},
    }


def row_json(row: EventRow) -> Json:
    """Return an event as it is listed; people are counted."""
    return {
        "id": row.id,
        "uid": row.uid,
        "name": row.name,
        "date": row.on.isoformat(),
        "time": row.at.isoformat("minutes") if row.at else None,
        "place": row.place or None,
        "host": row.host or None,
        "formality": row.formality.value,
        "involvement": row.involvement.value,
        "goal_people": row.goal_new_people,
        "met": row.met,
        "seen": row.seen,
        "expected": row.expected,
    }


def outcome_json(outcome: EventOutcome) -> Json:
    """Return what came of an event later."""
    return {
        "conversations": outcome.talks,
        "follow_ups_done": outcome.done,
        "follow_ups_open": outcome.open,
        "opportunities": [
            {
                "id": work.id,
                "contact": {"id": work.contact_id, "name": work.name},
                "title": work.title,
                "state": work.state.value,
                "value": None if work.value is None else str(work.value),
                "currency": work.currency or None,
            }
            for work in outcome.work
        ],
        "value": {
            state.value: {
                currency: str(value)
                for (of_state, currency), value in outcome.values.items()
                if of_state is state
            }
            for state in OpportunityState
        },
    }


def outcome_line(outcome: EventOutcome) -> str:
    """Return what came of an event in a few words."""
    parts = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (outcome.talks, "conversation", "conversations"),
            (outcome.done, "follow-up done", "follow-ups done"),
            (outcome.open, "follow-up to do", "follow-ups to do"),
        )
        if count
    ]
    parts += [
        f"{currency} {value} {state.value}"
        for (state, currency), value in sorted(outcome.values.items())
    ]
    return ", ".join(parts)


def _named(people: Sequence[EventPerson], presence: Presence) -> list[Json]:
    return [
        {"id": person.contact_id, "name": person.name}
        for person in people
        if person.presence is presence
    ]
