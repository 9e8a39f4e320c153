"""Queries on the command line: lists, what is exported and printed, and mistakes."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from notebook_app.model.contact import Address, Email, OwnField
from notebook_app.services.save_list import save_new_list
from tests.cli.conftest import CommandLine


def names(cli: CommandLine, *words: str) -> list[str]:
    """The names of those whom ``list`` finds."""
    return [person["name"] for person in cli.json("list", *words)]


@pytest.fixture
def town(cli: CommandLine, add_person: Callable[..., int]) -> CommandLine:
    """Three people with something to tell them apart by."""
    add_person("Ann", addresses=(Address(city="Lund"),), own_fields=(OwnField("Shoe size", "43"),))
    add_person("Bo", addresses=(Address(city="Malmö"),), tags=("old friends",))
    add_person("Cleo", emails=(Email("cleo@x.example"),), own_fields=(OwnField("Shoe size", "9"),))
    return cli


def test_keys_narrow_and_words_stay_words(town: CommandLine) -> None:
    assert names(town, "city:lund,malmo") == ["Ann", "Bo"]
    assert names(town, "-city:lund") == ["Bo", "Cleo"]
    assert names(town, 'tag:"old friends"') == ["Bo"]
    assert names(town, "shoe-size:43") == ["Ann"]
    assert names(town, "ann or has:email") == ["Ann", "Cleo"]
    assert [person["name"] for person in town.json("search", "city:lund")] == []


def test_a_list_is_sorted_and_has_the_columns_that_were_asked_for(town: CommandLine) -> None:
    assert names(town, "--sort", "shoe-size") == ["Cleo", "Ann", "Bo"]
    assert names(town, "--sort=-name") == ["Cleo", "Bo", "Ann"]
    lines = town("list", "--columns", "city,name,shoe-size", "--sort", "city").out.splitlines()
    assert [line.split() for line in lines] == [
        ["1", "Lund", "Ann", "43"],
        ["2", "Malmö", "Bo"],
        ["3", "Cleo", "9"],
    ]


def test_a_saved_list_is_asked_for_by_its_name(town: CommandLine) -> None:
    with closing(town.open()) as notebook:
        save_new_list(notebook, "Swedes", "city:lund,malmo", columns="name", sort="-name")
    assert names(town, "--saved", "swedes") == ["Bo", "Ann"]
    assert names(town, "--saved", "Swedes", "shoe-size:43") == ["Ann"]
    assert names(town, 'list:"Swedes" -ann') == ["Bo"]
    assert names(town, "--saved", "Recently added") == ["Ann", "Bo", "Cleo"]
    answer = town("list", "--saved", "Swede")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("There is no list “Swede”.")


def test_only_those_of_a_query_are_exported(town: CommandLine, tmp_path: Path) -> None:
    assert town("export", str(tmp_path / "a.vcf"), "--only", "city:*").status == 0
    text = (tmp_path / "a.vcf").read_text()
    assert ("FN:Ann" in text, "FN:Bo" in text, "FN:Cleo" in text) == (True, True, False)
    answer = town("export", str(tmp_path / "b.vcf"), "--only", "city:nowhere")
    assert answer.status == 1
    assert not (tmp_path / "b.vcf").exists()


def test_only_those_of_a_query_are_printed(example: CommandLine, tmp_path: Path) -> None:
    whole = example.json("print", "follow-ups", "-o", str(tmp_path / "a.pdf"))
    some = example.json(
        "print", "follow-ups", "-o", str(tmp_path / "b.pdf"), "--only", "role:client"
    )
    assert 0 < some["follow_ups"] < whole["follow_ups"]
    assert (
        example("print", "follow-ups", "-o", str(tmp_path / "c.pdf"), "--only", "qqq").status == 1
    )


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ["ann", "role:cleint"],
            [
                "“cleint” is no role. Did you mean “client”?",
                "  ann role:cleint",
                f"  {'^^^^^^':>15}",
            ],
        ),
        (
            ["名前", "tga:x"],
            ["There is no “tga:” to ask for. Did you mean “tag:”?", "  名前 tga:x", "       ^^^^"],
        ),
        (["x)"], ["This bracket closes nothing.", "  x)", "   ^"]),
        (["--sort", "shoesize"], None),
        (["--columns", "name,shoe"], None),
    ],
)
def test_a_mistake_is_one_sentence_and_a_sign_below_its_place(
    town: CommandLine, words: list[str], lines: list[str] | None
) -> None:
    answer = town("list", *words)
    assert (answer.status, answer.out) == (1, "")
    told = answer.err.splitlines()
    if lines is None:
        assert len(told) == 3
        assert set(told[2].strip()) == {"^"}
    else:
        assert told == lines


def test_a_mistake_in_a_very_long_query_is_pointed_at(town: CommandLine) -> None:
    answer = town("export", "x.vcf", "--only", f"{'ann ' * 1200}tga:x{' bo' * 300}")
    sentence, text, signs = answer.err.splitlines()
    assert answer.status == 1
    assert len(text) < 90
    assert text[len(signs) - 4 : len(signs)] == "tga:"
    assert "tag:" in sentence
