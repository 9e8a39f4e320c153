"""A phone number, an address or a link to be opened by a click and copied by the right button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtGui import QPaintEvent as PaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from notebook_app.gui.theme import TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import ElidedLabel


class ValueLine(ElidedLabel):
    """One line, cut at its end; Enter and a click open it, if there is something to open."""

    def __init__(
        self,
        text: str,
        label: str,
        opens: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take the value, what it is (for screen readers), and what opening it does."""
        super().__init__(text[:400], TextRole.BODY, Tone.INK, parent=parent)
        self._value = text
        self._opens = opens
        self.setAccessibleName(f"{label}: {text[:200]}" if label else text[:200])
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if opens is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open."""
        inside = self.rect().contains(event.position().toPoint())
        if self._opens is not None and inside and event.button() == Qt.MouseButton.LeftButton:
            self._opens()
            return
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or copy."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._opens is not None and event.key() in enter:
            self._opens()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to open and to copy."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._opens is not None:
            opens = self._opens
            menu.addAction(self.tr("Open")).triggered.connect(lambda _on=False: opens())
        menu.addAction(self.tr("Copy")).triggered.connect(lambda _on=False: self.copy())
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Put the value on the clipboard."""
        QApplication.clipboard().setText(self._value)

    def paintEvent(self, event: PaintEvent) -> None:
        """Draw the value, and a line below it under the pointer or with the focus."""
        super().paintEvent(event)
        if self._opens is None or not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        length = min(self.width(), self.fontMetrics().horizontalAdvance(self.text()))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = QPoint(self.width() - length if mirrored else 0, self.height() - 2)
        thick = 2 if self.hasFocus() else 1
        painter.fillRect(start.x(), start.y(), length, thick, theme_of(self).color("accent"))

    def event(self, event: QEvent) -> bool:
        """Draw again when the pointer comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
