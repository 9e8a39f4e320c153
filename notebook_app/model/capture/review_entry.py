"""One line as the review looks at it: who it is about, what was said, what comes next."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from notebook_app.model.capture.captured import CapturedFollowUp, CapturedLine, NamedPerson
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.ladder import KINDS, due_after_event

OFFERED_KINDS: Final = tuple(KINDS.values())
"""What is proposed to whoever has no next step."""


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A line, and what the user chose for it in the review."""

    captured: CapturedLine
    next_step: FollowUpKind | None = None
    rest: bool = False
    has_card: bool = False

    @property
    def person(self) -> NamedPerson | None:
        """Whom the line is about, if it names anybody."""
        return self.captured.people[0] if self.captured.people else None

    @property
    def unclear(self) -> NamedPerson | None:
        """The first one of whom it is not clear who they are."""
        return next((each for each in self.captured.people if each.is_unclear), None)

    @property
    def needs_step(self) -> bool:
        """Whether nothing is said of what comes next."""
        return not self.captured.follow_ups and self.next_step is None and not self.rest

    @property
    def needs_something(self) -> bool:
        """Whether there is something to choose."""
        return self.person is None or self.unclear is not None or self.needs_step

    def whole(self, event_on: date, today: date) -> CapturedLine:
        """Return the line with the follow-up that was chosen for it."""
        if self.next_step is None:
            return self.captured
        planned = CapturedFollowUp(self.next_step, due_after_event(event_on, today))
        return replace(self.captured, follow_ups=(*self.captured.follow_ups, planned))


def new_people(entries: list[ReviewEntry]) -> int:
    """Return how many new people the lines name; the same new name twice is one person."""
    names = {
        (" ".join(person.name.casefold().split()), entry.captured.organization.casefold())
        for entry in entries
        for number, person in enumerate(entry.captured.people)
        if person.is_new and not _only_spoken_of(entry.captured, number)
    }
    return len(names)


def _only_spoken_of(captured: CapturedLine, number: int) -> bool:
    return any(favour.about == number for favour in captured.favours)
