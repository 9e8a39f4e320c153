"""Lines that were kept as they came, made fit for the version that is written.

A line of the same version goes out untouched. What 3.0 and 4.0 do not have, quoted-printable
and bare parameters, is converted; a line without a colon travels inside a property.
"""

from notebook_app.formats.vcard import quoted_printable
from notebook_app.formats.vcard.card_property import CardVersion
from notebook_app.formats.vcard.content_line import parse_head, split_line
from notebook_app.formats.vcard.damaged_line import is_damaged, wrapped
from notebook_app.formats.vcard.escaping import one_line

_NEVER_KEPT = frozenset({"BEGIN", "END", "VERSION"})
_BASE64_NAMES = frozenset({"BASE64", "ENCODING=BASE64", "B"})
_TEXT_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "8BIT", "7BIT"})


def may_be_kept(line: str) -> bool:
    """Return whether ``line`` may be written: not if it would begin or end a card."""
    parts = split_line(line)
    return bool(line.strip()) and (parts is None or parse_head(parts[0]).name not in _NEVER_KEPT)


def group_of(line: str) -> str:
    """Return the group of a kept line, or nothing."""
    parts = split_line(line)
    return parse_head(parts[0]).group if parts else ""


def modern_line(line: str, version: CardVersion) -> str:
    """Return ``line`` as vCard 3.0 or 4.0 may hold it."""
    if is_damaged(line):
        return wrapped(line)
    # White space before it would make it a fold of the line before.
    line = line.lstrip()
    parts = split_line(line)
    if parts is None:
        return wrapped(line)
    text, value = parts
    pieces = text.split(";")
    if '"' in text or not any(_is_old(piece) for piece in pieces[1:]):
        return one_line(line)
    head = parse_head(text)
    if head.quoted_printable:
        value = quoted_printable.decoded(value, head.charset).replace("\r\n", "\n")
        value = value.replace("\n", "\\n")
    renewed = [_renewed(piece, version) for piece in pieces[1:]]
    return one_line(";".join([pieces[0], *(piece for piece in renewed if piece)]) + ":" + value)


def _is_old(piece: str) -> bool:
    key = piece.strip().upper()
    if "=" not in key:
        return True
    return key.partition("=")[2] in _TEXT_ENCODINGS or key == "ENCODING=BASE64"


def _renewed(piece: str, version: CardVersion) -> str:
    bare = piece.strip()
    upper = bare.upper()
    if upper in _BASE64_NAMES:
        return "ENCODING=b"
    if upper.removeprefix("ENCODING=") in _TEXT_ENCODINGS or upper.startswith("CHARSET="):
        return ""
    return bare if "=" in bare or not bare else f"TYPE={bare}"
