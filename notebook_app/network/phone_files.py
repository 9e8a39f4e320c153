"""What goes between a phone and this computer: files in memory, and what was found in them.

Nothing here is ever a path: names are only shown, and only after all that a name could do beside
being read was taken out of them.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from notebook_app.foundation.record import record


class FileKind(StrEnum):
    """What a file that came is, by its content."""

    CARDS = "cards"
    TABLE = "table"
    CALENDAR = "calendar"
    PICTURE = "picture"


class Refusal(StrEnum):
    """Why a file, or all that was sent, is not taken."""

    NOTHING = "nothing was chosen"
    EMPTY = "empty"
    NOT_CONTACTS = "no contacts"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    TOO_MANY = "too many files"
    BUSY = "too many at once"
    FULL = "no room left"
    BROKEN = "did not arrive whole"
    BROKEN_OFF = "broken off"
    TOO_SLOW = "too slow"


@record
class ReceivedFile:
    """A file as it came from a phone: a harmless name to show, and its bytes."""

    name: str
    data: bytes


@record
class FileFinding:
    """What a file turned out to be: its kind and how many cards, or why it is not taken.

    ``count`` is 0 where it is not known without opening the file further: pictures, tables.
    """

    name: str
    kind: FileKind = FileKind.CARDS
    count: int = 0
    refusal: Refusal | None = None


Look = Callable[[Sequence[ReceivedFile]], Sequence[FileFinding]]
"""Says what files are, one finding for each; called in a thread of the server's own."""


@record
class OfferedFile:
    """A file for the phone to fetch.

    ``name`` is what the phone saves it as, ``title`` what stands on the page in large letters
    (in the user's own words: "Anna Berg", "12 people"), ``media_type`` as in RFC 9110, 8.3.1.
    """

    name: str
    title: str
    media_type: str
    data: bytes
