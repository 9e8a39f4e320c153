"""The people list as a table: which columns, in which order and how wide, sorted by which."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from notebook_app.gui.people.cell_words import heading
from notebook_app.gui.people.people_model import PeopleModel
from notebook_app.gui.people.people_view import PeopleView
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, theme_of
from notebook_app.gui.widgets.buttons import without_key
from notebook_app.model.query.columns import USUAL_COLUMNS, ColumnKey, ListColumn
from notebook_app.model.query.parse import Vocabulary
from notebook_app.model.query.sorting import ListSort, SortKey

_USUAL_WIDTHS: Final = {
    **dict.fromkeys((ColumnKey.NAME, ColumnKey.ORG, ColumnKey.EMAIL, ColumnKey.TAG), 12),
    **dict.fromkeys((ColumnKey.LAST, ColumnKey.DUE, ColumnKey.ADDED, ColumnKey.CHANGED), 9),
}
_OTHER_WIDTH: Final = 8
"""In ems; the longest date of a year has room."""
_SETTLE_MS: Final = 150
_PADDING: Final = SMALL + 1
_LONGEST_DRAWN: Final = 200
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_POINTED_AT: Final = QStyle.StateFlag.State_MouseOver.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value


class CellDelegate(QStyledItemDelegate):
    """Draws a cell in a line as high as one line of text with air, in the colours of the list."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, the line below, and the words as far as there is room."""
        theme = theme_of(self)
        whole: QRect = option.rect
        state: int = option.state.value
        painter.save()
        if state & _SELECTED or state & _POINTED_AT:
            ground = "selected" if state & _SELECTED else "hover"
            painter.fillRect(whole, theme.color(ground))
        painter.fillRect(whole.left(), whole.bottom(), whole.width(), 1, theme.color("line"))
        if state & _FOCUSED:
            painter.setPen(QPen(theme.color("focus"), 1))
            painter.drawRect(whole.adjusted(0, 0, -1, -2))
        role = TextRole.STRONG if index.column() == 0 else TextRole.BODY
        area = whole.adjusted(_PADDING, 0, -_PADDING, 0)
        words = str(index.data() or "")[:_LONGEST_DRAWN]
        text = theme.metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(theme.font(role))
        painter.setPen(theme.color("ink"))
        painter.setLayoutDirection(option.direction)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.restore()

    def line_height(self) -> int:
        """Return the height of a line."""
        return theme_of(self).metrics(TextRole.BODY).height() + MEDIUM

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        """Return the size of a cell, whatever is in it."""
        return QSize(theme_of(self).em(8), self.line_height())


class TableLook(QObject):
    """``changed`` is emitted when columns were chosen, moved or resized by the user,
    ``sort_wanted`` with the order that a heading or the menu asks for.
    """

    changed = Signal()
    sort_wanted = Signal(object)

    def __init__(self, view: PeopleView, model: PeopleModel, parent: QObject) -> None:
        """Take the view and its model."""
        super().__init__(parent)
        self.columns: tuple[ListColumn, ...] = USUAL_COLUMNS
        self._view = view
        self._model = model
        self._sort = ListSort()
        self._applying = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._take_over)
        header = view.horizontalHeader()
        header.sectionClicked.connect(self._sort_by_column)
        header.sectionMoved.connect(lambda *_places: self._settle())
        header.sectionResized.connect(lambda at, _before, _now: self._resized(at))

    def apply(self, table: bool, sort: ListSort) -> None:
        """Show the columns, or one without them."""
        self._sort = sort
        self._applying = True
        self._model.show_columns(self.columns if table else ())
        if table:
            theme = theme_of(self._view)
            widths = [
                theme.em(column.width or _USUAL_WIDTHS.get(column.key, _OTHER_WIDTH))
                for column in self.columns
            ]
            keys = [None if each.sort is None else replace(each.sort) for each in self.columns]
            bare = replace(sort, descending=False)
            at = keys.index(bare) if bare in keys else -1
            self._view.show_as_table(widths, at, sort.descending)
        else:
            self._view.show_as_list()
        self._applying = False

    def fill_sort_menu(self, menu: QMenu, now: ListSort, vocabulary: Vocabulary) -> None:
        """Offer what the people may be sorted by; the one chosen again turns the order round."""
        sorts = [ListSort(key) for key in SortKey if key is not SortKey.FIELD]
        sorts += [ListSort(SortKey.FIELD, own_field=name) for name in sorted(vocabulary.own_fields)]
        for sort in sorts:
            chosen = replace(now, descending=False) == sort
            key = ColumnKey(sort.key.value)
            action = menu.addAction(without_key(heading(ListColumn(key, sort.own_field))))
            action.setCheckable(True)
            action.setChecked(chosen)
            wanted = replace(sort, descending=not now.descending) if chosen else sort
            action.triggered.connect(
                lambda _checked=False, wanted=wanted: self.sort_wanted.emit(wanted)
            )

    def fill_columns_menu(self, menu: QMenu, vocabulary: Vocabulary) -> None:
        """Offer the columns; the name always stays."""
        offered = [ListColumn(key) for key in ColumnKey if key is not ColumnKey.FIELD]
        offered += [ListColumn(ColumnKey.FIELD, name) for name in sorted(vocabulary.own_fields)]
        shown = {column.name for column in self.columns}
        for column in offered:
            action = menu.addAction(without_key(heading(column)))
            action.setCheckable(True)
            action.setChecked(column.name in shown)
            action.setEnabled(column.key is not ColumnKey.NAME)
            action.triggered.connect(lambda _checked=False, column=column: self._turn(column))

    def _turn(self, column: ListColumn) -> None:
        others = tuple(each for each in self.columns if each.name != column.name)
        self.columns = others if len(others) < len(self.columns) else (*others, column)
        self.changed.emit()

    def _sort_by_column(self, at: int) -> None:
        if not 0 <= at < len(self.columns):
            return
        sort = self.columns[at].sort
        if sort is not None:
            again = sort == self._sort
            self.sort_wanted.emit(replace(sort, descending=True) if again else sort)

    def _resized(self, at: int) -> None:
        header = self._view.horizontalHeader()
        # The last one fills what the window leaves, which nobody has chosen.
        if header.visualIndex(at) != header.count() - 1:
            self._settle()

    def _settle(self) -> None:
        if not self._applying and self._model.columns:
            self._settling.start()

    def _take_over(self) -> None:
        """Take over the order and the widths that the user gave the columns."""
        header = self._view.horizontalHeader()
        if not self._model.columns or header.count() != len(self.columns):
            return
        em = max(1, theme_of(self._view).em(1))
        places = [header.logicalIndex(place) for place in range(header.count())]
        columns = tuple(
            replace(self.columns[at], width=max(1, round(header.sectionSize(at) / em)))
            for at in places[:-1]
        )
        columns += (self.columns[places[-1]],)
        moved = places != sorted(places)
        if columns != self.columns:
            self.columns = columns
            if moved:
                for at in range(header.count()):
                    header.moveSection(header.visualIndex(at), at)
                self._settling.stop()
            self.changed.emit()
