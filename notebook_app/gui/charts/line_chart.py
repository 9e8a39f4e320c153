"""Lines over time: how a figure went from one week, month or quarter to the next."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from notebook_app.gui.charts.chart import ItemsChart
from notebook_app.gui.charts.legend import draw_legend, legend_height
from notebook_app.gui.charts.series import series_colour, series_pen
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, theme_of

_POINT = 3.5
_HIGH_EMS = 11


def round_step(most: float, steps: int) -> float:
    """Return the smallest of 1, 2, 5, 10, 20 … of which ``steps`` reach ``most``; at least 1."""
    least = max(most, 1) / max(steps, 1)
    ten = 10.0 ** max(0, math.floor(math.log10(least)))
    return next(ten * times for times in (1, 2, 5, 10) if ten * times >= least)


class LineChart(ItemsChart):
    """One line for each series, over the items from the oldest to the newest."""

    def place(self, at: int) -> QRectF:
        """Return the column of a place."""
        return self._place(at, self._area())

    def _place(self, at: int, area: QRectF) -> QRectF:
        width = area.width() / max(1, self.count())
        left = area.left() + width * at
        if self.mirrored():
            left = self.width() - left - width
        return QRectF(left, area.top() - TIGHT, width, self.height() - area.top() + TIGHT)

    def item_at(self, x: float, _y: float) -> int:
        """Return the place in whose column a point is."""
        area = self._area()
        across = (self.width() - x if self.mirrored() else x) - area.left()
        return int(across // (area.width() / max(1, self.count())))

    def drawing_height(self) -> int:
        """Return a height that is the same at each width."""
        return theme_of(self).em(_HIGH_EMS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the grid, the lines, and what stands below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_states(painter)
        draw_legend(painter, self, self.data.series, lines=True)
        if not self.drawn:
            return
        # Found once: to measure the words around it for each point would take longer than to draw.
        area, step, most = self._area(), self._step(), self._most()
        middles = [self._place(at, area).center().x() for at in range(self.count())]
        self._draw_grid(painter, area, step, most)
        self._draw_labels(painter, area, middles)
        theme = theme_of(self)
        for series in range(len(self.data.series)):
            colour = series_colour(theme, series)
            points = [
                QPointF(middle, area.bottom() - area.height() * item.values[series] / most)
                for middle, item in zip(middles, self.drawn, strict=True)
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(series_pen(theme, series))
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for point in points:
                painter.drawEllipse(point, _POINT, _POINT)

    def _draw_grid(self, painter: QPainter, area: QRectF, step: float, most: float) -> None:
        theme = theme_of(self)
        painter.setFont(theme.font(TextRole.SMALL))
        for at in range(round(most / step) + 1):
            y = area.bottom() - area.height() * at * step / most
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawPolyline(self._placed_line(area, y))
            painter.setPen(theme.color("muted"))
            half = theme.metrics(TextRole.SMALL).height() / 2
            room = QRectF(0, y - half, area.left() - SMALL, 2 * half)
            if self.mirrored():
                room.moveRight(self.width())
            side = Qt.AlignmentFlag.AlignLeft if self.mirrored() else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                room,
                side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter,
                self.locale().toString(round(at * step)),
            )

    def _placed_line(self, area: QRectF, y: float) -> QPolygonF:
        left, right = area.left(), area.right()
        if self.mirrored():
            left, right = self.width() - right, self.width() - left
        return QPolygonF([QPointF(left, y), QPointF(right, y)])

    def _draw_labels(self, painter: QPainter, area: QRectF, middles: list[float]) -> None:
        theme = theme_of(self)
        metrics = theme.metrics(TextRole.SMALL)
        items = self.drawn
        widest = max(metrics.horizontalAdvance(item.label) for item in items) + SMALL
        # As many as there is room for, the newest always among them.
        every = max(1, math.ceil(widest / (area.width() / len(items))))
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        for at in range(len(items) - 1, -1, -every):
            left = min(max(0.0, middles[at] - widest / 2), self.width() - widest)
            room = QRectF(left, area.bottom() + TIGHT, widest, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, items[at].label)

    def _area(self) -> QRectF:
        """Return where the lines are drawn, as if reading from left to right."""
        metrics = theme_of(self).metrics(TextRole.SMALL)
        number = metrics.horizontalAdvance(self.locale().toString(round(self._most())))
        top = legend_height(self, self.data.series, self.width()) + metrics.height() / 2
        return QRectF(
            number + 2 * SMALL,
            top,
            self.width() - number - 3 * SMALL,
            self.height() - top - metrics.height() - 2 * TIGHT,
        )

    def _highest(self) -> float:
        return max((value for item in self.drawn for value in item.values), default=0)

    def _step(self) -> float:
        return round_step(self._highest(), 4)

    def _most(self) -> float:
        step = self._step()
        return step * max(1, math.ceil(self._highest() / step))
