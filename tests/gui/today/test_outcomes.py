"""Today: whom to thank for work that came, and whom to tell how it went."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from notebook_app.gui.today.outcomes_section import OutcomeCard
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.model.changes import Changed
from notebook_app.model.opportunity import OpportunityDraft, Source
from notebook_app.model.rows import EntryKind
from notebook_app.services.close_opportunity import lose_opportunity, win_opportunity
from notebook_app.services.save_opportunity import add_opportunity
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], TodayPage]


def _brought(notebook: Notebook, client: int, by: int) -> int:
    draft = OpportunityDraft(
        client,
        "Shop sign",
        source=Source.DIRECT_REFERRAL,
        via=(by,),
        opened_on=TODAY - timedelta(days=3),
    )
    (opportunity_id,) = add_opportunity(notebook, draft).of(Changed.OPPORTUNITY)
    return opportunity_id


def test_whoever_sent_work_is_to_be_thanked_within_a_day(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    carla, bob = fill.person("Carla Mendes"), fill.person("Bob Reed")
    page = show_page()
    page.desk.perform(
        lambda: add_opportunity(
            notebook,
            OpportunityDraft(carla, "Sign", source=Source.DIRECT_REFERRAL, via=(bob,)),
        )
    )
    (card,) = page.thanks.cards
    assert card.second.text() == "A thank-you for sending Carla Mendes: Sign"
    badge = card.head.itemAt(1).widget()
    assert badge is not None
    assert badge.property("text") == "tomorrow"
    assert not page.outcomes.isVisible()


def test_when_it_is_won_they_are_told_and_the_talk_is_written_down(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    carla, bob = fill.person("Carla Mendes"), fill.person("Bob Reed")
    work = _brought(notebook, carla, bob)
    page = show_page()
    page.desk.perform(lambda: win_opportunity(notebook, work))
    (card,) = page.outcomes.cards
    assert isinstance(card, OutcomeCard)
    assert page.outcomes.isVisible()
    assert card.name.text() == "Bob Reed"
    assert card.second.text().startswith("Let them know that “Shop sign” for Carla Mendes was won")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_T)
    assert card.menu is not None
    call = next(action for action in card.menu.actions() if "call" in action.text().lower())
    call.trigger()
    card.menu.close()
    assert not page.outcomes.isVisible()
    talk = notebook.timeline.page(bob, 0, 5, [EntryKind.CONVERSATION])[0]
    assert talk.text == "Told them that “Shop sign” for Carla Mendes was won."
    page.desk.undo()
    assert len(page.outcomes.cards) == 1
    assert notebook.timeline.page(bob, 0, 5, [EntryKind.CONVERSATION]) == []


def test_who_knows_already_is_let_go_with_one_key(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    carla, bob = fill.person("Carla Mendes"), fill.person("Bob Reed")
    work = _brought(notebook, carla, bob)
    lose_opportunity(notebook, work, because="too dear")
    page = show_page()
    card = page.outcomes.cards[0]
    assert "came to nothing" in card.second.text()
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_K)
    assert not page.outcomes.isVisible()
    assert notebook.timeline.page(bob, 0, 5, [EntryKind.CONVERSATION]) == []
    assert notebook.favours.of(bob)[0].draft.told_on == TODAY


def test_of_many_the_last_ones_are_shown_and_the_others_on_demand(
    show_page: Show, fill: Filler, notebook: Notebook
) -> None:
    carla = fill.person("Carla Mendes")
    for number in range(7):
        win_opportunity(notebook, _brought(notebook, carla, fill.person(f"Bob {number}")))
    page = show_page()
    assert len(page.outcomes.cards) == 5
    page.outcomes.more_button.click()
    assert len(page.outcomes.cards) == 7
    assert page.outcomes.cards[5].hasFocus()
