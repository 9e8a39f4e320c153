"""The form to log a conversation: by keyboard alone, with several people, known or new."""

from collections.abc import Callable
from datetime import date, time
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.conversations.log_form import LogForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import Channel, ConversationDraft, Formality, Initiator
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

ShowForm = Callable[..., LogForm]


@pytest.fixture
def people(notebook: Notebook) -> dict[str, int]:
    with notebook.change("Added people"):
        return {
            name: notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
            for name in ("Agnes Dahl", "Ben Okafor", "Carla Mendes")
        }


@pytest.fixture
def show_form(desk: Desk, qtbot: QtBot) -> ShowForm:
    def show(contact_ids: tuple[int, ...] = (), conversation_id: int | None = None) -> LogForm:
        present = None
        if conversation_id is not None:
            present = desk.notebook.conversations.get(conversation_id)
        form = LogForm(desk, None, contact_ids, present)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(form)
        form.show()
        return form

    return show


def logged(notebook: Notebook) -> list[ConversationDraft]:
    rows = notebook.database.execute_sql("SELECT id FROM conversation ORDER BY id").fetchall()
    return [notebook.conversations.get(row[0]).draft for row in rows]


def test_a_conversation_is_logged_by_keyboard_alone(
    show_form: ShowForm, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_form()
    QTest.keyClicks(form.people.edit, "Carla")
    QTest.keyClick(form.people.edit, Qt.Key.Key_Return)
    QTest.keyClicks(form.text, "Needs an accountant")
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    [draft] = logged(notebook)
    assert (draft.contact_ids, draft.text) == ((people["Carla Mendes"],), "Needs an accountant")
    assert (draft.on, draft.channel) == (TODAY, Channel.IN_PERSON)


def test_everything_about_it_is_stored_in_one_step_with_its_follow_up(
    show_form: ShowForm, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    form = show_form((people["Agnes Dahl"], people["Ben Okafor"]))
    form.text.setPlainText("Prices")
    form.circumstances.on.edit.setText("yesterday")
    form.circumstances.setting.setCurrentText("Café")
    form.circumstances.began.choose(Initiator.THEM)
    form.at.setText("14:30")
    form.place.setText("Bean House")
    form.kind.choose(FollowUpKind.LUNCH)
    form.due.set_value(date(2026, 12, 1))
    form.act()
    [draft] = logged(notebook)
    assert draft.contact_ids == (people["Agnes Dahl"], people["Ben Okafor"])
    assert (draft.on, draft.at) == (date(2026, 11, 20), time(14, 30))
    assert (draft.setting, draft.formality) == ("café", Formality.INFORMAL)
    assert (draft.place, draft.initiated_by) == ("Bean House", Initiator.THEM)
    [planned] = notebook.follow_ups.open_of(people["Agnes Dahl"])
    assert (planned.kind, planned.due) == (FollowUpKind.LUNCH, date(2026, 12, 1))
    desk.undo()
    assert logged(notebook) == []
    assert notebook.follow_ups.open_of(people["Agnes Dahl"]) == []


def test_somebody_unknown_is_added_with_the_conversation(
    show_form: ShowForm, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    form = show_form((people["Ben Okafor"],))
    QTest.keyClicks(form.people.edit, "Zora Newcomer")
    form.text.setPlainText("Sat beside us")
    form.kind.choose(FollowUpKind.CALL)
    form.act()
    [zora] = notebook.contacts.find("Zora Newcomer")
    [draft] = logged(notebook)
    assert draft.contact_ids == (people["Ben Okafor"], zora.id)
    assert notebook.follow_ups.open_of(people["Ben Okafor"])
    desk.undo()
    assert notebook.contacts.find("Zora Newcomer") == []
    assert logged(notebook) == []


def test_what_is_missing_is_said_in_the_form_and_nothing_is_stored(
    show_form: ShowForm, people: dict[str, int], notebook: Notebook
) -> None:
    form = show_form()
    form.text.setPlainText("With whom?")
    form.act()
    assert form.isVisible()
    assert "whom" in form.trouble.text()
    form.people.choose((people["Ben Okafor"],))
    form.circumstances.on.edit.setText("the day after never")
    form.act()
    assert "date" in form.trouble.text()
    assert logged(notebook) == []


def test_a_conversation_is_changed_and_what_the_form_does_not_show_stays(
    show_form: ShowForm, people: dict[str, int], notebook: Notebook
) -> None:
    with notebook.change("Logged"):
        draft = ConversationDraft(
            (people["Ben Okafor"],),
            "Old words",
            TODAY,
            setting="Sauna",
            formality=Formality.ORGANISED,
        )
        conversation_id = notebook.conversations.insert(draft)
    form = show_form(conversation_id=conversation_id)
    assert form.circumstances.setting.currentText() == "Sauna"
    form.text.setPlainText("New words")
    form.act()
    [changed] = logged(notebook)
    assert (changed.text, changed.setting) == ("New words", "Sauna")
    assert changed.formality is Formality.ORGANISED


def test_people_are_taken_out_by_their_chip_and_by_backspace(
    show_form: ShowForm, people: dict[str, int]
) -> None:
    form = show_form(tuple(people.values()))
    QTest.keyClick(form.people.edit, Qt.Key.Key_Backspace)
    assert [person.name for person in form.people.people()] == ["Agnes Dahl", "Ben Okafor"]


def test_names_with_markup_are_shown_as_text(show_form: ShowForm, notebook: Notebook) -> None:
    with notebook.change("Added"):
        who = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="<b>Bo</b>")))
    form = show_form((who,))
    assert form.people._chips.itemAt(0).widget().words.startswith("<b>Bo</b>")


def many_people(notebook: Notebook) -> tuple[int, ...]:
    with notebook.change("Added people"):
        return tuple(
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=f"Member {number}")))
            for number in range(200)
        )


def test_a_talk_with_very_many_is_written_beside_the_window(
    show_form: ShowForm, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    everybody = many_people(notebook)
    form = show_form(everybody)
    form.text.setPlainText("The yearly assembly")
    form.act()
    assert desk.running_titles() == ["Saving the conversation"]
    form.reject()
    assert form.isVisible()
    qtbot.waitUntil(lambda: not form.isVisible())
    [draft] = logged(notebook)
    assert set(draft.contact_ids) == set(everybody)


def test_what_was_written_stays_if_very_many_cannot_be_written_now(
    show_form: ShowForm, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    form = show_form(many_people(notebook))
    form.text.setPlainText("The yearly assembly")
    written = Event()
    desk.run_in_background(lambda _progress: written.wait(10), lambda _done: None, "Importing")
    form.act()
    assert "“Importing” is still writing" in form.trouble.text()
    assert form.isVisible()
    written.set()
    qtbot.waitUntil(lambda: not desk.running_titles())
    form.act()
    qtbot.waitUntil(lambda: not form.isVisible())
    assert len(logged(notebook)) == 1
