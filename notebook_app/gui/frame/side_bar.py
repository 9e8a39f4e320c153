"""The side bar: the pages, the lists, a figure beside each, and when the last backup was made."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.gui.frame.side_item import INDENT, ListItem, SideItem
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import Divider, ElidedLabel, PlainLabel
from notebook_app.model.rows import Counts


class SideBar(QFrame):
    """Emits ``chosen`` with the key of the page that was clicked.

    The other signals carry the id of a saved list; a list's key is ``list:`` and its id.
    """

    chosen = Signal(str)
    list_menu_wanted = Signal(int, QPoint)
    list_rename_wanted = Signal(int)
    list_delete_wanted = Signal(int)
    list_move_wanted = Signal(int, int)

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        """Take the pages in their order; those ``in_lists`` follow under their own heading."""
        super().__init__(parent)
        self._items: dict[str, SideItem] = {}
        self._group = QButtonGroup(self)
        title = ElidedLabel(self.tr("Contact Notebook"), TextRole.STRONG)
        self._status = ElidedLabel("", TextRole.SMALL, Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, LARGE + 2, 0, MEDIUM + 2)
        column.setSpacing(0)
        column.addLayout(_indented(title))
        column.addSpacing(LARGE - 2)
        column.addWidget(self._list(entries), 1)
        column.addSpacing(SMALL)
        column.addLayout(_indented(self._status))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def choose(self, key: str) -> None:
        """Mark the page as the shown one, without emitting; none if it has no line here."""
        if key in self._items:
            self._items[key].setChecked(True)
        elif (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def item(self, key: str) -> SideItem:
        """Return the line of a page."""
        return self._items[key]

    def show_counts(self, counts: Counts) -> None:
        """Show the figures."""
        for item in self._items.values():
            item.set_count(item.entry.count(counts) if item.entry.count is not None else None)

    def show_lists(self, lists: Sequence[tuple[int, str]]) -> None:
        """Show the user's own lists, by id and name, below the ready-made ones."""
        chosen = self._group.checkedButton()
        key = chosen.entry.key if isinstance(chosen, SideItem) else ""
        counts = {item_key: item.count for item_key, item in self._items.items()}
        for old in [each for each in self._items if each.startswith("list:")]:
            item = self._items.pop(old)
            self._group.removeButton(item)
            self._own_lists.removeWidget(item)
            item.deleteLater()
        for list_id, name in lists:
            entry = PageEntry(f"list:{list_id}", name, _no_page)
            item = self._list_item(entry, list_id)
            item.set_count(counts.get(entry.key))
            self._own_lists.addWidget(item)
        self._heading.setVisible(bool(lists) or self._has_ready_lists)
        if key:
            self.choose(key)

    def show_list_counts(self, counts: Mapping[int, int]) -> None:
        """Show how many people are in each saved list."""
        for list_id, count in counts.items():
            if f"list:{list_id}" in self._items:
                self._items[f"list:{list_id}"].set_count(count)

    def focus_list(self, list_id: int) -> None:
        """Put the focus on a list's line."""
        if f"list:{list_id}" in self._items:
            self._items[f"list:{list_id}"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_status(self, text: str) -> None:
        """Show a quiet line at the bottom."""
        self._status.setText(text)

    def fit(self, window_width: int) -> None:
        """Take the width that the font asks for, but never more than a third of the window."""
        self.setFixedWidth(max(1, min(theme_of(self).em(15), window_width * 3 // 10)))

    def _list(self, entries: Sequence[PageEntry]) -> QScrollArea:
        body = QWidget()
        body.setObjectName("sideBarList")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for entry in entries:
            if not entry.in_lists:
                column.addWidget(self._item(entry))
        lists = [entry for entry in entries if entry.in_lists]
        self._has_ready_lists = bool(lists)
        self._heading = QWidget()
        heading = QVBoxLayout(self._heading)
        heading.setContentsMargins(0, MEDIUM, 0, TIGHT)
        heading.setSpacing(MEDIUM)
        heading.addLayout(_indented(Divider()))
        heading.addLayout(_indented(PlainLabel(self.tr("Lists"), TextRole.SMALL, Tone.MUTED)))
        self._heading.setVisible(self._has_ready_lists)
        column.addWidget(self._heading)
        for entry in lists:
            column.addWidget(self._item(entry))
        self._own_lists = QVBoxLayout()
        self._own_lists.setSpacing(1)
        column.addLayout(self._own_lists)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        return area

    def _item(self, entry: PageEntry) -> SideItem:
        item = SideItem(entry)
        item.clicked.connect(self._emitter(entry.key))
        self._group.addButton(item)
        self._items[entry.key] = item
        return item

    def _list_item(self, entry: PageEntry, list_id: int) -> SideItem:
        item = ListItem(entry)
        item.clicked.connect(self._emitter(entry.key))
        item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        item.customContextMenuRequested.connect(
            lambda at: self.list_menu_wanted.emit(list_id, item.mapToGlobal(at))
        )
        acts: dict[str, Callable[[], None]] = {
            "rename": lambda: self.list_rename_wanted.emit(list_id),
            "delete": lambda: self.list_delete_wanted.emit(list_id),
            "up": lambda: self.list_move_wanted.emit(list_id, -1),
            "down": lambda: self.list_move_wanted.emit(list_id, 1),
        }
        item.acted.connect(lambda act: acts[act]())
        self._group.addButton(item)
        self._items[entry.key] = item
        return item

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(key)


def _no_page(_desk: Desk) -> Page:
    raise LookupError("a saved list has no page of its own")


def _indented(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(2 * INDENT, 0, 2 * INDENT, 0)
    box.addWidget(widget)
    return box
