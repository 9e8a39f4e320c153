"""A layout that puts small things side by side and goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from notebook_app.gui.theme import SMALL, TIGHT


class FlowLayout(QLayout):
    """For badges and tags; mirrored in right-to-left windows."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        across: int = SMALL - 2,
        down: int = TIGHT,
        centred: bool = False,
    ) -> None:
        """Take the distances between things across and down, in device-independent pixels."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        # Layouts around this one ask again and again.
        self._heights: dict[int, int] = {}
        self._across = across
        self._down = down
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add ``item`` at the end; use ``addWidget``."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things are in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at ``index``, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at ``index`` out, or return None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self, kept: int = 0) -> None:
        """Take everything out but the first ``kept`` things, and delete the widgets."""
        while (item := self.takeAt(kept)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: it takes only what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: the narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width``."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    def invalidate(self) -> None:
        """Forget what was measured: something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything into ``rect``."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        margins = self.contentsMargins()
        width = sum(size.width() for size in sizes) + self._across * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        """Return the size of the widest single thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(1, width)), hint.height())
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self._across
        return lines

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        y = 0
        for line in self._lines(area.width()):
            height = max((size.height() for _item, size in line), default=0)
            if move:
                self._place(line, area, area.top() + y, height)
            y += height + self._down
        margins = self.contentsMargins()
        return max(0, y - self._down) + margins.top() + margins.bottom()

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], area: QRect, top: int, height: int
    ) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        length = sum(size.width() + self._across for _item, size in line) - self._across
        x = (area.width() - length) // 2 if self._centred else 0
        for item, size in line:
            left = area.right() + 1 - x - size.width() if mirrored else area.left() + x
            down = (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top + down), size))
            x += size.width() + self._across
