"""Printed lists, and the page that they come back on, following every change as in the window."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.back_from_paper.back_page import BackPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.reports.date_words import EnglishDateWords
from notebook_app.reports.follow_up_list import follow_up_list
from notebook_app.services.keep_printed_list import kept_on_paper
from notebook_app.services.print_follow_ups import follow_ups_to_print
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler


@pytest.fixture
def fill(notebook: Notebook) -> Filler:
    """What writes people and follow-ups into the notebook."""
    return Filler(notebook)


@pytest.fixture
def print_list(notebook: Notebook) -> Callable[[], int]:
    """What prints all that is open and returns the number of the list."""

    def print_all() -> int:
        rows = follow_ups_to_print(notebook, None, None)
        document = follow_up_list(rows, TODAY, EnglishDateWords(), range_words="All")
        with kept_on_paper(notebook, document):
            pass
        return notebook.printed_lists.recent(1)[0].number

    return print_all


@pytest.fixture
def show_page(qtbot: QtBot, desk: Desk) -> Iterator[Callable[[], BackPage]]:
    """What opens the page on what was printed by then."""
    shown: list[BackPage] = []

    def show() -> BackPage:
        page = BackPage(desk)
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
