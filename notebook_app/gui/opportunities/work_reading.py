"""What a person's page shows of the work with or through them, and of how they came."""

from notebook_app.foundation.record import record
from notebook_app.model.opportunity_rows import OpportunityRow
from notebook_app.model.origin import Origin, OriginProposal
from notebook_app.services.propose_origin import propose_origin
from notebook_app.storage.notebook import Notebook

MOST_SHOWN = 5


@record
class WorkReading:
    """``chain`` and ``event`` are the names that the origin speaks of.

    ``proposals`` are there only while nobody said how they came; ``is_client`` says whether it
    is asked at all.
    """

    contact_id: int
    is_client: bool
    origin: Origin | None
    chain: tuple[str, ...]
    event: str
    proposals: tuple[OriginProposal, ...]
    rows: tuple[OpportunityRow, ...]
    count: int


def read_work(notebook: Notebook, contact_id: int, *, is_client: bool) -> WorkReading:
    """Return the work of a contact and how they came."""
    origin = notebook.origins.of(contact_id)
    rows = notebook.opportunity_list.of_person(contact_id)
    own = any(row.contact.id == contact_id for row in rows)
    asked = is_client or own
    event = None
    if origin is not None and origin.draft.event_id is not None:
        event = notebook.events.get(origin.draft.event_id)
    return WorkReading(
        contact_id,
        asked,
        origin,
        () if origin is None else tuple(filter(None, notebook.contacts.names_of(origin.draft.via))),
        "" if event is None else event.draft.name,
        tuple(propose_origin(notebook, contact_id)) if origin is None and asked else (),
        tuple(rows[:MOST_SHOWN]),
        len(rows),
    )
