"""``conversations``: what was said with anybody, by time, way, people and words."""

from tests.cli.conftest import CommandLine


def test_all_are_told_newest_first(example: CommandLine) -> None:
    answers = example.json("conversations")
    days = [each["date"] for each in answers]
    assert len(days) > 100
    assert days == sorted(days, reverse=True)
    assert {"id", "channel", "text", "contacts"} <= set(answers[0])


def test_a_sentence_narrows_them(example: CommandLine) -> None:
    found = example.json("conversations", "everyone", "I", "phoned", "in", "October")
    assert found
    assert {each["channel"] for each in found} == {"call"}
    assert {each["date"][:7] for each in found} == {"2026-10"}


def test_options_narrow_them(example: CommandLine) -> None:
    options = ("--from", "2026-10", "--to", "2026-10-31", "--channel", "phone")
    assert example.json("conversations", *options) == example.json(
        "conversations", "phoned in October"
    )
    carlas = example.json("conversations", "--with", "carla mendes")
    assert carlas
    assert all("Carla Mendes" in [who["name"] for who in each["contacts"]] for each in carlas)


def test_the_query_language_stands_in_the_sentence(example: CommandLine) -> None:
    everybody = example.json("conversations", "this", "year")
    some = example.json("conversations", "this", "year", "tag:chamber")
    others = example.json("conversations", "this", "year", "-tag:chamber")
    assert 0 < len(some) < len(everybody)
    assert {each["id"] for each in some} | {each["id"] for each in others} == {
        each["id"] for each in everybody
    }


def test_it_is_readable_without_json(example: CommandLine) -> None:
    lines = example("conversations", "cello").out.splitlines()
    assert lines[0].startswith("Fri 2026-11-20")
    assert lines[1].startswith("Carla Mendes")
    assert "cello" in lines[2]


def test_nothing_found_is_no_error(example: CommandLine) -> None:
    answer = example("conversations", "xylophone")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "No such conversation was found.\n"


def test_what_is_no_date_or_no_key_is_refused(example: CommandLine) -> None:
    assert example("conversations", "--from", "sometime").status == 2
    wrong = example("conversations", "tga:x")
    assert wrong.status != 0
    assert "tag:" in wrong.err
