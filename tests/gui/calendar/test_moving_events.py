"""Events dragged to another day or hour, or moved by keys, like follow-ups."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.go_to_form import GoToForm
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day, open_form

Show = Callable[[], CalendarPage]
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPRING = date(2027, 3, 28)


def _drag(view: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(12, 12))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def _in_week(page: CalendarPage, when: date, at: time) -> QPoint:
    place = page.week.week.span.place(when)
    assert place is not None
    geometry = page.week.geometry_now()
    x = geometry.day_rect(place[1]).center().x()
    return QPoint(x, geometry.y_of(at.hour * 60 + at.minute) + 2)


def _in_month(page: CalendarPage, when: date) -> QPoint:
    place = page.month.month.span.place(when)
    assert place is not None
    return page.month.geometry_now().line_rect(*place, 0).center()


def _stands(notebook: Notebook, event_id: int) -> tuple[date, time | None]:
    event = notebook.events.get(event_id)
    assert event is not None
    return event.draft.on, event.draft.at


def test_dragged_in_the_month_and_taken_back(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 3, time(8))
    page = show_page()
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, can_undo: said.append((words, can_undo)))
    _drag(page.month, _in_month(page, day(3)), _in_month(page, day(5)))
    assert _stands(notebook, event) == (day(5), time(8))
    assert said == [("Moved Breakfast club to 26 November", True)]
    assert page.month.day == day(5)
    assert page.month.entry is not None
    desk.undo()
    assert _stands(notebook, event) == (day(3), time(8))
    assert [entry.id for entry in page.month.month.on(day(3))] == [event]


def test_dragged_in_the_week_to_another_day_and_hour(
    show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(8))
    page = show_page()
    page.show_view("week")
    view = page.week.viewport()
    _drag(view, _in_week(page, TODAY, time(8)), _in_week(page, day(1), time(11, 15)))
    assert _stands(notebook, event) == (day(1), time(11, 15))


def _minutes(notebook: Notebook, event_id: int) -> int | None:
    (entry,) = (each for each in notebook.calendar.between(TODAY, TODAY) if each.id == event_id)
    return entry.minutes


def test_its_end_is_dragged_and_taken_back(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(9))
    page = show_page()
    page.show_view("week")
    view = page.week.viewport()
    rect = page.week.rect_of(page.week.week.on(TODAY)[0])
    assert rect is not None
    said: list[str] = []
    desk.said.connect(lambda words, _undo: said.append(words))
    edge = QPoint(rect.center().x(), rect.bottom() - 1)
    QTest.mouseMove(view, edge)
    assert view.cursor().shape() is Qt.CursorShape.SizeVerCursor
    _drag(view, edge, _in_week(page, TODAY, time(10, 35)))
    assert (_stands(notebook, event), _minutes(notebook, event)) == ((TODAY, time(9)), 105)
    assert said == ["Changed how long Breakfast club takes"]
    assert page.week.entry is not None
    assert page.week.entry.minutes == 105
    desk.undo()
    assert _minutes(notebook, event) is None
    # Taken by its middle, the low one is moved.
    _drag(view, rect.center(), _in_week(page, TODAY, time(11)))
    assert (_stands(notebook, event)[1], _minutes(notebook, event)) != (time(9), None)
    assert _minutes(notebook, event) is None


def test_keys_change_how_long_it_takes(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(23))
    both = SHIFT | Qt.KeyboardModifier.ControlModifier
    page = show_page()
    page.show_view("week")
    qtbot.keyClick(page.week, Qt.Key.Key_Space)
    for key, minutes in (
        (Qt.Key.Key_Down, 45),
        (Qt.Key.Key_Down, 60),
        # Not beyond midnight.
        (Qt.Key.Key_Down, 60),
        (Qt.Key.Key_Up, 45),
        (Qt.Key.Key_Up, 30),
        (Qt.Key.Key_Up, 15),
        # Not shorter than a quarter of an hour.
        (Qt.Key.Key_Up, 15),
    ):
        qtbot.keyClick(page.week, key, both)
        assert _minutes(notebook, event) == minutes
    assert _stands(notebook, event) == (TODAY, time(23))


def test_keys_move_it_in_month_and_week(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(8))
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Space)
    qtbot.keyClick(page.month, Qt.Key.Key_Left, SHIFT)
    assert _stands(notebook, event) == (day(-1), time(8))
    page.show_view("week")
    qtbot.keyClick(page.week, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.week, Qt.Key.Key_Right, SHIFT)
    assert _stands(notebook, event) == (TODAY, time(8, 15))


def test_a_key_or_the_menu_asks_to_which_day(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(8))
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Space)
    qtbot.keyClick(page.month, Qt.Key.Key_L)
    menu = page.acts.menu
    assert isinstance(menu, QMenu)
    menu.close()
    menu.actions()[-1].trigger()
    form = open_form()
    assert isinstance(form, GoToForm)
    form.field.edit.setText("2026-12-01")
    form.act()
    assert _stands(notebook, event) == (date(2026, 12, 1), time(8))


def test_one_where_people_were_met_stays_in_the_past(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = fill.person("Carla")
    event = fill.event("Breakfast club", -2, time(8))
    stored = notebook.events.get(event)
    assert stored is not None
    with notebook.change("Met"):
        notebook.events.put_person(event, carla, next(iter(stored.draft.people()))[0])
    page = show_page()
    problems: list[object] = []
    desk.problem_met.connect(problems.append)
    _drag(page.month, _in_month(page, day(-2)), _in_month(page, day(5)))
    assert len(problems) == 1
    assert _stands(notebook, event) == (day(-2), time(8))


@pytest.mark.usefixtures("in_berlin")
def test_dropped_or_planned_in_the_hour_that_clocks_skip_it_is_told(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = fill.person("Carla")
    event = fill.event("Night walk", (SPRING - TODAY).days, time(5))
    page = show_page()
    page.show_view("week")
    page.go_to(SPRING)
    page.week.verticalScrollBar().setValue(0)
    said: list[str] = []
    desk.said.connect(lambda words, _undo: said.append(words))
    view = page.week.viewport()
    _drag(view, _in_week(page, SPRING, time(5)), _in_week(page, SPRING, time(2, 30)))
    assert _stands(notebook, event) == (SPRING, time(3, 30))
    assert said[-1].endswith(
        "There is no 02:30 on 28 March 2027, when the clocks go forward: it is taken as 03:30."
    )
    assert page.week.entry is not None
    QTest.mouseClick(view, LEFT, pos=_in_week(page, SPRING, time(2)))
    form = open_form()
    assert isinstance(form, PlanForm)
    form.person.set_contact(carla)
    form.act()
    assert "There is no 02:00" in said[-1]
    (row,) = notebook.follow_ups.open_of(carla)
    assert (row.kind, row.at) == (FollowUpKind.CALL, time(3))
