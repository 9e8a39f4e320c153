"""How long an event takes, changed as by dragging its end in the calendar."""

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.event import EventDraft
from notebook_app.services.calendar_plan import EventState
from notebook_app.services.import_calendar import import_calendar, plan_calendar
from notebook_app.services.stretch_event import stretch_event
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)
FAIR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:fair@example.org
DTSTART:20261121T100000
DTEND:20261121T130000
SUMMARY:Trade fair
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield opened
    opened.close()


def _length(notebook: Notebook) -> tuple[Decimal | None, int | None]:
    (entry,) = notebook.calendar.between(TODAY, TODAY)
    event = notebook.events.get(entry.id)
    assert event is not None
    return event.draft.hours, entry.minutes


@pytest.mark.parametrize(
    ("minutes", "hours"), [(120, "2"), (600, "10"), (105, "1.75"), (15, "0.25"), (95, "1.58")]
)
def test_the_hours_of_its_page_follow(notebook: Notebook, minutes: int, hours: str) -> None:
    with notebook.change("Fill"):
        event_id = notebook.events.insert(EventDraft("Club", TODAY, time(8), hours=Decimal(3)))
    changes = stretch_event(notebook, event_id, minutes)
    assert changes.label == "Changed how long Club takes"
    assert _length(notebook) == (Decimal(hours), minutes)
    undo_last(notebook)
    assert _length(notebook) == (Decimal(3), 180)


def test_one_of_a_calendar_file_stays_stretched_when_the_file_is_read_again(
    notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "fair.ics"
    path.write_text(FAIR.replace("\n", "\r\n"))
    import_calendar(notebook, plan_calendar(notebook, [path]))
    (entry,) = notebook.calendar.between(TODAY, TODAY)
    stretch_event(notebook, entry.id, 240)
    assert _length(notebook) == (None, 240)
    (planned,) = plan_calendar(notebook, [path]).events
    assert (planned.state, planned.changes) == (EventState.OWN, ())
    undo_last(notebook)
    assert _length(notebook) == (None, 180)


def test_one_that_is_gone(notebook: Notebook) -> None:
    with pytest.raises(UserProblem):
        stretch_event(notebook, 99, 60)
