"""Proposals on a person's page and on Today, the menu of the ladder, and the habits."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.habits_dialog import HabitsDialog, show_habits
from notebook_app.gui.follow_ups.ladder_menu import fill_ladder_menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.next_follow_up import NextFollowUp
from notebook_app.gui.today.just_met_section import JustMetSection
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.model.contact import ContactDetails, ContactDraft, Email
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.follow_up_habits import Habits, habits_of
from notebook_app.services.propose_follow_ups import proposal_for
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day, open_form


def met(notebook: Notebook, fill: Filler, name: str = "Carla Mendes") -> int:
    """Somebody with an e-mail address, met yesterday."""
    details = ContactDetails(display_name=name, emails=(Email("carla@example.com"),))
    with notebook.change("Added"):
        contact_id = notebook.contacts.insert(ContactDraft(details))
    fill.talk(contact_id, "Hello", -1)
    return contact_id


def shown_next(qtbot: QtBot, desk: Desk, contact_id: int) -> NextFollowUp:
    """What stands on the page of a contact, read anew after each change."""
    widget = NextFollowUp(desk)
    qtbot.addWidget(widget)
    widget.resize(700, 200)
    store = desk.notebook.follow_ups
    widget.show_contact(contact_id, store.open_of(contact_id))
    desk.changed.connect(
        lambda _changes: widget.show_contact(contact_id, store.open_of(contact_id))
    )
    widget.show()
    return widget


def test_the_page_of_somebody_newly_met_proposes_and_plans_with_one_key(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = met(notebook, fill)
    widget = shown_next(qtbot, desk, carla)
    qtbot.waitUntil(lambda: widget.proposal is not None)
    panel = widget.proposal
    assert panel is not None
    assert panel.words.text() == "Send Carla Mendes an e-mail by tomorrow?"
    assert not widget._plan_first.isVisible()
    QTest.keyClick(panel.plan, Qt.Key.Key_Space)
    (row,) = notebook.follow_ups.open_of(carla)
    assert (row.kind, row.due, row.rung) == (FollowUpKind.EMAIL, day(1), "e-mail")
    assert not panel.isVisible()
    assert widget.panel.isVisible()
    desk.undo()
    assert panel.isVisible()


def test_letting_them_rest_ends_the_proposal(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = met(notebook, fill)
    widget = shown_next(qtbot, desk, carla)
    qtbot.waitUntil(lambda: widget.proposal is not None)
    panel = widget.proposal
    assert panel is not None
    panel.rest.click()
    assert not panel.isVisible()
    assert widget._plan_first.isVisible()
    assert proposal_for(notebook, carla) is None


def test_nothing_is_proposed_to_whom_one_has_known_long(
    qtbot: QtBot, desk: Desk, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    fill.talk(grace, "Hello", -100)
    widget = shown_next(qtbot, desk, grace)
    qtbot.wait(120)
    assert widget.proposal is None
    assert widget._plan_first.isVisible()


def test_today_shows_those_just_met_and_plans_by_a_key(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = met(notebook, fill)
    for number in range(6):
        met(notebook, fill, f"Person {number}")
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    desk.changed.connect(page.refresh)
    page.refresh(None)
    with qtbot.waitExposed(page):
        page.show()
    section: JustMetSection = page.just_met
    qtbot.waitUntil(lambda: len(section.cards) == 5)
    assert section.cards[0].proposal.contact_id == carla
    assert section.cards[0].second.text() == "An e-mail by tomorrow?"

    def focused() -> bool:
        page.activateWindow()
        section.cards[0].setFocus()
        return section.cards[0].hasFocus()

    qtbot.waitUntil(focused)
    QTest.keyClick(section.cards[0], Qt.Key.Key_P)
    (row,) = notebook.follow_ups.open_of(carla)
    assert row.kind is FollowUpKind.EMAIL
    qtbot.waitUntil(lambda: carla not in [card.proposal.contact_id for card in section.cards])
    # The focus went on to the card that is in its place now.
    assert page.focusWidget() is section.cards[0]
    resting = section.cards[0].proposal.contact_id
    QTest.keyClick(section.cards[0], Qt.Key.Key_R)
    qtbot.waitUntil(lambda: resting not in [card.proposal.contact_id for card in section.cards])
    QTest.keyClick(section.cards[0], Qt.Key.Key_O)
    form = open_form()
    assert form is not None
    form.reject()
    page.hide()


def test_the_section_is_hidden_while_nothing_is_proposed(qtbot: QtBot, desk: Desk) -> None:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    qtbot.wait(60)
    assert page.just_met.isHidden()
    page.hide()


def test_the_menu_begins_a_ladder_elsewhere_or_turns_it_off(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    carla = met(notebook, fill)
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_ladder_menu(menu, desk, carla)
    actions = {action.text(): action for action in menu.actions()}
    assert actions["As usual"].isChecked()
    actions["A call"].trigger()
    proposal = proposal_for(notebook, carla)
    assert proposal is not None
    assert proposal.rung == "call"
    actions["Propose nothing"].trigger()
    assert proposal_for(notebook, carla) is None
    menu.clear()
    fill_ladder_menu(menu, desk, carla)
    ticked = [action.text() for action in menu.actions() if action.isChecked()]
    assert ticked == ["Propose nothing"]


def test_habits_are_shown_checked_and_kept(desk: Desk, notebook: Notebook, window: QWidget) -> None:
    show_habits(desk, window)
    form = open_form()
    assert isinstance(form, HabitsDialog)
    assert form.region.currentText() == "United Kingdom"
    form.full_day.setText("none")
    form.act()
    assert form.trouble.isVisible()
    form.full_day.setText("5")
    form.ladder.choose("handwritten note")
    form.region.choose("DE")
    form.town.setText("Berlin")
    form.act()
    assert open_form() is None
    assert habits_of(notebook) == Habits("handwritten note", 5, "DE", "Berlin")
    desk.undo()
    assert habits_of(notebook) == Habits("", 8, "GB", "")


def test_promised_things_come_first_on_today_and_say_so(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    fill.plan(grace, FollowUpKind.CALL, -5)
    draft = FollowUpDraft(grace, FollowUpKind.SEND, day(0), promised=True)
    with notebook.change("Planned"):
        promised = notebook.follow_ups.insert(draft)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    first = page.follow_ups.cards[0]
    assert first.row_shown.id == promised
    assert first.kind.text() == "Send something, promised"
    page.hide()
