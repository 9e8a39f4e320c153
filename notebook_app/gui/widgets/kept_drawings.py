"""What was painted kept as pictures, for what is shown again and again."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from notebook_app.gui.theme import Theme


class KeptDrawings(QObject):
    """Paints things once, and puts the picture there from then on, until the theme changes."""

    def __init__(self, theme: Theme, most: int, parent: QObject) -> None:
        """Take the theme, and how many pictures to keep; the oldest goes first."""
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._kept: dict[Hashable, QPixmap] = {}
        theme.changed.connect(self._kept.clear)

    def draw(
        self,
        painter: QPainter,
        area: QRect,
        looks: Hashable,
        paint: Callable[[QPainter, QRect], object],
    ) -> None:
        """Draw into ``area`` what ``paint`` paints on the page's ground.

        ``looks`` is all that decides what that looks like, but its size. ``paint`` is given a
        painter and an area of that size.
        """
        ratio = painter.device().devicePixelRatio()
        key = (looks, area.width(), area.height(), ratio)
        pixmap = self._kept.get(key)
        if pixmap is None:
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            pixmap = self._kept[key] = self._painted(area.size(), ratio, paint)
        painter.drawPixmap(area.topLeft(), pixmap)

    def _painted(
        self, size: QSize, ratio: float, paint: Callable[[QPainter, QRect], object]
    ) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        # Letters are drawn as well as on the page itself only on a ground that nothing shows
        # through.
        pixmap.fill(self._theme.color("page"))
        painter = QPainter(pixmap)
        paint(painter, QRect(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap
