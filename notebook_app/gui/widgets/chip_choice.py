"""A few pills of which one is always chosen; the arrows go from one to the next."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout

Value = TypeVar("Value")


class ChipRow(QWidget):
    """The pills; ``chosen`` is emitted when another one was chosen, however it came."""

    chosen = Signal()

    def __init__(self, name: str, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Take what is chosen here, for screen readers, and the words of the pills."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.chips: list[Chip] = []
        flow = FlowLayout(across=0, down=0)
        for number, text in enumerate(words):
            chip = Chip(text)
            chip.setAccessibleName(f"{name}: {text}")
            self._group.addButton(chip, number)
            self.chips.append(chip)
            flow.addWidget(chip)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(flow)
        self.chips[0].setChecked(True)
        self.setFocusProxy(self.chips[0])
        self._group.idToggled.connect(self._toggled)

    def number(self) -> int:
        """Return which pill is chosen."""
        return self._group.checkedId()

    def choose_number(self, number: int) -> None:
        """Choose a pill."""
        self.chips[number].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the arrows, mirrored where one reads from the right."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        steps = {Qt.Key.Key_Left: 1 if mirrored else -1, Qt.Key.Key_Right: -1 if mirrored else 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = self.number() + step
        if 0 <= number < len(self.chips):
            self.chips[number].setChecked(True)
            self.chips[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _toggled(self, number: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self.chips[number])
            self.chosen.emit()


class ChipChoice(ChipRow, Generic[Value]):
    """Pills that stand for values."""

    def __init__(
        self, name: str, choices: Sequence[tuple[Value, str]], parent: QWidget | None = None
    ) -> None:
        """Take what is chosen here, and the values with their words; the first is chosen."""
        super().__init__(name, [words for _value, words in choices], parent)
        self._values = [value for value, _words in choices]

    def value(self) -> Value:
        """Return what is chosen."""
        return self._values[self.number()]

    def choose(self, value: Value) -> None:
        """Choose a value."""
        self.choose_number(self._values.index(value))
