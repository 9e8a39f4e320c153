"""A few people to meet."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.model.contact import ContactDetails, ContactDraft, Email, Phone, Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.remember_facts import remember
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY


@pytest.fixture
def met(notebook: Notebook) -> list[int]:
    """Elif, of whom much is known, and Bo, of whom nothing is."""
    elif_details = ContactDetails(
        display_name="Elif Aydın",
        organization="Chamber",
        phones=(Phone("+46 70 1"),),
        emails=(Email("elif@chamber.example"),),
    )
    add_contact(notebook, ContactDraft(elif_details, Stage.KNOW))
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Bo <i>Ek</i>")))
    for days in range(5):
        on = TODAY - timedelta(days=days)
        log_conversation(notebook, ConversationDraft((1,), f"Topic {days}", on))
    remember(notebook, 1, "two daughters")
    return [1, 2]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that dialogs open over."""
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown
