"""Sending to a phone: what is offered, fetched, and changed while the page is open."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from notebook_app.gui.exporting.export_dialog import ExportDialog
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.phone.send_dialog import SendDialog
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.phone.conftest import Dialog, Phone, loopback, url_of


def add(notebook: Notebook, name: str) -> int:
    """Somebody in the notebook."""
    draft = ContactDraft(ContactDetails(display_name=name))
    (contact_id,) = add_contact(notebook, draft).of(Changed.CONTACT)
    return contact_id


@pytest.fixture
def anna(notebook: Notebook) -> int:
    """Anna, whom to call."""
    anna = add(notebook, "Anna Berg")
    plan_follow_up(notebook, FollowUpDraft(anna, FollowUpKind.CALL, date(2026, 11, 25)))
    return anna


def offered(dialog: SendDialog) -> list[str]:
    """The names of what is offered."""
    return [offer.name for offer in dialog.offered]


def test_a_phone_fetches_a_person_and_the_dialog_says_so(
    qtbot: QtBot, session: WindowSession, anna: int, opened: Dialog, phone: Phone
) -> None:
    dialog = SendDialog(session.desk, session.window, [anna], addresses=loopback)
    opened(dialog)
    qtbot.waitUntil(lambda: offered(dialog) == ["Anna Berg.vcf"])
    phone.get(url_of(dialog))
    phone.wait()
    page = phone.answers[0][1].decode()
    assert "Anna Berg" in page
    assert "<form" not in page
    path = page.partition('href="')[2].partition('"')[0]
    phone.get(url_of(dialog), path.removeprefix("/" + url_of(dialog).rpartition("/")[2]))
    qtbot.waitUntil(lambda: dialog.status.text() == "The phone has fetched everything.")
    phone.wait()
    assert b"FN:Anna Berg" in phone.answers[1][1]
    assert dialog.lines[0].text().startswith("Anna Berg.vcf: fetched at ")


def test_what_is_offered_changes_while_it_is_open(
    qtbot: QtBot,
    session: WindowSession,
    notebook: Notebook,
    *,
    anna: int,
    opened: Dialog,
    phone: Phone,
) -> None:
    ben = add(notebook, "Ben Okafor")
    dialog = SendDialog(session.desk, session.window, [anna], addresses=loopback)
    opened(dialog)
    dialog.people.choose([anna, ben])
    dialog.people.changed.emit()
    qtbot.waitUntil(lambda: offered(dialog) == ["2 people.vcf"])
    dialog.follow_ups.setChecked(True)
    qtbot.waitUntil(lambda: offered(dialog) == ["2 people.vcf", "Follow-ups.ics"])
    phone.get(url_of(dialog))
    phone.wait()
    assert b"2 people" in phone.answers[0][1]
    assert b"Follow-ups" in phone.answers[0][1]
    dialog.people.choose([])
    dialog.people.changed.emit()
    qtbot.waitUntil(lambda: offered(dialog) == [])
    assert not dialog.follow_ups.isEnabled()
    dialog.all_follow_ups.setChecked(True)
    qtbot.waitUntil(lambda: offered(dialog) == ["Follow-ups.ics"])


def test_what_can_not_be_sent_is_said(
    qtbot: QtBot, session: WindowSession, notebook: Notebook, opened: Dialog
) -> None:
    ben = add(notebook, "Ben Okafor")
    dialog = SendDialog(session.desk, session.window, [ben], addresses=loopback)
    opened(dialog)
    dialog.follow_ups.setChecked(True)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "nothing of that" in dialog.trouble.text()
    dialog.follow_ups.setChecked(False)
    qtbot.waitUntil(lambda: offered(dialog) == ["Ben Okafor.vcf"])
    dialog.people.edit.setText("Nobody Known")
    dialog.people.take_typed()
    assert "Nobody in the notebook is called Nobody Known." in dialog.trouble.text()
    assert dialog.contact_ids == [ben]


def test_it_is_offered_where_people_are_exported(
    qtbot: QtBot, session: WindowSession, anna: int
) -> None:
    asked: list[tuple[object, ...]] = []
    session.desk.provide(Act.SEND, lambda *ids: asked.append(ids))
    dialog = ExportDialog(session.desk, [anna])
    qtbot.addWidget(dialog)
    dialog.send()
    assert asked == [(anna,)]


def test_of_many_only_some_are_named_and_the_others_can_be_left_out(
    qtbot: QtBot, session: WindowSession, notebook: Notebook, opened: Dialog
) -> None:
    everybody = [add(notebook, f"Person {number}") for number in range(15)]
    dialog = SendDialog(session.desk, session.window, everybody, addresses=loopback)
    opened(dialog)
    qtbot.waitUntil(lambda: offered(dialog) == ["15 people.vcf"])
    assert len(dialog.people.people()) == 12
    assert dialog.without_others.text() == "and 3 others ✕"
    dialog.without_others.click()
    qtbot.waitUntil(lambda: offered(dialog) == ["12 people.vcf"])
    assert dialog.without_others.isHidden()
