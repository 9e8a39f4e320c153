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


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_tiny_grid_tells_of_entries_beside_the_number_of_the_day(mirrored: bool) -> None:
    grid = MonthGeometry(QSize(320, 150), 6, mirrored, gutter=25, head=33, number=20, line=16)
    assert grid.lines(0) == 0
    day, rest = grid.day_rect(2, 3), grid.rest_rect(2, 3)
    assert day.contains(rest)
    assert (rest.center().x() < day.center().x()) is mirrored
    assert grid.place_at(grid.head_rect(0).center()) is None
