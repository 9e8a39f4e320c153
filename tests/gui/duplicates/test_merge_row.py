"""What is ticked is what is kept, however it was ticked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.duplicates.merge_cell import MergeCell
from notebook_app.gui.duplicates.merge_row import MergeRow
from notebook_app.model.merge_plan import MergeLine, Side

ALL = (Side.BOTH, Side.LEFT, Side.RIGHT, Side.NEITHER)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    """What rows belong to."""
    owner = QObject()
    yield owner
    owner.deleteLater()


def row(owner: QObject, qtbot: QtBot, *options: Side, chosen: Side) -> MergeRow:
    """Return a row with a value on both sides."""
    made = MergeRow(MergeLine("note", "note", "a", "b", "a", "b", options, chosen), owner)
    for cell in made.cells():
        qtbot.addWidget(cell)
    return made


def ticks(made: MergeRow) -> tuple[bool, ...]:
    """Return which sides are ticked."""
    return tuple(cell.isChecked() for cell in made.cells())


def test_each_side_of_many_can_be_kept_or_left(owner: QObject, qtbot: QtBot) -> None:
    made = row(owner, qtbot, *ALL, chosen=Side.BOTH)
    left, right = made.cells()
    for cell, side, shown in (
        (left, Side.RIGHT, (False, True)),
        (right, Side.NEITHER, (False, False)),
        (left, Side.LEFT, (True, False)),
        (right, Side.BOTH, (True, True)),
    ):
        QTest.mouseClick(cell, Qt.MouseButton.LeftButton)
        assert (made.side, ticks(made)) == (side, shown)


def test_of_two_values_that_exclude_each_other_one_is_kept(owner: QObject, qtbot: QtBot) -> None:
    made = row(owner, qtbot, Side.LEFT, Side.RIGHT, chosen=Side.LEFT)
    left, right = made.cells()

    QTest.keyClick(right, Qt.Key.Key_Space)
    assert (made.side, ticks(made)) == (Side.RIGHT, (False, True))
    QTest.keyClick(right, Qt.Key.Key_Return)
    assert (made.side, ticks(made)) == (Side.RIGHT, (False, True))
    QTest.keyClick(left, Qt.Key.Key_Space)
    assert (made.side, ticks(made)) == (Side.LEFT, (True, False))


def test_markup_in_a_value_is_shown_as_it_is(qtbot: QtBot) -> None:
    cell = MergeCell("<b>bold</b> " * 10, "Note", round_mark=False)
    qtbot.addWidget(cell)
    assert cell.words.startswith("<b>bold</b>")
    assert "<b>" not in cell.toolTip()
    assert cell.accessibleName().startswith("Note: <b>bold")


def test_a_narrow_cell_is_higher_up_to_some_lines(qtbot: QtBot) -> None:
    cell = MergeCell("word " * 40, "Note", round_mark=False)
    endless = MergeCell("x" * 5000, "Note", round_mark=False)
    for each in (cell, endless):
        qtbot.addWidget(each)
    assert cell.heightForWidth(150) > cell.heightForWidth(600)
    assert endless.heightForWidth(150) <= cell.heightForWidth(150) + 4
