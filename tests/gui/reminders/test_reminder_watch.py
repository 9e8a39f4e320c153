"""Reminders in the window, where the desktop has no notifications."""

from datetime import date, datetime, time

import pytest
from PySide6.QtWidgets import QDialog, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.complete_form import CompleteForm
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.reminders.reminder_watch import ReminderWatch
from notebook_app.gui.reminders.reminder_words import reminder_words
from notebook_app.gui.reminders.wake_watch import EVERY
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.reminders import PlannedAct, Reminder, ReminderHabits, Told
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from tests.gui.reminders.conftest import HandClock

_TODAY = date(2026, 11, 21)


def _plan(desk: Desk, name: str, at: time | None = None, due: date = _TODAY) -> None:
    details = ContactDetails(display_name=name)
    (contact_id,) = add_contact(desk.notebook, ContactDraft(details)).of(Changed.CONTACT)
    plan_follow_up(desk.notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, due, at))


def test_the_day_s_list_is_told_in_the_window_once(
    desk: Desk, window: MainWindow, watch: ReminderWatch, hand_clock: HandClock
) -> None:
    _plan(desk, "Carla <b>Mendes</b>")
    _plan(desk, "Ben")
    _plan(desk, "Agnes", due=date(2026, 11, 20))
    watch.look()
    assert window.message_bar.text() == ""
    assert 0 < watch.timer.interval() <= 15 * 60 * 1000
    hand_clock.now = datetime(2026, 11, 21, 9)
    watch.look()
    assert window.message_bar.text() == (
        "2 follow-ups today: Carla <b>Mendes</b>, Ben (and 1 late)"
    )
    assert not window.message_bar.hide_timer.isActive()
    window.message_bar.hide()
    watch.look()
    assert window.message_bar.text() == ""
    asked: list[Act] = []
    desk.provide(Act.SHOW_TODAY, lambda: asked.append(Act.SHOW_TODAY))
    watch.done()
    assert asked == [Act.SHOW_TODAY]


def test_done_opens_the_small_step_for_one(
    qtbot: QtBot, desk: Desk, window: MainWindow, watch: ReminderWatch, hand_clock: HandClock
) -> None:
    _plan(desk, "Carla", time(14, 30))
    hand_clock.now = datetime(2026, 11, 21, 9)
    watch.look()
    hand_clock.now = datetime(2026, 11, 21, 14, 15)
    watch.look()
    assert window.message_bar.text() == "14:30 Carla"
    assert window.message_bar.act_button.text() == "Done"
    window.message_bar.act_button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QDialog)))
    (form,) = window.findChildren(CompleteForm)
    form.reject()


def test_later_tells_it_again(
    desk: Desk, window: MainWindow, watch: ReminderWatch, hand_clock: HandClock
) -> None:
    _plan(desk, "Carla", time(14, 30))
    hand_clock.now = datetime(2026, 11, 21, 14, 15)
    watch.look()
    window.message_bar.more_button.click()
    assert window.message_bar.text() == ""
    hand_clock.now = datetime(2026, 11, 21, 14, 29)
    watch.look()
    assert window.message_bar.text() == ""
    hand_clock.now = datetime(2026, 11, 21, 14, 30)
    watch.look()
    assert "Carla" in window.message_bar.text()


def test_what_was_told_is_known_after_a_restart(
    desk: Desk, window: MainWindow, watch: ReminderWatch, kept: KeptReminders, hand_clock: HandClock
) -> None:
    _plan(desk, "Carla")
    hand_clock.now = datetime(2026, 11, 21, 9)
    watch.look()
    assert kept.told().digest_on == _TODAY
    window.message_bar.hide()
    again = ReminderWatch(desk, window, kept, hand_clock)
    again.look()
    again.stop()
    assert window.message_bar.text() == ""


def test_asked_for_the_list_is_shown_at_any_time(
    desk: Desk, window: MainWindow, watch: ReminderWatch
) -> None:
    watch.show_list()
    assert window.message_bar.text() == "Nothing is due today."
    _plan(desk, "Carla")
    watch.show_list()
    assert window.message_bar.text() == "1 follow-up today: Carla"


def test_a_change_of_follow_ups_lets_it_look_again(desk: Desk, watch: ReminderWatch) -> None:
    _plan(desk, "Carla")
    desk.changed.emit(plan_follow_up(desk.notebook, FollowUpDraft(1, FollowUpKind.CALL, _TODAY)))
    assert watch.timer.isActive()
    assert watch.timer.interval() < 1000


def test_habits_and_what_was_told_are_kept(kept: KeptReminders) -> None:
    assert kept.habits() == ReminderHabits()
    habits = ReminderHabits(False, None, None, time(22), time(6, 30))
    kept.keep_habits(habits)
    assert kept.habits() == habits
    told = Told(_TODAY, datetime(2026, 11, 21, 9), ("a",), (("b", datetime(2026, 11, 21, 10)),))
    kept.keep_told(told)
    assert kept.told() == told


def test_settings_that_make_no_sense_are_passed_over(kept: KeptReminders) -> None:
    kept._settings.setValue("reminders/told", "{nonsense")
    kept._settings.setValue("reminders/minutes", "many")
    kept._settings.setValue("reminders/digest", "25:00")
    assert kept.told() == Told()
    assert kept.habits() == ReminderHabits()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("A", "1 follow-up is late: A"),
        ("AB", "2 are late: A, B"),
        ("ABA", "3 are late: A, B"),
        ("ABCDEFA", "7 are late: A, B, C, D, E …"),
    ],
)
def test_a_day_with_nothing_but_late_ones_says_so_and_names_each_person_once(
    names: str, words: str
) -> None:
    late = tuple(
        PlannedAct(number, str(number), name, date(2026, 11, 1))
        for number, name in enumerate(names)
    )
    assert reminder_words(Reminder(digest=late), _TODAY) == (words, "")


def test_where_the_tray_is_gone_closing_ends_the_program(
    window: MainWindow, watch: ReminderWatch, kept: KeptReminders
) -> None:
    """Hidden, nothing would bring the window back."""
    kept.keep_in_tray(True)
    window.stays_when_closed = True
    assert window.can_come_back() is QSystemTrayIcon.isSystemTrayAvailable()
    window.can_come_back = lambda: False
    assert window.close()


def test_what_was_due_in_sleep_is_told_once_within_a_minute_of_waking(
    qtbot: QtBot,
    desk: Desk,
    window: MainWindow,
    watch: ReminderWatch,
    hand_clock: HandClock,
) -> None:
    _plan(desk, "Carla", time(14, 30))
    watch.look()
    hand_clock.now = datetime(2026, 11, 21, 9)
    watch.look()
    window.message_bar.hide()
    watch.waking.tick()
    watch.timer.stop()
    hand_clock.now += EVERY
    watch.waking.tick()
    assert not watch.timer.isActive()
    hand_clock.now = datetime(2026, 11, 21, 18)
    watch.waking.tick()
    assert watch.timer.isActive()
    qtbot.waitUntil(lambda: window.message_bar.text() == "14:30 Carla")
    assert watch.waking.timer.interval() * 2 <= 60_000
    window.message_bar.hide()
    watch.waking.woke.emit()
    qtbot.wait(500)
    assert window.message_bar.text() == ""


def test_a_clock_that_was_set_back_is_noticed_and_nothing_told_twice(
    desk: Desk, window: MainWindow, watch: ReminderWatch, hand_clock: HandClock
) -> None:
    _plan(desk, "Carla", time(14, 30))
    hand_clock.now = datetime(2026, 11, 21, 14, 20)
    watch.look()
    assert "Carla" in window.message_bar.text()
    window.message_bar.hide()
    watch.waking.tick()
    watch.timer.stop()
    hand_clock.now = datetime(2026, 11, 21, 13, 20)
    watch.waking.tick()
    assert watch.timer.isActive()
    for minute in (20, 40, 59):
        hand_clock.now = datetime(2026, 11, 21, 13, minute)
        watch.look()
    hand_clock.now = datetime(2026, 11, 21, 14, 20)
    watch.look()
    assert window.message_bar.text() == ""


def test_only_those_who_want_it_keep_the_program_when_the_window_is_closed(
    window: MainWindow,
    watch: ReminderWatch,
    kept: KeptReminders,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept.keep_in_tray(True)
    watch.follow_settings()
    assert window.stays_when_closed is QSystemTrayIcon.isSystemTrayAvailable()
    # As where there is a tray.
    window.stays_when_closed, window.can_come_back = True, lambda: True
    assert not window.close()
    assert not window.isVisible()
    window.bring_to_front()
    assert window.isVisible()
    assert window.end()
    assert not window.isVisible()
