"""Change how long an event takes, as by dragging its end in the calendar."""

from dataclasses import replace
from decimal import Decimal

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.services.save_event import checked_event
from notebook_app.storage.notebook import Notebook


def stretch_event(notebook: Notebook, event_id: int, minutes: int) -> ChangeSet:
    """Store how long an event takes: as hours on its page, or as its calendar file had it.

    Raises:
        UserProblem: it is gone, or could not be written.
    """
    event = notebook.events.get(event_id)
    if event is None:
        raise UserProblem("This event is no longer in the notebook.")
    draft = event.draft
    with notebook.change(f"Changed how long {draft.name} takes") as change:
        notebook.read_events.user_changes(event_id)
        if not notebook.events.set_minutes(event_id, minutes):
            hours = Decimal(f"{minutes / 60:.2f}".rstrip("0").rstrip("."))
            notebook.events.update(event_id, checked_event(notebook, replace(draft, hours=hours)))
        change.touch(Changed.EVENT, event_id)
    return change.result()
