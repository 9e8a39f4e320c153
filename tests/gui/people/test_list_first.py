"""The list is painted first; what shows a contact is built a moment later, or when asked for."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.people_page import PeoplePage


@pytest.fixture
def page(desk: Desk, people: dict[str, int], qtbot: QtBot) -> Iterator[PeoplePage]:
    """The page as it is before it is shown for the first time."""
    assert people
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    yield page
    page.hide()


def test_the_contact_follows_the_painted_list(
    page: PeoplePage, people: dict[str, int], qtbot: QtBot
) -> None:
    page.restore_state({"contact": str(people["Carla Mendes"])})
    page.refresh(None)
    assert not page.middle.is_built()
    page.show()
    qtbot.waitUntil(page.middle.is_built)
    shown = page.contact.contact
    assert shown is not None
    assert shown.id == people["Carla Mendes"] == page.people.view.current_id()
    assert page.columns.middle.currentWidget() is page.contact
    assert page.details.spots


def test_the_columns_stand_where_they_will(page: PeoplePage, qtbot: QtBot) -> None:
    page.refresh(None)
    page.show()
    page.columns.fit()
    before = page.columns.sizes()
    assert not page.middle.is_built()
    qtbot.waitUntil(page.middle.is_built)
    qtbot.wait(50)
    assert page.columns.sizes() == before
    assert before[2] > 0


def test_a_page_that_is_not_shown_builds_nothing(page: PeoplePage, qtbot: QtBot) -> None:
    page.refresh(None)
    page.show()
    page.hide()
    qtbot.wait(50)
    assert not page.middle.is_built()
    page.leaving()
    assert not page.middle.is_built()
    page.show()
    qtbot.waitUntil(page.middle.is_built)


def test_a_contact_that_is_asked_for_is_there_at_once(
    page: PeoplePage, people: dict[str, int]
) -> None:
    page.refresh(None)
    page.show_contact(people["Carla Mendes"])
    shown = page.contact.contact
    assert shown is not None
    assert shown.id == people["Carla Mendes"]


def test_lines_not_saved_outlive_a_page_that_was_never_shown(
    page: PeoplePage, people: dict[str, int]
) -> None:
    unsaved = json.dumps({people["Agnes Dahl"]: "Spoke of the harbour"})
    page.restore_state({"unsaved": unsaved})
    assert not page.middle.is_built()
    assert page.save_state()["unsaved"] == unsaved
    page.middle.build()
    assert page.save_state()["unsaved"] == unsaved


def test_tab_goes_on_from_the_list_to_the_contact(page: PeoplePage) -> None:
    page.refresh(None)
    page.middle.build()
    widget: QWidget | None = page.people.view.nextInFocusChain()
    while widget is not None and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget = widget.nextInFocusChain()
    assert widget is not None
    assert page.contact.isAncestorOf(widget)
