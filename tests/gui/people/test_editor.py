"""Editing in place: each field is written and read back, nothing else changes, nothing is lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.editor.contact_editor import ContactEditor
from notebook_app.gui.people.editor.contact_fields import ContactFields
from notebook_app.gui.people.editor.partial_date_field import read_partial_date
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.widgets.message_bar import MessageBar
from notebook_app.model.changes import Changed
from notebook_app.model.contact import (
    Address,
    Cadence,
    CadenceUnit,
    ContactDetails,
    ContactDraft,
    ContactKind,
    Email,
    Link,
    LinkKind,
    NameParts,
    OwnDate,
    Phone,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

FULL = ContactDraft(
    ContactDetails(
        display_name="Dr. Carla Maria Mendes",
        name=NameParts("Dr.", "Carla", "Maria", "Mendes", "", "Kar-la", ""),
        nickname="Cami",
        organization="Mendes Interiors",
        department="Design",
        title="Founder",
        profession="Architect",
        birthday=PartialDate(3, 14),
        note="Line one\nLine two  ",
        phones=(Phone("+46 70 123 45 67", "mobile", True), Phone("08 465 004", "Rowing club")),
        emails=(Email("carla@mendes.example", "work", True),),
        addresses=(Address("Harbour Street 12\nYard", "Millbridge", "", "123 45", "", "PO 7"),),
        links=(Link("xmpp:carla@chat.example", "home", LinkKind.MESSAGING, "Jabber"),),
        dates=(OwnDate("anniversary", PartialDate(5, 6, 2001)),),
        related=(RelatedName("Elif Aydın", "introduced_us"),),
        tags=("Chamber", "Rowing"),
        other_properties=("X-PET:Cat",),
    ),
    Stage.LIKE,
    (Role.REFERRER, Role.CLIENT),
    Cadence(6, CadenceUnit.WEEKS),
)


@pytest.fixture
def fields(notebook: Notebook, qtbot: QtBot) -> ContactFields:
    editor = ContactEditor(notebook)
    qtbot.addWidget(editor)
    editor.show_draft(FULL, None, new=False)
    return editor.fields


def test_a_contact_that_is_not_touched_comes_back_as_it_was(fields: ContactFields) -> None:
    assert fields.draft() == FULL


def test_an_organisation_is_not_split_into_given_and_family_name(
    notebook: Notebook, qtbot: QtBot
) -> None:
    editor = ContactEditor(notebook)
    qtbot.addWidget(editor)
    firm = ContactDetails(display_name="Dahl & Co", kind=ContactKind.ORGANIZATION)
    editor.show_draft(ContactDraft(firm), None, new=False)
    _type(editor.fields.name.whole, "Dahl & Sons")
    assert editor.draft().details == replace(firm, display_name="Dahl & Sons")


def _type(edit, text: str) -> None:
    """Write as the keyboard does, so that the field knows it was written by hand."""
    edit.selectAll()
    edit.insert("")
    edit.setText(text)
    edit.textEdited.emit(text)


def _line(name: str, text: str) -> Callable[[ContactFields], object]:
    return lambda fields: fields.lines[name].setText(text)


CHANGES: list[tuple[str, Callable[[ContactFields], object], dict[str, object]]] = [
    ("organisation", _line("organization", "Other Ltd"), {"organization": "Other Ltd"}),
    ("department", _line("department", ""), {"department": ""}),
    ("title", _line("title", "Owner"), {"title": "Owner"}),
    ("profession", _line("profession", "Painter"), {"profession": "Painter"}),
    ("nickname", lambda f: _type(f.name.nickname, "Caz"), {"nickname": "Caz"}),
    (
        "name part",
        lambda f: _type(f.name.parts["family"], "Lund"),
        {
            "display_name": "Dr. Carla Maria Lund",
            "name": NameParts("Dr.", "Carla", "Maria", "Lund", "", "Kar-la", ""),
        },
    ),
    (
        "whole name",
        lambda f: _type(f.name.whole, "Dr. Clara Lund"),
        {
            "display_name": "Dr. Clara Lund",
            "name": NameParts("Dr.", "Clara", "", "Lund", "", "Kar-la", ""),
        },
    ),
    (
        "phone",
        lambda f: f.phones.rows[1].text.setText("112"),
        {"phones": (FULL.details.phones[0], Phone("112", "Rowing club"))},
    ),
    (
        "label of one's own",
        lambda f: f.phones.rows[0].label.setCurrentText("Yacht"),
        {"phones": (Phone("+46 70 123 45 67", "Yacht", True), FULL.details.phones[1])},
    ),
    (
        "usual label",
        lambda f: f.phones.rows[1].label.setCurrentText("Work fax"),
        {"phones": (FULL.details.phones[0], Phone("08 465 004", "work fax"))},
    ),
    (
        "order",
        lambda f: f.phones.rows[1].up.click(),
        {"phones": FULL.details.phones[::-1]},
    ),
    ("removal", lambda f: f.emails.rows[0].remove.click(), {"emails": ()}),
    (
        "added e-mail",
        lambda f: f.emails.add_row().text.setText("c@home.example"),
        {"emails": (*FULL.details.emails, Email("c@home.example", "work"))},
    ),
    ("empty row", lambda f: f.emails.add_row(), {}),
    (
        "address",
        lambda f: f.addresses.rows[0].parts["country"].setText("Sweden"),
        {"addresses": (replace(FULL.details.addresses[0], country="Sweden"),)},
    ),
    (
        "link",
        lambda f: f.links.add_row().text.setText("mendes.example"),
        {"links": (*FULL.details.links, Link("https://mendes.example", "homepage"))},
    ),
    (
        "birthday with year",
        lambda f: f.birthday.edit.setText("14 March 1980"),
        {"birthday": PartialDate(3, 14, 1980)},
    ),
    (
        "birthday without year",
        lambda f: f.birthday.edit.setText("--05-06"),
        {"birthday": PartialDate(5, 6)},
    ),
    ("no birthday", lambda f: f.birthday.edit.clear(), {"birthday": None}),
    (
        "date",
        lambda f: f.dates.rows[0].date.edit.setText("2002-07-08"),
        {"dates": (OwnDate("anniversary", PartialDate(7, 8, 2002)),)},
    ),
    (
        "related",
        lambda f: f.related.rows[0].name.setText("Ben Okafor"),
        {"related": (RelatedName("Ben Okafor", "introduced_us"),)},
    ),
    (
        "typed tag",
        lambda f: f.tags.edit.setText("Sailing"),
        {"tags": ("Chamber", "Rowing", "Sailing")},
    ),
    ("same tag again", lambda f: f.tags.edit.setText("rowing"), {}),
    ("note", lambda f: f.note.setPlainText("New"), {"note": "New"}),
]


@pytest.mark.parametrize(("what", "change", "expected"), CHANGES, ids=[row[0] for row in CHANGES])
def test_a_field_that_is_written_changes_only_itself(
    fields: ContactFields, what: str, change: Callable, expected: dict
) -> None:
    change(fields)
    assert fields.draft().details == replace(FULL.details, **expected)


def test_roles_stage_and_cadence_are_read_back(fields: ContactFields) -> None:
    fields.roles.chips[Role.FRIEND].click()
    fields.roles.chips[Role.CLIENT].click()
    fields.stage.chips[Stage.TRUST].click()
    fields.cadence.count.setText("2")
    fields.cadence.unit.choose(CadenceUnit.MONTHS)
    draft = fields.draft()
    assert draft.roles == (Role.REFERRER, Role.FRIEND)
    assert draft.stage is Stage.TRUST
    assert draft.cadence == Cadence(2, CadenceUnit.MONTHS)
    fields.cadence.count.clear()
    fields.stage.chips[None].click()
    assert (fields.draft().cadence, fields.draft().stage) == (None, None)


def test_a_birthday_that_is_no_date_is_pointed_out_and_kept_in_the_note(
    fields: ContactFields,
) -> None:
    fields.birthday.edit.setText("soon after Easter")
    assert fields.birthday.edit.property("wrong") is True
    assert "not a date" in fields.birthday.said.text()
    details = fields.draft().details
    assert details.birthday == PartialDate(3, 14)
    assert details.note == "Line one\nLine two  \nBirthday: soon after Easter"


def test_birthdays_are_read_as_people_type_them() -> None:
    british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    american = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    german = QLocale(QLocale.Language.German)
    for text, locale, expected in (
        ("1980-05-06", british, PartialDate(5, 6, 1980)),
        ("--0506", british, PartialDate(5, 6)),
        ("6 May", british, PartialDate(5, 6)),
        ("May 6", american, PartialDate(5, 6)),
        ("6 May 1980", british, PartialDate(5, 6, 1980)),
        ("06/05/1980", british, PartialDate(5, 6, 1980)),
        ("5/6", american, PartialDate(5, 6)),
        ("6.5.", german, PartialDate(5, 6)),
        ("06.05.80", german, PartialDate(5, 6, 1980)),
        ("6. März", german, PartialDate(3, 6)),
        ("29 February", british, PartialDate(2, 29)),
        ("31 February", british, None),
        ("tomorrow", british, None),
    ):
        assert read_partial_date(text, TODAY, locale) == expected, text


def test_a_photo_is_scaled_down_and_can_be_dropped_pasted_and_removed(
    fields: ContactFields, tmp_path: Path
) -> None:
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    path = tmp_path / "holiday.bmp"
    image.save(str(path))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    assert fields.photo.take_mime(dropped)
    photo = fields.draft().details.photo
    assert photo.media_type == "image/jpeg"
    stored = QImage.fromData(photo.data)
    assert (stored.width(), stored.height()) == (512, 256)
    fields.photo.remove.click()
    assert fields.draft().details.photo is None


def test_what_is_no_picture_is_refused_kindly(fields: ContactFields, tmp_path: Path) -> None:
    path = tmp_path / "words.jpg"
    path.write_text("not a picture")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    assert fields.photo.take_mime(dropped)
    assert fields.photo.photo() is None
    assert fields.photo.said.text()


@pytest.fixture
def carla(page: PeoplePage, notebook: Notebook) -> int:
    changes = add_contact(notebook, FULL)
    page.refresh(None)
    contact_id = next(iter(changes.of(Changed.CONTACT)))
    page.show_contact(contact_id)
    return contact_id


def test_ctrl_enter_saves_and_undo_brings_the_old_back(
    page: PeoplePage, carla: int, notebook: Notebook, desk: Desk
) -> None:
    page.edit_person()
    editor = page.editing.editor
    _type(editor.fields.name.whole, "Carla Lund")
    QTest.keyClick(editor.fields.name.whole, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert notebook.contacts.name_of(carla) == "Carla Lund"
    assert page.contact.head.name.text() == "Carla Lund"
    assert not editor.isVisible()
    assert notebook.contacts.get(carla).details.other_properties == ("X-PET:Cat",)
    desk.undo()
    assert page.contact.head.name.text() == "Dr. Carla Maria Mendes"


def test_escape_takes_back_and_the_message_brings_it_again(
    page: PeoplePage, carla: int, notebook: Notebook
) -> None:
    page.edit_person()
    editor = page.editing.editor
    editor.fields.lines["title"].setText("Owner")
    QTest.keyClick(editor.fields.lines["title"], Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert notebook.contacts.get(carla).details.title == "Founder"
    message = page.findChild(MessageBar)
    message.act_button.click()
    assert editor.isVisible()
    assert editor.fields.lines["title"].text() == "Owner"
    editor.save.click()
    assert notebook.contacts.get(carla).details.title == "Owner"


def test_saving_without_a_change_writes_nothing(
    page: PeoplePage, carla: int, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    page.edit_person()
    with qtbot.assertNotEmitted(desk.changed):
        page.editing.editor.save.click()
    assert page.contact.isVisible()


def test_going_to_somebody_else_saves_what_was_written(
    page: PeoplePage, carla: int, people: dict[str, int], notebook: Notebook
) -> None:
    page.edit_person()
    page.editing.editor.fields.lines["title"].setText("Owner")
    page.show_contact(people["Ben Okafor"])
    assert notebook.contacts.get(carla).details.title == "Owner"
    assert page.contact.head.name.text() == "Ben Okafor"


def test_leaving_the_page_saves_a_new_person_without_a_name(
    page: PeoplePage, notebook: Notebook
) -> None:
    page.add_person()
    page.editing.editor.fields.note.setPlainText("Met in the lift")
    page.leaving()
    [found] = notebook.contacts.find("New person")
    assert notebook.contacts.get(found.id).details.note == "Met in the lift"


def test_adding_a_person_shows_them(page: PeoplePage, notebook: Notebook) -> None:
    page.add_person()
    editor = page.editing.editor
    assert editor.isVisible()
    _type(editor.fields.name.whole, "Wanda van der Berg")
    editor.save.click()
    assert page.contact.head.name.text() == "Wanda van der Berg"
    [found] = notebook.contacts.find("Wanda")
    assert page.people.view.current_id() == found.id
    parts = notebook.contacts.get(found.id).details.name
    assert (parts.given, parts.family) == ("Wanda van", "der Berg")


def test_saving_nobody_says_what_is_missing_and_keeps_the_editor(
    page: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    page.add_person()
    page.editing.editor.fields.note.setPlainText("Who?")
    with qtbot.waitSignal(desk.problem_met):
        page.editing.editor.save.click()
    assert page.editing.editor.isVisible()
    assert page.editing.editor.fields.note.toPlainText() == "Who?"


def test_a_refresh_while_editing_leaves_the_editor_alone(
    page: PeoplePage, carla: int, desk: Desk
) -> None:
    page.edit_person()
    page.editing.editor.fields.lines["title"].setText("Owner")
    page.refresh(None)
    assert page.editing.editor.isVisible()
    assert page.editing.editor.fields.lines["title"].text() == "Owner"


def test_what_cannot_be_saved_on_going_elsewhere_stays_in_the_editor(
    page: PeoplePage, carla: int, people: dict[str, int], notebook: Notebook, qtbot: QtBot
) -> None:
    page.edit_person()
    page.editing.editor.fields.lines["title"].setText("Owner")
    notebook.read_only = True
    with qtbot.waitSignal(page.desk.problem_met):
        page.show_contact(people["Ben Okafor"])
    assert page.editing.editor.isVisible()
    assert page.editing.editor.fields.lines["title"].text() == "Owner"
    notebook.read_only = False
    page.editing.editor.save.click()
    assert notebook.contacts.get(carla).details.title == "Owner"


def test_somebody_deleted_while_being_edited_is_saved_anew(
    page: PeoplePage, carla: int, notebook: Notebook, desk: Desk
) -> None:
    page.edit_person()
    page.editing.editor.fields.lines["title"].setText("Owner")
    desk.undo()
    assert notebook.contacts.get(carla) is None
    page.editing.editor.save.click()
    [found] = notebook.contacts.find("Carla Maria")
    assert notebook.contacts.get(found.id).details.title == "Owner"
