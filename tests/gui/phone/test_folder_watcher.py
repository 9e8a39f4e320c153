"""A watched folder with real files: what arrives is offered once, and nothing is imported."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.phone.folder_watcher import FolderWatcher
from notebook_app.gui.phone.kept_folder import KeptFolder
from notebook_app.gui.phone.watch_dialog import WatchDialog
from notebook_app.gui.phone.watch_strip import WatchStrip
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.seen_file import SeenAnswer
from notebook_app.storage.notebook import Notebook
from tests.gui.phone.test_receive_dialog import preview, shown
from tests.network.talking import CARD


def settled(path: Path, data: bytes, seconds: float = 60) -> Path:
    """A file that has been there, unchanged, for a while."""
    path.write_bytes(data)
    when = time.time() - seconds
    os.utime(path, (when, when))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that is watched."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(tmp_path: Path, folder: Path) -> KeptFolder:
    """The settings, with the folder switched on."""
    kept = KeptFolder(QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat))
    assert not kept.is_on()
    kept.keep(folder, on=True)
    return kept


@pytest.fixture
def watcher(session: WindowSession, kept: KeptFolder) -> Iterator[FolderWatcher]:
    """Who watches."""
    strip = WatchStrip()
    session.window.add_strip(strip)
    watcher = FolderWatcher(session.desk, strip, kept, session.take_files, session.window)
    yield watcher
    watcher.stop()


def words(watcher: FolderWatcher) -> str:
    """What the line says, or nothing."""
    return watcher.strip.label.text() if watcher.strip.isVisible() else ""


def test_a_file_that_arrives_is_offered_and_looked_at(
    qtbot: QtBot, watcher: FolderWatcher, folder: Path, notebook: Notebook
) -> None:
    watcher.follow_settings()
    qtbot.waitUntil(lambda: not watcher.is_looking())
    # It is told of by the system, and waited for until it is whole.
    (folder / "phone.vcf").write_bytes(CARD * 12)
    qtbot.waitUntil(lambda: words(watcher) == "12 people in phone.vcf: look at them?")
    assert notebook.contacts.all_ids() == []
    watcher.strip.look_button.click()
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    assert words(watcher) == ""
    preview().reject()
    watcher.follow_settings()
    qtbot.waitUntil(lambda: not watcher.is_looking())
    assert words(watcher) == ""


def test_one_after_the_other_and_the_same_content_once(
    qtbot: QtBot, watcher: FolderWatcher, folder: Path, notebook: Notebook
) -> None:
    settled(folder / "phone.vcf", CARD)
    settled(folder / "phone (1).vcf", CARD)
    settled(folder / "song.vcf", b"no card at all")
    settled(folder / "others.vcf", CARD + CARD)
    watcher.follow_settings()
    qtbot.waitUntil(lambda: "(1 more file after it)" in words(watcher))
    watcher.strip.not_button.click()
    qtbot.waitUntil(lambda: "more" not in words(watcher))
    assert words(watcher).endswith("look at them?")
    watcher.strip.not_button.click()
    assert words(watcher) == ""
    found = notebook.database.execute_sql("SELECT answer FROM seen_file").fetchall()
    assert found == [(SeenAnswer.NOT_THIS.value,)] * 2


def test_what_was_imported_is_known_under_any_name(
    qtbot: QtBot, session: WindowSession, watcher: FolderWatcher, folder: Path, tmp_path: Path
) -> None:
    elsewhere = settled(tmp_path / "from the phone.vcf", CARD)
    session.take_files([elsewhere])
    qtbot.waitUntil(lambda: shown(ImportPreview) is not None)
    with qtbot.waitSignal(session.desk.changed):
        preview().import_button.click()
    qtbot.waitUntil(lambda: not session.desk.running_titles())
    settled(folder / "contacts.vcf", CARD)
    watcher.follow_settings()
    qtbot.waitUntil(lambda: not watcher.is_looking())
    assert words(watcher) == ""


def test_a_folder_that_is_gone_is_told_of_once(
    qtbot: QtBot, session: WindowSession, watcher: FolderWatcher, folder: Path
) -> None:
    told: list[object] = []
    session.desk.problem_met.connect(told.append)
    folder.rmdir()
    watcher.follow_settings()
    qtbot.waitUntil(lambda: len(told) == 1)
    for _time in range(2):
        watcher.look()
        qtbot.waitUntil(lambda: not watcher.is_looking())
    assert len(told) == 1
    # Back again, it is watched as before.
    folder.mkdir()
    settled(folder / "phone.vcf", CARD)
    watcher.look()
    qtbot.waitUntil(lambda: words(watcher) == "1 person in phone.vcf: look at them?")


def test_off_until_it_is_switched_on(
    qtbot: QtBot, session: WindowSession, tmp_path: Path, folder: Path
) -> None:
    kept = KeptFolder(QSettings(str(tmp_path / "new.ini"), QSettings.Format.IniFormat))
    followed: list[bool] = []
    dialog = WatchDialog(session.desk, session.window, kept, lambda: followed.append(kept.is_on()))
    qtbot.addWidget(dialog)
    assert not dialog.wanted.isChecked()
    dialog.take(folder)
    dialog.act()
    assert followed == [True]
    assert kept.folder() == folder
    assert time.time() - kept.since() == pytest.approx(86_400, abs=60)
    kept.keep(folder, on=False)
    assert not kept.is_on()
