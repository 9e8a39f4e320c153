"""Says what the files are that a phone sent, before anybody decides anything about them.

It looks only as far as is needed to say "212 contacts" or what was wrong, a piece at a time: the
window goes on meanwhile.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from notebook_app.formats.csv.look import looks_like_table
from notebook_app.formats.picture_kind import picture_kind
from notebook_app.formats.vcard.byte_layer import as_utf8, looks_like_vcard
from notebook_app.formats.windows_contact import looks_like_windows_contact
from notebook_app.foundation.problem import UserProblem
from notebook_app.network.phone_application import SENT_TEXT
from notebook_app.network.phone_files import FileFinding, FileKind, ReceivedFile, Refusal
from notebook_app.services.import_calendar import is_calendar
from notebook_app.services.importable_endings import CARD_ENDINGS
from notebook_app.services.received_text import text_as_cards
from notebook_app.services.zipped_cards import looks_like_zip, zipped_files

_SNIFFED = 65_536
_PIECE = 262_144
_LONGEST_MARK = 32
_UNPACKED_TO_COUNT = 64_000_000
_CARD: Final = re.compile(rb"BEGIN[ \t]{0,8}:[ \t]{0,8}VCARD", re.IGNORECASE)
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def look_at_received(files: Sequence[ReceivedFile], region: str) -> list[FileFinding]:
    """Return what each file is; ``region`` is where numbers in plain text come from."""
    return [_finding(file, region) for file in files]


def _finding(file: ReceivedFile, region: str) -> FileFinding:
    name, data = file.name, file.data
    beginning = data[:_SNIFFED]
    if not data:
        return FileFinding(name, refusal=Refusal.EMPTY)
    if name == SENT_TEXT:
        cards = text_as_cards(data.decode("utf-8", "replace"), region)
        return _counted(name, cards) if cards else FileFinding(name, refusal=Refusal.NOT_CONTACTS)
    if looks_like_zip(data):
        return _zip_finding(name, data)
    if picture_kind(beginning):
        return FileFinding(name, FileKind.PICTURE)
    if looks_like_windows_contact(beginning):
        return FileFinding(name, count=1)
    if looks_like_vcard(beginning):
        return _counted(name, data)
    if is_calendar((name, data)):
        is_one = b"BEGIN:VCALENDAR" in beginning.replace(b"\0", b"").upper()
        refusal = None if is_one else Refusal.NOT_CONTACTS
        return FileFinding(name, FileKind.CALENDAR, refusal=refusal)
    if looks_like_table(name, beginning):
        return FileFinding(name, FileKind.TABLE)
    return FileFinding(name, refusal=Refusal.NOT_CONTACTS)


def _zip_finding(name: str, data: bytes) -> FileFinding:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return FileFinding(name, refusal=Refusal.DAMAGED)
    if size > _UNPACKED_TO_COUNT:
        # The import looks at it, and says what is too much; counting is not worth the memory.
        return FileFinding(name)
    count = found = 0
    try:
        for _name, content in zipped_files(name, data, CARD_ENDINGS):
            found += 1
            count += _count(content)
    except UserProblem:
        return FileFinding(name, refusal=Refusal.DAMAGED)
    if not found:
        return FileFinding(name, refusal=Refusal.NOT_CONTACTS)
    return FileFinding(name, count=count)


def _counted(name: str, data: bytes) -> FileFinding:
    return FileFinding(name, count=_count(data))


def _count(data: bytes) -> int:
    if data.startswith(_WIDE) or b"\0" in data[:_LONGEST_MARK]:
        data = as_utf8(data)
    return sum(1 for _match in _marks(data))


def _marks(data: bytes) -> Iterator[int]:
    """Yield where cards begin; between two pieces other threads get their turn."""
    seen = -1
    for start in range(0, len(data), _PIECE):
        for match in _CARD.finditer(data, start, start + _PIECE + _LONGEST_MARK):
            if match.start() > seen:
                seen = match.start()
                yield seen
