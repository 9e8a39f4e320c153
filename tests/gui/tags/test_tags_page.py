"""The page of tags, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.people_model import PeopleModel
from notebook_app.gui.tags.tags_page import TagsPage
from notebook_app.model.contact import Cadence, CadenceUnit, ContactDetails, ContactDraft
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.tag import TagColour, TagRow
from notebook_app.services.change_tags import colour_tag
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, notebook: Notebook) -> TagsPage:
    """The page with two tags, one of them on two people."""
    for name, tags in (("Ann", ("Chamber",)), ("Ben", ("Chamber", "Rowing"))):
        add_contact(notebook, ContactDraft(ContactDetails(display_name=name, tags=tags)))
    page = TagsPage(desk)
    qtbot.addWidget(page)
    page.resize(900, 600)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    qtbot.waitExposed(page)
    page.focus_content()
    return page


def _current(page: TagsPage) -> TagRow:
    tag = page.current()
    assert tag is not None
    return tag


def _names(page: TagsPage) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_tags_are_shown_with_their_counts(page: TagsPage) -> None:
    assert _names(page) == ["Chamber, 2 people", "Rowing, 1 people"]
    assert page.panel.name.text() == "Chamber"


def test_a_tag_is_renamed_by_keyboard_alone(page: TagsPage, notebook: Notebook) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert page.panel.name.hasFocus()
    QTest.keyClicks(page.panel.name, "Guild")
    QTest.keyClick(page.panel.name, Qt.Key.Key_Return)
    assert [tag.name for tag in notebook.tags.all()] == ["Guild", "Rowing"]
    assert _current(page).name == "Guild"


def test_a_name_that_is_taken_offers_to_join_the_two(page: TagsPage, notebook: Notebook) -> None:
    page.panel.name.setText("rowing")
    page.panel.rename()
    assert page.panel.join_button.isVisible()
    assert len(notebook.tags.all()) == 2
    QTest.mouseClick(page.panel.join_button, LEFT)
    assert [(tag.name, tag.count) for tag in notebook.tags.all()] == [("Rowing", 2)]
    assert not page.panel.join_button.isVisible()


def test_typing_another_name_takes_the_offer_back(page: TagsPage) -> None:
    page.panel.name.setText("rowing")
    page.panel.rename()
    page.panel.name.setFocus()
    QTest.keyClicks(page.panel.name, "s")
    assert not page.panel.join_button.isVisible()
    assert not page.panel.trouble.isVisible()


def test_a_colour_is_chosen_and_taken_back(page: TagsPage, desk: Desk) -> None:
    QTest.mouseClick(page.panel.colours.chips[TagColour.BLUE], LEFT)
    assert _current(page).colour is TagColour.BLUE
    assert _names(page)[0] == "Chamber, 2 people, Blue"
    desk.undo()
    assert _current(page).colour is TagColour.NONE
    assert page.panel.colours.chips[TagColour.NONE].isChecked()


def test_a_rhythm_is_set_when_the_number_is_left(page: TagsPage) -> None:
    field = page.panel.cadence
    field.count.setFocus()
    QTest.keyClicks(field.count, "6")
    QTest.keyClick(field.count, Qt.Key.Key_Return)
    assert _current(page).cadence == Cadence(6, CadenceUnit.WEEKS)


def test_deleting_a_tag_leaves_the_people(page: TagsPage, notebook: Notebook, desk: Desk) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert _names(page) == ["Rowing, 1 people"]
    assert len(notebook.contacts.all_ids()) == 2
    desk.undo()
    assert _names(page)[0] == "Chamber, 2 people"


def test_a_new_tag_is_made_and_chosen(page: TagsPage) -> None:
    page.new_name.setFocus()
    QTest.keyClicks(page.new_name, "Walkers")
    QTest.keyClick(page.new_name, Qt.Key.Key_Return)
    assert _current(page).name == "Walkers"
    assert page.new_name.text() == ""


def test_searching_narrows_the_tags(page: TagsPage) -> None:
    page.search_text_changed("ROW")
    assert _names(page) == ["Rowing, 1 people"]
    page.search_text_changed("zzz")
    assert page.nothing.isVisible()


def test_the_people_list_tells_of_coloured_tags_in_words_too(
    page: TagsPage, notebook: Notebook, desk: Desk
) -> None:
    tag = notebook.tags.named("Rowing")
    assert tag is not None
    colour_tag(notebook, tag.id, TagColour.PINK)
    first, second = notebook.people.rows(notebook.contacts.all_ids())
    assert first.coloured_tags == ()
    assert second.coloured_tags == (("Rowing", TagColour.PINK),)
    model = PeopleModel(notebook.people)
    model.show(PeopleQuery(), desk.clock.today())
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Rowing" in spoken
