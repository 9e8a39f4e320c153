"""Where the eight small pages of a pocket fold lie on their sheet, and which way up.

The sheet lies across, four panels wide and two high, and is printed on one side. It is folded
along its middle with the print outside, along the three lines across, and cut from the first of
these to the third. Pushed together from its ends it is a booklet: each leaf is two panels, back
to back. The lower row reads 6 7 8 1 from left to right; the upper row stands on its head and
reads 5 4 3 2.
"""

from typing import Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from notebook_app.gui.printing.paper import UNITS_PER_MM, Paper, mm

SMALL_PAGES: Final = 8
COLUMNS: Final = 4

SCALE: Final = 0.7
"""What is laid out on a small page is drawn so much smaller, as are its lines and boxes."""

UPPER_ROW: Final = (5, 4, 3, 2)
LOWER_ROW: Final = (6, 7, 8, 1)

_MARGIN: Final = mm(5)
_FOOT: Final = mm(4.5)
_MARK_FROM: Final = mm(5)
_MARK_LENGTH: Final = mm(4)
_FAINT: Final = QColor("#9a958a")
_CUT_DASH: Final = (14.0, 10.0)


def small_paper(sheet: Paper) -> Paper:
    """Return the small page of a sheet that lies, as large as it is laid out before ``SCALE``."""
    side = _MARGIN / SCALE
    return Paper(
        f"{sheet.name} pocket",
        sheet.width / COLUMNS / SCALE,
        sheet.height / 2 / SCALE,
        start=side,
        end=side,
        top=side,
        bottom=side + _FOOT / SCALE,
    )


def place_of(page: int) -> tuple[int, int]:
    """Return column and row of a small page, which is counted from 1; row 0 is the upper one."""
    if page in UPPER_ROW:
        return UPPER_ROW.index(page), 0
    return LOWER_ROW.index(page), 1


def placed(page: int, sheet: Paper) -> QTransform:
    """Return how a small page, as it was laid out, comes to its panel of the sheet."""
    column, row = place_of(page)
    width, height = sheet.width / COLUMNS, sheet.height / 2
    transform = QTransform()
    if row == 0:
        # On its head: its top left corner is the panel's lower right one.
        transform.translate((column + 1) * width, height)
        transform.rotate(180)
    else:
        transform.translate(column * width, height)
    return transform.scale(SCALE, SCALE)


def draw_marks(painter: QPainter, sheet: Paper) -> None:
    """Draw faintly where to fold and where to cut; nothing comes near the edge of the sheet."""
    width, middle = sheet.width / COLUMNS, sheet.height / 2
    painter.save()
    painter.setPen(QPen(_FAINT, mm(0.12)))
    for column in range(1, COLUMNS):
        x = column * width
        for start in (_MARK_FROM, sheet.height - _MARK_FROM - _MARK_LENGTH):
            painter.drawLine(QLineF(x, start, x, start + _MARK_LENGTH))
    for start in (_MARK_FROM, sheet.width - _MARK_FROM - _MARK_LENGTH):
        painter.drawLine(QLineF(start, middle, start + _MARK_LENGTH, middle))
    cut = QPen(_FAINT, mm(0.12))
    cut.setDashPattern(list(_CUT_DASH))
    painter.setPen(cut)
    painter.drawLine(QLineF(width, middle, 3 * width, middle))
    painter.translate(2 * width, middle)
    painter.scale(UNITS_PER_MM, UNITS_PER_MM)
    _draw_scissors(painter)
    painter.restore()


def _draw_scissors(painter: QPainter) -> None:
    """Draw scissors 3 mm long that cut to the right, their middle here; lengths in mm."""
    shape = QPainterPath()
    for side in (-1, 1):
        shape.addEllipse(QPointF(-1.0, 0.5 * side), 0.4, 0.4)
        shape.moveTo(-0.66, 0.3 * side)
        shape.lineTo(1.5, -0.55 * side)
    painter.setPen(QPen(_FAINT, 0.15))
    painter.fillRect(-2, -1, 4, 2, QColor("white"))
    painter.drawPath(shape)
