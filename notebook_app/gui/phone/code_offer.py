"""Says what a QR code holds that is no contact: a link to open, or a text to copy."""

from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import OPENED_SCHEMES, Desk
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import TextField
from notebook_app.services.picture_cards import OtherCode

_LONGEST_SHOWN: Final = 4_000


def tell_problem(desk: Desk, parent: QWidget, problem: UserProblem) -> None:
    """Say in the window what is wrong; if a code holds something else, offer that over it."""
    desk.problem_met.emit(problem)
    if isinstance(problem, OtherCode):
        CodeOffer(desk, parent, problem).open()


class CodeOffer(QDialog):
    """The whole text of the code. Nothing is opened before the user says so."""

    def __init__(self, desk: Desk, parent: QWidget, code: OtherCode) -> None:
        """Take the desk, who asked, and what was read."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("QR code"))
        self._desk = desk
        self._text = code.text
        self.sentence = PlainLabel(code.title, TextRole.STRONG, wrap=True)
        # Unlike a label it breaks a link anywhere: its end matters as much as its beginning.
        self.text = TextField(code.text[:_LONGEST_SHOWN])
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("What the code says"))
        self.open_button = PrimaryButton(self._open_words(), self.open_it)
        self.open_button.setVisible(self.can_be_opened())
        self.copy_button = PlainButton(self.tr("&Copy"), self.copy)
        self.close_button = PlainButton(self.tr("Close"), self.reject)
        self._lay_out()

    def can_be_opened(self) -> bool:
        """Return whether the whole text is a link of a kind that is opened."""
        url = QUrl(self._text.strip(), QUrl.ParsingMode.StrictMode)
        return url.isValid() and url.scheme().lower() in OPENED_SCHEMES

    def open_it(self) -> None:
        """Open the link in the system's program for it."""
        self.accept()
        self._desk.open_url(self._text)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)
        self.accept()
        self._desk.say(self.tr("Copied."))

    def _open_words(self) -> str:
        words = {
            "mailto": self.tr("&Write the e-mail"),
            "tel": self.tr("Ca&ll"),
        }
        scheme = QUrl(self._text.strip()).scheme().lower()
        return words.get(scheme, self.tr("&Open the link"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.sentence)
        column.addWidget(PlainLabel(self.tr("It says:"), TextRole.SMALL, Tone.MUTED))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(34), theme_of(self).em(17))
        first = self.open_button if self.can_be_opened() else self.copy_button
        first.setDefault(True)
        first.setFocus()
