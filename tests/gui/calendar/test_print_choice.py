"""The calendar's Print button offers what there is somebody to print."""

from datetime import date

from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.print_choice import PrintChoice
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.calendar_filter import CalendarFilter

DAY = date(2026, 12, 4)
NARROWED = CalendarFilter(done=False)


def choice(qtbot: QtBot, desk: Desk) -> PrintChoice:
    """Return a button for a day, in a narrowed calendar."""
    button = PrintChoice(desk, lambda: DAY, lambda: NARROWED)
    qtbot.addWidget(button)
    return button


def test_month_and_week_are_asked_for_as_they_are_shown(qtbot: QtBot, desk: Desk) -> None:
    asked: list[tuple[object, ...]] = []
    desk.provide(Act.PRINT_CALENDAR, lambda *details: asked.append(details))
    desk.provide(Act.PRINT, lambda *details: asked.append(details))
    button = choice(qtbot, desk)
    assert button.is_of_use()
    for action in button.choices().actions():
        action.trigger()
    assert asked == [(False, DAY, NARROWED), (True, DAY, NARROWED), ()]


def test_nothing_is_offered_where_nobody_prints(qtbot: QtBot, desk: Desk) -> None:
    assert not choice(qtbot, desk).is_of_use()
    desk.provide(Act.PRINT, lambda: None)
    assert len(choice(qtbot, desk).choices().actions()) == 1
