"""Sheets of labels: their measures add up to the page, and own ones are checked."""

from dataclasses import replace

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.reports.usual_sheets import SHEETS, find_sheet, usual_sheet


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_margins_labels_and_gaps_add_up_to_the_page(sheet: LabelSheet) -> None:
    rest_across, rest_down = sheet.rest
    assert rest_across == pytest.approx(sheet.left, abs=0.15)
    assert rest_down == pytest.approx(sheet.top, abs=0.15)
    assert sheet.mistake() == ""
    left, top = sheet.place(sheet.count - 1)
    width, height = sheet.page
    assert left + sheet.width <= width + 0.01
    assert top + sheet.height <= height + 0.01


def test_no_two_sheets_share_a_name() -> None:
    assert len({sheet.name for sheet in SHEETS}) == len(SHEETS) >= 12


@pytest.mark.parametrize("name", ["Avery L7160", "l7160", "AVERYL7160", " avery l7160 "])
def test_a_sheet_is_found_with_its_maker_or_without(name: str) -> None:
    assert find_sheet(name).count == 21


@pytest.mark.parametrize(
    ("name", "size", "count"),
    [
        ("Herma 4226", (48.3, 16.9), 64),
        ("herma 4428", (210, 297), 1),
        ("4615", (70, 37.1), 24),
        ("Avery Zweckform 3474", (70, 37.1), 24),
        ("Zweckform 3659", (97, 42.3), 12),
        ("Avery 3490", (70, 36), 24),
        ("Avery 5260", (66.7, 25.4), 30),
        ("Avery J8163", (99.1, 38.1), 14),
        ("Dymo 99010", (89, 28), 1),
        ("99014", (101, 54), 1),
    ],
)
def test_sheets_that_shops_sell_are_known(name: str, size: tuple[float, float], count: int) -> None:
    sheet = find_sheet(name)
    assert (sheet.width, sheet.height) == pytest.approx(size, abs=0.05)
    assert sheet.count == count


@pytest.mark.parametrize("name", ["", "L9999", "Avery", "Herma 3474", "Zweckform"])
def test_an_unknown_sheet_is_said(name: str) -> None:
    with pytest.raises(UserProblem, match="no sheet"):
        find_sheet(name)


def test_own_sheets_go_before_those_of_the_table() -> None:
    own = replace(find_sheet("L7160"), name="L7160", rows=6)
    assert find_sheet("L7160", [own]).count == 18


def test_the_usual_sheet_is_one_of_the_paper() -> None:
    assert (usual_sheet("A4").paper, usual_sheet("Letter").paper) == ("A4", "Letter")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": " "}, "name"),
        ({"paper": "A3"}, "paper"),
        ({"columns": 0}, "at least one"),
        ({"rows": 10_000}, "thousand"),
        ({"width": float("nan")}, "at least 10"),
        ({"height": 1.0}, "5 mm"),
        ({"left": -1.0}, "begin on the page"),
        ({"across": 50.0}, "step across"),
        ({"down": 20.0}, "step down"),
        ({"left": 20.0}, "beyond the page"),
        ({"top": float("inf")}, "beyond the page"),
    ],
)
def test_a_sheet_that_can_not_be_is_told_why(wrong: dict[str, object], said: str) -> None:
    assert said in replace(find_sheet("L7160"), **wrong).mistake()  # type: ignore[arg-type]
