"""The timeline as one moves in it: arrows, Enter, Delete, copying, a pencil under the pointer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.people.timeline_canvas import TimelineCanvas
from notebook_app.gui.people.timeline_pages import PAGE, Reader
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.model.rows import EntryKind, TimelineEntry

_LAID_OUT_MS = 30


class TimelineView(TimelineCanvas):
    """``opened``, ``delete_wanted`` and ``menu_wanted`` carry an entry.

    ``moved`` carries a rectangle that the column should bring into sight.
    """

    opened = Signal(object)
    delete_wanted = Signal(object)
    menu_wanted = Signal(object, QPoint)
    moved = Signal(QRect)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows the day; make an empty timeline."""
        super().__init__(today, parent)
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pencil = QuietButton("✎", self.tr("Change this conversation"), self._open_hovered)
        self._pencil.setParent(self)
        self._pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pencil.hide()

    def show_entries(self, read: Reader, most: int = PAGE) -> None:
        """Show another timeline from its top, ``most`` entries at first."""
        self._hover(None)
        super().show_entries(read, most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, delete, copy."""
        entry = self.current_entry()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                if not self._move(0 if self._current is None else self._current + step):
                    event.ignore()
            case Qt.Key.Key_Home:
                self._move(0)
            case Qt.Key.Key_End:
                self._move(len(self._pages.slots) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if entry:
                self._open(entry)
            case Qt.Key.Key_Delete if entry:
                self.delete_wanted.emit(entry)
            case _ if entry and event.matches(QKeySequence.StandardKey.Copy):
                self.copy(entry)
            case Qt.Key.Key_Menu if entry and self._current is not None:
                corner = self.card_rect(self._current).bottomLeft()
                self.menu_wanted.emit(entry, self.mapToGlobal(corner))
            case _:
                super().keyPressEvent(event)

    def go_to(self, kind: EntryKind, entry_id: int) -> bool:
        """Put the cursor on an entry and bring it into sight; return whether it is there."""
        number = self.read_to(kind, entry_id)
        if number is None:
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._move(number)
        # The column knows how long the timeline has become only after it was laid out.
        QTimer.singleShot(_LAID_OUT_MS, self, lambda: self._come_back(kind, entry_id))
        return True

    def copy(self, entry: TimelineEntry) -> None:
        """Put an entry's words on the clipboard."""
        QApplication.clipboard().setText(self.words(entry))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; open the rest of a long text; ask for the menu."""
        number = self.card_at(event.position().toPoint())
        self.set_current(number)
        if number is None:
            return
        if event.button() == Qt.MouseButton.RightButton:
            entry = self._pages.slots[number].entry
            self.menu_wanted.emit(entry, event.globalPosition().toPoint())
            return
        more = self.layout_of(number).more
        inside = event.position().toPoint() - self.card_rect(number).topLeft()
        if more is not None and more.contains(inside):
            self.show_whole(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card."""
        number = self.card_at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(self._pages.slots[number].entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pencil on the card under the pointer."""
        self._hover(self.card_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the pencil away."""
        self._hover(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first card that is seen."""
        super().focusInEvent(event)
        if self._current is None and self._pages.slots:
            first = self._pages.at(max(0, self._seen.top()))
            if event.reason() != Qt.FocusReason.MouseFocusReason:
                self.set_current(first or 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _open(self, entry: TimelineEntry) -> None:
        number = self._current
        cut = number is not None and self.layout_of(number).more is not None
        if number is not None and cut and entry.kind is not EntryKind.CONVERSATION:
            self.show_whole(number)
        self.opened.emit(entry)

    def _open_hovered(self) -> None:
        if self._hovered is not None:
            self.set_current(self._hovered)
            self.opened.emit(self._pages.slots[self._hovered].entry)

    def _hover(self, number: int | None) -> None:
        self._hovered = number
        if number is None or self._pages.slots[number].entry.kind is not EntryKind.CONVERSATION:
            self._pencil.hide()
            return
        layout = self.layout_of(number)
        corner = self.card_rect(number).topLeft()
        self._pencil.setGeometry(layout.pencil.translated(corner))
        self._pencil.show()

    def _come_back(self, kind: EntryKind, entry_id: int) -> None:
        entry = self.current_entry()
        if entry is not None and (entry.kind, entry.id) == (kind, entry_id):
            self._move(self._current or 0)

    def _move(self, number: int) -> bool:
        if not 0 <= number < len(self._pages.slots):
            return False
        self.set_current(number)
        card = self.card_rect(number)
        top = self._pages.slot_top(number)
        self.moved.emit(QRect(card.left(), top, card.width(), card.bottom() - top))
        return True
