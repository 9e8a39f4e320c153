"""A list of thousands of lines of one height, laid out in parts so that it opens at once."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

_LINES_AT_ONCE: Final = 400


class LongListView(QListView):
    """Lines may be read anew, but stay as high as they are."""

    def __init__(self) -> None:
        """Make an empty one."""
        super().__init__()
        self.setUniformItemSizes(True)
        # Thousands of lines in one go would hold the window.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_LINES_AT_ONCE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint again, where QListView lays out anew: part by part, it would jump up meanwhile."""
        QAbstractItemView.dataChanged(self, first, last, roles)
        self.viewport().update()
