"""Tab goes through the Insights as the eye does: what stands above first, even if made late."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact


def stops_after(first: QWidget) -> list[QWidget]:
    """Return where Tab stops on its round, from a widget on."""
    stops, widget = [first], first.nextInFocusChain()
    while widget is not None and widget is not first:
        policy = widget.focusPolicy()
        if policy & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def test_the_time_comes_before_search_and_print_and_the_pills_before_their_view(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    """Also in a view that was made after the bar; and the side bar stays on the round."""
    add_contact(desk.notebook, ContactDraft(ContactDetails(display_name="Ann")))
    (contact_id,) = desk.notebook.contacts.all_ids()
    draft = ConversationDraft((contact_id,), "x", desk.clock.today())
    log_conversation(desk.notebook, draft)
    entries = [
        PageEntry("insights", "Insights", InsightsPage),
        PageEntry("people", "People", Page, finds_people=True),
    ]
    window = MainWindow(desk, entries, (), WindowMemory(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1200, 900)
    window.show()
    page = window.show_page("insights")
    assert isinstance(page, InsightsPage)
    for kind in ("sources", "balance", "mix", "balance"):
        page.show_view(kind)
        qtbot.waitUntil(lambda: not page.is_reading(), timeout=10_000)
        qtbot.waitUntil(page.print_button.isVisible)
        search = window.top_bar.search
        stops = stops_after(page.period.choice)
        at = [stops.index(each) for each in (search, page.print_button, page.choice.chips[0])]
        assert at == sorted(at)
        assert at[0] == 1
        inside = [stops.index(each) for each in stops if page.views[kind].isAncestorOf(each)]
        assert all(place > at[2] for place in inside)
        assert any(window.side_bar.isAncestorOf(each) for each in stops)
    window.close()
