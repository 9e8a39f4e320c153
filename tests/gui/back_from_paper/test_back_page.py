"""Printed lists answered by keys: the order of the paper, days, words, codes, undo, coming back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.back_from_paper.back_page import BackPage
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import theme_of
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, Outcome
from notebook_app.model.printed_list import PaperAnswer, PrintedCode, row_code
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day

Show = Callable[[], BackPage]
Print = Callable[[], int]
ENTER = Qt.Key.Key_Return


def plan_calls(fill: Filler, *names: str) -> list[int]:
    """Plan a call with each, in this order."""
    return [
        fill.plan(fill.person(name), FollowUpKind.CALL, place - len(names), note=f"About {name}")
        for place, name in enumerate(names)
    ]


def press(qtbot: QtBot, page: BackPage, *keys: str | Qt.Key) -> None:
    """Press keys in the list; a text is typed sign by sign."""
    for key in keys:
        assert page.rows.view.hasFocus()
        if isinstance(key, str):
            qtbot.keyClicks(page.rows.view, key)
        else:
            qtbot.keyClick(page.rows.view, key)


def answers(notebook: Notebook, number: int = 1) -> list[PaperAnswer | None]:
    """Return what was said of each row."""
    return [row.answer for row in notebook.printed_lists.rows(number)]


def shown(page: BackPage) -> str:
    """Return whom the row is about that one is on."""
    return page.rows.panel.name.text()


@pytest.mark.parametrize("count", [60, pytest.param(200, marks=pytest.mark.slow)])
def test_many_rows_come_back_with_two_keys_each(
    qtbot: QtBot, show_page: Show, notebook: Notebook, print_list: Print, count: int
) -> None:
    with notebook.change("Planned"):
        for number in range(count):
            details = ContactDetails(display_name=f"Person {number:03}")
            person = notebook.contacts.insert(ContactDraft(details))
            notebook.follow_ups.insert(FollowUpDraft(person, FollowUpKind.CALL, day(-3)))
    print_list()
    page = show_page()
    page.open_list(1)
    names = [row.name for row in page.rows.model.rows]
    for number in range(count):
        assert shown(page) == names[number]
        press(qtbot, page, "dnmls"[number % 5], ENTER)
    expected = list(PaperAnswer)
    assert answers(notebook) == [expected[number % 5] for number in range(count)]
    assert page.rows.list.progress.text() == "All is back. Well done."


def test_done_with_words_and_the_next_step_from_the_two_lines_of_the_paper(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    first, second = plan_calls(fill, "Ann", "Ben")
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "d", "w")
    assert page.rows.panel.line.text.hasFocus()
    qtbot.keyClicks(page.rows.panel.line.text, "dnm 12 needs a quote")
    qtbot.keyClick(page.rows.panel.line.text, Qt.Key.Key_Escape)
    press(qtbot, page, "x")
    field = page.rows.panel.next_words.field
    qtbot.keyClicks(field, "coffee in 2 weeks")
    assert page.rows.panel.next_words.understood.text() == "Coffee, Sat 5 Dec"
    qtbot.keyClick(field, ENTER)
    stored = notebook.follow_ups.row(first)
    assert stored is not None
    assert (stored.state, stored.outcome) == (FollowUpState.DONE, Outcome.REACHED)
    assert stored.last_topic == "dnm 12 needs a quote"
    (coming,) = notebook.follow_ups.open_of(stored.contact_id)
    assert (coming.kind, coming.due) == (FollowUpKind.COFFEE, day(14))
    # The next row is there, empty, and listens to the keys.
    assert shown(page) == "Ben"
    assert page.rows.panel.is_blank()
    press(qtbot, page, "d", "4", ENTER)
    ben = notebook.follow_ups.row(second)
    assert ben is not None
    (again,) = notebook.follow_ups.open_of(ben.contact_id)
    # In two weeks is a Saturday.
    assert (again.kind, again.due) == (FollowUpKind.CALL, day(16))


def test_in_a_narrow_window_the_row_stands_below_the_list_and_keys_lead_to_its_lines(
    qtbot: QtBot, show_page: Show, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann", "Ben")
    print_list()
    page = show_page()
    page.open_list(1)
    panel = page.rows.panel
    narrow = theme_of(page).em(34)
    for width, is_narrow in ((2 * narrow, False), (narrow, True), (2 * narrow, False)):
        page.resize(width, 400)
        qtbot.waitUntil(lambda below=is_narrow: (panel.x() < 100) is below)  # type: ignore[misc]
        assert panel.width() > narrow * 3 // 4
        press(qtbot, page, "x")
        field = panel.next_words.field
        assert field.hasFocus()
        assert not field.visibleRegion().isEmpty()
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_words_without_an_answer_were_said_when_it_was_done(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann")
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "w")
    qtbot.keyClicks(page.rows.panel.line.text, "All well")
    qtbot.keyClick(page.rows.panel.line.text, ENTER)
    assert answers(notebook) == [PaperAnswer.DONE]


def test_next_words_without_a_day_are_not_written_down(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann")
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "d", "x")
    qtbot.keyClicks(page.rows.panel.next_words.field, "coffee")
    qtbot.keyClick(page.rows.panel.next_words.field, ENTER)
    assert answers(notebook) == [None]
    assert "names no day" in page.rows.panel.next_words.understood.text()


def test_days_know_weekends_and_days_that_this_list_has_filled(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    ids = plan_calls(fill, *(f"Person {number}" for number in range(10)))
    print_list()
    page = show_page()
    page.open_list(1)
    for _ in ids:
        press(qtbot, page, "n", ENTER)
    due = [row.draft.due for each in ids if (row := notebook.follow_ups.get(each)) is not None]
    # Tomorrow is a Sunday; eight fill the Monday.
    assert due == [day(2)] * 8 + [day(3)] * 2


def test_a_code_leads_to_its_row_and_a_wrong_sign_nowhere(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler, print_list: Print
) -> None:
    problems: list[UserProblem] = []
    desk.problem_met.connect(problems.append)
    plan_calls(fill, *(f"Person {number:02}" for number in range(15)))
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, row_code(1, 13).lower())
    assert shown(page) == "Person 12"
    press(qtbot, page, f"12{row_code(1, 13)[-1]}")
    assert shown(page) == "Person 12"
    assert problems[0].title == f"List 1 has no row 12{row_code(1, 13)[-1]}."
    press(qtbot, page, "15")
    assert page.rows.list.typed.text() == "Row 15…"
    press(qtbot, page, Qt.Key.Key_Backspace, row_code(1, 1)[-1])
    assert shown(page) == "Person 00"
    press(qtbot, page, "15", ENTER)
    assert shown(page) == "Person 00"
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.rows.list.typed.text() == ""
    assert page.number == 1


def test_undo_takes_back_the_answer_and_goes_to_its_row(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann", "Ben", "Carla")
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "d", ENTER, "m", ENTER)
    assert shown(page) == "Carla"
    for name in ("Ben", "Ann"):
        page.desk.undo()
        assert shown(page) == name
        assert page.rows.view.hasFocus()
    assert answers(notebook) == [None, None, None]
    assert len(notebook.follow_ups.open_between(None, None)) == 3


def test_what_was_done_elsewhere_says_so_and_is_passed_over(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler, print_list: Print
) -> None:
    first, second, _third = plan_calls(fill, "Ann", "Ben", "Carla")
    print_list()
    page = show_page()
    page.open_list(1)
    page.desk.perform(lambda: complete_follow_up(notebook, first, None))
    assert page.rows.panel.standing.text().startswith("This was done on Sat 21 Nov")
    assert page.rows.panel.write_button.isHidden()
    press(qtbot, page, "d", ENTER)
    assert shown(page) == "Ben"
    assert answers(notebook) == [None, None, None]
    assert page.rows.list.progress.text() == "2 of 3 to go"
    person = notebook.follow_ups.row(second)
    assert person is not None
    with notebook.change("Deleted"):
        notebook.contacts.set_deleted(person.contact_id, True)
    page.refresh(ChangeSet(everything=True))
    assert page.rows.panel.standing.text().startswith("Ben was deleted")


def test_one_goes_on_where_one_was_after_a_restart(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann", "Ben", "Carla")
    print_list()
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "d", ENTER, Qt.Key.Key_Down, "w")
    qtbot.keyClicks(page.rows.panel.line.text, "half")
    page.leaving()
    state = page.save_state()
    page.hide()
    desk.changed.disconnect(page.refresh)
    again = BackPage(desk)
    qtbot.addWidget(again)
    again.restore_state(state)
    again.refresh(None)
    assert again.number == 1
    assert shown(again) == "Carla"
    assert again.rows.panel.line.text.toPlainText() == "half"


def test_a_list_is_opened_by_its_number_or_from_the_last_ones(
    qtbot: QtBot, show_page: Show, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann", "Ben")
    print_list()
    page = show_page()
    assert page.which.number.hasFocus()
    (card,) = page.which.cards
    assert "2 of 2 to go" in card.accessibleName()
    for typed, words in (("7", "No list 7"), ("x", "Type the number"), ("1 2A", "no row 2A")):
        page.which.number.setText(typed)
        qtbot.keyClick(page.which.number, ENTER)
        assert words in page.which.trouble.text()
        assert page.number is None
    page.which.number.setText(f"1 {row_code(1, 2)}")
    qtbot.keyClick(page.which.number, ENTER)
    assert (page.number, shown(page), page.title) == (1, "Ben", "List 1")
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.number is None
    qtbot.mouseClick(page.which.cards[0], Qt.MouseButton.LeftButton)
    assert page.number == 1


def test_paper_of_another_notebook_is_refused(
    show_page: Show, fill: Filler, print_list: Print
) -> None:
    plan_calls(fill, "Ann")
    print_list()
    page = show_page()
    page.begin(PrintedCode(1, "0" * 12))
    assert page.number is None
    assert "not list 1 of this notebook" in page.which.trouble.text()


def test_escape_leaves_the_line_the_choice_the_list_and_the_page(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler, print_list: Print
) -> None:
    left: list[bool] = []
    desk.provide(Act.SHOW_TODAY, lambda: left.append(True))
    plan_calls(fill, "Ann")
    print_list()
    page = show_page()
    page.open_list(1)
    press(qtbot, page, "d", "w")
    qtbot.keyClick(page.rows.panel.line.text, Qt.Key.Key_Escape)
    assert page.rows.panel.answer is PaperAnswer.DONE
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.rows.panel.answer is None
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.number is None
    assert not left
    qtbot.keyClick(page.which.number, Qt.Key.Key_Escape)
    assert left


def test_without_any_list_it_says_so_and_offers_to_print_one(
    show_page: Show, desk: Desk, fill: Filler, print_list: Print
) -> None:
    asked: list[bool] = []
    desk.provide(Act.PRINT, lambda: asked.append(True))
    page = show_page()
    assert page.empty.isVisible()
    page.empty.buttons[0].click()
    assert asked
    plan_calls(fill, "Ann")
    print_list()
    desk.changed.emit(ChangeSet(ids={Changed.PRINTED: frozenset()}))
    assert page.which.isVisible()


@pytest.mark.parametrize("name", ["محمد عبد الله", "王小明", "<b>Bold</b>", "x" * 400])
def test_any_name_is_shown_as_it_is(
    qtbot: QtBot, show_page: Show, fill: Filler, print_list: Print, name: str
) -> None:
    plan_calls(fill, name)
    print_list()
    page = show_page()
    page.open_list(1)
    assert shown(page) == name[:300]
    assert page.rows.panel.name.textFormat() is Qt.TextFormat.PlainText
    assert page.rows.view.viewport().grab().size() == page.rows.view.viewport().size()
