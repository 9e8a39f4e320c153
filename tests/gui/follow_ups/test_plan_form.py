"""Planning, changing and deleting a follow-up, by keys alone where possible."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.follow_ups.plan_form import PlanForm, show_plan_form
from notebook_app.gui.follow_ups.repeat_choices import Repeat
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.next_days import Distance
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day, open_form


def _form() -> PlanForm:
    form = open_form()
    assert isinstance(form, PlanForm)
    return form


def test_planning_a_lunch_by_keyboard(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes", organization="Cello Studio")
    show_plan_form(desk, window)
    form = _form()
    qtbot.keyClicks(form.person, "men")
    popup = form.person.completer().popup()
    assert popup.isVisible()
    assert popup.model().index(0, 0).data() == "Carla Mendes · Cello Studio"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.person.text() == "Carla Mendes"
    qtbot.keyClick(form, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    form.when.field.edit.selectAll()
    qtbot.keyClicks(form.when.field.edit, "in 2 weeks")
    qtbot.keyClicks(form.time, "12.30")
    qtbot.keyClicks(form.note, "The spring concert")
    qtbot.keyClick(form.note, Qt.Key.Key_Return)
    assert open_form() is None
    (row,) = notebook.follow_ups.open_of(carla)
    assert (row.kind, row.due, row.at) == (FollowUpKind.LUNCH, day(14), time(12, 30))
    assert row.note == "The spring concert"


def test_a_letter_in_the_row_of_kinds_chooses_one(
    qtbot: QtBot, desk: Desk, window: QWidget, fill: Filler
) -> None:
    show_plan_form(desk, window, contact_id=fill.person("Carla Mendes"))
    form = _form()
    chip = form.kind.chips[FollowUpKind.CALL]
    qtbot.keyClick(chip, Qt.Key.Key_F)
    assert form.kind.kind() is FollowUpKind.COFFEE
    form.reject()


def test_the_buttons_for_days_fill_in_the_date(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    show_plan_form(desk, window, contact_id=carla)
    form = _form()
    form.when.chips[Distance.THREE_DAYS].click()
    assert form.when.value() == day(3)
    form.repeat.choose(Repeat.WEEKLY)
    form.act()
    (row,) = notebook.follow_ups.open_of(carla)
    assert (row.due, row.repeat) == (day(3), "FREQ=WEEKLY")


def test_the_days_offered_know_weekends_full_days_and_holidays(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    for _ in range(8):
        fill.plan(carla, FollowUpKind.EMAIL, 3)
    # From the 25th of November, in three days is a Saturday and in a month Christmas Day; Boxing
    # Day is a Saturday then, so the 28th is its holiday.
    notebook.clock = StoppedClock(day(4))
    show_plan_form(desk, window, contact_id=carla)
    form = _form()
    christmas = form.when.chips[Distance.MONTH]
    qtbot.waitUntil(lambda: "Christmas" in christmas.words)
    assert "is a weekend" in form.when.chips[Distance.THREE_DAYS].words
    QTest.keyClick(form, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert form.when.value() == date(2026, 12, 29)
    form.act()
    assert notebook.follow_ups.open_of(carla)[-1].due == date(2026, 12, 29)
    notebook.clock = StoppedClock(day(0))
    show_plan_form(desk, window, contact_id=carla)
    form = _form()
    # Tomorrow is a Sunday.
    assert form.when.value() == day(2)
    assert "Tue is full" in form.when.chips[Distance.THREE_DAYS].words
    form.reject()


def test_a_day_that_was_chosen_stays_though_it_is_a_holiday(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    """It is tomorrow too, and "tomorrow" moves on once holidays are known."""
    carla = fill.person("Carla Mendes")
    notebook.clock = StoppedClock(date(2026, 12, 24))
    christmas = date(2026, 12, 25)
    show_plan_form(desk, window, contact_id=carla, due=christmas)
    form = _form()
    tomorrow = form.when.chips[Distance.TOMORROW]
    assert tomorrow.isChecked()
    qtbot.waitUntil(lambda: "Christmas" in tomorrow.words)
    assert form.when.value() == christmas
    assert not tomorrow.isChecked()
    form.reject()


def test_the_form_stays_open_and_says_what_is_missing(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    fill.person("Ann Smith")
    fill.person("Ann Jones")
    show_plan_form(desk, window)
    form = _form()
    form.act()
    assert "person" in form.trouble.text()
    qtbot.keyClicks(form.person, "ann")
    form.act()
    assert "several" in form.trouble.text()
    form.person.clear()
    qtbot.keyClicks(form.person, "ann jones")
    form.when.field.edit.setText("some day")
    form.act()
    assert "Choose a day" in form.trouble.text()
    form.when.set_value(day(1))
    form.time.setText("soonish")
    form.act()
    assert "time" in form.trouble.text()
    assert notebook.follow_ups.open_until(day(900)) == []
    form.reject()


def test_changing_one_keeps_what_is_not_changed(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    carla = fill.person("Carla Mendes")
    rule = "FREQ=WEEKLY;BYDAY=MO,TH"
    follow_up = fill.plan(carla, FollowUpKind.CALL, 3, at=time(9), note="<b>Quote</b>", repeat=rule)
    show_plan_form(desk, window, follow_up_id=follow_up)
    form = _form()
    form.when.set_value(day(5))
    form.act()
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    draft = stored.draft
    assert (draft.due, draft.at, draft.note, draft.repeat) == (
        day(5),
        time(9),
        "<b>Quote</b>",
        rule,
    )


def test_deleting_one_can_be_undone(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Carla Mendes"), FollowUpKind.CALL, 3)
    offered: list[bool] = []
    desk.said.connect(lambda _text, can_undo: offered.append(can_undo))
    show_plan_form(desk, window, follow_up_id=follow_up)
    _form().delete()
    assert notebook.follow_ups.get(follow_up) is None
    assert offered == [True]
    desk.undo()
    assert notebook.follow_ups.get(follow_up) is not None


def test_a_follow_up_that_is_gone_is_only_told_of(
    qtbot: QtBot, desk: Desk, window: QWidget
) -> None:
    with qtbot.waitSignal(desk.said):
        show_plan_form(desk, window, follow_up_id=99)
    assert open_form() is None


def test_a_promise_is_ticked_and_stays_when_something_else_is_changed(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    show_plan_form(desk, window, contact_id=grace)
    form = _form()
    form.promised.setChecked(True)
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert row.promised
    show_plan_form(desk, window, follow_up_id=row.id)
    form = _form()
    assert form.promised.isChecked()
    form.note.setPlainText("The slides")
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.promised, row.note) == (True, "The slides")


def test_what_the_form_does_not_ask_for_stays(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    draft = FollowUpDraft(
        grace, FollowUpKind.CALL, day(0), time(9), minutes=30, remind_minutes=10, rung="call"
    )
    with notebook.change("Planned"):
        planned = notebook.follow_ups.insert(draft)
    for kind, rung in ((FollowUpKind.CALL, "call"), (FollowUpKind.COFFEE, "")):
        show_plan_form(desk, window, follow_up_id=planned)
        form = _form()
        form.kind.choose(kind)
        form.act()
        stored = notebook.follow_ups.get(planned)
        assert stored is not None
        assert stored.draft == replace(draft, kind=kind, rung=rung)


def test_it_keeps_when_to_remind_of_it(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    show_plan_form(desk, window, contact_id=grace)
    form = _form()
    form.remind.choose(60)
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    stored = notebook.follow_ups.get(row.id)
    assert stored is not None
    assert stored.draft.remind_minutes == 60
    show_plan_form(desk, window, follow_up_id=row.id)
    form = _form()
    assert form.remind.value() == 60
    form.reject()
