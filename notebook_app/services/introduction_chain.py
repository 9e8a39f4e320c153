"""Who introduced whom: the people through whom one came to know somebody, the first one first."""

from typing import Final

from notebook_app.model.name_form import folded
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.storage.notebook import Notebook

MOST_STEPS: Final = 8
_LABELS: Final = ("introduced by", "referred by")


def introduction_chain(notebook: Notebook, contact_id: int) -> list[tuple[int, str]]:
    """Return row ids and names of those who led to a contact: Elif, who brought Carla, who …

    Favours (introductions and referrals) go before links such as "introduced by"; of several the
    earliest favour counts. Empty if nobody did.
    """
    chain: list[tuple[int, str]] = []
    seen = {contact_id}
    current = contact_id
    while len(chain) < MOST_STEPS:
        found = _brought_by(notebook, current)
        if found is None or found[0] in seen:
            break
        chain.insert(0, found)
        current = found[0]
        seen.add(current)
    return chain


def _brought_by(notebook: Notebook, contact_id: int) -> tuple[int, str] | None:
    for row in reversed(notebook.favours.about(contact_id)):
        draft = row.draft
        if draft.direction is Direction.RECEIVED and draft.kind is not FavourKind.HELP:
            return draft.contact_id, row.contact_name
    for link in notebook.relations.of(contact_id):
        if link.contact_id is not None and folded(link.label) in _LABELS:
            return link.contact_id, link.name
    return None
