"""Importing in the window: reading, looking, agreeing, taking back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.import_run import preview_files
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.import_plan import CardState

PHONE = """BEGIN:VCARD
VERSION:3.0
FN:Carla <b>Mendes</b>
TEL;TYPE=CELL:+46 70 123 45 67
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Agnes Dahl
TEL;TYPE=CELL:+46 70 555 00 11
END:VCARD
"""


@pytest.fixture
def phone_file(tmp_path: Path) -> Path:
    """A phone's export with two people and a card that says nothing."""
    path = tmp_path / "phone.vcf"
    path.write_text(PHONE.replace("\n", "\r\n"), encoding="utf-8")
    return path


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the preview opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _preview(qtbot: QtBot, window: QWidget, desk: Desk, file: Path) -> ImportPreview:
    preview_files(desk, window, [file])

    def shown() -> ImportPreview:
        found = [each for each in window.findChildren(ImportPreview) if each.isVisible()]
        assert found
        return found[0]

    qtbot.waitUntil(lambda: shown() is not None, timeout=10_000)
    return shown()


def _texts(preview: ImportPreview) -> str:
    QApplication.processEvents()
    labels = preview.view.widget().findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(preview))


def test_the_preview_counts_and_writes_nothing(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    preview = _preview(qtbot, window, desk, phone_file)
    assert preview.chips[CardState.NEW].words == "New 2"
    assert preview.chips[CardState.UNREADABLE].words == "Not readable 1"
    assert preview.import_button.text() == "Add 2 people"
    assert desk.notebook.contacts.all_ids() == []


def test_a_chip_shows_only_its_cards_and_the_reason(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    preview = _preview(qtbot, window, desk, phone_file)
    preview.chips[CardState.UNREADABLE].click()
    assert preview.cards.rowCount() == 1
    assert "no name" in _texts(preview)


def test_markup_in_a_name_is_shown_as_text(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    preview = _preview(qtbot, window, desk, phone_file)
    assert "Carla <b>Mendes</b>" in _texts(preview)


def test_what_stands_in_a_new_card_can_be_read_before_agreeing(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    preview = _preview(qtbot, window, desk, phone_file)
    assert "+46 70 123 45 67" in _texts(preview)


def test_agreeing_imports_and_undo_takes_all_of_it_back(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda text, undo: said.append((text, undo)))
    preview = _preview(qtbot, window, desk, phone_file)
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        preview.import_button.click()
    assert len(desk.notebook.contacts.all_ids()) == 2
    assert said[-1][1]
    assert "One could not be read" in said[-1][0]
    desk.undo()
    assert desk.notebook.contacts.all_ids() == []


def test_importing_again_finds_nothing_to_do(
    qtbot: QtBot, window: QWidget, desk: Desk, phone_file: Path
) -> None:
    preview = _preview(qtbot, window, desk, phone_file)
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        preview.import_button.click()
    again = _preview(qtbot, window, desk, phone_file)
    assert CardState.NEW not in again.chips
    assert again.chips[CardState.UNCHANGED].words == "Already there 2"
    assert not again.import_button.isVisible()


def test_a_file_that_is_no_vcard_is_told_in_one_sentence(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "picture.vcf"
    other.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    with qtbot.waitSignal(desk.problem_met, timeout=10_000) as met:
        preview_files(desk, window, [other])
    assert met.args is not None
    problem = met.args[0]
    assert isinstance(problem, UserProblem)
    assert "picture.vcf" in problem.one_line()
