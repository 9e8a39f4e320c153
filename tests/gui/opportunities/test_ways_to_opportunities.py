"""The ways that lead to an opportunity: menu, timeline, event, person; and how they came."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage
from notebook_app.gui.opportunities.origin_part import OriginPart
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Role
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.model.origin import OriginDraft
from notebook_app.model.rows import EntryKind
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_event import add_event
from notebook_app.services.save_opportunity import add_opportunity
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

BOB, CARLA = 1, 2
LAST_WEEK = TODAY - timedelta(days=7)


@pytest.fixture
def session(notebook: Notebook, tmp_path: Path, qtbot: QtBot) -> Iterator[WindowSession]:
    """The whole window, with Carla, a client whom Bob referred last week."""
    with notebook.change("people"):
        notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Bob Reed")))
        notebook.contacts.insert(
            ContactDraft(ContactDetails(display_name="Carla Mendes"), roles=(Role.CLIENT,))
        )
    add_favour(
        notebook, FavourDraft(BOB, FavourKind.REFERRAL, Direction.RECEIVED, LAST_WEEK, CARLA)
    )
    log_conversation(notebook, ConversationDraft((CARLA,), "Needs a new sign", LAST_WEEK))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    qtbot.addWidget(session.window)
    session.window.resize(1400, 900)
    session.window.show()
    qtbot.waitExposed(session.window)
    session.window.activateWindow()
    yield session
    session.window.figures.wait()
    session.desk.stop_background()


def _shown(session: WindowSession) -> OpportunitiesPage:
    page = session.window.pages.current_page()
    assert isinstance(page, OpportunitiesPage)
    return page


def _person(session: WindowSession, contact_id: int) -> PeoplePage:
    page = session.window.show_page("people")
    assert isinstance(page, PeoplePage)
    page.show_contact(contact_id)
    QTest.qWait(150)
    return page


def _origin(page: PeoplePage) -> OriginPart:
    part = page.details.origin
    assert part is not None
    return part


def _work(notebook: Notebook) -> int:
    draft = OpportunityDraft(CARLA, "Sign", source=Source.DIRECT_REFERRAL, via=(BOB,))
    (opportunity_id,) = add_opportunity(notebook, draft).of(Changed.OPPORTUNITY)
    return opportunity_id


def test_the_menu_begins_one_and_the_side_bar_counts_it(
    session: WindowSession, notebook: Notebook, qtbot: QtBot
) -> None:
    _person(session, CARLA)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(session.window, Qt.Key.Key_O, keys)
    panel = _shown(session).panel
    assert panel.fields.person.text() == "Carla Mendes"
    assert panel.fields.draft().source is Source.DIRECT_REFERRAL
    assert panel.fields.draft().via == (BOB,)
    QTest.keyClicks(panel.fields.title, "Sign")
    QTest.keyClick(panel.fields.title, Qt.Key.Key_Return)
    side = session.window.side_bar.item("opportunities")
    qtbot.waitUntil(lambda: side.count == 1)


def test_work_grows_from_a_conversation_on_the_timeline(
    session: WindowSession, notebook: Notebook
) -> None:
    page = _person(session, CARLA)
    view = page.contact.timeline.view
    entry = notebook.timeline.page(CARLA, 0, 5, [EntryKind.CONVERSATION])[0]
    view.menu_wanted.emit(entry, QPoint(10, 10))
    menu = next(each for each in page.findChildren(QMenu) if each.isVisible())
    grow = next(each for each in menu.actions() if "grew from" in each.text())
    grow.trigger()
    menu.close()
    panel = _shown(session).panel
    draft = panel.fields.draft()
    assert (draft.contact_id, draft.conversation_id) == (CARLA, entry.id)
    assert draft.opened_on == LAST_WEEK
    assert "Needs a new sign" in panel.fields.grown_from.words.text()
    QTest.keyClicks(panel.fields.title, "Sign")
    QTest.keyClick(panel.fields.title, Qt.Key.Key_Return)
    (row,) = notebook.opportunity_list.of_person(CARLA)
    stored = notebook.opportunities.get(row.id)
    assert stored is not None
    assert stored.draft.conversation_id == entry.id
    # The favour of last week stands for it; nothing is owed twice.
    assert len(notebook.favours.of(BOB)) == 1


def test_work_grows_from_an_event(session: WindowSession, notebook: Notebook) -> None:
    event = EventDraft("Chamber evening", LAST_WEEK, met=(CARLA,))
    (event_id,) = add_event(notebook, event).of(Changed.EVENT)
    page = session.window.show_page("events")
    assert isinstance(page, EventsPage)
    page.show_event(event_id)
    page.panel.grow_button.click()
    panel = _shown(session).panel
    assert panel.fields.draft().event_id == event_id
    assert "Chamber evening" in panel.fields.grown_from.words.text()


def test_a_card_on_the_timeline_opens_the_opportunity_and_so_does_the_person_s_page(
    session: WindowSession, notebook: Notebook
) -> None:
    work = _work(notebook)
    for who in (BOB, CARLA):
        page = _person(session, who)
        (entry,) = notebook.timeline.page(who, 0, 5, [EntryKind.OPPORTUNITY])
        page.contact.timeline.view.opened.emit(entry)
        assert _shown(session).panel.opportunity_id == work
        page = _person(session, who)
        line = next(each for each in page.details.findChildren(ValueLine) if each.text() == "Sign")
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        assert _shown(session).panel.opportunity_id == work


def test_how_they_came_is_proposed_and_taken_with_one_click(
    session: WindowSession, notebook: Notebook, qtbot: QtBot
) -> None:
    page = _person(session, CARLA)
    part = _origin(page)
    assert part.words.text() == "Direct referral · Bob Reed?"
    assert "Bob Reed referred them to you on 14 November 2026." in part.why.text()
    part.yes.click()
    stored = notebook.origins.of(CARLA)
    assert stored is not None
    assert stored.draft.via == (BOB,)
    part = _origin(page)
    assert part.words.text().startswith("Direct referral · Bob Reed · ")
    assert not part.yes.isVisible()
    part.forget.click()
    assert notebook.origins.of(CARLA) is None
    session.desk.undo()

    def can_be_forgotten() -> bool:
        # The part is made anew after each change.
        return _origin(page).forget.isVisible()

    qtbot.waitUntil(can_be_forgotten)


def test_another_answer_is_written_in_place_and_waits_while_the_page_is_read_anew(
    session: WindowSession, notebook: Notebook
) -> None:
    page = _person(session, CARLA)
    part = _origin(page)
    part.change.click()
    form = part.form
    assert form is not None
    assert form.source.hasFocus()
    form.source.choose(Source.MARKETING_RESPONSE)
    form.chain.show_chain(())
    assert form.came_by.isVisible()
    QTest.keyClicks(form.came_by, "Town paper")
    session.desk.perform(
        lambda: log_conversation(notebook, ConversationDraft((CARLA,), "Meanwhile", TODAY))
    )
    assert _origin(page).form is form
    QTest.keyClick(form.came_by, Qt.Key.Key_Return)
    stored = notebook.origins.of(CARLA)
    assert stored is not None
    assert stored.draft.source is Source.MARKETING_RESPONSE
    assert stored.draft.came_by == "Town paper"
    assert _origin(page).form is None
    assert _origin(page).words.text().startswith("Marketing response · Town paper")


def test_a_chain_that_leads_to_oneself_is_refused_in_the_form(
    session: WindowSession, notebook: Notebook
) -> None:
    part = _origin(_person(session, CARLA))
    part.change.click()
    assert part.form is not None
    part.form.chain.show_chain((CARLA,))
    assert not part.form.save()
    assert "through themselves" in part.form.trouble.text()
    QTest.keyClick(part.form.came_by, Qt.Key.Key_Escape)
    assert part.form is None
    assert notebook.origins.of(CARLA) is None


def test_not_knowing_is_an_answer_too(session: WindowSession, notebook: Notebook) -> None:
    page = _person(session, CARLA)
    _origin(page).unknown.click()
    stored = notebook.origins.of(CARLA)
    assert stored is not None
    assert stored.draft == OriginDraft(CARLA, None)
    assert _origin(page).words.text() == "You looked back and don't know any more."


def test_whoever_is_no_client_is_not_asked(session: WindowSession, notebook: Notebook) -> None:
    assert _person(session, BOB).details.origin is None
    _work(notebook)
    page = _person(session, CARLA)
    assert page.details.origin is not None
    assert _person(session, BOB).details.origin is None


def test_all_of_somebody_s_are_shown_narrowed(session: WindowSession, notebook: Notebook) -> None:
    for _number in range(7):
        _work(notebook)
    add_opportunity(notebook, OpportunityDraft(BOB, "His own"))
    session.desk.ask(Act.SHOW_OPPORTUNITIES_OF, CARLA)
    page = _shown(session)
    assert page.columns.columns[OpportunityState.OPEN].model.rowCount() == 7
    assert page.filters.person.isVisible()
    page.filters.person.click()
    assert page.columns.columns[OpportunityState.OPEN].model.rowCount() == 8
