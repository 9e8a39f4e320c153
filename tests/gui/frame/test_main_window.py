"""The window shows what it is given, keeps every page right, and comes back as it was left."""

import time
from pathlib import Path

from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.page import PageEntry
from notebook_app.gui.frame.progress_strip import ProgressStrip
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft, NameParts
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.frame.conftest import FindingPage, MakeWindow, WritingPage

CHANGE = ChangeSet("", {Changed.CONTACT: frozenset({1})})


def page_of(window: MainWindow, key: str) -> WritingPage:
    """Show a page and return it."""
    page = window.show_page(key)
    assert isinstance(page, WritingPage)
    return page


def add(desk: Desk, name: str) -> None:
    """Add a person as a page would."""
    desk.perform(
        lambda: add_contact(desk.notebook, ContactDraft(ContactDetails(name=NameParts(given=name))))
    )


def menu_texts(window: MainWindow, menu: Menu) -> list[str]:
    """Return the lines of a menu."""
    return [action.text() for action in window.menus.menu(menu).actions() if action.text()]


def test_pages_are_built_when_first_shown(make_window: MakeWindow) -> None:
    """The start pays for one page only."""
    window = make_window()
    assert window.pages.is_built("today")
    assert not window.pages.is_built("people")
    assert page_of(window, "people").calls == [("refresh", None)]


def test_only_the_visible_page_is_read_again(make_window: MakeWindow, desk: Desk) -> None:
    """The others are when they are shown next, once for all changes."""
    window = make_window()
    people, today = page_of(window, "people"), page_of(window, "today")
    people.calls.clear()
    today.calls.clear()
    desk.changed.emit(CHANGE)
    desk.changed.emit(CHANGE)
    assert today.calls == [("refresh", CHANGE), ("refresh", CHANGE)]
    assert people.calls == []
    window.show_page("people")
    assert people.calls == [("refresh", None)]
    window.show_page("today")
    window.show_page("people")
    assert people.calls == [("refresh", None), "leaving"]


def test_the_side_bar_leads_to_pages_by_mouse_and_keys(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """A click, Enter on a line, and Ctrl with a number; arrows move between the lines."""
    window = make_window()
    qtbot.mouseClick(window.side_bar.item("people"), Qt.MouseButton.LeftButton)
    assert window.pages.current_key == "people"
    today = window.side_bar.item("today")
    people = window.side_bar.item("people")
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Up)
    assert today.hasFocus()
    assert window.pages.current_key == "people"
    qtbot.keyClick(today, Qt.Key.Key_Return)
    assert window.pages.current_key == "today"
    assert today.isChecked()
    assert not people.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.current_key == "people"
    page = window.pages.current_page()
    assert isinstance(page, FindingPage)
    assert page.field.hasFocus(), "the arrow keys go on in the page that the key opened"


def test_figures_beside_the_pages_follow_every_change(
    make_window: MakeWindow, desk: Desk, qtbot: QtBot
) -> None:
    """Read after the window is shown, and after each write; no figure for none."""
    window = make_window()
    people = window.side_bar.item("people")
    assert people.count is None
    add(desk, "Carla")
    qtbot.waitUntil(lambda: people.count == 1)
    assert people.accessibleName() == "People 1"
    desk.undo()
    qtbot.waitUntil(lambda: people.count is None)


def test_what_was_done_is_said_and_undone_from_the_message(
    make_window: MakeWindow, desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """The message, its Undo, and the words in the Edit menu."""
    window = make_window()
    add(desk, "Dahl & Co")
    assert window.message_bar.text() == "Added Dahl & Co"
    qtbot.waitUntil(lambda: "&Undo: Added Dahl && Co" in menu_texts(window, Menu.EDIT))
    qtbot.mouseClick(window.message_bar.act_button, Qt.MouseButton.LeftButton)
    assert notebook.overview.counts(notebook.clock.today()).people == 0
    assert window.message_bar.text() not in ("", "Added Dahl & Co")
    assert window.message_bar.act_button.isHidden()
    qtbot.waitUntil(lambda: "&Redo: Added Dahl && Co" in menu_texts(window, Menu.EDIT))
    qtbot.keyClick(
        window,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert notebook.overview.counts(notebook.clock.today()).people == 1


def test_a_problem_is_one_sentence_in_the_window(make_window: MakeWindow, desk: Desk) -> None:
    """With what to do about it."""
    window = make_window()
    desk.problem_met.emit(UserProblem("The disk is full.", remedy="Make some room."))
    assert window.message_bar.text() == "The disk is full. Make some room."


def test_typing_a_search_leads_to_the_people(make_window: MakeWindow, qtbot: QtBot) -> None:
    """From a page that doesn't search; the words and the focus stay in the field."""
    window = make_window()
    people = page_of(window, "people")
    window.show_page("today")
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = window.top_bar.search
    qtbot.waitUntil(search.hasFocus)
    people.calls.clear()
    qtbot.keyClicks(search, "ca")
    assert window.pages.current_key == "people"
    assert [call for call in people.calls if isinstance(call, tuple)] == [
        ("search", "c"),
        ("search", "ca"),
    ]
    assert search.text() == "ca"
    assert search.hasFocus()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert people.field.hasFocus()


def test_another_page_starts_without_the_search(make_window: MakeWindow, qtbot: QtBot) -> None:
    """The words are gone, and so is the filter when one comes back."""
    window = make_window()
    people = page_of(window, "people")
    window.search("carla")
    window.show_page("today")
    assert window.top_bar.search.text() == ""
    window.show_page("people")
    searches = [call for call in people.calls if isinstance(call, tuple) and call[0] == "search"]
    assert searches == [("search", "carla"), ("search", "")]


def test_a_person_is_shown_on_the_page_of_people(make_window: MakeWindow, desk: Desk) -> None:
    """From wherever it was asked for."""
    window = make_window()
    desk.open_contact(42)
    assert window.pages.current_key == "people"
    assert ("contact", 42) in page_of(window, "people").calls


def test_the_top_bar_holds_the_controls_of_the_page(make_window: MakeWindow) -> None:
    """Those of the page before are hidden, not lost."""
    window = make_window()
    today, people = page_of(window, "today"), page_of(window, "people")
    assert [button.isVisible() for button in people.right] == [True, True]
    assert [button.isVisible() for button in today.right] == [False, False]
    assert window.top_bar.title == "People"
    window.show_page("today")
    assert [button.isVisible() for button in today.right] == [True, True]
    assert window.top_bar.title == "Today"


def test_menus_offer_only_what_is_there(make_window: MakeWindow, qtbot: QtBot) -> None:
    """No line without effect; a menu without lines isn't shown; keys are bound and listed."""
    done = []
    window = make_window(Command(Menu.FILE, "&Import…", lambda: done.append(1), "Ctrl+I"))
    assert menu_texts(window, Menu.FILE) == ["&Import…", "&Quit"]
    assert not window.menus.menu(Menu.PEOPLE).menuAction().isVisible()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]
    assert ("Import", "Ctrl+I") in window.menus.shortcuts()
    assert ("People", "Ctrl+2") in window.menus.shortcuts()


def test_without_a_page_of_people_there_is_no_search(
    make_window: MakeWindow, entries: list[PageEntry]
) -> None:
    """A field that finds nothing isn't shown."""
    window = make_window(pages=entries[:1])
    assert not window.top_bar.search.isVisible()
    assert "&Find" not in menu_texts(window, Menu.EDIT)


def test_page_size_and_state_come_back(make_window: MakeWindow, tmp_path: Path) -> None:
    """After a restart the window is as it was left."""
    first = make_window()
    page_of(first, "people").field.setText("Ärger")
    first.resize(900, 640)
    first.close()
    assert (tmp_path / "window.ini").is_file()
    second = make_window()
    assert second.size() == first.size()
    assert second.pages.current_key == "people"
    assert page_of(second, "people").field.text() == "Ärger"


def test_a_page_that_was_not_shown_keeps_its_state(make_window: MakeWindow) -> None:
    """Two restarts without a look at People forget nothing."""
    first = make_window()
    page_of(first, "people").field.setText("kept")
    first.show_page("today")
    first.close()
    second = make_window()
    assert not second.pages.is_built("people")
    second.close()
    assert page_of(make_window(), "people").field.text() == "kept"


def test_a_window_that_was_off_the_screen_comes_back_on_it(make_window: MakeWindow) -> None:
    """As after a second screen was unplugged."""
    first = make_window()
    first.setGeometry(QRect(9000, 7000, 900, 640))
    first.close()
    second = make_window()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(second.frameGeometry().topLeft())


def test_nonsense_in_the_settings_is_passed_over(make_window: MakeWindow, tmp_path: Path) -> None:
    """A page that no longer exists, a geometry that is none, a look that nobody knows."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/page", "fax machines")
    settings.setValue("window/geometry", "very wide")
    settings.setValue("window/appearance", "plaid")
    settings.sync()
    window = make_window()
    assert window.pages.current_key == "today"


def test_a_chosen_look_is_kept(make_window: MakeWindow, theme: Theme, tmp_path: Path) -> None:
    """Chosen in the View menu, found again at the next start."""
    window = make_window()
    part = next(action.menu() for action in window.menus.menu(Menu.VIEW).actions() if action.menu())
    dark = next(action for action in part.actions() if action.text() == "&Dark")
    dark.trigger()
    assert theme.dark
    assert WindowMemory(tmp_path / "window.ini").appearance() is Appearance.DARK


def test_the_smallest_window_at_twice_the_font_holds_everything(
    make_window: MakeWindow, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    """900 × 600 at 200 %: nothing pushes the window wider, and no top bar control is cut."""
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()
    window = make_window()
    window.resize(900, 600)
    page = page_of(window, "people")
    assert (window.width(), window.height()) == (900, 600)
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in page.right))
    for button in page.right:
        place = QRect(button.mapTo(window.top_bar, button.rect().topLeft()), button.size())
        assert window.top_bar.rect().contains(place)


def test_an_open_window_follows_the_systems_font(
    make_window: MakeWindow, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    """Larger letters and a wider side bar without a restart."""
    window = make_window()
    before = window.side_bar.width()
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 1.3)
    qapp.setFont(font)
    qtbot.waitUntil(lambda: window.side_bar.width() > before)
    assert theme.font().pointSizeF() == font.pointSizeF()


def test_a_mirrored_window_has_its_side_bar_on_the_right(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    """Right-to-left mirrors the frame."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = make_window()
    assert window.side_bar.x() > window.width() // 2


def slow(progress: Progress) -> None:
    """Work for some seconds unless stopped."""
    for step in range(1000):
        progress.report(step, 1000, "Carla")
        time.sleep(0.01)


def test_progress_is_shown_and_can_be_stopped(
    make_window: MakeWindow, desk: Desk, qtbot: QtBot
) -> None:
    """After 100 ms how far it is; after a second a way to stop; afterwards nothing is left."""
    window = make_window()
    desk.run_in_background(slow, lambda _result: None, "Importing")
    strip = window.findChild(ProgressStrip)
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible)
    assert strip.stop_button.isHidden()
    qtbot.waitUntil(lambda: strip.stop_button.isVisible() and strip.bar.value() > 0)
    labels = strip.findChildren(ElidedLabel)
    qtbot.waitUntil(lambda: any(" s left" in label.text() for label in labels))
    qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.message_bar.text() == "Stopped. Nothing was changed.")
    qtbot.waitUntil(lambda: window.findChild(ProgressStrip) is None)


def test_quick_work_shows_no_progress(make_window: MakeWindow, desk: Desk, qtbot: QtBot) -> None:
    """Nothing flickers."""
    window = make_window()
    done: list[int] = []
    desk.run_in_background(lambda _progress: 7, done.append, "Quick")
    strip = window.findChild(ProgressStrip)
    shown = []
    strip.destroyed.connect(lambda: shown.append(False))
    qtbot.waitUntil(lambda: bool(shown))
    assert done == [7]


def test_closing_while_work_runs_asks_once(
    make_window: MakeWindow, desk: Desk, qtbot: QtBot
) -> None:
    """The window stays and says why; the way to close all the same is in the message."""
    window = make_window()
    desk.run_in_background(slow, lambda _result: None, "Importing")
    assert not window.close()
    assert window.isVisible()
    assert window.message_bar.text() == "“Importing” is still running."
    qtbot.mouseClick(window.message_bar.act_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
