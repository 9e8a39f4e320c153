"""What the command line answers about opportunities: the JSON of one, and a line of the list.

The shapes are a contract with scripts: missing values are null, dates are ISO, lists are arrays,
amounts are decimal strings.
"""

from datetime import date
from decimal import Decimal

from notebook_app.cli.date_words import day_words
from notebook_app.cli.json_document import Json
from notebook_app.cli.plain_text import shortened
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState
from notebook_app.model.opportunity_rows import OpportunityRow
from notebook_app.model.rows import NamedPerson

_WIDTH = 40


def opportunity_json(row: OpportunityRow) -> Json:
    """Return an opportunity as it is listed."""
    return {
        "id": row.id,
        "uid": row.uid,
        "contact": _named(row.contact),
        "title": row.title,
        "value": _amount(row.value),
        "currency": row.currency or None,
        "state": row.state.value,
        "source": row.source.value if row.source else None,
        "via": [_named(person) for person in row.via],
        "opened_on": row.opened_on.isoformat(),
        "expected_on": row.expected_on.isoformat() if row.expected_on else None,
        "closed_on": row.closed_on.isoformat() if row.closed_on else None,
        "lost_because": row.lost_because or None,
        "came_by": row.came_by or None,
        "services": list(row.services),
    }


def whole_json(row: OpportunityRow, draft: OpportunityDraft) -> Json:
    """Return an opportunity with what it grew from and its note too."""
    return {
        **opportunity_json(row),
        "conversation_id": draft.conversation_id,
        "event_id": draft.event_id,
        "note": draft.note or None,
    }


def opportunity_cells(row: OpportunityRow, today: date) -> tuple[str, ...]:
    """Return the cells of a line: number, state, day, person, title, value, how it came."""
    if row.state is OpportunityState.OPEN:
        day = "" if row.expected_on is None else f"by {day_words(row.expected_on)}"
        day += ", overdue" if row.is_overdue(today) else ""
    else:
        day = day_words(row.closed_on or row.opened_on)
    return (
        str(row.id),
        row.state.value,
        day,
        shortened(row.contact.name, _WIDTH),
        shortened(row.title, _WIDTH),
        money(row.value, row.currency),
        came_words(row),
    )


def came_words(row: OpportunityRow) -> str:
    """Return the source and the chain in short: ``direct referral via Ann → Bob``."""
    chain = " → ".join(person.name for person in row.via)
    source = row.source.value if row.source else ""
    return f"{source} via {chain}".strip() if chain else source


def money(value: Decimal | None, currency: str) -> str:
    """Return ``EUR 4200``, empty without a value."""
    return "" if value is None else f"{currency} {value}".strip()


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _named(person: NamedPerson) -> Json:
    return {"id": person.id, "name": person.name}
