"""The days fill the grid without gaps, mirrored or not."""

import pytest
from PySide6.QtCore import QSize

from notebook_app.gui.calendar.month_geometry import MonthGeometry


@pytest.mark.parametrize("mirrored", [False, True])
def test_every_point_right_of_the_gutter_belongs_to_one_day(mirrored: bool) -> None:
    grid = MonthGeometry(QSize(703, 501), 6, mirrored, gutter=25, head=33, number=20, line=16)
    area = sum(
        grid.day_rect(week, column).width() * grid.day_rect(week, column).height()
        for week in range(6)
        for column in range(7)
    )
    assert area == (703 - 25) * (501 - 33)
    for week, column in ((0, 0), (2, 3), (5, 6)):
        assert grid.place_at(grid.day_rect(week, column).center()) == (week, column)
    first, last = grid.day_rect(0, 0), grid.day_rect(0, 6)
    assert (first.left() > last.left()) is mirrored


def test_a_tiny_grid_keeps_one_line_a_day() -> None:
    grid = MonthGeometry(QSize(120, 90), 6, False, gutter=25, head=33, number=20, line=16)
    assert grid.lines(0) == 1
    assert grid.place_at(grid.head_rect(0).center()) is None
