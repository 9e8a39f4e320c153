"""Labels and envelopes in the window: choosing, the true preview, and what is remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.labels_choices import PostKind
from notebook_app.gui.printing.labels_dialog import LabelsDialog
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Address, ContactDetails, ContactDraft
from notebook_app.services.change_many import add_tag
from notebook_app.services.print_labels import own_sheets, sender_of
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_text

OpenDialog = Callable[..., LabelsDialog]


@pytest.fixture
def ids(notebook: Notebook) -> list[int]:
    """Thirty people with an address, and Bo without one."""
    there = Address("Road 1", "Town", postal_code="1")
    made = []
    for number in range(31):
        name = f"Person {number}" if number else "Bo"
        details = ContactDetails(display_name=name, addresses=(there,) if number else ())
        made += add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[OpenDialog]:
    """Opens the dialog and waits until people are there."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    owner = QWidget()
    qtbot.addWidget(owner)
    opened: list[LabelsDialog] = []

    def open_it(*ids: int, kind: PostKind = PostKind.LABELS) -> LabelsDialog:
        dialog = LabelsDialog(desk, owner, settings, ids, kind=kind, has_printer=lambda: False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.panel.sheet.choose("Avery L7160")
        dialog.show()
        opened.append(dialog)
        qtbot.waitUntil(dialog.is_settled)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


def test_everyone_is_shown_and_who_has_no_address_is_named(
    ids: list[int], open_dialog: OpenDialog
) -> None:
    dialog = open_dialog()
    assert dialog.preview.page_count == 2
    assert "No address, so not printed: Bo." in dialog.state.text()
    assert dialog.save_button.isEnabled()


def test_only_those_in_hand_are_shown(ids: list[int], open_dialog: OpenDialog) -> None:
    dialog = open_dialog(*ids[1:4])
    assert "3 people selected" in dialog.panel.whom.currentText()
    assert dialog.preview.page_count == 1


def test_whoever_has_a_private_tag_gets_none_and_the_tag_is_remembered(
    qtbot: QtBot, ids: list[int], notebook: Notebook, open_dialog: OpenDialog
) -> None:
    add_tag(notebook, ids[1:26], "Hush")
    dialog = open_dialog()
    assert dialog.preview.page_count == 2
    dialog.panel.leave_out.setFocus()
    QTest.keyClicks(dialog.panel.leave_out, "hush")
    QTest.keyClick(dialog.panel.leave_out, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: dialog.is_settled() and dialog.preview.page_count == 1)
    dialog.reject()
    assert open_dialog().panel.choices().leave_out == ("hush",)


def test_nothing_to_print_says_so(ids: list[int], open_dialog: OpenDialog) -> None:
    dialog = open_dialog(ids[0])
    assert dialog.trouble.text().startswith("There is nothing to print.")
    assert "Bo" in dialog.state.text()
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_a_click_on_the_picture_says_where_to_begin(
    ids: list[int], open_dialog: OpenDialog
) -> None:
    dialog = open_dialog(*ids[1:])
    picture = dialog.panel.picture
    middle = picture.label_area(14).center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert picture.start == 14
    assert dialog.preview.page_count == 3
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert picture.start == 11
    QTest.keyClick(picture, Qt.Key.Key_End)
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert picture.start == 21
    assert "21" in picture.accessibleDescription()


@needs_poppler
def test_the_next_print_begins_behind_the_last_label(
    qtbot: QtBot, ids: list[int], open_dialog: OpenDialog, tmp_path: Path
) -> None:
    dialog = open_dialog(*ids[1:4])
    dialog.panel.picture.set_start(5)
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(tmp_path / "labels.pdf")
    assert "Person 3" in pdf_text(tmp_path / "labels.pdf")
    again = open_dialog(*ids[1:4])
    assert again.panel.choices().start == 8


@needs_poppler
def test_the_sender_is_typed_once(
    qtbot: QtBot, notebook: Notebook, ids: list[int], open_dialog: OpenDialog, tmp_path: Path
) -> None:
    dialog = open_dialog(*ids[1:3], kind=PostKind.ENVELOPES)
    dialog.panel.sender_field.setPlainText("Ida Berg\nRoad 9")
    assert dialog.preview.page_count == 2
    with qtbot.waitSignal(dialog.accepted):
        dialog.save_to(tmp_path / "envelopes.pdf")
    assert "Road 9" in pdf_text(tmp_path / "envelopes.pdf")
    assert sender_of(notebook) == ("Ida Berg", "Road 9")
    again = open_dialog(kind=PostKind.ENVELOPES)
    assert again.panel.sender_field.toPlainText() == "Ida Berg\nRoad 9"


def test_cards_need_no_address(qtbot: QtBot, ids: list[int], open_dialog: OpenDialog) -> None:
    dialog = open_dialog(ids[0])
    dialog.panel.kind.choose(PostKind.CARDS.value)
    qtbot.waitUntil(dialog.is_settled)
    assert dialog.preview.page_count == 2
    assert dialog.save_button.isEnabled()


def test_a_sheet_of_ones_own_is_kept_and_chosen(
    notebook: Notebook, ids: list[int], open_dialog: OpenDialog
) -> None:
    dialog = open_dialog(*ids[1:])
    form = dialog.ask_for_measures()
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    form.keep()
    assert "name" in form.trouble.text()
    form.name.setText("Mine")
    form.fields["rows"].setText("many")
    form.keep()
    assert "number" in form.trouble.text()
    form.fields["rows"].setText("2")
    form.keep()
    assert [sheet.name for sheet in own_sheets(notebook)] == ["Mine"]
    assert dialog.panel.chosen_sheet().name == "Mine"
    assert dialog.preview.page_count == 5


def test_outlines_are_for_once_only(ids: list[int], open_dialog: OpenDialog) -> None:
    dialog = open_dialog(*ids[1:3])
    dialog.panel.outlines.setChecked(True)
    assert dialog.job is not None
    assert dialog.panel.choices().outlines
    dialog.reject()
    assert not open_dialog(*ids[1:3]).panel.choices().outlines
