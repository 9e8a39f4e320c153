"""Postponing and skipping from the menu."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.follow_ups.later_menu import LaterMenu
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day, open_form


def _menu(desk: Desk, follow_up: int, window: QWidget) -> LaterMenu:
    menu = LaterMenu(desk, follow_up, window)
    menu.fill()
    return menu


def _choose(menu: LaterMenu, words: str) -> None:
    (action,) = (each for each in menu.actions() if words in each.text().replace("&", ""))
    action.trigger()


def test_in_a_month_counts_from_today_and_can_be_undone(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -12)
    _choose(_menu(desk, follow_up, window), "+1 month")
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert stored.draft.due == day(30)
    desk.undo()
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert stored.draft.due == day(-12)


def test_each_line_shows_its_day(desk: Desk, window: QWidget, fill: Filler) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    texts = [action.text() for action in _menu(desk, follow_up, window).actions()]
    assert "Tomorrow\tMon 23 Nov – Sun is a weekend" in texts
    assert "+3 days\tTue 24 Nov" in texts


def test_public_holidays_are_stepped_over_once_they_are_known(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    # A month later is Christmas Day, a Friday; Saturday's Boxing Day is made up for on Monday.
    notebook.clock = StoppedClock(day(4))
    menu = LaterMenu(desk, follow_up, window)
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: any("Christmas" in action.text() for action in menu.actions()))
    _choose(menu, "+1 month")
    menu.close()
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert stored.draft.due == day(38)


def test_skipping_closes_it(desk: Desk, notebook: Notebook, window: QWidget, fill: Filler) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    _choose(_menu(desk, follow_up, window), "Skip")
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert stored.state is FollowUpState.SKIPPED


def test_edit_opens_the_form(desk: Desk, window: QWidget, fill: Filler) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    _choose(_menu(desk, follow_up, window), "Edit")
    form = open_form()
    assert form is not None
    form.reject()
