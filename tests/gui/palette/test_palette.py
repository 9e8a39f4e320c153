"""The palette in the window: everything there is by a few letters, by keyboard and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.conversations.quick_log import QuickLog
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.command import Menu
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.palette.palette_popup import Palette
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.saved_list import SavedList
from notebook_app.storage.notebook import Notebook

NAMES = ("Carla Mendes", "Camille Dubois", "Oscar Lind", "李雪梅")


@pytest.fixture
def ids(notebook: Notebook) -> dict[str, int]:
    """A few people by name."""
    with notebook.change("Added"):
        return {
            name: notebook.contacts.insert(
                ContactDraft(ContactDetails(display_name=name, organization="Bean House"))
            )
            for name in NAMES
        }


@pytest.fixture
def session(
    qtbot: QtBot, notebook: Notebook, ids: dict[str, int], tmp_path: Path
) -> Iterator[WindowSession]:
    """The whole window."""
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    session.show([], "")
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    yield session
    page = session.window.pages.current_page()
    if isinstance(page, PeoplePage):
        page.photos.wait()
    session.window.close()
    session.desk.stop_background()
    session.window.figures.wait()
    session.window.deleteLater()


@pytest.fixture
def palette(session: WindowSession) -> Palette:
    """The palette, opened by its keys."""
    QTest.keyClick(session.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = session.window.findChildren(Palette)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def _words(palette: Palette) -> list[str]:
    return [entry.words for entry in palette.model.entries]


def _shown_name(session: WindowSession) -> str:
    page = session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    QApplication.processEvents()
    assert page.contact.contact is not None
    return page.contact.contact.details.display_name


def _actions(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        part = action.menu()
        found += _actions(part) if isinstance(part, QMenu) else [action]
    return [action for action in found if not action.isSeparator() and action.isEnabled()]


def test_no_command_of_the_menus_is_forgotten(session: WindowSession, palette: Palette) -> None:
    for menu in Menu:
        for action in _actions(session.window.menus.menu(menu)):
            words = action.text().replace("&", "").removesuffix("…")
            palette.field.setText(words)
            found = [entry for entry in palette.model.entries if entry.words == words]
            assert found, words
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            assert found[0].shortcut == keys


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("cm", "Carla Mendes"),
        ("cami", "Camille Dubois"),
        ("lind", "Oscar Lind"),
        ("李", "李雪梅"),
        ("trash", "Trash"),
        ("cal", "Calendar"),
        ("losing", "Losing touch"),
        ("bup", "Back up now"),
    ],
)
def test_a_few_letters_find_it(palette: Palette, letters: str, first: str) -> None:
    palette.field.setText(letters)
    assert _words(palette)[0] == first


def test_enter_goes_to_a_person(session: WindowSession, palette: Palette) -> None:
    QTest.keyClicks(palette.field, "osc")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert _shown_name(session) == "Oscar Lind"


def test_arrows_choose_and_go_round(session: WindowSession, palette: Palette) -> None:
    QTest.keyClicks(palette.field, "ca")
    first = palette.current()
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.view.currentIndex().row() == len(palette.model.entries) - 1
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.current() == first
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.view.currentIndex().row() == 1


def test_enter_shows_a_page(session: WindowSession, palette: Palette) -> None:
    QTest.keyClicks(palette.field, "trash")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert session.window.pages.current_key == "trash"


@pytest.mark.parametrize(
    ("keys", "form"),
    [
        (Qt.KeyboardModifier.ShiftModifier, QuickLog),
        (Qt.KeyboardModifier.ControlModifier, PlanForm),
    ],
)
def test_enter_with_shift_logs_and_with_control_plans(
    session: WindowSession,
    palette: Palette,
    keys: Qt.KeyboardModifier,
    form: type[QuickLog] | type[PlanForm],
) -> None:
    QTest.keyClicks(palette.field, "osc")
    QTest.keyClick(palette.field, Qt.Key.Key_Return, keys)
    assert len(session.window.findChildren(form)) == 1
    assert not palette.isVisible()


def test_tab_shows_what_else_can_be_done_with_a_person(
    session: WindowSession, palette: Palette
) -> None:
    QTest.keyClicks(palette.field, "osc")
    assert "Tab" in palette.hint.text()
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert _words(palette) == [
        "Go to Oscar Lind",
        "Log a conversation with Oscar Lind…",
        "Plan a follow-up with Oscar Lind…",
    ]
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert _words(palette)[0] == "Oscar Lind"
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert len(session.window.findChildren(QuickLog)) == 1


def test_escape_closes_and_gives_the_keyboard_back(session: WindowSession, qtbot: QtBot) -> None:
    search = session.window.top_bar.search
    search.setFocus()
    QTest.keyClick(session.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = session.window.findChildren(Palette)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert search.hasFocus()


def test_a_click_chooses_and_one_beside_closes(session: WindowSession, palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, palette.height() - 5))
    assert not palette.isVisible()
    palette.open()
    QTest.keyClicks(palette.field, "osc")
    rect = palette.view.visualRect(palette.model.index(0))
    QTest.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert _shown_name(session) == "Oscar Lind"


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_the_mouse_reaches_the_further_acts(palette: Palette, button: Qt.MouseButton) -> None:
    QTest.keyClicks(palette.field, "osc")
    rect = palette.view.visualRect(palette.model.index(0))
    at = rect.center() if button is Qt.MouseButton.RightButton else QPoint(rect.right() - 8, 8)
    QTest.mouseClick(palette.view.viewport(), button, pos=at)
    assert _words(palette)[0] == "Go to Oscar Lind"
    assert palette.isVisible()


def test_what_was_used_lately_comes_first_and_is_remembered(
    session: WindowSession, palette: Palette
) -> None:
    palette.field.setText("c")
    before = _words(palette)
    assert before.index("Camille Dubois") < before.index("Carla Mendes")
    palette.field.setText("carla")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.open()
    assert _words(palette)[0] == "Carla Mendes"
    palette.field.setText("c")
    after = _words(palette)
    assert after.index("Carla Mendes") < after.index("Camille Dubois")


def test_nothing_found_is_said_and_enter_does_nothing(palette: Palette) -> None:
    palette.field.setText("zzzzqqq")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.isVisible()


def test_what_enter_would_do_is_told_to_screen_readers(palette: Palette) -> None:
    palette.field.setText("osc")
    assert palette.field.accessibleDescription() == "Oscar Lind, Bean House"
    assert palette.field.accessibleName()


def test_a_saved_list_is_found_by_its_name(
    session: WindowSession, notebook: Notebook, palette: Palette
) -> None:
    with notebook.change("Saved a list"):
        list_id = notebook.saved_lists.insert(SavedList(0, "Cello friends", "cello"))
    palette.field.setText("cf")
    assert _words(palette)[0] == "Cello friends"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = session.window.pages.current_page()
    assert page is not None
    assert page.shown_list() == list_id


def test_commands_have_room_beside_many_people(
    session: WindowSession, notebook: Notebook, palette: Palette
) -> None:
    with notebook.change("Added many"):
        for number in range(30):
            name = ContactDetails(display_name=f"Cal {number}")
            notebook.contacts.insert(ContactDraft(name))
    palette.field.setText("cal")
    assert "Calendar" in _words(palette)
