"""Periods of the past as people say them, in English and German."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.past_periods import find_period
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary
from notebook_app.model.rows import EntryKind
from notebook_app.model.talk_sentence import read_talk_sentence

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("text", "first", "last", "rest"),
    [
        ("today", "2026-11-22", "2026-11-22", ""),
        ("gestern", "2026-11-21", "2026-11-21", ""),
        ("this week", "2026-11-16", "2026-11-22", ""),
        ("last week", "2026-11-09", "2026-11-15", ""),
        ("letzte Woche", "2026-11-09", "2026-11-15", ""),
        ("in diesem Monat", "2026-11-01", "2026-11-30", ""),
        ("last month", "2026-10-01", "2026-10-31", ""),
        ("last year", "2025-01-01", "2025-12-31", ""),
        ("in May", "2026-05-01", "2026-05-31", ""),
        ("im Mai", "2026-05-01", "2026-05-31", ""),
        ("december", "2025-12-01", "2025-12-31", ""),
        ("May 2024", "2024-05-01", "2024-05-31", ""),
        ("february 2024", "2024-02-01", "2024-02-29", ""),
        ("may I", None, None, "may I"),
        ("in 2025", "2025-01-01", "2025-12-31", ""),
        ("2026-05", "2026-05-01", "2026-05-31", ""),
        ("2026-05-03", "2026-05-03", "2026-05-03", ""),
        ("2026-03..2026-05 boat", "2026-03-01", "2026-05-31", "boat"),
        ("last 7 days", "2026-11-16", "2026-11-22", ""),
        ("in den letzten 14 Tagen", "2026-11-09", "2026-11-22", ""),
        ("past 2 months", "2026-09-23", "2026-11-22", ""),
        ("from 3 march to today", "2026-03-03", "2026-11-22", ""),
        ("between March and May", "2026-03-01", "2026-05-31", ""),
        ("between december and january", "2025-12-01", "2026-01-31", ""),
        ("von März bis Mai", "2026-03-01", "2026-05-31", ""),
        ("since monday coffee", "2026-11-16", None, "coffee"),
        ("since june 2025", "2025-06-01", None, ""),
        ("until june 2025", None, "2025-06-30", ""),
        ("from x to y", None, None, "from x to y"),
        ("2026-02-30", None, None, "2026-02-30"),
        ("last 999 years", None, None, ""),
        ("tag:may-day", None, None, "tag:may-day"),
    ],
)
def test_a_period_is_found(text: str, first: str | None, last: str | None, rest: str) -> None:
    found = find_period(text, TODAY)
    if first is None and last is None:
        if found is not None:
            assert text == "last 999 years"
        return
    assert found is not None
    period, left = found
    assert str(period.first) == str(first)
    assert str(period.last) == str(last)
    assert left.strip() == rest


@given(st.text(alphabet="abdfimnorstuy 0123456789-.", max_size=40), st.dates())
def test_any_text_on_any_day_is_read(text: str, today: date) -> None:
    found = find_period(text, today)
    if found is not None and found[0].first and found[0].last:
        assert found[0].first <= found[0].last


def read(text: str) -> HappeningFilter:
    """What a sentence asks for."""
    return read_talk_sentence(text, TODAY, Vocabulary())


def test_everyone_i_phoned_in_may() -> None:
    wanted = read("everyone I phoned in May")
    assert (wanted.first, wanted.last) == (date(2026, 5, 1), date(2026, 5, 31))
    assert wanted.channels == {Channel.CALL}
    assert wanted.words == ""


def test_all_i_spoke_to_last_week() -> None:
    wanted = read("all I spoke to last week")
    assert (wanted.first, wanted.last) == (date(2026, 11, 9), date(2026, 11, 15))
    assert wanted.kinds == {EntryKind.CONVERSATION}
    assert wanted.words == ""


def test_a_german_sentence_says_the_same() -> None:
    assert read("alle, die ich im Mai angerufen habe") == read("everyone I phoned in May")
    assert read("mit denen ich letzte Woche gesprochen habe") == read("all I spoke to last week")


def test_who_began_how_and_with_whom() -> None:
    wanted = read("who called me yesterday, informal, tag:chamber cello")
    assert wanted.initiated_by is Initiator.THEM
    assert wanted.channels == {Channel.CALL}
    assert wanted.formality is Formality.INFORMAL
    assert wanted.people.text == "tag:chamber"
    assert wanted.words.strip(", ") == "cello"


def test_quoted_words_are_words() -> None:
    assert read('"last week" phone').words == "last week"
    assert read('"last week" phone').first is None


def test_a_mistake_in_a_term_is_told_with_its_place() -> None:
    with pytest.raises(QueryMistake) as told:
        read("last week tga:x")
    assert told.value.text[told.value.start :].startswith("tga:")


@given(st.text(max_size=60))
@example('"\r')
def test_any_sentence_is_read_or_refused_with_a_mistake(text: str) -> None:
    with suppress(QueryMistake):
        assert read(text).words == " ".join(read(text).words.split())
