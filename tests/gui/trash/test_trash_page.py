"""The page of deleted people, by keyboard and by its buttons."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE
from notebook_app.gui.trash.trash_page import TrashPage
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import delete_contacts
from notebook_app.storage.notebook import Notebook

NAMES = ("Ann Dahl", "محمد عبد الله", "李雪梅")


@pytest.fixture
def ids(notebook: Notebook) -> list[int]:
    """Three people in the trash, one who is not."""
    with notebook.change("Added"):
        ids = [
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
            for name in (*NAMES, "Ben Here")
        ]
    delete_contacts(notebook, ids[:3])
    return ids


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, ids: list[int]) -> TrashPage:
    """The page as the window shows it."""
    return _shown(desk, qtbot)


def _shown(desk: Desk, qtbot: QtBot) -> TrashPage:
    page = TrashPage(desk)
    qtbot.addWidget(page)
    page.resize(800, 600)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    qtbot.waitExposed(page)
    page.focus_content()
    return page


def _names(page: TrashPage) -> list[str]:
    model = page.model
    return [str(model.index(row).data()).split(",")[0] for row in range(model.rowCount())]


def test_those_in_the_trash_are_shown_with_the_days_that_are_left(page: TrashPage) -> None:
    assert set(_names(page)) == set(NAMES)
    assert page.model.index(0).data(BADGE_ROLE)[0] == "30 days left"
    assert "deleted" in page.model.index(0).data()


def test_enter_brings_the_selected_back(page: TrashPage, notebook: Notebook) -> None:
    first = page.model.id_at(0)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert first in notebook.contacts.all_ids()
    assert page.model.rowCount() == 2
    assert page.selected_ids() == [page.model.id_at(0)]


def test_delete_deletes_for_good_and_undo_brings_it_back(
    page: TrashPage, notebook: Notebook, desk: Desk
) -> None:
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, can_undo: said.append((words, can_undo)))
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.model.rowCount() == 0
    words = [label.text() for label in page.findChildren(PlainLabel)]
    assert any("can still be undone" in text and "backups" in text for text in words)
    assert notebook.database.execute_sql("SELECT count(*) FROM contact").fetchone()[0] == 1
    assert said[-1][1]
    assert "for good" in said[-1][0]
    desk.undo()
    assert page.model.rowCount() == 3


@pytest.mark.parametrize(
    ("act", "left"),
    [(TrashPage.restore_all, 4), (TrashPage.erase_all, 1), (TrashPage.restore_selected, 2)],
)
def test_all_or_one_by_the_buttons(
    page: TrashPage, notebook: Notebook, act: Callable[[TrashPage], None], left: int
) -> None:
    act(page)
    assert len(notebook.contacts.all_ids()) == left


def test_searching_narrows_what_the_acts_are_about(page: TrashPage, notebook: Notebook) -> None:
    page.search_text_changed("ann")
    assert _names(page) == ["Ann Dahl"]
    page.restore_all()
    assert len(notebook.contacts.all_ids()) == 2
    assert not page.view.isVisible()
    page.search_text_changed("")
    assert page.model.rowCount() == 2


def test_an_empty_trash_says_so_and_offers_nothing(desk: Desk, qtbot: QtBot) -> None:
    page = _shown(desk, qtbot)
    assert page.nobody.isVisible()
    assert not page.restore_button.isEnabled()
    assert not page.erase_button.isEnabled()
    page.erase_all()
    page.restore_selected()
