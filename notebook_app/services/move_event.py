"""Move an event to another day or time; its people, its note and what was said there stay."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.month_names import day_and_month
from notebook_app.services.move_occurrence import Slot
from notebook_app.services.save_event import checked_event
from notebook_app.services.skipped_hour import on_clock, told_of_clock
from notebook_app.storage.notebook import Notebook


def move_event(notebook: Notebook, event_id: int, to: Slot) -> ChangeSet:
    """Store an event on another day or at another time; how long it takes stays.

    Conversations at it stay on the days on which they were held.

    Raises:
        UserProblem: it is gone, people were met at it and the day is still to come, or it could
            not be written.
    """
    event = notebook.events.get(event_id)
    if event is None:
        raise UserProblem("This event is no longer in the notebook.")
    moved = replace(event.draft, on=to.on, at=on_clock(to.on, to.at))
    draft = checked_event(notebook, moved)
    with notebook.change(f"Moved {draft.name} to {day_and_month(to.on)}") as change:
        notebook.read_events.user_changes(event_id)
        notebook.events.update(event_id, draft)
        change.touch(Changed.EVENT, event_id)
        for _presence, contact_ids in draft.people():
            change.touch(Changed.CONTACT, *contact_ids)
    return told_of_clock(change.result(), to.on, to.at)
