"""Today: the balance, what to tell whom, not now, and what to begin a quiet act with."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.aside_column import AsideColumn
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.today.not_now_menu import NotNowMenu
from notebook_app.gui.today.opener_words import mail_with
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import (
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    Email,
    NameParts,
    Role,
    Stage,
)
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.insights.balance_report import Measure, Targets
from notebook_app.model.insights.periods import Step
from notebook_app.services.insight_settings import set_balance_targets
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], TodayPage]


def _aside(qtbot: QtBot, page: TodayPage) -> AsideColumn:
    qtbot.waitUntil(lambda: page.aside is not None)
    aside = page.aside
    assert aside is not None
    qtbot.waitUntil(lambda: bool(aside.balance.new.text()))
    return aside


def _client(notebook: Notebook, name: str) -> int:
    with notebook.change("Added"):
        draft = ContactDraft(ContactDetails(display_name=name), None, (Role.CLIENT,))
        return notebook.contacts.insert(draft)


def test_the_balance_of_the_month_says_how_it_is_counted(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    known, new = fill.person("Known"), fill.person("New")
    fill.talk(known, "x", -40)
    fill.talk(known, "x", -3)
    fill.talk(new, "x", -2)
    page = show_page()
    aside = _aside(qtbot, page)
    assert (aside.balance.new.text(), aside.balance.strengthened.text()) == ("1", "1")
    assert aside.balance.sentence.text() == "A good balance of new people and those you know."
    assert aside.balance.rule.isHidden()
    aside.balance.rule_button.click()
    assert aside.balance.rule.isVisible()
    fill.talk(new, "again", 0)
    page.refresh(None)
    qtbot.waitUntil(lambda: aside.balance.strengthened.text() == "2")


def test_the_balance_is_held_against_ones_own_targets(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    """As soon as they are set, and only those that are; a key leads to how it went over time."""
    led: list[tuple[object, ...]] = []
    desk.provide(Act.SHOW_INSIGHTS, lambda *details: led.append(details))
    fill.talk(fill.person("New"), "x", -2)
    aside = _aside(qtbot, show_page())
    assert aside.balance.new.text() == "1"
    targets = Targets(Step.MONTH, ((Measure.NEW, 4),))
    desk.perform(lambda: set_balance_targets(desk.notebook, targets))
    qtbot.waitUntil(lambda: aside.balance.new.text() == "1 of 4")
    assert aside.balance.strengthened.text() == "0"
    aside.balance.more_button.click()
    assert led == [("balance",)]


def test_clients_who_never_heard_of_a_service_are_planned_with_one_key(
    qtbot: QtBot, show_page: Show, notebook: Notebook
) -> None:
    for name in ("Ann", "Ben", "Carla", "Dina"):
        _client(notebook, name)
    with notebook.change("Offered"):
        notebook.offerings.insert_service("Web care plan", "", 0)
    page = show_page()
    aside = _aside(qtbot, page)
    qtbot.waitUntil(aside.tell.isVisible)
    (told,) = aside.tell.services
    texts = [label.text() for label in told.findChildren(PlainLabel)]
    assert texts[0] == "Web care plan — 4 clients have never heard of it"
    assert [chip.words for chip in told.chips] == ["Ann", "Ben", "Carla"]
    told.plan_button.setFocus()
    QTest.keyClick(told.plan_button, Qt.Key.Key_T)
    planned = notebook.follow_ups.open_between(None, None)
    assert {row.contact_name for row in planned} == {"Ann", "Ben", "Carla"}
    assert {row.note for row in planned} == {"Tell them about Web care plan"}
    page.refresh(None)
    qtbot.waitUntil(lambda: len(aside.tell.services[0].chips) == 1)
    assert aside.tell.services[0].chips[0].words == "Dina"


def test_not_now_takes_the_card_away_until_its_day(
    show_page: Show, fill: Filler, notebook: Notebook, desk: Desk
) -> None:
    fading = fill.person("Fading", cadence=Cadence(1, CadenceUnit.WEEKS))
    fill.talk(fading, "Long ago", -60)
    page = show_page()
    card = page.losing_touch.cards[0]
    assert card.latest.text() == "50 days late"
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_L)
    menu = card.later_button.findChild(NotNowMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert page.losing_touch.cards == []
    keeping = notebook.contact_overview.keep_in_touch(fading)
    assert keeping is not None
    assert keeping.snoozed_until == TODAY + timedelta(days=14)
    desk.undo()
    assert [each.name.text() for each in page.losing_touch.cards] == ["Fading"]


def test_while_there_is_time_the_latest_day_is_told(show_page: Show, fill: Filler) -> None:
    fading = fill.person("Fading", cadence=Cadence(4, CadenceUnit.WEEKS))
    fill.talk(fading, "The new shop", -30)
    card = show_page().losing_touch.cards[0]
    assert card.latest.text() == "latest Thu 3 Dec"
    assert card.second.text() == "every 4 weeks · last spoke 4 weeks ago: The new shop"


def test_quiet_minutes_offer_a_sentence_from_ones_own_notes(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    details = ContactDetails(
        display_name="Dr. Grace Holt",
        name=NameParts(given="Grace", family="Holt", prefix="Dr."),
        emails=(Email("grace@example.org"),),
    )
    with notebook.change("Added"):
        grace = notebook.contacts.insert(ContactDraft(details, Stage.KNOW))
    fill.talk(grace, "Her new shop. Wants a quote.", -20)
    fill.plan(grace, FollowUpKind.EMAIL, 0)
    page = show_page()
    (card,) = page.follow_ups.cards
    assert card.opener is None
    page.follow_ups.quiet.click()
    (card,) = page.follow_ups.cards
    assert card.opener is not None
    sentence = "Hello Grace, when we last spoke it was about “Her new shop”. How is it going?"
    assert card.opener.words.text() == sentence
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == sentence
    page.follow_ups.everything.click()
    assert card.opener.isHidden()


def test_a_new_e_mail_begins_with_the_sentence() -> None:
    link = mail_with(" grace@example.org", "Hello Grace & co, “so”?")
    assert link.startswith(
        "mailto:grace@example.org?body=Hello%20Grace%20%26%20co%2C%20%E2%80%9Cso"
    )


def test_the_next_event_says_who_is_expected_and_offers_the_briefing(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    asked: list[object] = []
    desk.provide(Act.BRIEFING, lambda *details: asked.append(details))
    ids = tuple(fill.person(f"Person {number}") for number in range(5))
    with notebook.change("Event"):
        notebook.events.insert(EventDraft("Breakfast club", date(2026, 11, 25), expected=ids))
    page = show_page()
    texts = [label.text() for label in page.coming.findChildren(PlainLabel)]
    assert "Expected: Person 0, Person 1, Person 2, Person 3" in texts
    [more] = page.coming.findChildren(MoreButton)
    assert more.text() == "and 1 more"
    links = {link.text(): link for link in page.coming.findChildren(LinkButton)}
    links["Before you meet them…"].click()
    assert asked == [(list(ids), "Breakfast club")]


def test_the_calls_are_reached_from_today(show_page: Show, desk: Desk, fill: Filler) -> None:
    fill.plan(fill.person("Ann"), FollowUpKind.CALL, 0)
    assert show_page().follow_ups.phone.isHidden()
    asked: list[bool] = []
    desk.provide(Act.ON_THE_PHONE, lambda: asked.append(True))
    page = show_page()
    page.follow_ups.phone.click()
    assert asked == [True]


def test_with_little_room_the_buttons_stand_below_and_nothing_is_cut(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    fill.plan(fill.person("Maria Guadalupe Fernandez"), FollowUpKind.NOTE, -3)
    fading = fill.person("Somebody Fading", cadence=Cadence(4, CadenceUnit.WEEKS))
    fill.talk(fading, "The new shop", -30)
    page = show_page()
    cards = (page.follow_ups.cards[0], page.losing_touch.cards[0])
    beside = [card.height() for card in cards]
    page.resize(290, 720)
    for card, height in zip(cards, beside, strict=True):
        _wait_until_higher(qtbot, card, height)
        assert card.width() <= 290
        assert card.later_button.geometry().right() < card.width()
        assert card.later_button.geometry().top() > card.second.geometry().top()


def _wait_until_higher(qtbot: QtBot, card: PersonCard, height: int) -> None:
    qtbot.waitUntil(lambda: card.height() > height)
