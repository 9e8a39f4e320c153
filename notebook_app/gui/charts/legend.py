"""Which colour is which series; nothing for a single one, which the title names."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from notebook_app.gui.charts.chart import SERIES_COLOURS
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, theme_of

_DOT = 10


def legend_height(chart: QWidget, series: tuple[str, ...], width: int) -> int:
    """Return how high the legend is, in pixels; 0 without one."""
    if len(series) < 2:
        return 0
    return max(row for _, _, row in _places(chart, series, width)) + _line(chart) + TIGHT


def draw_legend(painter: QPainter, chart: QWidget, series: tuple[str, ...]) -> None:
    """Draw a dot and the name of each series from the top of ``chart`` on."""
    if len(series) < 2:
        return
    theme = theme_of(chart)
    mirrored = chart.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for at, (name, left, top) in enumerate(_places(chart, series, chart.width())):
        width = theme.metrics(TextRole.SMALL).horizontalAdvance(name) + 1
        dot = QRectF(left, top + (_line(chart) - _DOT) / 2, _DOT, _DOT)
        words = QRectF(left + _DOT + SMALL - 2, top, width, _line(chart))
        if mirrored:
            dot.moveRight(chart.width() - dot.left())
            words.moveRight(chart.width() - words.left())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(SERIES_COLOURS[at % len(SERIES_COLOURS)]))
        painter.drawRoundedRect(dot, 2, 2)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)


def _places(chart: QWidget, series: tuple[str, ...], width: int) -> Iterator[tuple[str, int, int]]:
    """Return each name with where it begins; they go on in another row where one is full."""
    metrics = theme_of(chart).metrics(TextRole.SMALL)
    left, top = SMALL, 0
    for name in series:
        needed = _DOT + SMALL + metrics.horizontalAdvance(name) + MEDIUM
        if left > SMALL and left + needed > width:
            left, top = SMALL, top + _line(chart)
        yield name, left, top
        left += needed


def _line(chart: QWidget) -> int:
    return theme_of(chart).metrics(TextRole.SMALL).height() + 2
