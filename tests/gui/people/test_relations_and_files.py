"""Who belongs to whom, and the files of a person, on the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.attached_files import FileLine
from notebook_app.gui.people.in_place.spot import Spot
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.people.related_line import RelatedLine
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.model.contact import ContactDetails, ContactDraft, ContactKind, RelatedName
from notebook_app.model.query.parse import parse_query
from notebook_app.services.attach_file import attach_files
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.file_dragging import drop_event, enter_event
from tests.gui.people.conftest import AddPerson, all_words, details_of
from tests.linked_people import relate


def test_a_link_stands_on_both_pages_and_leads_across(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    relate(notebook, people["Ben Okafor"], people["Agnes Dahl"], "parent")
    page.refresh(None)
    page.show_contact(people["Ben Okafor"])
    assert "Agnes Dahl — parent" in all_words(details_of(page))
    page.show_contact(people["Agnes Dahl"])
    assert "Ben Okafor — child" in all_words(details_of(page))
    line = page.details.findChildren(ValueLine)[-1]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.contact.head.name.text() == "Ben Okafor"


def test_somebody_known_by_their_card_s_number_alone_bears_their_name(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, add_person: AddPerson
) -> None:
    """And stays who they are when the link is edited."""
    agnes = notebook.contacts.get(people["Agnes Dahl"])
    assert agnes is not None
    zoe = add_person("Zoe", related=(RelatedName("", "friend", agnes.uid),))
    page.refresh(None)
    page.show_contact(zoe)
    assert "Agnes Dahl — friend" in all_words(details_of(page))
    page.in_place.open(Spot("related"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    stored = notebook.contacts.get(zoe)
    assert stored is not None
    assert stored.details.related == (RelatedName("", "friend", agnes.uid),)


def test_somebody_who_is_not_in_the_notebook_and_has_no_name_stays(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, add_person: AddPerson
) -> None:
    zoe = add_person("Zoe", related=(RelatedName("", "friend", "urn:uuid:nobody"),))
    page.refresh(None)
    page.show_contact(zoe)
    assert "somebody — friend" in all_words(details_of(page))
    page.in_place.open(Spot("related"))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    stored = notebook.contacts.get(zoe)
    assert stored is not None
    assert stored.details.related == (RelatedName("", "friend", "urn:uuid:nobody"),)


def test_an_organisation_lists_its_people(
    page: PeoplePage, notebook: Notebook, add_person: AddPerson
) -> None:
    """The first twenty by name, and how many more there are."""
    details = ContactDetails("Rowing Club", kind=ContactKind.ORGANIZATION)
    add_contact(notebook, ContactDraft(details))
    for number in range(23):
        add_person(f"Rower {number:02d}", organization="rowing club", title="Cox")
    page.refresh(None)
    club = notebook.organizations.named("Rowing Club")
    assert club is not None
    page.show_contact(club)
    words = all_words(details_of(page))
    assert "Rower 00 — Cox" in words
    assert "Rower 19 — Cox" in words
    assert "Rower 20" not in words
    assert "and 3 more" in words


def test_all_people_of_an_organisation_are_a_click_away(
    page: PeoplePage, notebook: Notebook, add_person: AddPerson, desk: Desk
) -> None:
    asked: list[str] = []
    desk.provide(Act.FIND, asked.append)
    details = ContactDetails('The "Club"', kind=ContactKind.ORGANIZATION)
    add_contact(notebook, ContactDraft(details))
    for number in range(21):
        add_person(f"Rower {number:02d}", organization='The "Club"')
    page.refresh(None)
    club = notebook.organizations.named('The "Club"')
    assert club is not None
    page.show_contact(club)
    buttons = details_of(page).findChildren(LinkButton)
    (all_of_them,) = [button for button in buttons if button.text() == "Show all 21"]
    QTest.keyClick(all_of_them, Qt.Key.Key_Return)
    (query,) = asked
    assert notebook.people.count(parse_query(query), desk.clock.today()) == 21


@pytest.mark.parametrize("label", ["parent", "mother", "partner", "sat beside"])
def test_a_link_that_the_other_wrote_is_taken_away_by_delete(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk, label: str
) -> None:
    agnes, ben = people["Agnes Dahl"], people["Ben Okafor"]
    relate(notebook, ben, agnes, label)
    page.refresh(None)
    page.show_contact(agnes)
    line = details_of(page).findChild(RelatedLine)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert notebook.relations.of(agnes) == []
    assert "Ben Okafor" not in all_words(details_of(page))
    desk.undo()
    assert [row.contact_id for row in notebook.relations.of(agnes)] == [ben]
    assert details_of(page).findChild(RelatedLine) is not None


def test_the_form_offers_to_rename_an_organisation_at_its_people(
    page: PeoplePage, notebook: Notebook, add_person: AddPerson, desk: Desk
) -> None:
    details = ContactDetails("Rowing Club", kind=ContactKind.ORGANIZATION)
    add_contact(notebook, ContactDraft(details))
    rower = add_person("Rower", organization="rowing club")
    page.refresh(None)
    club = notebook.organizations.named("Rowing Club")
    assert club is not None
    page.show_contact(club)
    offered: list[tuple[str, Act]] = []
    desk.more_offered.connect(lambda words, act: offered.append((words, act)))
    page.edit_person()
    whole = page.editing.editor.fields.name.whole
    whole.selectAll()
    QTest.keyClicks(whole, "Rowing Society")
    page.editing.save()
    assert offered == [("Rename it at its one person too", Act.RENAME_AT_PEOPLE)]
    desk.ask(offered[0][1])
    assert _organization(notebook, rower) == "Rowing Society"


def test_renaming_an_organisation_is_offered_at_its_people(
    page: PeoplePage, notebook: Notebook, add_person: AddPerson, desk: Desk
) -> None:
    """Each is a step of its own; nobody is renamed without being asked."""
    details = ContactDetails("Rowing Club", kind=ContactKind.ORGANIZATION)
    add_contact(notebook, ContactDraft(details))
    rower = add_person("Rower", organization="rowing club")
    page.refresh(None)
    club = notebook.organizations.named("Rowing Club")
    assert club is not None
    page.show_contact(club)
    details_of(page)
    page.activateWindow()
    offered: list[tuple[str, Act]] = []
    desk.more_offered.connect(lambda words, act: offered.append((words, act)))
    page.in_place.open(Spot("name"))
    QTest.keyClicks(page.focusWidget(), "Rowing Society")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert offered == [("Rename it at its one person too", Act.RENAME_AT_PEOPLE)]
    assert _organization(notebook, rower) == "rowing club"
    desk.ask(offered[0][1])
    assert _organization(notebook, rower) == "Rowing Society"
    desk.undo()
    assert _organization(notebook, rower) == "rowing club"


def _organization(notebook: Notebook, contact_id: int) -> str:
    contact = notebook.contacts.get(contact_id)
    assert contact is not None
    return contact.details.organization


def test_dropped_files_are_attached_and_opened_as_copies(
    page: PeoplePage,
    people: dict[str, int],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url) or True
    )
    page.show_contact(people["Ben Okafor"])
    details_of(page)
    path = tmp_path / "<b>offer.pdf"
    path.write_bytes(b"%PDF an offer")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    entering = enter_event(data, QPoint(5, 5))
    QApplication.sendEvent(page.details, entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(page.desk.changed):
        QApplication.sendEvent(page.details, drop_event(data, QPoint(5, 5)))
    line = details_of(page).findChild(FileLine)
    assert "13 bytes" in line.text()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert Path(opened[0].toLocalFile()).read_bytes() == b"%PDF an offer"
    assert Path(opened[0].toLocalFile()) != path


def test_what_a_click_might_run_is_not_opened(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk, tmp_path: Path
) -> None:
    problems: list[UserProblem] = []
    desk.problem_met.connect(problems.append)
    path = tmp_path / "invoice.pdf.desktop"
    path.write_text("[Desktop Entry]")
    attach_files(notebook, people["Ben Okafor"], [path])
    page.refresh(None)
    page.show_contact(people["Ben Okafor"])
    QTest.keyClick(details_of(page).findChild(FileLine), Qt.Key.Key_Return)
    assert "was not opened" in problems[0].title


def test_delete_takes_a_file_away_and_undo_brings_it_back(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "offer.pdf"
    path.write_bytes(b"%PDF")
    attach_files(notebook, people["Ben Okafor"], [path])
    page.refresh(None)
    page.show_contact(people["Ben Okafor"])
    QTest.keyClick(details_of(page).findChild(FileLine), Qt.Key.Key_Delete)
    assert notebook.attachments.of(people["Ben Okafor"]) == []
    desk.undo()
    assert [row.name for row in notebook.attachments.of(people["Ben Okafor"])] == ["offer.pdf"]
