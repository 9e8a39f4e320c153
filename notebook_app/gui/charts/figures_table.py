"""Figures under column titles, to read line by line and to take along."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from notebook_app.gui.charts.figures_clipboard import copy_figures
from notebook_app.gui.charts.figures_delegate import FiguresDelegate, cell_width
from notebook_app.gui.charts.figures_model import FiguresModel
from notebook_app.gui.theme import TextRole, theme_of

MOST_SEEN: Final = 12
_MEASURED: Final = 60
"""So many lines say how wide a column is; a longer cell further down is cut."""


class FiguresTable(QTableView):
    """As high as its lines, up to a dozen; then it scrolls. ``opened`` carries a line's key.

    Labels, in the first column, take what room the figures leave. A click or Enter opens a line
    that leads somewhere.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self._delegate = FiguresDelegate(self)
        self.setItemDelegate(self._delegate)
        self._widths: list[int] = []
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        # The line that the keys are on is drawn by the delegate, and only while they are here.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._open)
        theme_of(self).changed.connect(self._measure)

    def show_rows(
        self,
        name: str,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        keys: Sequence[object] = (),
        *,
        total: bool = False,
    ) -> None:
        """Show other lines; ``name`` is what the table is called.

        ``keys`` are what ``opened`` carries for each line, or None. With ``total`` the last line
        is the sum of those above.
        """
        self.setAccessibleName(name)
        self._delegate.pointed_at = -1
        self.figures.show(header, rows, keys, total=total)
        if rows:
            self.setCurrentIndex(self.figures.index(0, 0))
        self._measure()

    def copy(self) -> None:
        """Put the figures on the clipboard, as text with tabs and as CSV."""
        copy_figures(self.figures.header, self.figures.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter and Space; Ctrl+C takes the figures along."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the line that the keys are on."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark no line any more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the line under the pointer if it leads somewhere."""
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing."""
        super().leaveEvent(event)
        self._point_at(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hand the labels what room there is."""
        super().resizeEvent(event)
        self._share_room()

    def _point_at(self, row: int) -> None:
        if row == self._delegate.pointed_at:
            return
        self._delegate.pointed_at = row
        leads = row >= 0 and self.figures.key(row) is not None
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        key = self.figures.key(index.row()) if index.isValid() else None
        if key is not None:
            self.opened.emit(key)

    def _measure(self) -> None:
        """Find out how wide each column must be, and how high the table."""
        theme, figures = theme_of(self), self.figures
        rows = [*figures.rows[:_MEASURED], *figures.rows[-1:]]
        titled = not self.horizontalHeader().isHidden()
        self._widths = [
            max(
                cell_width(title, TextRole.BODY) + theme.em(0.6) if titled else 0,
                *(cell_width(row[at], TextRole.SMALL_STRONG) for row in rows),
                0,
            )
            for at, title in enumerate(figures.header)
        ]
        self.verticalHeader().setDefaultSectionSize(theme.em(2.1))
        self._share_room()

    def _share_room(self) -> None:
        if not self._widths:
            return
        theme, head = theme_of(self), self.horizontalHeader()
        figures = sum(self._widths[1:])
        room = self.viewport().width() - figures
        least = min(self._widths[0], theme.em(11))
        self.setColumnWidth(0, max(room, least))
        for at, width in enumerate(self._widths[1:], 1):
            # Without titles the words beside a label give way, so that both are seen.
            give = min(width, max(theme.em(6), self.viewport().width() - least))
            self.setColumnWidth(at, give if head.isHidden() else width)
        scrolls = not head.isHidden() and figures + least > self.viewport().width()
        high = 0 if head.isHidden() else head.sizeHint().height()
        line = self.verticalHeader().defaultSectionSize()
        high += line * min(self.figures.rowCount(), MOST_SEEN) + 2 * self.frameWidth()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        if self.height() != high + bar or self.minimumHeight() != high + bar:
            self.setFixedHeight(high + bar)
