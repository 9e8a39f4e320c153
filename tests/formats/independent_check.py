"""Compares a vCard file with what the notebook made of it, property by property.

It shares nothing with the reader under test: lines are unfolded with a replacement, names and
parameters cut with ``partition``. It asks only whether each piece of text that a property holds
is found again somewhere: in a field, in the properties kept beside them, or, for parameters, in
the kept text of the card.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256

from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.model.contact import ContactDetails, Photo

# What a card says of itself, and not of the person.
_OF_THE_CARD = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV"})
_SAID_OTHERWISE = frozenset(
    [("TEL", "tel"), ("EMAIL", "mailto"), ("RELATED", "urn"), ("RELATED", "uuid")]
)
_GENDERS = {"f": "female", "m": "male", "o": "other", "n": "none", "1": "female", "2": "male"}
_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\([nN,;:\\])")


@dataclass(frozen=True, slots=True)
class PlainProperty:
    """A property as it stands in the file: name in upper case, the rest as it is."""

    name: str
    parameters: tuple[str, ...]
    value: str


def plain_cards(data: bytes) -> list[list[PlainProperty]]:
    """Return the properties of each card; a card inside another one counts with it."""
    cards: list[list[PlainProperty]] = []
    depth = 0
    for line in plain_lines(data):
        upper = line.replace(" ", "").upper()
        if upper.endswith("BEGIN:VCARD"):
            inner = (depth and not upper.startswith("BEGIN")) or (depth and _agent(cards[-1]))
            depth = depth + 1 if inner else 1
            if depth == 1:
                cards.append([])
                continue
        elif upper == "END:VCARD":
            depth -= 1
            continue
        if depth and cards:
            cards[-1].append(_property(line))
    return [card for card in cards if card]


def lost_texts(data: bytes, cards: Sequence[ReadCard]) -> list[str]:
    """Return a sentence for each piece of text in ``data`` that no card of ``cards`` holds.

    The cards must be all those of the file, in its order.
    """
    plain = plain_cards(data)
    if len(plain) != len(cards):
        return [f"{len(plain)} cards in the file, {len(cards)} were read"]
    lost: list[str] = []
    for number, (properties, card) in enumerate(zip(plain, cards, strict=True), 1):
        held = _words_of_details(card.details)
        raw = _words(card.raw)
        for said in properties:
            missing = [
                piece for piece in _pieces(said) if not _is_held(piece, said, held, card.details)
            ]
            missing += [text for text in said.parameters if not _parameter_is_kept(text, raw)]
            lost += (f"card {number}: {said.name} {piece!r}" for piece in missing)
            if said.name not in _OF_THE_CARD and not _in_raw(said, card, raw):
                lost.append(f"card {number}: {said.name} is not in the kept text")
    return lost


def plain_lines(data: bytes) -> Iterator[str]:
    """Yield the unfolded lines of a file, soft breaks joined."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode("utf-8")
    data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    old = re.search(rb"^VERSION:2\.1", data, re.MULTILINE | re.IGNORECASE)
    if b"QUOTED-PRINTABLE" in data:
        data = re.sub(rb"=\n(?=[ \t])", b"", data)
    # Some writers fold inside a character, so the bytes are unfolded.
    data = re.sub(rb"\n[ \t]", b" " if old else b"", data)
    waiting = ""
    for text in _decoded(data).split("\n"):
        line = waiting + text
        waiting = ""
        if line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper():
            waiting = line[:-1]
        elif line.strip():
            yield line
    if waiting:
        yield waiting


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _agent(card: list[PlainProperty]) -> bool:
    return bool(card) and card[-1].name == "AGENT" and not card[-1].value.strip()


def _property(line: str) -> PlainProperty:
    head, colon, value = line.partition(":")
    while colon and head.count('"') % 2:
        more, colon, value = value.partition(":")
        head += ":" + more
    if not colon:
        return PlainProperty("", (), line)
    name, *parameters = head.split(";")
    if any("QUOTED-PRINTABLE" in parameter.upper() for parameter in parameters):
        charset = next(
            (p.partition("=")[2] for p in parameters if p.upper().startswith("CHARSET=")), "utf-8"
        )
        value = quopri.decodestring(value.encode("utf-8")).decode(charset, "replace")
    return PlainProperty(name.rpartition(".")[2].strip().upper(), tuple(parameters), value)


def _pieces(said: PlainProperty) -> list[str]:
    if said.name in _OF_THE_CARD:
        return []
    return _WORD.findall(_ESCAPE.sub(_unescaped, said.value).casefold())


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match.group(1) in "nN" else match.group(1)


def _is_held(
    piece: str, said: PlainProperty, held: frozenset[str], details: ContactDetails
) -> bool:
    if piece in held:
        return True
    if said.name in {"BDAY", "X-ABDATE"} or said.name.endswith("ANNIVERSARY"):
        return _digits(said.value, details) or piece == "1604"
    if said.name == "PHOTO" and details.photo is not None:
        return _is_picture(said.value, details.photo)
    # What stands for something that the field says in its own way.
    if (said.name, piece) in _SAID_OTHERWISE:
        return True
    if said.name in {"GENDER", "X-WAB-GENDER"} and piece in _GENDERS:
        return details.gender == _GENDERS[piece]
    return said.name in {"KIND", "X-ABSHOWAS", "X-ANDROID-CUSTOM", "UID", "X-ABLABEL"}


def _digits(value: str, details: ContactDetails) -> bool:
    days = [own.date for own in details.dates]
    if details.birthday:
        days.append(details.birthday)
    digits = re.sub(r"\D", "", value.partition("T")[0])
    return any(digits[-4:] == f"{day.month:02d}{day.day:02d}" for day in days)


def _is_picture(value: str, photo: Photo) -> bool:
    payload = re.sub(r"^data:.*?,", "", value)
    payload = re.sub(r"[^A-Za-z0-9+/]", "", payload)
    try:
        data = base64.b64decode(payload + "=" * (-len(payload) % 4))
    except binascii.Error:
        return False
    return data == photo.data


def _parameter_is_kept(text: str, raw: frozenset[str]) -> bool:
    # The charset and the encoding of the file are gone once it is text.
    if text.upper().startswith(("CHARSET", "ENCODING")):
        return True
    return all(word in raw for word in _WORD.findall(text.casefold()))


def _in_raw(said: PlainProperty, card: ReadCard, raw: frozenset[str]) -> bool:
    if said.name == "PHOTO":
        return "sha256:" in card.raw or all(word in raw for word in _pieces(said))
    return not said.name or said.name.casefold().replace("-", " ").split()[0] in " ".join(raw)


def _words_of_details(details: ContactDetails) -> frozenset[str]:
    texts: list[str] = []
    _collect(astuple(details), texts)
    joined = "\n".join(texts)
    return _words(joined) | _words(_ESCAPE.sub(_unescaped, joined))


def _collect(value: object, texts: list[str]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _collect(item, texts)
    elif isinstance(value, str):
        texts.append(value)
        if "QUOTED-PRINTABLE" in value.upper():
            head, _, encoded = value.partition(":")
            charset = re.search(r"CHARSET=([\w-]+)", head, re.IGNORECASE)
            data = quopri.decodestring(encoded.encode("utf-8"))
            texts.append(data.decode(charset.group(1) if charset else "utf-8", "replace"))
    elif isinstance(value, bytes):
        texts.append(sha256(value).hexdigest())


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
