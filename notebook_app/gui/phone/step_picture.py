"""A small drawing of a screen with the place to tap marked: of no make, in the window's colours."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.phone.help_steps import Screen
from notebook_app.gui.theme import Theme, theme_of

_WIDTH_EMS: Final = 5.6
_HEIGHT_EMS: Final = 9.6
_WIDE_EMS: Final = 8.0
_WIDE_HEIGHT_EMS: Final = 6.0
_STAND_EMS: Final = 0.9


class StepPicture(QWidget):
    """Grows with the letters. Says nothing to screen readers: the words beside it do."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        """Take what is on the screen."""
        super().__init__(parent)
        self._screen = screen
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the frame, all of one height."""
        theme = theme_of(self)
        width = _WIDE_EMS if self._screen.wide else _WIDTH_EMS
        height = _WIDE_HEIGHT_EMS + _STAND_EMS if self._screen.wide else _HEIGHT_EMS
        return QSize(theme.em(width), theme.em(height))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and what is on the screen."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._screen.wide:
            frame.setHeight(theme.em(_WIDE_HEIGHT_EMS) - 2)
            self._stand(painter, theme, frame)
        painter.setPen(QPen(theme.color("muted"), 1.5))
        painter.setBrush(theme.color("page"))
        round_ems = 0.4 if self._screen.wide else 0.9
        painter.drawRoundedRect(frame, theme.em(round_ems), theme.em(round_ems))
        _Drawing(painter, theme, frame.adjusted(*_inside(theme))).draw(self._screen)

    def _stand(self, painter: QPainter, theme: Theme, frame: QRectF) -> None:
        painter.setPen(QPen(theme.color("muted"), 1.5))
        middle, low = frame.center().x(), frame.bottom() + theme.em(_STAND_EMS) - 3
        half = theme.em(1.2)
        painter.drawLine(QPointF(middle, frame.bottom()), QPointF(middle, low))
        painter.drawLine(QPointF(middle - half, low), QPointF(middle + half, low))


def _inside(theme: Theme) -> tuple[float, float, float, float]:
    side = theme.em(0.5)
    return side, theme.em(0.6), -side, -theme.em(0.6)


class _Drawing:
    """Draws one screen into a rectangle."""

    def __init__(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        self._painter = painter
        self._theme = theme
        self._area = area
        self._line = float(theme.em(0.42))

    def draw(self, screen: Screen) -> None:
        """Draw all of it, from the back to the front."""
        area = self._area
        if screen.field:
            self._page(area)
            return
        corner = QRectF(area.left(), area.top(), area.width() * 0.3, self._line * 1.8)
        self._bar(corner, marked=screen.marks_corner)
        top = corner.bottom() + self._line
        bottom = area.bottom() - (self._line * 3 if screen.tabs else 0)
        step = (bottom - top) / max(screen.rows, 4)
        for row in range(screen.rows):
            place = QRectF(area.left(), top + row * step, area.width(), step - self._line * 0.6)
            self._row(place, marked=screen.all_rows or row == screen.marked_row)
        if screen.menu:
            self._menu(area, screen)
        for tab in range(screen.tabs):
            width = area.width() / screen.tabs
            left = area.left() + tab * width
            place = QRectF(left + 1, area.bottom() - self._line * 2, width - 3, self._line * 2)
            self._bar(place, marked=tab == screen.marked_tab)

    def _row(self, place: QRectF, *, marked: bool) -> None:
        if marked:
            self._mark(place)
        side = min(place.height(), self._line * 2)
        middle = place.center().y()
        dot = QRectF(place.left() + self._line * 0.5, middle - side / 2, side, side)
        self._fill("accent" if marked else "strong_line")
        self._painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        left = dot.right() + self._line
        length = (place.right() - left) * 0.8
        self._painter.drawRoundedRect(QRectF(left, middle - 1.5, length, 3), 1.5, 1.5)

    def _menu(self, area: QRectF, screen: Screen) -> None:
        height = area.height() * 0.5
        width = area.width() * (0.5 if screen.wide else 0.86)
        sheet = QRectF(area.right() - width, area.bottom() - height, width, height)
        self._painter.setPen(QPen(self._theme.color("strong_line"), 1))
        self._painter.setBrush(self._theme.color("card"))
        self._painter.drawRoundedRect(sheet, self._line, self._line)
        inner = sheet.adjusted(self._line, self._line * 0.8, -self._line, -self._line * 0.8)
        step = inner.height() / screen.menu
        for number in range(screen.menu):
            line = QRectF(inner.left(), inner.top() + number * step, inner.width(), step)
            marked = number == screen.marked_menu
            if marked:
                self._mark(line.adjusted(-self._line * 0.5, 0, self._line * 0.5, 0))
            self._fill("accent" if marked else "strong_line")
            bar = QRectF(line.left(), line.center().y() - 1.5, line.width() * 0.75, 3)
            self._painter.drawRoundedRect(bar, 1.5, 1.5)

    def _page(self, area: QRectF) -> None:
        """Draw the page of the phone: a heading, a field, and the button to tap."""
        self._fill("strong_line")
        heading = QRectF(area.left(), area.top() + self._line, area.width() * 0.8, 4)
        self._painter.drawRoundedRect(heading, 2, 2)
        third = area.height() / 3.4
        field = QRectF(area.left(), heading.bottom() + self._line * 1.5, area.width(), third)
        self._painter.setPen(QPen(self._theme.color("strong_line"), 1.2, Qt.PenStyle.DashLine))
        self._painter.setBrush(self._theme.color("card"))
        self._painter.drawRoundedRect(field, self._line, self._line)
        top = field.bottom() + self._line * 1.5
        button = QRectF(area.left(), top, area.width(), self._line * 3)
        self._fill("accent")
        self._painter.drawRoundedRect(button, self._line, self._line)

    def _bar(self, place: QRectF, *, marked: bool) -> None:
        if marked:
            self._mark(place.adjusted(-2, -2, 2, 2))
        self._fill("accent" if marked else "line")
        self._painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 2, 2)

    def _mark(self, place: QRectF) -> None:
        self._painter.setPen(QPen(self._theme.color("accent"), 1.6))
        self._painter.setBrush(self._theme.color("accent_soft"))
        self._painter.drawRoundedRect(place, self._line * 0.7, self._line * 0.7)

    def _fill(self, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color(colour))
