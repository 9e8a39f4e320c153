"""``import`` with its choices, ``imports`` and ``set-aside``."""

from datetime import date, time
from pathlib import Path

import pytest

from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import Slot
from tests.cli.conftest import CommandLine

ANN = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Berg\nTEL:+46 70 174 06 05\nTITLE:Baker\nEND:VCARD\n"
CARL = "BEGIN:VCARD\nVERSION:3.0\nFN:Carl Lund\nTEL:+46 70 174 06 05\nEND:VCARD\n"
BAD = "BEGIN:VCARD\nVERSION:3.0\nX-A:b\nEND:VCARD\n"


def file(folder: Path, text: str, name: str = "phone.vcf") -> str:
    """Write a file and return where it is."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def names(cli: CommandLine) -> set[str]:
    """Return everyone's name."""
    return {person["name"] for person in cli.json("list")}


def test_a_dry_run_says_whom_a_card_may_be_of(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", file(tmp_path, ANN))
    plan = cli.json("import", file(tmp_path, CARL), "--dry-run")
    assert (plan["cards"], plan["added"], plan["possible"]) == (1, 1, 1)
    [card] = plan["preview"]
    assert card["state"] == "possible"
    assert [(one["name"], one["why"]) for one in card["candidates"]] == [
        ("Ann Berg", ["same phone number"])
    ]
    assert "possibly Ann Berg" in cli("import", file(tmp_path, CARL), "--dry-run").out


@pytest.mark.parametrize(
    ("option", "after"),
    [
        ((), {"Ann Berg", "Carl Lund"}),
        (("--same-person",), {"Ann Berg"}),
        (("--leave-out-possible",), {"Ann Berg"}),
    ],
)
def test_a_possibly_known_person_is_new_unless_told_otherwise(
    cli: CommandLine, tmp_path: Path, option: tuple[str, ...], after: set[str]
) -> None:
    cli("import", file(tmp_path, ANN))
    planned = cli.json("import", file(tmp_path, CARL), "--dry-run", *option)
    done = cli.json("import", file(tmp_path, CARL), *option)
    for count in ("cards", "added", "updated", "unchanged", "rejected"):
        assert done[count] == planned[count]
    assert names(cli) == after


def test_own_edits_stay_unless_told_otherwise(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", file(tmp_path, ANN))
    notebook = cli.open()
    with notebook.change("edit"):
        notebook.database.execute_sql("UPDATE contact SET title = 'Chef'")
    notebook.close()
    newer = file(tmp_path, ANN.replace("Baker", "Master baker"))
    [card] = cli.json("import", newer, "--dry-run")["preview"]
    assert card["kept"] == [{"field": "title", "old": "Chef", "new": "Master baker"}]
    assert cli.json("import", newer)["updated"] == 0
    assert cli.json("import", newer, "--take-theirs")["updated"] == 1
    assert cli.json("list")[0]["title"] == "Master baker"


def test_an_old_import_is_taken_back_and_what_came_since_is_named(
    cli: CommandLine, tmp_path: Path
) -> None:
    cli("import", file(tmp_path, ANN + CARL))
    cli("log", "Carl", "Talked about boats")
    [past] = cli.json("imports", "list")
    assert (past["file"], past["added"], past["undone_at"]) == ("phone.vcf", 2, None)
    assert "phone.vcf" in cli("imports", "list").out

    planned = cli.json("imports", "undo", str(past["id"]), "--dry-run")
    assert [(one["name"], one["since"], one["kept"]) for one in planned["touched"]] == [
        ("Carl Lund", ["1 conversation"], True)
    ]
    assert names(cli) == {"Ann Berg", "Carl Lund"}
    told = cli("imports", "undo", str(past["id"])).out
    assert "Carl Lund stays: 1 conversation" in told
    assert names(cli) == {"Carl Lund"}
    assert cli.json("imports", "list")[0]["undone_at"]
    again = cli("imports", "undo", str(past["id"]))
    assert (again.status, again.err.count("\n")) == (1, 1)
    cli("undo")
    assert names(cli) == {"Ann Berg", "Carl Lund"}
    cli("imports", "undo", str(past["id"]), "--all")
    assert names(cli) == set()


def test_cards_set_aside_are_listed_mended_exported_and_forgotten(
    cli: CommandLine, tmp_path: Path
) -> None:
    cli("import", file(tmp_path, ANN + BAD + BAD.replace("X-A", "X-B")))
    first, second = cli.json("set-aside", "list")
    assert (first["file"], first["line"]) == ("phone.vcf", 7)
    assert "X-A:b" in first["text"]
    target = tmp_path / "bad.vcf"
    assert cli.json("set-aside", "export", str(target))["count"] == 2
    assert target.read_text().count("BEGIN:VCARD") == 2

    still = cli.json("set-aside", "retry", str(first["id"]))
    assert (still["added"], still["rejected"]) == (0, 1)
    mended = file(tmp_path, first["text"].replace("X-A", "FN"), "mended.txt")
    done = cli.json("set-aside", "retry", str(first["id"]), "--text", mended)
    assert (done["added"], done["rejected"]) == (1, 0)
    assert names(cli) == {"Ann Berg", "b"}
    assert [card["id"] for card in cli.json("set-aside", "list")] == [second["id"]]
    assert cli.json("set-aside", "forget", str(second["id"])) == {"forgotten": 1}
    assert cli.json("set-aside", "list") == []
    cli("undo")
    assert len(cli.json("set-aside", "list")) == 1
    assert cli("set-aside", "forget", "99").status == 1
    assert cli("set-aside", "retry", "--text", mended).status == 2


def test_dates_that_a_calendar_no_longer_has_are_told_and_taken_out_if_asked(
    cli: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "choir.ics"
    series = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Choir\nDTSTART:20261201T180000\n"
        "RRULE:FREQ=WEEKLY;COUNT={}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    file.write_text(series.format(4), encoding="utf-8")
    assert cli.json("import", str(file))["added"] == 4
    file.write_text(series.format(2), encoding="utf-8")
    told = cli("import", str(file))
    assert "2 dates are no longer in the file." in told.out
    assert "--take-out takes 2 out" in told.out
    before = cli.json("import", str(file), "--take-out", "--dry-run")
    assert (before["events"], before["gone"], before["taken_out"]) == (2, 2, 0)
    assert cli.json("import", str(file), "--take-out")["taken_out"] == 2
    assert len(cli.json("event", "list")) == 2
    cli("undo")
    assert len(cli.json("event", "list")) == 4
    assert cli("import", str(file), "--take-out").status == 0
    cards = tmp_path / "nobody.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n", encoding="utf-8")
    assert cli("import", str(cards), "--take-out").status == 2


def test_what_repeats_is_one_event_on_many_dates(cli: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "choir.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Choir\nDTSTART:20261201T180000\n"
        "RRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMMARY:Fair\n"
        "DTSTART:20261202T180000\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    assert "2 events (1 repeats, on 4 dates): 5 new," in cli("import", str(file), "--dry-run").out
    assert cli.json("import", str(file))["series"] == 1


def test_a_calendar_of_the_notebook_itself_counts_each_birthday_once(
    cli: CommandLine, tmp_path: Path
) -> None:
    cards = tmp_path / "people.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Person {0}\nBDAY:1970-0{0}-11\nEND:VCARD\n"
    cards.write_text("".join(card.format(number) for number in range(1, 4)), encoding="utf-8")
    cli("import", str(cards))
    own = tmp_path / "own.ics"
    cli("export", str(own), "--kind", "birthdays")
    told = cli("import", str(own), "--dry-run").out
    assert "3 events: 0 new, 0 changed, 0 already there, 3 from this notebook itself" in told
    assert "3 entries are from this notebook itself and left alone." in told
    document = cli.json("import", str(own))
    assert (document["events"], document["ours"], document["added"]) == (3, 3, 0)


def test_an_event_that_was_changed_here_and_in_the_file_is_told_and_taken_if_asked(
    cli: CommandLine, tmp_path: Path
) -> None:
    file = tmp_path / "fair.ics"
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:{}\nDTSTART:20261201T180000\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )
    file.write_text(text.format("Fair"), encoding="utf-8")
    cli("import", str(file))
    notebook = cli.open()
    [event] = cli.json("event", "list")
    move_event(notebook, event["id"], Slot(date(2026, 12, 3), time(18)))
    notebook.close()
    file.write_text(text.format("Fair").replace("01T18", "02T18"), encoding="utf-8")
    told = cli("import", str(file)).out
    assert "“Fair”: changed here and in the file: day 2026-12-03 → 2026-12-02" in told
    assert "--take-theirs takes" in told
    assert cli.json("event", "list")[0]["date"] == "2026-12-03"
    assert cli.json("import", str(file))["changed_here"] == 0
    assert cli.json("import", str(file), "--take-theirs")["updated"] == 1
    assert cli.json("event", "list")[0]["date"] == "2026-12-02"
