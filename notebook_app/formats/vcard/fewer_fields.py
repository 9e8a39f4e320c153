"""Reads cards as they were read before the notebook had all its fields.

What a notebook of that time holds of a card can so be told from what was changed in it since.
"""

from collections.abc import Mapping
from dataclasses import replace

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.posts import POSTS
from notebook_app.formats.vcard.properties import about, related
from notebook_app.formats.vcard.properties.android import OWN_FIELD_TYPE
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.formats.vcard.read import read_stored


def read_with_fewer_fields(raw: str) -> ReadCard | None:
    """Return what a stored card said to version 1; None if it is none that can be read."""
    card = read_stored(raw, _READERS)
    if card is None:
        return None
    details = card.details
    links = tuple(replace(link, preferred=False) for link in details.links)
    people = tuple(replace(who, uid="") for who in details.related)
    return replace(card, details=replace(details, links=links, related=people))


def _only_one(read: Reader) -> Reader:
    """Return a reader that leaves every further organisation, title and role as it came."""

    def read_one(card: CardInProgress, head: Head, value: str) -> bool:
        taken = read(card, head, value)
        card.has_several_posts = False
        return taken

    return read_one


def _related_by_name(card: CardInProgress, head: Head, value: str) -> bool:
    if head.parameters.get("VALUE", "").lower() != "text":
        return False
    return related.READERS["RELATED"](card, head, value)


def _no_own_field(card: CardInProgress, head: Head, value: str) -> bool:
    if value.strip().startswith(OWN_FIELD_TYPE):
        return False
    return READERS["X-ANDROID-CUSTOM"](card, head, value)


_NEW = frozenset({*about.READERS, "X-MAIDENNAME"})
_READERS: Mapping[str, Reader] = {
    **{name: reader for name, reader in READERS.items() if name not in _NEW},
    **{name: _only_one(READERS[name]) for name in POSTS},
    "RELATED": _related_by_name,
    "X-ANDROID-CUSTOM": _no_own_field,
}
