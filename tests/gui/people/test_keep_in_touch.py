"""A person's page: by when to be in touch again, how much time is left, and not now."""

from datetime import timedelta

from notebook_app.gui.people.editor.standing_fields import CadenceField
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.change_many import set_cadence
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.snooze_contacts import snooze_contacts
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import AddPerson, ShowPage, all_words, details_of


def _words(notebook: Notebook, show_page: ShowPage, add_person: AddPerson, days_ago: int) -> str:
    person = add_person("Farid Rahimi")
    set_cadence(notebook, [person], Cadence(4, CadenceUnit.WEEKS, 5))
    spoke = TODAY - timedelta(days=days_ago)
    log_conversation(notebook, ConversationDraft((person,), "His workshop", spoke))
    page = show_page()
    page.show_contact(person)
    return all_words(details_of(page))


def test_the_ideal_and_the_latest_day_are_told(
    notebook: Notebook, show_page: ShowPage, add_person: AddPerson
) -> None:
    words = _words(notebook, show_page, add_person, 18)
    assert "ideal Tue 1 Dec, latest Sun 6 Dec" in words
    assert "on track" in words


def test_between_the_two_it_is_time(
    notebook: Notebook, show_page: ShowPage, add_person: AddPerson
) -> None:
    words = _words(notebook, show_page, add_person, 33)
    assert "time to be in touch" in words
    assert "late" not in words.replace("latest", "")


def test_after_the_latest_day_it_is_late(
    notebook: Notebook, show_page: ShowPage, add_person: AddPerson
) -> None:
    assert "2 days late" in _words(notebook, show_page, add_person, 35)


def test_somebody_put_off_is_asked_for_again_from_their_page(
    notebook: Notebook, show_page: ShowPage, add_person: AddPerson
) -> None:
    person = add_person("Farid Rahimi")
    snooze_contacts(notebook, [person], TODAY + timedelta(days=14))
    page = show_page()
    page.show_contact(person)
    line = page.contact.knowing.snoozed
    assert line.isVisible()
    assert "Sat 5 Dec" in all_words(line)
    line.buttons[0].click()
    assert not line.isVisible()
    assert notebook.acquaintance.snoozed_until(person, TODAY) is None


def test_the_slack_is_written_beside_the_rhythm(theme: object) -> None:
    field = CadenceField(own=True)
    field.show_cadence(Cadence(6, CadenceUnit.WEEKS, 9))
    assert field.cadence() == Cadence(6, CadenceUnit.WEEKS, 9)
    field.slack.clear()
    assert field.cadence() == Cadence(6, CadenceUnit.WEEKS)
    assert field.unread() == ""
    field.slack.setText("a few")
    assert field.unread() == "a few"
    assert field.said.text() == "a number of days, or nothing"
    field.show_cadence(None)
    assert (field.cadence(), field.unread()) == (None, "")
    field.deleteLater()
