"""Find the one event that words mean."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.event import Event
from notebook_app.model.name_form import folded
from notebook_app.storage.notebook import Notebook

_NAMED_AT_MOST = 8
_LONGEST_ID = 18


def find_event(notebook: Notebook, words: str) -> Event:
    """Return the event with this id, UUID, or enough of its words to be unique.

    Of several with exactly that name, it is the last one that was, or the next one.

    Raises:
        UserProblem: there is none, or several, which are then listed.
    """
    text, today = words.strip(), notebook.clock.today()
    numbered = text.isdecimal() and len(text) <= _LONGEST_ID
    event_id = int(text) if numbered else notebook.events.id_of(text.lower())
    event = None if event_id is None else notebook.events.get(event_id)
    if event is not None:
        return event
    found = notebook.event_list.complete(text, today, _NAMED_AT_MOST)
    named = [choice for choice in found if folded(choice.name) == folded(text)]
    if len(found) > 1 and not named:
        listed = "; ".join(f"{each.name}, {each.on.isoformat()} ({each.id})" for each in found)
        raise UserProblem(
            f"“{text}” can be {listed}.", "", "Say more of the name, or use the number."
        )
    for choice in (*named, *found):
        event = notebook.events.get(choice.id)
        if event is not None:
            return event
    raise UserProblem(f"There is no event “{text}” in the notebook.")
