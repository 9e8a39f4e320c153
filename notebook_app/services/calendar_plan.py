"""What importing calendar files would do, event by event, before anything is written."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.calendar_file import CalendarEvent


class EventState(StrEnum):
    """What would become of an event of the file."""

    NEW = "new"
    CHANGED = "changed"
    BOTH = "changed here and in the file"
    OWN = "changed here"
    SAME = "the same"
    CANCELLED = "cancelled"
    OURS = "ours"
    GONE = "no longer in the file"
    KEPT = "no longer in the file, kept"
    BAD = "unreadable"


_NOT_IN_FILE = (EventState.GONE, EventState.KEPT)


@record
class PlannedEvent:
    """An event or what was meant for one, with its file and line.

    ``event`` is how it would be stored, None if it can't be; ``event_id`` is the stored one.
    ``changes`` are (what, before, after) in words. Where something that the user changed stays,
    ``theirs`` is the event with the file's word in everything, and ``their_changes`` what would
    change then. ``in_file`` is what the file says word for word, where the notebook keeps that
    beside the event, or is to.
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
    theirs: CalendarEvent | None = None
    their_changes: tuple[tuple[str, str, str], ...] = ()
    in_file: CalendarEvent | None = None


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
        return not self.counts()[EventState.NEW] and not self.updated()

    def updated(self, taken: Collection[int] = ()) -> int:
        """Return how many stored events would change.

        ``taken`` are the row ids of those that the user changed too and the file's word is taken
        of all the same.
        """
        both = self.of(EventState.BOTH)
        return self.counts()[EventState.CHANGED] + sum(
            bool(each.changes) or each.event_id in taken for each in both
        )

    @property
    def in_files(self) -> int:
        """How many events the files have, readable or not, each date of what repeats counted."""
        return sum(each.state not in _NOT_IN_FILE for each in self.events)

    @property
    def dates(self) -> int:
        """How many of the files' events are dates of what repeats, without the notebook's own."""
        return len(self._dates())

    @property
    def series(self) -> int:
        """How many series these dates belong to."""
        return len({(source, uid.rpartition("/")[0]) for source, uid in self._dates()})

    def _dates(self) -> list[tuple[str, str]]:
        left_out = (*_NOT_IN_FILE, EventState.OURS)
        return [
            (each.source, each.event.calendar_uid)
            for each in self.events
            if each.repeats and each.event and each.state not in left_out
        ]

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
        said += _changed_here(counts[EventState.OWN], counts[EventState.BOTH])
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


def _changed_here(alone: int, both: int) -> list[str]:
    """Say what becomes of events that the user changed after they came in."""
    said = []
    if alone:
        stay = "1 event that you changed stays as you have it"
        if alone > 1:
            stay = f"{alone:,} events that you changed stay as you have them"
        said.append(f"{stay}.")
    if both:
        stay = "1 event was changed by you and in the file: yours stays unless you take the file’s"
        if both > 1:
            stay = f"{both:,} events were changed by you and in the file: yours stay unless you"
            stay += " take the file’s"
        said.append(f"{stay}.")
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
