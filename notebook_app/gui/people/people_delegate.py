"""Paints a line of the people list: picture, name, what they do, last contact, what is due."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.people.people_model import ROW_ROLE
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.short_dates import due_badge, short_age
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.model.rows import ContactRow

_BAR: Final = 3
_LONGEST_DRAWN: Final = 200
_LEAST_NAME: Final = 8


class PeopleDelegate(QStyledItemDelegate):
    """All lines are equally high, from the theme's font."""

    def __init__(
        self, photos: PhotoShelf, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take where photos come from, and who knows the day."""
        super().__init__(parent)
        self._photos = photos
        self._today = today

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the size of a line."""
        return QSize(theme_of().em(12), self.line_height())

    def line_height(self) -> int:
        """Return the height of two lines of text with air around them."""
        theme = theme_of()
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return max(theme.em(4.2), lines + MEDIUM + TIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the line."""
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        theme = theme_of()
        painter.save()
        self._ground(painter, whole, state, direction, theme)
        row = index.data(ROW_ROLE)
        if isinstance(row, ContactRow):
            line = _Line(painter, whole, direction, theme)
            self._avatar(line, row)
            used = self._end(line, row)
            self._texts(line, row, used)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        whole: QRect,
        state: QStyle.StateFlag,
        direction: Qt.LayoutDirection,
        theme: Theme,
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, theme.color("selected" if selected else "hover"))
        line = QRect(whole.left(), whole.bottom(), whole.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if selected:
            bar = QRect(whole.left(), whole.top(), _BAR, whole.height())
            painter.fillRect(QStyle.visualRect(direction, whole, bar), theme.color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.drawRoundedRect(QRectF(whole).adjusted(5.5, 3.5, -3.5, -4.5), 5, 5)

    def _avatar(self, line: "_Line", row: ContactRow) -> None:
        theme = line.theme
        side = min(theme.em(2.65), line.whole.height() - SMALL)
        top = line.whole.top() + (line.whole.height() - side) // 2
        rect = line.visual(QRect(line.whole.left() + MEDIUM + 2, top, side, side))
        ratio = line.painter.device().devicePixelRatioF()
        if row.photo_id is not None:
            photo = self._photos.round_photo(row.photo_id, round(side * ratio))
            if photo is not None:
                line.painter.drawPixmap(rect, photo)
                line.start += MEDIUM + 2 + side + MEDIUM - 2
                return
        theme.avatars.paint(line.painter, rect, row.name)
        line.start += MEDIUM + 2 + side + MEDIUM - 2

    def _end(self, line: "_Line", row: ContactRow) -> tuple[int, int]:
        """Draw the last contact and what is due; return how much room each takes."""
        today = self._today()
        theme = line.theme
        metrics = theme.metrics(TextRole.SMALL)
        age_room = due_room = 0
        age = "" if row.last_conversation is None else short_age(row.last_conversation, today)
        squeezed = line.end - line.start - metrics.horizontalAdvance(age) < theme.em(_LEAST_NAME)
        if squeezed:
            age = ""  # The name comes first.
        height = metrics.height()
        middle = line.whole.center().y()
        below = bool(age) or squeezed
        if row.next_due is not None:
            text, kind = due_badge(row.next_due, today)
            size = badge_size(text, theme)
            due_room = size.width()
            top = middle + 2 if below else middle - size.height() // 2
            rect = QRect(line.end - due_room, top, due_room, size.height())
            paint_badge(line.painter, line.visual(rect), text, kind, theme)
        if age:
            age_room = metrics.horizontalAdvance(age) + 2
            top = middle - height - 1 if due_room else middle - height // 2
            rect = QRect(line.end - age_room, top, age_room, height)
            line.text(rect, age, TextRole.SMALL, "muted")
        if not due_room:
            return age_room, age_room
        return (age_room if below else due_room), due_room

    def _texts(self, line: "_Line", row: ContactRow, used: tuple[int, int]) -> None:
        theme = line.theme
        second = row.second_line()
        name_height = theme.metrics(TextRole.STRONG).height()
        second_height = theme.metrics(TextRole.SMALL).height() if second else 0
        top = line.whole.top() + (line.whole.height() - name_height - second_height) // 2
        rooms = [used[0] + SMALL if used[0] else 0, used[1] + SMALL if used[1] else 0]
        width = line.end - line.start
        name = QRect(line.start, top, width - rooms[0], name_height)
        line.text(name, row.name, TextRole.STRONG, "ink")
        if second:
            rect = QRect(line.start, top + name_height, width - rooms[1], second_height)
            line.text(rect, second, TextRole.SMALL, "muted")


class _Line:
    """Where we are on a line: ``start`` and ``end`` are for left to right; ``visual`` mirrors."""

    def __init__(
        self, painter: QPainter, whole: QRect, direction: Qt.LayoutDirection, theme: Theme
    ) -> None:
        self.painter = painter
        self.whole = whole
        self.theme = theme
        self.start = whole.left()
        self.end = whole.right() - MEDIUM
        self._direction = direction

    def visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self.whole, rect)

    def text(self, rect: QRect, text: str, role: TextRole, colour: str) -> None:
        """Draw one line of plain text, cut at its end."""
        theme, painter = self.theme, self.painter
        one_line = " ".join(text[:_LONGEST_DRAWN].split())
        shown = theme.metrics(role).elidedText(
            one_line, Qt.TextElideMode.ElideRight, rect.width() + 1
        )
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(colour))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        mirrored = self._direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = (
            side
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.TextFlag.TextSingleLine
        )
        painter.drawText(self.visual(rect), flags, shown)
