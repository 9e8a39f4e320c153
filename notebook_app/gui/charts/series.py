"""How series are told apart: each has a colour, and a filling or a dash for whoever sees none."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from notebook_app.gui.theme.theme import Theme

_COLOURS: Final = ("accent", "amber", "blue", "neutral")
"""The tokens that series are drawn in, one after the other; more begin anew."""

_FILLINGS: Final = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense4Pattern,
)
_DASHES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_ROUND: Final = 2
_SOFT: Final = 36
"""How much of its colour shines through behind a filling, out of 255."""


def series_colour(theme: Theme, series: int) -> QColor:
    """Return the colour of a series."""
    return theme.color(_COLOURS[series % len(_COLOURS)])


def series_pen(theme: Theme, series: int) -> QPen:
    """Return the pen for the line of a series."""
    return QPen(series_colour(theme, series), 2, _DASHES[series % len(_DASHES)])


def draw_part(painter: QPainter, theme: Theme, area: QRectF, series: int) -> None:
    """Fill a part of a bar, or its sample in the legend, as the series is filled."""
    colour, filling = series_colour(theme, series), _FILLINGS[series % len(_FILLINGS)]
    if filling is Qt.BrushStyle.SolidPattern:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        return
    soft = QColor(colour)
    soft.setAlpha(_SOFT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inside, _ROUND, _ROUND)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, filling))
    painter.drawRoundedRect(inside, _ROUND, _ROUND)
