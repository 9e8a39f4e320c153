"""When to suggest that one knows somebody better by now, and why, in one sentence.

Nothing is ever taken by itself: the user says yes, or "not yet", and is then asked again only
once clearly more has happened. What a step needs stands in one table, to be shown and argued with.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage
from notebook_app.model.conversation import Initiator
from notebook_app.model.offering import Direction

_DAYS_A_MONTH: Final = 30.44


@record
class Talk:
    """A conversation as far as it counts here. ``way`` is its setting, or else its channel."""

    on: date
    way: str
    initiated_by: Initiator | None = None


@record
class Acquaintance:
    """What happened with somebody: conversations, facts with the day they were noted, favours."""

    talks: Sequence[Talk] = ()
    facts: Sequence[tuple[str, date]] = ()
    favours: Sequence[tuple[Direction, date]] = ()


@record
class Needs:
    """What a step to ``stage`` needs at least.

    ``days`` are different days on which one spoke, ``ways`` different settings or channels,
    ``months`` from the first day to the last; ``by_them`` were begun by them. ``favours`` stands
    for help in both directions.
    """

    stage: Stage
    days: int
    ways: int = 1
    months: int = 0
    facts: int = 0
    by_them: int = 0
    favours: bool = False


STEPS: Final = (
    Needs(Stage.MET, days=1),
    Needs(Stage.KNOW, days=3, ways=2, facts=1),
    Needs(Stage.KNOW, days=5, ways=2),
    Needs(Stage.LIKE, days=6, ways=3, months=2, facts=1, by_them=1),
    Needs(Stage.LIKE, days=12, ways=3, months=4, by_them=3),
    Needs(Stage.TRUST, days=10, ways=3, months=6, facts=2, by_them=3, favours=True),
    Needs(Stage.TRUST, days=20, ways=4, months=12, by_them=6, favours=True),
)
"""Of several lines for a stage one is enough: whoever writes down few facts is asked later."""

ASKED_AGAIN_AFTER: Final = {Stage.MET: 1, Stage.KNOW: 2, Stage.LIKE: 3, Stage.TRUST: 5}
"""How many more days of talk it takes after a "not yet"; a favour counts as two of them."""


@record
class StageSuggestion:
    """A step to suggest, and why."""

    stage: Stage
    why: str


def suggested_step(
    stage: Stage | None, seen: Acquaintance, declined: dict[Stage, date]
) -> StageSuggestion | None:
    """Return the next step if what happened is enough for it, or None.

    ``declined`` holds the day of the last "not yet" for each stage.
    """
    wanted = next_stage(stage)
    if wanted is None or not any(_is_enough(needs, seen) for needs in _lines(wanted)):
        return None
    said_no_on = declined.get(wanted)
    if said_no_on is not None and _since(seen, said_no_on) < ASKED_AGAIN_AFTER[wanted]:
        return None
    return StageSuggestion(wanted, why(seen))


def next_stage(stage: Stage | None) -> Stage | None:
    """Return the stage after this one; None after the last."""
    stages = [None, *Stage]
    place = stages.index(stage) + 1
    return stages[place] if place < len(stages) else None


def why(seen: Acquaintance) -> str:
    """Return in one sentence what happened: "You spoke six times in four months …"."""
    days = _days(seen)
    if not days:
        return ""
    months = _months(days)
    said = f"You spoke {_times(len(days))}"
    if len(days) > 1:
        said += f" in {_number(months)} months" if months > 1 else " within a month"
    theirs = sum(talk.initiated_by is Initiator.THEM for talk in seen.talks)
    if theirs:
        said += f", {_times(theirs)} on their initiative"
    more = []
    given, received = _favours(seen)
    if given and received:
        more.append("you helped each other")
    elif given or received:
        more.append("they did something for you" if received else "you did something for them")
    if seen.facts:
        more.append(f"you remember “{_short(seen.facts[0][0])}”")
    if len(more) > 1:
        return f"{said}; {more[0]}, and {more[1]}."
    return f"{said}, and {more[0]}." if more else f"{said}."


def needs_in_words(stage: Stage) -> list[str]:
    """Return what a step to a stage needs, one line for each way to come to it."""
    return [_needs_line(needs) for needs in _lines(stage)]


def _lines(stage: Stage) -> list[Needs]:
    return [needs for needs in STEPS if needs.stage is stage]


def _is_enough(needs: Needs, seen: Acquaintance) -> bool:
    days = _days(seen)
    if len(days) < needs.days:
        return False
    theirs = sum(talk.initiated_by is Initiator.THEM for talk in seen.talks)
    given, received = _favours(seen)
    return (
        len({talk.way for talk in seen.talks}) >= needs.ways
        and (days[-1] - days[0]).days >= needs.months * _DAYS_A_MONTH - 1
        and len(seen.facts) >= needs.facts
        and theirs >= needs.by_them
        and (not needs.favours or bool(given and received))
    )


def _since(seen: Acquaintance, day: date) -> int:
    talked = sum(each > day for each in _days(seen))
    helped = sum(on > day for _, on in seen.favours)
    return talked + 2 * helped


def _days(seen: Acquaintance) -> list[date]:
    return sorted({talk.on for talk in seen.talks})


def _favours(seen: Acquaintance) -> tuple[int, int]:
    given = sum(direction is Direction.GIVEN for direction, _ in seen.favours)
    return given, len(seen.favours) - given


def _months(days: Sequence[date]) -> int:
    return round((days[-1] - days[0]).days / _DAYS_A_MONTH)


def _needs_line(needs: Needs) -> str:
    parts = [f"spoke on {_number(needs.days)} days" if needs.days > 1 else "spoke once"]
    if needs.ways > 1:
        parts.append(f"in {_number(needs.ways)} ways or places")
    if needs.months:
        parts.append(f"over {_number(needs.months)} months")
    if needs.by_them:
        parts.append(f"{_times(needs.by_them)} on their initiative")
    if needs.facts:
        facts = "something" if needs.facts == 1 else f"{_number(needs.facts)} things"
        parts.append(f"with {facts} to remember")
    if needs.favours:
        parts.append("and did something for each other")
    return ", ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FACT else text[: _LONGEST_FACT - 1].rstrip() + "…"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number) or f"{_number(number)} times"


_LONGEST_FACT: Final = 60
_NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
