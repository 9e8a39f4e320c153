"""The cards of an import in a list: name, what they do, and what would happen to them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.importing.state_words import BADGES, state_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.services.import_plan import CardState, ImportPlan, PlannedCard

CARD_ROLE = Qt.ItemDataRole.UserRole
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()
_LONGEST_DRAWN = 200


class CardList(QAbstractListModel):
    """Shows the cards of a plan, all or those in one state."""

    def __init__(self, plan: ImportPlan) -> None:
        """Take the plan; all cards are shown."""
        super().__init__()
        self._plan = plan
        self._shown: list[int] | range = range(len(plan.cards))

    def show_only(self, state: CardState | None) -> None:
        """Show the cards in ``state``, or all."""
        self.beginResetModel()
        cards = self._plan.cards
        self._shown = (
            range(len(cards))
            if state is None
            else [place for place, card in enumerate(cards) if card.state is state]
        )
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many cards are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the card, or what a screen reader says of it."""
        card = self._plan.cards[self._shown[index.row()]]
        if role == CARD_ROLE:
            return card
        if role == PLACE_ROLE:
            return self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_title(card)}, {state_words(card.state)}"
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints a card in two lines, with its badge at the end."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the height of two lines of text with air around them."""
        theme = theme_of()
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return QSize(theme.em(14), lines + MEDIUM + SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, PlannedCard):
            return
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        direction: Qt.LayoutDirection = option.direction
        theme = theme_of()
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(whole, theme.color("selected" if chosen else "hover"))
        painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), theme.color("line"))
        inner = whole.adjusted(LARGE, SMALL, -LARGE, -SMALL)
        size = badge_size(state_words(card.state), theme)
        badge = QRect(
            inner.right() - size.width() + 1,
            inner.center().y() - size.height() // 2,
            size.width(),
            size.height(),
        )
        text = QRect(inner)
        text.setRight(badge.left() - SMALL)
        name_height = theme.metrics(TextRole.STRONG).height()
        name, second = QRect(text), QRect(text)
        name.setHeight(name_height)
        second.setTop(name.bottom() + 3)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for area, words, role, colour in (
            (name, _title(card), TextRole.STRONG, "ink"),
            (second, _second_line(card), TextRole.SMALL, "muted"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(colour))
            placed = QStyle.visualRect(direction, whole, area)
            one_line = " ".join(words[:_LONGEST_DRAWN].split())
            cut = theme.metrics(role).elidedText(
                one_line, Qt.TextElideMode.ElideRight, placed.width()
            )
            side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(placed, flags | Qt.TextFlag.TextSingleLine, cut)
        placed = QStyle.visualRect(direction, whole, badge)
        paint_badge(painter, placed, state_words(card.state), BADGES[card.state], theme)
        painter.restore()


def _title(card: PlannedCard) -> str:
    return card.name or f"{card.source}, line {card.line}"


def _second_line(card: PlannedCard) -> str:
    return card.reason if card.state is CardState.UNREADABLE else card.second_line
