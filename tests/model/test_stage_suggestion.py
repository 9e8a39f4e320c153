"""A step is suggested once enough has happened, said in a sentence, and not asked twice."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle

import pytest

from notebook_app.model.contact import Stage
from notebook_app.model.conversation import Initiator
from notebook_app.model.offering import Direction
from notebook_app.model.stage_suggestion import (
    ASKED_AGAIN_AFTER,
    STEPS,
    Acquaintance,
    Talk,
    needs_in_words,
    next_stage,
    suggested_step,
)

START = date(2026, 1, 5)
MET, KNOW, LIKE, TRUST = Stage
CELLO = ("the cello", START)
TEA = ("no coffee", START)
BOTH = ((Direction.GIVEN, START), (Direction.RECEIVED, START))


def seen(
    days: int,
    ways: str,
    *,
    apart: int = 20,
    by_them: int = 0,
    facts: Sequence[tuple[str, date]] = (),
    favours: Sequence[tuple[Direction, date]] = (),
) -> Acquaintance:
    """So many days of talk, ``apart`` days each, in ways of a letter each."""
    letters = cycle(ways)
    talks = [
        Talk(
            START + timedelta(days=number * apart),
            next(letters),
            Initiator.THEM if number < by_them else Initiator.ME,
        )
        for number in range(days)
    ]
    return Acquaintance(talks, facts, favours)


@pytest.mark.parametrize(
    ("stage", "what", "wanted"),
    [
        (None, seen(0, "a"), None),
        (None, Acquaintance(facts=[CELLO]), None),
        (None, seen(1, "a"), MET),
        (None, seen(9, "abc", by_them=3, facts=[CELLO]), MET),
        (MET, seen(2, "ab", facts=[CELLO]), None),
        (MET, seen(3, "ab"), None),
        (MET, seen(3, "a", facts=[CELLO]), None),
        (MET, seen(3, "ab", facts=[CELLO]), KNOW),
        (MET, seen(3, "ab", apart=0, facts=[CELLO]), None),
        (MET, seen(5, "ab"), KNOW),
        (KNOW, seen(6, "abc", facts=[CELLO]), None),
        (KNOW, seen(6, "abc", by_them=1, facts=[CELLO]), LIKE),
        (KNOW, seen(6, "abc", apart=3, by_them=1, facts=[CELLO]), None),
        (KNOW, seen(6, "ab", by_them=1, facts=[CELLO]), None),
        (KNOW, seen(12, "abc", by_them=3), LIKE),
        (KNOW, seen(11, "abc", by_them=3), None),
        (LIKE, seen(12, "abc", by_them=3, facts=[CELLO, TEA]), None),
        (LIKE, seen(12, "abc", by_them=3, facts=[CELLO, TEA], favours=BOTH[:1]), None),
        (LIKE, seen(12, "abc", by_them=3, facts=[CELLO, TEA], favours=BOTH), TRUST),
        (LIKE, seen(21, "abcd", by_them=6, favours=BOTH), TRUST),
        (TRUST, seen(50, "abcd", by_them=20, facts=[CELLO], favours=BOTH), None),
    ],
)
def test_the_next_step_is_suggested_when_enough_has_happened(
    stage: Stage | None, what: Acquaintance, wanted: Stage | None
) -> None:
    found = suggested_step(stage, what, {})
    assert (found.stage if found else None) is wanted


def test_it_says_why_in_one_sentence() -> None:
    found = suggested_step(KNOW, seen(6, "abc", apart=24, by_them=2, facts=[CELLO]), {})
    assert found is not None
    assert found.why == (
        "You spoke six times in four months, twice on their initiative,"
        " and you remember “the cello”."
    )
    helped = suggested_step(MET, seen(3, "ab", facts=[TEA], favours=BOTH), {})
    assert helped is not None
    assert helped.why == (
        "You spoke three times within a month; you helped each other, and you remember “no coffee”."
    )
    once = suggested_step(None, seen(1, "a"), {})
    assert once is not None
    assert once.why == "You spoke once."
    close = suggested_step(MET, seen(5, "ab", apart=2), {})
    assert close is not None
    assert close.why == "You spoke five times within a month."


def test_a_step_that_was_declined_is_suggested_again_once_clearly_more_has_happened() -> None:
    declined = {KNOW: START + timedelta(days=40)}
    assert suggested_step(MET, seen(3, "ab", facts=[CELLO]), declined) is None
    assert suggested_step(MET, seen(4, "ab", facts=[CELLO]), declined) is None
    assert suggested_step(MET, seen(5, "ab", facts=[CELLO]), declined) is not None
    helped = [(Direction.RECEIVED, START + timedelta(days=41))]
    helping = seen(3, "ab", facts=[CELLO], favours=helped)
    assert suggested_step(MET, helping, declined) is not None
    assert suggested_step(MET, seen(3, "ab", facts=[CELLO]), {LIKE: START}) is not None


def test_every_step_has_its_needs_in_words() -> None:
    """They ask for more from stage to stage, and nothing comes after the last."""
    asked = {stage: min(needs.days for needs in STEPS if needs.stage is stage) for stage in Stage}
    assert list(asked.values()) == sorted(asked.values())
    assert set(ASKED_AGAIN_AFTER) == set(Stage)
    assert all(needs_in_words(stage) for stage in Stage)
    assert needs_in_words(LIKE)[0] == (
        "spoke on six days, in three ways or places, over two months, once on their initiative,"
        " with something to remember"
    )
    assert [next_stage(stage) for stage in (None, *Stage)] == [MET, KNOW, LIKE, TRUST, None]
