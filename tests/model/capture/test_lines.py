"""Lines as people write them, English and German, each with all that it says and nothing else."""

from pathlib import Path

import pytest

from notebook_app.model.capture.read_line import read_line
from tests.model.capture.line_table import Row, rows, said

_HERE = Path(__file__).parent
_TABLES = ("english_lines.txt", "german_lines.txt")
_ROWS = [row for name in _TABLES for row in rows(_HERE / name)]


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row.heading}: {row.line}"[:90])
def test_a_line_says_what_its_table_says(row: Row) -> None:
    assert said(read_line(row.line, row.context())) == row.says


def test_there_are_enough_lines_to_rely_on() -> None:
    assert len(_ROWS) >= 150
    assert sum("German" in row.heading for row in _ROWS) >= 50
