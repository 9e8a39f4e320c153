"""The frame of the small forms: what is asked, a line for trouble, and two or three buttons."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import ChangeSet


class FormDialog(QDialog):
    """A form over the window it was asked for from; subclasses fill ``body`` and write ``act``.

    Enter in a line and Ctrl+Enter anywhere do what the primary button says, Escape leaves.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, title: str, act_words: str) -> None:
        """Take the desk, who asked, the window's title and the words on the primary button."""
        super().__init__(parent.window() if parent is not None else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.act_button = PrimaryButton(act_words, self.act)
        self.act_button.setDefault(True)
        self.act_button.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel_button = PlainButton(self.tr("Cancel"), self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SMALL)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.act_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addLayout(self.body)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(self.buttons)
        self.setMinimumWidth(theme_of(self).em(26))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.act)

    def sizeHint(self) -> QSize:
        """Return a width that is easy to read; rows of pills go on in the next line."""
        width = theme_of(self).em(44)
        if (column := self.layout()) is None:
            return super().sizeHint()
        return QSize(
            width, max(column.totalHeightForWidth(width), column.totalMinimumSize().height())
        )

    def act(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def perform(self, action: Callable[[], ChangeSet]) -> bool:
        """Write through the desk and close; on trouble stay open, show it, return False."""
        if self.desk.perform(action, self.show_problem) is None:
            return False
        self.accept()
        return True

    def show_problem(self, problem: UserProblem) -> None:
        """Show a trouble in the form, which the window behind could not."""
        self.complain(problem.one_line())

    def complain(self, words: str, field: QWidget | None = None) -> None:
        """Say what is missing or wrong, and put the focus there."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
