"""A small picture of a sheet of labels: a click, or the arrow keys, say where to begin."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.reports.label_sheets import LabelSheet

_HEIGHT_EMS = 16


class SheetPicture(QWidget):
    """Labels before ``start`` are shown as used. ``start_changed`` is sent with the new one."""

    start_changed = Signal(int)

    def __init__(self, sheet: LabelSheet, start: int = 1, parent: QWidget | None = None) -> None:
        """Show that sheet, used up to the label before ``start``."""
        super().__init__(parent)
        self._sheet = sheet
        self._start = min(max(start, 1), sheet.count)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click the first free label"))
        self._tell()

    @property
    def start(self) -> int:
        """The first free label, from 1."""
        return self._start

    def set_sheet(self, sheet: LabelSheet, start: int = 1) -> None:
        """Show another sheet."""
        self._sheet = sheet
        self._start = min(max(start, 1), sheet.count)
        self._tell()
        self.updateGeometry()
        self.update()

    def set_start(self, start: int) -> None:
        """Begin at another label, and say so."""
        start = min(max(start, 1), self._sheet.count)
        if start != self._start:
            self._start = start
            self._tell()
            self.update()
            self.start_changed.emit(start)

    def label_area(self, number: int) -> QRectF:
        """Return where label ``number``, from 1, is painted."""
        left, top = self._sheet.place(number - 1)
        scale, page = self._scale(), self._page_area()
        return QRectF(
            page.left() + left * scale,
            page.top() + top * scale,
            self._sheet.width * scale,
            self._sheet.height * scale,
        )

    def sizeHint(self) -> QSize:
        """Return the size of the picture, with room for the ring of the focus."""
        height = theme_of(self).em(_HEIGHT_EMS)
        width, tall = self._sheet.page
        return QSize(round(height * width / tall) + 8, height + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at the label that is clicked."""
        at = event.position()
        for number in range(1, self._sheet.count + 1):
            if self.label_area(number).contains(at):
                self.set_start(number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys, Home and End."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._sheet.columns,
            Qt.Key.Key_Down: self._sheet.columns,
            Qt.Key.Key_Home: -self._sheet.count,
            Qt.Key.Key_End: self._sheet.count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif abs(step) == self._sheet.count or 1 <= self._start + step <= self._sheet.count:
            self.set_start(self._start + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, used labels grey, the first free one in the accent."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("strong_line"))
        painter.setBrush(theme.color("card"))
        painter.drawRect(self._page_area())
        for number in range(1, self._sheet.count + 1):
            area = self.label_area(number).adjusted(0.75, 0.75, -0.75, -0.75)
            used = number < self._start
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("neutral_soft" if used else "card"))
            if number == self._start:
                painter.setPen(theme.color("accent"))
                painter.setBrush(theme.color("accent"))
            painter.drawRect(area)
            if used:
                # Not by colour alone.
                painter.setPen(theme.color("muted"))
                painter.drawLine(area.bottomLeft(), area.topRight())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _scale(self) -> float:
        return (self.height() - 8) / self._sheet.page[1]

    def _page_area(self) -> QRectF:
        width, height = self._sheet.page
        scale = self._scale()
        middle = QPointF(self.width() / 2 - width * scale / 2, 4)
        return QRectF(middle.x(), middle.y(), width * scale, height * scale)

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("First free label"))
        words = self.tr("Label {n} of {count}")
        self.setAccessibleDescription(words.format(n=self._start, count=self._sheet.count))
