"""Paints an opportunity's card: title, person and value, how it came and when."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from notebook_app.gui.opportunities.column_model import ROW_ROLE
from notebook_app.gui.opportunities.opportunity_words import row_badge, row_second_line, row_value
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, theme_of
from notebook_app.gui.theme.panel_painter import paint_panel
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.gui.widgets.kept_drawings import KeptDrawings
from notebook_app.gui.widgets.painted_line import Index, LineDelegate, PaintedLine
from notebook_app.model.opportunity_rows import OpportunityRow

_AROUND: Final = TIGHT
_INSIDE: Final = SMALL + 2
_KEPT: Final = 48
"""Cards, a window full; one takes some 100 kB."""

_SEEN_STATE: Final = (
    QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_MouseOver
    | QStyle.StateFlag.State_HasFocus
)


class CardDelegate(LineDelegate):
    """All cards are equally high, so that a long column is laid out at once."""

    def __init__(self, parent: QWidget, today: Callable[[], date]) -> None:
        """Take the list, and who knows the day."""
        super().__init__(parent)
        self._today = today
        self._drawings = KeptDrawings(theme_of(), _KEPT, self)

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of three lines with air around them."""
        theme = theme_of(self)
        lines = (
            theme.metrics(TextRole.STRONG).height()
            + max(theme.metrics(TextRole.BODY).height(), theme.metrics(TextRole.STRONG).height())
            + badge_size("0", theme).height()
        )
        return QSize(theme.em(10), lines + 2 * TIGHT + 2 * _INSIDE + _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the card, as it was drawn before if it looks as it did."""
        row, state, direction = index.data(ROW_ROLE), option.state, option.direction
        area: QRect = option.rect

        def anew(kept: QPainter, whole: QRect) -> None:
            there = QStyleOptionViewItem(option)
            there.rect = whole
            super(CardDelegate, self).paint(kept, there, index)

        looks = (row, state & _SEEN_STATE, direction, self._today(), QLocale().name())
        self._drawings.draw(painter, area, looks, anew)

    def paint_line(self, line: PaintedLine, index: Index) -> None:
        """Draw the card."""
        row = index.data(ROW_ROLE)
        ground = line.whole.adjusted(2, 0, -2, -_AROUND)
        self._ground(line, ground)
        if isinstance(row, OpportunityRow):
            inside = ground.adjusted(MEDIUM, _INSIDE, -MEDIUM, -_INSIDE)
            self._words(line, row, inside)

    def _ground(self, line: PaintedLine, ground: QRect) -> None:
        theme = line.theme
        marked = line.focused and line.selected
        edge = "focus" if marked else "accent" if line.selected else "line"
        colour = "selected" if line.selected else "hover" if line.pointed_at else "card"
        paint_panel(
            line.painter,
            QRectF(ground),
            RADIUS,
            theme.color(colour),
            theme.color(edge),
            thickness=2.0 if marked else 1.0,
        )
        line.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _words(self, line: PaintedLine, row: OpportunityRow, inside: QRect) -> None:
        theme, locale = line.theme, QLocale()
        strong = theme.metrics(TextRole.STRONG).height()
        body = max(theme.metrics(TextRole.BODY).height(), strong)
        first = QRect(inside.left(), inside.top(), inside.width(), strong)
        line.write(first, row.title, TextRole.STRONG)
        second = QRect(inside.left(), first.bottom() + 1 + TIGHT, inside.width(), body)
        value = row_value(row, locale)
        if value:
            wide = min(
                theme.metrics(TextRole.STRONG).horizontalAdvance(value), second.width() * 2 // 3
            )
            at = QRect(second.right() + 1 - wide, second.top(), wide + 1, body)
            line.write(at, value, TextRole.STRONG)
            second.setRight(at.left() - SMALL)
        line.write(second, row.contact.name, TextRole.BODY)
        badge = row_badge(row, self._today(), locale)
        height = badge_size("0", theme).height()
        third = QRect(inside.left(), inside.bottom() + 1 - height, inside.width(), height)
        if badge is not None:
            size = badge_size(badge[0], theme)
            wide = min(size.width(), third.width())
            at = QRect(third.right() + 1 - wide, third.top(), wide, size.height())
            paint_badge(line.painter, line.placed(at), *badge, theme)
            third.setRight(at.left() - SMALL)
        line.write(third, row_second_line(row), TextRole.SMALL, "muted")
