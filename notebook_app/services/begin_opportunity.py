"""Fills in an opportunity as far as it can be known from what it grew from, to be looked over."""

from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.services.propose_origin import propose_origin
from notebook_app.storage.notebook import Notebook


def opportunity_with(notebook: Notebook, contact_id: int) -> OpportunityDraft:
    """Return a beginning with somebody: how they came, if that was said or can be proposed."""
    origin = notebook.origins.of(contact_id)
    if origin is not None and origin.draft.source is not None:
        known = origin.draft
        return OpportunityDraft(
            contact_id, "", source=known.source, via=known.via, came_by=known.came_by
        )
    for proposal in propose_origin(notebook, contact_id)[:1]:
        known = proposal.draft
        return OpportunityDraft(
            contact_id, "", source=known.source, via=known.via, came_by=known.came_by
        )
    return OpportunityDraft(contact_id, "")


def opportunity_from_conversation(
    notebook: Notebook, conversation_id: int, contact_id: int | None = None
) -> OpportunityDraft:
    """Return a beginning from what was said, with the services and the event of that day.

    It is with ``contact_id``, or with the first who took part.
    """
    conversation = notebook.conversations.get(conversation_id)
    people = () if conversation is None else conversation.draft.contact_ids
    client = contact_id if contact_id is not None else next(iter(people), 0)
    begun = opportunity_with(notebook, client) if client else OpportunityDraft(0, "")
    if conversation is None:
        return begun
    said = conversation.draft
    return OpportunityDraft(
        client,
        "",
        source=begun.source,
        via=begun.via,
        came_by=begun.came_by,
        conversation_id=conversation_id,
        event_id=said.event_id,
        opened_on=said.on,
        service_ids=said.service_ids,
    )


def opportunity_from_event(
    notebook: Notebook, event_id: int, contact_id: int | None = None
) -> OpportunityDraft:
    """Return a beginning from an event, with somebody who was there if it is known who."""
    begun = OpportunityDraft(0, "")
    if contact_id is not None:
        begun = opportunity_with(notebook, contact_id)
    event = notebook.events.get(event_id)
    if event is None:
        return begun
    today = notebook.clock.today()
    return OpportunityDraft(
        begun.contact_id,
        "",
        source=begun.source,
        via=begun.via,
        came_by=begun.came_by,
        event_id=event_id,
        opened_on=min(event.draft.on, today),
    )
