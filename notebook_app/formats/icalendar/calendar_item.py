"""What is written into a calendar file: one appointment, day or to-do, as the notebook has it."""

from datetime import date, time

from notebook_app.foundation.record import record


@record
class MovedItem:
    """A day of a repeating item that stands on another day: ``on`` instead of ``occurs_on``.

    It may be the same day, with a ``title`` of its own; without, it has the item's.
    """

    occurs_on: date
    on: date
    title: str = ""


@record
class CalendarItem:
    """An item with a stable ``uid``.

    ``on`` and ``at`` are local and go out without a time zone (RFC 5545, 3.3.5 form 1): a
    follow-up at nine is at nine wherever one is, as it is in the notebook. ``minutes`` is how long
    it takes. ``rule`` is an RRULE value, ``left_out`` are days of it that are not held. ``alarm``
    is how many minutes before it one is reminded, below zero after midnight of a day without a
    time; None for never. ``created`` and ``changed`` are UTC stamps as the notebook keeps them.
    """

    uid: str
    title: str
    on: date
    created: str
    changed: str
    note: str = ""
    place: str = ""
    at: time | None = None
    minutes: int | None = None
    rule: str = ""
    left_out: tuple[date, ...] = ()
    moved: tuple[MovedItem, ...] = ()
    alarm: int | None = None
    is_to_do: bool = False
    done_on: date | None = None
    is_free: bool = False
    """Whether one is free for other things meanwhile, as on birthdays."""
    tags: tuple[str, ...] = ()
