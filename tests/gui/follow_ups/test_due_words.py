"""How near a day is, in the words of several countries."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from notebook_app.gui.follow_ups.due_words import (
    ago_words,
    day_title,
    due_kind,
    due_words,
    month_title,
    short_day,
)
from notebook_app.gui.widgets.badge import BadgeKind
from tests.gui.follow_ups.filled import TODAY, day

BRITISH = QLocale("en_GB")


@pytest.mark.parametrize(
    ("days", "at", "words"),
    [
        (-12, None, "12 days late"),
        (-1, time(9), "1 day late"),
        (0, None, "today"),
        (0, time(9, 30), "today 09:30"),
        (1, None, "tomorrow"),
        (3, time(10), "Tue 10:00"),
        (6, None, "Fri"),
        (7, None, "28 Nov"),
        (12, None, "3 Dec"),
        (383, None, "9 Dec 2027"),
    ],
)
def test_a_due_day_is_said_in_few_words(days: int, at: time | None, words: str) -> None:
    assert due_words(day(days), at, TODAY, BRITISH) == words


@pytest.mark.parametrize(
    ("locale", "near", "far", "title", "month"),
    [
        ("de_DE", "Di 10:00", "3. Dez.", "Samstag 21. November", "November 2026"),
        ("en_US", "Tue 10:00\u202fAM", "Dec 3", "Saturday November 21", "November 2026"),
        ("ja_JP", "火 10:00", "12月3日", "11月21日 土曜日", "2026年11月"),
        ("ru_RU", "вт 10:00", "3 дек.", "суббота 21 ноября", "Ноябрь 2026"),
    ],
)
def test_days_are_written_as_the_locale_writes_them(
    locale: str, near: str, far: str, title: str, month: str
) -> None:
    there = QLocale(locale)
    assert _plain(due_words(day(3), time(10), TODAY, there)) == _plain(near)
    assert due_words(day(12), None, TODAY, there) == far
    assert day_title(TODAY, TODAY, there) == title
    assert month_title(TODAY, there) == month


def test_another_year_is_said() -> None:
    assert short_day(date(2027, 1, 4), TODAY, BRITISH) == "Mon 4 Jan 2027"
    assert day_title(date(2025, 1, 4), TODAY, BRITISH) == "Saturday 4 January 2025"


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (-5, BadgeKind.DANGER),
        (0, BadgeKind.DANGER),
        (3, BadgeKind.AMBER),
        (7, BadgeKind.AMBER),
        (8, BadgeKind.NEUTRAL),
    ],
)
def test_what_is_late_or_due_today_stands_out(days: int, kind: BadgeKind) -> None:
    assert due_kind(day(days), TODAY) is kind


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (-1, "yesterday"),
        (-8, "8 days ago"),
        (-14, "2 weeks ago"),
        (-63, "9 weeks ago"),
        (-70, "2 months ago"),
        (-185, "6 months ago"),
        (-800, "2 years ago"),
    ],
)
def test_how_long_ago_one_spoke(days: int, words: str) -> None:
    assert ago_words(day(days), TODAY, BRITISH) == words


def _plain(text: str) -> str:
    return " ".join(text.split())
