"""A list with what it is about beside it, or below it where the window is narrow."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.labels import Divider

_NARROW: Final = 50
"""In ems: less leaves no room for list and values beside each other."""
_LEAST_WIDTH: Final = 13
_MOST_WIDTH: Final = 26
_ANY_SIZE: Final = 16_777_215


class ListBeside(QWidget):
    """``list_column`` takes the list and what stands above it."""

    def __init__(self, beside: QLayout, parent: QWidget | None = None) -> None:
        """Take what stands beside the list."""
        super().__init__(parent)
        self.list_column = QWidget()
        self._divider = Divider(upright=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.list_column)
        self._parts.addWidget(self._divider)
        self._parts.addLayout(beside, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share of the width, or of the height."""
        super().resizeEvent(event)
        em = theme_of(self).em
        narrow = self.width() < em(_NARROW)
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._divider.setVisible(not narrow)
        wide = min(em(_MOST_WIDTH), max(em(_LEAST_WIDTH), self.width() * 30 // 100))
        self.list_column.setMinimumWidth(0 if narrow else wide)
        self.list_column.setMaximumWidth(_ANY_SIZE if narrow else wide)
        self.list_column.setMaximumHeight(self.height() * 35 // 100 if narrow else _ANY_SIZE)
