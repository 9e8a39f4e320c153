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
        if entry.follow_up_kind is not None and entry.contact_id is not None:
            is_open = entry.state is FollowUpState.OPEN
            return self.holds_follow_up(entry.follow_up_kind, entry.contact_id, is_open=is_open)
        return self.people is None or entry.contact_id is None or entry.contact_id in self.people

    def holds_follow_up(self, kind: FollowUpKind, contact_id: int, *, is_open: bool) -> bool:
        """Return whether a follow-up is shown, if any are."""
        return (
            (is_open or self.done)
            and (self.means is None or kind in self.means)
            and (self.people is None or contact_id in self.people)
        )
