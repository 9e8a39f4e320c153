"""Shows pages as they will be on paper, one below the other, drawn by the painter that prints.

Only what is in sight is painted. The paper is white in the dark too, since paper is.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from notebook_app.gui.printing.paper import UNITS_PER_INCH, Paper
from notebook_app.gui.theme import LARGE, theme_of

ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_PIXMAPS_KEPT: Final = 8


class PaintedPages(Protocol):
    """What paints pages: lists, labels, or whatever else goes on paper."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        ...

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page ``number``, counted from 0, in layout units."""
        ...


class PagePreview(QAbstractScrollArea):
    """Pages to scroll through. ``zoom`` 1.0 is the size of the paper itself, 0 fits a page.

    Signals:
        page_changed: the number of the page in sight, from 1.
        zoom_changed: how large the pages are now.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._pages: PaintedPages | None = None
        self._paper: Paper | None = None
        self._zoom = 0.0
        self._page = 1
        self._pixmaps: dict[int, QPixmap] = {}
        self.setAccessibleName(self.tr("Preview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme_of(self).changed.connect(self.viewport().update)

    def show_pages(self, pages: PaintedPages | None, paper: Paper | None = None) -> None:
        """Show these pages, the first one at the top; None shows an empty table."""
        self._pages, self._paper = pages, paper
        self._pixmaps.clear()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._scrolled()
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._pages.page_count if self._pages else 0

    @property
    def page(self) -> int:
        """The number of the page in sight, from 1."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large the pages are shown now."""
        if self._zoom or self._paper is None:
            return self._zoom or 1.0
        room = self.viewport().size() - QSize(2 * LARGE, 2 * LARGE)
        inch = self.logicalDpiX() / UNITS_PER_INCH
        fit = min(
            room.width() / (self._paper.width * inch), room.height() / (self._paper.height * inch)
        )
        return max(0.1, min(fit, 3.0))

    def set_zoom(self, zoom: float) -> None:
        """Show pages that large; 0 fits a whole page into the view, however large that is."""
        page = self._page
        self._zoom = zoom
        self._pixmaps.clear()
        self._arrange()
        self.show_page(page)
        self.viewport().update()

    def zoom_in(self) -> None:
        """Show pages a step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self.zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Show pages a step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self.zoom - 0.01), ZOOMS[0]))

    def show_page(self, number: int) -> None:
        """Scroll to a page, counted from 1."""
        if self.page_count:
            number = max(1, min(number, self.page_count))
            self.verticalScrollBar().setValue(round((number - 1) * self._step()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, and zoom with plus, minus and 0."""
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: self.show_page(self._page + 1),
            Qt.Key.Key_PageUp: lambda: self.show_page(self._page - 1),
            Qt.Key.Key_Home: lambda: self.show_page(1),
            Qt.Key.Key_End: lambda: self.show_page(self.page_count),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: lambda: self.set_zoom(0),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom while Ctrl is held."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.zoom_in()
        elif event.angleDelta().y() < 0:
            self.zoom_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        page = self._page
        if not self._zoom:
            self._pixmaps.clear()
        self._arrange()
        if not self._zoom:
            self.show_page(page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in sight, and a ring if the keys come here."""
        theme = theme_of(self)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("neutral_soft"))
        for number in range(self.page_count):
            area = self._area(number)
            if area.intersects(self.viewport().rect()):
                painter.drawPixmap(area.topLeft(), self._pixmap(number))
                painter.setPen(theme.color("strong_line"))
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _sheet(self) -> QSize:
        """Return the size of a page on the screen."""
        if self._paper is None:
            return QSize(1, 1)
        factor = self.zoom * self.logicalDpiX() / UNITS_PER_INCH
        return QSize(round(self._paper.width * factor), round(self._paper.height * factor))

    def _step(self) -> int:
        return self._sheet().height() + LARGE

    def _area(self, number: int) -> QRect:
        sheet, view = self._sheet(), self.viewport().size()
        x = max(LARGE, (view.width() - sheet.width()) // 2) - self.horizontalScrollBar().value()
        y = LARGE + number * self._step() - self.verticalScrollBar().value()
        return QRect(x, y, sheet.width(), sheet.height())

    def _arrange(self) -> None:
        sheet, view = self._sheet(), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.page_count * self._step() + LARGE - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(theme_of(self).em(3))
        across.setRange(0, max(0, sheet.width() + 2 * LARGE - view.width()))
        across.setPageStep(view.width())
        self.zoom_changed.emit(self.zoom)

    def _scrolled(self) -> None:
        at = self.verticalScrollBar().value() + self.viewport().height() // 3
        page = max(1, min(self.page_count, at // self._step() + 1))
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum() > 0:
            page = self.page_count
        self._page = page
        self.page_changed.emit(page)

    def _pixmap(self, number: int) -> QPixmap:
        kept = self._pixmaps.pop(number, None)
        if kept is None:
            kept = self._painted(number)
        self._pixmaps[number] = kept
        while len(self._pixmaps) > _PIXMAPS_KEPT:
            del self._pixmaps[next(iter(self._pixmaps))]
        return kept

    def _painted(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = self._sheet()
        pixmap = QPixmap(sheet * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.white)
        if self._pages is not None and self._paper is not None:
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            factor = sheet.width() / self._paper.width
            painter.scale(factor, factor)
            self._pages.paint(painter, number)
            painter.end()
        return pixmap
