"""Exporting in the window."""

import zipfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from notebook_app.gui.exporting.export_dialog import ExportDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.photo_scaling import smaller_photo
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Phone, Photo
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.export_calendar import CalendarPart
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_event import add_event


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
    dialog.reader.choose("nextcloud")
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


def test_each_person_gets_a_file_if_asked(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _add(desk, "Carla Mendes")
    _add(desk, "Agnes Dahl")
    dialog = ExportDialog(desk)
    dialog.one_per_person.setChecked(True)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.export_to(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert sorted(archive.namelist()) == ["Agnes Dahl.vcf", "Carla Mendes.vcf"]


def test_large_photos_are_made_smaller_if_asked(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    picture = QImage(1600, 800, QImage.Format.Format_RGB32)
    for x in range(1600):
        for y in range(0, 800, 7):
            picture.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    photo = Photo("image/png", bytes(buffer.data().data()))
    smaller = smaller_photo(photo, 512)
    assert smaller is not None
    shown = QImage.fromData(smaller.data)
    assert (shown.width(), shown.height()) == (512, 256)
    assert smaller_photo(Photo("image/png", b"no picture"), 512) is None


def test_from_the_menu_everyone_is_chosen_and_the_selected_are_offered(
    qtbot: QtBot, desk: Desk
) -> None:
    chosen = _add(desk, "Agnes Dahl")
    dialog = ExportDialog(desk, [chosen], only_them=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.everyone.isChecked()
    assert dialog.chosen.isVisible()


def test_a_table_has_the_ticked_columns(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _add(desk, "Carla Mendes")
    dialog = ExportDialog(desk)
    dialog.show()
    dialog.reader.choose("csv")
    assert dialog.table.isVisible()
    assert not dialog.one_per_person.isVisible()
    for name, box in dialog.table.boxes.items():
        box.setChecked(name in {"name", "phones"})
    text = _export(qtbot, dialog, tmp_path / "people.csv")
    assert text == ("\ufeffName,Phone 1 label,Phone 1\nCarla Mendes,mobile,'+46 70 555 00 11\n")


def test_a_calendar_has_the_ticked_parts(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    carla = _add(desk, "Carla Mendes")
    call = FollowUpDraft(carla, FollowUpKind.CALL, date(2026, 12, 1))
    plan_follow_up(desk.notebook, call)
    add_event(desk.notebook, EventDraft("Fair", date(2026, 12, 2)))
    dialog = ExportDialog(desk)
    dialog.show()
    dialog.reader.choose("ics")
    assert dialog.calendar.isVisible()
    assert not dialog.one_per_person.isVisible()
    dialog.calendar.boxes[CalendarPart.EVENTS].setChecked(False)
    text = _export(qtbot, dialog, tmp_path / "plans.ics")
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Call Carla Mendes" in text


def test_a_calendar_of_nothing_is_not_begun(qtbot: QtBot, desk: Desk) -> None:
    dialog = ExportDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reader.choose("ics")
    for box in dialog.calendar.boxes.values():
        box.setChecked(False)
    dialog.choose_file()
    assert dialog.trouble.text() == "Choose what goes into the calendar."
    dialog.calendar.boxes[CalendarPart.OPEN].setChecked(True)
    dialog.calendar.start.edit.setText("some day")
    dialog.choose_file()
    assert "today" in dialog.trouble.text()
