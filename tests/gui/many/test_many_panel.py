"""Several people selected: the panel in the middle, and each act as one step."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.many.questions import RhythmQuestion, TagQuestion
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.widgets.calendar_popup import CalendarPopup
from notebook_app.model.contact import (
    Cadence,
    CadenceUnit,
    Contact,
    ContactDetails,
    ContactDraft,
    Role,
    Stage,
)
from notebook_app.storage.notebook import Notebook

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(notebook: Notebook) -> list[int]:
    """Six people in the order of their names, the first two tagged."""
    with notebook.change("Added"):
        return [
            notebook.contacts.insert(
                ContactDraft(
                    ContactDetails(
                        display_name=f"Person {number}", tags=("Old",) if number < 2 else ()
                    )
                )
            )
            for number in range(6)
        ]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, ids: list[int]) -> Iterator[PeoplePage]:
    """The page of people with the first one chosen."""
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1084, 744)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.show()
    qtbot.waitExposed(page)
    page.people.view.tell_now()
    page.people.view.setFocus()
    yield page
    page.photos.wait()


def _select(page: PeoplePage, count: int) -> None:
    """Select so many from the top, by the keyboard."""
    view = page.people.view
    view.select_line(0)
    for _ in range(count - 1):
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    QApplication.processEvents()


def _contacts(notebook: Notebook, ids: list[int]) -> list[Contact]:
    return list(notebook.contacts.many(ids))


def _choose(menu: QMenu, beginning: str) -> None:
    next(each for each in menu.actions() if each.text().startswith(beginning)).trigger()


def test_shift_and_arrows_show_the_panel_and_an_arrow_the_contact_again(page: PeoplePage) -> None:
    _select(page, 3)
    several = page.middle.several
    assert several.isVisible()
    assert several.heading.text() == "3 people"
    assert several.names.text() == "Person 0, Person 1, Person 2"
    QTest.keyClick(page.people.view, Qt.Key.Key_Down)
    QApplication.processEvents()
    page.people.view.tell_if_due()
    assert page.columns.middle.currentWidget() is page.contact
    assert page.contact.contact is not None
    assert page.contact.contact.details.display_name == "Person 3"


def test_going_back_to_the_one_who_was_shown_shows_them(page: PeoplePage) -> None:
    _select(page, 2)
    page.people.view.select_line(0)
    QApplication.processEvents()
    assert page.columns.middle.currentWidget() is page.contact


def test_control_a_selects_all(page: PeoplePage, ids: list[int]) -> None:
    QTest.keyClick(page.people.view, Qt.Key.Key_A, CONTROL)
    QApplication.processEvents()
    assert page.middle.several.heading.text() == "6 people"
    assert list(page.middle.several.acts.contact_ids) == ids


def test_a_tag_is_asked_for_and_put_on_all(
    page: PeoplePage, notebook: Notebook, desk: Desk, ids: list[int]
) -> None:
    _select(page, 3)
    QTest.mouseClick(page.middle.several.tag_button, Qt.MouseButton.LeftButton)
    (question,) = page.window().findChildren(TagQuestion)
    QTest.keyClicks(question.name, "Rowing")
    QTest.keyClick(question.name, Qt.Key.Key_Return)
    tags = [contact.details.tags for contact in _contacts(notebook, ids)]
    assert tags[:4] == [("Old", "Rowing"), ("Old", "Rowing"), ("Rowing",), ()]
    assert page.middle.several.heading.text() == "3 people"
    desk.undo()
    assert notebook.contacts.tags_of(ids[2]) == ()


def test_only_tags_that_they_have_can_be_removed(
    page: PeoplePage, notebook: Notebook, ids: list[int]
) -> None:
    _select(page, 3)
    menu = QMenu()
    page.middle.several.acts.fill_remove_tag(menu)
    assert [action.text() for action in menu.actions()] == ["Old   (2)"]
    _choose(menu, "Old")
    assert notebook.contacts.tags_of(ids[0]) == ()
    assert not page.middle.several.untag_button.isEnabled()


def test_role_stage_and_rhythm_are_set_from_their_menus(
    page: PeoplePage, notebook: Notebook, ids: list[int]
) -> None:
    _select(page, 2)
    acts, menu = page.middle.several.acts, QMenu()
    acts.fill_role(menu)
    _choose(menu, "Client")
    acts.fill_stage(menu)
    _choose(menu, "Like")
    acts.fill_rhythm(menu)
    _choose(menu, "every 6 weeks")
    first, second, third = _contacts(notebook, ids[:3])
    for contact in (first, second):
        assert contact.roles == (Role.CLIENT,)
        assert contact.stage is Stage.LIKE
        assert contact.cadence == Cadence(6, CadenceUnit.WEEKS)
    assert (third.roles, third.stage, third.cadence) == ((), None, None)
    acts.fill_role(menu)
    client = next(action for action in menu.actions() if action.text() == "Client")
    assert client.isChecked()
    client.trigger()
    assert _contacts(notebook, ids[:1])[0].roles == ()


def test_a_rhythm_of_ones_own_is_asked_for(
    page: PeoplePage, notebook: Notebook, ids: list[int]
) -> None:
    _select(page, 2)
    page.middle.several.acts.ask_for_rhythm()
    (question,) = page.window().findChildren(RhythmQuestion)
    question.act()
    assert question.trouble.isVisible()
    QTest.keyClicks(question.cadence.count, "5")
    question.act()
    assert _contacts(notebook, ids[:1])[0].cadence == Cadence(5, CadenceUnit.WEEKS)


def test_the_same_follow_up_is_planned_with_each(
    page: PeoplePage, notebook: Notebook, desk: Desk, ids: list[int]
) -> None:
    _select(page, 4)
    QTest.mouseClick(page.middle.several.plan_button, Qt.MouseButton.LeftButton)
    (form,) = page.window().findChildren(PlanForm)
    form.act()
    assert all(notebook.follow_ups.open_of(contact_id) for contact_id in ids[:4])
    assert notebook.follow_ups.open_of(ids[4]) == []
    desk.undo()
    assert notebook.follow_ups.open_of(ids[0]) == []


def test_delete_by_its_key_is_one_step_and_offers_the_trash(
    page: PeoplePage, notebook: Notebook, desk: Desk, ids: list[int]
) -> None:
    offered: list[object] = []
    desk.provide(Act.TRASH, lambda: None)
    desk.more_offered.connect(lambda _words, act: offered.append(act))
    _select(page, 4)
    QTest.keyClick(page.people.view, Qt.Key.Key_Delete)
    assert notebook.contacts.all_ids() == ids[4:]
    assert offered == [Act.TRASH]
    desk.undo()
    assert notebook.contacts.all_ids() == ids


def test_after_an_act_that_ends_the_selection_the_keys_go_to_the_list(
    page: PeoplePage, notebook: Notebook, ids: list[int]
) -> None:
    """Not to the photo of who is shown then, which Delete would take away."""
    page.activateWindow()
    page.show_contact(ids[0])
    _select(page, 2)
    button = page.middle.several.delete_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    page.people.view.tell_if_due()
    assert not page.middle.several.isVisible()
    assert QApplication.focusWidget() is page.people.view


def test_what_others_offer_is_offered_with_all_of_them(
    page: PeoplePage, desk: Desk, ids: list[int]
) -> None:
    asked: list[tuple[object, ...]] = []
    _select(page, 2)
    assert page.middle.several.acts.further() == []
    desk.provide(Act.EXPORT, lambda *who: asked.append(who))
    desk.provide(Act.PRINT, lambda who: asked.append(tuple(who)))
    desk.provide(Act.MERGE, lambda who: asked.append(tuple(who)))
    for _words, act in page.middle.several.acts.further():
        act()
    assert asked == [tuple(ids[:2])] * 3


def test_the_context_menu_has_every_act_of_the_panel(page: PeoplePage, ids: list[int]) -> None:
    _select(page, 2)
    menu = page.menu.open_at(page.mapToGlobal(page.rect().center()), ids[:2])
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Log a conversation with all…",
        "Plan a follow-up with each…",
        "Add a tag…",
        "Remove a tag",
        "Role",
        "How well we know them",
        "Keep in touch",
        "Not now",
        "Let it rest",
        "Delete 2 people\tDel",
    ]
    menu.hide()


def test_all_of_them_rest_with_one_act_and_no_longer_with_one_undo(
    page: PeoplePage, notebook: Notebook, desk: Desk, ids: list[int]
) -> None:
    _select(page, 2)
    page.middle.several.rest_button.click()
    today = desk.clock.today()
    assert [notebook.acquaintance.resting_since(each) for each in ids[:3]] == [today, today, None]
    desk.undo()
    assert [notebook.acquaintance.resting_since(each) for each in ids[:2]] == [None, None]


def test_all_of_them_are_put_off_from_the_panel_and_one_alone_from_the_menu(
    page: PeoplePage, notebook: Notebook, desk: Desk, ids: list[int]
) -> None:
    _select(page, 2)
    today = desk.clock.today()
    menu = page.middle.several.later_button.choices()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    until = [notebook.acquaintance.snoozed_until(each, today) for each in ids[:3]]
    assert until == [today + timedelta(days=14), today + timedelta(days=14), None]
    desk.undo()
    menu = page.menu.open_at(page.mapToGlobal(page.rect().center()), ids[:1])
    [later] = [action.menu() for action in menu.actions() if action.text() == "Not now"]
    assert isinstance(later, QMenu)
    menu.hide()
    later.actions()[-1].trigger()
    [popup] = page.findChildren(CalendarPopup)
    popup.calendar.activated.emit(QDate(2030, 1, 2))
    until = [notebook.acquaintance.snoozed_until(each, today) for each in ids[:2]]
    assert until == [date(2030, 1, 2), None]


def test_enter_leads_into_the_panel(page: PeoplePage) -> None:
    _select(page, 2)
    QTest.keyClick(page.people.view, Qt.Key.Key_Return)
    assert page.middle.several.log_button.hasFocus()


def test_thousands_are_changed_beside_the_window_and_taken_back(
    page: PeoplePage, notebook: Notebook, desk: Desk, qtbot: QtBot
) -> None:
    with notebook.change("Added many"):
        many = [
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=f"Q {number:04d}")))
            for number in range(2000)
        ]
    page.refresh(None)
    QTest.keyClick(page.people.view, Qt.Key.Key_A, CONTROL)
    QApplication.processEvents()
    assert page.middle.several.heading.text().replace(",", "") == "2006 people"
    page.middle.several.acts.set_stage(Stage.KNOW)
    assert desk.running_titles()
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=20_000)
    assert _contacts(notebook, many[:1])[0].stage is Stage.KNOW
    assert page.middle.several.heading.text().replace(",", "") == "2006 people"
    desk.undo()
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=20_000)
    assert _contacts(notebook, many[-1:])[0].stage is None


def test_all_that_a_search_finds_are_selected_also_those_not_looked_at_yet(
    page: PeoplePage, notebook: Notebook
) -> None:
    with notebook.change("Added many"):
        for number in range(700):
            name = ContactDetails(display_name=f"Guild member {number:04d}")
            notebook.contacts.insert(ContactDraft(name))
    page.refresh(None)
    page.search_text_changed("guild")
    QTest.keyClick(page.people.view, Qt.Key.Key_A, CONTROL)
    QApplication.processEvents()
    assert page.middle.several.heading.text() == "700 people"
