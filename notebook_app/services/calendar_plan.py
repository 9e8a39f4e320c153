"""What importing calendar files would do, event by event, before anything is written."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent


class EventState(StrEnum):
    """What would become of an event of the file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "the same"
    CANCELLED = "cancelled"
    OURS = "ours"
    GONE = "no longer in the file"
    KEPT = "no longer in the file, kept"
    BAD = "unreadable"


@record
class PlannedEvent:
    """An event or what was meant for one, with its file and line.

    ``event`` is how it would be stored, None if it can't be; ``event_id`` is the stored one.
    ``changes`` are (what, before, after) in words.
    """

    source: str
    line: int
    state: EventState
    name: str
    event: CalendarEvent | None = None
    event_id: int | None = None
    changes: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""
    repeats: bool = False


@record
class CalendarPlan:
    """The preview. ``first`` and ``last`` bound what repeats.

    ``GONE`` and ``KEPT`` events are stored dates of series that the file no longer has; something
    was written about those that are kept.

    ``our_to_dos`` are follow-ups of this notebook, ``other_to_dos`` anybody else's; both are left
    out.
    """

    file_names: tuple[str, ...]
    events: tuple[PlannedEvent, ...]
    first: date
    last: date
    unknown_zones: tuple[str, ...] = ()
    our_to_dos: int = 0
    other_to_dos: int = 0

    def counts(self) -> Counter[EventState]:
        """Return how many events there are of each state."""
        return Counter(event.state for event in self.events)

    @property
    def changes_nothing(self) -> bool:
        """Whether carrying it out would write nothing, if what is gone is left as it is."""
        counts = self.counts()
        return not counts[EventState.NEW] and not counts[EventState.CHANGED]

    @property
    def in_files(self) -> int:
        """How many events the files have, readable or not."""
        counts = self.counts()
        return len(self.events) - counts[EventState.GONE] - counts[EventState.KEPT]

    def of(self, state: EventState) -> Sequence[PlannedEvent]:
        """Return the events of a state."""
        return [event for event in self.events if event.state is state]

    def remarks(self) -> list[str]:
        """Return what else is to be known of the files, each in a sentence."""
        said = []
        if any(event.repeats for event in self.events):
            said.append(
                f"What repeats is taken in from {self.first.isoformat()} to"
                f" {self.last.isoformat()}; read the file again later for more."
            )
        counts = self.counts()
        said += _vanished(counts[EventState.GONE], counts[EventState.KEPT])
        if count := counts[EventState.OURS]:
            are = "1 entry is" if count == 1 else f"{count:,} entries are"
            said.append(f"{are} from this notebook itself and left alone.")
        if count := counts[EventState.CANCELLED]:
            are = "1 event is" if count == 1 else f"{count:,} events are"
            said.append(
                f"{are} cancelled; what is in the notebook of that stays until you delete it."
            )
        if count := self.our_to_dos:
            are = "1 to-do is a follow-up" if count == 1 else f"{count:,} to-dos are follow-ups"
            said.append(f"{are} of this notebook; done or not, they stay as they are here.")
        if count := self.other_to_dos:
            are = "1 to-do is" if count == 1 else f"{count:,} to-dos are"
            said.append(f"{are} left out: only events are taken in.")
        for name in self.unknown_zones[:3]:
            said.append(
                f"Nobody here knows the time zone “{name[:60]}”; its times are taken as they stand."
            )
        return said


def _vanished(gone: int, kept: int) -> list[str]:
    """Say which dates a series no longer has, and what becomes of them."""
    if not gone + kept:
        return []
    said = "1 date is" if gone + kept == 1 else f"{gone + kept:,} dates are"
    said = f"{said} no longer in the file."
    if kept:
        about = "it" if kept == 1 else "them"
        about = f"{kept:,} of them" if gone else about
        said += f" Something is written about {about}, so that stays."
    return [said]
