"""Offers the backups to go back to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.storage.backups import Backup, Backups


class RestoreDialog(QDialog):
    """A list of backups, newest first; choosing one hands its path over and closes."""

    def __init__(
        self, backups: Backups, restore: Callable[[Path], object], parent: QWidget | None = None
    ) -> None:
        """Take the notebook's backups and what is to be done with the chosen one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go back to a backup"))
        self._restore = restore
        self._folder = backups.folder
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        for backup in backups.all():
            item = QListWidgetItem(self._words(backup))
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self._go_back)
        self.go_back_button = PrimaryButton(self.tr("&Go back to it"), self._go_back)
        self.go_back_button.setEnabled(self.list.count() > 0)
        self._lay_out()

    def _go_back(self, _item: object = None) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._hand_over(Path(str(item.data(Qt.ItemDataRole.UserRole))))

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            str(self._folder if self._folder.is_dir() else self._folder.parent),
            self.tr("Notebooks (*.db);;All files (*)"),
        )
        if name:
            self._hand_over(Path(name))

    def _hand_over(self, path: Path) -> None:
        self.accept()
        self._restore(path)

    def _words(self, backup: Backup) -> str:
        written = QDateTime.fromSecsSinceEpoch(int(backup.path.stat().st_mtime))
        when = self.locale().toString(written, QLocale.FormatType.ShortFormat)
        size = self.locale().formattedDataSize(backup.path.stat().st_size)
        return "   ·   ".join(part for part in (when, size, backup.reason) if part)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(PlainButton(self.tr("Another &file…"), self._choose_file))
        buttons.addStretch(1)
        buttons.addWidget(PlainButton(self.tr("Cancel"), self.reject))
        buttons.addWidget(self.go_back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PlainLabel(self.tr("Go back to a backup"), TextRole.TITLE))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "The notebook becomes what it was then. What it is now is kept as a "
                    "backup too, so you can come back."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.resize(theme_of(self).em(40), theme_of(self).em(30))
