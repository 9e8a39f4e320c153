"""Everything about a card that can be worked out without the notebook, as plain values.

It is what costs time in an import, so for large files it runs in worker processes; packed values
cross from one process to another several times faster than records.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.read import read_cards, read_stored
from notebook_app.foundation.handfuls import handfuls
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.card_fingerprint import card_fingerprint
from notebook_app.model.contact import ContactDetails, Photo
from notebook_app.model.contact_match import MatchKeys, lower_addresses
from notebook_app.model.phone_number import international_form
from notebook_app.services.packed_cards import (
    CardBody,
    CardKeys,
    CardRows,
    CardShelf,
    LooseCard,
    Packed,
    PackedCards,
    pack,
)
from notebook_app.storage.contact_rows import belonging_rows, details_columns

NO_CONTACT = 0


class UnreadableCard(NamedTuple):
    """A card that was set aside."""

    place: int
    line: int
    raw: str
    reason: str


def rows_of(details: ContactDetails, e164: list[str]) -> CardRows:
    """Return the rows of a contact whose phones have these international forms."""
    return CardRows(
        tuple(details_columns(details, e164).values()),
        tuple(belonging_rows(NO_CONTACT, details, e164).values()),
        details.tags,
    )


class PreparedCard:
    """A card with its keys for recognising, and the rows it becomes if it is new.

    It only knows where its values are; they are unpacked when asked for.
    """

    __slots__ = ("_cards", "_index")

    def __init__(self, cards: PackedCards | LooseCard, index: int = 0) -> None:
        """Take some cards, and which of them it is, counted from 0."""
        self._cards = cards
        self._index = index

    @property
    def values(self) -> CardKeys:
        """All that it is recognised by and shown with."""
        return self._cards.keys(self._index)

    @property
    def body(self) -> CardBody:
        """All else."""
        return self._cards.body(self._index)

    @property
    def place(self) -> int:
        """How many cards of its file there are up to it."""
        return self.values.place

    @property
    def line(self) -> int:
        """Its first line in its file, counted from 1."""
        return self.values.line

    @property
    def name(self) -> str:
        """The name to show."""
        return self.values.name

    @property
    def given(self) -> str:
        """The given name."""
        return self.values.given

    @property
    def family(self) -> str:
        """The family name."""
        return self.values.family

    @property
    def organization(self) -> str:
        """The organisation."""
        return self.values.organization

    @property
    def emails(self) -> tuple[str, ...]:
        """E-mail addresses in lower case."""
        return self.values.emails

    @property
    def phones(self) -> tuple[str, ...]:
        """Phone numbers in E.164."""
        return self.values.phones

    @property
    def uid(self) -> str:
        """Its UID, or nothing."""
        return self.values.uid

    @property
    def version(self) -> str:
        """The vCard version that it says it has."""
        return self.values.version

    @property
    def fingerprint(self) -> str:
        """What equal cards share."""
        return self.values.fingerprint

    @property
    def photo_hash(self) -> str:
        """The hash of its photo, or nothing."""
        return self.values.photo_hash

    @property
    def raw(self) -> str:
        """Its lines, unfolded and decoded, without the photo's payload."""
        return self.body.raw

    def rows(self) -> CardRows:
        """Return the rows it becomes."""
        return self.body.rows

    def keys(self) -> MatchKeys:
        """Return what the person can be recognised by."""
        own = self.values
        return MatchKeys(own.name, own.given, own.family, own.uid, own.emails, own.phones)

    def photo(self) -> Photo | None:
        """Return the picture."""
        body = self.body
        return Photo(body.photo_type, body.photo_data) if body.photo_data else None

    def details(self) -> ContactDetails:
        """Return the card's details, read again from its text."""
        details, photo = details_of_raw(self.raw)[0], self.photo()
        return replace(details, photo=photo) if photo else details

    def moved(self, other: "PreparedCard") -> "PreparedCard":
        """Return the card with the place and the photo of another reading of it."""
        keys, body = other.values, other.body
        return PreparedCard(
            LooseCard(
                self.values._replace(place=keys.place, line=keys.line),
                self.body._replace(photo_type=body.photo_type, photo_data=body.photo_data),
            )
        )


AnyCard = PreparedCard | UnreadableCard


def details_of_raw(raw: str) -> tuple[ContactDetails, str]:
    """Read the stored text of a card: its details without the photo, and the photo's hash.

    Raises:
        ValueError: the text holds no card.
    """
    card = read_stored(raw)
    if card is None:
        raise ValueError("a stored card holds no card")
    return card.details, card.photo_hash


def prepare_cards(data: bytes, region: str) -> Iterator[AnyCard]:
    """Read a file's cards and work out all that needs no notebook.

    Raises:
        UserProblem: there is no card in the file.
    """
    return prepared_cards(read_cards(data), region)


def prepared_cards(read: Iterable[ReadCard | RejectedCard], region: str) -> Iterator[AnyCard]:
    """Work out the same of cards that were read, from a table for example."""
    for card in _prepared_values(read, region):
        yield card if isinstance(card, UnreadableCard) else PreparedCard(LooseCard(*card))


PackedPiece = tuple[list[tuple[int, tuple[object, ...]]], int, Packed]
"""A piece of a file as it crosses processes: unreadable cards with their index among all its
cards, the number of the others, and these packed."""


def prepare_packed(data: bytes, region: str, *, compress: bool) -> PackedPiece:
    """Do the same for a piece of a file; this is what worker processes run."""
    return packed_cards(read_cards(data), region, compress=compress)


def packed_cards(
    read: Iterable[ReadCard | RejectedCard], region: str, *, compress: bool
) -> PackedPiece:
    """Return cards that were read as they cross from one process to another."""
    unreadable: list[tuple[int, tuple[object, ...]]] = []
    values: list[tuple[CardKeys, CardBody]] = []
    with steady_pace():
        for index, card in enumerate(_prepared_values(read, region)):
            if isinstance(card, UnreadableCard):
                unreadable.append((index, tuple(card)))
            else:
                values.append(card)
        return unreadable, len(values), pack(values, compress=compress)


def cards_of_piece(
    piece: PackedPiece, shelf: CardShelf, places_before: int, lines_before: int
) -> list[AnyCard]:
    """Return the cards of a piece in their order, counted from the beginning of the whole file."""
    unreadable, count, packed = piece
    together = PackedCards(packed, shelf, places_before, lines_before)
    prepared = (PreparedCard(together, index) for index in range(count))
    cards: list[AnyCard] = []
    for index, plain in unreadable:
        cards += islice(prepared, index - len(cards))
        card = UnreadableCard._make(plain)
        place, line = card.place + places_before, card.line + lines_before
        cards.append(card._replace(place=place, line=line))
    cards += prepared
    return cards


def _prepared_values(
    read: Iterable[ReadCard | RejectedCard], region: str
) -> Iterator[tuple[CardKeys, CardBody] | UnreadableCard]:
    for cards in handfuls(read, _size):
        understood = [card for card in cards if isinstance(card, ReadCard)]
        prepared = _prepared(understood, region)
        for card in cards:
            if isinstance(card, RejectedCard):
                yield UnreadableCard(card.place, card.line, card.raw, card.reason)
            else:
                yield next(prepared)


def _reach(details: ContactDetails) -> str:
    if details.emails:
        return details.emails[0].address
    return details.phones[0].number if details.phones else ""


def _size(card: ReadCard | RejectedCard) -> int:
    photo = card.details.photo if isinstance(card, ReadCard) else None
    return len(card.raw) + (len(photo.data) if photo else 0)


def _prepared(cards: Sequence[ReadCard], region: str) -> Iterator[tuple[CardKeys, CardBody]]:
    """Yield the two halves of each card; see ``handfuls`` for why one step at a time."""
    e164 = [
        [international_form(phone.number, region) for phone in card.details.phones]
        for card in cards
    ]
    fingerprints = [card_fingerprint(card.details, card.photo_hash) for card in cards]
    columns = [
        tuple(details_columns(card.details, own).values())
        for card, own in zip(cards, e164, strict=True)
    ]
    belongings = [
        tuple(belonging_rows(NO_CONTACT, card.details, own).values())
        for card, own in zip(cards, e164, strict=True)
    ]
    rows = map(CardRows, columns, belongings, (card.details.tags for card in cards))
    for card, own, fingerprint, its_rows in zip(cards, e164, fingerprints, rows, strict=True):
        details = card.details
        photo = details.photo
        keys = CardKeys(
            place=card.place,
            line=card.line,
            uid=card.uid,
            version=card.version,
            fingerprint=fingerprint,
            photo_hash=card.photo_hash,
            name=details.display_name,
            given=details.name.given,
            family=details.name.family,
            organization=details.organization,
            emails=lower_addresses(email.address for email in details.emails),
            phones=tuple(number for number in own if number),
            reach=_reach(details),
        )
        body = CardBody(
            raw=card.raw,
            photo_type=photo.media_type if photo else "",
            photo_data=photo.data if photo else b"",
            rows=its_rows,
        )
        yield keys, body
