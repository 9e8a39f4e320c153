"""What stands in a card of an import, field by field, for looking before agreeing."""

from notebook_app.model.card_merge import FieldChange, Merged, PhotoHashes, merge_card
from notebook_app.model.contact import ContactDetails
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.prepare_cards import PreparedCard
from notebook_app.storage.notebook import Notebook


def describe_card(plan: ImportPlan, place: int, region: str) -> tuple[FieldChange, ...]:
    """Return the fields of the card at ``place`` in the plan; none if it can't be read.

    It is read again from its text, so ask for the cards that are looked at only.
    """
    _source, card = plan.prepared[place]
    if not isinstance(card, PreparedCard):
        return ()
    photos = PhotoHashes(theirs=card.photo_hash)
    everything = merge_card(None, card.details(), ContactDetails(), photos, region)
    return everything.changes


def describe_joining(
    notebook: Notebook, plan: ImportPlan, place: int, contact_id: int
) -> Merged | None:
    """Return what becomes of a contact when the user says that the card at ``place`` is theirs.

    None if there is no such card or contact.
    """
    _source, card = plan.prepared[place]
    contact = next(notebook.recognition.contacts([contact_id]), None)
    if not isinstance(card, PreparedCard) or contact is None:
        return None
    hashes = notebook.recognition.photo_hashes([contact_id])
    photos = PhotoHashes("", card.photo_hash, hashes.get(contact_id, ""))
    return merge_card(None, card.details(), contact.details, photos, notebook.region)
