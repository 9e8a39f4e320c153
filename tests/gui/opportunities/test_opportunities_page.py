"""The page of opportunities, by keyboard and by mouse."""

from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.column_view import ColumnView
from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage
from notebook_app.gui.opportunities.opportunity_words import sums_words
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.model.opportunity_rows import OpportunityFilter
from notebook_app.services.save_opportunity import update_opportunity
from tests.gui.conftest import TODAY
from tests.gui.opportunities.conftest import ANN, BOB, CARLA, Board

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
OPEN, WON, LOST = OpportunityState


def view_of(board: Board, state: OpportunityState) -> ColumnView:
    """Return the cards of a column."""
    return board.page.columns.columns[state].view


def middle_of(view: ColumnView, row: int = 0) -> QPoint:
    """Return the middle of a card."""
    return view.visualRect(view.model().index(row, 0)).center()


def drag(view: ColumnView, to: ColumnView, row: int = 0) -> None:
    """Drag a card over to another column, as a hand does."""
    start = middle_of(view, row)
    target = to.parentWidget()
    assert target is not None
    end = view.viewport().mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 5)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)


def test_columns_show_cards_counts_and_a_sum_of_each_currency(board: Board) -> None:
    assert board.titles(OPEN) == ["Sign", "Logo"]
    column = board.page.columns.columns[OPEN]
    assert column.count.text() == "2"
    assert column.sums.text() == "EUR\u00a04200 + USD\u00a0700".replace(
        "4200", board.page.locale().toString(4200.0, "f", 0)
    )
    assert board.page.columns.columns[WON].sums.text() == "1 without a value"
    assert column.view.accessibleName().startswith("Open, 2, EUR")


def test_a_card_says_all_of_it_to_screen_readers(board: Board) -> None:
    said = view_of(board, OPEN).model().index(0, 0).data()
    assert said.startswith("Sign, Carla Mendes, EUR")
    assert said.endswith("5 days late, Direct referral · Ann Field → Bob Reed · Signage")


def test_w_l_and_o_move_the_card_and_undo_takes_it_back(board: Board, desk: Desk) -> None:
    view = view_of(board, OPEN)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_W)
    assert (board.titles(OPEN), board.titles(WON)) == (["Logo"], ["Sign", "Menu"])
    assert board.draft(board.sign).closed_on == TODAY
    assert board.page.columns.current() == board.logo

    QTest.keyClick(view, Qt.Key.Key_Right)
    won = view_of(board, WON)
    assert won.hasFocus()
    won.select_line(0)
    QTest.keyClick(won, Qt.Key.Key_O)
    assert board.titles(OPEN) == ["Sign", "Logo"]
    desk.undo()
    assert board.titles(WON) == ["Sign", "Menu"]


def test_of_a_lost_one_it_is_asked_why_in_one_line(board: Board) -> None:
    view = view_of(board, OPEN)
    QTest.keyClick(view, Qt.Key.Key_L)
    why = board.page.columns.why
    assert why.isVisible()
    assert why.field.hasFocus()
    assert why.label.text() == "Why was “Sign” lost?"
    QTest.keyClicks(why.field, "too dear")
    QTest.keyClick(why.field, ENTER)
    assert board.draft(board.sign).lost_because == "too dear"
    assert not why.isVisible()
    assert view.hasFocus()
    assert board.page.columns.current() == board.logo

    QTest.keyClick(view, Qt.Key.Key_L)
    QTest.keyClick(why.field, Qt.Key.Key_Escape)
    assert not why.isVisible()
    assert board.draft(board.logo).state is LOST
    assert board.draft(board.logo).lost_because == ""
    assert board.titles(LOST) == ["Logo", "Sign"]


def test_a_card_is_dragged_from_column_to_column(board: Board) -> None:
    drag(view_of(board, OPEN), view_of(board, WON), 1)
    assert board.titles(WON) == ["Logo", "Menu"]
    assert not board.page.panel.isVisible()
    drag(view_of(board, WON), view_of(board, LOST))
    assert board.titles(LOST) == ["Logo"]
    QTest.keyClick(board.page.columns.why.field, Qt.Key.Key_Escape)
    drag(view_of(board, LOST), view_of(board, OPEN))
    assert board.titles(OPEN) == ["Sign", "Logo"]


def test_a_drag_is_given_up_by_escape_or_beside_the_columns(board: Board) -> None:
    view = view_of(board, OPEN)
    start = middle_of(view)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(300, 40))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(400, 40))
    assert board.titles(OPEN) == ["Sign", "Logo"]
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(0, -400))
    QTest.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(0, -400))
    assert board.titles(OPEN) == ["Sign", "Logo"]


def test_a_new_one_is_written_with_keys_alone(empty_page: OpportunitiesPage, desk: Desk) -> None:
    page = empty_page
    assert page.empty.isVisible()
    QTest.keyClick(page.empty.buttons[0], ENTER)
    fields = page.panel.fields
    assert fields.title.hasFocus()
    QTest.keyClicks(fields.title, "Shop front")
    QTest.keyClick(fields.title, Qt.Key.Key_Tab)
    assert fields.person.hasFocus()
    QTest.keyClicks(fields.person, "Carla Mendes")
    fields.person.completer().popup().hide()
    QTest.keyClick(fields.person, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "1250,50")
    fields.currency.setText("chf")
    fields.source.setFocus()
    QTest.keyClicks(fields.source, "Dir")
    assert fields.chain.isVisible()
    fields.chain.add.setFocus()
    QTest.keyClicks(fields.chain.add, "Bob R")
    QTest.keyClick(fields.chain.add, ENTER)
    assert fields.chain.via() == (BOB,)
    QTest.keyClick(fields.title, ENTER, Qt.KeyboardModifier.ControlModifier)
    (stored,) = desk.notebook.opportunity_list.column(OPEN).ids
    found = desk.notebook.opportunities.get(stored)
    assert found is not None
    assert (found.draft.title, found.draft.contact_id) == ("Shop front", CARLA)
    assert (found.draft.value, found.draft.currency) == (Decimal("1250.50"), "CHF")
    assert (found.draft.source, found.draft.via) == (Source.DIRECT_REFERRAL, (BOB,))
    assert page.columns.current() == stored
    assert page.columns.columns[OPEN].view.hasFocus()


def test_what_is_missing_is_said_where_it_is_missing(board: Board) -> None:
    QTest.keyClick(view_of(board, OPEN), Qt.Key.Key_N)
    panel = board.page.panel
    QTest.keyClick(panel.fields.title, ENTER)
    assert panel.trouble.isVisible()
    assert panel.fields.title.hasFocus()
    QTest.keyClicks(panel.fields.title, "Talk")
    QTest.keyClick(panel.fields.title, ENTER)
    assert panel.fields.person.hasFocus()
    panel.fields.person.set_contact(ANN)
    panel.fields.value.setText("lots")
    QTest.keyClick(panel.fields.title, ENTER)
    assert panel.fields.value.hasFocus()
    panel.fields.value.setText("")
    panel.fields.source.choose(Source.DIRECT_REFERRAL)
    panel.fields.chain.show_chain((ANN,))
    QTest.keyClick(panel.fields.title, ENTER)
    assert "through themselves" in panel.trouble.text()
    QTest.keyClick(panel.fields.title, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert board.titles(OPEN) == ["Sign", "Logo"]


def test_it_is_edited_in_place_and_the_panel_follows_the_arrows(board: Board) -> None:
    view = view_of(board, OPEN)
    QTest.keyClick(view, ENTER)
    fields = board.page.panel.fields
    assert fields.title.hasFocus()
    fields.title.selectAll()
    QTest.keyClicks(fields.title, "Big sign")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.qWait(80)
    assert board.draft(board.sign).title == "Big sign"
    assert fields.title.text() == "Logo"
    assert board.page.panel.opportunity_id == board.logo
    assert fields.value.text() == "700"


def test_a_click_shows_the_card_beside_and_leaves_the_keys_with_the_cards(board: Board) -> None:
    view = view_of(board, OPEN)
    QTest.mouseClick(view.viewport(), LEFT, pos=middle_of(view, 1))
    panel = board.page.panel
    assert panel.isVisible()
    assert panel.fields.title.text() == "Logo"
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_W)
    assert panel.opportunity_id in (board.logo, board.sign)


def test_all_that_was_there_survives_opening_and_saving(board: Board) -> None:
    """What the fields don't show for this source or state is kept as well."""
    draft = OpportunityDraft(
        CARLA,
        "Sign",
        Decimal("4200.50"),
        "EUR",
        OpportunityState.LOST,
        Source.MARKETING_RESPONSE,
        (ANN,),
        opened_on=TODAY - timedelta(days=9),
        expected_on=TODAY - timedelta(days=3),
        closed_on=TODAY - timedelta(days=2),
        lost_because="price",
        note="One\n\ntwo",
        came_by="Town paper",
        service_ids=(1,),
    )
    update_opportunity(board.notebook, board.sign, draft)
    board.page.refresh(None)
    assert board.page.show_opportunity(board.sign)
    fields = board.page.panel.fields
    assert not board.page.panel.is_changed()
    fields.note.setPlainText("One")
    assert board.page.panel.save()
    assert board.draft(board.sign).note == "One"
    fields.note.setPlainText("One\n\ntwo")
    assert board.page.panel.save()
    assert board.draft(board.sign) == draft


def test_the_chain_is_put_in_order_and_thinned_by_keys(board: Board) -> None:
    board.page.show_opportunity(board.sign)
    chain = board.page.panel.fields.chain
    QTest.keyClick(chain.rows[0].down, Qt.Key.Key_Space)
    assert chain.via() == (BOB, ANN)
    QTest.keyClick(chain.rows[1].up, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert chain.via() == (ANN, BOB)
    QTest.keyClick(chain.rows[0].out, Qt.Key.Key_Delete)
    assert chain.via() == (BOB,)
    assert chain.add.hasFocus()
    assert board.page.panel.save()
    assert board.draft(board.sign).via == (BOB,)


def test_delete_takes_it_out_and_undo_brings_it_back(board: Board, desk: Desk) -> None:
    QTest.keyClick(view_of(board, OPEN), Qt.Key.Key_Delete)
    assert board.titles(OPEN) == ["Logo"]
    desk.undo()
    assert board.titles(OPEN) == ["Sign", "Logo"]


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (OpportunityFilter(source=Source.DIRECT_REFERRAL), ["Sign"]),
        (OpportunityFilter(service_id=1), ["Sign"]),
        (OpportunityFilter(person_id=BOB), ["Sign", "Logo"]),
        (OpportunityFilter(start=TODAY), []),
    ],
)
def test_choices_narrow_the_columns(
    board: Board, wanted: OpportunityFilter, titles: list[str]
) -> None:
    board.page.filters._take(wanted)
    assert board.titles(OPEN) == titles
    assert board.page.filters.all.isVisible()
    board.page.filters.all.click()
    assert board.titles(OPEN) == ["Sign", "Logo"]


def test_words_find_titles_and_people(board: Board) -> None:
    board.page.search_text_changed("carla")
    assert board.titles(OPEN) == ["Sign"]
    board.page.search_text_changed("quince")
    assert board.titles(OPEN) == []
    assert board.page.columns.columns[OPEN].nothing.text() == "Nothing that fits."
    assert board.page.show_opportunity(board.logo)
    assert board.titles(OPEN) == ["Sign", "Logo"]


def test_where_there_is_little_room_the_fields_take_the_place_of_the_columns(
    board: Board, qtbot: QtBot
) -> None:
    page = board.page
    page.resize(700, 520)
    QTest.keyClick(view_of(board, OPEN), ENTER)
    assert page.panel.isVisible()
    assert not page.columns.isVisible()
    QTest.keyClick(page.panel.fields.title, Qt.Key.Key_Escape)
    assert page.columns.isVisible()
    assert view_of(board, OPEN).hasFocus()


def test_left_and_right_are_mirrored_with_the_window(board: Board, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(view_of(board, OPEN), Qt.Key.Key_Left)
    assert view_of(board, WON).hasFocus()


def test_sums_are_said_apart(board: Board) -> None:
    locale = board.page.locale()
    words = sums_words((("EUR", Decimal(5)), ("USD", Decimal("7.5"))), 2, locale)
    assert words == f"EUR\u00a05 + USD\u00a0{locale.toString(7.5, 'f', 2)} · 2 without a value"
    assert sums_words((), 0, locale) == ""
