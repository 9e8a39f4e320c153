"""What the page of people finds again after a restart, as the short texts that are kept of it."""

import json
from dataclasses import dataclass, field

from notebook_app.gui.frame.page import PageState
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.terms import PeopleQuery


@dataclass(frozen=True, slots=True)
class PageMemory:
    """Who was shown, the filter, the widths of the columns, and lines that were not saved."""

    contact_id: int | None = None
    narrowed: PeopleQuery = field(default_factory=PeopleQuery)
    widths: list[int] = field(default_factory=list)
    unsaved: dict[int, str] = field(default_factory=dict)


def state_of(memory: PageMemory) -> PageState:
    """Return ``memory`` as short texts by name."""
    return {
        "contact": "" if memory.contact_id is None else str(memory.contact_id),
        "query": memory.narrowed.text,
        "widths": ",".join(map(str, memory.widths)),
        "unsaved": json.dumps(memory.unsaved, ensure_ascii=False) if memory.unsaved else "",
    }


def read_state(state: PageState) -> PageMemory:
    """Return what ``state_of`` wrote; what is missing or out of date is left out."""
    contact = state.get("contact", "")
    widths = state.get("widths", "").split(",")
    return PageMemory(
        int(contact) if contact.isdecimal() else None,
        _query(state.get("query", "")),
        [int(width) for width in widths] if all(map(str.isdecimal, widths)) else [],
        _unsaved(state.get("unsaved", "")),
    )


def _query(text: str) -> PeopleQuery:
    try:
        return parse_query(text)
    except QueryMistake:
        return PeopleQuery()


def _unsaved(text: str) -> dict[int, str]:
    try:
        read = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(read, dict):
        return {}
    return {int(key): str(value) for key, value in read.items() if str(key).isdecimal()}
