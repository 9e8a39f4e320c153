"""Writes the lines of vCard 3.0 and 4.0 through vobject, each already escaped.

vobject's own escaping loses data (an ORG given as text becomes ``A;c;m;e``, breaks in
parameters go out raw), but a ``ContentLine(encoded=True)`` is written verbatim and folded.
"""

import re
from base64 import b64encode
from functools import lru_cache
from io import StringIO

from vobject.base import ContentLine, defaultSerialize, foldOneLine

from notebook_app.formats.vcard.card_property import CardProperty, CardVersion
from notebook_app.formats.vcard.damaged_line import is_damaged, wrapped
from notebook_app.formats.vcard.escaping import (
    escaped_text,
    joined_value,
    one_line,
    safe_parameter,
)
from notebook_app.formats.vcard.groups import Groups
from notebook_app.formats.vcard.kept_lines import modern_line
from notebook_app.formats.vcard.label_words import PLACES, apple_label, is_safe_type, types_of_label
from notebook_app.model.contact import Photo

LINE_LENGTH = 75
_NEVER_FOLDED = 1_000_000_000
_FRAME_INSIDE = re.compile(r"(?:BEGIN|END)[ \t]*:[ \t]*VCARD", re.IGNORECASE)
_FOLDED_FRAME = re.compile(r"\r\n[ \t]+(?:BEGIN|END)[ \t]*:[ \t]*VCARD", re.IGNORECASE)

# vobject writes names in upper case; Apple's spelling is kept where its programs show it.
_OWN_SPELLING = frozenset({"X-ABShowAs"})


class ModernLines:
    """Collects the lines of one card, whose groups are given out by ``groups``."""

    def __init__(self, version: CardVersion, groups: Groups) -> None:
        self._version = version
        self._groups = groups
        self._buffer = StringIO()

    def add(self, written: CardProperty) -> None:
        """Write a property, and its label as a line of its own if it needs one."""
        types = list(written.types)
        own_label = ""
        if written.label:
            known = None if written.always_grouped else types_of_label(written.label)
            if known is None or (not written.label_as_type and written.label not in PLACES):
                own_label = written.label
                if self._label_may_be_type(written):
                    types.append(written.label)
            else:
                types = [*known, *types]
        parameters = written.parameters
        if written.preferred:
            if self._version is CardVersion.NEW:
                parameters = (*parameters, ("PREF", "1"))
            else:
                types.append("PREF")
        head = _head(written.name, parameters, tuple(types))
        value = joined_value(written.kind, written.parts)
        if own_label:
            group = self._groups.joined(written.group, with_label=True) or self._groups.next()
            self._fold(f"{group}.{head}{value}")
            self._fold(f"{group}.X-ABLabel:{escaped_text(apple_label(own_label))}")
        elif written.together is not None:
            self._fold(f"{self._groups.shared(written.together)}.{head}{value}")
        elif group := self._groups.joined(written.group, with_label=False):
            self._fold(f"{group}.{head}{value}")
        else:
            self._fold(head + value)

    def add_photo(self, photo: Photo) -> None:
        """Write the picture: base64 in 3.0 (RFC 2426, 3.1.4), a ``data:`` address in 4.0."""
        payload = b64encode(photo.data).decode("ascii")
        media_type = safe_parameter(photo.media_type)
        if self._version is CardVersion.NEW:
            self._fold(f"PHOTO:data:{media_type};base64,{payload}")
        else:
            main, _, kind = media_type.partition("/")
            shown = kind.upper() if main == "image" else media_type
            self._fold(f"PHOTO;ENCODING=b;TYPE={shown}:{payload}")

    def add_kept(self, line: str) -> None:
        """Write a line that was kept as it came."""
        self._fold(modern_line(line, self._version))

    def add_as_it_came(self, line: str) -> None:
        """Write a line of a card of the same version, whatever is odd about it."""
        self._fold(wrapped(line) if is_damaged(line) else one_line(line.lstrip()))

    def text(self) -> str:
        """Return all lines, with CRLF ends."""
        return self._buffer.getvalue()

    def _fold(self, line: str) -> None:
        """Fold a line, at other places where a fold would look like the frame of a card."""
        if len(line) <= LINE_LENGTH and line.isascii():
            self._buffer.write(line + "\r\n")
            return
        if _FRAME_INSIDE.search(line) is None:
            _fold_into(self._buffer, line, LINE_LENGTH)
            return
        for length in range(LINE_LENGTH, LINE_LENGTH // 2, -1):
            buffer = StringIO()
            _fold_into(buffer, line, length)
            if _FOLDED_FRAME.search(buffer.getvalue()) is None:
                break
        self._buffer.write(buffer.getvalue())

    @staticmethod
    def _label_may_be_type(written: CardProperty) -> bool:
        return written.label_as_type and not written.always_grouped and is_safe_type(written.label)


def _fold_into(buffer: StringIO, line: str, length: int) -> None:
    """Fold an ASCII line fast; vobject knows where a character of several bytes ends."""
    if not line.isascii():
        foldOneLine(buffer, line, length)
        return
    buffer.write(line[:length])
    step = length - 1
    for start in range(length, len(line), step):
        buffer.write(f"\r\n {line[start : start + step]}")
    buffer.write("\r\n")


@lru_cache(maxsize=2_000)
def _head(name: str, parameters: tuple[tuple[str, str], ...], types: tuple[str, ...]) -> str:
    """Return what stands before the value, as vobject writes it; it repeats from card to card."""
    if name in _OWN_SPELLING:
        return f"{name}:"
    items = [[key, safe_parameter(value)] for key, value in parameters]
    if types:
        items.append(["TYPE", *(safe_parameter(kind) for kind in types)])
    buffer = StringIO()
    defaultSerialize(ContentLine(name, items, "", encoded=True), buffer, _NEVER_FOLDED)
    return buffer.getvalue().removesuffix("\r\n")
