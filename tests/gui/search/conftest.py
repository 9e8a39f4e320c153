"""A few people with something to find, and the whole window on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.search.found_model import Heading, More
from notebook_app.gui.search.search_page import SearchPage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler


@pytest.fixture
def fill(notebook: Notebook) -> Filler:
    """What writes into the notebook."""
    return Filler(notebook)


@pytest.fixture
def ids(fill: Filler) -> dict[str, int]:
    """Anna and Bo, with kitchens all around them; ids by name and by what happened."""
    anna = fill.person("Anna Berg", organization="Kitchen & Sons")
    bo = fill.person("Bo Chen")
    ids = {"anna": anna, "bo": bo}
    for number in range(40):
        fill.talk(bo, f"Talk number {number}", -number)
    ids["talk"] = fill.talk(bo, "Their <b>kitchen</b> is too small 🎉🎉 kitchen", -200)
    ids["plan"] = fill.plan(anna, FollowUpKind.CALL, 3, note="Ask about the kitchen")
    ids["event"] = fill.event("Kitchen fair", 9)
    return ids


@dataclass
class Searching:
    """The window, and what its search page shows."""

    session: WindowSession

    @property
    def page(self) -> SearchPage:
        """The page, up to date."""
        page = self.session.window.pages.current_page()
        assert isinstance(page, SearchPage)
        page.finish()
        return page

    def lines(self) -> list[str]:
        """The headings, titles and last lines of groups as they are seen."""
        model = self.page.model
        lines = []
        for number in range(model.rowCount()):
            line = model.line(number)
            if isinstance(line, Heading):
                lines.append(f"{line.words} {line.count}")
            else:
                assert line is not None
                lines.append(line.words if isinstance(line, More) else f"  {line.title.text}")
        return lines

    def current(self) -> str:
        """The line that has the cursor."""
        return self.lines()[self.page.view.currentIndex().row()].strip()


@pytest.fixture
def session(
    qtbot: QtBot, notebook: Notebook, ids: dict[str, int], tmp_path: Path
) -> Iterator[WindowSession]:
    """The whole window."""
    assert ids
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    page = session.window.pages.current_page()
    if isinstance(page, PeoplePage | SearchPage):
        page.photos.wait()
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


@pytest.fixture
def searching(session: WindowSession) -> Searching:
    """The window and its search."""
    return Searching(session)
