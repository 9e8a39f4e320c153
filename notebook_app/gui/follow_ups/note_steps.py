"""How far a handwritten note is: write → stamped → posted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from notebook_app.gui.theme import Tone
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.follow_up import NoteState


class NoteSteps(QWidget):
    """Three pills with arrows between; ``step_taken`` carries the ``NoteState`` chosen."""

    step_taken = Signal(object)

    def __init__(self, state: NoteState, parent: QWidget | None = None) -> None:
        """Take how far the note is."""
        super().__init__(parent)
        words = {
            NoteState.WRITE: self.tr("To write"),
            NoteState.STAMPED: self.tr("Stamped"),
            NoteState.POSTED: self.tr("Posted"),
        }
        group = QButtonGroup(self)
        self.chips: dict[NoteState, Chip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        mirrored = self.isRightToLeft()
        for step in NoteState:
            chip = Chip(words[step])
            chip.setChecked(step is state)
            chip.clicked.connect(lambda _checked=False, taken=step: self.step_taken.emit(taken))
            if self.chips:
                row.addWidget(PlainLabel("←" if mirrored else "→", tone=Tone.MUTED))
            group.addButton(chip)
            row.addWidget(chip)
            self.chips[step] = chip
        row.addStretch(1)
