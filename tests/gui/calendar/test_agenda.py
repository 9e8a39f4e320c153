"""The agenda: onwards as it is scrolled, back when asked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.agenda_model import AgendaModel, DayLine
from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarEntry
from tests.gui.follow_ups.filled import TODAY, Filler, day, open_form

Show = Callable[[], CalendarPage]


def _lines(model: AgendaModel) -> list[date | str]:
    lines = [model.line(row) for row in range(1, model.rowCount())]
    return [
        line.on if isinstance(line, DayLine) else line.title
        for line in lines
        if isinstance(line, (DayLine, CalendarEntry))
    ]


def test_days_follow_each_other_from_the_day_asked_for(
    desk: Desk, fill: Filler, qtmodeltester: ModelTester
) -> None:
    carla = fill.person("Carla Mendes")
    fill.plan(carla, FollowUpKind.CALL, 3)
    fill.plan(carla, FollowUpKind.CALL, 200)
    fill.plan(carla, FollowUpKind.CALL, -40)
    fill.event("Breakfast club", 3)
    model = AgendaModel(desk)
    model.begin(TODAY)
    assert _lines(model) == [TODAY, day(3), "Breakfast club", "Carla Mendes"]
    assert str(model.index(1).data()).endswith("nothing planned")
    model.fetchMore(QModelIndex())
    assert _lines(model)[-2:] == [day(200), "Carla Mendes"]
    assert model.go_back() == 2
    assert _lines(model)[:3] == [day(-40), "Carla Mendes", TODAY]
    assert model.go_back() == 0
    qtmodeltester.check(model)


def test_birthdays_do_not_make_it_endless(desk: Desk, fill: Filler) -> None:
    fill.person("Leap Friend", birthday="--02-29")
    model = AgendaModel(desk)
    model.begin(TODAY)
    steps = 0
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        steps += 1
    assert 0 < steps < 100
    assert _lines(model) == [
        TODAY,
        date(2027, 2, 28),
        "Leap Friend",
        date(2028, 2, 29),
        "Leap Friend",
        date(2029, 2, 28),
        "Leap Friend",
    ]


def test_earlier_is_a_line_to_press(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, -40)
    page = show_page()
    page.buttons.views["agenda"].click()
    view = page.agenda
    view.setCurrentIndex(view.agenda.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert _lines(view.agenda)[:2] == [day(-40), "Carla Mendes"]


def test_keys_open_complete_and_follow_the_day(
    qtbot: QtBot, show_page: Show, desk: Desk, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    fill.plan(carla, FollowUpKind.CALL, 3)
    page = show_page()
    page.buttons.views["agenda"].click()
    view = page.agenda
    row = view.agenda.row_of(day(3))
    assert row is not None
    view.setCurrentIndex(view.agenda.index(row + 1))
    assert page.month.day == day(3)
    with qtbot.waitSignal(desk.contact_wanted) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [carla]
    qtbot.keyClick(view, Qt.Key.Key_D)
    form = open_form()
    assert form is not None
    form.act()  # type: ignore[attr-defined]
    assert "done" in str(view.agenda.index(row + 1).data())
    view.grab()


def test_full_days_are_read_few_at_a_time_and_none_is_left_out(desk: Desk, fill: Filler) -> None:
    carla = fill.person("Carla Mendes")
    for number in range(400):
        fill.plan(carla, FollowUpKind.CALL, number // 40)
    model = AgendaModel(desk)
    model.begin(TODAY)
    assert 60 < model.rowCount() < 200
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [line for line in _lines(model) if isinstance(line, date)] == [day(n) for n in range(10)]
    assert len(_lines(model)) == 410
