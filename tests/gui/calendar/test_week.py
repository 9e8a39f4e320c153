"""The week with a real mouse and real keys: times, drawing out, moving, repeats, the clocks."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.week_lanes import placed
from notebook_app.gui.calendar.week_painter import weekday_names
from notebook_app.gui.calendar.week_view import WeekView
from notebook_app.gui.follow_ups.complete_form import CompleteForm
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import theme_of
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day, open_form

Show = Callable[[], CalendarPage]
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def week(show_page: Show) -> Callable[[], WeekView]:
    """What opens the page with the week of Monday 16 November."""

    def show() -> WeekView:
        page = show_page()
        page.show_view("week")
        page.week.setFocus()
        return page.week

    return show


def _point(week: WeekView, when: date, at: time | None = None) -> QPoint:
    place = week.week.span.place(when)
    assert place is not None
    geometry = week.geometry_now()
    if at is None:
        return geometry.whole_day_rect(place[1]).center()
    column = geometry.day_rect(place[1])
    return QPoint(column.center().x(), geometry.y_of(at.hour * 60 + at.minute) + 2)


def _drag(week: WeekView, start: QPoint, end: QPoint) -> None:
    view = week.viewport()
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(12, 12))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)


def _shown(week: WeekView, when: date) -> list[tuple[str, time | None]]:
    return [(entry.title, entry.at) for entry in week.week.on(when)]


def _choose(page: object, words: str) -> None:
    assert isinstance(page, CalendarPage)
    menu = page.acts.menu
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text().replace("&", "") == words)
    menu.close()
    action.trigger()


def _page(week: WeekView) -> CalendarPage:
    parent = week.parent()
    while not isinstance(parent, CalendarPage):
        assert parent is not None
        parent = parent.parent()
    return parent


def _due(notebook: Notebook, follow_up: int) -> tuple[date, time | None, int | None]:
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    return stored.draft.due, stored.draft.at, stored.draft.minutes


def test_entries_stand_at_their_times_and_the_others_above(
    week: Callable[[], WeekView], fill: Filler
) -> None:
    carla = fill.person("Carla Mendes", birthday="1979-11-20")
    fill.plan(carla, FollowUpKind.CALL, 0, at=time(10))
    fill.plan(carla, FollowUpKind.NOTE, 0)
    fill.event("Breakfast club", -1, time(8))
    view = week()
    assert _shown(view, TODAY) == [("Carla Mendes", time(10)), ("Carla Mendes", None)]
    entry = view.entry_at(_point(view, TODAY, time(10, 10)))
    assert entry is not None
    assert entry.follow_up_kind is FollowUpKind.CALL
    line = view.rect_of(next(each for each in view.week.on(TODAY) if each.at is None))
    assert line is not None
    assert line.bottom() < view.geometry_now().top
    assert view.accessibleName().startswith("Today, Saturday 21 November: 2 entries")
    view.grab()


def test_a_click_on_an_empty_slot_plans_at_that_time(
    week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    view = week()
    QTest.mouseClick(view.viewport(), LEFT, pos=_point(view, day(1), time(11, 10)))
    form = open_form()
    assert isinstance(form, PlanForm)
    assert (form.when.value(), form.time.value()) == (day(1), time(11))
    form.person.set_contact(grace)
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.due, row.at) == (day(1), time(11))


def test_drawing_out_a_stretch_plans_with_its_length(
    week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    view = week()
    _drag(view, _point(view, day(1), time(13)), _point(view, day(1), time(14, 20)))
    form = open_form()
    assert isinstance(form, PlanForm)
    assert (form.time.value(), form.length.value()) == (time(13), 90)
    form.person.set_contact(grace)
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.at, row.minutes) == (time(13), 90)


def test_dragging_moves_to_another_day_and_time(
    week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    call = fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0, at=time(10))
    view = week()
    _drag(view, _point(view, TODAY, time(10)), _point(view, day(1), time(13)))
    assert _due(notebook, call) == (day(1), time(13), None)
    assert view.entry is not None
    _drag(view, _point(view, day(1), time(13)), _point(view, day(-1)))
    assert _due(notebook, call) == (day(-1), None, None)


def test_dragging_the_lower_edge_makes_it_longer(
    week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    with notebook.change("Fill"):
        call = notebook.follow_ups.insert(
            FollowUpDraft(carla, FollowUpKind.CALL, TODAY, time(10), minutes=60)
        )
    view = week()
    rect = view.rect_of(view.week.on(TODAY)[0])
    assert rect is not None
    edge = QPoint(rect.center().x(), rect.bottom() - 2)
    view.viewport().setFocus()
    QTest.mousePress(view.viewport(), LEFT, pos=edge)
    QTest.mouseMove(view.viewport(), edge + QPoint(0, 20))
    end = _point(view, TODAY, time(11, 40))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert _due(notebook, call) == (TODAY, time(10), 105)


def test_shift_and_arrows_move_and_keys_walk(
    qtbot: QtBot, week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    call = fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0, at=time(10))
    view = week()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.accessibleName() == "Carla Mendes, Call · 10:00, Saturday 21 November"
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert _due(notebook, call)[:2] == (day(1), time(10, 30))
    assert view.entry is not None
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.day, view.minute) == (day(2), 10 * 60 + 30)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.accessibleName() == "10:00, Monday 23 November: nothing planned"
    qtbot.keyClick(view, Qt.Key.Key_N)
    form = open_form()
    assert isinstance(form, PlanForm)
    assert (form.when.value(), form.time.value()) == (day(2), time(10))
    form.reject()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.day == day(-5)


def test_letters_change_the_view_and_go_about(qtbot: QtBot, week: Callable[[], WeekView]) -> None:
    view = week()
    page = _page(view)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert page.buttons.views["month"].isChecked()
    assert page.month.day == day(7)
    qtbot.keyClick(page.month, Qt.Key.Key_A)
    assert page.buttons.views["agenda"].isChecked()
    qtbot.keyClick(page.agenda, Qt.Key.Key_W)
    assert page.buttons.views["week"].isChecked()
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert view.day == page.month.day == TODAY
    qtbot.keyClick(view, Qt.Key.Key_G)
    form = open_form()
    assert form is not None
    form.reject()
    assert page.save_state() == {"view": "week"}


def test_one_that_repeats_is_asked_whether_alone(
    week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0, at=time(10), repeat="FREQ=DAILY")
    view = week()
    page = _page(view)
    _drag(view, _point(view, day(1), time(10)), _point(view, day(1), time(13)))
    _choose(page, "This one")
    assert [_shown(view, day(number)) for number in range(2)] == [
        [("Carla Mendes", time(10))],
        [("Carla Mendes", time(13))],
    ]
    page.go_to(day(3))
    _drag(view, _point(view, day(3), time(10)), _point(view, day(4), time(9)))
    _choose(page, "This and following")
    shown = [_shown(view, day(number)) for number in range(2, 7)]
    assert shown == [[("Carla Mendes", time(10))], [], *[[("Carla Mendes", time(9))]] * 3]


def test_days_to_come_can_be_left_out_and_ended_but_not_done(
    qtbot: QtBot, week: Callable[[], WeekView], fill: Filler
) -> None:
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0, at=time(10), repeat="FREQ=DAILY")
    view = week()
    page = _page(view)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.accessibleName() == (
        "Carla Mendes, Call · 10:00, to come, repeats, Sunday 22 November"
    )
    qtbot.keyClick(view, Qt.Key.Key_D)
    assert not isinstance(open_form(), CompleteForm)
    _choose(page, "Leave this one out")
    assert _shown(view, day(1)) == []
    page.go_to(day(3))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_L)
    _choose(page, "End after this one")
    assert [len(_shown(view, day(number))) for number in range(2, 6)] == [1, 1, 0, 0]


def test_this_and_following_is_changed_in_the_form(
    qtbot: QtBot, week: Callable[[], WeekView], fill: Filler
) -> None:
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0, at=time(10), repeat="FREQ=DAILY")
    view = week()
    page = _page(view)
    page.go_to(day(3))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_L)
    _choose(page, "Change this and following…")
    form = open_form()
    assert isinstance(form, PlanForm)
    assert form.when.value() == day(3)
    form.time.set_value(time(16))
    form.act()
    assert _shown(view, day(2)) == [("Carla Mendes", time(10))]
    assert _shown(view, day(3)) == _shown(view, day(4)) == [("Carla Mendes", time(16))]


def _entry(number: int, at: time, minutes: int | None = None) -> CalendarEntry:
    return CalendarEntry(CalendarKind.EVENT, number, TODAY, at, str(number), minutes=minutes)


def test_what_overlaps_stands_side_by_side() -> None:
    entries = [
        _entry(1, time(9), 60),
        _entry(2, time(9, 30), 60),
        _entry(3, time(10), 30),
        _entry(4, time(12)),
        _entry(5, time(23, 50), 90),
    ]
    found = {each.entry.id: each for each in placed(entries, 4) if each.entry}
    assert [(found[n].lane, found[n].lanes) for n in range(1, 5)] == [
        (0, 2),
        (1, 2),
        (0, 2),
        (0, 1),
    ]
    assert found[5].end == 24 * 60


def test_too_many_at_once_are_counted() -> None:
    found = placed([_entry(number, time(9)) for number in range(50)], 4)
    assert [each.more for each in found if each.entry is None] == [47]
    assert len(found) == 4


@pytest.mark.usefixtures("in_berlin")
def test_keys_move_an_entry_over_the_hour_that_is_skipped(
    qtbot: QtBot, week: Callable[[], WeekView], notebook: Notebook, fill: Filler
) -> None:
    spring = date(2027, 3, 28)
    call = fill.plan(fill.person("Carla"), FollowUpKind.CALL, (spring - TODAY).days, at=time(1, 45))
    view = week()
    _page(view).go_to(spring)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert _due(notebook, call)[1] == time(3)
    qtbot.keyClick(view, Qt.Key.Key_Up, SHIFT)
    assert _due(notebook, call)[1] == time(1, 45)


def test_the_week_begins_as_the_locale_says_and_knows_its_number(
    week: Callable[[], WeekView],
) -> None:
    view = week()
    days = view.days()
    assert days[0].isoweekday() == view.locale().firstDayOfWeek().value
    assert days[-1] - days[0] == timedelta(days=6)
    assert TODAY in days
    assert view.now_minute() is not None


def test_a_click_opens_an_event_in_the_week_and_in_the_month(
    week: Callable[[], WeekView], desk: Desk, fill: Filler
) -> None:
    event = fill.event("Breakfast club", 0, time(8))
    opened: list[int] = []
    desk.provide(Act.SHOW_EVENT, opened.append)
    view = week()
    QTest.mouseClick(view.viewport(), LEFT, pos=_point(view, TODAY, time(8, 10)))
    page = _page(view)
    page.show_view("month")
    place = page.month.month.span.place(TODAY)
    assert place is not None
    line = page.month.geometry_now().line_rect(*place, 0).center()
    QTest.mouseClick(page.month, LEFT, pos=line)
    assert opened == [event, event]


def test_a_person_done_late_by_weeks_has_nothing_to_come_in_the_past(
    week: Callable[[], WeekView], fill: Filler
) -> None:
    fill.plan(fill.person("Carla"), FollowUpKind.CALL, -12, at=time(10), repeat="FREQ=DAILY")
    view = week()
    assert _shown(view, day(-1)) == _shown(view, TODAY) == []
    assert _shown(view, day(1)) == [("Carla", time(10))]


def test_there_is_room_for_the_hours_of_each_locale(week: Callable[[], WeekView]) -> None:
    view = week()
    narrow = view.geometry_now().gutter
    view.setLocale(QLocale("en_US"))
    metrics = QFontMetrics(PillTools(theme_of(view), 1.0).week_font)
    wide = view.geometry_now().gutter
    assert wide > metrics.horizontalAdvance(time_words(time(10), view.locale())) + 6
    assert wide > narrow


def test_weekdays_are_all_short_or_all_letters_or_none() -> None:
    metrics = QFontMetrics(QFont())
    number = metrics.horizontalAdvance("28")
    days = [day(days) for days in range(7)]

    def named(room: int) -> list[str]:
        return weekday_names(days, QLocale("en_US"), metrics, room)

    assert named(200) == ["Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri"]
    assert named(number + metrics.horizontalAdvance("Fri")) == list("SSMTWTF")
    assert named(number) == [""] * 7
