"""The values of properties: escapes, components, lists, quoted-printable and base64.

Quoted-printable is decoded after a value was split, so that an encoded ``;`` stays text.
Nothing here can backtrack: time is linear in the length of the value.
"""

import binascii
import re

from notebook_app.formats.vcard import quoted_printable
from notebook_app.formats.vcard.content_line import Head

_ESCAPE = re.compile(r"\\([nN\\,;:])")
_PIECES = {mark: re.compile(rf"\\.|{mark}|[^\\{mark}]+|\\", re.DOTALL) for mark in (";", ",")}
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_URI_ESCAPE = re.compile(r"\\([:,;])")


def text_of(head: Head, value: str) -> str:
    """Return a text value: decoded, unescaped, line breaks as ``\\n``."""
    return _plain(head, value)


def line_of(head: Head, value: str) -> str:
    """Return a text value that is one line, without space around it."""
    if "\\" not in value and not head.quoted_printable and value.isprintable():
        return value.strip()
    return _plain(head, value).strip()


def components_of(head: Head, value: str) -> list[str]:
    """Return the parts of a structured value (N, ADR, ORG), each decoded and stripped."""
    if "\\" not in value and not head.quoted_printable and value.isprintable():
        return [part.strip() for part in value.split(";")]
    return [_plain(head, part).strip() for part in _split(value, ";")]


def items_of(head: Head, value: str) -> list[str]:
    """Return the items of a list value (CATEGORIES, NICKNAME), without empty ones."""
    decoded = quoted_printable.decoded(value, head.charset) if head.quoted_printable else value
    items = (_unescaped(part).strip() for part in _split(decoded, ","))
    return [item for item in items if item]


def uri_of(head: Head, value: str) -> str:
    """Return a URI; some writers escape ``:``, ``,`` and ``;`` in it, which it never needs."""
    decoded = quoted_printable.decoded(value, head.charset) if head.quoted_printable else value
    if "\\" in decoded:
        decoded = _URI_ESCAPE.sub(r"\1", decoded)
    return decoded.replace("\0", "").strip()


def base64_bytes(text: str) -> bytes | None:
    """Return what ``text`` encodes, or None if it is no base64; missing padding is forgiven."""
    bare = _NOT_BASE64.sub(b"", text.encode("ascii", "ignore"))
    if len(bare) % 4 == 1:
        return None
    try:
        return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4))
    except binascii.Error:
        return None


def _plain(head: Head, value: str) -> str:
    if head.quoted_printable:
        value = quoted_printable.decoded(value, head.charset)
    return _unescaped(value)


def _unescaped(value: str) -> str:
    if "\\" in value:
        if "\\\\" in value:
            value = _ESCAPE.sub(_escaped_character, value)
        else:
            # Without an escaped backslash no escape can begin in another one.
            value = value.replace("\\,", ",").replace("\\n", "\n").replace("\\;", ";")
            if "\\" in value:
                value = value.replace("\\N", "\n").replace("\\:", ":")
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    return value.replace("\0", "") if "\0" in value else value


def _escaped_character(match: re.Match[str]) -> str:
    character = match.group(1)
    return "\n" if character in "nN" else character


def _split(value: str, mark: str) -> list[str]:
    if "\\" + mark not in value:
        return value.split(mark)
    parts: list[str] = []
    current: list[str] = []
    for piece in _PIECES[mark].findall(value):
        if piece == mark:
            parts.append("".join(current))
            current = []
        else:
            current.append(piece)
    parts.append("".join(current))
    return parts
