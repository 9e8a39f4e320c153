"""Reads vCards of any version and vendor, one at a time, losing nothing and trusting nothing.

Every step takes time and memory linear in the size of the file. A property with a field in
the contact becomes that field; every other line is kept as it is.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from notebook_app.formats.vcard.about_card import AboutCard, Special, special_reader
from notebook_app.formats.vcard.byte_layer import FALLBACK_CHARSET, as_utf8, decode_line
from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.card_splitter import FilePart, Piece, split_cards
from notebook_app.formats.vcard.cards import ReadCard, RejectedCard
from notebook_app.formats.vcard.content_line import Head, parse_head, split_line
from notebook_app.formats.vcard.nested_card import with_nested_cards_in_one_line
from notebook_app.formats.vcard.posts import POSTS, posts_of
from notebook_app.formats.vcard.properties.photo import without_payload
from notebook_app.formats.vcard.properties.reach import take_written_address
from notebook_app.formats.vcard.properties.table import READERS
from notebook_app.formats.vcard.set_aside import without_reason
from notebook_app.formats.vcard.unfolding import logical_lines
from notebook_app.formats.vcard.values import line_of
from notebook_app.foundation.handfuls import handfuls
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import ContactDetails

MAXIMUM_CARD_BYTES = 64_000_000
MAXIMUM_CARD_LINES = 100_000
MOST_VALUES = 5_000
"""In one contact. A page shows each of them, and a person with so many would hold it up."""

_TOO_LARGE = "This card is too large to be one person (over 64 MB or 100,000 lines)."
_TOO_DEEP = "This card has more than eight cards inside each other."
_TOO_MANY = f"This card holds over {MOST_VALUES:,} values, too many for one person."
_NOTHING_KNOWN = "This card holds no name, number, address or anything else that tells who it is."
_GROUP = "This card is a list of people, not a person."
_BETWEEN = "These lines stand outside any card."
_HEADS_KEPT = 5_000
_MOST_POSTS = 100
_USUAL_LENGTH = 120


def read_cards(
    data: bytes, fallback_charset: str = FALLBACK_CHARSET
) -> Iterator[ReadCard | RejectedCard]:
    """Yield the cards of a file in their order.

    Args:
        data: the file's bytes, in any encoding.
        fallback_charset: what a property is taken for that is not UTF-8 and names no charset.

    Raises:
        UserProblem: there is no card in the file at all.
    """
    return _CardReader(fallback_charset).read(data)


def read_stored(raw: str, readers: Mapping[str, Reader] = READERS) -> ReadCard | None:
    """Read the ``raw`` of a card that was read before; None if it is none that could be.

    Its lines are taken as they stand, so that even noise gives what it gave the first time.
    """
    part = FilePart(Piece.CARD, b"", 1)
    reader = (
        _stored_cards_reader() if readers is READERS else _CardReader(FALLBACK_CHARSET, readers)
    )
    read = reader.read_lines(raw.split("\n"), part, 1)
    return read if isinstance(read, ReadCard) else None


def _values_in(details: ContactDetails) -> int:
    return sum(
        len(value)
        for field in fields(details)
        if isinstance(value := getattr(details, field.name), tuple)
    )


def _size(part: FilePart) -> int:
    return len(part.data)


@dataclass(frozen=True, slots=True)
class _KnownHead:
    """A head with what is to be done with its lines."""

    head: Head
    reader: Reader | None
    special: Special | None = None
    is_photo: bool = False


_NO_HEAD = _KnownHead(parse_head(""), None)


def _known_head(text: str, readers: Mapping[str, Reader] = READERS) -> _KnownHead:
    head = parse_head(text)
    return _KnownHead(head, readers.get(head.name), special_reader(head), head.name == "PHOTO")


def _finish(
    about: AboutCard,
    card: CardInProgress,
    properties: list[tuple[_KnownHead, str, int]],
    lines: list[str],
) -> None:
    """Take what can only be understood when all lines are read."""
    if card.has_several_posts:
        _take_posts(card, properties, lines)
    had_address = bool(card.addresses)
    for head, value, line in about.written_addresses:
        if had_address or not take_written_address(card, head, value):
            card.kept.append(line)


def _take_posts(
    card: CardInProgress, properties: list[tuple[_KnownHead, str, int]], lines: list[str]
) -> None:
    """Take several organisations with their titles and roles, where it is clear whose they are."""
    said = [
        (known.head, value, number)
        for known, value, number in properties
        if known.head.name in POSTS
    ]
    posts = posts_of(said) if len(said) <= _MOST_POSTS else None
    if posts is None:
        return
    texts = {(head.name, line_of(head, value)) for head, value, _ in said}
    for name, field in (("TITLE", "title"), ("ROLE", "profession")):
        if field in card.single and (name, card.single[field]) not in texts:
            # Another property than these said it.
            return
    card.affiliations = posts.further
    card.single |= {"title": posts.main.title, "profession": posts.main.profession}
    understood = Counter(lines[number] for _, _, number in said)
    kept: list[str] = []
    for line in card.kept:
        if understood[line] > 0:
            understood[line] -= 1
        else:
            kept.append(line)
    card.kept = [*kept, *(lines[number] for number in posts.unclear)]


class _CardReader:
    """Reads one file; remembers the heads of its lines, which repeat from card to card."""

    def __init__(self, fallback_charset: str, readers: Mapping[str, Reader] = READERS) -> None:
        self._fallback = fallback_charset
        self._readers = readers
        self._heads: dict[str, _KnownHead] = {}

    def read(self, data: bytes) -> Iterator[ReadCard | RejectedCard]:
        place = 0
        before: FilePart | None = None
        for parts in handfuls(split_cards(as_utf8(data)), _size):
            lines = [self._lines_of(part) for part in parts]
            for part, own in zip(parts, lines, strict=True):
                if part.piece is Piece.BETWEEN:
                    if place == 0:
                        before = part
                    elif rejected := self._between(part, place):
                        yield rejected
                    continue
                if before is not None and (rejected := self._between(before, place)):
                    yield rejected
                before = None
                place += 1
                if isinstance(own, str):
                    yield self._rejected(part, own, place)
                else:
                    yield self.read_lines(own, part, place)
        if place == 0:
            raise UserProblem(
                "This file holds no contact cards.",
                "It is empty, or it is not a vCard file.",
                "Export the contacts from the phone again as .vcf and choose that file.",
            )

    def _between(self, part: FilePart, place: int) -> RejectedCard | None:
        data = part.data.replace(b"\xef\xbb\xbf", b"").strip(b"\0 \t\r\n\x1a")
        if not data or all(mark == b"END:VCARD" for mark in data.upper().split()):
            return None
        text = without_reason(decode_line(data, "", self._fallback))
        return RejectedCard(text, _BETWEEN, place, part.line)

    def _lines_of(self, part: FilePart) -> list[str] | str:
        """Return the logical lines of a card, or why it can't be read."""
        if part.piece is not Piece.CARD:
            return _TOO_DEEP if part.piece is Piece.TOO_DEEP else []
        if len(part.data) > MAXIMUM_CARD_BYTES:
            return _TOO_LARGE
        lines = logical_lines(part.data, self._fallback)
        if len(lines) > MAXIMUM_CARD_LINES:
            return _TOO_LARGE
        if b"AGENT" in part.data or b"agent" in part.data or b"Agent" in part.data:
            lines = with_nested_cards_in_one_line(lines)
        return lines

    def _rejected(self, part: FilePart, reason: str, place: int) -> RejectedCard:
        text = without_reason(decode_line(part.data, "", self._fallback))
        return RejectedCard(text, reason, place, part.line)

    def read_lines(self, lines: list[str], part: FilePart, place: int) -> ReadCard | RejectedCard:
        """Read the logical lines of one card."""
        card = CardInProgress()
        about = AboutCard()
        properties: list[tuple[_KnownHead, str, int]] = []
        heads = self._heads
        for number, line in enumerate(lines):
            text, colon, value = line.partition(":")
            known = heads.get(text) if colon else None
            if known is None:
                known, value = self._unknown_head(line)
            if known.special is None:
                properties.append((known, value, number))
            else:
                known.special(about, card, known.head, value, line)
        for known, value, number in properties:
            reader = known.reader
            if reader is None or not reader(card, known.head, value):
                card.kept.append(lines[number])
            elif known.is_photo and card.photo is not None:
                shown = without_payload(value, card.photo_hash)
                lines[number] = lines[number][: -len(value)] + shown
        _finish(about, card, properties, lines)
        card.kept += (line for group, line in about.labels if group not in card.used_groups)
        raw = "\n".join(lines)
        if card.is_group:
            return RejectedCard(without_reason(raw), _GROUP, place, part.line)
        details = card.details()
        if not details.display_name:
            return RejectedCard(without_reason(raw), _NOTHING_KNOWN, place, part.line)
        if len(lines) + len(details.tags) > MOST_VALUES and _values_in(details) > MOST_VALUES:
            return RejectedCard(without_reason(raw), _TOO_MANY, place, part.line)
        return ReadCard(details, about.uid, about.version, raw, place, part.line, card.photo_hash)

    def _unknown_head(self, line: str) -> tuple[_KnownHead, str]:
        """Parse the head of a line; those without a quoted colon are remembered."""
        parts = split_line(line)
        if parts is None or not parts[0].strip():
            return _NO_HEAD, ""
        text, value = parts
        known = _known_head(text, self._readers)
        if '"' not in text and len(text) <= _USUAL_LENGTH:
            if len(self._heads) >= _HEADS_KEPT:
                self._heads.clear()
            self._heads[text] = known
        return known, value


@lru_cache(maxsize=1)
def _stored_cards_reader() -> _CardReader:
    """Return the reader that all stored cards share, since they share the heads of their lines."""
    return _CardReader(FALLBACK_CHARSET)
