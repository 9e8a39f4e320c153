"""What stands in a card of an import, field by field, for looking before agreeing."""

from notebook_app.model.card_merge import FieldChange, PhotoHashes, merge_card
from notebook_app.model.contact import ContactDetails
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.prepare_cards import PreparedCard


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
