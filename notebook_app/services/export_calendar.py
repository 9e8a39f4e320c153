"""Write follow-ups, birthdays and events for other calendars.

Success is reported only when what was written reads back the same. Times go out without a time
zone: days and times are local here and never shifted, so they are not shifted there either.
"""

import time
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

from notebook_app.formats.icalendar.calendar_item import CalendarItem, MovedItem
from notebook_app.formats.icalendar.write import BEGINNING, ENDING, calendar_name
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.calendar_file import ActToTell, EventToTell
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.reminder_times import USUAL_DAY_MINUTES, USUAL_MINUTES_BEFORE
from notebook_app.services.export_targets import open_target, written_whole
from notebook_app.services.verified_items import verified_items
from notebook_app.services.yearly_items import birthday_item, own_date_item
from notebook_app.storage.notebook import Notebook


class CalendarPart(StrEnum):
    """What may go into a calendar file."""

    OPEN = "follow-ups"
    DONE = "done"
    BIRTHDAYS = "birthdays"
    DATES = "dates"
    EVENTS = "events"


USUAL_PARTS = (
    CalendarPart.OPEN,
    CalendarPart.BIRTHDAYS,
    CalendarPart.DATES,
    CalendarPart.EVENTS,
)


@record
class CalendarChoice:
    """What to write: which parts, from and to which day (birthdays and own
    dates come every year).

    ``as_to_dos`` writes follow-ups as to-dos; phones show only appointments. ``minutes_before``
    is when to remind of what has a time, ``day_alarm`` of what has none, in minutes after
    midnight.
    """

    parts: tuple[CalendarPart, ...] = USUAL_PARTS
    start: date | None = None
    end: date | None = None
    as_to_dos: bool = False
    minutes_before: int = USUAL_MINUTES_BEFORE
    day_alarm: int = USUAL_DAY_MINUTES


@record
class CalendarWritten:
    """How many entries were written of each part, where to, in how many seconds."""

    counts: dict[CalendarPart, int]
    path: Path
    seconds: float

    @property
    def count(self) -> int:
        """How many entries there are in all."""
        return sum(self.counts.values())


_ACTS = {
    FollowUpKind.CALL: "Call {name}",
    FollowUpKind.EMAIL: "Write an e-mail to {name}",
    FollowUpKind.NOTE: "Write a note to {name}",
    FollowUpKind.MESSAGE: "Send {name} a message",
    FollowUpKind.COFFEE: "Coffee with {name}",
    FollowUpKind.LUNCH: "Lunch with {name}",
    FollowUpKind.MEETING: "Meet {name}",
    FollowUpKind.INTRODUCTION: "Introduce {name}",
    FollowUpKind.SEND: "Send {name} something",
    FollowUpKind.THANK: "Thank {name}",
    FollowUpKind.OTHER: "Follow up with {name}",
}
_BLOCKING = (FollowUpKind.COFFEE, FollowUpKind.LUNCH, FollowUpKind.MEETING)


def export_calendar(
    notebook: Notebook,
    target: Path,
    contact_ids: Sequence[int] | None = None,
    choice: CalendarChoice | None = None,
    progress: Progress | None = None,
) -> CalendarWritten:
    """Write a calendar to ``target``, which is replaced only by something whole and read back.

    Args:
        notebook: where everything is. The running thread needs a connection to it.
        target: the file to write.
        contact_ids: with whom; None for everyone.
        choice: what goes in, and how.
        progress: told how many of all entries are written.

    Raises:
        UserProblem: there is nothing to write, or the target can't be written.
        Cancelled: the user asked to stop; ``target`` is as it was.
    """
    progress, choice = progress or no_progress(), choice or CalendarChoice()
    begun = time.monotonic()
    items = _gathered(notebook, choice, contact_ids)
    opening = open_target(target, one_per_person=False)
    with written_whole(target, opening) as writing, steady_pace():
        for piece in _pieces(items, progress):
            writing.add("", piece)
        total = sum(len(some) for some in items.values())
        progress.report(total, total, "Reading back")
    counts = {part: len(some) for part, some in items.items()}
    return CalendarWritten(counts, target, time.monotonic() - begun)


def calendar_bytes(
    notebook: Notebook,
    contact_ids: Sequence[int] | None = None,
    choice: CalendarChoice | None = None,
    progress: Progress | None = None,
) -> bytes:
    """Return the calendar that ``export_calendar`` would write.

    Raises:
        UserProblem: there is nothing to write.
        Cancelled: the user asked to stop.
    """
    items = _gathered(notebook, choice or CalendarChoice(), contact_ids)
    with steady_pace():
        return b"".join(_pieces(items, progress or no_progress()))


_Items = dict[CalendarPart, list[CalendarItem]]


def _gathered(
    notebook: Notebook, choice: CalendarChoice, contact_ids: Sequence[int] | None
) -> _Items:
    items = {part: list(_items(notebook, part, choice, contact_ids)) for part in choice.parts}
    if not any(items.values()):
        raise UserProblem(
            "There is nothing of that to export.", "", "Choose more, or a longer time."
        )
    return items


def _pieces(items: _Items, progress: Progress) -> Iterator[bytes]:
    """Yield a calendar file in pieces, each entry checked."""
    yield BEGINNING + calendar_name("Contact Notebook")
    yield from verified_items([item for some in items.values() for item in some], progress)
    yield ENDING


def _items(
    notebook: Notebook, part: CalendarPart, choice: CalendarChoice, people: Sequence[int] | None
) -> Iterator[CalendarItem]:
    store = notebook.calendar_files
    if part is CalendarPart.BIRTHDAYS:
        yield from (birthday_item(each, choice.day_alarm) for each in store.birthdays(people))
    elif part is CalendarPart.DATES:
        today = notebook.clock.today()
        for own in store.own_dates(people):
            yield own_date_item(own, choice.day_alarm, today)
    elif part is CalendarPart.EVENTS:
        for event in store.events(choice.start, choice.end, people):
            yield _event(event, choice)
    else:
        state = FollowUpState.OPEN if part is CalendarPart.OPEN else FollowUpState.DONE
        for act in store.acts(state, choice.start, choice.end, people):
            yield _act(act, choice)


def _act(act: ActToTell, choice: CalendarChoice) -> CalendarItem:
    title = _ACTS[act.kind].format(name=act.name)
    reached = "\n".join(line for line in (act.organization, act.phone, act.email) if line)
    done = act.state is FollowUpState.DONE
    moved = [MovedItem(day.occurs_on, day.moved_to) for day in act.moved if day.moved_to]
    if act.on != act.due:
        moved.insert(0, MovedItem(act.on, act.due))
    repeats = bool(act.rule) and not done
    return CalendarItem(
        uid=act.uid,
        title=f"✓ {title}" if done and not choice.as_to_dos else title,
        on=act.on if repeats else act.due,
        created=act.created,
        changed=act.changed,
        note="\n\n".join(part for part in (act.note, reached) if part),
        at=act.at,
        minutes=act.minutes,
        rule=act.rule if repeats else "",
        left_out=tuple(day.occurs_on for day in act.moved if not day.moved_to) if repeats else (),
        moved=tuple(moved) if repeats else (),
        alarm=None if done else _alarm(act.at is not None, act.remind_minutes, choice),
        is_to_do=choice.as_to_dos,
        done_on=(act.closed_on or act.due) if done else None,
        is_free=act.kind not in _BLOCKING,
        tags=("Follow-up",),
    )


def _alarm(timed: bool, remind_minutes: int | None, choice: CalendarChoice) -> int | None:
    if remind_minutes is not None and remind_minutes < 0:
        return None
    if not timed:
        return -choice.day_alarm
    return choice.minutes_before if remind_minutes is None else remind_minutes


def _event(event: EventToTell, choice: CalendarChoice) -> CalendarItem:
    return CalendarItem(
        uid=event.uid,
        title=event.name,
        on=event.on,
        created=event.created,
        changed=event.changed,
        note=event.note,
        place=event.place,
        at=event.at,
        minutes=event.minutes,
        alarm=choice.minutes_before if event.at else None,
        tags=("Event",),
    )
