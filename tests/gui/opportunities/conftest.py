"""A page of opportunities: two open ones, one won, and the people around them."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.services.save_opportunity import add_opportunity
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

ANN, BOB, CARLA = 1, 2, 3


@dataclass
class Board:
    """The page, and its opportunities by row id."""

    page: OpportunitiesPage
    notebook: Notebook
    sign: int
    logo: int
    menu: int

    def titles(self, state: OpportunityState) -> list[str]:
        """Return what a column shows."""
        ids = self.page.columns.columns[state].model.column.ids
        return [row.title for row in self.notebook.opportunity_list.rows(ids)]

    def draft(self, opportunity_id: int) -> OpportunityDraft:
        """Return an opportunity as it is stored."""
        stored = self.notebook.opportunities.get(opportunity_id)
        assert stored is not None
        return stored.draft


@pytest.fixture
def people(notebook: Notebook) -> Notebook:
    """Ann, Bob and Carla, and a service."""
    with notebook.change("people"):
        for name in ("Ann Field", "Bob Reed", "Carla Mendes"):
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
        notebook.offerings.insert_service("Signage", "", 0)
    return notebook


@pytest.fixture
def empty_page(people: Notebook, desk: Desk, qtbot: QtBot) -> OpportunitiesPage:
    """The page without any opportunity."""
    return shown_page(desk, qtbot)


@pytest.fixture
def board(people: Notebook, desk: Desk, qtbot: QtBot) -> Board:
    """The page with three opportunities."""

    def add(draft: OpportunityDraft) -> int:
        (opportunity_id,) = add_opportunity(people, draft).of(Changed.OPPORTUNITY)
        return opportunity_id

    began = TODAY - timedelta(days=30)
    sign = add(
        OpportunityDraft(
            CARLA,
            "Sign",
            Decimal(4200),
            "EUR",
            source=Source.DIRECT_REFERRAL,
            via=(ANN, BOB),
            opened_on=began,
            expected_on=TODAY - timedelta(days=5),
            service_ids=(1,),
        )
    )
    logo = add(OpportunityDraft(BOB, "Logo", Decimal(700), "USD", opened_on=began))
    menu = add(
        OpportunityDraft(
            ANN,
            "Menu",
            state=OpportunityState.WON,
            opened_on=began,
            closed_on=TODAY - timedelta(days=1),
        )
    )
    return Board(shown_page(desk, qtbot), people, sign, logo, menu)


def shown_page(desk: Desk, qtbot: QtBot) -> OpportunitiesPage:
    """Show the page wide enough for columns and panel."""
    page = OpportunitiesPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.focus_content()
    return page
