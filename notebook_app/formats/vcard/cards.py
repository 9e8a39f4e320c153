"""What reading a vCard file gives: a contact's details, or a card set aside with its reason."""

from dataclasses import dataclass

from notebook_app.model.contact import ContactDetails


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card that was understood.

    ``uid`` has no ``urn:uuid:`` and is empty if the card has none. ``raw`` are the card's
    lines, unfolded and decoded; the photo's payload is replaced by ``sha256:`` and its hash,
    which ``photo_hash`` (lower-case hex, or empty) also gives when such a text is read again.
    ``place`` counts the cards of the file from 1, ``line`` its lines.
    """

    details: ContactDetails
    uid: str
    version: str
    raw: str
    place: int
    line: int
    photo_hash: str = ""


@dataclass(frozen=True, slots=True)
class RejectedCard:
    """A card that could not be understood, as it came, with one sentence for the user."""

    raw: str
    reason: str
    place: int
    line: int
