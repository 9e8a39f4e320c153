"""How the dialogs of an import stand: what it is about, what there is to look at, and the acts."""

from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL
from notebook_app.gui.widgets.labels import Divider


def stand_in_three(dialog: QDialog, head: QBoxLayout, middle: QWidget, buttons: QBoxLayout) -> None:
    """Put the three below each other with a line between; the middle takes the room there is."""
    head.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
    head.setSpacing(SMALL)
    buttons.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
    buttons.setSpacing(SMALL)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(head)
    column.addWidget(Divider())
    column.addWidget(middle, 1)
    column.addWidget(Divider())
    column.addLayout(buttons)
