"""Asks which folder is watched for files of contacts, in one small dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.phone.kept_folder import KeptFolder
from notebook_app.gui.theme import SMALL, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel


class WatchDialog(FormDialog):
    """``then`` is called once something else is kept."""

    def __init__(
        self, desk: Desk, parent: QWidget, kept: KeptFolder, then: Callable[[], object]
    ) -> None:
        """Take what is kept, and who follows it."""
        super().__init__(desk, parent, self.tr("Watch a folder"), self.tr("Save"))
        self._kept = kept
        self._then = then
        self.folder = kept.folder()
        self.wanted = CheckField(self.tr("&Watch this folder for contacts that arrive"), wrap=True)
        self.wanted.setChecked(kept.is_on())
        self.path = ElidedLabel(str(self.folder))
        self.path.setAccessibleName(self.tr("Folder"))
        self.choose_button = PlainButton(self.tr("&Choose another…"), self.choose)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.path, 1)
        row.addWidget(self.choose_button)
        words = self.tr(
            "When a file of contacts (.vcf, .zip) arrives there, a line at the bottom of the window"
            " offers to look at it, once. Nothing is imported by itself, and what has lain there"
            " for longer than a day is left alone."
        )
        self.body.addWidget(self.wanted)
        self.body.addLayout(row)
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    def choose(self) -> None:
        """Ask for another folder."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Choose the folder to watch"), str(self.folder)
        )
        if name:
            self.take(Path(name))

    def take(self, folder: Path) -> None:
        """Take another folder; whoever chooses one wants it watched."""
        self.folder = folder
        self.path.setText(str(folder))
        self.wanted.setChecked(True)

    def act(self) -> None:
        """Keep what was chosen."""
        self._kept.keep(self.folder, on=self.wanted.isChecked())
        self.accept()
        self._then()
