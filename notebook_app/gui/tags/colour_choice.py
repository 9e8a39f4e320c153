"""Chooses the colour of a tag: chips with a dot and the colour's name, the arrows move in them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from notebook_app.gui.theme.tag_colours import colour_words
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.tag import TagColour


class ColourChoice(QWidget):
    """``chosen`` carries the ``TagColour`` that the user chose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the chips; none is chosen."""
        super().__init__(parent)
        self.chips: dict[TagColour, Chip] = {}
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, across=0, down=0)
        for colour in TagColour:
            chip = Chip(colour_words(colour), dot=colour)
            chip.clicked.connect(lambda _on=False, which=colour: self.chosen.emit(which))
            self._group.addButton(chip)
            self.chips[colour] = chip
            flow.addWidget(chip)

    def show_colour(self, colour: TagColour) -> None:
        """Mark a colour as the chosen one."""
        self.chips[colour].setChecked(True)
