"""The months beside the one that is shown are read while nothing else is to do."""

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.month_shelf import MonthShelf
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.model.follow_up import FollowUpKind
from tests.gui.follow_ups.filled import TODAY, Filler

Show = Callable[[], CalendarPage]


def test_the_months_beside_the_first_one_shown_are_made_ready(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    fill.plan(fill.person("Carla"), FollowUpKind.CALL, 19)
    page = show_page()
    ready: list[ShownMonth] = []
    shelf = page.findChild(MonthShelf)
    assert isinstance(shelf, MonthShelf)
    shelf.came.connect(ready.append)
    qtbot.waitUntil(lambda: len(ready) == 2)
    assert {month.span.month for month in ready} == {date(2026, 10, 1), date(2026, 12, 1)}
    page.month.go_months(1)
    assert any(page.month.month is month for month in ready)


def test_what_was_read_before_a_change_is_not_shown_after_it(show_page: Show, fill: Filler) -> None:
    carla = fill.person("Carla")
    page = show_page()
    page.month.go_months(1)
    page.month.go_months(-1)
    fill.plan(carla, FollowUpKind.CALL, 19)
    page.refresh(None)
    page.month.go_months(1)
    assert len(page.month.month.entries) == 1
    assert page.month.day.month == TODAY.month + 1
