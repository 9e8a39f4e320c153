"""How an entry of the calendar is coloured and worded: in the grid, beside it, in the agenda."""

from datetime import date, time
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.foundation.record import record
from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import CalendarEntry, CalendarKind

_TOGETHER: Final = (FollowUpKind.COFFEE, FollowUpKind.LUNCH, FollowUpKind.MEETING)


@record
class EntryLook:
    """Colour, sign and words of an entry; ``late`` and ``done`` are shown without colour too.

    ``repeats`` has a mark; ``faint`` is a day to come of what repeats.
    """

    badge: BadgeKind
    glyph: FollowUpKind | CalendarKind
    words: str
    time: str = ""
    late: bool = False
    done: bool = False
    repeats: bool = False
    faint: bool = False


def look_of(entry: CalendarEntry, today: date, locale: QLocale, at: str | None = None) -> EntryLook:
    """Return how ``entry`` looks in the grid; ``at`` is its time in words where they are known."""
    name = one_line(entry.title)
    at = _time(entry, locale) if at is None else at
    if entry.kind is not CalendarKind.FOLLOW_UP or entry.follow_up_kind is None:
        badge = BadgeKind.AMBER if entry.kind is CalendarKind.EVENT else BadgeKind.NEUTRAL
        return EntryLook(badge, entry.kind, name, at)
    done = entry.state is not FollowUpState.OPEN
    late = not done and entry.on < today
    badge = BadgeKind.ACCENT if entry.follow_up_kind in _TOGETHER else BadgeKind.BLUE
    if done:
        badge = BadgeKind.NEUTRAL
    elif late:
        badge = BadgeKind.DANGER
    return EntryLook(
        badge,
        entry.follow_up_kind,
        name,
        at,
        late,
        done,
        repeats=entry.repeats and not done,
        faint=entry.occurs_on is not None,
    )


def about_words(entry: CalendarEntry, locale: QLocale) -> str:
    """Return what stands under the name: ``Call · quote for the catalogue``, ``turns 47``."""
    if entry.follow_up_kind is not None:
        first = kind_name(entry.follow_up_kind)
    elif entry.kind is CalendarKind.BIRTHDAY:
        first = _tr("Birthday")
    elif entry.kind is CalendarKind.DATE:
        # The label of an own date is its note.
        first = ""
    else:
        first = _tr("Event")
    years = ""
    if entry.years:
        pattern = (
            _tr("turns {years}") if entry.kind is CalendarKind.BIRTHDAY else _tr("{years} years")
        )
        years = pattern.format(years=locale.toString(entry.years))
    kept = _tr("29 February, kept on the 28th this year") if entry.moved_from_29 else ""
    parts = (first, _span(entry, locale), one_line(entry.note), years, kept)
    return " · ".join(part for part in parts if part)


def spoken_words(entry: CalendarEntry, today: date, locale: QLocale) -> str:
    """Return the entry as a screen reader says it, or a tool tip."""
    look = look_of(entry, today, locale)
    state = _tr("done") if look.done else _tr("late") if look.late else ""
    parts = (one_line(entry.title), about_words(entry, locale), state, repeat_words(look))
    return ", ".join(part for part in parts if part)


def repeat_words(look: EntryLook) -> str:
    """Return that it repeats, and whether it is still to come; empty for all others."""
    if not look.repeats:
        return ""
    return _tr("to come, repeats") if look.faint else _tr("repeats")


def can_move(entry: CalendarEntry) -> bool:
    """Return whether the entry can be put on another day: events, and open follow-ups."""
    return entry.kind is CalendarKind.EVENT or is_open(entry)


def can_complete(entry: CalendarEntry) -> bool:
    """Return whether the entry can be done: what is still to come can't be yet."""
    return is_open(entry) and entry.occurs_on is None


def is_open(entry: CalendarEntry) -> bool:
    """Return whether the entry is a follow-up that is not done yet, or one to come."""
    return entry.kind is CalendarKind.FOLLOW_UP and entry.state is FollowUpState.OPEN


def _time(entry: CalendarEntry, locale: QLocale) -> str:
    return "" if entry.at is None else time_words(entry.at, locale)


def _span(entry: CalendarEntry, locale: QLocale) -> str:
    """Return ``10:00``, or ``10:00 – 10:45`` where it is known how long it takes."""
    if entry.at is None or not entry.minutes:
        return _time(entry, locale)
    end = entry.at.hour * 60 + entry.at.minute + entry.minutes
    return f"{_time(entry, locale)} – {time_words(time(end // 60 % 24, end % 60), locale)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("CalendarEntry", text)
