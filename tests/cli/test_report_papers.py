"""``report … -o FILE.pdf``: the text on paper says the same figures as the JSON."""

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine
from tests.gui.printing.pdf_reading import needs_poppler, pdf_page_texts

pytestmark = needs_poppler


def lines_of(path: Path) -> list[str]:
    """Return the lines of a PDF, any space being one."""
    lines = [" ".join(line.split()) for page in pdf_page_texts(path) for line in page.splitlines()]
    return [line for line in lines if line]


def printed(example: CommandLine, tmp_path: Path, *words: str) -> list[str]:
    """Print a report and return its lines."""
    target = tmp_path / "report.pdf"
    assert example("report", *words, "-o", str(target)).status == 0
    return lines_of(target)


def test_the_sources_on_paper_add_up_as_in_the_report(example: CommandLine, tmp_path: Path) -> None:
    total = example.json("report", "sources")["total"]
    lines = printed(example, tmp_path, "sources")
    counted = f"{total['count']} opportunities: {total['won']} won, {total['lost']} lost"
    assert any(line.startswith(counted) for line in lines)
    value = f"EUR {int(total['value']['EUR']):,}".replace(",", " ")
    assert any(value in line for line in lines)


def test_a_year_takes_no_more_than_two_pages_and_names_who_mattered(
    example: CommandLine, tmp_path: Path
) -> None:
    answer = example.json("report", "year")
    target = tmp_path / "year.pdf"
    for paper in ("A4", "Letter"):
        words = ("report", "year", "-o", str(target), "--paper", paper)
        assert example.json(*words)["pages"] == 2
    text = " ".join(lines_of(target))
    for row in answer["rows"]:
        if row.get("person") and row["list"] in ("spoke most", "faded", "won most"):
            # A long name may be broken anywhere in a narrow column, and not every machine has
            # fonts for all scripts.
            first = row["person"]["name"].split()[0]
            assert first in text or not first.isascii()
    activity = answer["total"]
    assert f"You met {activity['new']} people for the first time" in text
    assert "60 people" in text


@pytest.mark.parametrize("report", ["mix", "balance", "events", "chains", "losing-touch"])
def test_short_reports_take_one_page(example: CommandLine, tmp_path: Path, report: str) -> None:
    target = tmp_path / "report.pdf"
    words = ("report", report, "-o", str(target), "--paper", "A4")
    assert example.json(*words)["pages"] == 1


def test_the_balance_on_paper_has_each_month(example: CommandLine, tmp_path: Path) -> None:
    answer = example.json("report", "balance")
    text = " ".join(printed(example, tmp_path, "balance"))
    for row in answer["rows"]:
        figures = " ".join(
            str(row[key])
            for key in ("new", "strengthened", "reached_out", "was_reached", "not_said")
        )
        assert f"{row['from'][:7]}{'' if row['whole'] else '*'} {figures}" in text
    assert answer["sentence"] in text
