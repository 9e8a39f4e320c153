"""Writes the lines of vCard 2.1: bare types, quoted-printable in UTF-8, soft line breaks.

For old phones. vobject cannot write this version: it drops bare types.
"""

import re
from base64 import b64encode
from collections.abc import Sequence

from notebook_app.formats.vcard.card_property import CardProperty, ValueKind
from notebook_app.formats.vcard.content_line import split_line
from notebook_app.formats.vcard.damaged_line import is_damaged, wrapped
from notebook_app.formats.vcard.escaping import begins_like_a_frame, one_line, safe_parameter
from notebook_app.formats.vcard.groups import Groups
from notebook_app.formats.vcard.label_words import PLACES, is_safe_type, types_of_label
from notebook_app.formats.vcard.quoted_printable import without_indented_breaks
from notebook_app.model.contact import Photo

_LINE_LENGTH = 75
_ENCODED = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
# Spaces are encoded too, so that no reader takes one at a break for an indent.
_SPECIAL_IN_HEAD = '",;:()'
_UNESCAPED = re.compile(r"\\(.)", re.DOTALL)
_NESTED = {"n": "\n", "N": "\n"}
_PLAIN = frozenset(range(33, 127)) - {ord("=")}


class OldLines:
    """Collects the lines of one card, whose groups are given out by ``groups``."""

    def __init__(self, groups: Groups) -> None:
        self._groups = groups
        self._lines: list[str] = []

    def add(self, written: CardProperty) -> None:
        """Write a property; labels of its own become ``X-Label``, as Android does."""
        types = list(written.types)
        if written.label and (written.label_as_type or written.label in PLACES):
            known = types_of_label(written.label)
            types = [*known, *types] if known is not None else [*types, _own_type(written.label)]
        if written.preferred:
            types.append("PREF")
        parameters = [f"{key}={safe_parameter(value)}" for key, value in written.parameters]
        name = written.name
        if written.together is not None:
            name = f"{self._groups.shared(written.together)}.{name}"
        elif group := self._groups.joined(written.group, with_label=False):
            name = f"{group}.{name}"
        head = ";".join([name, *types, *parameters])
        parts = [_escaped(written.kind, part) for part in written.parts]
        self._add_line(head, "," if written.kind is ValueKind.LIST else ";", parts)

    def add_photo(self, photo: Photo) -> None:
        """Write the picture in indented base64, ended by an empty line (vCard 2.1, 2.4.3)."""
        payload = b64encode(photo.data).decode("ascii")
        main, _, kind = safe_parameter(photo.media_type).partition("/")
        shown = kind.upper() if main == "image" else f"TYPE={photo.media_type}"
        lines = [f"PHOTO;ENCODING=BASE64;{shown}:"]
        self._lines += (*lines, *_indented(payload), "")

    def add_kept(self, line: str) -> None:
        """Write a line that was kept as it came, encoded if it is more than ASCII."""
        kept = wrapped(line) if is_damaged(line) else one_line(line.lstrip())
        parts = split_line(kept)
        if kept.isascii() or parts is None or "ENCODING=" in parts[0].upper():
            self._lines.append(kept)
        else:
            self._add_line(parts[0], "", [parts[1]])

    def add_as_it_came(self, line: str) -> None:
        """Write a line of a card of this version; it is broken again where it was."""
        line = line.lstrip()
        parts = split_line(line)
        if parts is None or not line.isascii() or is_damaged(line):
            self.add_kept(line)
            return
        head, value = parts
        upper = head.upper()
        if upper.partition(";")[0].endswith("AGENT") and value.upper().startswith("BEGIN:VCARD"):
            inner = _UNESCAPED.sub(lambda mark: _NESTED.get(mark.group(1), mark.group(1)), value)
            self._lines += (f"{head}:", *inner.strip("\n").split("\n"))
        elif "QUOTED-PRINTABLE" in upper:
            self._lines += _soft_broken(f"{head}:", without_indented_breaks(value))
        elif ("BASE64" in upper or "ENCODING=B" in upper) and len(line) > _LINE_LENGTH:
            self._lines += (f"{head}:", *_indented(value), "")
        else:
            self._lines.append(line)

    def text(self) -> str:
        """Return all lines, with CRLF ends."""
        return "".join(f"{line}\r\n" for line in self._lines)

    def _add_line(self, head: str, separator: str, parts: Sequence[str]) -> None:
        plain = f"{head}:{separator.join(parts)}"
        # A "=" at the end is a soft line break to readers that see an encoded label before it.
        fits = len(plain) <= _LINE_LENGTH and not plain.endswith("=")
        if fits and plain.isascii() and plain.isprintable():
            self._lines.append(plain)
            return
        encoded = separator.join(_quoted_printable(part) for part in parts)
        self._lines += _soft_broken(f"{head}{_ENCODED}:", encoded)


def _indented(payload: str) -> list[str]:
    step = _LINE_LENGTH - 1
    return [f" {payload[at : at + step]}" for at in range(0, len(payload), step)]


def _escaped(kind: ValueKind, part: str) -> str:
    if kind is ValueKind.URI:
        return one_line(part)
    part = part.replace("\\", "\\\\")
    if kind is ValueKind.LIST:
        part = part.replace(",", "\\,")
    return part.replace(";", "\\;") if kind is ValueKind.STRUCTURED else part


def _own_type(label: str) -> str:
    if label.isascii() and is_safe_type(label) and label.isprintable():
        return f"X-{label}"
    encoded = _quoted_printable(label, _SPECIAL_IN_HEAD)
    return f"X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,{encoded})"


def _quoted_printable(text: str, also: str = "") -> str:
    plain = _PLAIN - {ord(character) for character in also}
    data = text.replace("\r\n", "\n").replace("\n", "\r\n").encode("utf-8")
    return "".join(chr(byte) if byte in plain else f"={byte:02X}" for byte in data)


def _soft_broken(head: str, encoded: str) -> list[str]:
    """Break after at most 75 characters, never inside an encoded byte."""
    lines: list[str] = []
    current, start = head, 0
    while start < len(encoded):
        end = start + max(_LINE_LENGTH - len(current), 6)
        if end < len(encoded):
            # A space at the beginning of a line would be taken for an indent, and text that looks
            # like the frame of a card for one.
            while end > start + 3 and (encoded[end] in " \t" or begins_like_a_frame(encoded, end)):
                end -= 1
            end -= next((back for back in (1, 2) if encoded[end - back] == "="), 0)
        current += encoded[start:end]
        start = end
        if start < len(encoded):
            lines.append(current + "=")
            current = ""
    lines.append(current)
    return lines
