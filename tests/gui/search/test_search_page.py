"""Searching everything in the window: the ways in and back, moving, opening, typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.search.search_page import SearchPage
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.found import Found
from notebook_app.model.rows import EntryKind
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day
from tests.gui.search.conftest import Searching

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(session: WindowSession, key: Qt.Key, *, ctrl: bool = False) -> None:
    """Press a key where the focus is."""
    target = QApplication.focusWidget() or session.window
    QTest.keyClick(target, key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def open_by_keys(session: WindowSession, words: str = "") -> None:
    """Press the command's keys and type."""
    QTest.keyClick(session.window, Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(session.window.top_bar.search, words)


def test_everything_is_found_in_groups(searching: Searching) -> None:
    open_by_keys(searching.session, "kitchen")
    assert searching.lines() == [
        "People 1",
        "  Anna Berg",
        "Conversations 1",
        "  Bo Chen",
        "Follow-ups 1",
        "  Anna Berg",
        "Events 1",
        "  Kitchen fair",
    ]
    assert searching.current() == "Anna Berg"


def test_typing_more_letters_narrows_and_none_is_kind(searching: Searching) -> None:
    open_by_keys(searching.session)
    assert searching.lines() == []
    assert searching.page.nothing.isVisible()
    field = searching.session.window.top_bar.search
    QTest.keyClicks(field, "ta")
    assert searching.lines()[:2] == ["Conversations 40", "  Bo Chen"]
    QTest.keyClicks(field, "q")
    assert searching.lines() == []
    assert searching.page.nothing.isVisible()


def test_a_key_reads_nothing_before_the_window_had_a_turn(searching: Searching) -> None:
    open_by_keys(searching.session, "kitchen")
    page = searching.page
    QTest.keyClicks(searching.session.window.top_bar.search, "zzz")
    assert page.model.rowCount() > 0  # still the results of before
    page.finish()
    assert page.model.rowCount() == 0


def test_arrows_pass_over_headings_and_up_leads_back_to_the_field(searching: Searching) -> None:
    session = searching.session
    open_by_keys(session, "kitchen")
    press(session, Qt.Key.Key_Down)
    assert searching.page.view.hasFocus()
    seen = [searching.current()]
    for _ in range(4):
        press(session, Qt.Key.Key_Down)
        seen.append(searching.current())
    assert seen == ["Anna Berg", "Bo Chen", "Anna Berg", "Kitchen fair", "Kitchen fair"]
    press(session, Qt.Key.Key_Home)
    assert searching.page.view.currentIndex().row() == 1
    press(session, Qt.Key.Key_End)
    assert searching.current() == "Kitchen fair"
    press(session, Qt.Key.Key_Home)
    press(session, Qt.Key.Key_Up)
    assert session.window.top_bar.search.hasFocus()


def test_more_of_a_group_comes_when_it_is_asked_for(searching: Searching) -> None:
    open_by_keys(searching.session, "talk")
    before = searching.lines()
    assert before == ["Conversations 40", *["  Bo Chen"] * 6, "More conversations…"]
    searching.page.focus_content()
    press(searching.session, Qt.Key.Key_End)
    press(searching.session, Qt.Key.Key_Return)
    assert searching.lines() == ["Conversations 40", *["  Bo Chen"] * 26, "More conversations…"]
    assert searching.page.view.currentIndex().row() == 7
    press(searching.session, Qt.Key.Key_End)
    press(searching.session, Qt.Key.Key_Return)
    assert searching.lines() == ["Conversations 40", *["  Bo Chen"] * 40]


def test_enter_in_the_field_opens_the_first(searching: Searching, ids: dict[str, int]) -> None:
    open_by_keys(searching.session, "kitchen")
    press(searching.session, Qt.Key.Key_Return)
    page = searching.session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    assert page.people_in_hand() == [ids["anna"]]


def test_a_conversation_opens_far_down_on_the_timeline(
    searching: Searching, ids: dict[str, int], qtbot: QtBot
) -> None:
    open_by_keys(searching.session, "small")
    press(searching.session, Qt.Key.Key_Return)
    page = searching.session.window.pages.current_page()
    assert isinstance(page, PeoplePage)
    view = page.contact.timeline.view
    entry = view.current_entry()
    assert entry is not None
    assert (entry.kind, entry.id) == (EntryKind.CONVERSATION, ids["talk"])

    def in_sight() -> bool:
        return not view.visibleRegion().intersected(view.card_rect(view.count() - 1)).isEmpty()

    qtbot.waitUntil(in_sight)


def test_an_open_follow_up_opens_its_form(searching: Searching) -> None:
    open_by_keys(searching.session, "ask about")
    press(searching.session, Qt.Key.Key_Return)
    forms = [each for each in QApplication.topLevelWidgets() if isinstance(each, PlanForm)]
    assert any(form.isVisible() for form in forms)
    for form in forms:
        assert isinstance(form, QDialog)
        form.reject()


def test_an_event_opens_on_its_page(searching: Searching) -> None:
    open_by_keys(searching.session, "fair")
    press(searching.session, Qt.Key.Key_Return)
    page = searching.session.window.pages.current_page()
    assert isinstance(page, EventsPage)
    assert page.panel.event_shown is not None
    assert page.panel.event_shown.draft.on == day(9)
    assert page.view.hasFocus()


@pytest.mark.parametrize("in_list", [False, True])
def test_escape_leads_back_to_where_one_was(searching: Searching, in_list: bool) -> None:
    session = searching.session
    session.window.show_page("calendar").focus_content()
    focus = QApplication.focusWidget()
    open_by_keys(session, "kitchen")
    if in_list:
        press(session, Qt.Key.Key_Down)
    press(session, Qt.Key.Key_Escape)
    assert session.window.pages.current_key == "calendar"
    assert QApplication.focusWidget() is focus
    assert session.window.top_bar.search.text() == ""


def test_a_search_of_people_goes_on_in_everything_and_back(searching: Searching) -> None:
    session = searching.session
    session.window.show_page("people")
    field = session.window.top_bar.search
    field.setFocus()
    QTest.keyClicks(field, "kitchen")
    press(session, Qt.Key.Key_Return, ctrl=True)
    assert field.text() == "kitchen"
    assert searching.lines()[0] == "People 1"
    press(session, Qt.Key.Key_Escape)
    assert (session.window.pages.current_key, field.text()) == ("people", "kitchen")


def test_the_quiet_line_is_there_while_one_types_elsewhere(searching: Searching) -> None:
    session = searching.session
    session.window.show_page("people")
    hint, field = session._way_in.hint, session.window.top_bar.search
    field.setFocus()
    assert not hint.isVisible()
    QTest.keyClicks(field, "a&b")
    assert hint.isVisible()
    assert "“a&&b”" in hint.text()
    hint.click()
    assert isinstance(session.window.pages.current_page(), SearchPage)
    assert not hint.isVisible()
    assert field.text() == "a&b"


def test_the_command_brings_back_what_was_searched_for_last(searching: Searching) -> None:
    open_by_keys(searching.session, "kitchen")
    press(searching.session, Qt.Key.Key_Return)
    open_by_keys(searching.session)
    assert searching.lines()[0] == "People 1"
    assert searching.session.window.top_bar.search.selectedText() == "kitchen"


def test_changes_from_elsewhere_are_shown_and_the_cursor_stays(
    searching: Searching, fill: Filler, notebook: Notebook
) -> None:
    open_by_keys(searching.session, "kitchen")
    searching.page.view.select_line(3)
    fill.person("A new kitchen")
    searching.page.refresh(None)
    assert searching.lines()[0] == "People 2"
    assert searching.current() == "Bo Chen"
    notebook.undo()


def test_what_is_found_is_spoken_in_words(searching: Searching) -> None:
    open_by_keys(searching.session, "kitchen")
    model = searching.page.model
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    spoken = [model.data(model.index(row), role) for row in range(model.rowCount())]
    assert spoken[0] == "People, 1"
    assert spoken[3].startswith("Bo Chen, In person, Their <b>kitchen</b> is too small")
    assert "Ask about the kitchen" in spoken[5]


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_marked_words_are_painted_in_the_accent(
    searching: Searching, theme: Theme, appearance: Appearance, direction: Qt.LayoutDirection
) -> None:
    """In any look; the emoji before a word do not shift its mark off it."""
    theme.set_appearance(appearance)
    searching.session.window.setLayoutDirection(direction)
    open_by_keys(searching.session, "kitchen")
    view = searching.page.view
    QApplication.processEvents()
    index = searching.page.model.index(3)
    assert isinstance(searching.page.model.line(3), Found)
    picture = view.viewport().grab(view.visualRect(index)).toImage()
    accent = theme.color("accent").rgb()
    columns = {
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixel(x, y) == accent
    }
    assert len(columns) > 20


def test_the_first_group_stands_there_before_the_others_are_read(searching: Searching) -> None:
    open_by_keys(searching.session)
    page, counts = searching.page, list[int]()
    page.model.modelReset.connect(lambda: counts.append(page.model.rowCount()))
    page.model.rowsInserted.connect(lambda: counts.append(page.model.rowCount()))
    page.search_text_changed("kitchen")
    page.finish()
    assert counts == [2, 4, 6, 8]
    assert searching.current() == "Anna Berg"


def test_a_key_that_comes_between_two_groups_begins_anew(searching: Searching) -> None:
    open_by_keys(searching.session)
    page = searching.page
    page.model.modelReset.connect(
        lambda: page.search_text_changed("kitchen fair"), Qt.ConnectionType.SingleShotConnection
    )
    page.search_text_changed("kitchen")
    page.finish()
    assert searching.lines() == ["Events 1", "  Kitchen fair"]
