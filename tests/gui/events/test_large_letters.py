"""The list of events with letters of twice the size in a small window: nothing over another."""

from datetime import time

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.theme import LARGE, Theme
from notebook_app.model.changes import Changed
from notebook_app.model.event import EventDraft
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.events.conftest import NEXT_WEEK, Shown


@pytest.fixture
def large(qapp: QApplication, theme: Theme) -> None:
    """Letters of twice the size; the look of all tests puts them back."""
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("width", [210, 240, 400])
def test_the_badge_stands_beside_the_leaf_of_the_calendar(
    qtbot: QtBot, notebook: Notebook, shown: Shown, theme: Theme, width: int
) -> None:
    draft = EventDraft("Guild breakfast", NEXT_WEEK, time(18, 30), place="Town hall")
    (event_id,) = add_event(notebook, draft).of(Changed.EVENT)
    shown.page.refresh(None)
    view = shown.page.view
    row = shown.page.model.row_of(event_id)
    assert row is not None
    view.setFixedWidth(width)
    qtbot.wait(10)
    line = view.visualRect(shown.page.model.index(row, 0))
    picture = view.viewport().grab(line).toImage()
    leaf = LARGE + theme.em(3.4)
    badge = theme.color("amber_soft").rgb()
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) == badge for y in range(picture.height()))
    ]
    assert columns
    assert min(columns) > leaf
