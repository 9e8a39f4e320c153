"""Put an event into the notebook, or store what the user changed of one."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import EventDraft
from notebook_app.services.skipped_hour import event_on_clock, told_of_clock
from notebook_app.storage.notebook import Change, Notebook


def add_event(notebook: Notebook, draft: EventDraft) -> ChangeSet:
    """Store a new event.

    Raises:
        UserProblem: it has no name, people were met at it before it happened, or it could not
            be written.
    """
    draft = checked_event(notebook, draft)
    with notebook.change(f"Added {draft.name}") as change:
        write_event(notebook, change, event_on_clock(draft))
    return told_of_clock(change.result(), draft.on, draft.at)


def update_event(notebook: Notebook, event_id: int, draft: EventDraft) -> ChangeSet:
    """Store an event anew, with the people that the draft names.

    Raises:
        UserProblem: it is gone, it has no name, people were met at it before it happens, or it
            could not be written.
    """
    draft = checked_event(notebook, draft)
    before = notebook.events.get(event_id)
    if before is None:
        raise UserProblem("This event is no longer in the notebook.")
    with notebook.change(f"Changed {draft.name}") as change:
        if _said_by_a_file(draft) != _said_by_a_file(before.draft):
            notebook.read_events.user_changes(event_id)
        notebook.events.update(event_id, event_on_clock(draft))
        change.touch(Changed.EVENT, event_id)
        for _presence, contact_ids in (*before.draft.people(), *draft.people()):
            change.touch(Changed.CONTACT, *contact_ids)
    return told_of_clock(change.result(), draft.on, draft.at)


def write_event(notebook: Notebook, change: Change, draft: EventDraft) -> int:
    """Store a new event within a running change and return its row id."""
    event_id = notebook.events.insert(draft)
    change.touch(Changed.EVENT, event_id)
    for _presence, contact_ids in draft.people():
        change.touch(Changed.CONTACT, *contact_ids)
    return event_id


def checked_event(notebook: Notebook, draft: EventDraft) -> EventDraft:
    """Return the draft with its words tidied.

    Raises:
        UserProblem: it has no name, or people were met at it before it happens.
    """
    name = " ".join(draft.name.split())
    if not name:
        raise UserProblem("This event has no name yet.", "", "Give it a few words.")
    if draft.on > notebook.clock.today() and (draft.met or draft.seen):
        raise UserProblem(
            f"{name} is still to come, so nobody can have been met there.",
            "",
            "Put them down as expected, or correct the day.",
        )
    return replace(draft, name=name, place=draft.place.strip(), host=draft.host.strip())


def _said_by_a_file(draft: EventDraft) -> tuple[object, ...]:
    """Return what a calendar file would say as well."""
    return draft.name, draft.on, draft.at, draft.place
