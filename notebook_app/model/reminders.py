"""What to remind of and when: a rule without a clock of its own.

It is asked now and then with the present moment, what is planned, and what was told before, and
answers what to tell, what to remember, and when to ask again. So whatever happened meanwhile (the
computer slept, its clock was set back) nothing is lost and nothing is told twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.reminder_times import USUAL_DAY_MINUTES, USUAL_MINUTES_BEFORE

LONGEST_WAIT: Final = timedelta(minutes=15)
"""After sleep, timers of many systems go on where they stopped; so none is longer than this."""

_A_DAY: Final = timedelta(days=1)


@record
class ReminderHabits:
    """What the user wants: all of it off, the day's list, before what has a time, quiet hours."""

    wanted: bool = True
    digest_at: time | None = time(USUAL_DAY_MINUTES // 60, USUAL_DAY_MINUTES % 60)
    minutes_before: int | None = USUAL_MINUTES_BEFORE
    quiet_from: time | None = time(21)
    quiet_until: time | None = time(8)


@record
class PlannedAct:
    """An open follow-up; ``remind_minutes`` before it: None as usual, -1 never."""

    id: int
    uid: str
    name: str
    due: date
    at: time | None = None
    remind_minutes: int | None = None

    @property
    def key(self) -> str:
        """Its name together with its moment: moved to another, it is told of again."""
        return f"{self.due.isoformat()}T{self.at or ''}/{self.uid}"


@record
class Told:
    """What was told: the day of the last list, the last look, which acts, and what comes again."""

    digest_on: date | None = None
    seen: datetime | None = None
    keys: tuple[str, ...] = ()
    later: tuple[tuple[str, datetime], ...] = ()
    digest_later: datetime | None = None


@record
class Reminder:
    """What to tell now. ``digest`` is what is due today or late, ``timed`` what has a time."""

    digest: tuple[PlannedAct, ...] = ()
    timed: tuple[PlannedAct, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(self.digest or self.timed)


@record
class Look:
    """The answer: what to tell, what to remember, and when to look again."""

    reminder: Reminder
    told: Told
    next_look: datetime


def look(now: datetime, habits: ReminderHabits, told: Told, acts: Sequence[PlannedAct]) -> Look:
    """Return what to tell at ``now`` (local, without a zone)."""
    told = _mended(told, now)
    moments = [(act, moment) for act in acts if (moment := _moment(act, habits, told)) is not None]
    next_look = _next(now, habits, told, [moment for _act, moment in moments])
    if not habits.wanted or is_quiet(now.time(), habits):
        # What comes meanwhile is told when the quiet hours end: the last look stays.
        return Look(Reminder(), told, next_look)
    since = told.seen or datetime.combine(now.date(), time())
    again = dict(told.later)
    timed = tuple(
        act
        for act, moment in moments
        if moment <= now
        and (act.key not in told.keys or act.key in again)
        and (act.due >= now.date() or moment > since or act.key in again)
    )
    digest = _digest(now, habits, told, acts)
    told = replace(
        told,
        seen=now,
        keys=_kept(now, (*told.keys, *(act.key for act in timed))),
        later=tuple(
            each
            for each in told.later
            if each[0] not in {act.key for act in timed} and each[1] > now - 7 * _A_DAY
        ),
    )
    if _digest_is_due(now, habits, told):
        told = replace(told, digest_on=now.date(), digest_later=None)
    next_look = _next(now, habits, told, [moment for _act, moment in moments if moment > now])
    return Look(Reminder(digest, timed), told, next_look)


def later(told: Told, acts: Iterable[PlannedAct], moment: datetime) -> Told:
    """Return what was told, with ``acts`` to be told of again at a moment."""
    again = {**dict(told.later), **{act.key: moment for act in acts}}
    return replace(told, later=tuple(again.items()))


def is_quiet(at: time, habits: ReminderHabits) -> bool:
    """Return whether a time of day lies in the quiet hours, which may go over midnight."""
    begin, end = habits.quiet_from, habits.quiet_until
    if begin is None or end is None or begin == end:
        return False
    return begin <= at < end if begin < end else at >= begin or at < end


def _moment(act: PlannedAct, habits: ReminderHabits, told: Told) -> datetime | None:
    """Return when to tell of an act by itself; None for never."""
    again = dict(told.later).get(act.key)
    if again is not None:
        return again
    minutes = habits.minutes_before if act.remind_minutes is None else act.remind_minutes
    if act.at is None or minutes is None or minutes < 0:
        return None
    return datetime.combine(act.due, act.at) - timedelta(minutes=minutes)


def _digest_is_due(now: datetime, habits: ReminderHabits, told: Told) -> bool:
    if told.digest_later is not None and told.digest_later <= now:
        return True
    if habits.digest_at is None or now.time() < habits.digest_at:
        return False
    # Set back over midnight, the clock shows a day again whose list was told already.
    return told.digest_on not in (now.date(), now.date() + _A_DAY)


def _digest(
    now: datetime, habits: ReminderHabits, told: Told, acts: Sequence[PlannedAct]
) -> tuple[PlannedAct, ...]:
    if not _digest_is_due(now, habits, told):
        return ()
    return tuple(act for act in acts if act.due <= now.date())


def _mended(told: Told, now: datetime) -> Told:
    """Return what was told, without what a clock that was far ahead had made of it.

    Set back by up to a day (by the end of summer time, by a journey), all stays: what was told is
    not told twice, and what was planned meanwhile is not told yet.
    """
    if told.seen is None or told.seen <= now:
        return told
    if told.seen - now <= _A_DAY:
        return replace(told, seen=now)
    limit = (now + _A_DAY).date().isoformat()
    return Told(
        digest_on=told.digest_on if told.digest_on and told.digest_on <= now.date() else None,
        seen=now,
        keys=tuple(key for key in told.keys if key[:10] <= limit),
    )


def _kept(now: datetime, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of acts that may still be open and near, each once."""
    oldest = (now - 8 * _A_DAY).date().isoformat()
    return tuple(dict.fromkeys(key for key in keys if key[:10] >= oldest))


def _next(
    now: datetime, habits: ReminderHabits, told: Told, moments: Iterable[datetime]
) -> datetime:
    """Return when to look again: at the next moment, but after a quarter of an hour at most."""
    candidates = [now + LONGEST_WAIT, *moments]
    candidates += [moment for _key, moment in told.later]
    if told.digest_later is not None:
        candidates.append(told.digest_later)
    for at in (habits.digest_at, habits.quiet_until):
        if at is not None:
            candidates.append(datetime.combine(now.date(), at))
    return min(moment for moment in candidates if moment > now)
