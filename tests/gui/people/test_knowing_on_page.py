"""On a contact's page: what to remember, a suggested step, thanks that wait, rest."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.favour_form import FavourForm
from notebook_app.gui.knowing.favour_lines import FavourLine
from notebook_app.gui.knowing.knowing_part import KnowingPart
from notebook_app.gui.knowing.stages_dialog import StagesDialog
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.model.contact import Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.let_rest import let_rest
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.remember_facts import forget_fact, remember
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import all_words, come_to_rest, details_of


@pytest.fixture
def carla(page: PeoplePage, people: dict[str, int]) -> int:
    """Carla is shown."""
    page.show_contact(people["Carla Mendes"])
    return people["Carla Mendes"]


@pytest.fixture
def knowing(page: PeoplePage, carla: int) -> KnowingPart:
    """What stands above her timeline."""
    return page.contact.knowing


def facts(notebook: Notebook, contact_id: int) -> list[str]:
    """What is remembered, in order."""
    return [fact.text for fact in notebook.remembered.of(contact_id)]


def write(field: QWidget | None, text: str, key: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Type into a field, and leave it by a key."""
    assert field is not None
    QTest.keyClicks(field, text)
    if key is not None:
        QTest.keyClick(field, key)


def press(widget: QWidget | None, key: Qt.Key) -> None:
    """Press a key on a widget."""
    assert widget is not None
    QTest.keyClick(widget, key)


def shown(knowing: KnowingPart) -> list[str]:
    """The facts that stand on the page."""
    lines = [line for line in knowing.remember.lines if line.isVisible()]
    return [line.accessibleName().removeprefix("To remember: ") for line in lines]


def test_several_are_added_in_a_row_by_keys_alone(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, carla: int
) -> None:
    assert not knowing.remember.isVisible()
    QTest.keyClick(knowing.add_fact, Qt.Key.Key_Return)
    for words in ("plays the cello", "moves in March"):
        write(knowing.remember.field, words)
    press(knowing.remember.field, Qt.Key.Key_Escape)
    assert knowing.remember.field is None
    assert facts(notebook, carla) == ["plays the cello", "moves in March"] == shown(knowing)
    assert knowing.remember.add_button.hasFocus()
    assert not knowing.add_fact.isVisible()


def test_what_was_typed_is_kept_when_one_goes_on_to_somebody_else(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, carla: int, people: dict[str, int]
) -> None:
    """It stays with the one it was written about."""
    knowing.remember.add()
    write(knowing.remember.field, "two cats", None)
    page.show_contact(people["Ben Okafor"])
    assert facts(notebook, carla) == ["two cats"]
    assert facts(notebook, people["Ben Okafor"]) == []
    assert shown(knowing) == []
    assert knowing.remember.field is None


def test_a_fact_is_edited_moved_and_taken_out_where_it_stands(
    knowing: KnowingPart, notebook: Notebook, desk: Desk, carla: int
) -> None:
    for words in ("one", "two", "three"):
        desk.perform(lambda said=words: remember(notebook, carla, said))  # type: ignore[misc]
    lines = knowing.remember.lines
    lines[0].setFocus()
    QTest.keyClick(lines[0], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert facts(notebook, carla) == ["two", "one", "three"] == shown(knowing)
    assert lines[1].hasFocus()
    QTest.keyClick(lines[1], Qt.Key.Key_F2)
    write(lines[1].field, "uno")
    assert facts(notebook, carla) == ["two", "uno", "three"] == shown(knowing)
    QTest.keyClick(lines[1], Qt.Key.Key_Delete)
    assert facts(notebook, carla) == ["two", "three"] == shown(knowing)
    assert lines[1].hasFocus()
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert lines[0].field is not None
    write(lines[0].field, "lost?", Qt.Key.Key_Escape)
    assert facts(notebook, carla) == ["two", "three"]
    desk.undo()
    assert facts(notebook, carla) == ["two", "uno", "three"] == shown(knowing)


def test_markup_right_to_left_and_very_long_facts_are_plain_text(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, desk: Desk, carla: int
) -> None:
    for words in ("<b>bold</b>", "تعزف على التشيلو", "x" * 5000):
        desk.perform(lambda said=words: remember(notebook, carla, said))  # type: ignore[misc]
    assert "<b>bold</b>" in all_words(knowing)
    assert len(all_words(knowing)) < 2000
    assert knowing.width() <= page.contact.viewport().width()


def test_a_step_is_suggested_with_its_reason_and_the_user_decides(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, desk: Desk, people: dict[str, int]
) -> None:
    ben = people["Ben Okafor"]
    page.show_contact(ben)
    assert not knowing.suggestion.isVisible()
    desk.perform(lambda: log_conversation(notebook, ConversationDraft((ben,), "Hello", TODAY)))
    page.show_contact(ben)
    assert knowing.suggestion.words.text() == "Have you met by now?"
    assert knowing.suggestion.why.text() == "You spoke once."
    not_yet = knowing.suggestion.buttons[1]
    not_yet.click()
    assert not knowing.suggestion.isVisible()
    desk.undo()
    knowing.suggestion.buttons[0].click()
    contact = notebook.contacts.get(ben)
    assert contact is not None
    assert contact.stage is Stage.MET
    assert not knowing.suggestion.isVisible()
    assert "Met since" in knowing.stage.text()


def test_the_steps_and_the_rule_are_shown_on_demand(
    knowing: KnowingPart, notebook: Notebook, carla: int
) -> None:
    knowing.open_stages()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StagesDialog)
    words = all_words(dialog)
    assert "Like ●●●○, since today" in words or "Like ●●●○, since" in words
    assert "never taken by itself" in words
    dialog.chips[Stage.TRUST].click()
    contact = notebook.contacts.get(carla)
    assert contact is not None
    assert contact.stage is Stage.TRUST


def test_thanks_that_wait_are_asked_for_and_answered(
    page: PeoplePage, notebook: Notebook, desk: Desk, carla: int, people: dict[str, int]
) -> None:
    knowing = page.contact.knowing
    draft = FavourDraft(
        carla, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, people["Agnes Dahl"]
    )
    desk.perform(lambda: add_favour(notebook, draft))
    page.show_contact(carla)
    words = "You owe Carla Mendes a thank-you for introducing Agnes Dahl."
    assert knowing.owed[0].words.text() == words
    details = details_of(page)
    assert "not thanked yet" in all_words(details)
    knowing.owed[0].buttons[0].click()
    assert not knowing.owed[0].isVisible()
    assert "not thanked yet" not in all_words(details_of(page))
    page.show_contact(people["Agnes Dahl"])
    assert "Carla Mendes" in all_words(details_of(page))


def test_a_favour_is_written_down_changed_and_taken_out(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, carla: int, people: dict[str, int]
) -> None:
    knowing.add_favour()
    form = QApplication.activeModalWidget()
    assert isinstance(form, FavourForm)
    form.directions[Direction.GIVEN].click()
    form.kinds[FavourKind.REFERRAL].click()
    QTest.keyClicks(form.about, "agnes")
    QTest.keyClicks(form.text, "Her taxes")
    form.on.edit.setText("yesterday")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = notebook.favours.of(carla)
    assert row.draft == FavourDraft(
        carla,
        FavourKind.REFERRAL,
        Direction.GIVEN,
        TODAY - timedelta(days=1),
        people["Agnes Dahl"],
        "Her taxes",
    )
    press(details_of(page).findChild(FavourLine), Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert isinstance(form, FavourForm)
    form.thanked.setChecked(True)
    form.act()
    assert notebook.favours.of(carla)[0].draft.thanked_on == TODAY
    come_to_rest(page)
    press(details_of(page).findChild(FavourLine), Qt.Key.Key_Delete)
    assert notebook.favours.of(carla) == []


def test_a_favour_about_somebody_unknown_is_not_lost(
    knowing: KnowingPart, notebook: Notebook, carla: int
) -> None:
    knowing.add_favour()
    form = QApplication.activeModalWidget()
    assert isinstance(form, FavourForm)
    QTest.keyClicks(form.about, "Nobody At All")
    form.act()
    assert form.isVisible()
    assert form.trouble.isVisible()
    assert notebook.favours.of(carla) == []
    form.reject()


def test_rest_is_told_of_and_can_be_ended(
    page: PeoplePage, knowing: KnowingPart, notebook: Notebook, desk: Desk, carla: int
) -> None:
    page.menu.let_rest([carla])
    assert "nothing is asked for" in knowing.rest.words.text()
    assert knowing.rest.isVisible()
    knowing.rest.buttons[0].click()
    assert not knowing.rest.isVisible()
    desk.perform(lambda: let_rest(notebook, [carla]))
    assert notebook.acquaintance.resting_since(carla) == TODAY


def test_the_menu_offers_briefing_favour_and_rest(page: PeoplePage, desk: Desk, carla: int) -> None:
    asked: list[object] = []
    desk.provide(Act.BRIEFING, asked.append)
    menu = page.menu.open_at(page.mapToGlobal(page.rect().center()), [carla])
    acts = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert "A favour…" in acts
    assert "Let it rest" in acts
    acts["Before you meet…"].trigger()
    assert asked == [[carla]]
    menu.hide()


def test_what_to_remember_stands_in_the_panel_of_the_next_follow_up(
    page: PeoplePage, notebook: Notebook, desk: Desk, carla: int
) -> None:
    from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
    from notebook_app.services.plan_follow_up import plan_follow_up

    draft = FollowUpDraft(carla, FollowUpKind.CALL, TODAY)
    desk.perform(lambda: plan_follow_up(notebook, draft))
    assert not page.contact.next.remembered.isVisible()
    desk.perform(lambda: remember(notebook, carla, "no coffee"))
    desk.perform(lambda: remember(notebook, carla, "two cats"))
    assert page.contact.next.remembered.text() == "Remember: no coffee · two cats"


def test_tab_goes_down_what_stands_above_the_timeline(
    page: PeoplePage, notebook: Notebook, desk: Desk, carla: int
) -> None:
    """Also over parts that came later."""
    knowing = page.contact.knowing
    for words in ("one", "two"):
        desk.perform(lambda said=words: remember(notebook, carla, said))  # type: ignore[misc]
    draft = FavourDraft(carla, FavourKind.HELP, Direction.RECEIVED, TODAY)
    desk.perform(lambda: add_favour(notebook, draft))
    knowing.remember.add_button.setFocus()
    passed: list[QWidget | None] = []
    for _ in range(6):
        page.focusNextChild()
        passed.append(QApplication.focusWidget())
    assert passed == [
        *knowing.remember.lines[:2],
        *knowing.owed[0].buttons,
        knowing.favour,
        knowing.stage,
    ]


def test_what_changes_elsewhere_waits_for_an_edit(
    page: PeoplePage, notebook: Notebook, desk: Desk, carla: int
) -> None:
    knowing = page.contact.knowing
    for words in ("one", "two"):
        desk.perform(lambda said=words: remember(notebook, carla, said))  # type: ignore[misc]
    second = knowing.remember.lines[1]
    second.edit()
    write(second.field, "two and a half", None)
    first = notebook.remembered.of(carla)[0].id
    desk.perform(lambda: forget_fact(notebook, first))
    assert second.field is not None
    press(second.field, Qt.Key.Key_Return)
    assert facts(notebook, carla) == ["two and a half"] == shown(knowing)


def test_through_whom_one_came_to_know_them_is_told(
    page: PeoplePage, notebook: Notebook, desk: Desk, carla: int, people: dict[str, int]
) -> None:
    ben, farid = people["Ben Okafor"], people["Farid Rahimi"]
    for by, whom in ((ben, farid), (farid, carla)):
        draft = FavourDraft(by, FavourKind.INTRODUCTION, Direction.RECEIVED, TODAY, whom, "", None)
        desk.perform(lambda new=draft: add_favour(notebook, new))  # type: ignore[misc]
    page.show_contact(carla)
    words = all_words(details_of(page)).splitlines()
    first = words.index("How it came about")
    assert words[first + 1 : first + 3] == ["Ben Okafor", "→ Farid Rahimi"]
