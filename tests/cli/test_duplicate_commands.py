"""``duplicates`` and ``merge`` on the command line."""

from collections.abc import Callable

from notebook_app.model.contact import Phone
from tests.cli.conftest import CommandLine


def test_duplicates_are_listed_with_score_and_reasons(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    bob = add_person("Bob Smith", phones=(Phone("+46701234567"),))
    robert = add_person("Robert Smith", phones=(Phone("+46701234567"),))
    add_person("Anna Berg")

    assert cli.json("duplicates") == [
        {
            "contacts": [{"id": bob, "name": "Bob Smith"}, {"id": robert, "name": "Robert Smith"}],
            "score": 87,
            "certainty": "certain",
            "reasons": ["same phone number", "short form of the same name"],
        }
    ]
    answer = cli("duplicates")
    assert answer.status == 0
    assert answer.out == (
        "certain  Bob Smith (1)  Robert Smith (2)  same phone number, short form of the same name\n"
    )


def test_an_empty_notebook_has_none(cli: CommandLine) -> None:
    assert cli.json("duplicates") == []
    assert cli("duplicates").out == "Nobody seems to be in the notebook twice.\n"


def test_merge_keeps_the_first_and_undo_takes_it_back(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    add_person("Bob Smith", note="Has a dog.")
    robert = add_person("Robert Smith")

    answer = cli.json("merge", "Robert", "bob smith")

    assert answer == {"id": robert, "name": "Robert Smith", "merged": [1]}
    assert [each["name"] for each in cli.json("list")] == ["Robert Smith"]
    assert cli.json("show", "Robert")["note"] == "Has a dog."
    assert cli("undo").status == 0
    assert len(cli.json("list")) == 2
    told = cli("merge", "Robert", "Bob").out
    assert told == "Merged Bob Smith and Robert Smith; “undo” takes it back.\n"


def test_a_self_merge_is_told_in_a_sentence(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    add_person("Bob Smith")
    answer = cli("merge", "Bob", "1")
    assert answer.status == 1
    assert answer.err == (
        "Bob Smith can't be merged with themselves. Choose two different people.\n"
    )
    assert cli("merge", "Bob").status == 2
    assert cli("merge", "Bob", "Nobody").status == 1
