"""The search field of the top bar."""

import unicodedata

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.text_fields import LineField


class SearchField(LineField):
    """Takes what to look for; shows its shortcut while it is empty.

    ``leave_down`` is emitted for the Down key and Enter (the page moves the focus into its list),
    ``dismissed`` for Escape in an empty field. Escape in a filled one clears it.
    """

    leave_down = Signal()
    dismissed = Signal()

    def __init__(self, shortcut: QKeySequence | None = None, parent: QWidget | None = None) -> None:
        """Take the shortcut to show at the field's end, without binding it."""
        super().__init__(parent)
        self._shortcut = (
            shortcut.toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
        )
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # Files dropped here belong to the window.
        self.setAccessibleName(self.tr("Search"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards, clear, or type."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.leave_down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.dismissed.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the shortcut while there is room and no text."""
        super().paintEvent(event)
        if self.text() or not self._shortcut:
            return
        theme = theme_of(self)
        metrics = theme.metrics(TextRole.SMALL)
        margin = theme.em(0.85)
        needed = metrics.horizontalAdvance(self._shortcut) + margin
        placeholder = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 2 * margin
        if placeholder + needed > self.width():
            return
        painter = QPainter(self)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        area = QRect(self.rect()).adjusted(margin, 0, -margin, 0)
        # Qt aligns a placeholder by its own direction, not by the window's.
        side = (
            Qt.AlignmentFlag.AlignLeft
            if _reads_from_the_right(self.placeholderText())
            else Qt.AlignmentFlag.AlignRight
        )
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, side | upright, self._shortcut)


def _reads_from_the_right(text: str) -> bool:
    directions = (unicodedata.bidirectional(character) for character in text)
    first = next((each for each in directions if each in ("L", "R", "AL")), "L")
    return first != "L"
