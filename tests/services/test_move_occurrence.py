"""What repeats: moved, left out, ended and divided, one alone or with all that follow."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.recurrence import days_of_rule
from notebook_app.services.complete_follow_up import complete_follow_up
from notebook_app.services.move_occurrence import (
    Slot,
    divide_repeat,
    draft_from,
    end_repeat,
    move_following,
    move_occurrence,
    skip_occurrence,
)
from notebook_app.services.plan_follow_up import (
    coming_day,
    reschedule_follow_up,
    skip_follow_up,
    update_follow_up,
)
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.made_up import examples

TODAY = date(2026, 11, 21)
TUESDAY = date(2026, 11, 24)
FAR = date(2027, 2, 28)
FARTHEST = date(2040, 1, 1)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield opened
    opened.close()


def _plan(
    notebook: Notebook, rule: str = "FREQ=WEEKLY", due: date = TUESDAY, at: time | None = None
) -> int:
    with notebook.change("Fill"):
        carla = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Carla")))
        draft = FollowUpDraft(carla, FollowUpKind.CALL, due, at, "spring list", rule)
        return notebook.follow_ups.insert(draft)


def _shown(notebook: Notebook, last: date = date(2026, 12, 31)) -> list[date]:
    return [entry.on for entry in notebook.calendar.between(TODAY, last)]


def _weeks(*numbers: int) -> list[date]:
    return [TUESDAY + timedelta(weeks=number) for number in numbers]


def _done(notebook: Notebook, follow_up_id: int, on: date | None = None) -> int | None:
    """Complete it and return the row id of what comes next."""
    before = {entry.id for entry in notebook.calendar.between(TODAY, FARTHEST)}
    complete_follow_up(notebook, follow_up_id, None, on=on)
    now = [e for e in notebook.calendar.between(TODAY, FARTHEST) if e.occurs_on is None]
    return next((e.id for e in now if e.id not in before), None)


def test_days_to_come_are_shown_and_not_stored(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    assert _shown(notebook) == _weeks(0, 1, 2, 3, 4, 5)
    first, second = notebook.calendar.between(TODAY, TUESDAY + timedelta(weeks=1))
    assert (first.id, first.occurs_on, first.repeats) == (follow_up, None, True)
    assert (second.id, second.occurs_on) == (follow_up, _weeks(1)[0])
    assert notebook.follow_ups.planned_on(TODAY, FAR) == {TUESDAY: 1}


def test_a_day_left_out_stays_out_when_its_turn_comes(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    skip_occurrence(notebook, follow_up, _weeks(1)[0])
    skip_occurrence(notebook, follow_up, _weeks(3)[0])
    assert _shown(notebook) == _weeks(0, 2, 4, 5)
    after = _done(notebook, follow_up)
    assert after is not None
    assert _shown(notebook)[1:] == _weeks(2, 4, 5)


def test_a_moved_day_is_done_where_it_stands_and_the_next_is_by_the_rule(
    notebook: Notebook,
) -> None:
    follow_up = _plan(notebook)
    friday = _weeks(1)[0] + timedelta(days=3)
    move_occurrence(notebook, follow_up, _weeks(1)[0], Slot(friday))
    assert _shown(notebook) == [*_weeks(0), friday, *_weeks(2, 3, 4, 5)]
    after = _done(notebook, follow_up)
    assert after is not None
    stored = notebook.follow_ups.get(after)
    assert stored is not None
    assert (stored.draft.due, stored.scheduled_on) == (friday, _weeks(1)[0])
    assert _shown(notebook)[1:] == [friday, *_weeks(2, 3, 4, 5)]
    last = _done(notebook, after)
    assert last is not None
    assert _shown(notebook)[2:] == _weeks(2, 3, 4, 5)


def test_a_day_moved_beyond_the_next_is_not_lost_and_brings_none_back(notebook: Notebook) -> None:
    follow_up = _plan(notebook, "FREQ=WEEKLY;COUNT=4")
    late = _weeks(2)[0] + timedelta(days=1)
    move_occurrence(notebook, follow_up, _weeks(1)[0], Slot(late))
    assert _shown(notebook) == [*_weeks(0, 2), late, *_weeks(3)]
    second = _done(notebook, follow_up)
    assert second is not None
    third = _done(notebook, second)
    assert third is not None
    stored = notebook.follow_ups.get(third)
    assert stored is not None
    assert stored.draft.due == late
    assert _shown(notebook)[2:] == [late, *_weeks(3)]
    fourth = _done(notebook, third)
    assert fourth is not None
    assert _done(notebook, fourth) is None


def test_the_current_one_moved_alone_keeps_the_days_that_follow(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    thursday = TUESDAY + timedelta(days=2)
    move_occurrence(notebook, follow_up, None, Slot(thursday))
    assert _shown(notebook) == [thursday, *_weeks(1, 2, 3, 4, 5)]
    reschedule_follow_up(notebook, follow_up, thursday + timedelta(days=1))
    assert _shown(notebook)[1:] == _weeks(1, 2, 3, 4, 5)
    undo_last(notebook)
    undo_last(notebook)
    assert _shown(notebook) == _weeks(0, 1, 2, 3, 4, 5)


def test_edited_onto_another_day_it_repeats_from_there(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    move_occurrence(notebook, follow_up, None, Slot(TUESDAY + timedelta(days=2)))
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    friday = TUESDAY + timedelta(days=3)
    update_follow_up(
        notebook, follow_up, FollowUpDraft(1, FollowUpKind.CALL, friday, repeat="FREQ=WEEKLY")
    )
    assert _shown(notebook, date(2026, 12, 5)) == [friday, friday + timedelta(weeks=1)]


def test_this_and_following_moves_the_rule_along(notebook: Notebook) -> None:
    follow_up = _plan(notebook, "FREQ=WEEKLY;BYDAY=TU")
    thursday = _weeks(2)[0] + timedelta(days=2)
    move_following(notebook, follow_up, _weeks(2)[0], Slot(thursday, time(9), 45))
    assert _shown(notebook) == [
        *_weeks(0, 1),
        thursday,
        thursday + timedelta(weeks=1),
        thursday + timedelta(weeks=2),
        thursday + timedelta(weeks=3),
    ]
    entries = notebook.calendar.between(TODAY, date(2026, 12, 31))
    assert [entry.at for entry in entries] == [None, None, *[time(9)] * 4]
    undo_last(notebook)
    assert _shown(notebook) == _weeks(0, 1, 2, 3, 4, 5)


def test_a_count_is_shared_when_what_repeats_is_divided(notebook: Notebook) -> None:
    follow_up = _plan(notebook, "FREQ=WEEKLY;COUNT=5")
    move_following(notebook, follow_up, _weeks(3)[0], Slot(_weeks(3)[0], time(9)))
    assert _shown(notebook, FAR) == _weeks(0, 1, 2, 3, 4)


def test_this_and_following_of_the_first_moves_all(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    skip_occurrence(notebook, follow_up, _weeks(1)[0])
    wednesday = TUESDAY + timedelta(days=1)
    move_following(notebook, follow_up, None, Slot(wednesday))
    assert _shown(notebook, date(2026, 12, 10)) == [
        wednesday + timedelta(weeks=number) for number in range(3)
    ]


def test_another_time_for_one_alone_leaves_the_others_theirs(notebook: Notebook) -> None:
    follow_up = _plan(notebook, at=time(10))
    move_occurrence(notebook, follow_up, None, Slot(TUESDAY, time(15), 60))
    move_occurrence(
        notebook, next_id := _next_of(notebook), _weeks(2)[0], Slot(_weeks(2)[0], time(8))
    )
    entries = notebook.calendar.between(TODAY, _weeks(3)[0])
    assert [(entry.on, entry.at) for entry in entries] == [
        (TUESDAY, time(15)),
        (_weeks(1)[0], time(10)),
        (_weeks(2)[0], time(8)),
        (_weeks(3)[0], time(10)),
    ]
    assert entries[1].id == next_id


def _next_of(notebook: Notebook) -> int:
    entries = notebook.calendar.between(TODAY, FAR)
    return next(entry.id for entry in entries if entry.repeats)


def test_it_ends_after_the_one_it_is_told_to(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    end_repeat(notebook, follow_up, _weeks(2)[0])
    assert _shown(notebook, FAR) == _weeks(0, 1, 2)
    end_repeat(notebook, follow_up, None)
    assert _shown(notebook, FAR) == _weeks(0)


def test_divided_by_the_form_both_parts_stand(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    draft = draft_from(notebook, follow_up, _weeks(1)[0])
    assert (draft.due, draft.note) == (_weeks(1)[0], "spring list")
    changed = FollowUpDraft(
        draft.contact_id, FollowUpKind.COFFEE, draft.due, note="new", repeat="FREQ=MONTHLY"
    )
    divide_repeat(notebook, follow_up, changed, _weeks(1)[0])
    assert _shown(notebook, date(2027, 1, 31)) == [TUESDAY, date(2026, 12, 1), date(2027, 1, 1)]


def test_done_late_the_next_is_the_first_to_come(notebook: Notebook) -> None:
    follow_up = _plan(notebook, due=TUESDAY - timedelta(weeks=5))
    assert _shown(notebook, TUESDAY) == [TUESDAY]
    after = _done(notebook, follow_up)
    stored = notebook.follow_ups.get(after or 0)
    assert stored is not None
    assert stored.draft.due == TUESDAY


def test_what_was_skipped_goes_on_with_what_was_moved(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    sunday = _weeks(1)[0] - timedelta(days=2)
    move_occurrence(notebook, follow_up, _weeks(1)[0], Slot(sunday))
    skip_follow_up(notebook, follow_up)
    assert _shown(notebook)[0] == sunday


def test_a_damaged_rule_hides_nothing_else(notebook: Notebook) -> None:
    _plan(notebook)
    _plan(notebook, "FREQ=RUBBISH", TUESDAY)
    assert len(notebook.calendar.between(TUESDAY, TUESDAY)) == 2
    assert len(notebook.calendar.between(_weeks(1)[0], _weeks(1)[0])) == 1


RULES = (
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=-1TU",
    "FREQ=DAILY;INTERVAL=5",
    "FREQ=WEEKLY;COUNT=7",
    "FREQ=MONTHLY;UNTIL=20270801",
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["skip", "move", "done"]), st.integers(0, 5), st.integers(-3, 9)),
    max_size=8,
)


@settings(
    max_examples=examples(15, 200),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(RULES), CHANGES)
@example("FREQ=DAILY;INTERVAL=5", [("move", 0, -2), ("move", 0, -3), ("done", 0, 0)])
def test_moves_and_skips_in_any_order_leave_the_days_of_the_rule(
    tmp_path_factory: pytest.TempPathFactory, rule: str, changes: list[tuple[str, int, int]]
) -> None:
    """Beside a plain list of days that dateutil gives, changed by hand in the same way."""
    path = tmp_path_factory.mktemp("repeat") / "notebook.db"
    notebook = Notebook.open(path, StoppedClock(TODAY), check=False)
    current: int | None = _plan(notebook, rule)
    expected = days_of_rule(rule, TUESDAY, TUESDAY, date(2028, 12, 31))
    last = min(expected[-1], date(2027, 8, 1))
    for what, number, days in changes:
        entries = notebook.calendar.between(TODAY, last)
        to_come = [entry for entry in entries if entry.occurs_on is not None]
        if what == "done" and current is not None:
            done = next(entry for entry in entries if entry.id == current and not entry.occurs_on)
            current = _done(notebook, current, done.on)
            # What was on the same day counts as missed.
            expected = [day for day in expected if day > done.on]
        elif to_come and what != "done":
            entry = to_come[number % len(to_come)]
            assert entry.occurs_on is not None
            target = None
            if what == "skip":
                skip_occurrence(notebook, entry.id, entry.occurs_on)
            else:
                target = max(entry.on + timedelta(days=days), TODAY + timedelta(days=1))
                move_occurrence(notebook, entry.id, entry.occurs_on, Slot(target))
            expected.remove(entry.on)
            if target is not None:
                expected.append(target)
    found = [e.on for e in notebook.calendar.between(TODAY, last) if e.state != "done"]
    assert found == sorted(day for day in expected if day <= last)
    notebook.close()


def test_the_form_is_told_the_day_that_really_comes_next(notebook: Notebook) -> None:
    follow_up = _plan(notebook)
    assert coming_day(notebook, follow_up, TODAY) == _weeks(1)[0]
    move_occurrence(notebook, follow_up, None, Slot(TUESDAY + timedelta(days=2)))
    skip_occurrence(notebook, follow_up, _weeks(1)[0])
    assert coming_day(notebook, follow_up, TODAY) == _weeks(2)[0]
    end_repeat(notebook, follow_up, None)
    assert coming_day(notebook, follow_up, TODAY) is None
    assert coming_day(notebook, 99, TODAY) is None
