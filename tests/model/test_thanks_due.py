"""Whoever sent work is to be thanked within a day; the day is named until it is long ago."""

from datetime import date, timedelta

from notebook_app.model.offering import Direction, FavourDraft, FavourKind, thanks_due

TODAY = date(2026, 11, 23)


def _sent(on: date, opportunity_id: int | None = 1) -> FavourDraft:
    kind = FavourKind.REFERRAL
    return FavourDraft(1, kind, Direction.RECEIVED, on, opportunity_id=opportunity_id)


def test_for_work_thanks_are_due_the_next_day() -> None:
    assert thanks_due(_sent(TODAY), TODAY) == date(2026, 11, 24)


def test_after_weeks_no_day_is_counted() -> None:
    assert thanks_due(_sent(TODAY - timedelta(days=31)), TODAY) == date(2026, 10, 24)
    assert thanks_due(_sent(TODAY - timedelta(days=32)), TODAY) is None


def test_other_favours_have_no_day() -> None:
    assert thanks_due(_sent(TODAY, None), TODAY) is None
