"""A page of events with one that was and one to come."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.event import EventDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook

THURSDAY = date(2026, 11, 19)
NEXT_WEEK = date(2026, 11, 26)


@dataclass
class Shown:
    """What the page shows, by row id."""

    page: EventsPage
    past: int
    coming: int
    ann: int
    ben: int


@pytest.fixture
def person(notebook: Notebook) -> Callable[[str], int]:
    """Add somebody by name and return the row id."""

    def add(name: str) -> int:
        draft = ContactDraft(ContactDetails(display_name=name))
        (contact_id,) = add_contact(notebook, draft).of(Changed.CONTACT)
        return contact_id

    return add


@pytest.fixture
def empty_page(desk: Desk, qtbot: QtBot) -> EventsPage:
    """The page on an empty notebook."""
    page = EventsPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.focus_content()
    return page


@pytest.fixture
def shown(empty_page: EventsPage, notebook: Notebook, person: Callable[[str], int]) -> Shown:
    """The page with two events and two people, of whom Ann was met at the one that was."""
    ann, ben = person("Ann Able"), person("Ben Bold")
    drafts = (
        EventDraft("Chamber evening", THURSDAY, goal_new_people=3, met=(ann,)),
        EventDraft("Breakfast club", NEXT_WEEK),
    )
    past, coming = (next(iter(add_event(notebook, d).of(Changed.EVENT))) for d in drafts)
    empty_page.refresh(None)
    empty_page.focus_content()
    return Shown(empty_page, past, coming, ann, ben)
