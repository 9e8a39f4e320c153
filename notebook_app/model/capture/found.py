"""What was found in a line so far, and which of its letters are spoken for."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from datetime import date, time

from notebook_app.model.capture.captured import (
    CaptureContext,
    CapturedFollowUp,
    CapturedOpportunity,
    EventChoice,
    NamedPerson,
    PieceKind,
)
from notebook_app.model.capture.vocabulary import Vocabulary, vocabulary
from notebook_app.model.capture.words import Span, Word, words_of
from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.offering import Direction, FavourKind


@dataclass(slots=True)
class FoundFavour:
    """A favour, with those parts of the line that name who did it and whom it was about."""

    kind: FavourKind
    direction: Direction
    by: "Found | None" = None
    about: "Found | None" = None
    text: str = ""


@dataclass(slots=True)
class Says:
    """What one part of a line says; most parts say one thing."""

    person: NamedPerson | None = None
    organization: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    on: date | None = None
    at: time | None = None
    channel: Channel | None = None
    firm: bool = True
    setting: str = ""
    formality: Formality | None = None
    place: str = ""
    event: EventChoice | None = None
    initiated_by: Initiator | None = None
    tag: str = ""
    follow_up: CapturedFollowUp | None = None
    service_id: int | None = None
    favour: FoundFavour | None = None
    remember: str = ""
    opportunity: CapturedOpportunity | None = None


@dataclass(slots=True)
class Found:
    """A part of the line and what it says; with ``stays`` its words remain in the text.

    ``marked`` ones stand behind a mark, and so go before what was only guessed from words.
    """

    kind: PieceKind
    start: int
    end: int
    says: Says
    stays: bool = False
    marked: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(slots=True)
class Opening:
    """The phrase that a line begins with: ``Coffee with Carla``.

    Where all of it was understood (``whole``) it says nothing that the text need repeat;
    ``joints`` are its small words.
    """

    found: list[Found] = field(default_factory=list)
    joints: list[Span] = field(default_factory=list)
    whole: bool = False
    words: int = 0


class Reading:
    """A line that is being read. What one reader took, no other reads again."""

    def __init__(self, line: str, context: CaptureContext) -> None:
        """Take the line; nothing is found in it yet."""
        self.line = line
        self.context = context
        self.vocabulary: Vocabulary = vocabulary(context.languages)
        self.found: list[Found] = []
        self.unread: list[str] = []
        self.opening = Opening()
        self._taken: list[Span] = []

    def is_free(self, start: int, end: int) -> bool:
        """Return whether nobody took any letter of a part yet."""
        at = bisect_left(self._taken, (start, start))
        before = at == 0 or self._taken[at - 1][1] <= start
        behind = at == len(self._taken) or self._taken[at][0] >= end
        return before and behind

    def take(self, found: Found) -> bool:
        """Note what was found, unless its letters are spoken for; return whether it was noted."""
        if not self.is_free(found.start, found.end):
            return False
        insort(self._taken, found.span)
        self.found.append(found)
        return True

    def take_back(self, found: Found) -> None:
        """Forget what was noted."""
        self.found.remove(found)
        self._taken.remove(found.span)

    def words(self, start: int = 0, end: int = -1) -> list[Word]:
        """Return the words that are still to be read."""
        return words_of(self.line, self._taken, start, end)

    def kept_from_reading(self, start: int, end: int) -> None:
        """Note that a part was looked at and is only text."""
        if self.is_free(start, end):
            insort(self._taken, (start, end))
