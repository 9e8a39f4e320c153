"""QR codes in the window: photographed off the screen, off paper, turned and small; one's own."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.formats.qr_picture import cards_in, codes_in
from notebook_app.formats.vcard.cards import ReadCard
from notebook_app.formats.vcard.read import read_cards
from notebook_app.gui.codes.cards_dialog import CardsDialog
from notebook_app.gui.codes.cards_job import CARD, visiting_cards
from notebook_app.gui.codes.code_dialog import CodeDialog, show_own_card
from notebook_app.gui.codes.own_card_form import OwnCardForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.grey_picture import grey_pictures
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.model.changes import Changed
from notebook_app.model.contact import Address, ContactDetails, ContactDraft, Email, Link, Phone
from notebook_app.services.own_card import choose_own_contact, own_contact
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage.notebook import Notebook

Kind = TypeVar("Kind", bound=QWidget)

ADA = ContactDetails(
    display_name="Ada Löfgren",
    organization="Löfgren Design",
    title="Owner",
    phones=(Phone("+46 70 123 45 67", "mobile"),),
    emails=(Email("ada@lofgren.example"),),
)
AWKWARD = (
    ADA,
    replace(ADA, display_name="山田 太郎", organization="株式会社さくらデザイン"),
    replace(ADA, display_name="محمد عبد الرحمن", organization="شركة النور"),
    replace(
        ADA,
        display_name="Anna-Sophie Maria Leutheusser-Schnarrenberger von und zu Hohenlohe",
        phones=tuple(Phone(f"+49 30 {number:07}") for number in range(30)),
        addresses=(Address("Unter den Linden 77", "Berlin", postal_code="10117"),) * 3,
        links=tuple(Link(f"https://example.org/{number}") for number in range(5)),
    ),
)


def add(notebook: Notebook, details: ContactDetails) -> int:
    """A contact in the notebook."""
    (contact_id,) = add_contact(notebook, ContactDraft(details)).of(Changed.CONTACT)
    return contact_id


def shown(desk: Desk, qtbot: QtBot, details: ContactDetails) -> CodeDialog:
    """The code of a new contact, on the screen."""
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CodeDialog(desk, parent, add(desk.notebook, details))
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def open_one(kind: type[Kind]) -> Kind:
    """The window of a kind that is open."""
    windows = QApplication.topLevelWidgets()
    return next(each for each in windows if isinstance(each, kind) and each.isVisible())


def read(image: QImage) -> ContactDetails:
    """What a phone makes of a picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    for grey in grey_pictures("photo.png", bytes(buffer.data().data())):
        cards = cards_in(codes_in(grey))
        if cards:
            (card,) = [each for each in read_cards(cards[0]) if isinstance(each, ReadCard)]
            return card.details
    raise AssertionError("no code could be made out")


def held_askew(image: QImage, degrees: float, scale: float) -> QImage:
    """The screen photographed: turned, another size, on a grey table."""
    turned = image.transformed(
        QTransform().rotate(degrees).scale(scale, scale), Qt.TransformationMode.SmoothTransformation
    )
    photo = QImage(turned.size(), QImage.Format.Format_RGB32)
    photo.fill(QColor("#8a8580"))
    painter = QPainter(photo)
    painter.drawImage(0, 0, turned)
    painter.end()
    return photo


@pytest.mark.parametrize("details", AWKWARD, ids=lambda each: each.display_name[:12])
@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (10, 1), (10, 0.8), (-10, 1.6)])
def test_what_is_on_the_screen_is_photographed_and_read_back(
    desk: Desk, qtbot: QtBot, details: ContactDetails, degrees: float, scale: float
) -> None:
    """Other scripts, long ones and those with many numbers; the whole window is in the picture."""
    dialog = shown(desk, qtbot, details)
    back = read(held_askew(dialog.grab().toImage(), degrees, scale))
    assert back.display_name == details.display_name
    assert back.phones[0].number == details.phones[0].number
    if not dialog.code.left_out:
        assert back.organization == details.organization
        assert back.emails == details.emails


def test_the_code_is_dark_on_light_in_the_dark_too(desk: Desk, qtbot: QtBot, theme: Theme) -> None:
    """Many cameras read no other."""
    theme.set_appearance(Appearance.DARK)
    dialog = shown(desk, qtbot, ADA)
    assert read(dialog.view.grab().toImage()).display_name == "Ada Löfgren"


def test_what_is_left_out_is_said(desk: Desk, qtbot: QtBot) -> None:
    """And comes in when it is asked for."""
    dialog = shown(desk, qtbot, replace(ADA, note="drinks"))
    assert dialog.left_out.text() == "Not in it: your note."
    assert read(dialog.view.picture()).note == ""
    dialog.private.setChecked(True)
    assert not dialog.left_out.isVisible()
    assert read(dialog.view.picture()).note == "drinks"


def test_the_picture_is_copied_and_saved(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """Either can be read again; a folder that is not there is said."""
    dialog = shown(desk, qtbot, ADA)
    dialog.copy()
    assert read(QGuiApplication.clipboard().image()).display_name == "Ada Löfgren"
    QGuiApplication.clipboard().clear()
    path = tmp_path / "ada.png"
    dialog.save_to(path)
    assert read(QImage(str(path))).display_name == "Ada Löfgren"
    dialog.save_to(tmp_path / "nowhere" / "ada.png")
    assert "there is no folder" in dialog.trouble.text()


def test_ones_own_card_is_asked_for_once(desk: Desk, qtbot: QtBot) -> None:
    """Then it is a key away; whoever changes their mind is asked again."""
    notebook = desk.notebook
    parent = QWidget()
    qtbot.addWidget(parent)
    ada = add(notebook, ADA)
    show_own_card(desk, parent)
    form = open_one(OwnCardForm)
    form.act()
    assert form.trouble.text() == "Choose a name from the list."
    form.person.setFocus()
    form.person.setText("ada")
    form.person.textEdited.emit("ada")
    form.act()
    dialog = open_one(CodeDialog)
    assert dialog.windowTitle() == "My card"
    assert own_contact(notebook) == ada
    dialog.close()
    show_own_card(desk, parent)
    dialog = open_one(CodeDialog)
    assert dialog.name.text() == "Ada Löfgren"
    dialog.change_button.click()
    assert open_one(OwnCardForm)
    desk.undo()
    assert own_contact(notebook) is None


def test_a_deleted_self_is_nobody(desk: Desk) -> None:
    """The next one is asked for; brought back, it is the same again."""
    notebook = desk.notebook
    ada = add(notebook, ADA)
    choose_own_contact(notebook, ada)
    delete_contacts(notebook, [ada])
    assert own_contact(notebook) is None
    desk.undo()
    assert own_contact(notebook) == ada


def test_cards_are_cut_where_the_marks_are() -> None:
    """Ten that touch, in the middle of the sheet, none nearer than 3 mm to its edge."""
    for paper in ("A4", "Letter"):
        cards = visiting_cards(ADA, ((True,),), paper)
        places = cards.places()
        width, height = cards.size
        assert len(set(places)) == 10
        assert min(left for left, _ in places) >= 3
        assert min(top for _, top in places) >= 3
        assert max(left for left, _ in places) + CARD[0] <= width - 3
        assert max(top for _, top in places) + CARD[1] <= height - 3


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="there is no pdftoppm")
def test_the_printed_cards_are_read_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    """From the PDF, at the resolution of a cheap printer."""
    dialog = shown(desk, qtbot, AWKWARD[1])
    dialog.print_cards()
    cards = open_one(CardsDialog)
    path = tmp_path / "cards.pdf"
    with qtbot.waitSignal(cards.accepted, timeout=10_000):
        cards.save_to(path)
    command = ["pdftoppm", "-r", "200", "-png", "-singlefile", str(path), str(tmp_path / "page")]
    subprocess.run(command, check=True, timeout=60)
    assert read(QImage(str(tmp_path / "page.png"))).display_name == "山田 太郎"
