"""What the window says when the notebook can't be opened, and the way on if there is one."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.storage.trouble import DamagedNotebook


class OpeningTrouble(QDialog):
    """One sentence, what to do, and for a damaged notebook its newest good backup."""

    def __init__(self, problem: UserProblem) -> None:
        """Take the trouble; ``wants_backup`` tells afterwards what was chosen."""
        super().__init__()
        self.wants_backup = False
        self.setWindowTitle(self.tr("Contact Notebook"))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(problem.title, TextRole.TITLE, wrap=True))
        backup = problem.backup if isinstance(problem, DamagedNotebook) else None
        for text in (problem.detail, self._way_on(backup) if backup else problem.remedy):
            if text:
                column.addWidget(PlainLabel(text, wrap=True, selectable=True))
        if backup:
            column.addWidget(PlainLabel(str(backup), TextRole.SMALL, Tone.MUTED, wrap=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        self.quit_button = PlainButton(self.tr("&Quit"), self.reject)
        buttons.addWidget(self.quit_button)
        self.restore_button = PrimaryButton(self.tr("&Open the backup"), self._restore)
        self.restore_button.setVisible(backup is not None)
        buttons.addWidget(self.restore_button)
        column.addLayout(buttons)
        self.setMinimumWidth(theme_of(self).em(36))

    def _restore(self) -> None:
        self.wants_backup = True
        self.accept()

    def _way_on(self, backup: Path) -> str:
        words = self.tr(
            "The newest good backup is of {day}. It can take the notebook's place; the damaged "
            "file is kept beside it under another name."
        )
        return words.format(day=backup.stem[:10])
