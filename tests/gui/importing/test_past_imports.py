"""The dialogs of past imports and of cards set aside."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.import_run import show_imports, show_preview, show_set_aside
from notebook_app.gui.importing.imports_dialog import ImportsDialog
from notebook_app.gui.importing.set_aside_dialog import SetAsideDialog
from notebook_app.gui.importing.undo_import_dialog import UndoImportDialog
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_import import plan_import
from notebook_app.storage.notebook import Notebook

ANN = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Berg\nEND:VCARD\n"
BEN = "BEGIN:VCARD\nVERSION:3.0\nFN:Ben Wood\nEND:VCARD\n"
BAD = "BEGIN:VCARD\nVERSION:3.0\nX-SECRET:Carla\nEND:VCARD\n"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def imported(notebook: Notebook) -> None:
    """Two people, with one of whom was talked since, and a card that could not be read."""
    text = ANN + BEN + BAD
    import_vcards(notebook, plan_import(notebook, [("phone.vcf", text.encode())]))
    ben = notebook.contacts.find("Ben")[0].id
    log_conversation(notebook, ConversationDraft((ben,), "Boats", date(2026, 11, 20)))


def names(notebook: Notebook) -> list[str]:
    """Return everyone's name."""
    return notebook.contacts.names_of(notebook.contacts.all_ids())


Kind = TypeVar("Kind", bound=QWidget)


def the(qtbot: QtBot, window: QWidget, kind: type[Kind]) -> Kind:
    """Return the dialog of this kind once it is shown."""

    def shown() -> list[Kind]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
    return shown()[0]


@pytest.mark.usefixtures("imported")
def test_an_import_is_listed_and_taken_back_but_for_whom_one_keeps(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook
) -> None:
    show_imports(desk, window)
    imports = the(qtbot, window, ImportsDialog)
    assert imports.list.count() == 1
    assert "phone.vcf" in imports.list.item(0).text()
    assert "2 added, 1 not readable" in imports.list.item(0).text()

    imports.undo_button.click()
    undo = the(qtbot, window, UndoImportDialog)
    assert [undo.list.item(row).text() for row in range(undo.list.count())] == [
        "Ben Wood, 1 conversation"
    ]
    assert undo.kept() == [notebook.contacts.find("Ben")[0].id]
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        undo.undo_button.click()
    assert names(notebook) == ["Ben Wood"]
    assert "taken back" in imports.list.item(0).text()
    assert not imports.undo_button.isEnabled()
    desk.undo()
    assert names(notebook) == ["Ann Berg", "Ben Wood"]
    assert imports.undo_button.isEnabled()


@pytest.mark.usefixtures("imported")
def test_space_unticks_whom_one_does_not_keep(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook
) -> None:
    show_imports(desk, window)
    the(qtbot, window, ImportsDialog).undo_current()
    undo = the(qtbot, window, UndoImportDialog)
    QTest.keyClick(undo.list, Qt.Key.Key_Space)
    assert undo.kept() == []
    undo.keep_all.click()
    assert len(undo.kept()) == 1
    undo.keep_none.click()
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        undo.undo_button.click()
    assert names(notebook) == []


@pytest.mark.usefixtures("imported")
def test_a_card_set_aside_is_mended_tried_again_and_leaves_the_list(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook
) -> None:
    show_set_aside(desk, window)
    dialog = the(qtbot, window, SetAsideDialog)
    assert "line 9" in dialog.list.item(0).text()
    assert "no name" in dialog.reason.text()
    dialog.text.setPlainText(dialog.text.toPlainText().replace("X-SECRET", "FN"))
    dialog.text.document().setModified(True)
    dialog.retry_button.click()
    preview = the(qtbot, window, ImportPreview)
    assert preview.import_button.text() == "Add 1 person"
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        preview.import_button.click()
    assert names(notebook) == ["Ann Berg", "Ben Wood", "Carla"]
    assert notebook.set_aside.count() == 0
    assert dialog.nothing.isVisible()


@pytest.mark.usefixtures("imported")
def test_a_card_that_is_still_bad_says_why_and_keeps_what_was_typed(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook
) -> None:
    show_set_aside(desk, window)
    dialog = the(qtbot, window, SetAsideDialog)
    dialog.text.setPlainText("My own words")
    dialog.text.document().setModified(True)
    dialog.retry_button.click()
    qtbot.waitUntil(lambda: "not a vCard" in dialog.reason.text(), timeout=10_000)
    assert notebook.set_aside.all()[0].raw == "My own words"
    dialog.text.setPlainText("Other words")
    dialog.text.document().setModified(True)
    dialog.reject()
    assert notebook.set_aside.all()[0].raw == "Other words"


@pytest.mark.usefixtures("imported")
def test_cards_set_aside_are_exported_and_forgotten_with_undo(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook, tmp_path: Path
) -> None:
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda text, undo: said.append((text, undo)))
    show_set_aside(desk, window)
    dialog = the(qtbot, window, SetAsideDialog)
    dialog.export_to(tmp_path / "bad.vcf")
    assert "X-SECRET:Carla" in (tmp_path / "bad.vcf").read_text()
    dialog.forget_button.click()
    assert notebook.set_aside.count() == 0
    assert said[-1][1]
    desk.undo()
    assert dialog.list.count() == 1


def test_the_message_of_an_import_leads_to_the_cards_set_aside(
    qtbot: QtBot, window: QWidget, desk: Desk, notebook: Notebook
) -> None:
    desk.provide(Act.SET_ASIDE, lambda: show_set_aside(desk, window))
    offered: list[tuple[str, object]] = []
    desk.more_offered.connect(lambda words, act: offered.append((words, act)))
    show_preview(desk, window, plan_import(notebook, [("phone.vcf", (ANN + BAD).encode())]))
    with qtbot.waitSignal(desk.more_offered, timeout=10_000):
        the(qtbot, window, ImportPreview).import_button.click()
    assert offered == [("Look at them", Act.SET_ASIDE)]
    desk.ask(Act.SET_ASIDE)
    assert the(qtbot, window, SetAsideDialog).list.count() == 1
