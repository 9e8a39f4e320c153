"""The ladder proposes what fits the meeting, and one rung after the other."""

from datetime import date

import pytest

from notebook_app.model.ladder import (
    KINDS,
    LONG_TALK_LETTERS,
    OFF,
    Known,
    Rung,
    due_after_event,
    first_due,
    first_rung,
    following_due,
    following_rung,
    rung_from,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("known", "rung"),
    [
        (Known(email=True, phone=True, address=True), Rung.EMAIL),
        (Known(email=True, letters=LONG_TALK_LETTERS), Rung.NOTE),
        (Known(email=True, letters=LONG_TALK_LETTERS - 1), Rung.EMAIL),
        (Known(email=True, personal=True), Rung.NOTE),
        (Known(phone=True, address=True), Rung.NOTE),
        (Known(phone=True, nearby=True), Rung.CALL),
        (Known(nearby=True), Rung.COFFEE),
        (Known(), Rung.COFFEE),
    ],
)
def test_the_first_rung_fits_the_meeting(known: Known, rung: Rung) -> None:
    assert first_rung(known) is rung


def test_what_was_chosen_for_them_goes_before_what_is_usual() -> None:
    known = Known(email=True)
    assert first_rung(known, usual="call") is Rung.CALL
    assert first_rung(known, own="coffee", usual="call") is Rung.COFFEE
    assert first_rung(known, own="call", usual=OFF) is Rung.CALL
    assert first_rung(known, own=OFF, usual="call") is None
    assert first_rung(known, usual=OFF) is None
    assert first_rung(known, own="from a later program") is Rung.EMAIL


def test_the_rungs_follow_each_other_to_the_end() -> None:
    known = Known(phone=True)
    walked, rung = [Rung.NOTE], Rung.NOTE
    while (following := following_rung(rung, known)) is not None:
        walked.append(following)
        rung = following
    assert walked == [Rung.NOTE, Rung.CALL, Rung.COFFEE, Rung.KEEP]


def test_what_cannot_be_is_left_out() -> None:
    assert following_rung(Rung.EMAIL, Known()) is Rung.COFFEE
    assert following_rung(Rung.EMAIL, Known(nearby=False)) is Rung.KEEP
    assert following_rung(Rung.CALL, Known(phone=True, nearby=False)) is Rung.KEEP


def test_somebody_newly_met_hears_from_one_within_two_days() -> None:
    assert first_due(TODAY, TODAY) == date(2026, 11, 25)
    assert first_due(date(2026, 11, 22), TODAY) == date(2026, 11, 24)
    assert first_due(date(2026, 11, 10), TODAY) == TODAY


def test_a_following_rung_leaves_them_some_days_and_is_never_due_before_tomorrow() -> None:
    assert following_due(Rung.CALL, TODAY, TODAY) == date(2026, 11, 30)
    assert following_due(Rung.COFFEE, date(2026, 10, 1), TODAY) == date(2026, 11, 24)
    assert following_due(Rung.KEEP, TODAY, TODAY) == TODAY


def test_each_rung_but_the_last_is_a_follow_up() -> None:
    assert {*KINDS, Rung.KEEP} == set(Rung)
    assert rung_from("call") is Rung.CALL
    assert rung_from("off") is None


def test_what_is_planned_after_an_event_is_due_within_two_days_of_it_but_not_today() -> None:
    assert due_after_event(TODAY, TODAY) == date(2026, 11, 25)
    assert due_after_event(date(2026, 11, 22), TODAY) == date(2026, 11, 24)
    assert due_after_event(date(2026, 11, 10), TODAY) == date(2026, 11, 24)
