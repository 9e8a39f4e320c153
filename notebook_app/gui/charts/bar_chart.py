"""Bars to compare, one below the other, whole or made of parts."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from notebook_app.gui.charts.chart import ItemsChart
from notebook_app.gui.charts.legend import draw_legend, legend_height
from notebook_app.gui.charts.series import draw_part
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, theme_of

_GAP = 2
_MOST_LABEL = 0.35
_MOST_WORDS = 0.45


class BarChart(ItemsChart):
    """A line for each item: its label, its bar, and its words."""

    def place(self, at: int) -> QRectF:
        """Return the whole line of a bar."""
        line = self._line()
        return QRectF(0, self._above() + at * line, self.width(), line)

    def item_at(self, _x: float, y: float) -> int:
        """Return the bar in whose line a point is."""
        return int((y - self._above()) // self._line())

    def drawing_height(self) -> int:
        """Return the height of a line for each bar."""
        return self._line() * self.count()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_states(painter)
        draw_legend(painter, self, self.data.series)
        theme = theme_of(self)
        metrics = theme.metrics(TextRole.SMALL)
        items = self.drawn
        widest = max((metrics.horizontalAdvance(item.label) for item in items), default=0)
        label_width = min(widest, int(self.width() * _MOST_LABEL))
        words = max(
            (theme.metrics(TextRole.SMALL_STRONG).horizontalAdvance(item.words) for item in items),
            default=0,
        )
        words = min(words, int(self.width() * _MOST_WORDS))
        room = self.width() - 2 * SMALL - label_width - words - 2 * SMALL
        most = max((sum(item.values) for item in items), default=0) or 1
        for at, item in enumerate(items):
            line = self.place(at)
            left = line.left() + SMALL
            self.write(
                painter,
                QRectF(left, line.top(), label_width, line.height()),
                item.label,
                TextRole.SMALL,
                "ink",
            )
            left += label_width + SMALL
            whole = QRectF(left, line.center().y() - self._thick() / 2, max(room, 0), self._thick())
            end = self._draw_bar(painter, whole, item.values, most)
            self.write(
                painter,
                QRectF(end + SMALL, line.top(), line.right() - end - SMALL, line.height()),
                item.words,
                TextRole.SMALL_STRONG,
                "ink",
            )

    def _draw_bar(
        self, painter: QPainter, whole: QRectF, values: tuple[float, ...], most: float
    ) -> float:
        """Draw the parts of a bar and return where it ends."""
        theme, left = theme_of(self), whole.left()
        for at, value in enumerate(values):
            width = whole.width() * value / most
            if width <= 0:
                continue
            part = QRectF(left, whole.top(), max(width - _GAP, _GAP), whole.height())
            draw_part(painter, theme, self.placed(part), at)
            left += width
        return left

    def _above(self) -> int:
        return legend_height(self, self.data.series, self.width())

    def _line(self) -> int:
        return theme_of(self).metrics(TextRole.SMALL).height() + 2 * TIGHT + 2

    def _thick(self) -> float:
        return max(8.0, theme_of(self).em(0.85))
