"""Say who was at an event or is expected there, one person after the other."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import Event, Presence
from notebook_app.model.name_form import split_name
from notebook_app.storage.notebook import Notebook


def put_at_event(
    notebook: Notebook, event_id: int, contact_id: int, presence: Presence
) -> ChangeSet:
    """Note how somebody was at an event, or that they are expected.

    Raises:
        UserProblem: the event or the person is gone, somebody was met or seen before the event
            happens, or it could not be written.
    """
    event = _event(notebook, event_id)
    name = notebook.contacts.name_of(contact_id)
    if not name:
        raise UserProblem("This person is no longer in the notebook.")
    _check_day(notebook, event, presence, name)
    with notebook.change(_label(presence, name, event.draft.name)) as change:
        notebook.events.put_person(event_id, contact_id, presence)
        change.touch(Changed.EVENT, event_id)
        change.touch(Changed.CONTACT, contact_id)
    return change.result()


def put_new_person_at_event(
    notebook: Notebook, event_id: int, name: str, presence: Presence
) -> ChangeSet:
    """Put somebody into the notebook by name alone, and note that they were there.

    Raises:
        UserProblem: the event is gone, there is no name, somebody was met or seen before the
            event happens, or it could not be written.
    """
    event = _event(notebook, event_id)
    name = " ".join(name.split())
    if not name:
        raise UserProblem("There is no name yet.", "", "Type whom you mean.")
    _check_day(notebook, event, presence, name)
    with notebook.change(_label(presence, name, event.draft.name)) as change:
        details = ContactDetails(display_name=name, name=split_name(name))
        contact_id = notebook.contacts.insert(ContactDraft(details))
        notebook.events.put_person(event_id, contact_id, presence)
        change.touch(Changed.EVENT, event_id)
        change.touch(Changed.CONTACT, contact_id)
    return change.result()


def take_off_event(notebook: Notebook, event_id: int, contact_id: int) -> ChangeSet:
    """Take somebody off an event; the person and what was said stay.

    Raises:
        UserProblem: the event is gone, or it could not be written.
    """
    event = _event(notebook, event_id)
    name = notebook.contacts.name_of(contact_id)
    with notebook.change(f"Took {name} off {event.draft.name}") as change:
        notebook.events.take_person(event_id, contact_id)
        change.touch(Changed.EVENT, event_id)
        change.touch(Changed.CONTACT, contact_id)
    return change.result()


def usual_presence(notebook: Notebook, event: Event, contact_id: int) -> Presence:
    """Return what is likeliest: expected at one to come, else met, or seen if known before."""
    if event.draft.on > notebook.clock.today():
        return Presence.EXPECTED
    known = notebook.event_outcomes.known_before([contact_id], event.draft.on)
    return Presence.SEEN if known else Presence.MET


def _event(notebook: Notebook, event_id: int) -> Event:
    event = notebook.events.get(event_id)
    if event is None:
        raise UserProblem("This event is no longer in the notebook.")
    return event


def _check_day(notebook: Notebook, event: Event, presence: Presence, name: str) -> None:
    if presence is not Presence.EXPECTED and event.draft.on > notebook.clock.today():
        raise UserProblem(
            f"{event.draft.name} is still to come, so {name} can't have been met there.",
            "",
            "Put them down as expected.",
        )


def _label(presence: Presence, name: str, event: str) -> str:
    words = {Presence.MET: "Met", Presence.SEEN: "Saw", Presence.EXPECTED: "Expecting"}
    return f"{words[presence]} {name} at {event}"
