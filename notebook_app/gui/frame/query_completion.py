"""Offers keys and values below the search field while a query is typed.

Tab takes the marked one, Ctrl with an arrow marks another, Escape puts the offer away; every other
key goes where it always goes, so that plain typing is never in its way.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, theme_of
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.gui.widgets.search_field import SearchField
from notebook_app.model.query.completion import Completion, completions

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


class OfferList(QListWidget):
    """A list with a look of its own in the style sheet."""


class QueryCompletion(QObject):
    """One for the window's search field."""

    def __init__(
        self, desk: Desk, window: QWidget, field: SearchField, wanted: Callable[[], bool]
    ) -> None:
        """Take the desk, the window, its search field, and whether queries are typed there now."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._field = field
        self._wanted = wanted
        self._offered: list[Completion] = []
        self.list = OfferList(window)
        self.list.setAccessibleName(self.tr("What may follow; Tab takes it"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.StyledPanel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemClicked.connect(lambda item: self._take(self.list.row(item)))
        field.textEdited.connect(lambda _text: self._offer())
        field.textChanged.connect(lambda _text: self._put_away_if_stale())
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the few keys that are about the offer."""
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.list.isVisible() and self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        held = bool(event.modifiers() & _CONTROL)
        match event.key():
            case Qt.Key.Key_Tab:
                self._take(self.list.currentRow())
            case Qt.Key.Key_Escape:
                self.list.hide()
            case Qt.Key.Key_Down if held:
                self._mark(1)
            case Qt.Key.Key_Up if held:
                self._mark(-1)
            case _:
                return False
        return True

    def _mark(self, step: int) -> None:
        self.list.setCurrentRow((self.list.currentRow() + step) % len(self._offered))

    def _offer(self) -> None:
        field, lists = self._field, self._desk.notebook.saved_lists
        before = field.text()[: field.cursorPosition()]
        self._offered = []
        if self._wanted() and before.strip():
            self._offered = completions(before, lists.vocabulary(), lists.values_of)
        self.list.clear()
        for completion in self._offered:
            item = QListWidgetItem(completion.shown[:60], self.list)
            if completion.finds:
                item.setToolTip(plain_tool_tip(completion.finds))
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, completion.finds)
        hint = QListWidgetItem(self.tr("Tab takes it"), self.list)
        hint.setFlags(Qt.ItemFlag.NoItemFlags)
        if not self._offered:
            self.list.hide()
            return
        self.list.setCurrentRow(0)
        theme = theme_of(self.list)
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        width = self.list.sizeHintForColumn(0) + theme.em(2)
        self.list.resize(min(max(theme.em(12), width), field.width()), height + SMALL)
        # Below the line that offers to search everything.
        line = field.height()
        corner = field.mapTo(self._window, QPoint(0, field.height() + line + 2 * TIGHT))
        if self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + field.width() - self.list.width())
        self.list.move(corner)
        self.list.show()
        self.list.raise_()

    def _put_away_if_stale(self) -> None:
        if not self._field.text():
            self.list.hide()

    def _take(self, row: int) -> None:
        self.list.hide()
        if not 0 <= row < len(self._offered):
            return
        completion, field = self._offered[row], self._field
        text, at = field.text(), field.cursorPosition()
        field.setText(f"{text[: completion.start]}{completion.text}{text[at:]}")
        field.setCursorPosition(completion.start + len(completion.text))
        if completion.text.endswith(":"):
            self._offer()
