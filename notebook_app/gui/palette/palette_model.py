"""The lines of the palette as Qt's views want them, and how one is painted."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.palette.palette_entry import PaletteEntry
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, theme_of

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""A ``PaletteEntry``."""

_LONGEST: Final = 160
_Index = QModelIndex | QPersistentModelIndex


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

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
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


class PaletteDelegate(QStyledItemDelegate):
    """A picture for people, the words, what stands aside, the shortcut."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the height of one line."""
        return QSize(theme_of(self).em(20), theme_of(self).em(2.55))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the line."""
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        theme = theme_of(self)
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, PaletteEntry):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(QRectF(whole).adjusted(4, 1, -4, -1), 6, 6)
        side = theme.em(1.7)
        start, end = whole.left() + MEDIUM, whole.right() - MEDIUM
        if entry.contact_id is not None:
            face = QRect(start, whole.center().y() - side // 2, side, side)
            theme.avatars.paint(painter, QStyle.visualRect(direction, whole, face), entry.words)
        start += side + SMALL
        mark = entry.shortcut
        if entry.contact_id is not None and state & QStyle.StateFlag.State_Selected:
            mark = "⇥ ›"
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

        def write(left: int, right: int, text: str, role: TextRole, colour: str) -> None:
            area = QRect(left, whole.top(), right - left, whole.height())
            flags = (
                QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
                | Qt.AlignmentFlag.AlignAbsolute
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.TextFlag.TextSingleLine
            )
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(colour))
            painter.drawText(QStyle.visualRect(direction, whole, area), flags, text)

        small, body = theme.metrics(TextRole.SMALL), theme.metrics(TextRole.BODY)
        if mark:
            room = small.horizontalAdvance(mark) + 1
            write(end - room, end + 1, mark, TextRole.SMALL, "muted")
            end -= room + MEDIUM
        words = body.elidedText(
            entry.words[:_LONGEST], Qt.TextElideMode.ElideRight, max(0, end - start)
        )
        write(start, end, words, TextRole.BODY, "ink")
        start += body.horizontalAdvance(words) + MEDIUM
        if entry.aside and end - start > theme.em(3):
            aside = small.elidedText(
                entry.aside[:_LONGEST], Qt.TextElideMode.ElideRight, end - start
            )
            write(start, end, aside, TextRole.SMALL, "muted")
        painter.restore()
