"""The photo in the head of a contact's page: dropped, pasted, cropped, taken away."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.crop_dialog import CropDialog, CropView
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.model.contact import Photo
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def ben(page: PeoplePage, people: dict[str, int]) -> int:
    """Shows Ben, who has no photo."""
    page.show_contact(people["Ben Okafor"])
    return people["Ben Okafor"]


def photo_of(notebook: Notebook, contact_id: int) -> Photo | None:
    """Return the stored photo."""
    contact = notebook.contacts.get(contact_id)
    assert contact is not None
    return contact.details.photo


def half_red(width: int, height: int) -> QImage:
    """Return a blue picture whose left half is red."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    return image


def test_a_pasted_picture_becomes_the_photo_scaled_down(
    page: PeoplePage, ben: int, notebook: Notebook, desk: Desk
) -> None:
    """By keys alone; undo takes it back."""
    QApplication.clipboard().setImage(QImage(1000, 2000, QImage.Format.Format_RGB32))
    QTest.keyClick(page.contact.head.picture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    photo = photo_of(notebook, ben)
    assert photo is not None
    assert QImage.fromData(photo.data).height() == 512
    desk.undo()
    assert photo_of(notebook, ben) is None
    QApplication.clipboard().clear()


def test_a_dropped_file_becomes_the_photo_and_delete_takes_it_away(
    page: PeoplePage, ben: int, notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "ben.png"
    half_red(40, 40).save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert page.contact.head.picture.take_mime(data)
    assert photo_of(notebook, ben) is not None
    QTest.keyClick(page.contact.head.picture, Qt.Key.Key_Delete)
    assert photo_of(notebook, ben) is None


def test_a_broken_picture_is_said_and_changes_nothing(
    page: PeoplePage, ben: int, notebook: Notebook, desk: Desk, tmp_path: Path
) -> None:
    problems: list[UserProblem] = []
    desk.problem_met.connect(problems.append)
    path = tmp_path / "ben.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.contact.head.picture.take_mime(data)
    assert [problem.title for problem in problems] == ["This is not a picture that can be read."]
    assert photo_of(notebook, ben) is None


def test_the_menu_offers_what_can_be_done(page: PeoplePage, ben: int) -> None:
    picture = page.contact.head.picture
    acts = page.contact.head.photo_acts

    def offered() -> list[str]:
        acts.fill_menu(picture.menu)
        return [action.text().split("\t")[0] for action in picture.menu.actions() if action.text()]

    assert offered() == ["Choose a photo…", "Paste"]
    acts.take(half_red(20, 20))
    assert offered() == ["Choose a photo…", "Paste", "Crop…", "Remove"]


def test_cropping_keeps_the_chosen_square(page: PeoplePage, ben: int, notebook: Notebook) -> None:
    """Moved to the left by keys, it is red all over."""
    acts = page.contact.head.photo_acts
    acts.take(half_red(200, 100))
    acts.crop()
    dialog = page.findChild(CropDialog)
    assert dialog.view.square() == QRect(50, 0, 100, 100)
    for _ in range(60):
        QTest.keyClick(dialog.view, Qt.Key.Key_Left)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    photo = photo_of(notebook, ben)
    assert photo is not None
    image = QImage.fromData(photo.data)
    assert (image.width(), image.height()) == (100, 100)
    assert image.pixelColor(90, 50).red() > 200


def test_the_square_stays_within_the_picture() -> None:
    view = CropView(half_red(300, 100))
    view.grow_by(1000)
    view.move_by(10_000, 10_000)
    assert view.square() == QRect(200, 0, 100, 100)
    view.grow_by(-1000)
    assert view.square().width() == 32
    view.move_by(-10_000, -10_000)
    assert view.square() == QRect(0, 0, 32, 32)
    CropView(QImage(5, 5, QImage.Format.Format_RGB32)).grow_by(-100)
