"""What a line that is written asks of the notebook."""

from datetime import date

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft, NameParts
from notebook_app.model.conversation import Channel, ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook


def add(notebook: Notebook, shown: str, **details: object) -> int:
    """Put a person into the notebook."""
    with notebook.change("Added"):
        return notebook.contacts.insert(
            ContactDraft(ContactDetails(shown, **details))  # type: ignore[arg-type]
        )


@pytest.mark.parametrize(
    "name",
    [
        *("Anna Maria Müller-Lüdenscheid", "anna maria müller-lüdenscheid", "Anna Maria", "Anna"),
        *("Muller-Ludenscheid", "Änni", "anna muller-ludenscheid"),
    ],
)
def test_people_are_known_by_whole_given_and_family_name_and_nickname(
    notebook: Notebook, name: str
) -> None:
    parts = NameParts(given="Anna Maria", family="Müller-Lüdenscheid")
    who = add(notebook, "Anna Maria Müller-Lüdenscheid", name=parts, nickname="Änni")
    assert [choice.id for choice in notebook.capture.people(name)] == [who]


@pytest.mark.parametrize(
    "name", ["Ann", "Maria Anna", "Bean House", "", "  ", "!", "🎻", "a\ud800"]
)
def test_nobody_is_called_by_what_only_resembles_the_name(notebook: Notebook, name: str) -> None:
    add(notebook, "Anna Maria Berg", organization="Bean House")
    assert notebook.capture.people(name) == []


def test_those_in_the_trash_are_not_meant(notebook: Notebook) -> None:
    who = add(notebook, "Anna Berg")
    assert notebook.capture.people("Anna")
    with notebook.change("Deleted"):
        notebook.contacts.set_deleted(who, True)
    assert notebook.capture.people("Anna") == []


def test_names_of_other_scripts_are_known(notebook: Notebook) -> None:
    for name in ("田中さん", "سامي يوسف", "Владимир Петров"):
        who = add(notebook, name)
        assert [choice.id for choice in notebook.capture.people(name)] == [who]


def test_of_very_many_namesakes_those_one_spoke_to_come_first(notebook: Notebook) -> None:
    ids = [add(notebook, f"Anna {family:04}") for family in range(300)]
    spoken_to = [ids[290], ids[5], ids[150]]
    for day, who in enumerate(spoken_to, 1):
        log_conversation(notebook, ConversationDraft((who,), "Boats", date(2026, 3, day)))
    found = [choice.id for choice in notebook.capture.people("anna")]
    assert found[:3] == spoken_to[::-1]
    assert len(found) == 12


def test_an_event_is_meant_by_its_name_and_these_days_by_its_beginning(notebook: Notebook) -> None:
    for day in (1, 8, 20):
        add_event(notebook, EventDraft("Chamber evening", date(2026, 3, day)))
    found = notebook.capture.event("chamber EVENING", date(2026, 3, 10))
    assert found is not None
    assert (found.name, found.on) == ("Chamber evening", date(2026, 3, 8))
    assert notebook.capture.event("chamber", date(2026, 3, 10)) is not None
    assert notebook.capture.event("chamber", date(2026, 3, 19)) is None
    assert notebook.capture.event("evening", date(2026, 3, 10)) is None


def test_a_place_is_known_from_conversations_and_events(notebook: Notebook) -> None:
    who = add(notebook, "Anna Berg")
    draft = ConversationDraft((who,), "Boats", date(2026, 3, 1), place="Café Süd")
    log_conversation(notebook, draft)
    add_event(notebook, EventDraft("Fair", date(2026, 3, 1), place="Town hall"))
    assert notebook.capture.is_place("cafe sud")
    assert notebook.capture.is_place("Town Hall")
    assert not notebook.capture.is_place("Boats")
    assert not notebook.capture.is_place("")


def test_answers_are_right_again_after_each_write_and_undo(notebook: Notebook) -> None:
    assert notebook.capture.people("Anna") == []
    add(notebook, "Anna Berg")
    assert len(notebook.capture.people("Anna")) == 1
    notebook.undo()
    assert notebook.capture.people("Anna") == []


def test_what_was_noted_last_is_of_that_day_only(notebook: Notebook) -> None:
    who = add(notebook, "Anna Berg")
    day = date(2026, 3, 1)
    assert notebook.capture.last_circumstances(day) is None
    draft = ConversationDraft((who,), "Boats", day, channel=Channel.CALL, setting="train")
    log_conversation(notebook, draft)
    assert notebook.capture.last_circumstances(day) == (Channel.CALL, "train")
    assert notebook.capture.last_circumstances(date(2026, 3, 2)) is None
