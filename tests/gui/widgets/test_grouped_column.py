"""A long column in groups: everything stays in its order, whatever is put in or taken out."""

from random import Random

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.grouped_column import GroupedColumn


@pytest.fixture
def column(qtbot: QtBot) -> GroupedColumn:
    """An empty column, shown."""
    column = GroupedColumn(4)
    qtbot.addWidget(column)
    column.show()
    qtbot.waitExposed(column)
    return column


def _seen(column: GroupedColumn, labels: list[QLabel]) -> list[QLabel]:
    """Return the labels from top to bottom as they are laid out."""
    return sorted(labels, key=lambda label: label.mapTo(column, label.rect().topLeft()).y())


@pytest.mark.parametrize("seed", range(6))
def test_widgets_lie_in_the_order_of_a_list(column: GroupedColumn, qtbot: QtBot, seed: int) -> None:
    chance = Random(seed)
    labels: list[QLabel] = []
    for number in range(80):
        if labels and chance.random() < 0.2:
            gone = labels.pop(chance.randrange(len(labels)))
            column.remove(gone)
            continue
        place = chance.randrange(len(labels) + 1)
        label = QLabel(str(number))
        labels.insert(place, label)
        if chance.random() < 0.5:
            column.insert(place, label)
        else:
            column.insert_later(place, label)
    column.show_all()
    assert list(column.widgets()) == labels
    column.adjustSize()
    qtbot.wait(10)
    assert _seen(column, labels) == labels
    assert all(label.isVisible() for label in labels)


def test_what_is_put_in_for_later_is_shown_at_the_end(column: GroupedColumn) -> None:
    label = QLabel("later")
    column.insert_later(0, label)
    assert not label.isVisible()
    column.show_all()
    assert label.isVisible()
    column.clear()
    assert column.widgets() == []
