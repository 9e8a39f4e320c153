"""Chooses what came of a follow-up: a row of pills, each with a letter."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.kind_picker import LetterChip
from notebook_app.gui.follow_ups.outcome_words import OUTCOME_LETTERS, outcome_name
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.follow_up import Outcome


class OutcomePicker(QWidget):
    """Pills of which one is chosen; ``outcome_changed`` carries the ``Outcome``.

    Alt and the letter choose from anywhere, and leave the focus where it is.
    """

    outcome_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the pills; the first is chosen."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("What happened"))
        self._group = QButtonGroup(self)
        self.chips: dict[Outcome, LetterChip] = {}
        flow = FlowLayout(across=2)
        for number, outcome in enumerate(Outcome):
            chip = LetterChip(outcome_name(outcome), OUTCOME_LETTERS[outcome])
            self.chips[outcome] = chip
            shortcut = QShortcut(chip.keys, self)
            shortcut.activated.connect(lambda _checked=False, chosen=chip: chosen.setChecked(True))
            self._group.addButton(chip, number)
            flow.addWidget(chip)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(flow)
        self.choose(Outcome.REACHED)
        self._group.idToggled.connect(self._toggled)

    def outcome(self) -> Outcome:
        """Return what is chosen."""
        return list(Outcome)[self._group.checkedId()]

    def choose(self, outcome: Outcome) -> None:
        """Choose what came of it."""
        self.chips[outcome].setChecked(True)
        self.setFocusProxy(self.chips[outcome])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter inside the row for what it stands for."""
        for chip in self.chips.values():
            if not event.modifiers() and event.text().upper() == chip.letter:
                chip.take()
                return
        super().keyPressEvent(event)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            outcome = list(Outcome)[number]
            self.setFocusProxy(self.chips[outcome])
            self.outcome_changed.emit(outcome)
