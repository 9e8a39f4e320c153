"""A contact as a QR code to hold a phone to, and one's own card to hold up."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.safe_stem import safe_stem
from notebook_app.gui.codes.code_view import CodeView
from notebook_app.gui.codes.own_card_form import OwnCardForm
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.printing.whole_file import whole_file, write_into
from notebook_app.gui.theme import LARGE, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.services.card_as_code import CardCode, card_as_code
from notebook_app.services.own_card import own_contact


def show_code(desk: Desk, parent: QWidget, contact_id: int) -> None:
    """Open the QR code of a contact over ``parent``."""
    if desk.notebook.contacts.get(contact_id) is not None:
        CodeDialog(desk, parent, contact_id).open()


def show_own_card(desk: Desk, parent: QWidget) -> None:
    """Open the user's own card; ask who they are, the first time."""
    contact_id = own_contact(desk.notebook)
    if contact_id is None:
        OwnCardForm(desk, parent, lambda chosen: show_code(desk, parent, chosen)).open()
    else:
        show_code(desk, parent, contact_id)


class CodeDialog(QDialog):
    """The name, the code as large as the window allows, and what is not in it."""

    def __init__(self, desk: Desk, parent: QWidget, contact_id: int) -> None:
        """Take the desk, who asked, and whose code it is."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._asked_by = parent.window()
        self._contact_id = contact_id
        self._own = own_contact(desk.notebook) == contact_id
        self.code = CardCode("")
        self.setWindowTitle(self.tr("My card") if self._own else self.tr("QR code"))
        self.name = PlainLabel("", TextRole.NAME, wrap=True)
        self.beside = PlainLabel("", TextRole.BODY, Tone.MUTED, wrap=True)
        self.view = CodeView()
        self.hint = PlainLabel(
            self.tr("Hold a phone's camera up to it: it offers to add the contact."),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self.left_out = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self.private = CheckField(self.tr("With my &notes, tags and own fields"))
        self.private.toggled.connect(lambda _on: self.show_code())
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.copy_button = PlainButton(self.tr("&Copy picture"), self.copy)
        self.save_button = PlainButton(self.tr("&Save picture…"), self.choose_file)
        self.print_button = PlainButton(self.tr("&Print cards…"), self.print_cards)
        self.change_button = LinkButton(self.tr("This is not me"), self._choose_another)
        self.change_button.setVisible(self._own)
        self.close_button = PrimaryButton(self.tr("Close"), self.accept)
        self.close_button.setDefault(True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_cards)
        desk.changed.connect(lambda _changes: self.show_code())
        self._lay_out()
        self.show_code()

    def show_code(self) -> None:
        """Show the contact as it is now."""
        contact = self._desk.notebook.contacts.get(self._contact_id)
        if contact is None or contact.deleted_at is not None:
            self.accept()
            return
        details = contact.details
        self.code = card_as_code(details, with_private=self.private.isChecked())
        self.view.show_squares(self.code.squares())
        self.view.setAccessibleName(
            self.tr("QR code of {name}").format(name=details.display_name[:120])
        )
        self.name.setText(details.display_name[:200])
        beside = " · ".join(part for part in (details.title, details.organization) if part)
        self.beside.setText(beside[:200])
        self.beside.setVisible(bool(beside))
        self.left_out.setText(
            self.tr("Not in it: {what}.").format(what=", ".join(self.code.left_out))
        )
        self.left_out.setVisible(bool(self.code.left_out))

    def copy(self) -> None:
        """Put the code on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.view.picture())
        self._desk.say(self.tr("The QR code is copied."))

    def choose_file(self) -> None:
        """Ask where to save the picture, and save it."""
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        folder = Path(QStandardPaths.writableLocation(pictures))
        name, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the QR code"),
            str(folder / f"{safe_stem(self.name.text())}.png"),
            self.tr("Picture (*.png)"),
        )
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(".png"))

    def save_to(self, path: Path) -> None:
        """Save the picture."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.view.picture().save(buffer, "PNG")  # type: ignore[call-overload]
        try:
            with whole_file(path) as file:
                write_into(file, path, buffer.data())
        except UserProblem as problem:
            self.trouble.setText(problem.one_line())
            self.trouble.show()
            return
        self.trouble.hide()
        self._desk.say(self.tr("Saved {file}.").format(file=path.name))

    def print_cards(self) -> None:
        """Show a sheet of visiting cards with the code, as it will be on paper."""
        from notebook_app.gui.codes.cards_dialog import CardsDialog

        contact = self._desk.notebook.contacts.get(self._contact_id)
        if contact is not None:
            CardsDialog(self._desk, self, contact.details, self.code).open()

    def _choose_another(self) -> None:
        desk, parent = self._desk, self._asked_by
        self.accept()
        OwnCardForm(desk, parent, lambda chosen: show_code(desk, parent, chosen)).open()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self.copy_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        below = QHBoxLayout()
        below.addWidget(self.private)
        below.addStretch(1)
        below.addWidget(self.change_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(TIGHT)
        for label in (self.name, self.beside):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(SMALL)
        column.addWidget(self.view, 1)
        column.addSpacing(SMALL)
        for label in (self.hint, self.left_out):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.trouble)
        column.addSpacing(SMALL)
        column.addLayout(below)
        column.addSpacing(SMALL)
        column.addLayout(buttons)
        theme = theme_of(self)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(42), theme.em(54)).boundedTo(room))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
