"""The calendar with a real mouse and real keys: looking, planning, moving, going about in time."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.go_to_form import GoToForm
from notebook_app.gui.follow_ups.complete_form import CompleteForm
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarKind
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day, open_form

Show = Callable[[], CalendarPage]
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def _middle(page: CalendarPage, when: date) -> QPoint:
    place = page.month.month.span.place(when)
    assert place is not None
    return page.month.geometry_now().day_rect(*place).center()


def _line(page: CalendarPage, when: date, line: int = 0) -> QPoint:
    place = page.month.month.span.place(when)
    assert place is not None
    return page.month.geometry_now().line_rect(*place, line).center()


def _titles(page: CalendarPage, when: date) -> list[str]:
    return [entry.title for entry in page.month.month.on(when)]


def _due(notebook: Notebook, follow_up: int) -> date:
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    return stored.draft.due


def _cards(page: CalendarPage) -> list[str]:
    return [card.entry.title for card in page.column.cards]


def test_the_month_shows_follow_ups_events_and_birthdays(show_page: Show, fill: Filler) -> None:
    carla = fill.person("Carla Mendes", birthday="1979-11-24")
    fill.plan(carla, FollowUpKind.COFFEE, 3, at=time(10))
    fill.event("Breakfast club", 3, time(8))
    fill.plan(carla, FollowUpKind.CALL, -12)
    page = show_page()
    assert page.title == "November 2026"
    assert _titles(page, day(3)) == ["Breakfast club", "Carla Mendes", "Carla Mendes"]
    kinds = [entry.kind for entry in page.month.month.on(day(3))]
    assert kinds == [CalendarKind.EVENT, CalendarKind.FOLLOW_UP, CalendarKind.BIRTHDAY]
    assert _titles(page, day(-12)) == ["Carla Mendes"]
    assert page.month.accessibleName().startswith("Today, Saturday 21 November: nothing planned")


def test_turning_the_page_shows_the_entries_of_that_month(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    fill.person("Leap Friend", birthday="--02-29")
    fill.plan(fill.person("Elif Aydın"), FollowUpKind.LUNCH, 19)
    page = show_page()
    with qtbot.waitSignal(page.title_changed):
        page.buttons.onward.click()
    assert page.title == "December 2026"
    assert _titles(page, day(19)) == ["Elif Aydın"]
    page.month.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.month, Qt.Key.Key_PageDown)
    assert page.title == "February 2027"
    assert _titles(page, date(2027, 2, 28)) == ["Leap Friend"]
    page.go_to(date(2028, 2, 1))
    assert _titles(page, date(2028, 2, 28)) == []
    assert _titles(page, date(2028, 2, 29)) == ["Leap Friend"]
    page.buttons.to_today.click()
    assert page.month.day == TODAY


def test_arrows_walk_across_months(qtbot: QtBot, show_page: Show) -> None:
    page = show_page()
    month = page.month
    for _ in range(2):
        qtbot.keyClick(month, Qt.Key.Key_Down)
    assert (month.day, page.title) == (date(2026, 12, 5), "December 2026")
    qtbot.keyClick(month, Qt.Key.Key_Left)
    assert month.day == date(2026, 12, 4)
    qtbot.keyClick(month, Qt.Key.Key_Home)
    assert (month.day, page.title) == (TODAY, "November 2026")


def test_a_click_on_an_empty_day_plans_on_it(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    page = show_page()
    QTest.mouseClick(page.month, LEFT, pos=_middle(page, day(5)))
    form = open_form()
    assert isinstance(form, PlanForm)
    assert form.when.value() == day(5)
    form.person.set_contact(grace)
    form.act()
    assert _titles(page, day(5)) == ["Grace Holt"]
    assert [row.due for row in notebook.follow_ups.open_of(grace)] == [day(5)]


def test_enter_on_an_empty_day_plans_on_it(qtbot: QtBot, show_page: Show) -> None:
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    form = open_form()
    assert isinstance(form, PlanForm)
    assert form.when.value() == day(1)
    form.reject()


def test_dragging_an_entry_moves_it_and_can_be_undone(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -12)
    page = show_page()
    start, end = _line(page, day(-12)), _middle(page, day(4))
    QTest.mousePress(page.month, LEFT, pos=start)
    QTest.mouseMove(page.month, start + QPoint(30, 10))
    QTest.mouseMove(page.month, end)
    QTest.mouseRelease(page.month, LEFT, pos=end)
    assert _due(notebook, follow_up) == day(4)
    assert _titles(page, day(4)) == ["Grace Holt"]
    assert page.month.entry is not None
    assert page.month.day == day(4)
    desk.undo()
    assert _due(notebook, follow_up) == day(-12)
    assert _titles(page, day(4)) == []


def test_escape_stops_a_drag(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -12)
    page = show_page()
    start, end = _line(page, day(-12)), _middle(page, day(4))
    QTest.mousePress(page.month, LEFT, pos=start)
    QTest.mouseMove(page.month, end)
    qtbot.keyClick(page.month, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.month, LEFT, pos=end)
    assert _due(notebook, follow_up) == day(-12)


def test_what_is_done_cannot_be_dragged(show_page: Show, notebook: Notebook, fill: Filler) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -2)
    complete_follow_up(notebook, follow_up, None)
    page = show_page()
    start, end = _line(page, day(-2)), _middle(page, day(4))
    QTest.mousePress(page.month, LEFT, pos=start)
    QTest.mouseMove(page.month, end)
    QTest.mouseRelease(page.month, LEFT, pos=end)
    assert _due(notebook, follow_up) == day(-2)


def test_control_and_arrows_move_the_chosen_entry(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Space)
    assert page.month.accessibleName() == "Grace Holt, Call, Saturday 21 November"
    qtbot.keyClick(page.month, Qt.Key.Key_Down, CONTROL)
    qtbot.keyClick(page.month, Qt.Key.Key_Right, CONTROL)
    assert _due(notebook, follow_up) == day(8)
    assert page.month.day == day(8)


def test_r_asks_to_which_day(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Space)
    qtbot.keyClick(page.month, Qt.Key.Key_R)
    form = open_form()
    assert isinstance(form, GoToForm)
    qtbot.keyClicks(form.field.edit, "in 2 months")
    qtbot.keyClick(form.field.edit, Qt.Key.Key_Return)
    assert _due(notebook, follow_up) == date(2027, 1, 21)
    assert page.title == "January 2027"


def test_control_g_goes_to_any_day(qtbot: QtBot, show_page: Show) -> None:
    page = show_page()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.month, Qt.Key.Key_G, CONTROL)
    form = open_form()
    assert isinstance(form, GoToForm)
    form.field.edit.setText("1999-12-31")
    form.act()
    assert page.title == "December 1999"


def test_the_column_shows_the_day_and_what_is_overdue(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -12)
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.NOTE, 0)
    fill.plan(fill.person("Hiro Tanaka"), FollowUpKind.CALL, 2)
    page = show_page()
    assert _cards(page) == ["Carla Mendes", "Grace Holt"]
    assert page.column.cards[0].acts is not None
    QTest.mouseClick(page.month, LEFT, pos=_line(page, day(2)))
    qtbot.waitUntil(lambda: _cards(page) == ["Hiro Tanaka", "Grace Holt"])


def test_completing_from_the_grid(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Space)
    qtbot.keyClick(page.month, Qt.Key.Key_D)
    form = open_form()
    assert isinstance(form, CompleteForm)
    form.text.setPlainText("Spoke")
    form.act()
    (entry,) = page.month.month.on(TODAY)
    assert (entry.id, entry.state) == (follow_up, FollowUpState.DONE)
    assert "done" in page.month.accessibleName()


def test_enter_leads_from_a_day_to_its_cards(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    fill.plan(carla, FollowUpKind.CALL, 0)
    fill.plan(fill.person("Hiro Tanaka"), FollowUpKind.CALL, 0)
    page = show_page()
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    first, second = page.column.cards
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    assert second.acts is not None
    qtbot.keyClick(second, Qt.Key.Key_Up)
    with qtbot.waitSignal(desk.contact_wanted) as opened:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert opened.args == [carla]


def test_the_first_click_on_a_card_shows_what_can_be_done_and_the_next_opens(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 0)
    hiro = fill.person("Hiro Tanaka")
    fill.plan(hiro, FollowUpKind.CALL, 0)
    page = show_page()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    opened: list[int] = []
    desk.contact_wanted.connect(opened.append)
    card = page.column.cards[1]
    assert card.acts is None
    QTest.mouseClick(card, LEFT)
    assert card.acts is not None
    assert opened == []
    QTest.mouseClick(card, LEFT)
    assert opened == [hiro]


def test_after_completing_from_a_card_the_next_card_has_the_focus(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    for name in ("Grace Holt", "Hiro Tanaka"):
        fill.plan(fill.person(name), FollowUpKind.CALL, -3)
    page = show_page()
    page.activateWindow()
    page.column.cards[0].setFocus()
    page.column.cards[0].open_done()
    form = open_form()
    assert isinstance(form, CompleteForm)
    form.act()
    assert _cards(page) == ["Hiro Tanaka"]
    assert page.focusWidget() is page.column.cards[0]


def test_a_full_day_says_how_many_more_and_a_click_there_shows_them(
    qtbot: QtBot, show_page: Show, fill: Filler
) -> None:
    person = fill.person("Grace Holt")
    for _ in range(40):
        fill.plan(person, FollowUpKind.CALL, 5)
    page = show_page()
    assert page.month.month.count(day(5)) == 40
    lines = page.month.geometry_now().lines(4)
    QTest.mouseClick(page.month, LEFT, pos=_line(page, day(5), lines - 1))
    assert open_form() is None
    qtbot.waitUntil(lambda: len(page.column.cards) == 12)


def test_right_to_left_mirrors_the_days(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("محمد"), FollowUpKind.CALL, 0)
    page = show_page()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert _middle(page, day(0)).x() > _middle(page, day(1)).x()
    assert page.month.entry_at(_line(page, TODAY)) is not None
    qtbot.keyClick(page.month, Qt.Key.Key_Left)
    assert page.month.day == day(1)
    page.month.grab()


def test_the_kind_of_view_comes_back(show_page: Show) -> None:
    page = show_page()
    page.buttons.views["agenda"].click()
    state = page.save_state()
    page.buttons.views["month"].click()
    page.restore_state(state)
    assert page.agenda.isVisible()
