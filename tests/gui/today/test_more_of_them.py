"""Today: every "and so many more" leads to the others, by mouse and by keyboard."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.model.contact import Cadence, CadenceUnit, ContactDetails, ContactDraft, Role
from notebook_app.model.event import EventDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.query.parse import parse_query
from notebook_app.services.keep_favours import add_favour
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], TodayPage]


def _has(page: TodayPage, widget: QWidget) -> bool:
    return page.window().focusWidget() is widget


def test_all_who_wait_for_thanks_are_shown_by_the_key_after_the_last_card(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    for number in range(8):
        who = fill.person(f"Helper {number}")
        add_favour(notebook, FavourDraft(who, FavourKind.HELP, Direction.RECEIVED, TODAY))
    page = show_page()
    more = page.thanks.more_button
    assert (more.isVisible(), more.text()) == (True, "and 3 more")
    last = page.thanks.cards[-1].thanked_button
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert _has(page, more)
    QTest.keyClick(more, Qt.Key.Key_Return)
    assert len(page.thanks.cards) == 8
    assert _has(page, page.thanks.cards[5])
    assert not more.isVisible()


def test_all_who_were_just_met_are_shown(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    for number in range(7):
        fill.talk(fill.person(f"New {number}"), "hello", 0)
    page = show_page()
    qtbot.waitUntil(page.just_met.isVisible)
    more = page.just_met.more_button
    assert more.text() == "and 2 more"
    last = page.just_met.cards[-1].plan_button
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert _has(page, more)
    more.click()
    assert len(page.just_met.cards) == 7
    assert not more.isVisible()


def test_those_who_fade_and_those_whose_birthday_comes_are_in_a_list(
    show_page: Show, fill: Filler, notebook: Notebook, desk: Desk
) -> None:
    """The list finds as many as were counted."""
    asked: list[str] = []
    desk.provide(Act.FIND, asked.append)
    weekly = Cadence(1, CadenceUnit.WEEKS)
    for number in range(12):
        born = TODAY + timedelta(days=number % 8)
        birthday = PartialDate(born.month, born.day, 1980)
        details = ContactDetails(display_name=f"Old {number}", birthday=birthday)
        with notebook.change("Added"):
            who = notebook.contacts.insert(ContactDraft(details, cadence=weekly))
        fill.talk(who, "Long ago", -60)
    page = show_page()
    assert len(page.losing_touch.cards) == 10
    last = page.losing_touch.cards[-1].plan_button
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert _has(page, page.losing_touch.more_button)
    page.losing_touch.more_button.click()
    [birthdays] = page.coming.findChildren(MoreButton)
    assert birthdays.text() == "and 6 more"
    assert birthdays.accessibleName() == "Birthdays: and 6 more"
    QTest.keyClick(birthdays, Qt.Key.Key_Space)
    found = [notebook.people.count(parse_query(query), TODAY) for query in asked]
    assert found == [12, 12]


def test_all_who_never_heard_of_a_service_are_named_and_planned(
    qtbot: QtBot, show_page: Show, notebook: Notebook
) -> None:
    with notebook.change("Added"):
        notebook.offerings.insert_service("Web care plan", "", 0)
        for number in range(30):
            details = ContactDetails(display_name=f"Client {number:02}")
            notebook.contacts.insert(ContactDraft(details, None, (Role.CLIENT,)))
    page = show_page()
    qtbot.waitUntil(lambda: page.aside is not None and page.aside.tell.isVisible())
    assert page.aside is not None
    [told] = page.aside.tell.services
    assert told.more_button.text() == "and 27 more"
    told.chips[-1].setFocus()
    QTest.keyClick(told.chips[-1], Qt.Key.Key_Tab)
    assert _has(page, told.more_button)
    QTest.keyClick(told.more_button, Qt.Key.Key_Return)
    assert (len(told.chips), told.more_button.text()) == (23, "and 7 more")
    assert _has(page, told.chips[3])
    assert told.plan_button.text() == "Put these 23 on my follow-up list"
    told.more_button.click()
    assert [chip.words for chip in told.chips] == [f"Client {number:02}" for number in range(30)]
    assert not told.more_button.isVisible()
    assert told.plan_button.text() == "Put them on my follow-up list"
    told.plan()
    assert len(notebook.follow_ups.open_between(None, None)) == 30


def test_those_who_are_expected_beyond_the_named_are_on_the_events_page(
    show_page: Show, fill: Filler, notebook: Notebook, desk: Desk
) -> None:
    shown: list[int] = []
    desk.provide(Act.SHOW_EVENT, shown.append)
    ids = tuple(fill.person(f"Guest {number}") for number in range(6))
    with notebook.change("Event"):
        event = notebook.events.insert(EventDraft("Fair", TODAY, expected=ids))
    page = show_page()
    [more] = page.coming.findChildren(MoreButton)
    assert more.text() == "and 2 more"
    more.click()
    assert shown == [event]
