"""What all charts have in common: items that are pointed at, walked through by keys, and opened."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from notebook_app.gui.charts.chart_data import ChartData
from notebook_app.gui.charts.legend import legend_height
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.labels import plain_tool_tip

_WIDE_EMS = 28
_LEAST_EMS = 14


class Chart(QWidget):
    """A picture of items. ``opened`` carries the key of the one that was clicked or entered.

    Subclasses say how many items there are, where each is, and how each is spoken.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._current = 0
        self._pointed_at: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self._look_changed)

    def count(self) -> int:
        """Return how many items there are."""
        raise NotImplementedError

    def place(self, at: int) -> QRectF:
        """Return where an item is, in the widget."""
        raise NotImplementedError

    def item_at(self, x: float, y: float) -> int:
        """Return the item in whose line or column a point is; there may be none such."""
        raise NotImplementedError

    def spoken(self, at: int) -> str:
        """Return what a screen reader says of an item."""
        raise NotImplementedError

    def key_of(self, at: int) -> object:
        """Return what ``opened`` carries for an item; None if there is nothing behind it."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what the whole chart is called."""
        raise NotImplementedError

    @property
    def current(self) -> int:
        """The item that the keys are on."""
        return self._current

    def data_changed(self) -> None:
        """Begin with the first item; subclasses call it when they have others."""
        self._current, self._pointed_at = 0, None
        self._name()
        self.updateGeometry()
        self.update()

    def draw_states(self, painter: QPainter) -> None:
        """Draw the ground of the item pointed at, and a ring around the one with the focus."""
        theme = theme_of(self)
        if self._pointed_at is not None and self.key_of(self._pointed_at) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self.place(self._pointed_at), RADIUS / 2, RADIUS / 2)
        if self.hasFocus() and self._current < self.count():
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = self.place(self._current).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, RADIUS / 2, RADIUS / 2)

    def mirrored(self) -> bool:
        """Return whether the window reads from right to left."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def placed(self, area: QRectF) -> QRectF:
        """Return where ``area``, thought from left to right, really is."""
        if self.mirrored():
            return QRectF(self.width() - area.right(), area.top(), area.width(), area.height())
        return area

    def write(
        self, painter: QPainter, area: QRectF, text: str, role: TextRole, colour: str = "ink"
    ) -> None:
        """Write one line of plain text at the beginning of ``area``, cut where that ends."""
        theme = theme_of(self)
        shown = theme.metrics(role).elidedText(
            text, Qt.TextElideMode.ElideRight, int(area.width()) + 1
        )
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(colour))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        # A text runs in the direction of its own script, whichever side the window reads from.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.placed(area), flags | Qt.TextFlag.TextSingleLine, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the items; Enter and Space open one."""
        key = event.key()
        left, right = (1, -1) if self.mirrored() else (-1, 1)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: left,
            Qt.Key.Key_Right: right,
            Qt.Key.Key_Home: -self._current,
            Qt.Key.Key_End: self.count() - 1 - self._current,
        }
        if key in steps and self.count():
            self._go(min(self.count() - 1, max(0, self._current + steps[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.count():
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the item under the pointer."""
        at = self._at(event)
        if at != self._pointed_at:
            self._pointed_at = at
            leads = at is not None and self.key_of(at) is not None
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing."""
        self._pointed_at = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the item under the pointer."""
        at = self._at(event)
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._go(at)
            self._open(at)
            return
        super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell of the item under the pointer what a screen reader would."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._found(event.pos().x(), event.pos().y())
            if at is not None:
                QToolTip.showText(event.globalPos(), plain_tool_tip(self.spoken(at)), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._name()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    def _at(self, event: QMouseEvent) -> int | None:
        return self._found(event.position().x(), event.position().y())

    def _found(self, x: float, y: float) -> int | None:
        at = self.item_at(x, y)
        return at if 0 <= at < self.count() and self.place(at).contains(x, y) else None

    def _go(self, at: int) -> None:
        self._current = at
        self._name()
        announce(self)
        self.update()

    def _open(self, at: int) -> None:
        key = self.key_of(at)
        if key is not None:
            self.opened.emit(key)

    def _name(self) -> None:
        if self.count() == 0:
            self.setAccessibleName(self.title())
            self.setAccessibleDescription("")
            return
        self.setAccessibleName(f"{self.title()}. {self.spoken(self._current)}")
        number = self.locale().toString
        words = self.tr("{at} of {count}. The arrow keys go from one to the next.")
        if self.key_of(self._current) is not None:
            words = self.tr(
                "{at} of {count}. The arrow keys go from one to the next, Enter shows what is"
                " behind it."
            )
        self.setAccessibleDescription(
            words.format(at=number(self._current + 1), count=number(self.count()))
        )

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class ItemsChart(Chart):
    """A chart of items one after the other, such as bars, below a legend that wraps.

    Subclasses say how high all but the legend is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.data = ChartData("", "", (), ())
        self.drawn = self.data.items

    def show_data(self, data: ChartData) -> None:
        """Show other figures."""
        self.data, self.drawn = data, data.items[: data.drawn]
        self.data_changed()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self.drawn)

    def drawing_height(self) -> int:
        """Return how high the items are together, in pixels."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """Legends wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the items and the legend."""
        return legend_height(self, self.data.series, width) + self.drawing_height()

    def sizeHint(self) -> QSize:
        """Return a comfortable width."""
        width = theme_of(self).em(_WIDE_EMS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least in which figures are told apart."""
        return QSize(theme_of(self).em(_LEAST_EMS), self.heightForWidth(max(self.width(), 1)))

    def spoken(self, at: int) -> str:
        """Return label and figures."""
        return self.data.spoken(at)

    def key_of(self, at: int) -> object:
        """Return the key of an item."""
        return self.data.items[at].key

    def title(self) -> str:
        """Return the title of the figures."""
        return self.data.title
