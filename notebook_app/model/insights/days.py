"""What was done on single days, as the notebook counts it, put together to weeks and longer."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from notebook_app.model.conversation import Initiator
from notebook_app.model.insights.balance_report import Activity, BalanceRow
from notebook_app.model.insights.mix_report import (
    MixPart,
    MixPlan,
    MixReport,
    MixRow,
    MixWeek,
    is_community,
)
from notebook_app.model.insights.periods import Step, Stretch, place_in, stretches
from notebook_app.model.past_periods import Period


class TalkDay(NamedTuple):
    """So many conversations of one day that began in the same way and at the same kind of place.

    ``initiated_by`` is empty where it is not known who began.
    """

    day: date
    initiated_by: str
    setting: str
    at_event: bool
    times: int


class DoneDay(NamedTuple):
    """The follow-ups done on a day: how many, and the minutes of those that had some."""

    day: date
    times: int
    minutes: int
    timed: int


class EventDay(NamedTuple):
    """An event that one was at; ``hours`` where they are known."""

    day: date
    name: str
    place: str
    hours: Decimal | None


def activity_in(
    parts: Sequence[Stretch],
    new: Iterable[tuple[date, int]],
    touches: Iterable[tuple[date, int]],
    talks: Iterable[TalkDay],
) -> list[BalanceRow]:
    """Return the activity of each part, from days that all lie in one of them.

    ``new`` are people by the day of their first conversation, ``touches`` all people spoken to.
    """
    counts = [[0, 0, 0, 0, 0] for _ in parts]
    for day, times in new:
        counts[place_in(parts, day)][0] += times
    for day, times in touches:
        counts[place_in(parts, day)][1] += times
    columns = {Initiator.ME.value: 2, Initiator.THEM.value: 3}
    for talk in talks:
        counts[place_in(parts, talk.day)][columns.get(talk.initiated_by, 4)] += talk.times
    return [
        BalanceRow(part, Activity(met, spoken - met, *began))
        for part, (met, spoken, *began) in zip(parts, counts, strict=True)
    ]


def mix_in(
    first: date,
    last: date,
    talks: Iterable[TalkDay],
    *,
    done: Iterable[DoneDay],
    events: Iterable[EventDay],
    plans: Iterable[MixPlan],
) -> MixReport:
    """Return the mix between two days; ``talks`` without those that a follow-up led to."""
    parts = stretches(first, last, Step.WEEK)
    acts = [dict.fromkeys(MixPart, 0) for _ in parts]
    hours = dict.fromkeys(MixPart, Decimal(0))
    timed = dict.fromkeys(MixPart, 0)
    for talk in talks:
        part = part_of_talk(talk)
        if part is not None:
            acts[place_in(parts, talk.day)][part] += talk.times
    for each in done:
        acts[place_in(parts, each.day)][MixPart.FOLLOW_UP] += each.times
        hours[MixPart.FOLLOW_UP] += Decimal(each.minutes) / 60
        timed[MixPart.FOLLOW_UP] += each.timed
    for event in events:
        part = part_of_event(event.name, event.place)
        acts[place_in(parts, event.day)][part] += 1
        if event.hours is not None:
            hours[part] += event.hours
            timed[part] += 1
    planned = {plan.part: plan for plan in plans}
    return MixReport(
        period=Period(first, last),
        weeks=Decimal((last - first).days + 1) / 7,
        rows=tuple(
            MixRow(
                part,
                sum(week[part] for week in acts),
                hours[part],
                timed[part],
                planned.get(part, MixPlan(part)),
            )
            for part in MixPart
        ),
        weekly=tuple(
            MixWeek(part, tuple(week.values())) for part, week in zip(parts, acts, strict=True)
        ),
    )


def part_of_talk(talk: TalkDay) -> MixPart | None:
    """Return where a conversation counts that no follow-up led to; None if nowhere."""
    if talk.at_event:
        return None
    if is_community(talk.setting):
        return MixPart.COMMUNITY
    return MixPart.CARE if talk.initiated_by == Initiator.ME.value else None


def part_of_event(name: str, place: str) -> MixPart:
    """Return where an event counts."""
    community = is_community(name) or is_community(place)
    return MixPart.COMMUNITY if community else MixPart.EVENTS
