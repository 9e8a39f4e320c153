"""Columns that scroll."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.card import ScrollColumn


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_what_stands_in_a_column_stays_as_wide_when_its_bar_comes(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    column = ScrollColumn()
    qtbot.addWidget(column)
    column.setLayoutDirection(direction)
    column.keep_width()
    content = QWidget()
    content.setMinimumHeight(100)
    column.column.addWidget(content)
    column.resize(200, 300)
    column.show()
    qtbot.waitExposed(column)
    before, left = content.width(), content.mapTo(column, content.rect().topLeft()).x()
    assert not column.verticalScrollBar().isVisible()
    content.setMinimumHeight(900)
    qtbot.waitUntil(column.verticalScrollBar().isVisible)
    qtbot.wait(10)
    assert content.width() == before
    assert content.mapTo(column, content.rect().topLeft()).x() == left
