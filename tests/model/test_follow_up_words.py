"""Follow-ups typed as one line."""

from datetime import date, time

import pytest

from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.follow_up_words import FollowUpWords, kind_of, parse_follow_up

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "kind", "due", "note"),
    [
        ("call next tue", FollowUpKind.CALL, date(2026, 11, 24), ""),
        ("coffee in 2 weeks", FollowUpKind.COFFEE, date(2026, 12, 5), ""),
        ("2026-12-01", FollowUpKind.OTHER, date(2026, 12, 1), ""),
        ("call next tue about the quote", FollowUpKind.CALL, date(2026, 11, 24), "about the quote"),
        ("Handwritten note tomorrow: thanks", FollowUpKind.NOTE, date(2026, 11, 22), "thanks"),
        ("thank you card on friday", FollowUpKind.THANK, date(2026, 11, 27), "card"),
        ("send something by 3 december", FollowUpKind.SEND, date(2026, 12, 3), ""),
        ("send slides by 3 december", FollowUpKind.SEND, date(2026, 12, 3), "slides"),
        ("e-mail, tomorrow, the price", FollowUpKind.EMAIL, date(2026, 11, 22), "the price"),
        ("LUNCH Today", FollowUpKind.LUNCH, SATURDAY, ""),
        ("call about the sun sails tomorrow", FollowUpKind.CALL, date(2026, 11, 22), None),
        ("ask Maria in 3 days whether it fits", FollowUpKind.OTHER, date(2026, 11, 24), None),
    ],
)
def test_kind_day_and_note_are_read(
    text: str, kind: FollowUpKind, due: date, note: str | None
) -> None:
    found = parse_follow_up(text, SATURDAY)
    assert found is not None
    assert (found.kind, found.due) == (kind, due)
    if note is not None:
        assert found.note == note


def test_what_is_neither_kind_nor_day_is_the_note() -> None:
    found = parse_follow_up("call about the sun sails tomorrow", SATURDAY)
    assert found == FollowUpWords(
        FollowUpKind.CALL, date(2026, 11, 22), None, "about the sun sails"
    )


@pytest.mark.parametrize("text", ["coffee tue 10:00", "coffee tue at 10:00", "coffee tue 10.00"])
def test_a_time_stands_behind_the_day(text: str) -> None:
    found = parse_follow_up(text, SATURDAY)
    assert found == FollowUpWords(FollowUpKind.COFFEE, date(2026, 11, 24), time(10), "")


def test_what_is_no_time_stays_in_the_note() -> None:
    found = parse_follow_up("call tomorrow 25:99 at the office", SATURDAY)
    assert found is not None
    assert (found.at, found.note) == (None, "25:99 at the office")


@pytest.mark.parametrize("text", ["", "   ", "call", "coffee some day", "2026-02-30", "in weeks"])
def test_without_a_day_there_is_no_follow_up(text: str) -> None:
    assert parse_follow_up(text, SATURDAY) is None


def test_every_kind_is_known_by_its_own_name() -> None:
    for kind in FollowUpKind:
        assert kind_of(kind.value.upper()) is kind
    assert kind_of("email") is FollowUpKind.EMAIL
    assert kind_of("shout") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anrufen am 3. Dezember", FollowUpWords(FollowUpKind.CALL, date(2026, 12, 3), None, "")),
        (
            "Dienstag wegen Dach anrufen",
            FollowUpWords(FollowUpKind.CALL, date(2026, 11, 24), None, "wegen Dach"),
        ),
        (
            "call every tuesday",
            FollowUpWords(FollowUpKind.CALL, date(2026, 11, 24), None, "", "FREQ=WEEKLY"),
        ),
        (
            "alle 2 Wochen Kaffee",
            FollowUpWords(
                FollowUpKind.COFFEE, date(2026, 12, 5), None, "", "FREQ=WEEKLY;INTERVAL=2"
            ),
        ),
    ],
)
def test_german_and_what_repeats_are_read_as_in_lines(text: str, expected: FollowUpWords) -> None:
    assert parse_follow_up(text, SATURDAY) == expected
