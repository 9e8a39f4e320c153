"""Everything about a card that can be worked out without the notebook, as plain values.

It is what costs time in an import, so for large files it runs in worker processes; plain values
cross from one process to another several times faster than records.
"""

import marshal
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.model.card_fingerprint import card_fingerprint
from notebook_app.model.contact import ContactDetails, Photo
from notebook_app.model.contact_match import MatchKeys, lower_addresses
from notebook_app.model.phone_number import international_form
from notebook_app.storage.contact_rows import belonging_rows, details_columns

NO_CONTACT = 0


class UnreadableCard(NamedTuple):
    """A card that was set aside."""

    place: int
    line: int
    raw: str
    reason: str


class CardRows(NamedTuple):
    """What a new contact becomes in the tables.

    ``columns`` are the values of table ``contact``, ``belongings`` the rows of each other table
    with 0 in place of the contact's id.
    """

    columns: tuple[object, ...]
    belongings: tuple[list[tuple[object, ...]], ...]
    tags: tuple[str, ...]


def rows_of(details: ContactDetails, e164: list[str]) -> CardRows:
    """Return the rows of a contact whose phones have these international forms."""
    return CardRows(
        tuple(details_columns(details, e164).values()),
        tuple(belonging_rows(NO_CONTACT, details, e164).values()),
        details.tags,
    )


class PreparedCard(NamedTuple):
    """A card with its keys for recognising, and the rows it becomes if it is new.

    ``packed_rows`` is opened by ``rows``. Packed, it takes a third of the room, and Python's
    search for garbage, which stops every thread, has nothing to look through.
    """

    place: int
    line: int
    uid: str
    version: str
    raw: str
    fingerprint: str
    photo_hash: str
    photo_type: str
    photo_data: bytes
    name: str
    given: str
    family: str
    organization: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    packed_rows: bytes

    def rows(self) -> CardRows:
        """Return the rows it becomes."""
        return CardRows(*marshal.loads(self.packed_rows))

    def keys(self) -> MatchKeys:
        """Return what the person can be recognised by."""
        return MatchKeys(self.name, self.given, self.family, self.uid, self.emails, self.phones)

    def photo(self) -> Photo | None:
        """Return the picture."""
        return Photo(self.photo_type, self.photo_data) if self.photo_data else None

    def details(self) -> ContactDetails:
        """Return the card's details, read again from its text."""
        return replace(details_of_raw(self.raw)[0], photo=self.photo())


AnyCard = PreparedCard | UnreadableCard


def details_of_raw(raw: str) -> tuple[ContactDetails, str]:
    """Read the stored text of a card: its details without the photo, and the photo's hash.

    Raises:
        ValueError: the text holds no card.
    """
    for card in read_cards(raw.encode("utf-8", "replace")):
        if isinstance(card, ReadCard):
            return card.details, card.photo_hash
    raise ValueError("a stored card holds no card")


def prepare_cards(data: bytes, region: str) -> Iterator[AnyCard]:
    """Read a file's cards and work out all that needs no notebook.

    Raises:
        UserProblem: there is no card in the file.
    """
    for card in read_cards(data):
        if isinstance(card, RejectedCard):
            yield UnreadableCard(card.place, card.line, card.raw, card.reason)
        else:
            yield _prepared(card, region)


PlainCard = tuple[object, ...]
"""A card as it crosses from one process to another; an unreadable one has fewer values."""


def prepare_plain(data: bytes, region: str) -> list[PlainCard]:
    """Do the same for a piece of a file; this is what worker processes run."""
    return [tuple(card) for card in prepare_cards(data, region)]


def card_of_plain(plain: PlainCard, places_before: int, lines_before: int) -> AnyCard:
    """Return the card, counted from the beginning of the whole file."""
    kind = PreparedCard if len(plain) == len(PreparedCard._fields) else UnreadableCard
    card: AnyCard = kind._make(plain)
    if not places_before and not lines_before:
        return card
    return card._replace(place=card.place + places_before, line=card.line + lines_before)


def _packed(rows: CardRows) -> bytes:
    plain: Any = tuple(rows)
    return marshal.dumps(plain)


def _prepared(card: ReadCard, region: str) -> PreparedCard:
    details = card.details
    e164 = [international_form(phone.number, region) for phone in details.phones]
    photo = details.photo
    return PreparedCard(
        place=card.place,
        line=card.line,
        uid=card.uid,
        version=card.version,
        raw=card.raw,
        fingerprint=card_fingerprint(details, card.photo_hash),
        photo_hash=card.photo_hash,
        photo_type=photo.media_type if photo else "",
        photo_data=photo.data if photo else b"",
        name=details.display_name,
        given=details.name.given,
        family=details.name.family,
        organization=details.organization,
        emails=lower_addresses(email.address for email in details.emails),
        phones=tuple(number for number in e164 if number),
        packed_rows=_packed(rows_of(details, e164)),
    )
