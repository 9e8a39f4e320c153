"""``brief``, ``print briefing`` and ``report favours``."""

from pathlib import Path

from tests.cli.conftest import TODAY, CommandLine


def test_a_briefing_tells_what_to_know(example: CommandLine) -> None:
    (person,) = example.json("brief", "carla")
    assert person["contact"]["name"] == "Carla Mendes"
    assert person["remember"] == ["Son Joel plays the cello", "Moves the showroom in March"]
    assert len(person["last_topics"]) == 3
    assert person["introduced_by"] == ["Elif Aydın"]
    assert person["stage"] == "trust"
    answer = example("brief", "carla", "elif")
    assert answer.status == 0
    assert "Remember" in answer.out
    assert "Elif Aydın" in answer.out
    assert example("brief", "nobody at all").status == 1


def test_a_briefing_is_printed(example: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "briefing.pdf"
    answer = example.json("print", "briefing", "carla", "elif", "-o", str(path))
    assert answer == {"file": str(path), "pages": 2, "people": 2}
    assert path.read_bytes().startswith(b"%PDF")
    by_query = tmp_path / "query.pdf"
    answer = example.json("print", "briefing", "--only", "tag:chamber", "-o", str(by_query))
    assert answer["people"] > 2
    nobody = tmp_path / "nobody.pdf"
    assert example("print", "briefing", "-o", str(nobody)).status == 1
    assert not nobody.exists()
    assert example("print", "follow-ups", "carla", "-o", str(nobody)).status == 1


def test_favours_are_reported_with_their_dates_and_thanks(example: CommandLine) -> None:
    report = example.json("report", "favours")
    assert (report["from"], report["to"]) == (None, None)
    assert report["total"] == len(report["rows"]) > 5
    directions = {row["direction"] for row in report["rows"]}
    assert directions == {"given", "received"}
    assert all(set(row) == _ROW for row in report["rows"])
    waiting = [row for row in report["rows"] if row["thanked_on"] is None]
    assert waiting
    first = min(row["date"] for row in report["rows"])
    later = example.json("report", "favours", "--from", "2026-01-01", "--to", "today")
    assert (later["from"], later["to"]) == ("2026-01-01", TODAY.isoformat())
    assert 0 < later["total"] < report["total"]
    assert first < "2026-01-01"
    assert "not thanked yet" in example("report", "favours").out
    assert example("report", "favours", "--from", "today", "--to", "2020-01-01").status == 1


_ROW = {"id", "uid", "contact", "kind", "direction", "date", "about", "text", "thanked_on"}


def test_show_tells_what_to_remember_the_steps_and_rest(example: CommandLine) -> None:
    shown = example.json("show", "carla")
    assert shown["remember"] == ["Son Joel plays the cello", "Moves the showroom in March"]
    assert [step["stage"] for step in shown["stage_history"]] == ["met", "know", "like", "trust"]
    assert shown["resting_since"] is None
    notebook = example.open()
    with notebook.change("rest"):
        notebook.many.set_resting([shown["id"]], TODAY)
    notebook.close()
    assert example.json("show", "carla")["resting_since"] == TODAY.isoformat()
    said = example("show", "carla").out
    assert "At rest since" in said
    assert "Moves the showroom in March" in said
    assert [each["name"] for each in example.json("list", "is:resting")] == ["Carla Mendes"]
