"""The photo, from base64 or a ``data:`` address; a web address is kept and never fetched."""

import re
from collections.abc import Mapping
from hashlib import sha256

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import base64_bytes
from notebook_app.model.contact import Photo

LEFT_OUT = "sha256:"
"""Stands in the raw text of a card instead of the photo's payload, before its hash."""

_DATA_HEAD = re.compile(r"data:([\w.+/-]{0,80})(?:;[\w=-]{1,40}){0,4}\\?,", re.IGNORECASE)
_LONGEST_DATA_HEAD = 300
_LONGEST_HEAD = 2_000
_BEGINNINGS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_OTHER_NAMES = {"image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg"}
_UNKNOWN = "application/octet-stream"


def _photo(card: CardInProgress, head: Head, value: str) -> bool:
    if not value.strip():
        return True
    if card.photo is not None or card.photo_hash:
        return False
    if LEFT_OUT in value[:_LONGEST_DATA_HEAD]:
        card.photo_hash = value.partition(LEFT_OUT)[2].strip().lower()
        return True
    declared = _declared_type(head)
    if match := _DATA_HEAD.match(value):
        if ";base64" not in match.group(0).lower():
            return False
        declared = match.group(1).lower() or declared
        data = base64_bytes(value[match.end() :])
    elif head.base64 or _is_bare_base64(head, value):
        data = base64_bytes(value)
    else:
        return False
    if not data:
        return False
    card.photo = Photo(_media_type(data, declared), data)
    card.photo_hash = sha256(data).hexdigest()
    return True


def without_payload(value: str, photo_hash: str) -> str:
    """Return a photo's value with the hash of its payload instead of it."""
    match = _DATA_HEAD.match(value)
    return f"{match.group(0) if match else ''}{LEFT_OUT}{photo_hash}"


def is_left_out(line: str) -> bool:
    """Return whether a line is a photo's, with the hash of its payload instead of it."""
    return LEFT_OUT in line[:_LONGEST_HEAD] and line[:_LONGEST_HEAD].upper().find("PHOTO") >= 0


def with_payload(line: str, payload: str) -> str:
    """Return a photo's line with the base64 of the picture where its hash stood."""
    return line.partition(LEFT_OUT)[0] + payload


def _is_bare_base64(head: Head, value: str) -> bool:
    """Some writers forget to say that the payload is base64."""
    return "VALUE" not in head.parameters and value.startswith(("/9j/", "iVBORw0KGgo", "R0lGOD"))


def _declared_type(head: Head) -> str:
    if named := head.parameters.get("MEDIATYPE"):
        return named.lower()
    for kind in head.types:
        lower = kind.lower()
        if lower not in {"pref", "home", "work"}:
            return lower if "/" in lower else f"image/{lower.removeprefix('x-')}"
    return _UNKNOWN


def _media_type(data: bytes, declared: str) -> str:
    for beginning, media_type in _BEGINNINGS:
        if data.startswith(beginning):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return _OTHER_NAMES.get(declared, declared)


READERS: Mapping[str, Reader] = {"PHOTO": _photo}
