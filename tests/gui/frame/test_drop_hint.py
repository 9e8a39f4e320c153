"""Files dropped anywhere on the window are taken if they can be imported."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QUrl
from PySide6.QtGui import QDragLeaveEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.backup_words import backup_words
from notebook_app.gui.frame.drop_hint import DropHint, files_in
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.people.editor.photo_field import PhotoField
from notebook_app.services.importable_endings import IMPORTABLE_ENDINGS
from tests.file_dragging import drop_event, enter_event, move_event
from tests.gui.frame.conftest import MakeWindow

PLACE = QPoint(50, 50)


def dragged(*urls: str) -> QMimeData:
    """Return what a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def send(window: MainWindow, event: QEvent) -> None:
    """Send an event the way the system does: to the window, which finds the widget."""
    QApplication.sendEvent(window.windowHandle(), event)


def test_only_files_that_can_be_imported_are_taken(tmp_path: Path) -> None:
    """By their endings, in any case, scans and folders; nothing from the web."""
    folder = tmp_path / "phone.backup"
    folder.mkdir()
    data = dragged(
        "file:///phone/contacts.VCF",
        "file:///phone/%C3%9Cn%C3%AF.vcard",
        "file:///list.csv",
        "file:///all.zip",
        "file:///Ann.Contact",
        "file:///fair.JPG",
        "file:///scan.PDF",
        "file:///letter.docx",
        QUrl.fromLocalFile(f"{folder}/").toString(),
        "https://example.org/contacts.vcf",
    )
    names = [path.name for path in files_in(data)]
    assert names == [
        "contacts.VCF",
        "Ünï.vcard",
        "list.csv",
        "all.zip",
        "Ann.Contact",
        "fair.JPG",
        "scan.PDF",
        "phone.backup",
    ]


@pytest.mark.parametrize("ending", IMPORTABLE_ENDINGS)
def test_whatever_an_import_takes_can_be_dropped(ending: str) -> None:
    assert files_in(dragged(f"file:///phone/a{ending}"))


def test_a_picture_dropped_on_a_photo_becomes_the_photo(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Beside it a picture is looked at for the card in it; a card is a card everywhere."""
    window = make_window()
    field = PhotoField(window)
    field.setGeometry(100, 100, 120, 60)
    field.show()
    path = tmp_path / "anna.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(path))
    inside, outside = QPoint(150, 130), QPoint(400, 300)
    card = dragged("file:///anna.vcf")
    picture = dragged(QUrl.fromLocalFile(str(path)).toString())
    for data, at in ((picture, outside), (card, inside)):
        send(window, enter_event(data, PLACE))
        with qtbot.waitSignal(window.files_dropped):
            send(window, move_event(data, at))
            send(window, drop_event(data, at))
        assert field.photo() is None
    send(window, enter_event(picture, PLACE))
    with qtbot.assertNotEmitted(window.files_dropped), qtbot.waitSignal(field.changed):
        send(window, move_event(picture, inside))
        send(window, drop_event(picture, inside))
    assert field.photo() is not None
    assert window.findChild(DropHint).isHidden()


def test_dropped_files_are_passed_on(make_window: MakeWindow, qtbot: QtBot) -> None:
    """The hint covers the window while they are held over it and is gone after the drop."""
    window = make_window()
    hint = window.findChild(DropHint)
    data = dragged("file:///phone/contacts.vcf")
    event = enter_event(data, PLACE)
    send(window, event)
    assert event.isAccepted()
    assert hint.isVisible()
    assert hint.geometry() == window.rect()
    with qtbot.waitSignal(window.files_dropped) as caught:
        send(window, move_event(data, PLACE + QPoint(10, 10)))
        send(window, drop_event(data, PLACE))
    assert caught.args == [[Path("/phone/contacts.vcf")]]
    assert hint.isHidden()


def test_other_things_are_not_taken(make_window: MakeWindow) -> None:
    """A letter, or words from elsewhere."""
    window = make_window()
    words = QMimeData()
    words.setText("Carla")
    for data in (dragged("file:///letter.docx"), words):
        event = enter_event(data, PLACE)
        event.ignore()
        send(window, event)
        assert not event.isAccepted()
        assert window.findChild(DropHint).isHidden()


def test_the_hint_goes_when_the_files_leave(make_window: MakeWindow) -> None:
    """Without a drop nothing happens."""
    window = make_window()
    data = dragged("file:///phone/contacts.vcf")
    send(window, enter_event(data, PLACE))
    send(window, move_event(data, PLACE + QPoint(10, 10)))
    hint = window.findChild(DropHint)
    assert hint.isVisible()
    send(window, QDragLeaveEvent())
    assert hint.isHidden()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "Not backed up yet"),
        (3, "Backed up just now"),
        (130, "Backed up 2 min ago"),
        (3599, "Backed up 59 min ago"),
        (7300, "Backed up 2 h ago"),
        (90_000, "Backed up yesterday"),
        (400_000, "Backed up 4 days ago"),
        (-50, "Backed up just now"),
    ],
)
def test_the_age_of_a_backup_in_words(seconds: float | None, words: str) -> None:
    """As the side bar says it; a clock that was set back is no reason to worry."""
    assert backup_words(seconds) == words
