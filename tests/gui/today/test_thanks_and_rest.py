"""Today: whom to thank, what to remember before a follow-up, and letting it rest."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.remember_facts import forget_fact, remember
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], TodayPage]


def test_whoever_did_something_waits_for_a_thank_you(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    elif_id, agnes = fill.person("Elif Aydın"), fill.person("Agnes Dahl")
    page = show_page()
    assert not page.thanks.isVisible()
    introduction = FavourDraft(elif_id, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, agnes)
    page.desk.perform(lambda: add_favour(notebook, introduction))
    (card,) = page.thanks.cards
    assert page.thanks.isVisible()
    assert card.name.text() == "Elif Aydın"
    assert card.second.text() == "A thank-you for introducing Agnes Dahl"
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_T)
    assert not page.thanks.isVisible()
    assert notebook.favours.of(elif_id)[0].draft.thanked_on == TODAY
    page.desk.undo()
    assert len(page.thanks.cards) == 1


def test_of_many_the_last_ones_are_shown_and_the_others_counted(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    for number in range(8):
        who = fill.person(f"Helper {number}")
        help_received = FavourDraft(who, FavourKind.HELP, Direction.RECEIVED, TODAY)
        add_favour(notebook, help_received)
    page = show_page()
    assert len(page.thanks.cards) == 5
    page.thanks.cards[0].setFocus()
    page.thanks.cards[0].thank()
    assert len(page.thanks.cards) == 5
    assert page.thanks.cards[0].hasFocus()


def test_arrows_lead_from_follow_ups_over_thanks_to_those_who_fade(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    due, helper = fill.person("Due"), fill.person("Helper")
    fading = fill.person("Fading", cadence=Cadence(1, CadenceUnit.WEEKS))
    fill.talk(fading, "Long ago", -60)
    fill.plan(due, FollowUpKind.CALL, 0)
    add_favour(notebook, FavourDraft(helper, FavourKind.HELP, Direction.RECEIVED, TODAY))
    page = show_page()
    page.follow_ups.cards[0].setFocus()
    QTest.keyClick(page.follow_ups.cards[0], Qt.Key.Key_Down)
    assert page.thanks.cards[0].hasFocus()
    QTest.keyClick(page.thanks.cards[0], Qt.Key.Key_Down)
    assert page.losing_touch.cards[0].hasFocus()


def test_letting_it_rest_takes_the_card_away_until_it_is_undone(
    show_page: Show, fill: Filler, notebook: Notebook, desk: Desk
) -> None:
    fading = fill.person("Fading", cadence=Cadence(1, CadenceUnit.WEEKS))
    fill.talk(fading, "Long ago", -60)
    page = show_page()
    card = page.losing_touch.cards[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_R)
    assert page.losing_touch.cards == []
    assert notebook.acquaintance.resting_since(fading) == TODAY
    desk.undo()
    assert [card.name.text() for card in page.losing_touch.cards] == ["Fading"]


def test_what_to_remember_stands_on_the_card(
    show_page: Show, fill: Filler, notebook: Notebook, desk: Desk
) -> None:
    carla = fill.person("Carla Mendes")
    fill.plan(carla, FollowUpKind.CALL, 0)
    page = show_page()
    assert page.follow_ups.cards[0].remembered is None
    desk.perform(lambda: remember(notebook, carla, "son plays the cello"))
    line = page.follow_ups.cards[0].remembered
    assert line is not None
    assert line.text() == "Remember: son plays the cello"
    fact = notebook.remembered.of(carla)[0].id
    desk.perform(lambda: forget_fact(notebook, fact))
    assert not line.isVisible()
