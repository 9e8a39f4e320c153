"""What one is reminded of, whatever the computer and its clock did meanwhile."""

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.reminders import (
    LONGEST_WAIT,
    PlannedAct,
    ReminderHabits,
    Told,
    is_quiet,
    later,
    look,
)

_DAY = date(2026, 3, 10)
_HABITS = ReminderHabits(quiet_from=None, quiet_until=None)
_CARLA = PlannedAct(1, "carla", "Carla", _DAY)
_BEN = PlannedAct(2, "ben", "Ben", _DAY, time(14, 30))
_LATE = PlannedAct(3, "agnes", "Agnes", _DAY - timedelta(days=3))


def _at(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2026, 3, day, hour, minute)


def test_the_list_of_the_day_comes_once_at_its_time() -> None:
    acts = (_CARLA, _BEN, _LATE)
    early = look(_at(8, 50), _HABITS, Told(), acts)
    assert not early.reminder
    assert early.next_look == _at(9)
    first = look(_at(9), _HABITS, early.told, acts)
    assert first.reminder.digest == acts
    assert not look(_at(9, 1), _HABITS, first.told, acts).reminder
    assert not look(_at(23), _HABITS, first.told, (_CARLA,)).reminder.digest
    assert look(_at(9, 0, 11), _HABITS, first.told, acts).reminder.digest


def test_what_has_a_time_is_told_before_it_once() -> None:
    told = Told(digest_on=_DAY)
    before = look(_at(14, 10), _HABITS, told, (_BEN,))
    assert not before.reminder
    assert before.next_look == _at(14, 15)
    due = look(_at(14, 15), _HABITS, before.told, (_BEN,))
    assert due.reminder.timed == (_BEN,)
    assert not look(_at(14, 20), _HABITS, due.told, (_BEN,)).reminder


def test_each_follow_up_may_have_its_own_minutes_or_none() -> None:
    told = Told(digest_on=_DAY)
    hour = PlannedAct(4, "h", "Hour", _DAY, time(14, 30), 60)
    never = PlannedAct(5, "n", "Never", _DAY, time(14, 30), -1)
    found = look(_at(13, 30), _HABITS, told, (_BEN, hour, never)).reminder
    assert found.timed == (hour,)
    after = look(_at(15), _HABITS, told, (_BEN, hour, never)).reminder
    assert never not in after.timed


def test_what_the_computer_slept_through_is_told_together_on_waking() -> None:
    seen = look(_at(8), _HABITS, Told(), (_CARLA, _BEN, _LATE)).told
    other = PlannedAct(6, "d", "Dan", _DAY, time(11))
    woken = look(_at(18), _HABITS, seen, (_CARLA, _BEN, _LATE, other)).reminder
    assert woken.timed == (_BEN, other)
    assert woken.digest == (_CARLA, _BEN, _LATE, other)
    days_later = look(_at(10, 0, 13), _HABITS, seen, (_CARLA, _BEN)).reminder
    assert days_later.timed == (_BEN,)
    assert days_later.digest == (_CARLA, _BEN)


def test_what_was_long_past_when_reminders_began_is_only_in_the_list() -> None:
    old = PlannedAct(7, "o", "Old", _DAY - timedelta(days=5), time(9))
    found = look(_at(10), _HABITS, Told(), (old,)).reminder
    assert found.timed == ()
    assert found.digest == (old,)


def test_nothing_is_told_twice_when_the_clock_is_set_back_an_hour_or_over_midnight() -> None:
    acts = (_CARLA, _BEN)
    told = look(_at(14, 20), _HABITS, Told(), acts).told
    assert not look(_at(13, 20), _HABITS, told, acts).reminder
    assert not look(_at(14, 20), _HABITS, told, acts).reminder
    yesterday = datetime(2026, 3, 9, 23, 30)
    assert not look(yesterday, _HABITS, told, acts).reminder


def test_what_is_planned_within_an_hour_that_comes_twice_is_told() -> None:
    told = look(_at(14, 20), _HABITS, Told(), (_CARLA,)).told
    new = PlannedAct(8, "new", "New", _DAY, time(13, 50))
    set_back = look(_at(13, 20), _HABITS, told, (_CARLA, new))
    assert look(_at(13, 35), _HABITS, set_back.told, (_CARLA, new)).reminder.timed == (new,)


def test_a_clock_that_was_a_year_ahead_does_not_silence_the_year() -> None:
    ahead = look(datetime(2027, 3, 10, 15), _HABITS, Told(), (_BEN,)).told
    assert look(_at(14, 20), _HABITS, ahead, (_CARLA, _BEN)).reminder.digest


def test_quiet_hours_may_go_over_midnight_and_hold_things_back_until_their_end() -> None:
    habits = ReminderHabits(digest_at=time(7), quiet_from=time(21), quiet_until=time(8))
    assert is_quiet(time(23), habits)
    assert is_quiet(time(7, 59), habits)
    assert not is_quiet(time(8), habits)
    assert not is_quiet(time(20, 59), habits)
    night = PlannedAct(9, "n", "Night", _DAY, time(6))
    quiet = look(_at(7, 50), habits, Told(), (night, _CARLA))
    assert not quiet.reminder
    assert quiet.next_look == _at(8)
    morning = look(_at(8), habits, quiet.told, (night, _CARLA)).reminder
    assert morning.timed == (night,)
    assert _CARLA in morning.digest


def test_later_brings_it_again_once() -> None:
    told = look(_at(14, 15), _HABITS, Told(digest_on=_DAY), (_BEN,)).told
    told = later(told, (_BEN,), _at(14, 30))
    assert not look(_at(14, 29), _HABITS, told, (_BEN,)).reminder
    again = look(_at(14, 30), _HABITS, told, (_BEN,))
    assert again.reminder.timed == (_BEN,)
    assert not look(_at(14, 31), _HABITS, again.told, (_BEN,)).reminder


def test_moved_to_another_time_it_is_told_again() -> None:
    told = look(_at(14, 15), _HABITS, Told(digest_on=_DAY), (_BEN,)).told
    moved = PlannedAct(2, "ben", "Ben", _DAY, time(16))
    assert look(_at(15, 45), _HABITS, told, (moved,)).reminder.timed == (moved,)


def test_who_wants_none_gets_none() -> None:
    off = ReminderHabits(wanted=False)
    assert not look(_at(12), off, Told(), (_CARLA, _BEN)).reminder


@given(
    starts=st.lists(st.integers(0, 6 * 24 * 60 - 1), max_size=12, unique=True),
    looks=st.lists(st.integers(0, 6 * 24 * 60), min_size=1, max_size=60),
    quiet=st.sampled_from([(None, None), (time(21), time(8)), (time(12), time(13))]),
)
def test_whenever_one_looks_each_is_told_exactly_once_in_the_end(
    starts: list[int], looks: list[int], quiet: tuple[time | None, time | None]
) -> None:
    begin = datetime(2026, 3, 10)
    acts = []
    for number, minutes in enumerate(starts):
        start = begin + timedelta(minutes=minutes)
        acts.append(PlannedAct(number, str(number), "x", start.date(), start.time()))
    habits = ReminderHabits(quiet_from=quiet[0], quiet_until=quiet[1])
    told, found, days = Told(seen=begin - timedelta(hours=1)), list[str](), list[date]()
    for minute in [*sorted(looks), 7 * 24 * 60 + 600]:
        now = begin + timedelta(minutes=minute)
        seen = look(now, habits, told, acts)
        assert now < seen.next_look <= now + LONGEST_WAIT
        found += [act.key for act in seen.reminder.timed]
        days += [now.date()] if seen.reminder.digest else []
        told = seen.told
    assert sorted(found) == sorted(act.key for act in acts)
    assert len(set(days)) == len(days)
