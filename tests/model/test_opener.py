"""A sentence to begin with: only from what was noted, the nearest thing first."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.opener import Opener, OpenerKind, beginning_of, opener

TODAY = date(2026, 11, 21)


def _opener(last_topic: str = "", remembered: str = "", *birthdays: int) -> Opener:
    days = tuple(TODAY + timedelta(days=each) for each in birthdays)
    return opener(
        "Grace", last_topic=last_topic, remembered=remembered, birthdays=days, today=TODAY
    )


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (0, OpenerKind.BIRTHDAY),
        (7, OpenerKind.BIRTHDAY_TO_COME),
        (8, OpenerKind.TOPIC),
        (-3, OpenerKind.BIRTHDAY_PAST),
        (-4, OpenerKind.TOPIC),
    ],
)
def test_a_birthday_near_comes_before_all_else(days: int, kind: OpenerKind) -> None:
    assert _opener("The lease", "Plays the cello", days).kind is kind


def test_then_what_one_talked_about_then_what_to_remember_then_nothing() -> None:
    assert _opener("The lease.", "Cello") == Opener(OpenerKind.TOPIC, "Grace", "The lease")
    assert _opener(" \n ", "Cello") == Opener(OpenerKind.REMEMBERED, "Grace", "Cello")
    assert _opener() == Opener(OpenerKind.NAME, "Grace")


def test_of_two_years_the_nearer_birthday_counts() -> None:
    assert _opener("", "", -2, 1).on == TODAY + timedelta(days=1)


def test_the_first_sentence_is_enough() -> None:
    assert beginning_of("Her new shop. Wants a quote by May.") == "Her new shop"
    assert beginning_of("Lease\nand more") == "Lease"
    assert beginning_of("Is it 2.5 metres? Yes") == "Is it 2.5 metres?"


@given(st.text(max_size=400))
def test_every_word_of_it_was_noted(text: str) -> None:
    found = beginning_of(text)
    assert len(found) <= 92
    assert "\n" not in found
    noted = " ".join(text.split())
    assert found.removesuffix(" …") in noted
