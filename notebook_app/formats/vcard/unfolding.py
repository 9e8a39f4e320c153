"""From a card's bytes to its logical lines: unfolded, decoded, soft breaks joined."""

import re

from notebook_app.formats.vcard.byte_layer import FALLBACK_CHARSET, decode_line
from notebook_app.formats.vcard.content_line import split_line

_OLD_VERSION = re.compile(rb"(?:^|\n)[ \t]*VERSION[ \t]*:[ \t]*2\.1", re.IGNORECASE)
_CHARSET = re.compile(r";[ \t]*CHARSET=\"?([\w.-]{1,40})\"?", re.IGNORECASE)
_BASE64_HEAD = re.compile(r"ENCODING=\"?B|;BASE64", re.IGNORECASE)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/=\s]+\Z")
_SAME_CHARSET = frozenset({"UTF-8", "UTF8"})
_USUAL_HEAD = 2_000


def logical_lines(card: bytes, fallback: str = FALLBACK_CHARSET) -> list[str]:
    """Return the card's lines as text, without line ends; empty ones are left out."""
    if b"\r" in card:
        card = card.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\n " in card or b"\n\t" in card:
        card = _unfolded(card)
    try:
        lines = card.decode("utf-8").split("\n")
        clean = True
    except UnicodeDecodeError:
        lines = card.decode("utf-8", "surrogateescape").split("\n")
        clean = False
    if b"=\n" in card or (b"BASE64" in card or b"ase64" in card or b"=b" in card or b"=B" in card):
        lines = _joined(lines)
    if not clean or b"CHARSET" in card or b"charset" in card or b"Charset" in card:
        lines = [_redecoded(line, fallback) for line in lines]
    return list(filter(str.strip, lines))


def _unfolded(card: bytes) -> bytes:
    """Take the line breaks of folding out.

    vCard 2.1 folds at white space and keeps it (2.1, section 2.1.3); 3.0 and 4.0 add one
    character that goes away again. A soft break that was indented as well keeps its space
    here, and ``values.py`` decides what it was.
    """
    if _OLD_VERSION.search(card):
        return card.replace(b"\n ", b" ").replace(b"\n\t", b"\t")
    if b"=\n" in card and b"QUOTED-PRINTABLE" in card.upper():
        card = card.replace(b"=\n ", b"= ").replace(b"=\n\t", b"=\t")
    return card.replace(b"\n ", b"").replace(b"\n\t", b"")


def _joined(lines: list[str]) -> list[str]:
    """Join quoted-printable soft breaks, and base64 that goes on without being indented."""
    joined: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        head = _head(line)
        parts = [line]
        if line.endswith("=") and "QUOTED-PRINTABLE" in head.upper():
            while parts[-1].endswith("=") and index < len(lines):
                if lines[index].upper().startswith("END:VCARD"):
                    break
                parts[-1] = parts[-1][:-1]
                parts.append(lines[index])
                index += 1
        elif ";" in head and _BASE64_HEAD.search(head):
            while index < len(lines) and _goes_on_base64(lines[index]):
                parts.append(lines[index])
                index += 1
        joined.append("".join(parts) if len(parts) > 1 else line)
    return joined


def _goes_on_base64(line: str) -> bool:
    return ":" not in line and _BASE64_LINE.match(line) is not None


def _head(line: str) -> str:
    """Return what stands before the colon; nearly always near the beginning of a long line."""
    parts = split_line(line[:_USUAL_HEAD])
    if len(line) > _USUAL_HEAD and (parts is None or '"' in parts[0]):
        parts = split_line(line)
    return parts[0] if parts else ""


def _redecoded(line: str, fallback: str) -> str:
    """Decode a line again that names its charset, or that is not UTF-8.

    The charset goes away from the line, which is text from here on, unless it is UTF-8.
    """
    if line.isascii():
        return line
    head = _head(line)
    named = _CHARSET.search(head)
    text = decode_line(
        line.encode("utf-8", "surrogateescape"), named.group(1) if named else "", fallback
    )
    if named is None or named.group(1).upper() in _SAME_CHARSET:
        return text
    return _CHARSET.sub("", text, count=1)
