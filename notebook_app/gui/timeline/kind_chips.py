"""Chips that narrow a timeline to kinds of entries; several at once, or everything."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.rows import EntryKind


def kind_words(kind: EntryKind) -> str:
    """Return what entries of a kind are called, many of them."""
    return {
        EntryKind.CONVERSATION: _tr("Conversations"),
        EntryKind.FOLLOW_UP: _tr("Follow-ups"),
        EntryKind.EVENT: _tr("Events"),
        EntryKind.OPPORTUNITY: _tr("Opportunities"),
        EntryKind.FAVOUR: _tr("Give and take"),
        EntryKind.SERVICE: _tr("Services"),
        EntryKind.STAGE: _tr("Steps"),
        EntryKind.ATTEMPT: _tr("Tried"),
        EntryKind.IMPORT: _tr("Imports"),
        EntryKind.MERGE: _tr("Merges"),
    }[kind]


class KindChips(QWidget):
    """``chosen`` is emitted when other kinds are to be shown."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a chip for everything, and one for each kind, none of them shown yet."""
        super().__init__(parent)
        self.everything = Chip(self.tr("Everything"))
        self.everything.setChecked(True)
        self.by_kind = {kind: Chip(kind_words(kind)) for kind in EntryKind}
        flow = FlowLayout(across=0, down=0)
        for chip in (self.everything, *self.by_kind.values()):
            flow.addWidget(chip)
            chip.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.offer(())

    def offer(self, kinds: Collection[EntryKind]) -> None:
        """Show the chips of those kinds that there are; a single one needs no choice."""
        several = len(kinds) > 1
        for kind, chip in self.by_kind.items():
            there = kind in kinds
            chip.setVisible(chip.isChecked() or (there and several))
        any_on = bool(self.kinds())
        self.everything.setVisible(several or any_on)

    def kinds(self) -> frozenset[EntryKind]:
        """Return the kinds to show; none stands for everything."""
        return frozenset(kind for kind, chip in self.by_kind.items() if chip.isChecked())

    def choose(self, kinds: Sequence[EntryKind]) -> None:
        """Show these kinds, or everything if there are none."""
        before = self.kinds()
        for kind, chip in self.by_kind.items():
            chip.setChecked(kind in kinds)
            chip.setVisible(chip.isVisibleTo(self) or chip.isChecked())
        self.everything.setChecked(not kinds)
        if self.kinds() != before:
            self.chosen.emit()

    def _clicked(self) -> None:
        if self.sender() is self.everything:
            for chip in self.by_kind.values():
                chip.setChecked(False)
        self.everything.setChecked(not self.kinds())
        self.chosen.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
