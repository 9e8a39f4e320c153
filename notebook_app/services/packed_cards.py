"""The cards of an import as packed bytes, so that a hundred thousand of them fit into memory.

A card as Python values takes some four kilobytes, packed and compressed a few hundred bytes; and
Python's search for garbage, which stops every thread, has nothing to look through.
"""

import marshal
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

_OPEN_KEYS = 60
"""Pieces; as much as a file of 10,000 cards has, so that these are opened once only."""

_OPEN_BODIES = 2


class CardRows(NamedTuple):
    """What a new contact becomes in the tables.

    ``columns`` are the values of table ``contact``, ``belongings`` the rows of each other table
    with 0 in place of the contact's id.
    """

    columns: tuple[object, ...]
    belongings: tuple[list[tuple[object, ...]], ...]
    tags: tuple[str, ...]


class CardKeys(NamedTuple):
    """What a card is recognised by and shown with in a list.

    ``phones`` are E.164; ``reach`` is the first e-mail address or number as it was written.
    """

    place: int
    line: int
    uid: str
    version: str
    fingerprint: str
    photo_hash: str
    name: str
    given: str
    family: str
    organization: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    reach: str


class CardBody(NamedTuple):
    """What of a card is needed only when it is compared or written."""

    raw: str
    photo_type: str
    photo_data: bytes
    rows: CardRows


class LooseCard:
    """A single card that is not packed."""

    def __init__(self, keys: CardKeys, body: CardBody) -> None:
        """Take its two halves."""
        self._keys = keys
        self._body = body

    def keys(self, index: int) -> CardKeys:
        """Return what it is recognised by."""
        return self._keys

    def body(self, index: int) -> CardBody:
        """Return the rest."""
        return self._body


class CardShelf:
    """Unpacks cards; the pieces that were looked at last stay open. Threads may share one."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        self.keys: Callable[[PackedCards], list[CardKeys]] = lru_cache(_OPEN_KEYS)(_open_keys)
        self.bodies: Callable[[PackedCards], list[CardBody]] = lru_cache(_OPEN_BODIES)(_open_bodies)


class PackedCards:
    """The cards of a piece of a file, counted from 0; places and lines from the file's beginning.

    Args:
        packed: what ``pack`` returned.
        shelf: what unpacks it.
        places_before: how many cards of the file come before.
        lines_before: how many lines of the file come before.
    """

    __slots__ = ("bodies", "keys_", "lines_before", "places_before", "shelf")

    def __init__(
        self, packed: "Packed", shelf: CardShelf, places_before: int = 0, lines_before: int = 0
    ) -> None:
        """Take the bytes; nothing is unpacked yet."""
        self.keys_, self.bodies = packed
        self.shelf = shelf
        self.places_before = places_before
        self.lines_before = lines_before

    def keys(self, index: int) -> CardKeys:
        """Return what a card is recognised by."""
        return self.shelf.keys(self)[index]

    def body(self, index: int) -> CardBody:
        """Return the rest of a card."""
        return self.shelf.bodies(self)[index]


Packed = tuple[bytes, bytes]
"""The two halves of some cards, as they cross from one process to another."""


def pack(cards: Sequence[tuple[CardKeys, CardBody]], *, compress: bool) -> Packed:
    """Pack the cards of a piece. Compressing takes a twentieth of the time of reading them."""
    keys = marshal.dumps([tuple(keys) for keys, _ in cards])
    bodies = marshal.dumps([(*body[:-1], tuple(body.rows)) for _, body in cards])
    if compress:
        return zlib.compress(keys, 1), zlib.compress(bodies, 1)
    return keys, bodies


def _unpacked(data: bytes) -> list[Any]:
    # What marshal writes for a list never begins like what zlib writes.
    cards: list[Any] = marshal.loads(zlib.decompress(data) if data[:1] == b"x" else data)
    return cards


def _open_keys(packed: PackedCards) -> list[CardKeys]:
    place, line = packed.places_before, packed.lines_before
    return [
        CardKeys(keys[0] + place, keys[1] + line, *keys[2:]) for keys in _unpacked(packed.keys_)
    ]


def _open_bodies(packed: PackedCards) -> list[CardBody]:
    return [
        CardBody(raw, photo_type, photo_data, CardRows(*rows))
        for raw, photo_type, photo_data, rows in _unpacked(packed.bodies)
    ]
