"""Which entries of the calendar are shown, where not all are."""

from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarEntry, CalendarKind

EVERY_KIND: Final = frozenset(CalendarKind)


@record
class CalendarFilter:
    """What is shown: entries of ``kinds``, done ones or not, follow-ups of some kinds or all.

    ``people`` are row ids of contacts; None for everyone. Events are about nobody in particular
    and stay.
    """

    kinds: frozenset[CalendarKind] = EVERY_KIND
    done: bool = True
    means: frozenset[FollowUpKind] | None = None
    people: frozenset[int] | None = None

    def is_open(self) -> bool:
        """Return whether it lets everything through."""
        return self == CalendarFilter()

    def holds(self, entry: CalendarEntry) -> bool:
        """Return whether an entry is shown."""
        if entry.kind not in self.kinds:
            return False
        if self.people is not None and entry.contact_id is not None:
            return entry.contact_id in self.people and self._holds_follow_up(entry)
        return self._holds_follow_up(entry)

    def _holds_follow_up(self, entry: CalendarEntry) -> bool:
        if entry.kind is not CalendarKind.FOLLOW_UP:
            return True
        if not self.done and entry.state is not FollowUpState.OPEN:
            return False
        return self.means is None or entry.follow_up_kind in self.means
