"""Small signs for the kinds of entries, drawn here because fonts can't be relied on to have them.

Each is a drawing in a square from 0 to 1: strokes, and what is filled.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.rows import CalendarKind

Points = tuple[tuple[float, float], ...]


def paint_glyph(
    painter: QPainter, square: QRectF, kind: FollowUpKind | CalendarKind, colour: QColor
) -> None:
    """Draw the sign of ``kind`` into ``square``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width(), square.height())
    pen = QPen(colour, 0.11)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[kind](painter)
    painter.restore()


def paint_repeat(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Draw the round arrow of what repeats into ``square``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(square.topLeft())
    painter.scale(square.width(), square.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 0.12))
    painter.drawArc(QRectF(0.12, 0.12, 0.76, 0.76), 70 * 16, 290 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(0.5, -0.06), QPointF(0.86, 0.16), QPointF(0.5, 0.36)]))
    painter.restore()


def _lines(*strokes: Points) -> Callable[[QPainter], None]:
    def draw(painter: QPainter) -> None:
        for stroke in strokes:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))

    return draw


def _call(painter: QPainter) -> None:
    curve = QPainterPath(QPointF(0.22, 0.16))
    curve.cubicTo(QPointF(0.18, 0.56), QPointF(0.44, 0.82), QPointF(0.84, 0.78))
    painter.drawPath(curve)
    pen = QPen(painter.pen())
    pen.setWidthF(0.24)
    painter.setPen(pen)
    painter.drawLine(QPointF(0.18, 0.24), QPointF(0.30, 0.20))
    painter.drawLine(QPointF(0.76, 0.82), QPointF(0.80, 0.70))


def _message(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(0.08, 0.14, 0.84, 0.54), 0.16, 0.16)
    painter.drawPolyline(QPolygonF([QPointF(0.26, 0.68), QPointF(0.26, 0.9), QPointF(0.48, 0.68)]))


def _coffee(painter: QPainter) -> None:
    _lines(
        ((0.12, 0.4), (0.18, 0.88), (0.62, 0.88), (0.68, 0.4), (0.12, 0.4)),
        ((0.3, 0.08), (0.3, 0.24)),
        ((0.5, 0.08), (0.5, 0.24)),
    )(painter)
    painter.drawArc(QRectF(0.52, 0.46, 0.36, 0.28), -90 * 16, 180 * 16)


def _meeting(painter: QPainter) -> None:
    for x in (0.28, 0.72):
        painter.drawEllipse(QPointF(x, 0.3), 0.14, 0.14)
        painter.drawArc(QRectF(x - 0.22, 0.56, 0.44, 0.6), 0, 180 * 16)


def _introduction(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0.18, 0.5), 0.13, 0.13)
    painter.drawEllipse(QPointF(0.82, 0.5), 0.13, 0.13)
    painter.drawLine(QPointF(0.38, 0.5), QPointF(0.62, 0.5))


def _thank(painter: QPainter) -> None:
    heart = QPainterPath(QPointF(0.5, 0.88))
    heart.cubicTo(QPointF(-0.2, 0.44), QPointF(0.2, -0.06), QPointF(0.5, 0.28))
    heart.cubicTo(QPointF(0.8, -0.06), QPointF(1.2, 0.44), QPointF(0.5, 0.88))
    painter.drawPath(heart)


def _cake(painter: QPainter) -> None:
    _lines(
        ((0.1, 0.88), (0.1, 0.52), (0.9, 0.52), (0.9, 0.88), (0.1, 0.88)),
        ((0.5, 0.52), (0.5, 0.3)),
        ((0.1, 0.7), (0.9, 0.7)),
    )(painter)
    painter.drawEllipse(QPointF(0.5, 0.12), 0.03, 0.05)


def _diamond(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    corners = ((0.5, 0.1), (0.9, 0.5), (0.5, 0.9), (0.1, 0.5))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _ring(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(0.5, 0.5), 0.32, 0.32)


_DRAWINGS: Final[dict[FollowUpKind | CalendarKind, Callable[[QPainter], None]]] = {
    FollowUpKind.CALL: _call,
    FollowUpKind.EMAIL: _lines(
        ((0.06, 0.2), (0.94, 0.2), (0.94, 0.82), (0.06, 0.82), (0.06, 0.2)),
        ((0.06, 0.24), (0.5, 0.56), (0.94, 0.24)),
    ),
    FollowUpKind.NOTE: _lines(
        ((0.12, 0.88), (0.18, 0.62), (0.68, 0.12), (0.88, 0.32), (0.38, 0.82), (0.12, 0.88))
    ),
    FollowUpKind.MESSAGE: _message,
    FollowUpKind.COFFEE: _coffee,
    FollowUpKind.LUNCH: _lines(
        ((0.3, 0.92), (0.3, 0.4)),
        ((0.14, 0.1), (0.14, 0.4), (0.46, 0.4), (0.46, 0.1)),
        ((0.3, 0.1), (0.3, 0.4)),
        ((0.74, 0.92), (0.74, 0.1), (0.9, 0.36), (0.86, 0.58), (0.74, 0.58)),
    ),
    FollowUpKind.MEETING: _meeting,
    FollowUpKind.INTRODUCTION: _introduction,
    FollowUpKind.SEND: _lines(
        ((0.1, 0.3), (0.9, 0.3), (0.9, 0.88), (0.1, 0.88), (0.1, 0.3)),
        ((0.1, 0.3), (0.26, 0.12), (0.74, 0.12), (0.9, 0.3)),
        ((0.5, 0.3), (0.5, 0.56)),
    ),
    FollowUpKind.THANK: _thank,
    FollowUpKind.OTHER: _ring,
    CalendarKind.EVENT: _diamond,
    CalendarKind.BIRTHDAY: _cake,
    CalendarKind.DATE: _ring,
}
