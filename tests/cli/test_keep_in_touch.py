"""``keep-in-touch`` and ``report losing-touch``."""

from datetime import date, timedelta

import pytest

from tests.cli.conftest import TODAY, CommandLine


def _fading(example: CommandLine, *more: str) -> list[str]:
    report = example.json("report", "losing-touch", *more)
    assert report["total"] == len(report["rows"])
    return [row["contact"]["name"] for row in report["rows"]]


def test_the_report_tells_when_it_was_time_and_what_to_begin_with(example: CommandLine) -> None:
    report = example.json("report", "losing-touch")
    assert (report["from"], report["to"]) == (None, None)
    assert report["total"] == len(report["rows"]) > 0
    for row in report["rows"]:
        assert set(row) == {
            "contact",
            "stage",
            "cadence",
            "last_conversation",
            "last_topic",
            "ideal",
            "latest",
            "days_late",
        }
        assert row["days_late"] == (TODAY - date.fromisoformat(row["ideal"])).days > 0
        assert row["latest"] >= row["ideal"]
    assert report["rows"][0]["contact"]["name"] in example("report", "losing-touch").out


def test_the_report_of_another_day_and_of_those_since(example: CommandLine) -> None:
    now = _fading(example)
    in_a_year = (TODAY + timedelta(days=365)).isoformat()
    assert set(now) <= set(_fading(example, "--to", in_a_year))
    assert _fading(example, "--from", TODAY.isoformat()) == []
    assert set(_fading(example, "--from", "2000-01-01")) == set(now)


def test_not_now_rest_and_the_rhythm_are_respected(example: CommandLine) -> None:
    first = _fading(example)[0]
    until = (TODAY + timedelta(days=14)).isoformat()
    told = example.json("keep-in-touch", first, "--not-before", "in 2 weeks")
    assert told["not_before"] == until
    assert first not in _fading(example)
    assert first in _fading(example, "--to", until)
    example.json("keep-in-touch", first, "--not-before", "now")
    assert first in _fading(example)
    assert (
        example.json("keep-in-touch", first, "--rest", "on")["resting_since"] == TODAY.isoformat()
    )
    assert first not in _fading(example)
    example.json("keep-in-touch", first, "--rest", "off")
    told = example.json("keep-in-touch", first, "--every", "2 years", "--slack", "10")
    assert (told["count"], told["unit"]) == (24, "months")
    ideal, latest = (date.fromisoformat(told[key]) for key in ("ideal", "latest"))
    assert latest - ideal == timedelta(days=10)
    assert first not in _fading(example)
    assert "latest" in example("keep-in-touch", first).out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--every", "sometimes"),
        ("--every", "0 weeks"),
        ("--slack", "3"),
        ("--every", "week", "--slack", "few"),
        ("--not-before", "someday"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(
    example: CommandLine, arguments: tuple[str, ...]
) -> None:
    answer = example("keep-in-touch", "carla", *arguments)
    assert answer.status == 2
    assert len(answer.err.splitlines()) == 1


def test_a_rhythm_is_told_as_one_says_it(example: CommandLine) -> None:
    first = str(example.json("list")[0]["id"])
    assert "in touch every week." in example("keep-in-touch", first, "--every", "week").out
    assert example("keep-in-touch", first).out.startswith("every week: ideal")
