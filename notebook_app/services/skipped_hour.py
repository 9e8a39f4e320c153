"""Times of day that a change to summer time leaves out: what they are taken as, and saying so.

A follow-up or an event that stands alone is stored with the time that clocks show instead. What
repeats keeps its time of day, which all its other days have.
"""

from dataclasses import replace
from datetime import date, time

from notebook_app.model.changes import ChangeSet
from notebook_app.model.clock_change import existing_time
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.month_names import day_and_month


def follow_up_on_clock(draft: FollowUpDraft) -> FollowUpDraft:
    """Return a follow-up at a time that clocks show on its day; what repeats stays as it is."""
    return draft if draft.repeat else replace(draft, at=on_clock(draft.due, draft.at))


def event_on_clock(draft: EventDraft) -> EventDraft:
    """Return an event at a time that clocks show on its day."""
    return replace(draft, at=on_clock(draft.on, draft.at))


def on_clock(on: date, at: time | None) -> time | None:
    """Return a time of day, if there is one, as clocks show it on a day."""
    return None if at is None else existing_time(on, at)


def told_of_clock(changes: ChangeSet, on: date, at: time | None) -> ChangeSet:
    """Return what was written with a sentence on what ``at`` was taken as, if it does not exist."""
    taken = on_clock(on, at)
    if at is None or taken is None or taken == at:
        return changes
    words = (
        f"There is no {at:%H:%M} on {day_and_month(on)} {on.year}, when the clocks go forward:"
        f" it is taken as {taken:%H:%M}."
    )
    return replace(changes, told=words)
