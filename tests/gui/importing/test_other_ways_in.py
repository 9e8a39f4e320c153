"""A folder of cards and pictures of QR codes come to the same preview as a phone's export."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing import import_run
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.import_run import choose_files, choose_folder, preview_files
from notebook_app.services.import_plan import CardState
from notebook_app.services.importable_endings import IMPORTABLE_ENDINGS
from tests.qr_pictures import MECARD, VCARD, code_picture, side_by_side


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the preview opens over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def shown(qtbot: QtBot, window: QWidget) -> Callable[[], ImportPreview]:
    """Wait for the preview."""

    def preview() -> ImportPreview:
        found: list[ImportPreview] = []

        def look() -> bool:
            previews = window.findChildren(ImportPreview)
            found[:] = [each for each in previews if each.isVisible()]
            return bool(found)

        qtbot.waitUntil(look, timeout=10_000)
        return found[0]

    return preview


def test_a_chosen_folder_is_previewed_as_a_whole(
    window: QWidget,
    desk: Desk,
    tmp_path: Path,
    shown: Callable[[], ImportPreview],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    for number in range(3):
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann {number}\r\nEND:VCARD\r\n"
        (folder / f"{number}.vcf").write_text(card)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    choose_folder(desk, window)
    assert shown().chips[CardState.NEW].words == "New 3"


def test_choosing_begins_where_a_phones_export_lies_or_at_home(
    window: QWidget, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not there would leave its name in the field and nothing to choose."""
    begun: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *words: (begun.append(words[2]), "")[1]
    )
    for folder, expected in ((tmp_path, str(tmp_path)), (tmp_path / "none", str(Path.home()))):
        monkeypatch.setattr(
            QStandardPaths, "writableLocation", lambda _kind, folder=folder: str(folder)
        )
        choose_folder(desk, window)
        assert begun.pop() == expected


def test_choosing_no_folder_does_nothing(
    window: QWidget, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose_folder(desk, window)
    assert desk.running_titles() == []


def test_a_picture_of_cards_is_previewed(
    window: QWidget, desk: Desk, tmp_path: Path, shown: Callable[[], ImportPreview]
) -> None:
    path = tmp_path / "fair.png"
    path.write_bytes(side_by_side(VCARD, MECARD))
    preview_files(desk, window, [path])
    preview = shown()
    assert preview.chips[CardState.NEW].words == "New 2"
    assert preview.import_button.text() == "Add 2 people"


def test_a_picture_of_something_else_is_told_in_one_sentence(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "poster.png"
    path.write_bytes(code_picture("https://example.org/fair"))
    with qtbot.waitSignal(desk.problem_met, timeout=10_000) as met:
        preview_files(desk, window, [path])
    assert met.args is not None
    assert "poster.png" in met.args[0].title
    assert "https://example.org/fair" in met.args[0].one_line()


def test_the_chooser_offers_all_that_can_be_imported(
    window: QWidget, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    choose_files(desk, window)
    first = asked[0].partition(";;")[0]
    readable = import_run.readable_endings(IMPORTABLE_ENDINGS)
    assert {".png", ".jpg", ".webp"} <= set(readable)
    for ending in (".vcf", ".vcard", ".contact", ".zip", *readable):
        assert f"*{ending}" in first
    assert "*.csv" in first
