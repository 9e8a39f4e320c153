"""``import``, ``export``, ``print`` and ``demo``: what comes from files and goes into them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

TWO_CARDS_AND_A_BROKEN_ONE = """\
BEGIN:VCARD
VERSION:3.0
N:Berg;Anna;;;
FN:Anna Berg
TEL;TYPE=CELL:+46 70 174 06 05
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85ngstr=C3=B6m;Bo;;;
TEL;CELL:+46701740606
END:VCARD
BEGIN:VCARD
VERSION:3.0
TEL:
END:VCARD
"""


@pytest.fixture
def cards(tmp_path: Path) -> str:
    """A file of three cards, the last of which nobody can be known by."""
    path = tmp_path / "phone.vcf"
    path.write_text(TWO_CARDS_AND_A_BROKEN_ONE.replace("\n", "\r\n"), encoding="utf-8")
    return str(path)


def test_an_import_answers_with_its_counts(cli: CommandLine, cards: str) -> None:
    outcome = cli.json("import", cards)
    assert outcome.pop("seconds") >= 0
    rejected_file = outcome.pop("rejected_file")
    assert "TEL:" in Path(rejected_file).read_text(encoding="utf-8")
    assert outcome == {
        "cards": 3,
        "added": 2,
        "updated": 0,
        "unchanged": 0,
        "rejected": 1,
        "import_id": 1,
    }
    assert {person["name"] for person in cli.json("list")} == {"Anna Berg", "Bo Ångström"}


def test_importing_again_changes_nothing(cli: CommandLine, cards: str) -> None:
    cli("import", cards)
    before = cli.json("list")
    again = cli.json("import", cards)
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert cli.json("list") == before


def test_a_dry_run_writes_nothing(first_cli: CommandLine, cards: str) -> None:
    plan = first_cli.json("import", cards, "--dry-run")
    assert (plan["cards"], plan["added"], plan["rejected"]) == (3, 2, 1)
    assert [card["state"] for card in plan["preview"]] == ["new", "new", "unreadable"]
    assert plan["preview"][2]["reason"]
    assert not first_cli.path.exists()
    assert "2 new" in first_cli("import", cards, "--dry-run").out
    assert first_cli.json("import", cards)["added"] == 2
    assert first_cli.path.exists()


def test_an_import_is_taken_back_as_a_whole(
    cli: CommandLine, cards: str, add_person: Callable[..., int]
) -> None:
    add_person("Carla Mendes")
    cli("import", cards)
    assert len(cli.json("list")) == 3
    cli("undo")
    assert [person["name"] for person in cli.json("list")] == ["Carla Mendes"]


def test_an_export_is_read_back_unchanged(example: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "everyone.vcf"
    exported = example.json("export", str(target))
    assert (exported["count"], exported["file"]) == (60, str(target))
    again = example.json("import", str(target))
    assert (again["cards"], again["unchanged"]) == (60, 60)
    other = CommandLine(tmp_path / "other.db")
    assert other.json("import", str(target))["added"] == 60
    kept = ("name", "phones", "emails", "addresses", "urls", "birthday", "note", "tags", "title")
    copied = {person["uid"]: person for person in other.json("list")}
    for person in example.json("list"):
        copy = copied[person["uid"]]
        assert [copy[key] for key in kept] == [person[key] for key in kept]


def test_an_export_can_be_narrowed(example: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "clients.vcf"
    exported = example.json("export", str(target), "--only", "role:client tag:chamber")
    assert exported["count"] == 2
    assert target.read_text(encoding="utf-8").count("BEGIN:VCARD") == 2
    answer = example("export", str(tmp_path / "none.vcf"), "--only", "tag:nowhere")
    assert answer.status == 1
    assert not (tmp_path / "none.vcf").exists()


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_each_vcard_version_is_written(example: CommandLine, tmp_path: Path, version: str) -> None:
    target = tmp_path / "carla.vcf"
    example("export", str(target), "--only", "carla", "--vcard-version", version)
    assert f"VERSION:{version}" in target.read_text(encoding="utf-8")


def test_the_follow_up_list_is_printed_without_a_display(
    example: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "list.pdf"
    nowhere = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "notebook_app", "--notebook", str(example.path)),
            *("print", "follow-ups", "-o", str(target), "--paper", "A4", "--json"),
        ],
        capture_output=True,
        check=False,
        env={name: value for name, value in os.environ.items() if name not in nowhere},
        timeout=120,
    )
    assert done.returncode == 0
    # Where there are few fonts, the names that they lack are told.
    assert not done.stderr or done.stderr.startswith(b"No font for ")
    printed = json.loads(done.stdout)
    assert printed["file"] == str(target)
    assert printed["follow_ups"] == 26
    assert printed["pages"] >= 2
    assert target.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(
            ["pdftotext", str(target), "-"], capture_output=True, check=True, timeout=60
        ).stdout.decode("utf-8")
        for row in example.json("follow-up", "list"):
            if row["contact"]["name"].isascii():
                assert row["contact"]["name"] in text


def test_printing_nothing_is_a_problem_and_leaves_no_file(
    example: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "list.pdf"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "notebook_app", "--notebook", str(example.path)),
            *("print", "follow-ups", "-o", str(target), "--to", "2020-01-01"),
        ],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert not target.exists()


def test_the_example_is_written_to_a_new_file_only(first_cli: CommandLine, tmp_path: Path) -> None:
    written = first_cli.json("demo", "--into", str(first_cli.path))
    assert written == {"notebook": str(first_cli.path), "contacts": 60, "conversations": 300}
    before = first_cli.path.read_bytes()
    answer = first_cli("demo", "--into", str(first_cli.path))
    assert answer.status == 1
    assert "there already" in answer.err
    assert first_cli.path.read_bytes() == before


def test_the_notebook_s_own_country_goes_before_the_machine_s(
    cli: CommandLine, tmp_path: Path
) -> None:
    notebook = cli.open()
    with notebook.change("Country"):
        notebook.settings.write("region", "GB")
    notebook.close()
    card = tmp_path / "phone.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nTEL:07700 900417\nEND:VCARD\n")
    cli("import", str(card))
    assert len(cli.json("search", "+44 7700 900417")) == 1


def test_an_export_for_old_phones_says_what_had_no_place(
    example: CommandLine, tmp_path: Path
) -> None:
    exported = example.json("export", str(tmp_path / "old.vcf"), "--profile", "old-phone")

    assert b"VERSION:2.1" in (tmp_path / "old.vcf").read_bytes()
    assert {"tags"} <= {missing["what"] for missing in exported["not_carried"]}
    answer = example(
        "export", str(tmp_path / "a.vcf"), "--profile", "apple", "--vcard-version", "4.0"
    )
    assert answer.status == 2


def test_an_export_can_be_a_file_for_each_person(example: CommandLine, tmp_path: Path) -> None:
    folder = example.json("export", str(tmp_path / "people.vcf"), "--one-per-person")
    archive = example.json("export", str(tmp_path / "people.zip"), "--profile", "nextcloud")

    assert folder["file"] == str(tmp_path / "people")
    assert len(list((tmp_path / "people").iterdir())) == folder["count"] == archive["count"]
    answer = example.json("import", "--dry-run", str(tmp_path / "people.zip"))
    assert (answer["cards"], answer["rejected"]) == (archive["count"], 0)
