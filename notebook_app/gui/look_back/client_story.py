"""What the notebook knows of a client's beginnings, gathered for the look back."""

from notebook_app.foundation.record import record
from notebook_app.model.contact import Contact
from notebook_app.model.conversation import Conversation
from notebook_app.model.opportunity_rows import OpportunityRow
from notebook_app.model.origin import OriginProposal
from notebook_app.services.propose_origin import propose_origin
from notebook_app.storage.notebook import Notebook

_TALKS = 3
_WORK = 4


@record
class ClientStory:
    """``talks`` are the first conversations, ``work`` the first opportunities, both in order."""

    contact: Contact
    talks: tuple[Conversation, ...]
    work: tuple[OpportunityRow, ...]
    proposals: tuple[OriginProposal, ...]


def read_story(notebook: Notebook, contact_id: int) -> ClientStory | None:
    """Return the story of a client; None if they are gone."""
    contact = notebook.contacts.get(contact_id)
    if contact is None or contact.deleted_at is not None:
        return None
    ids = notebook.origins.first_conversations(contact_id, _TALKS)
    talks = (notebook.conversations.get(conversation_id) for conversation_id in ids)
    work = sorted(
        (
            row
            for row in notebook.opportunity_list.of_person(contact_id)
            if row.contact.id == contact_id
        ),
        key=lambda row: (row.opened_on, row.id),
    )
    return ClientStory(
        contact,
        tuple(talk for talk in talks if talk is not None),
        tuple(work[:_WORK]),
        tuple(propose_origin(notebook, contact_id)),
    )
