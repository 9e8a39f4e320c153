"""Badges go on in the next line, from the side where reading begins."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.flow_layout import FlowLayout


def fill(qtbot: QtBot, widths: list[int], room: int, *, mirrored: bool = False) -> list[QRect]:
    """Return where things of ``widths`` come to lie."""
    holder = QWidget()
    qtbot.addWidget(holder)
    if mirrored:
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = FlowLayout(holder, across=10, down=5)
    things = []
    for width in widths:
        thing = QWidget()
        thing.setFixedSize(width, 20)
        flow.addWidget(thing)
        things.append(thing)
    holder.resize(room, flow.heightForWidth(room))
    holder.show()
    flow.activate()
    return [thing.geometry() for thing in things]


def test_lines_break_where_the_room_ends(qtbot: QtBot) -> None:
    """Two fit, the third begins the next line."""
    first, second, third = fill(qtbot, [50, 50, 50], 120)
    assert (first.left(), second.left(), third.left()) == (0, 60, 0)
    assert (first.top(), second.top(), third.top()) == (0, 0, 25)


def test_a_mirrored_window_fills_from_the_right(qtbot: QtBot) -> None:
    """The first thing is the rightmost."""
    first, second, third = fill(qtbot, [50, 50, 50], 120, mirrored=True)
    assert (first.left(), second.left(), third.left()) == (70, 10, 70)


@pytest.mark.parametrize(("room", "height"), [(1000, 20), (120, 45), (60, 70)])
def test_the_height_follows_the_width(qtbot: QtBot, room: int, height: int) -> None:
    """One, two or three lines."""
    assert max(rect.bottom() + 1 for rect in fill(qtbot, [50, 50, 50], room)) == height


def test_emptied_it_takes_no_room(qtbot: QtBot) -> None:
    """``clear`` takes the widgets away too."""
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    flow.addWidget(QWidget())
    flow.clear()
    assert flow.count() == 0
    assert flow.heightForWidth(100) == 0
