"""The column beside the month comes card by card, so that changing pages waits for none of it."""

from collections.abc import Callable
from datetime import timedelta

from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.model.follow_up import FollowUpKind
from tests.gui.conftest import TODAY
from tests.gui.follow_ups.filled import Filler


def _full_day(fill: Filler) -> None:
    for number in range(9):
        fill.plan(fill.person(f"Person {number}"), FollowUpKind.CALL, 0)
    fill.plan(fill.person("Late"), FollowUpKind.CALL, -3)


def _named(page: CalendarPage) -> list[str]:
    return [card.entry.title for card in page.column.cards]


def test_a_page_left_before_its_column_was_whole_fills_it_when_it_comes_back(
    fill: Filler, show_page: Callable[[], CalendarPage], qtbot: QtBot
) -> None:
    _full_day(fill)
    page = show_page()
    whole = _named(page)
    assert len(whole) == 10
    page.hide()
    page.refresh(None)
    page.show()
    page.hide()
    qtbot.wait(30)
    assert not page.column.is_whole or _named(page) == whole
    page.show()
    qtbot.waitUntil(lambda: _named(page) == whole)


def test_another_day_chosen_meanwhile_is_the_one_that_is_shown(
    fill: Filler, show_page: Callable[[], CalendarPage], qtbot: QtBot
) -> None:
    _full_day(fill)
    fill.plan(fill.person("Monday"), FollowUpKind.CALL, 2)
    page = show_page()
    page.hide()
    page.refresh(None)
    page.show()
    page.go_to(TODAY + timedelta(days=2))
    qtbot.waitUntil(lambda: _named(page)[:1] == ["Monday"])
    qtbot.wait(30)
    assert "Person 0" not in _named(page)
    assert "Late" in _named(page)
