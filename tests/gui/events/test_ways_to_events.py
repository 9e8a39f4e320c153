"""The ways that lead to an event: calendar, timeline, Today, and the window's own command."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.knowing.briefing_dialog import BriefingDialog
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

MONDAY = TODAY + timedelta(days=2)


@pytest.fixture
def session(notebook: Notebook, tmp_path: Path, qtbot: QtBot) -> Iterator[WindowSession]:
    """The whole window, on an event next Monday."""
    add_event(notebook, EventDraft("Breakfast club", MONDAY))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    qtbot.addWidget(session.window)
    session.window.show()
    qtbot.waitExposed(session.window)
    session.window.activateWindow()
    yield session
    session.window.figures.wait()
    session.desk.stop_background()


def _shown(session: WindowSession) -> EventsPage:
    page = session.window.pages.current_page()
    assert isinstance(page, EventsPage)
    return page


def _calendar(session: WindowSession, qtbot: QtBot) -> CalendarPage:
    page = session.window.show_page("calendar")
    assert isinstance(page, CalendarPage)
    page.go_to(MONDAY)
    # The column comes after the month.
    qtbot.waitUntil(lambda: [card.entry.on for card in page.column.cards][:1] == [MONDAY])
    return page


def test_enter_on_an_event_in_the_month_shows_it(session: WindowSession, qtbot: QtBot) -> None:
    page = _calendar(session, qtbot)
    (entry,) = (card.entry for card in page.column.cards if card.entry.contact_id is None)
    assert entry == CalendarEntry(CalendarKind.EVENT, entry.id, MONDAY, None, "Breakfast club")
    page.month.wishes.open_wanted.emit(entry)
    assert _shown(session).panel.event_shown is not None


def test_a_card_beside_the_month_leads_to_its_event(session: WindowSession, qtbot: QtBot) -> None:
    page = _calendar(session, qtbot)
    page.column.cards[0].setFocus()
    QTest.keyClick(page.column.cards[0], Qt.Key.Key_Return)
    assert _shown(session).panel.head.name.text() == "Breakfast club"


def test_an_event_is_begun_on_the_day_that_is_chosen(session: WindowSession, qtbot: QtBot) -> None:
    page = _calendar(session, qtbot)

    def begin() -> list[LinkButton]:
        # What the column showed before may not be deleted yet.
        links = [link for link in page.column.findChildren(LinkButton) if link.isVisible()]
        return [link for link in links if link.text() == "New event"]

    qtbot.waitUntil(lambda: len(begin()) == 1)  # it comes below the cards, a frame after them
    begin()[0].click()
    shown = _shown(session)
    assert shown.panel.is_editing
    assert shown.panel.form.fields.on.value() == MONDAY
    assert shown.panel.form.fields.name.hasFocus()


def test_the_command_begins_an_event_and_the_figure_follows(
    session: WindowSession, qtbot: QtBot
) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(session.window, Qt.Key.Key_N, keys)
    fields = _shown(session).panel.form.fields
    assert fields.name.hasFocus()
    QTest.keyClicks(fields.name, "Tonight")
    QTest.keyClick(fields.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.window.side_bar.item("events").count == 2)


def test_an_event_that_is_asked_for_while_a_search_hides_it_is_shown(
    session: WindowSession, notebook: Notebook
) -> None:
    (event_id,) = add_event(notebook, EventDraft("Fair", date(2026, 1, 2))).of(Changed.EVENT)
    page = session.window.show_page("events")
    session.window.search("breakfast")
    session.desk.ask(Act.SHOW_EVENT, event_id)
    assert _shown(session).panel.head.name.text() == "Fair"
    assert page is _shown(session)
    assert session.window.top_bar.search.text() == ""


def test_today_leads_to_the_next_event(session: WindowSession) -> None:
    page = session.window.show_page("today")
    (link,) = (link for link in page.findChildren(LinkButton) if link.text() == "Breakfast club")
    link.click()
    assert _shown(session).panel.head.name.text() == "Breakfast club"


def test_everyone_expected_is_shown_before_one_meets_them(
    session: WindowSession, notebook: Notebook, qtbot: QtBot
) -> None:
    ids = [
        next(iter(add_contact(notebook, ContactDraft(ContactDetails(name))).of(Changed.CONTACT)))
        for name in ("Ann Able", "Ben Bold")
    ]
    (event_id,) = add_event(
        notebook, EventDraft("Winter reception", MONDAY, expected=tuple(ids))
    ).of(Changed.EVENT)
    session.desk.ask(Act.SHOW_EVENT, event_id)
    button = _shown(session).panel.head.briefing_button
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(session.window.findChildren(BriefingDialog)))
    (dialog,) = session.window.findChildren(BriefingDialog)
    said = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "Ann Able" in said
    assert "Ben Bold" in said
    dialog.reject()


def test_an_event_without_anyone_expected_offers_no_briefing(session: WindowSession) -> None:
    page = session.window.show_page("events")
    assert isinstance(page, EventsPage)
    assert page.panel.head.name.text() == "Breakfast club"
    assert page.panel.head.briefing_button.isHidden()


def test_no_key_of_the_page_after_an_event_opens_a_menu_of_the_window(
    session: WindowSession,
) -> None:
    page = session.window.show_page("capture")
    assert page is not None
    menus = {
        action.text()[action.text().index("&") + 1].upper()
        for action in session.window.menuBar().actions()
    }
    keys = {key.key().toString() for key in page.findChildren(QShortcut)}
    assert keys & {"Alt+C"}
    assert not keys & {f"Alt+{letter}" for letter in menus}
