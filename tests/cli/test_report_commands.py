"""``report …``: the insights as lines, JSON, a table, and files."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.insights.money import Rates
from notebook_app.reports.insights.report_words import counted
from notebook_app.services.insight_settings import set_own_rates
from tests.cli.conftest import CommandLine

REPORTS = (
    "sources",
    "clients",
    "chains",
    "events",
    "balance",
    "mix",
    "services",
    "year",
    "insights",
    "favours",
    "losing-touch",
)
_ROW = {"source", "count", "won", "lost", "value"}


@pytest.mark.parametrize("report", REPORTS)
def test_every_report_is_one_document_of_json(example: CommandLine, report: str) -> None:
    answer = example.json("report", report)
    assert set(answer) >= {"from", "to", "rows", "total"}
    assert answer["rows"]


def test_sources_keep_the_contract_and_add_up(example: CommandLine) -> None:
    answer = example.json("report", "sources")
    assert (answer["from"], answer["to"], answer["left_out"]) == (None, None, 0)
    assert all(set(row) >= _ROW for row in answer["rows"])
    for key in ("count", "won", "lost", "open"):
        assert sum(row[key] for row in answer["rows"]) == answer["total"][key]
    listed = example.json("opportunity", "list")
    assert answer["total"]["count"] == len(listed)
    won = [Decimal(each["value"]) for each in listed if each["state"] == "won"]
    assert Decimal(answer["total"]["value"]["EUR"]) == sum(won)
    named = {
        each["id"] for row in answer["rows"] for each in [{"id": i} for i in row["opportunities"]]
    }
    assert named == {each["id"] for each in listed}


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("person", "person"),
        ("first-person", "person"),
        ("event", "event"),
        ("group", "group"),
        ("client-group", "group"),
        ("setting", "setting"),
        ("formality", "formality"),
    ],
)
def test_work_is_put_together_by_other_things_too(example: CommandLine, by: str, key: str) -> None:
    answer = example.json(
        "report", "sources", "--by", by, "--against-before", "--from", "2026-01-01", "--to", "today"
    )
    assert (answer["from"], answer["to"]) == ("2026-01-01", "2026-11-21")
    assert answer["before"]["to"] == "2025-12-31"
    assert all(key in row and "before" in row for row in answer["rows"])
    assert answer["total"]["count"] + answer["before"]["total"]["count"] > 13
    lines = example("report", "sources", "--by", by).out.splitlines()
    assert lines[0] == "Where work comes from"
    assert lines[-1].startswith("All together")


@pytest.mark.parametrize("report", REPORTS)
def test_a_table_has_one_header_and_as_many_cells_in_each_line(
    example: CommandLine, tmp_path: Path, report: str
) -> None:
    answer = example("report", report, "--csv")
    rows = list(csv.reader(io.StringIO(answer.out, newline="")))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    target = tmp_path / "report.csv"
    assert example("report", report, "-o", str(target)).status == 0
    assert target.read_bytes().decode() == answer.out


@pytest.mark.parametrize("ending", [".txt", ".html", ".pdf"])
def test_a_year_is_written_into_a_file(example: CommandLine, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"year{ending}"
    assert example.json("report", "year", "-o", str(target))["file"] == str(target)
    content = target.read_bytes()
    if ending == ".pdf":
        assert content.startswith(b"%PDF")
    else:
        assert "Looking back at 2026" in content.decode()
        assert "Carla Mendes" in content.decode()


def test_all_in_short_agrees_with_the_reports_it_is_of(
    example: CommandLine, tmp_path: Path
) -> None:
    days = ("--from", "2024-11-22", "--to", "2026-11-21")
    short = {
        (row["report"], row["figure"]): row["value"]
        for row in example.json("report", "insights", *days)["rows"]
    }
    for report in ("sources", "chains", "balance"):
        total = example.json("report", report, *days)["total"]
        assert {figure: short[report, figure] for figure in total} == total
    mix = example.json("report", "mix", *days)
    assert sum(short["mix", row["part"]] for row in mix["rows"]) == mix["total"]
    target = tmp_path / "all.pdf"
    assert example.json("report", "insights", *days, "-o", str(target))["pages"] == 2
    text = example("report", "insights", *days).out
    assert "Where work comes from" in text
    assert "lines more in the whole report" in text


@pytest.mark.parametrize("report", REPORTS)
def test_an_empty_notebook_says_so_plainly(cli: CommandLine, report: str) -> None:
    assert cli("report", report).status == 0
    assert cli.json("report", report)["total"] is not None


def test_a_balance_by_weeks_and_the_sentence(example: CommandLine) -> None:
    answer = example.json("report", "balance", "--step", "week", "--from", "2026-11-02")
    assert [row["whole"] for row in answer["rows"]] == [True, True, False]
    assert answer["sentence"] == "You socialise more than you network."
    assert answer["event"]["name"] == "Breakfast club"
    keys = ("new", "strengthened", "reached_out", "was_reached", "not_said")
    assert {key: sum(row[key] for row in answer["rows"]) for key in keys} == answer["total"]


def test_several_currencies_stand_apart_until_there_are_rates(
    example: CommandLine, tmp_path: Path
) -> None:
    words = ("opportunity", "add", "Carla Mendes", "A flag", "--value", "100", "--currency", "USD")
    assert example(*words).status == 0
    opened = example.json("report", "sources")["total"]["open_value"]
    assert opened == {"EUR": "37600", "USD": "100"}
    assert "Open: EUR 37 600, USD 100." in example("report", "sources").out
    notebook = example.open()
    set_own_rates(notebook, Rates("EUR", (("USD", Decimal("0.5")),)))
    notebook.close()
    assert "by your rates" in example("report", "sources").out
    assert example.json("report", "sources")["by_your_rates"] == {
        "amount": "30350",
        "currency": "EUR",
        "no_rate_for": [],
    }


def test_a_name_cannot_steer_the_terminal_nor_run_in_a_spreadsheet(
    cli: CommandLine, add_person: Callable[..., int]
) -> None:
    contact_id = add_person("=cmd()\x1b[2J\u202eevil")
    notebook = cli.open()
    with notebook.change("Logged"):
        notebook.conversations.insert(ConversationDraft((contact_id,), "x", date(2026, 3, 1)))
    notebook.close()
    assert "\x1b" not in cli("report", "year").out
    assert "\u202e" not in cli("report", "year").out
    assert "\n=cmd" not in cli("report", "year", "--csv").out
    assert ",'=cmd()" in cli("report", "year", "--csv").out


def test_favours_and_losing_touch_are_tables_with_titles_and_files_too(
    example: CommandLine, tmp_path: Path
) -> None:
    told = {
        "favours": ("Favours", ("Day", "Person", "What", "About", "Note", "Thanks")),
        "losing-touch": ("Losing touch", ("Person", "Keep in touch", "Last spoke")),
    }
    for report, (title, columns) in told.items():
        lines = example("report", report).out.splitlines()
        assert lines[0] == title
        at = next(n for n, line in enumerate(lines) if line.startswith(columns[0]))
        assert all(column in lines[at] for column in columns)
        answer = example.json("report", report)
        assert len(lines) - at - 1 == answer["total"] == len(answer["rows"])
        target = tmp_path / f"{report}.pdf"
        assert example("report", report, "-o", str(target)).status == 0
        assert target.read_bytes().startswith(b"%PDF")
    late = [
        row["contact"]["name"]
        for row in example.json("report", "losing-touch")["rows"]
        if row["latest"] < "2026-11-21"
    ]
    assert f"{len(late)} of them late" in example("report", "losing-touch").out
    some = list(csv.reader(io.StringIO(example("report", "favours", "--csv").out, newline="")))
    rows = example.json("report", "favours")["rows"]
    assert [line[3] for line in some[1:]] == [row["contact"]["name"] for row in rows]


def test_numbers_of_things_are_said_in_english() -> None:
    assert [counted(n, "day") for n in (0, 1, 4)] == ["0 days", "1 day", "4 days"]
    assert [counted(2, thing) for thing in ("opportunity", "person")] == [
        "2 opportunities",
        "2 people",
    ]
