"""The line of a quiet follow-up's card: a sentence to begin with, copied or written on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TextRole
from notebook_app.gui.today.opener_words import mail_with, opener_words
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.opener import Opener
from notebook_app.model.rows import FollowUpRow


class OpenerLine(QWidget):
    """Words, ``Copy``, and for an e-mail ``Write``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._address = ""
        self.words = PlainLabel("", TextRole.SMALL, wrap=True)
        self.copy_button = LinkButton(self.tr("Copy"), self.copy)
        self.copy_button.setToolTip(self.tr("Copy this sentence to begin with (C)"))
        self.write_button = LinkButton(self.tr("Write"), self.write)
        self.write_button.setToolTip(self.tr("Begin the e-mail with this sentence (W)"))
        links = QHBoxLayout()
        links.setSpacing(SMALL)
        links.addWidget(self.copy_button)
        links.addWidget(self.write_button)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addLayout(links)

    def show_opener(self, opener: Opener, row: FollowUpRow) -> None:
        """Show what to begin with."""
        self.words.setText(opener_words(opener, self.locale()))
        self._address = row.email if row.kind is FollowUpKind.EMAIL else ""
        self.write_button.setVisible(bool(self._address))
        for button in (self.copy_button, self.write_button):
            button.setAccessibleName(f"{button.text()}: {row.contact_name}")

    def copy(self) -> None:
        """Put the sentence into the clipboard."""
        QGuiApplication.clipboard().setText(self.words.text())
        self._desk.say(self.tr("Copied: a sentence to begin with."))

    def write(self) -> None:
        """Open a new e-mail that begins with the sentence."""
        if self._address:
            self._desk.open_url(mail_with(self._address, self.words.text()))
