"""``back``: printed lists on the command line, by number, row code, or a picture of the paper."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def filled(cli: CommandLine, tmp_path: Path) -> CommandLine:
    """A notebook with three calls to make, printed as list 1 into ``list.pdf``."""
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n"
        for name in ("Ann Ek", "Ben Ek", "Carla Ek")
    )
    (tmp_path / "people.vcf").write_text(cards)
    assert cli("import", str(tmp_path / "people.vcf")).status == 0
    for number, name in enumerate(("Ann", "Ben", "Carla"), 23):
        added = cli("follow-up", "add", name, "--kind", "call", "--due", f"2026-11-{number}")
        assert added.status == 0
    answer = cli.json("print", "follow-ups", "-o", str(tmp_path / "list.pdf"))
    assert (answer["list"], answer["follow_ups"]) == (1, 3)
    return cli


def test_lists_and_rows_are_told_as_on_the_paper(filled: CommandLine, tmp_path: Path) -> None:
    (printed,) = filled.json("back")
    assert printed["title"] == "Follow-ups: All that is open"
    assert (printed["number"], printed["count"], printed["to_go"]) == (1, 3, 3)
    rows = filled.json("back", "1")["rows"]
    assert [(row["position"], row["contact"]["name"]) for row in rows] == [
        (1, "Ann Ek"),
        (2, "Ben Ek"),
        (3, "Carla Ek"),
    ]
    text = (
        subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / "list.pdf"), "-"],
            capture_output=True,
            check=True,
        ).stdout.decode()
        if shutil.which("pdftotext")
        else ""
    )
    for row in rows if text else ():
        assert row["code"] in text
    told = filled("back", "1").out
    assert "List 1, Sat 2026-11-21: Follow-ups: All that is open" in told
    assert "3 of 3 to go" in filled("back").out


def test_rows_are_answered_by_their_codes(filled: CommandLine) -> None:
    first, second, third = (row["code"] for row in filled.json("back", "1")["rows"])
    done = filled.json(
        "back", "1", first.lower(), "done", "--said", "Wants a quote", "--next", "in 2 weeks"
    )
    assert (done["answer"], done["state"]) == ("done", "done")
    assert (done["next"]["kind"], done["next"]["due_date"]) == ("call", "2026-12-05")
    assert filled.json("show", "Ann")["last_conversation"] == "2026-11-21"
    again = filled.json("back", "1", second, "no-answer", "--next", "next friday")
    assert (again["state"], again["due_date"]) == ("open", "2026-11-27")
    told = filled("back", "1", third, "left a message")
    assert told.out.startswith(f"{third}: Left a message: call with Carla Ek, again on ")
    assert filled.json("back")[0]["to_go"] == 0
    assert filled("undo").status == 0
    assert [row["answer"] for row in filled.json("back", "1")["rows"]] == [
        "done",
        "no answer",
        None,
    ]


def test_wrong_codes_lists_and_words_are_told_and_change_nothing(filled: CommandLine) -> None:
    first, second, _third = (row["code"] for row in filled.json("back", "1")["rows"])
    misread = second[:-1] + first[-1]
    refused = filled("back", "1", misread, "done")
    assert refused.status == 1
    assert refused.err.startswith(f"List 1 has no row {misread}.")
    assert filled("back", "7").err.startswith("No list 7 was printed")
    for words in (
        ("back", "nothing.png"),
        ("back", "1", first, "perhaps"),
        ("back", "1", first, "done", "--next", "coffee"),
        ("back", "1", first, "skipped", "--said", "no"),
    ):
        assert filled(*words).status == 2
    assert filled.json("back")[0]["to_go"] == 3


def test_what_is_done_is_not_done_twice(filled: CommandLine) -> None:
    first = filled.json("back", "1")["rows"][0]["code"]
    assert filled("back", "1", first, "done").status == 0
    again = filled("back", "1", first, "done")
    assert again.status == 1
    assert again.err.startswith(f"Row {first}: This was done already.")


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")
def test_a_picture_of_the_page_stands_for_its_number(filled: CommandLine, tmp_path: Path) -> None:
    command = ["pdftoppm", "-r", "110", "-png", str(tmp_path / "list.pdf"), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    (page,) = tmp_path.glob("page*.png")
    assert filled.json("back", str(page))["number"] == 1


def test_the_pdf_itself_stands_for_its_number(filled: CommandLine, tmp_path: Path) -> None:
    assert filled.json("back", str(tmp_path / "list.pdf"))["number"] == 1
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    torn = filled("back", str(tmp_path / "torn.pdf"))
    assert (torn.status, torn.out) == (1, "")
    assert torn.err.startswith("torn.pdf can't be read")


def test_where_nothing_was_printed_it_says_so(cli: CommandLine) -> None:
    assert cli.json("back") == []
    assert cli("back").out.startswith("No list was printed within a year.")
