"""Distances are said as people say them."""

from datetime import date, timedelta

import pytest

from notebook_app.reports.distance_words import ago, counted, late

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "in 3 days"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (21, "3 weeks ago"),
        (60, "9 weeks ago"),
        (61, "2 months ago"),
        (182, "6 months ago"),
        (729, "24 months ago"),
        (730, "2 years ago"),
        (3650, "10 years ago"),
    ],
)
def test_a_past_day_is_said_roughly(days: int, said: str) -> None:
    assert ago(TODAY - timedelta(days=days), TODAY) == said


def test_lateness_counts_days() -> None:
    assert late(TODAY - timedelta(days=12), TODAY) == "12 days late"
    assert late(TODAY - timedelta(days=1), TODAY) == "1 day late"
    assert late(TODAY, TODAY) == ""
    assert late(TODAY + timedelta(days=1), TODAY) == ""


def test_one_is_not_many() -> None:
    assert counted(1, "follow-up") == "1 follow-up"
    assert counted(0, "follow-up") == "0 follow-ups"
