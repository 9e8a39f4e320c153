"""A window's surroundings for every test of the interface: the look, a notebook, a desk."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import Appearance, Theme, install_theme
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application in light colours, left to right, in its own font, before and after."""
    font = QFont(qapp.font())
    theme = install_theme(qapp, Appearance.LIGHT)
    yield theme
    # Else they pile up until the end, and each change of the look takes longer than the last. A
    # page that stood in no window leaves the buttons that the window's bar would have taken.
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setFont(font)
    theme.follow_system_font()
    theme.set_appearance(Appearance.LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """An empty notebook in a file, on Saturday 21 November 2026."""
    opened = empty_notebook(tmp_path / "notebook.db", StoppedClock(TODAY))
    yield opened
    opened.close()


@pytest.fixture
def desk(notebook: Notebook) -> Iterator[Desk]:
    """A desk on the notebook; its background work is stopped at the end."""
    desk = Desk(notebook)
    yield desk
    desk.stop_background()
