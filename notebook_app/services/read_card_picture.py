"""Reads what the code on a picture of a business card says."""

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards, read_stored
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails
from notebook_app.services.picture_cards import PictureReader, cards_of_picture


def read_card_picture(name: str, data: bytes, read_picture: PictureReader) -> str:
    """Return the first card that the codes of a picture hold, as its raw text.

    Empty if there is no code, or none with a card in it: most business cards have none, so that
    is no trouble.

    Raises:
        UserProblem: it is no picture that can be read.
    """
    # Whether it can be read at all is found out first, since that is trouble.
    pictures = list(read_picture(name, data))
    try:
        cards = cards_of_picture(name, data, lambda _name, _data: pictures)
    except UserProblem:
        return ""
    read = next((card for card in read_cards(cards) if isinstance(card, ReadCard)), None)
    return "" if read is None else read.raw


def details_of_card(raw: str) -> ContactDetails | None:
    """Return what the raw text of a card says, or None if it is none."""
    card = read_stored(raw)
    return None if card is None else card.details
