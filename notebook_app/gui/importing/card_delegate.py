"""Paints a card of an import in two lines, with its tick before and its badge after them."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.importing.card_list import BADGE_ROLE, CARD_ROLE, PLACE_ROLE, card_title
from notebook_app.gui.importing.card_list import CardList as _CardList
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Theme, theme_of
from notebook_app.gui.widgets.badge import badge_size, paint_badge
from notebook_app.services.import_plan import CardState, PlannedCard

_LONGEST_DRAWN = 200


class CardListView(QListView):
    """The list; Space ticks or unticks all chosen cards."""

    def __init__(self) -> None:
        """Make a list for a ``CardList``."""
        super().__init__()
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space."""
        model = self.model()
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and isinstance(model, _CardList) and current.isValid():
            chosen = [int(index.data(PLACE_ROLE)) for index in self.selectedIndexes()]
            place = int(current.data(PLACE_ROLE))
            model.tick(chosen or [place], not model.is_ticked(place))
            return
        super().keyPressEvent(event)


class CardDelegate(QStyledItemDelegate):
    """Paints a card."""

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the height of two lines of text with air around them."""
        theme = theme_of()
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return QSize(theme.em(14), lines + MEDIUM + SMALL)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tick with a click on the box."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        whole: QRect = option.rect
        room = QRect(whole.left(), whole.top(), _text_start(theme_of()), whole.height())
        direction: Qt.LayoutDirection = option.direction
        placed = QStyle.visualRect(direction, whole, room)
        if not isinstance(model, _CardList) or not placed.contains(event.position().toPoint()):
            return False
        place = int(index.data(PLACE_ROLE))
        model.tick([place], not model.is_ticked(place))
        return True

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
        words, kind = index.data(BADGE_ROLE)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.fillRect(whole, theme.color("selected" if chosen else "hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(whole.left(), whole.top(), 3, whole.height())
            painter.fillRect(QStyle.visualRect(direction, whole, bar), theme.color("focus"))
        painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), theme.color("line"))
        inner = whole.adjusted(_text_start(theme), SMALL, -LARGE, -SMALL)
        if ticked is not None:
            side = theme.em(1.15)
            box = QRect(whole.left() + LARGE, whole.center().y() - side // 2, side, side)
            is_ticked = Qt.CheckState(ticked) is Qt.CheckState.Checked
            _paint_box(painter, QStyle.visualRect(direction, whole, box), is_ticked, theme)
        size = badge_size(words, theme)
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
        left_out = ticked is not None and Qt.CheckState(ticked) is Qt.CheckState.Unchecked
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for area, line, role, colour in (
            (name, card_title(card), TextRole.STRONG, "muted" if left_out else "ink"),
            (second, _second_line(card), TextRole.SMALL, "muted"),
        ):
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(colour))
            placed = QStyle.visualRect(direction, whole, area)
            one_line = " ".join(line[:_LONGEST_DRAWN].split())
            cut = theme.metrics(role).elidedText(
                one_line, Qt.TextElideMode.ElideRight, placed.width()
            )
            side_flag = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            flags = side_flag | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(placed, flags | Qt.TextFlag.TextSingleLine, cut)
        paint_badge(painter, QStyle.visualRect(direction, whole, badge), words, kind, theme)
        painter.restore()


def _text_start(theme: Theme) -> int:
    return LARGE + theme.em(1.15) + MEDIUM


def _paint_box(painter: QPainter, place: QRect, ticked: bool, theme: Theme) -> None:
    box = QRectF(place)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("accent" if ticked else "card"))
    painter.setPen(QPen(theme.color("accent" if ticked else "muted"), 1.3))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        painter.setPen(QPen(theme.color("on_accent"), box.width() / 8))
        corners = ((0.24, 0.52), (0.43, 0.70), (0.77, 0.30))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(box.left() + box.width() * across, box.top() + box.height() * down)
                    for across, down in corners
                ]
            )
        )
    painter.restore()


def _second_line(card: PlannedCard) -> str:
    if card.state is CardState.UNREADABLE:
        return card.reason
    if card.candidates:
        return f"{card.candidates[0].name}?"
    return card.second_line
