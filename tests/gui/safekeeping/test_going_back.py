"""Going back to a backup, and a notebook that can't be opened, in the window."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.safekeeping.opening_trouble import OpeningTrouble
from notebook_app.gui.safekeeping.restore_dialog import RestoreDialog
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.trouble import DamagedNotebook


def test_the_dialog_hands_the_chosen_backup_over(qtbot: QtBot, desk: Desk) -> None:
    add_contact(desk.notebook, ContactDraft(ContactDetails(display_name="Carla")))
    backup = desk.notebook.backups.make("by hand")
    chosen: list[Path] = []
    dialog = RestoreDialog(desk.notebook.backups, chosen.append)
    qtbot.addWidget(dialog)
    assert "by hand" in dialog.list.item(0).text()
    dialog.go_back_button.click()
    assert chosen == [backup]


def test_without_backups_there_is_nothing_to_go_back_to(qtbot: QtBot, desk: Desk) -> None:
    dialog = RestoreDialog(desk.notebook.backups, lambda _path: None)
    qtbot.addWidget(dialog)
    assert not dialog.go_back_button.isEnabled()


def test_a_damaged_notebook_offers_its_newest_good_backup(qtbot: QtBot, tmp_path: Path) -> None:
    backup = tmp_path / f"{date(2026, 11, 20).isoformat()}.db"
    trouble = OpeningTrouble(DamagedNotebook(tmp_path / "notebook.db", backup))
    qtbot.addWidget(trouble)
    trouble.show()
    assert trouble.restore_button.isVisible()
    trouble.restore_button.click()
    assert trouble.wants_backup


def test_a_damaged_notebook_without_backup_offers_none(qtbot: QtBot, tmp_path: Path) -> None:
    trouble = OpeningTrouble(DamagedNotebook(tmp_path / "notebook.db", None))
    qtbot.addWidget(trouble)
    trouble.show()
    assert not trouble.restore_button.isVisible()


def test_the_whole_window_shows_every_page_and_closes(
    qtbot: QtBot, notebook: Notebook, tmp_path: Path
) -> None:
    memory = WindowMemory(tmp_path / "window.ini")
    session = WindowSession(notebook, memory, example=True)
    qtbot.addWidget(session.window)
    session.show([], "")
    for key in ("today", "people", "calendar", "losing-touch", "clients", "not-followed-up"):
        session.window.show_page(key)
        assert session.window.pages.current_key == key
    session.window.show_page("calendar")
    session.window.close()
    assert WindowMemory(tmp_path / "window.ini").page() == "calendar"
