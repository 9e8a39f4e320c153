"""The timeline as one moves in it: arrows, Enter, Delete, copying, names to go to, writing anew."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.gui.timeline.timeline_pointer import TimelinePointer
from notebook_app.model.rows import EntryKind, TimelineEntry

_LAID_OUT_MS: Final = 30
_LOOKED_AT_ONCE: Final = 600
_MOST_AT_ONCE: Final = 50_000


class TimelineView(TimelinePointer):
    """``delete_wanted`` carries an entry; ``search_wanted`` asks for the field to search here."""

    delete_wanted = Signal(object)
    search_wanted = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        pictures: PictureShelf,
        *,
        of_everybody: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take who knows the day, and where pictures come from; make an empty timeline."""
        super().__init__(today, pictures, of_everybody=of_everybody, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._to_the_end = QTimer(self)
        self._to_the_end.setSingleShot(True)
        self._to_the_end.setInterval(0)
        self._to_the_end.timeout.connect(self._look_further)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+F for the search in this timeline rather than in everything."""
        if (
            not self._of_everybody  # the field above its page searches there already
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Find)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, write anew, open, go to somebody, delete, copy."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.search_wanted.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            if not self._move(0 if self._current is None else self._current + step):
                event.ignore()
        elif not self._moves_by(event.key()) and not self._acts_by(event):
            super().keyPressEvent(event)

    def _moves_by(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Home:
                self._move(0)
            case Qt.Key.Key_End:
                self._go_to_end()
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._turn_page(1 if key == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self._move_spot(1 if (key == Qt.Key.Key_Right) is not self._mirrored() else -1)
            case Qt.Key.Key_Escape if self.current_spot() is not None:
                self.set_current(self._current)
            case _:
                return False
        return True

    def _acts_by(self, event: QKeyEvent) -> bool:
        entry, spot, number = self.current_entry(), self.current_spot(), self._current
        if entry is None or number is None:
            return False
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if spot is not None:
                self.spot_opened.emit(spot)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.write(entry)
            case Qt.Key.Key_Space:
                self._fold(number)
            case Qt.Key.Key_F4:
                self.opened.emit(entry)
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit(entry)
            case Qt.Key.Key_Menu:
                corner = self.card_rect(number).bottomLeft()
                self.menu_wanted.emit(entry, self.mapToGlobal(corner))
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy(entry)
            case _:
                return False
        return True

    def go_to(self, kind: EntryKind, entry_id: int) -> bool:
        """Put the cursor on an entry and bring it into sight; return whether it is there."""
        number = self.look_for(kind, entry_id)
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

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Return where the cursor is: what a scrolling column brings into sight after Tab."""
        if query is Qt.InputMethodQuery.ImCursorRectangle:
            number = self._current
            if number is not None and number < len(self._pages.slots):
                return self.card_rect(number)
            return QRect(self._seen.topLeft(), QSize(1, 1))
        return super().inputMethodQuery(query)

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

    def _go_to_end(self) -> None:
        """Go to the last entry: at once if it is known, else as soon as it was found."""
        self._move(len(self._pages.slots) - 1)
        if self._pages.has_more:
            self._to_the_end.start()

    def _look_further(self) -> None:
        if not self.hasFocus() or not self._pages.has_more:
            return
        self._pages.more(_LOOKED_AT_ONCE)
        self._grow()
        self._move(len(self._pages.slots) - 1)
        if self._pages.has_more and len(self._pages.slots) < _MOST_AT_ONCE:
            self._to_the_end.start()

    def _turn_page(self, step: int) -> None:
        if self._current is None:
            return
        y = self.card_rect(self._current).top() + step * max(100, self._seen.height())
        number = self._pages.at(min(max(0, y), self._pages.total - 1))
        if number is not None:
            self._move(number)

    def _move_spot(self, step: int) -> None:
        layout = None if self._current is None else self.layout_of(self._current)
        if layout is None or not layout.spots:
            return
        last = len(layout.spots) - 1
        start = -1 if self._spot is None else self._spot
        to = start + step
        self.set_current(self._current, None if to < 0 else min(to, last))

    def _come_back(self, kind: EntryKind, entry_id: int) -> None:
        entry = self.current_entry()
        if entry is not None and entry.key == (kind, entry_id):
            self._move(self._current or 0)
