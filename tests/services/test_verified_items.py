"""Entries of a calendar are written the same in processes of their own as here."""

from dataclasses import replace
from datetime import date

import icalendar
import pytest

from notebook_app.formats.icalendar.calendar_item import CalendarItem
from notebook_app.formats.icalendar.write import BEGINNING, ENDING
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.services.verified_items import verified_items

_ITEM = CalendarItem(
    uid="0",
    title="Call Carla; now, please",
    on=date(2026, 3, 10),
    created="2026-01-01T10:00:00Z",
    changed="2026-01-02T10:00:00Z",
    note="So\nmuch",
    alarm=-540,
)


def _items(count: int) -> list[CalendarItem]:
    return [replace(_ITEM, uid=f"{number}") for number in range(count)]


def test_many_are_written_beside_this_process_in_their_order() -> None:
    items = _items(600)
    progress = Progress()
    apart = b"".join(verified_items(items, progress, many=600))
    assert apart == b"".join(verified_items(items, Progress(), many=601))
    read = icalendar.Calendar.from_ical(BEGINNING + apart + ENDING).walk("VEVENT")
    assert [str(each["uid"]) for each in read] == [item.uid for item in items]
    assert {str(each["summary"]) for each in read} == {_ITEM.title}


def test_what_does_not_read_back_is_named() -> None:
    """A rule that vobject can't write down the way it was meant."""
    items = [*_items(3), replace(_ITEM, title="Odd", rule="FREQ=DAILY\r\nEND:VEVENT")]
    with pytest.raises(UserProblem, match="“Odd” did not read back"):
        list(verified_items(items, Progress()))


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    written = verified_items(_items(100), progress)
    next(written)
    progress.cancel()
    with pytest.raises(Cancelled):
        list(written)
