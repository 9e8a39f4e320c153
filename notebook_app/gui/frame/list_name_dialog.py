"""Asks for a list's name, for a new list or another name of one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.changes import ChangeSet
from notebook_app.model.saved_list import LONGEST_LIST_NAME


class ListNameDialog(QDialog):
    """Enter saves, Escape leaves; ``save`` is handed the name and calls one service."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        title: str,
        save: Callable[[str], ChangeSet],
        name: str = "",
    ) -> None:
        """Take the desk, the window, its title, what saves, and the name to begin with."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk = desk
        self._save = save
        self.name = LineField(name)
        self.name.setMaxLength(LONGEST_LIST_NAME)
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.name.selectAll()
        self.trouble = PlainLabel(tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        label = PlainLabel(self.tr("Name of the list"), TextRole.SMALL, Tone.MUTED)
        label.setBuddy(self.name)
        self.save_button = PrimaryButton(self.tr("Save"), self._act)
        self.save_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("Cancel"), self.reject))
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.setMinimumWidth(theme_of(self).em(24))

    def _act(self) -> None:
        name = self.name.text()
        if self._desk.perform(lambda: self._save(name), self._complain) is not None:
            self.accept()

    def _complain(self, problem: UserProblem) -> None:
        self.trouble.setText(problem.one_line())
        self.trouble.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
