"""Narrowed days hold what a look at every entry lets through, and count the rest."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState
from notebook_app.model.partial_date import PartialDate
from notebook_app.model.rows import CalendarKind
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)
FIRST, LAST = TODAY - timedelta(days=5), TODAY + timedelta(days=20)
KINDS = (FollowUpKind.CALL, FollowUpKind.COFFEE, FollowUpKind.NOTE)
FILTERS = (
    CalendarFilter(done=False),
    CalendarFilter(means=frozenset({FollowUpKind.CALL})),
    CalendarFilter(people=frozenset({1, 3})),
    CalendarFilter(people=frozenset(range(1, 5000))),
    CalendarFilter(kinds=frozenset({CalendarKind.EVENT, CalendarKind.BIRTHDAY})),
    CalendarFilter(kinds=frozenset({CalendarKind.FOLLOW_UP})),
    CalendarFilter(done=False, means=frozenset(KINDS[:2]), people=frozenset({2})),
    CalendarFilter(people=frozenset()),
)


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    """One for all, since it is only read."""
    path: Path = tmp_path_factory.mktemp("narrowed") / "notebook.db"
    opened = empty_notebook(path, StoppedClock(TODAY))
    with opened.change("Fill"):
        for number in range(4):
            born = PartialDate(11, 22, 1970 + number)
            details = ContactDetails(display_name=f"Person {number}", birthday=born)
            opened.contacts.insert(ContactDraft(details))
        for number in range(120):
            draft = FollowUpDraft(
                1 + number % 4,
                KINDS[number % 3],
                FIRST + timedelta(days=number % 13),
                time(8 + number % 9) if number % 2 else None,
                repeat="FREQ=WEEKLY" if number % 15 == 0 else "",
            )
            row_id = opened.follow_ups.insert(draft)
            if number % 7 == 0 and not draft.repeat:
                opened.follow_ups.close(row_id, FollowUpState.DONE, draft.due)
        opened.events.insert(EventDraft("Fair", TODAY, time(9)))
    yield opened
    opened.close()


@pytest.mark.parametrize("narrowed", FILTERS)
def test_days_and_counts_agree_with_a_look_at_every_entry(
    notebook: Notebook, narrowed: CalendarFilter
) -> None:
    wanted = [entry for entry in notebook.calendar.between(FIRST, LAST) if narrowed.holds(entry)]
    everything, none_more = notebook.calendar.days(FIRST, LAST, 999, narrowed=narrowed)
    assert everything == wanted
    assert not any(none_more.values())
    some, more = notebook.calendar.days(FIRST, LAST, 2, narrowed=narrowed)
    assert Counter(entry.on for entry in some) + Counter(more) == Counter(e.on for e in wanted)
    counted = [entry for entry in wanted if entry.kind is not CalendarKind.BIRTHDAY]
    busy = notebook.calendar.busy(FIRST, LAST, narrowed)
    assert {day: count for day, (_open, count) in busy.items()} == Counter(e.on for e in counted)
    still_open = [e.on for e in counted if e.state is FollowUpState.OPEN and not e.occurs_on]
    assert Counter({day: left for day, (left, _all) in busy.items() if left}) == Counter(still_open)
