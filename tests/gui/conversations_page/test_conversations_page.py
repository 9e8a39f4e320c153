"""The page of conversations: all that happened with everybody, asked for in a sentence."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.conversations_page.conversations_page import ConversationsPage
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import EntryKind
from notebook_app.services.log_conversation import log_conversation
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY


@pytest.fixture
def ids(notebook: Notebook) -> dict[str, int]:
    """Anna of the chamber and Bo, with five conversations."""

    def person(name: str, *tags: str) -> int:
        draft = ContactDraft(ContactDetails(display_name=name, tags=tags))
        return notebook.contacts.insert(draft)

    with notebook.change("two"):
        ids = {"Anna": person("Anna", "chamber"), "Bo": person("Bo")}

    def talk(who: str, text: str, on: date, **more: object) -> None:
        them = tuple(ids[name] for name in who.split())
        log_conversation(notebook, ConversationDraft(them, text, on, **more))  # type: ignore[arg-type]

    talk("Anna", "tea today", TODAY, setting="café", at=time(9))
    talk("Anna Bo", "both at lunch", TODAY - timedelta(days=8))
    talk("Bo", "rang in May", date(2026, 5, 20), channel=Channel.CALL, initiated_by=Initiator.ME)
    talk("Anna", "rang in June", date(2026, 6, 20), channel=Channel.CALL)
    talk("Bo", "a letter", date(2025, 6, 20), channel=Channel.EMAIL)
    return ids


@pytest.fixture
def session(
    notebook: Notebook, ids: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> Iterator[WindowSession]:
    """The whole window on the page."""
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    qtbot.waitExposed(session.window)
    session.window.show_page("conversations")
    yield session
    session.window.close()
    session.close()


def page_of(session: WindowSession) -> ConversationsPage:
    """The page that is shown."""
    page = session.window.pages.current_page()
    assert isinstance(page, ConversationsPage)
    return page


def ask(session: WindowSession, sentence: str) -> list[str]:
    """Type a sentence and return the texts that are shown."""
    page = page_of(session)
    page.search_text_changed(sentence)
    page.focus_content()
    return [entry.text for entry in page.view.entries() if entry.text]


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("", ["tea today", "both at lunch", "rang in June", "rang in May", "a letter"]),
        ("everyone I phoned in May", ["rang in May"]),
        ("all I spoke to last week", ["both at lunch"]),
        ("today", ["tea today"]),
        ("tag:chamber this year", ["tea today", "both at lunch", "rang in June"]),
        ("lunch", ["both at lunch"]),
        ("bo rang", ["rang in May"]),
        ("xylophone", []),
    ],
)
def test_a_sentence_narrows(session: WindowSession, sentence: str, texts: list[str]) -> None:
    assert ask(session, sentence) == texts
    assert page_of(session).nothing.isVisible() == (not texts)


def test_the_head_says_how_many_with_how_many(session: WindowSession, qtbot: QtBot) -> None:
    page = page_of(session)
    qtbot.waitUntil(lambda: "5 conversations with 2 people" in page.figures.text())
    ask(session, "phoned in May")
    qtbot.waitUntil(lambda: "1 conversation with 1 person" in page.figures.text())
    assert page.figures.text().startswith("May 2026")
    ask(session, "xylophone")
    qtbot.waitUntil(lambda: "no conversations" in page.figures.text())


def test_a_mistake_is_told_and_the_list_stays(session: WindowSession) -> None:
    assert ask(session, "tga:x") == ask(session, "")
    page = page_of(session)
    ask(session, "tga:x ")
    assert page.mistake.isVisible()
    ask(session, "today")
    assert not page.mistake.isVisible()


def test_choices_narrow_and_the_sentence_goes_before(session: WindowSession) -> None:
    page = page_of(session)
    page.filters.choose(HappeningFilter(channels=frozenset({Channel.CALL})))
    assert ask(session, "") == ["rang in June", "rang in May"]
    assert page.filters.how.words.startswith("Call")
    assert page.filters.how.isChecked()
    assert ask(session, "in May") == ["rang in May"]
    assert ask(session, "e-mail") == ["a letter"]


def test_the_menus_offer_what_there_is(session: WindowSession) -> None:
    page = page_of(session)
    page.filters.whom.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    tags = next(action.menu() for action in menu.actions() if action.menu())
    assert isinstance(tags, QMenu)
    tags.actions()[0].trigger()
    menu.close()
    assert "tea today" in ask(session, "")
    assert "rang in May" not in ask(session, "")
    page.filters.when.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "Today").trigger()
    menu.close()
    assert ask(session, "") == ["tea today"]
    assert page.filters.when.words.startswith("Today")


def test_days_can_be_typed(session: WindowSession) -> None:
    page = page_of(session)
    page.filters.when.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[-1].trigger()
    menu.close()
    assert page.filters.first.isVisible()
    page.filters.first.set_value(date(2026, 6, 1))
    page.filters.last.set_value(date(2026, 6, 30))
    assert ask(session, "") == ["rang in June"]


def test_an_entry_is_written_in_place_and_stays_where_it_was(
    session: WindowSession, notebook: Notebook
) -> None:
    page = page_of(session)
    ask(session, "rang")
    assert page.view.go_to(EntryKind.CONVERSATION, 3)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    QTest.keyClicks(page.view.writing.editor.text, ", twice")
    QTest.keyClick(
        page.view.writing.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    stored = notebook.conversations.get(3)
    assert stored is not None
    assert stored.draft.text == "rang in May, twice"
    assert [entry.text for entry in page.view.entries()] == ["rang in June", "rang in May, twice"]


def test_a_name_leads_to_the_person(session: WindowSession, ids: dict[str, int]) -> None:
    page = page_of(session)
    ask(session, "phoned in May")
    page.view.go_to(EntryKind.CONVERSATION, 3)
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    people = session.window.pages.current_page()
    assert isinstance(people, PeoplePage)
    assert people.middle.shown_id == ids["Bo"]


def test_delete_is_taken_back_from_the_message(session: WindowSession) -> None:
    page = page_of(session)
    ask(session, "phoned in May")
    page.view.go_to(EntryKind.CONVERSATION, 3)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.view.count() == 0
    session.desk.undo()
    assert [entry.text for entry in page.view.entries()] == ["rang in May"]


def test_those_spoken_with_are_shown_as_people(
    session: WindowSession, ids: dict[str, int], qtbot: QtBot
) -> None:
    page = page_of(session)
    ask(session, "everyone I phoned in May")
    assert page.people_button.isEnabled()
    page.people_button.click()
    people = session.window.pages.current_page()
    assert isinstance(people, PeoplePage)
    qtbot.waitUntil(lambda: people.people.model.rowCount() == 1)
    assert people.people.view.current_id() == ids["Bo"]


def test_what_people_cannot_be_asked_for_is_not_offered(session: WindowSession) -> None:
    page = page_of(session)
    ask(session, "lunch")
    assert not page.people_button.isEnabled()
    assert page.people_button.toolTip()


def test_what_is_shown_is_copied_as_text(session: WindowSession) -> None:
    ask(session, "phoned this year")
    page_of(session).take_along.copy_button.click()
    copied = QApplication.clipboard().text()
    QApplication.clipboard().clear()
    assert copied.split("\n\n") == [
        "Sat 20 Jun: Anna · Phone call\nrang in June",
        "Wed 20 May: Bo · Called\nrang in May",
    ]


def test_what_is_shown_is_printed(session: WindowSession, qtbot: QtBot) -> None:
    from notebook_app.gui.printing.document_dialog import DocumentDialog

    ask(session, "phoned this year")
    page_of(session).take_along.print_button.click()
    dialog = page_of(session).findChild(DocumentDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.prepared is not None)
    assert dialog.prepared is not None
    assert dialog.prepared.document.entry_count() == 2
    assert dialog.prepared.document.subtitle == "2026 · Call"
    dialog.close()


def test_an_empty_notebook_says_so_kindly(notebook: Notebook, qtbot: QtBot, tmp_path: Path) -> None:
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.show_page("conversations")
    assert page_of(session).empty.isVisible()
    session.window.close()
    session.close()
