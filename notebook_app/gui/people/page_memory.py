"""What the page of people finds again after a restart, as the short texts that are kept of it."""

import json
from collections.abc import Callable
from dataclasses import field
from typing import TypeVar

from notebook_app.foundation.record import record
from notebook_app.gui.frame.page import PageState
from notebook_app.model.query.columns import ListColumn, parse_columns
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.sorting import BY_NAME, ListSort, parse_sort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.saved_list import ListLook

Read = TypeVar("Read")


@record
class PageMemory:
    """Who was shown, the filter, the widths of the columns, lines that were not saved, the look.

    ``columns`` and ``sort`` are what the texts mean.
    """

    contact_id: int | None = None
    narrowed: PeopleQuery = field(default_factory=PeopleQuery)
    widths: list[int] = field(default_factory=list)
    unsaved: dict[int, str] = field(default_factory=dict)
    list_id: int | None = None
    look: ListLook = ListLook.LIST
    columns_text: str = ""
    sort_text: str = ""
    columns: tuple[ListColumn, ...] = ()
    sort: ListSort = BY_NAME


def state_of(memory: PageMemory) -> PageState:
    """Return ``memory`` as short texts by name."""
    return {
        "contact": "" if memory.contact_id is None else str(memory.contact_id),
        "query": memory.narrowed.text,
        "widths": ",".join(map(str, memory.widths)),
        "unsaved": json.dumps(memory.unsaved, ensure_ascii=False) if memory.unsaved else "",
        "list": "" if memory.list_id is None else str(memory.list_id),
        "look": memory.look.value,
        "columns": memory.columns_text,
        "sort": memory.sort_text,
    }


def read_state(state: PageState, vocabulary: Vocabulary) -> PageMemory:
    """Return what ``state_of`` wrote; what is missing or out of date is left out."""
    contact = state.get("contact", "")
    widths = state.get("widths", "").split(",")
    listed = state.get("list", "")
    looks = {look.value: look for look in ListLook}
    return PageMemory(
        int(contact) if contact.isdecimal() else None,
        _read(parse_query, state.get("query", ""), vocabulary, PeopleQuery()),
        [int(width) for width in widths] if all(map(str.isdecimal, widths)) else [],
        _unsaved(state.get("unsaved", "")),
        int(listed) if listed.isdecimal() else None,
        looks.get(state.get("look", ""), ListLook.LIST),
        columns=_read(parse_columns, state.get("columns", ""), vocabulary, ()),
        sort=_read(parse_sort, state.get("sort", ""), vocabulary, BY_NAME),
    )


def _read(
    reader: Callable[[str, Vocabulary], Read], text: str, vocabulary: Vocabulary, otherwise: Read
) -> Read:
    """Return what a text means, or ``otherwise`` if an own field or a list of it is gone."""
    try:
        return reader(text, vocabulary)
    except QueryMistake:
        return otherwise


def _unsaved(text: str) -> dict[int, str]:
    try:
        read = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(read, dict):
        return {}
    return {int(key): str(value) for key, value in read.items() if str(key).isdecimal()}
