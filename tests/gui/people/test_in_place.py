"""Values on a contact's page are edited where they stand, by keys alone and by the mouse."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.in_place.in_place import InPlace
from notebook_app.gui.people.in_place.item_editor import ItemEditor
from notebook_app.gui.people.in_place.spot import CADENCE, NAME, STANDING, WORK, Spot
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.model.contact import (
    Address,
    Affiliation,
    Cadence,
    CadenceUnit,
    Contact,
    Email,
    OwnField,
    Phone,
    RelatedName,
    Role,
    Stage,
)
from notebook_app.model.partial_date import PartialDate
from notebook_app.services.save_contact import update_contact
from notebook_app.services.undo import undo_last
from notebook_app.storage.notebook import Notebook
from tests.gui.people.conftest import AddPerson, details_of
from tests.linked_people import relate

Stored = Callable[[], Contact]


@pytest.fixture
def carla(page: PeoplePage, people: dict[str, int], notebook: Notebook) -> Stored:
    """Shows Carla, and reads her as she is stored."""
    page.show_contact(people["Carla Mendes"])
    details_of(page)
    page.activateWindow()

    def stored() -> Contact:
        contact = notebook.contacts.get(people["Carla Mendes"])
        assert contact is not None
        return contact

    return stored


def view_of(page: PeoplePage, field: str, number: int = 0) -> SpotView:
    """Return the view of a value."""
    spots = (*page.contact.head.spots, *page.details.spots)
    return next(view for view in spots if view.spot == Spot(field, number))


def focus() -> QWidget:
    """Return the widget that gets the keys: what is offered in a popup, or who has the focus."""
    widget = QApplication.activePopupWidget() or QApplication.focusWidget()
    if widget is None:
        # Without a window manager a window stays inactive when a popup over it has closed.
        pages = [page for page in QApplication.topLevelWidgets() if isinstance(page, PeoplePage)]
        widget = pages[-1].focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifier)


def write(text: str) -> None:
    """Write over what is selected where the focus is."""
    QTest.keyClicks(focus(), text)


def test_enter_edits_a_phone_and_enter_keeps_it(page: PeoplePage, carla: Stored) -> None:
    view_of(page, "phones").setFocus()
    press(Qt.Key.Key_Return)
    write("070-999 88 77")
    press(Qt.Key.Key_Return)
    assert carla().details.phones == (Phone("070-999 88 77", "mobile"),)
    assert focus() is view_of(page, "phones")


def test_a_click_edits(page: PeoplePage, carla: Stored) -> None:
    QTest.mouseClick(view_of(page, "emails"), Qt.MouseButton.LeftButton)
    write("c@mendes.example")
    press(Qt.Key.Key_Return)
    assert carla().details.emails == (Email("c@mendes.example", "work"),)


def test_tab_keeps_a_value_and_goes_on_to_the_next(page: PeoplePage, carla: Stored) -> None:
    """And Shift+Tab to the label, and from there to the value before."""
    page.in_place.open(Spot("phones"))
    write("112233")
    press(Qt.Key.Key_Tab)
    assert page.in_place.open_spot == Spot("emails")
    write("new@mendes.example")
    press(Qt.Key.Key_Backtab)
    assert page.in_place.open_spot == Spot("emails")
    press(Qt.Key.Key_Backtab)
    assert page.in_place.open_spot == Spot("phones")
    assert carla().details.phones[0].number == "112233"
    assert carla().details.emails[0].address == "new@mendes.example"


def test_escape_takes_back(page: PeoplePage, carla: Stored, notebook: Notebook) -> None:
    page.in_place.open(Spot("phones"))
    write("1")
    press(Qt.Key.Key_Escape)
    assert carla().details.phones[0].number == "+46 70 123 45 67"
    assert page.in_place.open_spot is None
    assert focus() is view_of(page, "phones")


def test_each_value_is_a_step_of_its_own_to_undo(
    page: PeoplePage, carla: Stored, desk: Desk
) -> None:
    before = carla()
    page.in_place.open(Spot("phones"))
    write("112233")
    press(Qt.Key.Key_Tab)
    write("new@mendes.example")
    press(Qt.Key.Key_Return)
    desk.undo()
    assert carla().details.emails == before.details.emails
    assert carla().details.phones[0].number == "112233"
    desk.undo()
    assert carla().details == before.details


def test_the_focus_stays_where_it_was_when_a_step_is_undone(
    page: PeoplePage, carla: Stored, desk: Desk
) -> None:
    """Also on the line that adds, and when the value itself is gone."""
    page.in_place.add("phones")
    write("112233")
    press(Qt.Key.Key_Return)
    assert focus() is view_of(page, "phones", 1)
    desk.undo()
    assert focus() is view_of(page, "emails")
    page.details.add_line.more.setFocus()
    desk.redo()
    assert focus() is page.details.add_line.more


def test_tab_goes_down_the_details_as_the_eye_does(page: PeoplePage, carla: Stored) -> None:
    """From a value just added on to the line that adds, which stands below it; then further."""
    page.in_place.add("birthday")
    write("14 March")
    press(Qt.Key.Key_Return)
    page.in_place.add("note")
    write("Likes tea")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    details_of(page)
    view_of(page, "birthday").setFocus()
    line = page.details.add_line
    origin = page.details.origin
    assert origin is not None
    asked = (origin.yes, origin.change, origin.unknown)
    for stop in (line.phone, line.email, line.more, *asked, view_of(page, "note")):
        press(Qt.Key.Key_Tab)
        assert focus() is stop
    for stop in (*reversed(asked), line.more, line.email, line.phone, view_of(page, "birthday")):
        press(Qt.Key.Key_Backtab)
        assert focus() is stop


def test_a_new_value_comes_into_sight(
    page: PeoplePage, carla: Stored, notebook: Notebook, qtbot: QtBot
) -> None:
    """Where one writes, and where it stands afterwards, further down than the column shows."""
    draft = notebook.contacts.draft_of(carla())
    phones = tuple(Phone(f"+46 70 123 45 {number}") for number in range(10, 60))
    many = replace(draft, details=replace(draft.details, phones=phones))
    page.desk.announce(update_contact(notebook, carla().id, many))
    page.in_place.add("related")
    qtbot.waitUntil(lambda: not focus().visibleRegion().isEmpty())
    write("Somebody")
    press(Qt.Key.Key_Return)
    assert focus() is view_of(page, "related")
    qtbot.waitUntil(lambda: not focus().visibleRegion().isEmpty())


def test_nothing_typed_is_no_step(page: PeoplePage, carla: Stored, notebook: Notebook) -> None:
    label = notebook.journal.undo_label()
    for field in ("phones", NAME, WORK, STANDING):
        page.in_place.open(Spot(field))
        press(Qt.Key.Key_Return)
    assert notebook.journal.undo_label() == label


def test_another_field_that_gets_the_focus_keeps_what_was_written(
    page: PeoplePage, carla: Stored
) -> None:
    page.in_place.open(Spot("phones"))
    write("112233")
    page.contact.timeline.line.text.setFocus()
    assert carla().details.phones[0].number == "112233"
    assert page.in_place.open_spot is None


def test_another_person_that_is_shown_keeps_what_was_written(
    page: PeoplePage, carla: Stored, people: dict[str, int]
) -> None:
    page.in_place.open(Spot("phones"))
    write("112233")
    page.show_contact(people["Ben Okafor"])
    assert carla().details.phones[0].number == "112233"
    assert page.contact.head.name.text() == "Ben Okafor"


def test_leaving_the_page_keeps_what_was_written(page: PeoplePage, carla: Stored) -> None:
    page.in_place.open(Spot("phones"))
    write("112233")
    page.leaving()
    assert carla().details.phones[0].number == "112233"


def test_an_emptied_phone_is_taken_out(page: PeoplePage, carla: Stored) -> None:
    page.in_place.open(Spot("phones"))
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert carla().details.phones == ()


def test_delete_takes_one_of_many_out(page: PeoplePage, carla: Stored) -> None:
    view_of(page, "emails").setFocus()
    press(Qt.Key.Key_Delete)
    assert carla().details.emails == ()


def test_what_was_changed_elsewhere_meanwhile_stays(
    page: PeoplePage, carla: Stored, notebook: Notebook, desk: Desk
) -> None:
    """The page does not take the editor away, and the item is found by what it was."""
    page.in_place.open(Spot("phones"))
    write("112233")
    now = carla()
    draft = notebook.contacts.draft_of(now)
    phones = (Phone("999", "home"), *now.details.phones)
    details = replace(draft.details, title="Owner", phones=phones)
    desk.announce(update_contact(notebook, now.id, replace(draft, details=details)))
    assert page.in_place.open_spot == Spot("phones")
    press(Qt.Key.Key_Return)
    assert [phone.number for phone in carla().details.phones] == ["999", "112233"]
    assert carla().details.title == "Owner"


Added = tuple[str, list[str], str, object]
ADDED: list[Added] = [
    ("phones", ["123456"], "phones", (Phone("123456", "mobile"),)),
    ("emails", ["x@y.example"], "emails", (Email("x@y.example", "work"),)),
    ("addresses", ["Mill Lane 7"], "addresses", (Address(street="Mill Lane 7", label="home"),)),
    ("own_fields", ["Shoe size", "43"], "own_fields", (OwnField("Shoe size", "43"),)),
    ("affiliations", ["Rowing club"], "affiliations", (Affiliation("Rowing club"),)),
    ("birthday", ["14 March"], "birthday", PartialDate(3, 14)),
    ("note", ["Likes tea"], "note", "Likes tea"),
    ("nickname", ["Benny"], "nickname", "Benny"),
    ("pronouns", ["he/him"], "pronouns", "he/him"),
    ("gender", ["male"], "gender", "male"),
    ("languages", ["Swedish, English"], "languages", ("sv", "en")),
    ("time_zone", ["Europe/Stockholm"], "time_zone", "Europe/Stockholm"),
    ("profession", ["Hairdresser"], "profession", "Hairdresser"),
    (WORK, ["Mill Lane Hair"], "organization", "Mill Lane Hair"),
]


@pytest.mark.parametrize("added", ADDED, ids=[row[0] for row in ADDED])
def test_everything_that_can_be_added_is_stored_and_shown(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, added: Added
) -> None:
    """By the line below the details, and keys alone from there."""
    field, typed, stored, expected = added
    who = people["Carla Mendes" if field == "affiliations" else "Ben Okafor"]
    page.show_contact(who)
    details_of(page)
    page.activateWindow()
    offered = [*(name for name, _words in page.details.add_line.fields()), "phones", "emails"]
    assert field in offered
    page.details.add_line.wanted.emit(field)
    for number, text in enumerate(typed):
        if number:
            press(Qt.Key.Key_Tab)
        write(text)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    contact = notebook.contacts.get(who)
    assert contact is not None
    assert getattr(contact.details, stored) == expected
    assert page.in_place.open_spot is None
    details_of(page)
    assert view_of(page, field).isVisible()
    page.in_place.open(Spot(field))
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert notebook.contacts.get(who) == contact


def test_a_person_of_the_notebook_is_linked(
    page: PeoplePage, carla: Stored, people: dict[str, int], notebook: Notebook
) -> None:
    page.in_place.add("related")
    write("Ben Ok")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    ben = notebook.contacts.get(people["Ben Okafor"])
    assert ben is not None
    assert carla().details.related == (RelatedName("Ben Okafor", "", ben.uid),)


def test_the_name_follows_its_parts(page: PeoplePage, carla: Stored) -> None:
    page.in_place.open(Spot(NAME))
    write("Carla Mendes-Lund")
    press(Qt.Key.Key_Return)
    assert carla().details.display_name == "Carla Mendes-Lund"
    assert carla().details.name.family == "Mendes-Lund"
    assert page.contact.head.name.text() == "Carla Mendes-Lund"


def test_an_empty_name_leaves_the_old_one(page: PeoplePage, carla: Stored) -> None:
    page.in_place.open(Spot(NAME))
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    assert carla().details.display_name == "Carla Mendes"


def test_tags_roles_and_stage_stand_together(page: PeoplePage, carla: Stored) -> None:
    page.in_place.open(Spot(STANDING))
    write("Sailing")
    press(Qt.Key.Key_Return)
    editor = view_of(page, STANDING).editor
    assert editor is not None
    editor.roles.chips[Role.FRIEND].click()
    editor.stage.chips[Stage.TRUST].click()
    editor.tags.edit.setFocus()
    press(Qt.Key.Key_Return)
    assert carla().details.tags == ("Chamber", "Sailing")
    assert carla().roles == (Role.CLIENT, Role.FRIEND)
    assert carla().stage is Stage.TRUST


def test_keeping_in_touch_is_set_in_place(page: PeoplePage, carla: Stored) -> None:
    page.in_place.add(CADENCE)
    write("6")
    press(Qt.Key.Key_Return)
    assert carla().cadence == Cadence(6, CadenceUnit.WEEKS)
    details_of(page)
    assert view_of(page, CADENCE).isVisible()


def test_a_date_that_is_none_goes_to_the_note(page: PeoplePage, carla: Stored) -> None:
    page.in_place.add("birthday")
    write("some day in May")
    press(Qt.Key.Key_Return)
    assert carla().details.birthday is None
    assert carla().details.note == "Birthday: some day in May"


def test_the_order_and_the_preferred_one_are_chosen_in_the_menu(
    page: PeoplePage, carla: Stored
) -> None:
    page.in_place.add("phones")
    write("112233")
    press(Qt.Key.Key_Return)
    view_of(page, "phones", 1).setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [phone.number for phone in carla().details.phones] == ["112233", "+46 70 123 45 67"]
    assert focus() is view_of(page, "phones", 0)
    view = view_of(page, "phones", 0)
    at = view.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, at, view.mapToGlobal(at)))
    menu = view.findChild(QMenu)
    next(action for action in menu.actions() if action.text() == "Prefer it").trigger()
    menu.close()
    assert [phone.preferred for phone in carla().details.phones] == [True, False]


def test_a_note_takes_several_lines(page: PeoplePage, carla: Stored) -> None:
    page.in_place.add("note")
    write("One")
    press(Qt.Key.Key_Return)
    write("Two")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert carla().details.note == "One\nTwo"


def test_what_cannot_be_stored_stays_to_be_mended(
    page: PeoplePage, carla: Stored, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As while an import is still writing."""
    monkeypatch.setattr(desk, "perform", lambda *_arguments: None)
    page.in_place.open(Spot("phones"))
    write("112233")
    press(Qt.Key.Key_Return)
    assert page.in_place.open_spot == Spot("phones")
    assert focus().text() == "112233"
    monkeypatch.undo()
    press(Qt.Key.Key_Return)
    assert carla().details.phones[0].number == "112233"


def test_someone_deleted_meanwhile_is_not_written_to(
    page: PeoplePage, carla: Stored, notebook: Notebook
) -> None:
    page.in_place.open(Spot("phones"))
    write("112233")
    with notebook.change("Deleted"):
        notebook.contacts.set_deleted(carla().id, True)
    press(Qt.Key.Key_Return)
    assert carla().details.phones[0].number == "+46 70 123 45 67"
    assert page.in_place.open_spot is None


def test_hundreds_of_values_open_one_editor_only(
    page: PeoplePage, add_person: AddPerson, notebook: Notebook
) -> None:
    who = add_person("Many", phones=tuple(Phone(str(number)) for number in range(100, 300)))
    page.refresh(None)
    page.show_contact(who)
    details_of(page)
    for number in range(3):
        page.in_place.open(Spot("phones", number))
    assert isinstance(page.in_place, InPlace)
    assert sum(view.editor is not None for view in page.details.spots) == 1
    undo_last(notebook)


REMARKS = [
    ("phones", "070-1", True),
    ("phones", "070-123 45 67", True),
    ("phones", "+46701234567", False),
    ("emails", "ann@gmial.com", True),
    ("emails", "ann@mendes.example", False),
    ("links", "htp:/mendes", True),
    ("birthday", "14 March 1802", True),
    ("birthday", "14 March 1980", False),
]


@pytest.mark.parametrize(("field", "text", "pointed_out"), REMARKS)
def test_a_likely_slip_is_pointed_out_and_never_refused(
    page: PeoplePage, carla: Stored, field: str, text: str, *, pointed_out: bool
) -> None:
    """A phone without its country is shown as it is understood."""
    page.in_place.add(field)
    write(text)
    words = focus().accessibleDescription()
    assert bool(words) is pointed_out
    press(Qt.Key.Key_Return)
    assert page.in_place.open_spot is None
    assert getattr(carla().details, field)


def test_a_circle_of_relations_is_pointed_out(
    page: PeoplePage, carla: Stored, people: dict[str, int], notebook: Notebook
) -> None:
    """Carla is Ben's child already, and would now be his parent too."""
    relate(notebook, people["Carla Mendes"], people["Ben Okafor"], "parent")
    page.refresh(None)
    page.in_place.add("related")
    write("Ben Okafor")
    press(Qt.Key.Key_Escape)
    spot = page.in_place.open_spot
    assert spot is not None
    editor = page.details.findChild(ItemEditor)
    editor.row.label.setCurrentText("child")
    assert "circle" in focus().accessibleDescription()
