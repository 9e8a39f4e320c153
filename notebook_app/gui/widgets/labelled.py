"""A field with its label above it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT


def labelled(label: QWidget, field: QWidget) -> QVBoxLayout:
    """Return both, one below the other."""
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(label)
    column.addWidget(field)
    return column
