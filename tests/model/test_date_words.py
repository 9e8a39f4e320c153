"""Dates in words, English and German."""

from datetime import date

import pytest

from notebook_app.model.date_words import parse_date

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 22)),
        ("next tuesday", date(2026, 11, 24)),
        ("in 2 weeks", date(2026, 12, 5)),
        ("3 december", date(2026, 12, 3)),
        ("last friday", date(2026, 11, 20)),
        ("+3d", date(2026, 11, 24)),
        ("übermorgen", date(2026, 11, 23)),
        ("nächsten Dienstag", date(2026, 11, 24)),
        ("am 3. Dezember", date(2026, 12, 3)),
        ("vor zwei Wochen", date(2026, 11, 7)),
        ("in einem Monat", date(2026, 12, 21)),
        ("Dienstag", date(2026, 11, 24)),
        ("next month", date(2026, 12, 21)),
    ],
)
def test_words_mean_days(text: str, day: date) -> None:
    assert parse_date(text, SATURDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "someday", "31 feb", "2026-02-30", "tomorrow or so", "3/11/2026", "31. Februar"),
        *("in 999999 years", "vor 9999 Jahren", "🎻", "next", "3.11"),
    ],
)
def test_other_words_mean_none(text: str) -> None:
    assert parse_date(text, SATURDAY) is None
