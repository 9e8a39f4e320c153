"""Which colour, filling or dash is which series; nothing for a single one: the title names it."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from notebook_app.gui.charts.series import draw_part, series_pen
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, theme_of

_DOT = 10
_DASHES = 22


def legend_height(chart: QWidget, series: tuple[str, ...], width: int) -> int:
    """Return how high the legend is, in pixels; 0 without one."""
    if len(series) < 2:
        return 0
    return max(row for _, _, row in _places(chart, series, width, _DASHES)) + _line(chart) + TIGHT


def draw_legend(
    painter: QPainter, chart: QWidget, series: tuple[str, ...], *, lines: bool = False
) -> None:
    """Draw a sample and the name of each series from the top of ``chart`` on."""
    if len(series) < 2:
        return
    theme = theme_of(chart)
    mirrored = chart.layoutDirection() is Qt.LayoutDirection.RightToLeft
    sample = _DASHES if lines else _DOT
    for at, (name, left, top) in enumerate(_places(chart, series, chart.width(), sample)):
        width = theme.metrics(TextRole.SMALL).horizontalAdvance(name) + 1
        dot = QRectF(left, top + (_line(chart) - _DOT) / 2, sample, _DOT)
        words = QRectF(left + sample + SMALL - 2, top, width, _line(chart))
        if mirrored:
            dot.moveRight(chart.width() - dot.left())
            words.moveRight(chart.width() - words.left())
        if lines:
            painter.setPen(series_pen(theme, at))
            middle = dot.center().y()
            painter.drawLine(QLineF(dot.left(), middle, dot.right(), middle))
        else:
            draw_part(painter, theme, dot, at)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)


def _places(
    chart: QWidget, series: tuple[str, ...], width: int, sample: int
) -> Iterator[tuple[str, int, int]]:
    """Return each name with where it begins; they go on in another row where one is full."""
    metrics = theme_of(chart).metrics(TextRole.SMALL)
    left, top = SMALL, 0
    for name in series:
        needed = sample + SMALL + metrics.horizontalAdvance(name) + MEDIUM
        if left > SMALL and left + needed > width:
            left, top = SMALL, top + _line(chart)
        yield name, left, top
        left += needed


def _line(chart: QWidget) -> int:
    return theme_of(chart).metrics(TextRole.SMALL).height() + 2
