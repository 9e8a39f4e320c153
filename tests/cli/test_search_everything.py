"""``search --everything``: groups with the words marked; ``search`` alone lists people."""

from tests.cli.conftest import CommandLine


def test_groups_come_with_their_counts_and_marks(example: CommandLine) -> None:
    document = example.json("search", "--everything", "website")
    assert document["words"] == "website"
    names = [group["group"] for group in document["groups"]]
    assert "conversations" in names
    for group in document["groups"]:
        assert group["count"] >= len(group["results"]) > 0
        assert group["counted_all"] is True
        for found in group["results"]:
            texts = [found[part] for part in ("title", "beside", "fragment") if found[part]]
            marked = [
                text["text"][mark["start"] : mark["start"] + mark["length"]]
                for text in texts
                for mark in text["marks"]
            ]
            assert {each.lower() for each in marked} == {"website"}


def test_lines_are_readable_and_as_many_as_asked_for(example: CommandLine) -> None:
    lines = example("search", "--everything", "--most", "1", "a").out.splitlines()
    heads = [line.split(" (")[0] for line in lines if not line.startswith(" ")]
    assert heads[:2] == ["People", "Conversations"]
    assert sum(line.startswith("  ") and not line.startswith("   ") for line in lines) == len(heads)


def test_nothing_found_is_said(example: CommandLine) -> None:
    assert example("search", "--everything", "qqqq").out == "Nothing was found.\n"
    assert example.json("search", "--everything", "qqqq") == {"words": "qqqq", "groups": []}


def test_without_it_search_is_a_list_of_contacts(example: CommandLine) -> None:
    people = example.json("search", "a")
    assert isinstance(people, list)
    assert "phones" in people[0]


def test_a_wrong_number_is_wrong_usage(example: CommandLine) -> None:
    for number in ("0", "-3", "x"):
        assert example("search", "--everything", f"--most={number}", "a").status == 2


def test_escape_sequences_in_notes_do_not_reach_the_terminal(example: CommandLine) -> None:
    example("log", "1", "wobble \x1b[2J\x1b]0;x\x07 <b>")
    answer = example("search", "--everything", "wobble")
    assert "\x1b" not in answer.out
    assert "wobble" in answer.out
