"""Tables in the window: asked for their columns once, by keyboard alone, and then known."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.formats.csv.look import look_at
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.columns_dialog import MOST_SHOWN, ColumnsDialog
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.import_run import preview_files
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.list_people import people_ids, read_query

OWN_LIST = "Wer;Nummer daheim;Schuhe\nÅsa Lind;+46 70 123 45 60;43\nJörg Blom;;44\n"
GOOGLE = (
    "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,File As\n"
    "Ann,Berg,* Home,ann@example.org,Berg\n"
)
_Dialog = TypeVar("_Dialog", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(qtbot: QtBot, window: QWidget, kind: type[_Dialog]) -> _Dialog:
    """Wait for a dialog of a kind and return it."""

    def found() -> list[_Dialog]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=10_000)
    return found()[0]


def file(folder: Path, text: str) -> Path:
    """Write a table and return where it is."""
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def words(widget: QWidget) -> str:
    """Return all texts that a widget shows."""
    labels = widget.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def names(desk: Desk) -> list[str]:
    """Return everybody's name."""
    notebook = desk.notebook
    ids = people_ids(notebook, read_query(notebook, ""), desk.clock.today())
    return sorted(notebook.contacts.name_of(contact_id) for contact_id in ids or ())


def test_an_unknown_table_is_asked_about_once(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    path = file(tmp_path, OWN_LIST)
    preview_files(desk, window, [path])
    asked = shown(qtbot, window, ColumnsDialog)
    assert "Åsa Lind · Jörg Blom" in words(asked)
    assert "semicolons" in words(asked)
    # Down to "A field of its own" in the third list, by keyboard alone.
    asked.fields[2].setFocus()
    QTest.keyClick(asked.fields[2], Qt.Key.Key_Down)
    QTest.keyClick(asked.fields[2], Qt.Key.Key_Return)
    preview = shown(qtbot, window, ImportPreview)
    assert "Columns as you said" in words(preview)
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        preview.import_button.click()
    assert names(desk) == ["Jörg Blom", "Åsa Lind"]
    [jorg] = desk.notebook.contacts.many(
        people_ids(desk.notebook, read_query(desk.notebook, "blom"), desk.clock.today()) or ()
    )
    assert [(own.name, own.value) for own in jorg.details.own_fields] == [("Schuhe", "44")]
    qtbot.waitUntil(lambda: desk.notebook.settings.read("columns of tables") is not None)
    preview_files(desk, window, [file(tmp_path, OWN_LIST + "Eva Ek;+46 70 9;40\n")])
    again = shown(qtbot, window, ImportPreview)
    assert "for a file like it" in words(again)
    assert "Add 1 person" in again.import_button.text()
    again.reject()


def test_a_known_layout_is_not_asked_about_but_can_be_changed(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    preview_files(desk, window, [file(tmp_path, GOOGLE)])
    preview = shown(qtbot, window, ImportPreview)
    assert "Recognised as Google Contacts" in words(preview)
    assert "Not taken: File As" in words(preview)
    preview.tables.buttons[0].click()
    asked = shown(qtbot, window, ColumnsDialog)
    assert "E-mail 1" in asked.fields[3].currentText()
    asked.fields[4].setCurrentIndex(asked.fields[4].findText("Nickname"))
    asked.continue_button.click()
    changed = shown(qtbot, window, ImportPreview)
    assert "Columns as you said" in words(changed)
    assert "Not taken" not in words(changed)
    changed.reject()


def test_nobody_can_go_on_without_a_column_that_tells_who(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    preview_files(desk, window, [file(tmp_path, "Schuhe;Hut\n43;x\n44;y\n")])
    asked = shown(qtbot, window, ColumnsDialog)
    assert not asked.continue_button.isEnabled()
    assert "which column is the name" in words(asked)
    asked.fields[1].setCurrentIndex(asked.fields[1].findText("Name"))
    assert asked.continue_button.isEnabled()
    asked.reject()


def test_of_very_many_columns_the_first_are_shown(qtbot: QtBot) -> None:
    headers = ";".join(["Name", *(f"Spalte {number}" for number in range(MOST_SHOWN + 4))])
    look = look_at(f"{headers}\nAnn;1\nEva;2\n".encode())
    said: list[Any] = []
    dialog = ColumnsDialog("wide.csv", look, said.append, said.append)
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(dialog.fields) == MOST_SHOWN
    assert "5 more columns" in words(dialog)
    dialog.fields[1].setCurrentIndex(dialog.fields[1].findText("Note"))
    dialog.continue_button.click()
    assert [use.text() for use in said[0]] == ["name", "note", *[""] * (MOST_SHOWN + 3)]


def test_the_first_row_can_be_said_to_be_a_person(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    """By keyboard alone; and said to be a header again."""
    preview_files(desk, window, [file(tmp_path, "Wer;Nummer\nBo Lund;070 123 45 67\n")])
    asked = shown(qtbot, window, ColumnsDialog)
    assert asked.header.isChecked()
    QTest.keyClick(asked.header, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not asked.isVisible())
    asked = shown(qtbot, window, ColumnsDialog)
    assert not asked.header.isChecked()
    assert "Wer · Bo Lund" in words(asked)
    asked.fields[0].setCurrentIndex(asked.fields[0].findText("Name"))
    asked.continue_button.click()
    preview = shown(qtbot, window, ImportPreview)
    assert "Add 2 people" in preview.import_button.text()
    preview.tables.buttons[0].click()
    asked = shown(qtbot, window, ColumnsDialog)
    assert not asked.header.isChecked()
    asked.fields[1].setCurrentIndex(asked.fields[1].findText("Phone, work"))
    asked.header.click()
    qtbot.waitUntil(lambda: not asked.isVisible())
    asked = shown(qtbot, window, ColumnsDialog)
    assert asked.header.isChecked()
    assert asked.fields[1].currentText() == "Phone, work"
    assert "Nummer" in words(asked)
    asked.reject()
