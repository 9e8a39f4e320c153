"""How a printed sheet becomes a booklet for the pocket: four small pictures, and the same in words.

It also lets one leaf through the booklet before there is one.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from notebook_app.gui.printing.fold_sheet import LOWER_ROW, UPPER_ROW
from notebook_app.gui.theme import TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import PlainLabel

_STEPS: Final = 4
_WIDE_EM: Final = 18
_HIGH_EM: Final = 4.6
_SHEET: Final = 0.7
"""Height of a sheet that lies, in widths."""


class FoldPicture(QWidget):
    """The four steps side by side; whoever can't see them has them in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the steps."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How to fold the sheet"))

    def sizeHint(self) -> QSize:
        """Grow with the font."""
        em = theme_of(self).em
        return QSize(em(_WIDE_EM), em(_HIGH_EM))

    def minimumSizeHint(self) -> QSize:
        """Shrink in width only."""
        em = theme_of(self).em
        return QSize(em(_WIDE_EM / 2), em(_HIGH_EM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps from left to right, each with its number below."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(TextRole.SMALL))
        gap = theme.em(0.7)
        width = (self.width() - (_STEPS - 1) * gap) / _STEPS
        line = theme.metrics(TextRole.SMALL).height()
        area = QRectF(0, 0, width, min(width * _SHEET, self.height() - line))
        steps: tuple[Callable[[QPainter, QRectF], None], ...] = (
            self._sheet,
            self._folded,
            self._pushed,
            self._booklet,
        )
        for number, draw in enumerate(steps):
            place = area.translated(number * (width + gap), 0)
            draw(painter, place.adjusted(1, 1, -1, -1))
            painter.setPen(theme.color("muted"))
            below = QRectF(place.left(), place.bottom(), width, line)
            painter.drawText(
                below, Qt.AlignmentFlag.AlignCenter, self.locale().toString(number + 1)
            )

    def _pens(self) -> tuple[QPen, QPen, QPen]:
        """Return the pens for edges, folds and the cut."""
        theme = theme_of(self)
        fold = QPen(theme.color("strong_line"), 1, Qt.PenStyle.DotLine)
        return QPen(theme.color("muted"), 1.2), fold, QPen(theme.color("accent"), 2.4)

    def _sheet(self, painter: QPainter, area: QRectF) -> None:
        """Draw the sheet with its eight pages, its folds, and the cut."""
        edge, fold, cut = self._pens()
        wide, high = area.width() / 4, area.height() / 2
        painter.setPen(edge)
        painter.drawRect(area)
        painter.setPen(fold)
        for column in (1, 2, 3):
            x = area.left() + column * wide
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
        middle = area.center().y()
        painter.drawLine(QLineF(area.left(), middle, area.right(), middle))
        painter.setPen(cut)
        painter.drawLine(QLineF(area.left() + wide, middle, area.left() + 3 * wide, middle))
        painter.setPen(theme_of(self).color("ink"))
        for row, pages in enumerate((UPPER_ROW, LOWER_ROW)):
            for column, page in enumerate(pages):
                panel = QRectF(area.left() + column * wide, area.top() + row * high, wide, high)
                painter.save()
                painter.translate(panel.center())
                painter.rotate(180 if row == 0 else 0)
                around = QRectF(-wide / 2, -high / 2, wide, high)
                painter.drawText(around, Qt.AlignmentFlag.AlignCenter, str(page))
                painter.restore()

    def _folded(self, painter: QPainter, area: QRectF) -> None:
        """Draw the sheet folded along its middle: the lower row in front, the cut at its top."""
        edge, fold, cut = self._pens()
        strip = QRectF(area.left(), area.center().y() - area.height() / 4, area.width(), 0)
        strip.setHeight(area.height() / 2)
        wide = strip.width() / 4
        painter.setPen(edge)
        painter.drawRect(strip)
        painter.setPen(fold)
        for column in (1, 2, 3):
            x = strip.left() + column * wide
            painter.drawLine(QLineF(x, strip.top(), x, strip.bottom()))
        painter.setPen(cut)
        painter.drawLine(
            QLineF(strip.left() + wide, strip.top(), strip.right() - wide, strip.top())
        )

    def _pushed(self, painter: QPainter, area: QRectF) -> None:
        """Draw from above how the ends are pushed together, so that the middle opens."""
        edge, _fold, cut = self._pens()
        middle, across, up = area.center(), area.width() / 5, area.height() / 3
        left, right = middle - QPointF(across, 0), middle + QPointF(across, 0)
        painter.setPen(edge)
        painter.drawLine(QLineF(QPointF(area.left(), middle.y()), left))
        painter.drawLine(QLineF(right, QPointF(area.right(), middle.y())))
        opened = [left, middle - QPointF(0, up), right, middle + QPointF(0, up)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(opened))
        painter.setPen(QPen(cut.color(), 1.6))
        head = area.width() / 16
        for tip, way in ((left - QPointF(2, 0), 1), (right + QPointF(2, 0), -1)):
            for side in (-1, 1):
                painter.drawLine(QLineF(tip, tip + QPointF(-way * head, side * head)))

    def _booklet(self, painter: QPainter, area: QRectF) -> None:
        """Draw the booklet with its first page in front."""
        edge, _fold, _cut = self._pens()
        page = QRectF(0, 0, area.height() * _SHEET, area.height())
        page.moveCenter(area.center())
        painter.setPen(edge)
        for behind in (4, 2):
            painter.drawLine(
                QLineF(
                    page.topRight() + QPointF(behind, behind),
                    page.bottomRight() + QPointF(behind, 0),
                )
            )
        painter.drawRect(page)
        painter.setPen(theme_of(self).color("ink"))
        painter.drawText(page, Qt.AlignmentFlag.AlignCenter, "1")


class FoldGuide(QWidget):
    """Pictures, words, and a box to tick for the small pages one by one (``one_by_one``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Tell how to fold."""
        super().__init__(parent)
        self.picture = FoldPicture()
        self.words = PlainLabel(
            self.tr(
                "Print on one side, at 100 %. 1: fold along all lines and open again; cut the"
                " dashed line in the middle. 2: fold lengthwise, print outside. 3: push the ends"
                " together until the middle opens into a cross. 4: close it around page 1."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self.one_by_one = CheckField(self.tr("Show the small pages one by &one"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (self.picture, self.words, self.one_by_one):
            column.addWidget(widget)
