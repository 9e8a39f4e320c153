"""The chips and the query that narrow the calendar, and the strip of the year."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarKind
from notebook_app.model.saved_list import SavedList
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.plan_follow_up import delete_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day

Show = Callable[[], CalendarPage]


def _titles(page: CalendarPage, when: date = TODAY) -> list[str]:
    return [entry.title for entry in page.month.month.on(when)]


def test_chips_leave_out_kinds_and_what_is_done(
    show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    carla = fill.person("Carla", birthday="--11-21")
    fill.event("Breakfast club", 0, time(8))
    fill.plan(carla, FollowUpKind.CALL, 0)
    done = fill.plan(fill.person("Grace"), FollowUpKind.COFFEE, 0)
    complete_follow_up(notebook, done, None)
    page = show_page()
    assert _titles(page) == ["Breakfast club", "Carla", "Carla", "Grace"]
    page.filters.done.click()
    assert _titles(page) == ["Breakfast club", "Carla", "Carla"]
    page.filters.kinds[CalendarKind.BIRTHDAY].click()
    page.filters.kinds[CalendarKind.EVENT].click()
    assert _titles(page) == ["Carla"]
    assert [card.entry.title for card in page.column.cards] == ["Carla"]
    page.show_view("week")
    assert [entry.title for entry in page.week.week.on(TODAY)] == ["Carla"]
    page.filters.kinds[CalendarKind.FOLLOW_UP].click()
    assert _titles(page) == []


def test_only_calls(show_page: Show, fill: Filler) -> None:
    carla = fill.person("Carla")
    fill.plan(carla, FollowUpKind.CALL, 0, note="call")
    fill.plan(carla, FollowUpKind.COFFEE, 0)
    page = show_page()
    page.filters.means.click()
    menu = page.filters.menu
    next(action for action in menu.actions() if action.text() == "Call").trigger()
    menu.close()
    assert [entry.note for entry in page.month.month.on(TODAY)] == ["call"]
    assert page.filters.means.words == "Call ▾"


def test_the_query_language_narrows_to_people(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("Carla", organization="Cello"), FollowUpKind.CALL, 0)
    fill.plan(fill.person("Grace"), FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClicks(page.filters.query, "org:cello")
    qtbot.keyClick(page.filters.query, Qt.Key.Key_Return)
    assert _titles(page) == ["Carla"]
    page.filters.narrow_to("grace")
    assert _titles(page) == ["Grace"]
    page.filters.narrow_to("stage:nonsense")
    assert page.filters.mistake.text()
    assert _titles(page) == ["Grace"]
    qtbot.keyClick(page.filters.query, Qt.Key.Key_Escape)
    assert _titles(page) == ["Carla", "Grace"]


def test_letters_in_the_query_are_letters(qtbot: QtBot, show_page: Show) -> None:
    page = show_page()
    page.filters.query.setFocus()
    qtbot.keyClicks(page.filters.query, "wag")
    assert page.filters.query.text() == "wag"
    assert page.buttons.views["month"].isChecked()


def test_the_strip_counts_and_leads_to_a_day(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    carla = fill.person("Carla")
    fill.plan(carla, FollowUpKind.CALL, -30)
    fill.plan(carla, FollowUpKind.CALL, 0, repeat="FREQ=WEEKLY")
    fill.event("Breakfast club", 7)
    page = show_page()
    strip = page.year
    strip.counts.read_all()
    assert strip.counts.days[day(-30)] == (1, 1)
    assert strip.counts.days[day(7)] == (0, 2)
    assert day(1) not in strip.counts.days
    place = strip.geometry_now().bar_rect(day(-30)).center()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), 10))
    assert abs((page.month.day - day(-30)).days) <= 1
    strip.setFocus()
    page.go_to(day(-30))
    assert strip.accessibleName() == "Thursday 22 October 2026: 1 entry, 1 still open"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert page.month.day == day(-29)
    qtbot.keyClick(strip, Qt.Key.Key_PageDown)
    assert (page.title, strip.year) == ("October 2027", 2027)
    strip.counts.read_all()
    assert strip.counts.days[date(2027, 10, 23)] == (0, 1)
    strip.grab()


def test_the_strip_follows_changes(show_page: Show, desk: Desk, fill: Filler) -> None:
    call = fill.plan(fill.person("Carla"), FollowUpKind.CALL, 3)
    page = show_page()
    page.year.counts.read_all()
    assert page.year.counts.days[day(3)] == (1, 1)
    desk.perform(lambda: delete_follow_up(desk.notebook, call))
    page.year.counts.read_all()
    assert day(3) not in page.year.counts.days


def test_29_february_is_said_to_be_kept_on_the_28th(show_page: Show, fill: Filler) -> None:
    fill.person("Leap Friend", birthday="1980-02-29")
    page = show_page()
    page.go_to(date(2027, 2, 28))
    (entry,) = page.month.month.on(date(2027, 2, 28))
    page.month.select(date(2027, 2, 28), entry)
    assert "turns 47 · 29 February, kept on the 28th this year" in page.month.accessibleName()
    page.go_to(date(2028, 2, 29))
    (entry,) = page.month.month.on(date(2028, 2, 29))
    page.month.select(date(2028, 2, 29), entry)
    assert "kept on" not in page.month.accessibleName()


def test_the_strip_follows_the_filters(show_page: Show, notebook: Notebook, fill: Filler) -> None:
    carla, grace = fill.person("Carla", organization="Cello"), fill.person("Grace")
    fill.plan(carla, FollowUpKind.CALL, 2)
    fill.plan(grace, FollowUpKind.COFFEE, 2)
    fill.plan(grace, FollowUpKind.CALL, 0, repeat="FREQ=WEEKLY")
    complete_follow_up(notebook, fill.plan(carla, FollowUpKind.CALL, -3), None)
    fill.event("Breakfast club", 7)
    page = show_page()

    def counts() -> list[tuple[int, int] | None]:
        page.year.counts.read_all()
        return [page.year.counts.days.get(day(number)) for number in (-3, 2, 7)]

    assert counts()[1:] == [(2, 2), (0, 2)]
    page.filters.means.click()
    action = next(each for each in page.filters.menu.actions() if each.text() == "Call")
    page.filters.menu.close()
    action.trigger()
    assert counts()[1:] == [(1, 1), (0, 2)]
    page.filters.narrow_to("org:cello")
    assert counts()[1:] == [(1, 1), (0, 1)]
    page.filters.kinds[CalendarKind.EVENT].click()
    assert counts()[1:] == [(1, 1), None]
    assert counts()[0] == (0, 1)
    page.filters.done.click()
    assert counts() == [None, (1, 1), None]
    page.filters.kinds[CalendarKind.FOLLOW_UP].click()
    assert counts() == [None, None, None]


def test_ready_made_lists_and_own_ones_narrow_it(
    show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    fill.plan(fill.person("Carla", organization="Cello"), FollowUpKind.CALL, 0)
    fill.plan(fill.person("Grace"), FollowUpKind.CALL, 0)
    with notebook.change("List"):
        notebook.saved_lists.insert(SavedList(0, "Music", "org:cello"))
    page = show_page()
    page.filters.lists.click()
    menu = page.filters.menu
    actions = {action.text(): action for action in menu.actions()}
    menu.close()
    actions["Music"].trigger()
    assert _titles(page) == ["Carla"]
    actions["Clients"].trigger()
    assert _titles(page) == []
    actions["Everyone"].trigger()
    assert _titles(page) == ["Carla", "Grace"]


def test_people_are_narrowed_in_a_small_window_too(show_page: Show, fill: Filler) -> None:
    for name in ("Carla", "Grace"):
        fill.plan(fill.person(name), FollowUpKind.CALL, 0)
    page = show_page()
    page.window().resize(700, 480)
    QTest.qWait(1)
    filters = page.filters
    assert filters.people.isVisible()
    assert not filters.query.isVisible()
    filters.people.click()
    words = [action.text() for action in filters.menu.actions() if action.text()]
    assert words == ["Everyone", "By a query…\tF", "Tag", "List"]
    filters.menu.close()
    page.focus_content()
    QTest.keyClick(page.month, Qt.Key.Key_F)
    assert filters.query.isVisible()
    assert filters.query.hasFocus()
    QTest.keyClicks(filters.query, "Grace")
    QTest.keyClick(filters.query, Qt.Key.Key_Return)
    assert _titles(page) == ["Grace"]
    QTest.keyClick(filters.query, Qt.Key.Key_Escape)
    assert _titles(page) == ["Carla", "Grace"]
    QTest.keyClick(filters.query, Qt.Key.Key_Escape)
    assert page.month.hasFocus()
    assert not filters.query.isVisible()
