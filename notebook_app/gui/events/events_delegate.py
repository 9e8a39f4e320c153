"""Paints a line of the list of events: a leaf of the calendar, the name, where, how it went."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtCore import QSize as Size
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from notebook_app.gui.events.event_words import row_badge, second_line
from notebook_app.gui.events.events_model import LINE_ROLE, EventsModel, Heading
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Theme, theme_of
from notebook_app.gui.theme.tokens import CONTROL_RADIUS
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.model.event_rows import EventRow

_LONGEST: Final = 200
_NAME_EM: Final = 5
"""How much of a name must have room beside the badge."""


class EventsDelegate(QStyledItemDelegate):
    """All lines but the headings are equally high."""

    def __init__(self, parent: QWidget, model: EventsModel, today: Callable[[], date]) -> None:
        """Take the list, its model, and who knows the day."""
        super().__init__(parent)
        self._model = model
        self._today = today
        self._sizes: tuple[Size, Size] | None = None
        theme_of(self).changed.connect(self._forget_sizes)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> Size:
        """Return the height of a heading, or of two lines of text with air around them.

        The list asks this of every line at once, of which there may be thousands.
        """
        if self._sizes is None:
            theme = theme_of(self)
            small = theme.metrics(TextRole.SMALL).height()
            lines = theme.metrics(TextRole.STRONG).height() + small
            self._sizes = (
                Size(theme.em(14), max(theme.em(3.6), lines) + MEDIUM),
                Size(theme.em(14), small + LARGE + TIGHT),
            )
        return self._sizes[index.row() in self._model.headings]

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
        line = index.data(LINE_ROLE)
        painter.save()
        place = _Line(painter, whole, direction, theme_of(self))
        if isinstance(line, Heading):
            place.heading(line)
        elif isinstance(line, EventRow):
            place.ground(state)
            place.event(line, self._today())
        painter.restore()

    def _forget_sizes(self) -> None:
        self._sizes = None


class _Line:
    """Where we draw; places are for left to right and mirrored at the end."""

    def __init__(
        self, painter: QPainter, whole: QRect, direction: Qt.LayoutDirection, theme: Theme
    ) -> None:
        self._painter = painter
        self._whole = whole
        self._direction = direction
        self._theme = theme

    def ground(self, state: QStyle.StateFlag) -> None:
        """Draw the ground, the mark of the focus, the line below."""
        theme, whole = self._theme, self._whole
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            self._painter.fillRect(whole, theme.color("selected" if chosen else "hover"))
        if chosen:
            bar = QRect(whole.left(), whole.top(), 3, whole.height())
            self._painter.fillRect(self._placed(bar), theme.color("accent"))
        line = QRect(whole.left(), whole.bottom(), whole.width(), 1)
        self._painter.fillRect(line, theme.color("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            self._painter.setPen(QPen(theme.color("focus"), 1))
            self._painter.drawRect(whole.adjusted(1, 1, -2, -2))

    def heading(self, heading: Heading) -> None:
        """Draw words and figure."""
        theme, whole = self._theme, self._whole
        height = theme.metrics(TextRole.SMALL).height()
        top = whole.bottom() - height - TIGHT
        area = QRect(whole.left() + LARGE, top, whole.width() - 2 * LARGE, height)
        self._text(area, heading.words, TextRole.SMALL_STRONG, "muted")
        width = theme.metrics(TextRole.SMALL_STRONG).horizontalAdvance(heading.words) + SMALL
        self._text(
            area.adjusted(width, 0, 0, 0),
            QLocale().toString(heading.count),
            TextRole.SMALL,
            "muted",
        )

    def event(self, row: EventRow, today: date) -> None:
        """Draw leaf, name, second line and badge."""
        theme, whole, locale = self._theme, self._whole, QLocale()
        side = theme.em(3.4)
        leaf = QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side)
        self._leaf(leaf, row.on, today, locale)
        strong = theme.metrics(TextRole.STRONG).height()
        small = theme.metrics(TextRole.SMALL).height()
        start = leaf.right() + 1 + MEDIUM
        end = whole.right() - LARGE
        second = second_line(row, today, locale)
        badge = row_badge(row, today, locale)
        narrow = badge is not None and end - start - badge_size(badge[0], theme).width() < theme.em(
            _NAME_EM
        )
        two_lines = bool(second) or narrow
        top = whole.top() + (whole.height() - strong - (small + 2 if two_lines else 0)) // 2
        name = QRect(start, top, end - start, strong)
        below = QRect(start, top + strong + 2, end - start, small)
        if badge is not None:
            size = badge_size(badge[0], theme)
            at = QRect(end - size.width(), 0, size.width(), size.height())
            if not narrow:
                at.moveTop(name.center().y() - size.height() // 2)
                name.setRight(at.left() - SMALL)
            else:
                # In a narrow list the name has a line of its own; the badge says more than
                # what else would stand below it.
                at.setWidth(min(size.width(), below.width()))
                at.moveTo(start, below.center().y() - size.height() // 2)
                second = ""
            paint_badge(self._painter, self._placed(at), *badge, theme)
        self._text(name, row.name, TextRole.STRONG, "ink")
        if second:
            self._text(below, second, TextRole.SMALL, "muted")

    def _leaf(self, rect: QRect, day: date, today: date, locale: QLocale) -> None:
        painter, theme = self._painter, self._theme
        placed = self._placed(rect)
        to_come = day >= today
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent_soft" if to_come else "neutral_soft"))
        painter.drawRoundedRect(QRectF(placed), CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(theme.color("accent" if to_come else "neutral"))
        strong, badge = theme.metrics(TextRole.STRONG), theme.metrics(TextRole.BADGE)
        height = strong.height() + badge.height() - 4
        top = placed.center().y() - height // 2
        number = QRect(placed.left(), top, placed.width(), strong.height())
        month = QRect(placed.left(), number.bottom() - 3, placed.width(), badge.height())
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(TextRole.STRONG))
        painter.drawText(number, middle, locale.toString(day.day))
        far = abs(day.year - today.year) > 0
        words = locale.toString(QDate(day.year, day.month, day.day), "MMM yy" if far else "MMM")
        painter.setFont(theme.font(TextRole.BADGE))
        painter.drawText(
            month, middle, badge.elidedText(words, Qt.TextElideMode.ElideRight, placed.width())
        )

    def _text(self, area: QRect, text: str, role: TextRole, colour: str) -> None:
        painter, theme = self._painter, self._theme
        placed = self._placed(area)
        shown = theme.metrics(role).elidedText(
            " ".join(text[:_LONGEST].split()), Qt.TextElideMode.ElideRight, placed.width()
        )
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(colour))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft)
        flags: Any = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(placed, flags | Qt.TextFlag.TextSingleLine, shown)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._whole, rect)
