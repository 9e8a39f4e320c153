"""A long list: its beginning stands there at once, the rest comes, and nobody is lost by it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.people import listed_people
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.query.columns import USUAL_COLUMNS
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.sorting import parse_sort
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.saved_list import ListLook
from notebook_app.services.log_conversation import log_conversation
from notebook_app.storage import narrowing, query_values
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.people_list import PeopleList
from tests.empty_notebook import content_with
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import AddPerson, ShowPage

PEOPLE = 700
BY_LAST = parse_sort("-last", Vocabulary())


def fill(notebook: Notebook) -> None:
    """Put in so many people that a sorted list of them is not read at once; the last one spoke."""
    with notebook.change("Added many"):
        ids = [
            notebook.contacts.insert(ContactDraft(ContactDetails(f"Person {number:04d}")))
            for number in range(PEOPLE)
        ]
    log_conversation(notebook, ConversationDraft((ids[-1],), "About tea", TODAY))


@pytest.fixture(scope="module")
def content() -> bytes:
    """The file of the notebook, made once."""
    return content_with(fill, StoppedClock(TODAY))


@pytest.fixture
def notebook(tmp_path: Path, content: bytes) -> Iterator[Notebook]:
    """A notebook with many people."""
    path = tmp_path / "notebook.db"
    path.write_bytes(content)
    opened = Notebook.open(path, StoppedClock(TODAY))
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The beginning is as long as it can be, also where others have the processor meanwhile."""
    patient = {**(PeopleList.beginning.__kwdefaults__ or {}), "seconds": 60.0}
    monkeypatch.setattr(PeopleList.beginning, "__kwdefaults__", patient)


@pytest.fixture
def many(notebook: Notebook) -> list[int]:
    """The many people, in the order they came in."""
    return sorted(notebook.contacts.all_ids())


def sort_by_last(page: PeoplePage) -> None:
    page.people.show_look(ListLook.LIST, USUAL_COLUMNS, BY_LAST)


def all_listed(page: PeoplePage) -> list[int | None]:
    model = page.people.model
    return [model.id_at(line) for line in range(model.rowCount())]


def whole(page: PeoplePage) -> Callable[[], bool]:
    return lambda: page.people.model.is_whole


def test_the_beginning_is_there_at_once_and_the_rest_comes(
    notebook: Notebook, many: list[int], show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    sort_by_last(page)
    model = page.people.model
    assert not model.is_whole
    assert 12 < model.rowCount() < PEOPLE
    assert model.id_at(0) == many[-1]
    qtbot.waitUntil(whole(page))
    assert all_listed(page) == notebook.people.all_ids(PeopleQuery(), TODAY, BY_LAST)


def test_whoever_was_chosen_stays_so_once_their_line_is_there(
    many: list[int], show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.show_contact(many[-2])
    sort_by_last(page)
    assert page.middle.shown_id == many[-2]
    qtbot.waitUntil(whole(page))
    assert page.people.view.current_id() == many[-2]
    assert page.middle.shown_id == many[-2]


def test_a_key_pressed_before_the_rest_came_counts(
    many: list[int], show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.show_contact(many[-2])
    sort_by_last(page)
    assert not page.people.model.is_whole
    page.people.view.select_line(2)
    qtbot.waitUntil(whole(page))
    assert page.people.view.currentIndex().row() == 2


def test_the_end_key_goes_to_the_very_last(many: list[int], show_page: ShowPage) -> None:
    page = show_page()
    sort_by_last(page)
    assert not page.people.model.is_whole
    QTest.keyClick(page.people.view, Qt.Key.Key_End)
    assert page.people.view.currentIndex().row() == PEOPLE - 1
    assert page.people.view.current_id() == many[-2]


def test_everyone_is_selected_though_the_rest_has_not_come(
    many: list[int], show_page: ShowPage
) -> None:
    page = show_page()
    sort_by_last(page)
    page.people.view.selectAll()
    assert len(page.people.view.selected_ids()) == len(many)


def test_nobody_is_said_only_once_it_is_known(
    many: list[int], show_page: ShowPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_page()
    # As in a notebook in which a few moments do not suffice to ask everybody.
    monkeypatch.setattr(query_values, "_READ_AT_ONCE", -1)
    monkeypatch.setattr(query_values, "_COUNTED_AT_MOST", -1)
    monkeypatch.setattr(narrowing, "_SORTED_AT_MOST", -1)
    hurried = {"enough": 200, "seconds": 0.0}
    monkeypatch.setattr(PeopleList.beginning, "__kwdefaults__", hurried)
    page.people.choose(parse_query("has:email"))
    assert not page.people.nobody.isVisible()
    qtbot.waitUntil(whole(page))
    assert page.people.nobody.isVisible()
    page.people.choose(parse_query("-has:phone"))
    qtbot.waitUntil(whole(page))
    assert page.people.view.current_id() is not None
    assert not page.people.nobody.isVisible()


def test_another_list_is_not_filled_with_the_rest_of_the_one_before(
    notebook: Notebook, many: list[int], show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    sort_by_last(page)
    other = parse_sort("-name", Vocabulary())
    page.people.show_look(ListLook.LIST, USUAL_COLUMNS, other)
    qtbot.waitUntil(whole(page))
    qtbot.wait(50)
    assert all_listed(page) == notebook.people.all_ids(PeopleQuery(), TODAY, other)


def test_what_a_search_finds_too_late_for_the_first_frame_comes_by_itself(
    many: list[int],
    add_person: AddPerson,
    show_page: ShowPage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listed_people, "_LOOKS_AT_FIRST_SECONDS", -1.0)
    tea = add_person("Tea Dahl")
    page = show_page()
    page.search_text_changed("tea")
    assert all_listed(page)[0] == tea
    qtbot.waitUntil(lambda: all_listed(page) == [tea, many[-1]])
    page.search_text_changed("about tea")
    assert all_listed(page) == [many[-1]]


def test_a_key_that_scrolls_paints_only_the_lines_that_come(
    many: list[int], show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    view = page.people.view
    lines_seen = view.viewport().height() // view.rowHeight(0)
    view.setFocus()
    view.select_line(0)
    painted = _PaintedHeights(view.viewport())
    for _ in range(lines_seen + 3):
        painted.heights.clear()
        QTest.keyClick(view, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: bool(painted.heights))
    assert view.verticalScrollBar().value() > 0
    assert max(painted.heights) < 4 * view.rowHeight(0) < view.viewport().height()


class _PaintedHeights(QObject):
    """Notes how many pixels in height each paint of a widget takes."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return super().eventFilter(watched, event)
