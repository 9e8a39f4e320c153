"""What the page of people finds again after a restart, as the short texts that are kept of it."""

import json
from dataclasses import dataclass, field

from notebook_app.gui.frame.page import PageState
from notebook_app.model.contact import Role
from notebook_app.model.people_filter import PeopleFilter, ReadyList


@dataclass(frozen=True, slots=True)
class PageMemory:
    """Who was shown, the filter, the widths of the columns, and lines that were not saved."""

    contact_id: int | None = None
    narrowed: PeopleFilter = field(default_factory=PeopleFilter)
    widths: list[int] = field(default_factory=list)
    unsaved: dict[int, str] = field(default_factory=dict)


def state_of(memory: PageMemory) -> PageState:
    """Return ``memory`` as short texts by name."""
    narrowed = memory.narrowed
    return {
        "contact": "" if memory.contact_id is None else str(memory.contact_id),
        "role": narrowed.role.value if narrowed.role else "",
        "tag": narrowed.tag,
        "list": narrowed.ready_list.value if narrowed.ready_list else "",
        "widths": ",".join(map(str, memory.widths)),
        "unsaved": json.dumps(memory.unsaved, ensure_ascii=False) if memory.unsaved else "",
    }


def read_state(state: PageState) -> PageMemory:
    """Return what ``state_of`` wrote; what is missing or out of date is left out."""
    contact = state.get("contact", "")
    widths = state.get("widths", "").split(",")
    roles = {role.value: role for role in Role}
    lists = {ready.value: ready for ready in ReadyList}
    return PageMemory(
        int(contact) if contact.isdecimal() else None,
        PeopleFilter(
            role=roles.get(state.get("role", "")),
            tag=state.get("tag", ""),
            ready_list=lists.get(state.get("list", "")),
        ),
        [int(width) for width in widths] if all(map(str.isdecimal, widths)) else [],
        _unsaved(state.get("unsaved", "")),
    )


def _unsaved(text: str) -> dict[int, str]:
    try:
        read = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(read, dict):
        return {}
    return {int(key): str(value) for key, value in read.items() if str(key).isdecimal()}
