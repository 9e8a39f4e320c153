"""The page of calls, shown, following every change as in the window."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.on_the_phone.phone_page import PhonePage
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler


@pytest.fixture
def fill(notebook: Notebook) -> Filler:
    """What writes people and follow-ups into the notebook."""
    return Filler(notebook)


@pytest.fixture
def show_page(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], PhonePage]]:
    """What opens the page on what the notebook holds by then."""
    shown: list[PhonePage] = []

    def show() -> PhonePage:
        page = PhonePage(desk)
        qtbot.addWidget(page)
        page.resize(1000, 720)
        page.refresh(None)
        desk.changed.connect(page.refresh)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.begin()
        shown.append(page)
        return page

    yield show
    for page in shown:
        page.hide()
