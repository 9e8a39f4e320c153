"""Choosing in the preview, by mouse and keyboard, card by card and for all."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.import_plan import CardState, ImportPlan
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import update_contact
from notebook_app.storage.notebook import Notebook

_NO_KEY = Qt.KeyboardModifier.NoModifier
Opened = Callable[[str], tuple[ImportPreview, ImportPlan]]


def card(*lines: str) -> str:
    """Return a card of ``lines``."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


ANN = ("FN:Ann Berg", "TEL:+46 70 174 06 05", "EMAIL:ann@mail.example")
CARL = card("FN:Carl Lund", "TEL:+46 70 174 06 05", "ORG:Boats")
BEN = card("FN:Ben Wood")


@pytest.fixture
def opened(qtbot: QtBot, notebook: Notebook) -> Opened:
    """Open the preview of a file with this text; agreeing carries it out."""

    def open_preview(text: str) -> tuple[ImportPreview, ImportPlan]:
        plan = plan_import(notebook, [("phone.vcf", text.encode())])
        preview = ImportPreview(plan, notebook, lambda: import_vcards(notebook, plan))
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(preview)
        preview.resize(900, 600)
        preview.show()
        qtbot.waitExposed(preview)
        return preview, plan

    return open_preview


@pytest.fixture
def edited(notebook: Notebook) -> None:
    """Have Ann in the notebook, with a title and a note of the user's own."""
    first = card(*ANN, "TITLE:Baker", "NOTE:Old")
    import_vcards(notebook, plan_import(notebook, [("phone.vcf", first.encode())]))
    contact = notebook.contacts.get(notebook.contacts.all_ids()[0])
    assert contact is not None
    draft = notebook.contacts.draft_of(contact)
    details = replace(draft.details, title="Chef", note="Mine")
    update_contact(notebook, contact.id, replace(draft, details=details))


def names(notebook: Notebook) -> list[str]:
    """Return everyone's name."""
    return notebook.contacts.names_of(notebook.contacts.all_ids())


def test_space_leaves_a_card_out_and_takes_it_in_again(opened: Opened, notebook: Notebook) -> None:
    preview, _plan = opened(card(*ANN) + BEN)
    assert preview.list.hasFocus() or not preview.isActiveWindow()
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert preview.import_button.text() == "Add 1 person"
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert preview.import_button.text() == "Add 2 people"
    QTest.keyClick(preview.list, Qt.Key.Key_Down)
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    preview.import_button.click()
    assert names(notebook) == ["Ann Berg"]


def test_space_ticks_all_that_are_selected(opened: Opened) -> None:
    preview, plan = opened(card(*ANN) + BEN + CARL)
    preview.list.selectAll()
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert plan.effects()[CardState.LEFT_OUT] == 3
    assert not preview.import_button.isEnabled()


def test_a_tick_far_down_a_long_list_leaves_the_list_where_it_is(
    opened: Opened, qtbot: QtBot
) -> None:
    preview, plan = opened("".join(card(f"FN:Person {number}") for number in range(1000)))
    bar = preview.list.verticalScrollBar()
    far = preview.cards.index(900)
    qtbot.waitUntil(lambda: preview.list.visualRect(far).isValid())
    preview.list.setCurrentIndex(far)
    QApplication.processEvents()
    before = bar.value()
    assert before > bar.maximum() // 2
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert plan.choices.of(900).leave_out
    qtbot.wait(50)
    assert bar.value() == before


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_click_on_the_box_leaves_a_card_out(
    opened: Opened, direction: Qt.LayoutDirection
) -> None:
    preview, plan = opened(card(*ANN) + BEN)
    preview.setLayoutDirection(direction)
    QApplication.processEvents()
    row = preview.list.visualRect(preview.cards.index(1))
    box = row.center()
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    box.setX(row.right() - 22 if mirrored else row.left() + 22)
    QTest.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, _NO_KEY, box)
    assert plan.choices.of(1).leave_out
    QTest.mouseClick(preview.list.viewport(), Qt.MouseButton.LeftButton, _NO_KEY, row.center())
    assert plan.choices.of(1).leave_out


@pytest.mark.usefixtures("edited")
def test_an_own_edit_is_shown_and_stays_unless_the_card_s_is_chosen(
    opened: Opened, notebook: Notebook
) -> None:
    preview, _plan = opened(card(*ANN, "TITLE:Master baker", "NOTE:New"))
    assert preview.conflict_chip is not None
    assert not preview.import_button.isEnabled()
    title, note = preview.view.conflicts
    assert title.mine.isChecked()
    assert note.mine.isChecked()
    title.theirs.click()
    assert preview.import_button.text() == "Update 1"
    preview.import_button.click()
    [contact] = notebook.contacts.many(notebook.contacts.all_ids())
    assert (contact.details.title, contact.details.note) == ("Master baker", "Mine")


@pytest.mark.usefixtures("edited")
def test_someone_possibly_known_is_asked_about(opened: Opened, notebook: Notebook) -> None:
    preview, _plan = opened(CARL)
    assert preview.chips[CardState.POSSIBLE].words == "Someone you know? 1"
    assert preview.import_button.text() == "Add 1 person"
    assert preview.view.person is not None
    ann = notebook.contacts.all_ids()[0]
    assert preview.view.person.fields[None].isChecked()
    preview.view.person.fields[ann].click()
    assert preview.view.person.fields[ann].isChecked()
    assert preview.import_button.text() == "Update 1"
    preview.import_button.click()
    [contact] = notebook.contacts.many(notebook.contacts.all_ids())
    assert (contact.details.display_name, contact.details.organization) == ("Ann Berg", "Boats")


@pytest.mark.usefixtures("edited")
def test_choosing_for_all_reaches_those_that_are_shown(opened: Opened) -> None:
    preview, plan = opened(card(*ANN, "TITLE:Master baker", "PHONE:1") + CARL + BEN)
    preview.chips[CardState.POSSIBLE].click()
    preview.for_all.known.trigger()
    assert plan.choices.of(1).contact_id is not None
    preview.for_all.new.trigger()
    assert plan.choices.of(1).as_new
    preview.for_all.leave_out.trigger()
    assert [plan.choices.of(place).leave_out for place in range(3)] == [False, True, False]
    preview.chips[None].click()
    preview.for_all.leave_out.trigger()
    assert plan.choices.of(2).leave_out
    preview.for_all.add_all.trigger()
    assert not plan.choices.of(2).leave_out
    preview.for_all.theirs.trigger()
    assert plan.choices.of(0).theirs
    preview.for_all.mine.trigger()
    assert not plan.choices.of(0).theirs


@pytest.mark.usefixtures("edited")
def test_someone_recognised_wrongly_can_be_made_new(opened: Opened, notebook: Notebook) -> None:
    preview, _plan = opened(card(*ANN, "ORG:Bakery"))
    assert preview.view.person is not None
    preview.view.person.fields[None].click()
    assert preview.import_button.text() == "Add 1 person"
    ann = notebook.contacts.all_ids()[0]
    preview.view.person.fields[ann].click()
    assert preview.import_button.text() == "Update 1"


def test_a_file_of_bad_cards_can_be_set_aside(opened: Opened, notebook: Notebook) -> None:
    preview, _plan = opened(card("X-A:b"))
    assert preview.import_button.text() == "Set 1 card aside"
    preview.import_button.click()
    assert notebook.set_aside.count() == 1
    again, _plan = opened(card("X-A:b"))
    assert not again.import_button.isVisible()


def test_choosing_among_ten_thousand_cards_is_quick(opened: Opened) -> None:
    preview, plan = opened("".join(card(f"FN:Person {number}") for number in range(10_000)))
    acts: tuple[Callable[[], object], ...] = (
        lambda: QTest.keyClick(preview.list, Qt.Key.Key_Space),
        lambda: QTest.keyClick(preview.list, Qt.Key.Key_Down),
        preview.chips[CardState.NEW].click,
        preview.for_all.leave_out.trigger,
    )
    taken = []
    for act in acts:
        start = time.process_time()
        act()
        QApplication.processEvents()
        taken.append(time.process_time() - start)
    assert plan.effects()[CardState.LEFT_OUT] == 10_000
    assert max(taken) < 0.5, taken


def test_the_lines_of_thousands_of_cards_come_a_part_at_a_time(
    qtbot: QtBot, opened: Opened
) -> None:
    preview, _plan = opened("".join(card(f"FN:Person {number}") for number in range(1500)))
    first, last = preview.cards.index(0), preview.cards.index(1499)
    preview.cards.show_only(None)
    assert preview.list.visualRect(last).isEmpty()
    qtbot.waitUntil(lambda: not preview.list.visualRect(last).isEmpty())
    assert preview.list.visualRect(first).top() == 0


def test_a_card_with_thousands_of_numbers_opens_at_once(opened: Opened) -> None:
    lines = [f"TEL:+46 70 {number:07}" for number in range(4_000)]
    start = time.process_time()
    preview, _plan = opened(card("FN:" + "Ann " * 20_000, *lines))
    assert time.process_time() - start < 3
    texts = [label.text() for label in preview.view.findChildren(PlainLabel)]
    assert sum(text.startswith("+46 70") for text in texts) < 300
    assert any(text.endswith("more") for text in texts)
    assert max(map(len, texts)) < 10_000
