"""Writes cards and reads each of them again before anybody gets it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.card_style import CardStyle
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.facts import facts
from notebook_app.formats.vcard.not_carried import must_come_back, not_carried
from notebook_app.formats.vcard.read import read_cards
from notebook_app.formats.vcard.source_facts import said_by
from notebook_app.formats.vcard.source_parameters import left_out
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails
from notebook_app.model.name_form import shown_name


@dataclass(frozen=True, slots=True)
class CardToWrite:
    """A contact, and the texts of the cards that it came from, newest first."""

    details: ContactDetails
    uid: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenCard:
    """A card that reads back as its contact, and what it could not hold, in a few words each."""

    name: str
    data: bytes
    not_carried: frozenset[str]


class _Fit(Enum):
    """Whether a card says less than its contact, the same, or more."""

    LESS = auto()
    SAME = auto()
    MORE = auto()


def verified_cards(batch: Sequence[CardToWrite], style: CardStyle) -> Iterator[WrittenCard]:
    """Yield a card for each contact.

    Raises:
        UserProblem: a card does not read back as its contact.
    """
    # Loading vobject takes as long as a frame or two; no window needs it to open.
    from notebook_app.formats.vcard.write import write_in_style

    texts = [write_in_style(card.details, card.uid, style, card.sources) for card in batch]
    data = [text.encode("utf-8") for text in texts]
    read = list(read_cards(b"".join(data))) if data else []
    for place, card in enumerate(batch):
        written = data[place]
        back = read[place] if len(read) == len(batch) else _only_card(written)
        fit = _fit(card, back, style)
        if card.sources and (fit is _Fit.LESS or (style.merges and fit is _Fit.MORE)):
            # Merging into the card it came from would say too little or too much.
            written = write_in_style(card.details, card.uid, style).encode("utf-8")
            back = _only_card(written)
            fit = _fit(card, back, style)
        if fit is _Fit.LESS or not isinstance(back, ReadCard):
            raise _differs(card.details)
        missing = frozenset(not_carried(card.details, back.details, style))
        if card.sources and (style.version is CardVersion.OLD or not style.extras):
            names = left_out(card.sources, said_by(card.details), style)
            missing |= {f"parameter {name}" for name in names}
        yield WrittenCard(shown_name(card.details), written, missing)


def _only_card(data: bytes) -> object:
    cards = list(read_cards(data))
    return cards[0] if len(cards) == 1 else None


def _fit(card: CardToWrite, back: object, style: CardStyle) -> _Fit:
    """Return how what was read back compares with the contact."""
    if not isinstance(back, ReadCard):
        return _Fit.LESS
    if back.details == card.details and back.uid == card.uid:
        return _Fit.SAME
    must = must_come_back(card.details, card.uid, style)
    read = facts(back.details, back.uid, style.version)
    if not must <= read:
        return _Fit.LESS
    return _Fit.SAME if read <= must else _Fit.MORE


def _differs(details: ContactDetails) -> UserProblem:
    return UserProblem(
        "A card did not read back as it was written, so nothing was replaced.",
        shown_name(details)[:80],
        "Try another vCard version, and tell us about it.",
    )
