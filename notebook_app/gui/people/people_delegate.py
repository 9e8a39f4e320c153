"""Paints a line of the people list: picture, name, what they do, last contact, what is due.

A key in the search paints a dozen lines that were never seen before, so each must cost little:
badges are drawn once and kept, and nothing is asked twice within a line.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.people.people_model import ROW_ROLE
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.short_dates import due_badge, short_age
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import BadgeShelf, paint_dot
from notebook_app.model.rows import ContactRow

_BAR: Final = 3
_LONGEST_DRAWN: Final = 200
_LEAST_NAME: Final = 8
_MOST_DOTS: Final = 4
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_POINTED_AT: Final = QStyle.StateFlag.State_MouseOver.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value
_FROM_THE_RIGHT: Final = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
).value | Qt.TextFlag.TextSingleLine.value


class PeopleDelegate(QStyledItemDelegate):
    """All lines are equally high, from the theme's font."""

    def __init__(
        self, photos: PhotoShelf, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take where photos come from, and who knows the day."""
        super().__init__(parent)
        self._photos = photos
        self._today = today
        self._theme = theme_of(self)
        self._badges = BadgeShelf(self._theme, self)

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the size of a line."""
        return QSize(self._theme.em(12), self.line_height())

    def line_height(self) -> int:
        """Return the height of two lines of text with air around them."""
        theme = self._theme
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
        painter.save()
        line = _Line(painter, whole, direction, self._theme)
        self._ground(line, state.value)
        row = index.data(ROW_ROLE)
        if isinstance(row, ContactRow):
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            self._avatar(line, row)
            used = self._end(line, row)
            self._texts(line, row, used)
        painter.restore()

    def _ground(self, line: "_Line", state: int) -> None:
        painter, whole, theme = line.painter, line.whole, self._theme
        selected = state & _SELECTED
        if selected or state & _POINTED_AT:
            painter.fillRect(whole, theme.color("selected" if selected else "hover"))
        painter.fillRect(whole.left(), whole.bottom(), whole.width(), 1, theme.color("line"))
        if selected:
            bar = line.visual(QRect(whole.left(), whole.top(), _BAR, whole.height()))
            painter.fillRect(bar, theme.color("accent"))
        if state & _FOCUSED:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.drawRoundedRect(QRectF(whole).adjusted(5.5, 3.5, -3.5, -4.5), 5, 5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _avatar(self, line: "_Line", row: ContactRow) -> None:
        theme, whole = self._theme, line.whole
        side = min(theme.em(2.65), whole.height() - SMALL)
        top = whole.top() + (whole.height() - side) // 2
        rect = line.visual(QRect(whole.left() + MEDIUM + 2, top, side, side))
        line.start += MEDIUM + 2 + side + MEDIUM - 2
        if row.photo_id is not None:
            photo = self._photos.round_photo(row.photo_id, round(side * line.ratio))
            if photo is not None:
                line.painter.drawPixmap(rect, photo)
                return
        theme.avatars.paint(line.painter, rect, row.name)

    def _end(self, line: "_Line", row: ContactRow) -> tuple[int, int]:
        """Draw the last contact and what is due; return how much room each takes."""
        today = self._today()
        theme = self._theme
        metrics = theme.metrics(TextRole.SMALL)
        age_room = due_room = 0
        age = "" if row.last_conversation is None else short_age(row.last_conversation, today)
        age_width = metrics.horizontalAdvance(age) if age else 0
        squeezed = line.end - line.start - age_width < theme.em(_LEAST_NAME)
        if squeezed:
            age = ""  # The name comes first.
        height = metrics.height()
        middle = line.whole.center().y()
        below = bool(age) or squeezed
        if row.next_due is not None:
            badge = self._badges.badge(*due_badge(row.next_due, today), line.ratio)
            due_room, due_height = badge.size.width(), badge.size.height()
            top = middle + 2 if below else middle - due_height // 2
            rect = line.visual(QRect(line.end - due_room, top, due_room, due_height))
            line.painter.drawPixmap(rect.topLeft(), badge.pixmap)
        if age:
            age_room = age_width + 2
            top = middle - height - 1 if due_room else middle - height // 2
            line.write(QRect(line.end - age_room, top, age_room, height), age, TextRole.SMALL)
        if not due_room:
            return age_room, age_room
        return (age_room if below else due_room), due_room

    def _texts(self, line: "_Line", row: ContactRow, used: tuple[int, int]) -> None:
        theme = self._theme
        second = row.second_line()
        name_height = theme.metrics(TextRole.STRONG).height()
        second_height = theme.metrics(TextRole.SMALL).height() if second else 0
        top = line.whole.top() + (line.whole.height() - name_height - second_height) // 2
        rooms = [used[0] + SMALL if used[0] else 0, used[1] + SMALL if used[1] else 0]
        width = line.end - line.start
        name = QRect(line.start, top, width - rooms[0], name_height)
        line.write(name, row.name, TextRole.STRONG, "ink")
        self._dots(line, name, row)
        if second:
            rect = QRect(line.start, top + name_height, width - rooms[1], second_height)
            line.write(rect, second, TextRole.SMALL)

    def _dots(self, line: "_Line", name: QRect, row: ContactRow) -> None:
        """Draw the colours of a few tags behind the name, where there is room."""
        if not row.coloured_tags:
            return
        theme, step = self._theme, self._theme.em(0.8)
        x = name.left() + theme.metrics(TextRole.STRONG).horizontalAdvance(row.name) + step
        line.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _tag, colour in row.coloured_tags[:_MOST_DOTS]:
            if x + step // 2 > name.right():
                break
            dot = line.visual(QRect(x, name.center().y(), 1, 1))
            paint_dot(line.painter, QPointF(dot.topLeft()), theme, colour)
            x += step
        line.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class _Line:
    """Where we are on a line: ``start`` and ``end`` are for left to right; ``visual`` mirrors."""

    def __init__(
        self, painter: QPainter, whole: QRect, direction: Qt.LayoutDirection, theme: Theme
    ) -> None:
        self.painter = painter
        self.whole = whole
        self.ratio = painter.device().devicePixelRatioF()
        self.start = whole.left()
        self.end = whole.right() - MEDIUM
        self._theme = theme
        self._mirrored = direction is Qt.LayoutDirection.RightToLeft

    def visual(self, rect: QRect) -> QRect:
        if not self._mirrored:
            return rect
        return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, self.whole, rect)

    def write(self, rect: QRect, text: str, role: TextRole, colour: str = "muted") -> None:
        """Draw one line of plain text, cut at its end."""
        theme, painter = self._theme, self.painter
        metrics = theme.metrics(role)
        one_line = " ".join(text[:_LONGEST_DRAWN].split())
        shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(colour))
        if self._mirrored:
            painter.drawText(self.visual(rect), _FROM_THE_RIGHT, shown)
            return
        # Twice as fast as having it aligned.
        baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(rect.left(), baseline, shown)
