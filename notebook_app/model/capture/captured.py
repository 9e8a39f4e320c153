"""What one line says: whom, when, where, what was said, what next; and where it says so.

Every part of the line is either a piece that was understood or text; nothing is dropped. The
pieces are what a window shows as chips, and what a user can take back one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.offering import Direction, FavourKind
from notebook_app.model.rows import ContactChoice


class PieceKind(StrEnum):
    """What a part of a line was understood as."""

    PERSON = "person"
    ORGANIZATION = "organisation"
    EMAIL = "e-mail"
    PHONE = "phone"
    DAY = "day"
    TIME = "time"
    CHANNEL = "channel"
    SETTING = "setting"
    PLACE = "place"
    EVENT = "event"
    INITIATOR = "who began"
    TAG = "tag"
    FOLLOW_UP = "follow-up"
    SERVICE = "service"
    FAVOUR = "favour"
    REMEMBER = "to remember"
    OPPORTUNITY = "opportunity"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line, ``line[start:end]``, and what it was understood as.

    Pieces never overlap and stand in the line's order. A ``guessed`` one follows from words that
    stay in the text as well ("rang" says that it was a call).
    """

    kind: PieceKind
    start: int
    end: int
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody named in a line; no ``choices`` if nobody in the notebook is called so.

    ``chosen`` is the row id of whom is meant: the only choice, or the one that the user took of
    several; 0 if the user said that it is somebody new although others are called so. Nobody
    chosen and nobody to choose from is a new person as well.
    """

    name: str
    start: int
    end: int
    choices: tuple[ContactChoice, ...] = ()
    chosen: int | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is somebody whom the notebook does not know yet."""
        return self.chosen == 0 or (self.chosen is None and not self.choices)

    @property
    def is_unclear(self) -> bool:
        """Whether several are called so and none was chosen yet."""
        return self.chosen is None and bool(self.choices)


@dataclass(frozen=True, slots=True)
class CapturedFollowUp:
    """What is to be done next, with the person whose number in ``people`` it is."""

    kind: FollowUpKind
    due: date
    at: time | None = None
    note: str = ""
    repeat: str = ""
    person: int = 0
    promised: bool = False


@dataclass(frozen=True, slots=True)
class CapturedFavour:
    """Help, an introduction or a referral that the line tells of, with a person of ``people``.

    ``about`` is the number in ``people`` of who was introduced or referred.
    """

    kind: FavourKind
    direction: Direction
    person: int = 0
    about: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CapturedOpportunity:
    """Work that may come; ``currency`` is an ISO 4217 code."""

    title: str
    value: Decimal | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class EventChoice:
    """An event of the notebook that a line may mean."""

    id: int
    name: str
    on: date
    formality: Formality | None = None


@dataclass(frozen=True, slots=True)
class CapturedLine:
    """Everything that one line says.

    ``text`` is what is stored as said: the line without what is stored elsewhere. ``channel``,
    ``setting`` and ``initiated_by`` are None or empty where the line does not say; the caller
    falls back to what was used last. On somebody's page (``with_contact``) they are the first of
    ``people``, at 0 to 0 where the line does not name them. What belongs to a new person
    (``organization``, ``emails``, ``phones``) is about the first of ``people``. ``unread`` tells
    of marks that were not understood and stayed text (``!someday``), in plain words.
    """

    line: str
    text: str = ""
    people: tuple[NamedPerson, ...] = ()
    organization: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    on: date | None = None
    at: time | None = None
    channel: Channel | None = None
    setting: str = ""
    formality: Formality | None = None
    place: str = ""
    event: EventChoice | None = None
    initiated_by: Initiator | None = None
    tags: tuple[str, ...] = ()
    follow_ups: tuple[CapturedFollowUp, ...] = ()
    service_ids: tuple[int, ...] = ()
    favours: tuple[CapturedFavour, ...] = ()
    remember: tuple[str, ...] = ()
    opportunities: tuple[CapturedOpportunity, ...] = ()
    pieces: tuple[Piece, ...] = ()
    unread: tuple[str, ...] = ()

    def words(self, piece: Piece) -> str:
        """Return the part of the line that a piece stands for."""
        return self.line[piece.start : piece.end]


class KnownThings(Protocol):
    """What the notebook knows of names, as far as reading a line needs it. Asked often."""

    def people(self, name: str) -> Sequence[ContactChoice]:
        """Return those who are called so: whole name, given or family name, nickname."""

    def event(self, words: str, on: date) -> EventChoice | None:
        """Return the event of that name on that day or nearest before it, if there is one."""

    def is_place(self, words: str) -> bool:
        """Return whether a conversation or an event was at a place of that name."""

    def services(self) -> Sequence[tuple[int, str]]:
        """Return the services that are offered, by row id and name."""


@dataclass(frozen=True, slots=True)
class CaptureContext:
    """What a line is read with.

    ``languages`` are those whose words are understood, the user's own first (``en``, ``de``).
    ``with_contact`` is the person on whose page the line is written: then nobody need be named.
    ``after_event``: each line begins with a name, as when people are written down after an event.
    ``as_text`` holds the pieces that the user took back: kind and words. ``chosen`` says who of
    several namesakes is meant, by the name as it stands in the line, folded; 0 for somebody new.
    """

    today: date
    known: KnownThings
    languages: tuple[str, ...] = ("en", "de")
    region: str = ""
    with_contact: ContactChoice | None = None
    after_event: bool = False
    as_text: frozenset[tuple[PieceKind, str]] = frozenset()
    chosen: dict[str, int] = field(default_factory=dict)
