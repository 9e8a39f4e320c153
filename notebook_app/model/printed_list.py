"""A list that was printed: its number, the codes of its rows, and what came back of them.

A row's code is its position on the paper and a check letter, as in ``17K``, so that a number that
was misread or mistyped is noticed instead of leading to somebody else.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from notebook_app.model.follow_up import FollowUpKind, FollowUpState

CHECK_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""The alphabet without I, O and Q, which are taken for 1 and 0 in handwriting: 23 letters.

The letter is number 10 × list + position, modulo 23, as on the Spanish identity card, whose
letter is its number modulo 23. As 23 is a prime and 10 generates all its remainders, one wrong
digit always changes the letter (the difference d · 10^k is no multiple of 23), and so do two
digits in each other's place ((a − b)(10^i − 10^k) is none either, up to 22 places apart). A wrong
letter is no letter of that position. That the list counts too tells apart two papers on one desk.
"""

UNKNOWN_SIGN: Final = "…"
"""Stands for the letter and the number while a list is only looked at."""

REMEMBERED_DAYS: Final = 366
"""A printed list is remembered for a year; then it is forgotten, and its number is not reused."""

_SCHEME: Final = "CN-LIST"
_UID_SIGNS: Final = 12
_CODE = re.compile(r"\s*0*([0-9]{1,6})\s*([A-Za-z])\s*")
_REFERENCE = re.compile(
    rf"{_SCHEME}:([0-9]{{1,9}}):([0-9A-F]{{{_UID_SIGNS}}})(?::([0-9]{{1,6}})([A-Z]))?"
)


class PaperAnswer(StrEnum):
    """What the user says of a row that came back."""

    DONE = "done"
    NO_ANSWER = "no answer"
    MESSAGE_LEFT = "left a message"
    LATER = "later"
    SKIPPED = "skipped"


class Standing(StrEnum):
    """What can be done about a row now."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    TAKEN_OUT = "taken out"
    """The follow-up was deleted."""
    PERSON_DELETED = "person deleted"


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list that was printed; of ``rows`` so many are ``waiting``: open, and not answered."""

    number: int
    uid: str
    title: str
    printed_on: date
    rows: int
    waiting: int


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as it was printed, by what it is about."""

    position: int
    contact_uid: str
    follow_up_uid: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A printed row as things stand now.

    ``name`` is whom the follow-up is with now; ``printed_name`` whom it was with, if they were
    merged into somebody since. ``moved_to`` is another day than was printed. ``follow_up_id`` and
    ``contact_id`` are None for what is gone.
    """

    list_number: int
    position: int
    standing: Standing
    name: str
    organization: str = ""
    printed_name: str = ""
    contact_id: int | None = None
    follow_up_id: int | None = None
    kind: FollowUpKind | None = None
    note: str = ""
    due: date | None = None
    moved_to: date | None = None
    closed_on: date | None = None
    answer: PaperAnswer | None = None
    answered_on: date | None = None

    @property
    def code(self) -> str:
        """The code on the paper."""
        return row_code(self.list_number, self.position)

    @property
    def is_waiting(self) -> bool:
        """Whether nothing is known of it yet, and something can be said."""
        return self.answer is None and self.standing is Standing.OPEN


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """What the code on a page says: the list, which notebook printed it, the page's first row."""

    number: int
    uid_start: str
    position: int | None = None

    def is_of(self, printed: PrintedList) -> bool:
        """Return whether it was printed with that list, and not from another notebook."""
        return self.number == printed.number and _uid_start(printed.uid) == self.uid_start


def standing_of(state: FollowUpState | None, *, person_is_there: bool) -> Standing:
    """Return how a row stands whose follow-up is in ``state``, None if there is none any more."""
    if not person_is_there:
        return Standing.PERSON_DELETED
    if state is None:
        return Standing.TAKEN_OUT
    return Standing(state.value)


def row_code(list_number: int | None, position: int) -> str:
    """Return ``17K``; ``17…`` while the list has no number yet. See ``CHECK_LETTERS``."""
    return f"{position}{UNKNOWN_SIGN if list_number is None else _letter(list_number, position)}"


def position_of(code: str, list_number: int) -> int | None:
    """Return the position that a code of this list stands for; None if a sign of it is wrong.

    Small letters will do, and blanks around and inside.
    """
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    position = int(match[1])
    return position if match[2].upper() == _letter(list_number, position) else None


def reference_code(number: int, uid: str) -> str:
    """Return what the code on the first page says.

    Only signs of a QR code's small alphabet (ISO/IEC 18004, alphanumeric mode), so that it stays
    coarse; a further page adds a colon and the code of its first row.
    """
    return f"{_SCHEME}:{number}:{_uid_start(uid)}"


def read_reference(text: str) -> PrintedCode | None:
    """Return what a code on paper says, or None if it is none of ours or was misread."""
    match = _REFERENCE.fullmatch(text.strip().upper())
    if match is None:
        return None
    number = int(match[1])
    position = None
    if match[3] is not None:
        position = position_of(match[3] + match[4], number)
        if position is None:
            return None
    return PrintedCode(number, match[2], position)


def _letter(list_number: int, position: int) -> str:
    return CHECK_LETTERS[(10 * list_number + position) % len(CHECK_LETTERS)]


def _uid_start(uid: str) -> str:
    return uid.replace("-", "")[:_UID_SIGNS].upper()
