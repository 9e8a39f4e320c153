"""The services in Insights: who never heard of what, said in the matrix, planned, written down."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.gui.insights.services_form import ServicesForm
from notebook_app.gui.insights.services_view import ServicesView
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import ContactDetails, ContactDraft, Role
from notebook_app.model.insights.services_report import Heard
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.services.keep_services import add_service, know_of_service
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def clients(notebook: Notebook) -> list[str]:
    """Three clients and a friend, two services."""
    names = ["Ann", "Bob", "Carla"]
    for name in names:
        draft = ContactDraft(ContactDetails(display_name=name), roles=(Role.CLIENT,))
        add_contact(notebook, draft)
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Dee")))
    add_service(notebook, "Signage")
    add_service(notebook, "Care plan", "Each month")
    return names


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, clients: list[str]) -> Iterator[InsightsPage]:
    """The page with the services, read."""
    page = InsightsPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(900, 800)
    page.choice.choose(ServicesView)
    page.show()
    page.refresh(None)
    read(page, qtbot)
    yield page
    page.hide()


def read(page: InsightsPage, qtbot: QtBot) -> None:
    """Wait until all is read."""
    qtbot.waitUntil(lambda: not page.is_reading(), timeout=10_000)


Kind = TypeVar("Kind", bound=QWidget)


def view_of(page: InsightsPage) -> ServicesView:
    """The view."""
    view = page.views["services"]
    assert isinstance(view, ServicesView)
    return view


def open_window(kind: type[Kind]) -> Kind:
    """The window of a kind that is open."""
    windows = QApplication.topLevelWidgets()
    return next(each for each in windows if isinstance(each, kind) and each.isVisible())


def cells(view: ServicesView) -> list[list[str]]:
    """What the matrix shows."""
    model = view.matrix.matrix
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_keys_say_how_it_stands_and_can_be_undone(page: InsightsPage, qtbot: QtBot) -> None:
    """U, T, D and N on a sign; the counts follow, and where one is stays."""
    view = view_of(page)
    assert view.sentence.text() == "3 clients never heard of Signage."
    view.matrix.setFocus()
    for row, key in ((0, Qt.Key.Key_U), (1, Qt.Key.Key_T), (2, Qt.Key.Key_D)):
        view.matrix.setCurrentIndex(view.matrix.matrix.index(row, 1))
        QTest.keyClick(view.matrix, key)
        read(page, qtbot)
        assert view.matrix.currentIndex().row() == row
    assert cells(view) == [["Ann", "●", "·"], ["Bob", "◐", "·"], ["Carla", "×", "·"]]
    assert view.sentence.text() == "3 clients never heard of Care plan."
    QTest.keyClick(view.matrix, Qt.Key.Key_N)
    read(page, qtbot)
    assert cells(view)[2][1] == "·"
    for _ in range(4):
        page.desk.undo()
    read(page, qtbot)
    assert [row[1] for row in cells(view)] == ["·", "·", "·"]


def test_a_sign_is_spoken(page: InsightsPage) -> None:
    """Not as a dot."""
    model = view_of(page).matrix.matrix
    spoken = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bob, Care plan: Never told"
    assert model.heard(1, 2) is Heard.NOT_TOLD


def test_those_who_never_heard_go_on_the_list_once(page: InsightsPage, qtbot: QtBot) -> None:
    """Each gets a follow-up; then nobody waits to be put there."""
    view, notebook = view_of(page), page.desk.notebook
    assert len(view.tell.buttons) == 2
    view.tell.buttons[1].click()
    read(page, qtbot)
    open_ones = [
        row
        for contact_id in notebook.insights.client_ids()
        for row in notebook.follow_ups.open_of(contact_id)
    ]
    assert [row.note for row in open_ones] == ["Tell them about Care plan"] * 3
    assert len(view.tell.buttons) == 1


def test_a_bar_leads_to_its_clients(page: InsightsPage, qtbot: QtBot) -> None:
    """Those never told first; while nobody knows of anything, there are no bars."""
    view, notebook = view_of(page), page.desk.notebook
    assert not view.bars.isVisible()
    (dee,) = [choice.id for choice in notebook.contacts.find("Dee")]
    (signage, _plan) = notebook.offerings.services()
    ann = notebook.insights.client_ids()[0]
    for knower in (dee, ann):
        told = partial(know_of_service, notebook, [knower], signage.id, ServiceKnowledge.TOLD)
        page.desk.perform(told)
    read(page, qtbot)
    assert view.bars.isVisible()
    view.bars.chart.opened.emit(view.bars.chart.key_of(0))
    dialog = next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, BehindDialog) and each.isVisible()
    )
    qtbot.waitUntil(lambda: not dialog.is_reading(), timeout=5_000)
    assert dialog.choice.chips[0].words == "Never told: 2"
    assert dialog.people.rowCount() == 2
    dialog.close()


def test_services_are_written_down_renamed_and_retired(page: InsightsPage, qtbot: QtBot) -> None:
    """As one change; names may be swapped, twice the same one is refused."""
    view, notebook = view_of(page), page.desk.notebook
    view.edit_services()
    form = next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, ServicesForm) and each.isVisible()
    )
    form.lines[0].name.setText("Care plan")
    form.act()
    assert "twice" in form.trouble.text()
    form.lines[1].name.setText("Signage")
    form.lines[2].name.setText("Workshop")
    form.add_line()
    form.lines[1].retired.setChecked(True)
    form.act()
    assert not form.isVisible()
    read(page, qtbot)
    stored = [
        (each.name, each.description, each.retired)
        for each in notebook.offerings.services(retired=True)
    ]
    assert stored == [
        ("Care plan", "", False),
        ("Signage", "Each month", True),
        ("Workshop", "", False),
    ]
    assert [service.name for service in view.matrix.matrix.report.services] == [
        "Care plan",
        "Workshop",
    ]
    page.desk.undo()
    read(page, qtbot)
    assert [each.name for each in notebook.offerings.services()] == ["Signage", "Care plan"]


def test_without_services_it_asks_for_them(desk: Desk, qtbot: QtBot) -> None:
    """Kindly, with a way to write them down."""
    page = InsightsPage(desk)
    qtbot.addWidget(page)
    page.choice.choose(ServicesView)
    page.show()
    page.refresh(None)
    read(page, qtbot)
    view = view_of(page)
    assert view.nothing.isVisible()
    assert not view.matrix_card.isVisible()
    page.hide()


def test_keys_and_arrows_work_from_right_to_left(page: InsightsPage, qtbot: QtBot) -> None:
    """The next service is to the left; the letters say the same, of the same cell."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view = view_of(page)
    matrix = view.matrix
    matrix.setFocus()
    matrix.setCurrentIndex(matrix.matrix.index(1, 1))
    assert (
        matrix.visualRect(matrix.matrix.index(1, 2)).left()
        < matrix.visualRect(matrix.matrix.index(1, 1)).left()
    )
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.currentIndex().column() == 2
    QTest.keyClick(matrix, Qt.Key.Key_U)
    read(page, qtbot)
    assert matrix.matrix.heard(1, 2) is Heard.USES
    assert cells(view)[1] == ["Bob", "·", "●"]


def test_tool_tips_of_the_matrix_follow_no_markup(page: InsightsPage, qtbot: QtBot) -> None:
    """Whatever a service is called."""
    page.desk.perform(lambda: add_service(page.desk.notebook, "<b>Bold</b> & more"))
    read(page, qtbot)
    model = view_of(page).matrix.matrix
    tip = model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; more" in tip
    title = model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in title


def test_only_so_many_are_put_on_the_list_as_a_day_may_hold(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """The others wait until these are done."""
    notebook = page.desk.notebook
    for at in range(30):
        draft = ContactDraft(ContactDetails(display_name=f"Client {at:02}"), roles=(Role.CLIENT,))
        page.desk.perform(partial(add_contact, notebook, draft))
    read(page, qtbot)
    view = view_of(page)
    assert view.tell.buttons[0].text() == "Put 20 of them on my follow-up list"
    view.tell.buttons[0].click()
    read(page, qtbot)
    planned = [
        contact_id
        for contact_id in notebook.insights.client_ids()
        if notebook.follow_ups.open_of(contact_id)
    ]
    assert len(planned) == 20
    assert view.tell.buttons[0].text() == "Put on my follow-up list"


def test_tab_goes_from_the_bars_over_whom_to_tell_to_the_matrix(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """As the eye does, also when the lines were made anew."""
    view = view_of(page)
    view.tell.buttons[0].click()
    read(page, qtbot)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in view.tell.buttons))
    order: list[QWidget] = []
    widget: QWidget | None = view.services_button
    while widget is not None and widget is not view.matrix:
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            order.append(widget)
        widget = widget.nextInFocusChain()
    keys = zip(view.tell.who_buttons, view.tell.buttons, strict=True)
    assert order == [view.services_button, *(key for line in keys for key in line)]


def test_whom_to_tell_can_be_looked_at_and_planned_with_what_for(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """The number leads to those who make it up; a follow-up from there says what it is about."""
    view, notebook = view_of(page), page.desk.notebook
    view.tell.buttons[1].click()
    read(page, qtbot)
    assert (
        notebook.journal.undo_label()
        == "Planned with Ann, Bob and Carla: Tell them about Care plan"
    )
    page.desk.undo()
    ann = notebook.insights.client_ids()[0]
    (signage, _plan) = notebook.offerings.services()
    told = partial(know_of_service, notebook, [ann], signage.id, ServiceKnowledge.TOLD)
    page.desk.perform(told)
    read(page, qtbot)
    view.tell.who_buttons[0].click()
    dialog = open_window(BehindDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading(), timeout=5_000)
    assert dialog.choice.chips[0].words == "Never told, and nothing planned: 2"
    assert [dialog.people.index(row, 0).data() for row in range(2)] == ["Bob", "Carla"]
    dialog.plan_button.click()
    form = open_window(PlanForm)
    assert form.note.toPlainText() == "Tell them about Signage"
    form.close()
    dialog.close()


def test_keys_of_whom_to_tell_stand_below_their_words_where_there_is_little_room(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """So that no page is wider than its window."""
    tell = view_of(page).tell
    words, key = tell.buttons[0].parentWidget().findChildren(PlainLabel)[0], tell.buttons[0]
    assert key.y() < words.geometry().bottom()
    page.resize(page.fontMetrics().height() * 24, 800)
    qtbot.waitUntil(lambda: key.y() > words.geometry().bottom())
