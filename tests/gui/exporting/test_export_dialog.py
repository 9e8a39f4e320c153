"""Exporting in the window."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from notebook_app.gui.exporting.export_dialog import ExportDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone
from notebook_app.services.save_contact import add_contact


def _add(desk: Desk, name: str) -> int:
    details = ContactDetails(display_name=name, phones=(Phone("+46 70 555 00 11", "mobile"),))
    changes = add_contact(desk.notebook, ContactDraft(details))
    return next(iter(changes.of(Changed.CONTACT)))


def _export(qtbot: QtBot, dialog: ExportDialog, path: Path) -> str:
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.export_to(path)
    return path.read_text(encoding="utf-8")


def test_everyone_is_exported_unless_somebody_is_chosen(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _add(desk, "Carla Mendes")
    chosen = _add(desk, "Agnes Dahl")
    everyone = _export(qtbot, ExportDialog(desk), tmp_path / "all.vcf")
    assert everyone.count("BEGIN:VCARD") == 2
    one = _export(qtbot, ExportDialog(desk, [chosen]), tmp_path / "one.vcf")
    assert one.count("BEGIN:VCARD") == 1
    assert "FN:Agnes Dahl" in one


def test_the_version_is_the_chosen_one(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _add(desk, "Carla Mendes")
    dialog = ExportDialog(desk)
    dialog.version.choose("4.0")
    assert "VERSION:4.0" in _export(qtbot, dialog, tmp_path / "new.vcf")


def test_a_trouble_is_shown_in_the_dialog_which_stays(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _add(desk, "Carla Mendes")
    dialog = ExportDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.export_to(tmp_path / "missing" / "all.vcf")
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=10_000)
    assert dialog.isVisible()
    assert dialog.isEnabled()
    assert dialog.trouble.text()
