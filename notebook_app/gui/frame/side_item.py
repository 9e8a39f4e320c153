"""A line of the side bar, as it is drawn and as keys work on it: of a page, or of a saved list."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from notebook_app.gui.frame.page import PageEntry
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.theme.panel_painter import paint_panel
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.badge import BadgeKind, badge_size, paint_badge

INDENT: Final = 10
"""How far the ground of a line stays from the side bar's edge, in device-independent pixels."""


class SideItem(QPushButton):
    """A line of the side bar."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        """Take the page that it leads to."""
        super().__init__(parent)
        self.entry = entry
        self._count: int | None = None
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(entry.label)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def count(self) -> int | None:
        """The figure beside the label, if any."""
        return self._count

    def set_count(self, count: int | None) -> None:
        """Show a figure; 0 and None show none."""
        shown = count or None
        if shown != self._count:
            self._count = shown
            text = "" if shown is None else self.locale().toString(shown)
            self.setAccessibleName(f"{self.entry.label} {text}".strip())
            self.update()

    def sizeHint(self) -> QSize:
        """Return a line that grows with the font."""
        theme = theme_of(self)
        width = theme.metrics(TextRole.STRONG).horizontalAdvance(self.entry.label)
        return QSize(width + theme.em(4), theme.em(2.75))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still shows the beginning."""
        return QSize(theme_of(self).em(5), theme_of(self).em(2.75))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with the arrows, open with Enter and Space."""
        match event.key():
            case Qt.Key.Key_Up:
                self._focus_beside(-1)
            case Qt.Key.Key_Down:
                self._focus_beside(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def _focus_beside(self, step: int) -> None:
        # Qt lets Tab stop only at the chosen one of a group; the arrows reach the others.
        items = self.group().buttons()
        place = items.index(self) + step
        if 0 <= place < len(items):
            items[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground if chosen or under the pointer, the words, the figure, the focus."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(INDENT + 0.5, 0.5, -INDENT - 0.5, -0.5)
        if self.isChecked():
            whole = ground.adjusted(-0.5, -0.5, 0.5, 0.5)
            paint_panel(painter, whole, RADIUS, theme.color("card"), theme.color("line"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("neutral_soft"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        area = self.rect().adjusted(2 * INDENT, 0, -2 * INDENT, 0)
        taken = self._paint_count(painter, area)
        role = TextRole.STRONG if self.isChecked() else TextRole.BODY
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("accent" if self.isChecked() else "ink"))
        words = self._mirrored(QRect(area.left(), area.top(), area.width() - taken, area.height()))
        text = theme.metrics(role).elidedText(
            self.entry.label, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_count(self, painter: QPainter, area: QRect) -> int:
        """Draw the figure at the end of ``area``; return the width it takes."""
        if self._count is None:
            return 0
        theme = theme_of(self)
        text = self.locale().toString(self._count)
        if self.entry.count_is_alert:
            size = badge_size(text, theme)
            place = QRect(
                area.right() + 1 - size.width(),
                area.center().y() - size.height() // 2 + 1,
                size.width(),
                size.height(),
            )
            paint_badge(painter, self._mirrored(place), text, BadgeKind.ALERT, theme)
            return size.width() + SMALL
        width = theme.metrics(TextRole.BADGE).horizontalAdvance(text)
        place = QRect(area.right() + 1 - width, area.top(), width, area.height())
        painter.setFont(theme.font(TextRole.BADGE))
        painter.setPen(theme.color("muted"))
        painter.drawText(self._mirrored(place), Qt.AlignmentFlag.AlignVCenter, text)
        return width + SMALL

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())


class ListItem(SideItem):
    """A saved list: F2, Delete and Alt with the arrows rename, delete and move it."""

    acted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the list, or go on like other lines."""
        held = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_F2:
                self.acted.emit("rename")
            case Qt.Key.Key_Delete:
                self.acted.emit("delete")
            case Qt.Key.Key_Up if held:
                self.acted.emit("up")
            case Qt.Key.Key_Down if held:
                self.acted.emit("down")
            case _:
                super().keyPressEvent(event)
