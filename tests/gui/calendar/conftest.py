"""The calendar, shown, following every change as in the window."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler


@pytest.fixture
def fill(notebook: Notebook) -> Filler:
    """What writes people and follow-ups into the notebook."""
    return Filler(notebook)


@pytest.fixture
def show_page(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], CalendarPage]]:
    """What opens the page on what the notebook holds by then."""

    shown: list[CalendarPage] = []

    def show() -> CalendarPage:
        page = CalendarPage(desk)
        qtbot.addWidget(page)
        page.resize(1100, 720)
        page.refresh(None)
        desk.changed.connect(page.refresh)
        with qtbot.waitExposed(page):
            page.show()
        shown.append(page)
        # The column comes after the month.
        qtbot.waitUntil(lambda: page.column.is_whole)
        return page

    yield show
    for page in shown:
        page.hide()
