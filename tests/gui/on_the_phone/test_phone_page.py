"""Calls one after the other: who, why, three keys, what was said, and the end."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.later_menu import LaterMenu
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.on_the_phone.phone_page import PhonePage
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, Outcome
from notebook_app.services.remember_facts import remember
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day

Show = Callable[[], PhonePage]


def _person(notebook: Notebook, name: str, *numbers: str) -> int:
    details = ContactDetails(
        display_name=name, phones=tuple(Phone(number, "work") for number in numbers)
    )
    with notebook.change("Added"):
        return notebook.contacts.insert(ContactDraft(details))


def _texts(page: PhonePage) -> list[str]:
    labels = [*page.sheet.card.findChildren(PlainLabel), *page.sheet.notes.findChildren(PlainLabel)]
    return [label.text() for label in labels if label.isVisible()]


def test_it_shows_who_why_the_number_the_topics_and_what_to_remember(
    show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    grace = _person(notebook, "Grace Holt", "+44 20 7946 0018", "01632 960 001")
    fill.talk(grace, "Her new shop", -9)
    remember(notebook, grace, "Plays the cello")
    fill.plan(grace, FollowUpKind.CALL, -2, note="Ask about the lease")
    fill.plan(fill.person("By mail"), FollowUpKind.EMAIL, -5)
    fill.plan(fill.person("In three days"), FollowUpKind.CALL, 3)
    page = show_page()
    assert page.sheet.progress.text() == "1 of 1"
    texts = _texts(page)
    for words in (
        "Grace Holt",
        "+44 20 7946 0018",
        "2 days late",
        "Ask about the lease",
        "9 days ago: Her new shop",
        "Plays the cello",
    ):
        assert words in texts


def test_done_no_answer_and_later_are_three_keys_and_the_next_one_comes(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    ids = [
        fill.plan(fill.person(name), FollowUpKind.CALL, -4 + place, note=f"About {name}")
        for place, name in enumerate(("Ann", "Ben", "Carla"))
    ]
    page = show_page()
    assert page.sheet.progress.text() == "1 of 3"
    qtbot.keyClick(page, Qt.Key.Key_D)
    assert page.sheet.progress.text() == "2 of 3"
    assert page.sheet.card.name.text() == "Ben"
    qtbot.keyClick(page, Qt.Key.Key_N)
    assert page.sheet.card.name.text() == "Carla"
    qtbot.keyClick(page, Qt.Key.Key_L)
    menu = page.sheet.later_button.findChild(LaterMenu)
    assert menu is not None
    assert menu.activeAction() is menu.actions()[0]
    menu.actions()[0].trigger()
    menu.close()
    ann, ben, carla = (notebook.follow_ups.get(each) for each in ids)
    assert ann is not None
    assert ben is not None
    assert carla is not None
    assert (ann.state, ann.outcome) == (FollowUpState.DONE, Outcome.REACHED)
    assert ben.state is FollowUpState.OPEN
    # Tomorrow is Sunday.
    assert ben.draft.due == day(2)
    (attempt,) = notebook.attempts.of(ids[1])
    assert (attempt.outcome, attempt.on) == (Outcome.NO_ANSWER, TODAY)
    assert carla.draft.due > TODAY
    title, sentence = (label.text() for label in page.end.findChildren(PlainLabel))
    assert title == "That was the last call. Well done."
    assert sentence == "1 reached, 1 to try again, 1 put off."


def test_a_call_without_words_is_a_conversation_too(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    ann = fill.person("Ann")
    fill.plan(ann, FollowUpKind.CALL, 0, note="The lease")
    qtbot.keyClick(show_page(), Qt.Key.Key_D)
    row = notebook.people.rows([ann])[0]
    assert row.last_conversation == TODAY


def test_what_was_said_is_written_in_a_line_where_letters_are_letters(
    qtbot: QtBot, show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    ann, ben = fill.person("Ann"), fill.person("Ben")
    first = fill.plan(ann, FollowUpKind.CALL, -1)
    fill.plan(ben, FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_W)
    assert page.sheet.line.text.hasFocus()
    qtbot.keyClicks(page.sheet.line.text, "dnl: needs a quote")
    qtbot.keyClick(page.sheet.line.text, Qt.Key.Key_Return)
    stored = notebook.follow_ups.get(first)
    assert stored is not None
    assert stored.state is FollowUpState.DONE
    row = notebook.follow_ups.row(first)
    assert row is not None
    assert row.last_topic == "dnl: needs a quote"
    assert page.sheet.card.name.text() == "Ben"
    assert page.sheet.line.is_empty()
    assert page.hasFocus()


def test_escape_leaves_the_line_first_and_what_is_written_waits(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    left: list[bool] = []
    desk.provide(Act.SHOW_TODAY, lambda: left.append(True))
    fill.plan(fill.person("Ann"), FollowUpKind.CALL, -1)
    page = show_page()
    page.sheet.line.text.setFocus()
    qtbot.keyClicks(page.sheet.line.text, "half")
    qtbot.keyClick(page.sheet.line.text, Qt.Key.Key_Escape)
    assert page.hasFocus()
    assert not left
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert left
    page.leaving()
    again = show_page()
    assert again.sheet.line.text.toPlainText() == "half"


def test_undo_brings_the_call_back(qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler) -> None:
    for name in ("Ann", "Ben"):
        fill.plan(fill.person(name), FollowUpKind.CALL, 0)
    page = show_page()
    for key in (Qt.Key.Key_D, Qt.Key.Key_N):
        first = page.sheet.card.name.text()
        qtbot.keyClick(page, key)
        assert page.sheet.progress.text() == "2 of 2"
        desk.undo()
        assert page.sheet.progress.text() == "1 of 2"
        page.begin()
        assert page.sheet.card.name.text() == first


@pytest.mark.parametrize("by", ["key", "click"])
def test_the_number_is_dialled(
    qtbot: QtBot,
    show_page: Show,
    fill: Filler,
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    fill.plan(_person(fill.notebook, "Grace", "+44 20 7946-0018"), FollowUpKind.CALL, 0)
    asked: list[str] = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl",
        lambda url: bool(asked.append(url.toString())) or True,  # type: ignore[func-returns-value]
    )
    page = show_page()
    if by == "key":
        qtbot.keyClick(page, Qt.Key.Key_C)
    else:
        qtbot.mouseClick(page.sheet.card.number, Qt.MouseButton.LeftButton)
    assert asked == ["tel:+442079460018"]


def test_a_day_without_calls_says_so_and_offers_the_week(
    show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    page = show_page()
    assert page.end.findChildren(PlainLabel)[0].text() == "Nobody is waiting for your call today."
    contact_id = fill.person("Ann")
    with notebook.change("Planned"):
        notebook.follow_ups.insert(FollowUpDraft(contact_id, FollowUpKind.CALL, day(3)))
    page.begin()
    assert page.more.isVisible()
    page.more.buttons[0].click()
    assert page.sheet.card.name.text() == "Ann"


def test_promised_calls_come_first(show_page: Show, notebook: Notebook, fill: Filler) -> None:
    fill.plan(fill.person("Late"), FollowUpKind.CALL, -9)
    contact_id = fill.person("Promised")
    with notebook.change("Planned"):
        draft = FollowUpDraft(contact_id, FollowUpKind.CALL, TODAY, promised=True)
        notebook.follow_ups.insert(draft)
    assert show_page().sheet.card.name.text() == "Promised"
