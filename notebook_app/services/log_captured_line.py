"""Write down what one line says: the conversation, new people, what next, who introduced whom.

All of it is one step to undo.
"""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import ChangeSet
from notebook_app.model.name_form import names_list
from notebook_app.services.captured_lines import LineWriter
from notebook_app.services.captured_people import PeopleWriter, ensure_clear
from notebook_app.storage.notebook import Notebook

_NOTHING_GRANTED = Circumstances()


def log_captured_line(
    notebook: Notebook,
    captured: CapturedLine,
    with_contact_id: int | None = None,
    defaults: Circumstances = _NOTHING_GRANTED,
) -> ChangeSet:
    """Store everything that a line says.

    ``with_contact_id`` is the contact on whose page it was written; ``defaults`` holds where the
    line does not say. A line that says only what is to be done, kept or remembered of people who
    are known writes no conversation.

    Raises:
        UserProblem: nobody is named, it is not clear who is meant, somebody is gone, or it could
            not be written.
    """
    ensure_clear(captured)
    names = _names(notebook, captured, with_contact_id)
    says_conversation = tells_of_conversation(captured)
    label = "Logged a conversation with" if says_conversation else "Noted something about"
    with notebook.change(f"{label} {names_list(names)}") as change:
        people = PeopleWriter(notebook, change)
        ids = people.write(captured, with_contact_id)
        LineWriter(notebook, change, people).write(
            captured, ids, defaults, conversation=says_conversation
        )
    return change.result()


def tells_of_conversation(captured: CapturedLine) -> bool:
    """Return whether a line tells that people spoke, and not only what to do or to remember."""
    told = (
        captured.text,
        captured.channel,
        captured.setting,
        captured.place,
        captured.on,
        captured.at,
        captured.event,
        captured.initiated_by,
        captured.favours,
        captured.service_ids,
        any(person.is_new for person in captured.people),
    )
    else_told = (
        captured.follow_ups,
        captured.tags,
        captured.remember,
        captured.opportunities,
        captured.emails,
        captured.phones,
        captured.organization,
    )
    return any(told) or not any(else_told)


def _names(notebook: Notebook, captured: CapturedLine, with_contact_id: int | None) -> list[str]:
    """Return the names of the people of a line.

    Raises:
        UserProblem: nobody is named, or somebody is gone.
    """
    ids = [person.chosen for person in captured.people if person.chosen]
    if with_contact_id is not None and with_contact_id not in ids:
        ids.insert(0, with_contact_id)
    names = notebook.contacts.names_of(ids)
    if not all(names):
        raise UserProblem(
            "Somebody in this line is no longer in the notebook.", "", "Write the line anew."
        )
    names += [person.name for person in captured.people if person.is_new]
    if not names:
        raise UserProblem(
            "Nobody is named in this line.", "", "Say with whom, as in “Coffee with Carla”."
        )
    return names
