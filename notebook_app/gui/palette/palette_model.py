"""The lines of the palette as Qt's views want them, and how one is painted."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter

from notebook_app.gui.palette.palette_entry import PaletteEntry
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``PaletteEntry``."""


class PaletteModel(QAbstractListModel):
    """A short list of entries."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.entries: list[PaletteEntry] = []

    def show(self, entries: Sequence[PaletteEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the entry, or all it says in words."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(entry)
        return None


def spoken(entry: PaletteEntry) -> str:
    """Return all that a line says, for screen readers."""
    return ", ".join(part for part in (entry.words, entry.aside, entry.shortcut) if part)


class PaletteDelegate(LineDelegate):
    """A picture for people, the words, what stands aside, the shortcut."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the height of one line."""
        return QSize(theme_of(self).em(20), theme_of(self).em(2.55))

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the line."""
        painter, theme, whole = line.painter, line.theme, line.whole
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, PaletteEntry):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(whole).adjusted(4, 1, -4, -1), 6, 6)
        side = theme.em(1.7)
        start, end = whole.left() + MEDIUM, whole.right() - MEDIUM
        if entry.contact_id is not None:
            face = QRect(start, whole.center().y() - side // 2, side, side)
            theme.avatars.paint(painter, line.placed(face), entry.words)
        start += side + SMALL
        more = entry.contact_id is not None and line.selected
        mark = "⇥ ›" if more else entry.shortcut

        def between(left: int, right: int) -> QRect:
            return QRect(left, whole.top(), right - left, whole.height())

        if mark:
            room = theme.metrics(TextRole.SMALL).horizontalAdvance(mark) + 1
            line.write(between(end - room, end + 1), mark, TextRole.SMALL, "muted")
            end -= room + MEDIUM
        start += line.write(between(start, end), entry.words, TextRole.BODY) + MEDIUM
        if entry.aside and end - start > theme.em(3):
            line.write(between(start, end), entry.aside, TextRole.SMALL, "muted")
