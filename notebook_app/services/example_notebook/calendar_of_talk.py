"""Turns people's lines of talk into conversations with dates, the same ones every time."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

from notebook_app.model.conversation import Channel, Initiator
from notebook_app.services.example_notebook.person import Person
from notebook_app.services.example_notebook.small_talk import SMALL_TALK
from notebook_app.services.example_notebook.talk_codes import (
    BY_CHANCE,
    CHANNELS,
    IN_PERSON,
    PLACES,
)

_LINE = re.compile(
    r"(?:event:(?P<event>\S+)|(?P<code>[A-Za-z])(?P<others>(?:\+\w+)*)(?:@(?P<days>\d+))?)"
    r" (?P<text>.+)$"
)
_HOURS = (time(9), time(9, 30), time(11), time(14), time(15, 30), time(17))
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation to be: the people's keys, and how many days ago it was."""

    people: tuple[str, ...]
    days: int
    on: date
    at: time | None
    text: str
    channel: Channel
    setting: str
    place: str
    initiated_by: Initiator | None
    event: str


def all_talk(
    people: Sequence[Person], event_days: Mapping[str, int], today: date, count: int, seed: int
) -> list[Talk]:
    """Return ``count`` conversations, the oldest first.

    ``event_days`` tells how many days from today each event is (negative: ago). What people's
    own lines lack to ``count`` is small talk with those one knows well.
    """
    chance = Random(seed)
    found: list[tuple[int, Talk]] = []
    for person in people:
        matches = [_matched(line) for line in person.talk]
        for match, days in zip(
            matches, _days_ago(person, matches, event_days, chance), strict=True
        ):
            fixed = bool(match["event"] or match["days"]) or days in (person.met, person.last)
            found.append((days, _talk(person, match, days, today, chance, fixed=fixed)))
    close = [person for person in people if _is_close(person)]
    for line in SMALL_TALK[: max(0, count - len(found))]:
        person = chance.choice(close)
        days = chance.randint(person.last + 5, person.met - 5)
        found.append((days, _talk(person, _matched(line), days, today, chance, fixed=False)))
    # By the days before weekends were avoided, so that the order is the same whatever today is.
    return [talk for _, talk in sorted(found, key=lambda each: -each[0])]


def _is_close(person: Person) -> bool:
    """Whether one talks often, and not only on the days that are written down."""
    dated = any("@" in line.split()[0] for line in person.talk)
    return len(person.talk) > 3 and person.met - person.last > 90 and not dated


def _matched(line: str) -> re.Match[str]:
    match = _LINE.match(line)
    if match is None:
        raise ValueError(f"a line of talk without a code: {line}")
    return match


def _days_ago(
    person: Person,
    matches: Sequence[re.Match[str]],
    event_days: Mapping[str, int],
    chance: Random,
) -> list[int]:
    """Return the days of the lines; those without any are spread between their neighbours."""
    known: list[int | None] = [
        -event_days[match["event"]] if match["event"] else int(match["days"] or 0) or None
        for match in matches
    ]
    if known[0] is None:
        known[0] = person.met
    if known[-1] is None:
        known[-1] = person.last
    days: list[int] = []
    for index, day in enumerate(known):
        if day is not None:
            days.append(day)
            continue
        following = next(later for later in range(index, len(known)) if known[later] is not None)
        gap = (days[-1] - (known[following] or 0)) / (following - index + 1)
        days.append(round(days[-1] - gap * chance.uniform(0.7, 1.3)))
    return days


def _talk(
    person: Person,
    match: re.Match[str],
    days: int,
    today: date,
    chance: Random,
    *,
    fixed: bool,
) -> Talk:
    code = match["code"] or ""
    lower = code.lower()
    on = today - timedelta(days=days)
    if not fixed and lower in "xpev" and on.weekday() >= _SATURDAY:
        days += on.weekday() - _SATURDAY + 1
        on = today - timedelta(days=days)
    places = PLACES.get(lower, ("",))
    initiated_by = Initiator.THEM if code.isupper() else Initiator.ME
    return Talk(
        people=(person.key, *(match["others"] or "").split("+")[1:]),
        days=days,
        on=on,
        at=chance.choice(_HOURS) if lower in ("x", "v") else None,
        text=match["text"],
        channel=CHANNELS.get(lower, Channel.IN_PERSON),
        setting="event" if match["event"] else IN_PERSON.get(lower, ""),
        place=places[len(person.key) % len(places)],
        initiated_by=None if code in BY_CHANCE or match["event"] else initiated_by,
        event=match["event"] or "",
    )
