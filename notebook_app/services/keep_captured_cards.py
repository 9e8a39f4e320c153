"""Puts business cards with the people they are of: what a code says, or the picture itself."""

from dataclasses import replace

from notebook_app.model.attachment import LARGEST_ATTACHMENT
from notebook_app.model.capture.captured_card import CapturedCard
from notebook_app.model.card_merge import PhotoHashes, merge_card
from notebook_app.model.changes import Changed
from notebook_app.services.attach_file import safe_file_name
from notebook_app.storage.notebook import Change, Notebook


def keep_card(
    notebook: Notebook,
    change: Change,
    card: CapturedCard,
    contact_id: int,
    conversation_id: int | None,
) -> None:
    """Put a card with a contact within a running change.

    What the code on it says is added, nothing that is known is replaced; a picture without one
    is attached, beside what was said when the card was given.
    """
    contact = notebook.contacts.get(contact_id)
    if contact is None:
        return
    if card.details is not None:
        draft = notebook.contacts.draft_of(contact)
        merged = merge_card(None, card.details, draft.details, PhotoHashes(), notebook.region)
        details = replace(merged.details, photo=draft.details.photo)
        if details != draft.details:
            notebook.contacts.update(contact_id, replace(draft, details=details))
    elif card.data and len(card.data) <= LARGEST_ATTACHMENT:
        name = safe_file_name(card.name)
        notebook.attachments.attach(contact_id, name, card.media_type, card.data, conversation_id)
    change.touch(Changed.CONTACT, contact_id)
