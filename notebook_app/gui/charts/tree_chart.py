"""A tree of who brought whom, with figures at the end of each line."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from notebook_app.gui.charts.chart import Chart
from notebook_app.gui.charts.chart_data import TreeData
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, theme_of

_DEEPEST = 12
"""Further branches are drawn no farther in; their order still says what they grew from."""


class TreeChart(Chart):
    """A line for each person; those whom they brought stand below them, a step further in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty one."""
        super().__init__(parent)
        self._data = TreeData("", "", (), ())
        self._lines = self._data.lines()
        self._widths: list[int] = []
        theme_of(self).changed.connect(self._widths.clear)

    def show_data(self, data: TreeData) -> None:
        """Show another tree."""
        self._data = data
        self._lines = data.lines()
        self._widths.clear()
        self.data_changed()

    def count(self) -> int:
        """Return how many branches there are."""
        return len(self._lines)

    def spoken(self, at: int) -> str:
        """Return who, how deep, and the figures."""
        line = self._lines[at]
        told = [
            f"{name} {cell}"
            for name, cell in zip(self._data.series, line.item.cells, strict=True)
            if cell
        ]
        parent = next(
            (
                self._lines[above]
                for above in range(at - 1, -1, -1)
                if self._lines[above].depth < line.depth
            ),
            None,
        )
        if parent is not None:
            told.append(self.tr("through {name}").format(name=parent.item.label))
        return f"{line.item.label}: {', '.join(told)}" if told else line.item.label

    def key_of(self, at: int) -> object:
        """Return the key of a branch."""
        return self._lines[at].item.key

    def title(self) -> str:
        """Return the title of the tree."""
        return self._data.title

    def place(self, at: int) -> QRectF:
        """Return the whole line of a branch."""
        line = self._line()
        return QRectF(0, at * line, self.width(), line)

    def item_at(self, _x: float, y: float) -> int:
        """Return the branch in whose line a point is."""
        return int(y // self._line())

    def hasHeightForWidth(self) -> bool:
        """As every chart."""
        return True

    def heightForWidth(self, _width: int) -> int:
        """Return a line for each branch."""
        return self._line() * self.count()

    def sizeHint(self) -> QSize:
        """Return a line for each branch."""
        return QSize(theme_of(self).em(28), self._line() * self.count())

    def minimumSizeHint(self) -> QSize:
        """Return the least that names need."""
        return QSize(theme_of(self).em(14), self._line() * self.count())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the branches that are seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_states(painter)
        line = self._line()
        first = max(0, event.rect().top() // line)
        last = min(self.count(), event.rect().bottom() // line + 1)
        for at in range(first, last):
            self._draw(painter, at)

    def _draw(self, painter: QPainter, at: int) -> None:
        theme, line, place = theme_of(self), self._lines[at], self.place(at)
        indent = self._indent()
        depth = min(line.depth, _DEEPEST)
        painter.setPen(QPen(theme.color("strong_line"), 1.2))
        for step, goes_on in enumerate(line.goes_on[1 : depth + 1], 1):
            x = SMALL + (step - 0.5) * indent
            own = step == line.depth
            if goes_on or own:
                below = place.bottom() if goes_on else place.center().y()
                painter.drawPolyline(self._path(x, place.top(), x, below))
            if own:
                end = SMALL + step * indent - TIGHT
                painter.drawPolyline(self._path(x, place.center().y(), end, place.center().y()))
        left = SMALL + depth * indent
        right = place.right() - SMALL
        for cell, column in zip(reversed(line.item.cells), reversed(self._columns()), strict=True):
            width = theme.metrics(TextRole.SMALL).horizontalAdvance(cell)
            area = QRectF(right - width, place.top(), width + 1, place.height())
            self.write(painter, area, cell, TextRole.SMALL, "muted")
            right -= column + MEDIUM
        role = TextRole.SMALL_STRONG if line.depth == 0 else TextRole.SMALL
        area = QRectF(left, place.top(), max(0.0, right - left), place.height())
        self.write(painter, area, line.item.label, role, "ink")

    def _path(self, left: float, top: float, right: float, bottom: float) -> QPolygonF:
        if self.mirrored():
            left, right = self.width() - left, self.width() - right
        return QPolygonF([QPointF(left, top), QPointF(right, bottom)])

    def _columns(self) -> list[int]:
        """Return how wide each column of figures is."""
        if not self._widths:
            metrics = theme_of(self).metrics(TextRole.SMALL)
            self._widths.extend(
                max(
                    (metrics.horizontalAdvance(line.item.cells[at]) for line in self._lines),
                    default=0,
                )
                for at in range(len(self._data.series))
            )
        return self._widths

    def _indent(self) -> int:
        return theme_of(self).em(1.6)

    def _line(self) -> int:
        return theme_of(self).metrics(TextRole.SMALL).height() + 2 * TIGHT + 2
