"""Rows of fields that can be added, taken out and put into another order."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.theme import TIGHT, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, QuietButton

Thing = TypeVar("Thing")


class FieldRow(QWidget, Generic[Thing]):
    """One row; subclasses put their fields into ``fields`` and say what they hold.

    ``main_field`` is where one begins to write in a new row (a focus proxy would hold up Tab).
    Alt+Up and Alt+Down move it. ``changed`` is to be emitted by whatever changes its value.
    """

    changed = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self.main_field: QWidget = self
        self.fields = QHBoxLayout()
        self.fields.setSpacing(TIGHT + 2)
        self.up = QuietButton("↑", self.tr("Further up (Alt+Up)"), lambda: self._move(-1))
        self.remove = QuietButton("✕", self.tr("Take out"), self._remove)
        for button in (self.up, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.fields, 1)
        row.addWidget(self.up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def value(self) -> Thing | None:
        """Return what the row holds, or None if it is empty."""
        raise NotImplementedError

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab goes through, as the eye does: the fields, then taking the row out."""
        fields = [
            child
            for child in self.findChildren(QWidget)
            if _takes_tab(child) and child.window() is self.window() and child is not self.remove
        ]
        return [*fields, self.remove]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(step)
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        self.move_wanted.emit(step)

    def _remove(self) -> None:
        self.remove_wanted.emit()


class FieldRows(QWidget, Generic[Thing]):
    """All rows of a kind, with words to add one more."""

    changed = Signal()

    def __init__(
        self,
        make_row: Callable[[Thing | None], FieldRow[Thing]],
        add_words: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take what makes a row for a thing (None: an empty one), and the words to add one."""
        super().__init__(parent)
        self._make_row = make_row
        self.rows: list[FieldRow[Thing]] = []
        self.add = LinkButton(add_words, self.add_row)
        self.add.setMinimumHeight(theme_of(self).em(2.1))
        self._column = QVBoxLayout()
        self._column.setSpacing(TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._column)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def show_values(self, values: Sequence[Thing]) -> None:
        """Show a row for each of ``values``."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for value in values:
            self._append(value)
        self._mark()

    def values(self) -> tuple[Thing, ...]:
        """Return what the rows hold, in their order, without empty ones."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def add_row(self) -> FieldRow[Thing]:
        """Add an empty row and put the focus into it."""
        row = self._append(None)
        self._mark()
        row.show()
        row.main_field.setFocus(Qt.FocusReason.TabFocusReason)
        return row

    def _append(self, value: Thing | None) -> FieldRow[Thing]:
        row = self._make_row(value)
        row.remove_wanted.connect(lambda: self._remove(row))
        row.move_wanted.connect(lambda step: self._move(row, step))
        row.changed.connect(self.changed)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _remove(self, row: FieldRow[Thing]) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._mark()
        self.add.setFocus()
        self.changed.emit()

    def _move(self, row: FieldRow[Thing], step: int) -> None:
        place = self.rows.index(row)
        wanted = place + step
        if not 0 <= wanted < len(self.rows):
            return
        self.rows.insert(wanted, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(wanted, row)
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        for number, row in enumerate(self.rows):
            row.up.setVisible(len(self.rows) > 1)
            row.up.setEnabled(number > 0)
        self._order_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the order of Tab, which needs the place among the other fields."""
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go through the rows, then to the words below them; Qt puts new ones last."""
        stops = [stop for row in self.rows for stop in row.tab_stops()]
        before: QWidget | None = self.add.previousInFocusChain()
        while before not in (None, self.add) and (
            before is self or self.isAncestorOf(before) or not _takes_tab(before)
        ):
            before = before.previousInFocusChain()
        chain = [*([] if before in (None, self.add) else [before]), *stops, self.add]
        for first, second in pairwise(chain[:-1]):
            self.setTabOrder(first, second)
        if stops:
            self.setTabOrder(stops[-1], self.add)


def _takes_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy()
    if proxy is None:
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    # The line within a field of choices hands the focus up to it, and goes wherever it goes.
    return widget.isAncestorOf(proxy)
