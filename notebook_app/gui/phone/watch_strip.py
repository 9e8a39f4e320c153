"""The quiet line at the bottom of the window that tells of contacts in a watched folder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, SMALL
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import ElidedLabel
from notebook_app.services.watch_folder import FoundFile


class WatchStrip(QFrame):
    """Hidden while there is nothing to tell.

    Signals:
        look_wanted, refused: a ``FoundFile``.
        all_refused: nothing; of all that were found.
    """

    look_wanted = Signal(object)
    refused = Signal(object)
    all_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it, hidden."""
        super().__init__(parent)
        self._file: FoundFile | None = None
        self.label = ElidedLabel("")
        self.look_button = PlainButton(self.tr("Look"), self._look)
        self.not_button = PlainButton(self.tr("Not this one"), self._refuse)
        self.none_button = PlainButton(self.tr("None of them"), self.all_refused.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE + 4, SMALL, LARGE + 4, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.label, 1)
        for button in (self.look_button, self.not_button, self.none_button):
            row.addWidget(button)
        self.hide()

    def show_files(self, files: list[FoundFile]) -> None:
        """Tell of the first of them, and how many more there are."""
        first = files[0] if files else None
        changed = first != self._file
        self._file = first
        if first is None:
            self.hide()
            return
        words = self.tr("1 person in {file}: look at them?")
        if first.people != 1:
            words = self.tr("{count} people in {file}: look at them?")
        count = self.locale().toString(first.people)
        words = words.format(count=count, file=first.path.name[:120])
        more = len(files) - 1
        if more:
            after = self.tr("1 more file after it") if more == 1 else self.tr("{count} more files")
            words += f" ({after.format(count=self.locale().toString(more))})"
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.none_button.setVisible(bool(more))
        self.show()
        if changed:
            announce(self.label)

    def _look(self) -> None:
        if self._file is not None:
            self.look_wanted.emit(self._file)

    def _refuse(self) -> None:
        if self._file is not None:
            self.refused.emit(self._file)
