"""A window to open forms from, and a way to fill the notebook."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler


@pytest.fixture
def fill(notebook: Notebook) -> Filler:
    """What writes people and follow-ups into the notebook."""
    return Filler(notebook)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that is shown."""
    shown = QWidget()
    shown.resize(800, 600)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown
