"""Rounded panels on the page, and columns of them that scroll."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, MEDIUM, SMALL


class Card(QFrame):
    """A white panel with a line around it; ``body`` takes what it holds.

    A ``highlighted`` one stands out in the accent's colour: one in a page at most. A
    ``clickable`` one takes the focus, and Enter or a click emits ``clicked``; give it an
    accessible name.
    """

    clicked = Signal()

    def __init__(
        self,
        *,
        highlighted: bool = False,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._clickable = clickable
        self.setProperty("highlighted", highlighted)
        self.setProperty("clickable", clickable)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(LARGE - 2, MEDIUM, LARGE - 2, MEDIUM)
        self.body.setSpacing(SMALL)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_highlighted(self, highlighted: bool) -> None:
        """Make it stand out, or stop."""
        self.setProperty("highlighted", highlighted)
        self.style().unpolish(self)
        self.style().polish(self)

    def holds_focus(self) -> bool:
        """Return whether it, or something on it, is where keys go in its window."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit ``clicked`` for a left click inside."""
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and inside:
            event.accept()
            self.clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit ``clicked`` for Enter and Space."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._clickable and event.key() in keys:
            self.clicked.emit()
            return
        super().keyPressEvent(event)


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down, never sideways; ``column`` takes what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        super().__init__(parent)
        self._keeps_width = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("scrollColumnBody")
        # Growing at its end leaves what is seen as it is: only what comes new is painted.
        body.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        outer = self._outer = QVBoxLayout(body)
        outer.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        outer.setSpacing(0)
        self.column = QVBoxLayout()
        self.column.setSpacing(MEDIUM - 2)
        # Not an alignment of the layout: that would cut texts that wrap into more lines.
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(body)

    def leave_no_margin(self) -> None:
        """Stand in line with what is around it, which has a margin of its own."""
        self._outer.setContentsMargins(0, 0, 0, 0)

    def keep_width(self) -> None:
        """Leave room for the scroll bar while there is none: what stands here stays as wide."""
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._make_room())
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Leave the room at the other side when the direction changes."""
        super().changeEvent(event)
        if self._keeps_width and event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def _make_room(self) -> None:
        bar = self.verticalScrollBar()
        self._keeps_width = True
        room = 0 if bar.maximum() > bar.minimum() else bar.sizeHint().width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setViewportMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def clear(self) -> None:
        """Take everything out of the column."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
