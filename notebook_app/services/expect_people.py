"""Put people down as expected at an event that is still to come."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.captured_card import CapturedCard
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import ChangeSet
from notebook_app.model.event import EventDraft
from notebook_app.services.captured_lines import LineWriter
from notebook_app.services.captured_people import PeopleWriter, ensure_clear
from notebook_app.services.keep_captured_cards import keep_card
from notebook_app.services.save_event import checked_event, write_event
from notebook_app.storage.notebook import Notebook


def expect_people(
    notebook: Notebook,
    event: EventDraft,
    lines: Sequence[CapturedLine],
    cards: Mapping[int, Sequence[CapturedCard]] | None = None,
) -> ChangeSet:
    """Store an event to come with the people of the lines as expected; who is new is added.

    No conversation is written, since none was held: what the lines say goes into the event's
    note, and all else that they ask for is done. ``cards`` holds the business cards of the first
    person of a line, by the line's number.

    Raises:
        UserProblem: the event has no name, it is not clear who is meant, or it could not be
            written.
    """
    draft = checked_event(notebook, event)
    for captured in lines:
        ensure_clear(captured)
    with notebook.change(f"Added {draft.name}") as change:
        people = PeopleWriter(notebook, change)
        writer = LineWriter(notebook, change, people)
        today = Circumstances(on=notebook.clock.today())
        expected: list[int] = []
        notes = [draft.note] if draft.note else []
        for number, captured in enumerate(lines):
            ids = people.write(captured)
            if not ids:
                notes.append(captured.line.strip())
                continue
            expected += ids
            writer.write(captured, ids, today, conversation=False)
            for card in cards.get(number, ()) if cards else ():
                keep_card(notebook, change, card, ids[0], None)
            if captured.text:
                notes.append(f"{notebook.contacts.name_of(ids[0])}: {captured.text}")
        whole = replace(
            draft,
            expected=tuple(dict.fromkeys((*draft.expected, *expected))),
            note="\n".join(notes),
        )
        write_event(notebook, change, whole)
    return change.result()
