"""The timeline under the pointer: clicks write, fold, lead on; a pencil on the card below it."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.gui.timeline.timeline_canvas import TimelineCanvas
from notebook_app.gui.timeline.timeline_pages import TimelineReader
from notebook_app.gui.timeline.writing_in_place import WritingInPlace
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.model.search_marks import SearchMarks

WRITTEN_IN_PLACE: Final = (EntryKind.CONVERSATION, EntryKind.FOLLOW_UP, EntryKind.FAVOUR)


class TimelinePointer(TimelineCanvas):
    """``opened`` and ``menu_wanted`` carry an entry.

    ``opened`` asks for the form with everything about it; ``spot_opened`` carries a ``Spot`` to
    go to. ``moved`` carries a rectangle that the column should bring into sight.
    """

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    moved = Signal(QRect)
    spot_opened = Signal(object)

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
        self._hovered: int | None = None
        self._pressed: int | None = None
        self.setMouseTracking(True)
        self._pencil = QuietButton("✎", "", self._open_hovered)
        self._pencil.setAccessibleName(self.tr("Change day, people, how and where"))
        self._pencil.setToolTip(self.tr("Change day, people, how and where (F4)"))
        self._pencil.setParent(self)
        self._pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pencil.hide()
        self.writing = WritingInPlace(self)
        self.writing.grown.connect(self._place_editor)
        self.writing.ended.connect(self._editor_ended)
        self.writing.form_wanted.connect(self.opened)

    def show_entries(self, reader: TimelineReader, marks: SearchMarks | None = None) -> None:
        """Show another timeline from its top, with found words marked."""
        self.writing.leave()
        self._hover(None)
        super().show_entries(reader, marks)

    def reread(self, reader: TimelineReader) -> None:
        """Read the same timeline anew; what is being written stays."""
        super().reread(reader)
        self._place_editor()

    def write(self, entry: TimelineEntry) -> None:
        """Write an entry's text anew where it stands; open an event; fold other texts open."""
        number = self._pages.number_of(*entry.key)
        if number is None:
            return
        if entry.kind in WRITTEN_IN_PLACE:
            self.writing.begin(entry)
        elif entry.kind is EntryKind.EVENT:
            self.opened.emit(entry)
        else:
            self._fold(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; fold a long text; go to a name; ask for the menu."""
        point = event.position().toPoint()
        number = self._pressed = self.card_at(point)
        self.set_current(number)
        if number is None:
            return
        entry = self._pages.entry(number)
        if entry is not None and event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(entry, event.globalPosition().toPoint())
            self._pressed = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was clicked on."""
        point = event.position().toPoint()
        number, self._pressed = self._pressed, None
        if number is None or number != self.card_at(point):
            return
        layout = self.layout_of(number)
        if layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
        inside = point - self.card_rect(number).topLeft()
        spot = layout.spot_at(inside)
        if spot is not None:
            self.spot_opened.emit(spot)
        elif any(fold is not None and fold.contains(inside) for fold in (layout.more, layout.less)):
            self._fold(number)
        elif layout.body.contains(inside) and layout.entry.kind in WRITTEN_IN_PLACE:
            self.writing.begin(layout.entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a card."""
        number = self.card_at(event.position().toPoint())
        entry = None if number is None else self._pages.entry(number)
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pencil on the card under the pointer, and what a click would do."""
        point = event.position().toPoint()
        number = self.card_at(point)
        self._hover(number)
        self.setCursor(self._cursor_at(number, point))

    def leaveEvent(self, event: QEvent) -> None:
        """Take the pencil away."""
        self._hover(None)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being written before the page goes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.writing.settle()

    def _fold(self, number: int) -> None:
        layout = self.layout_of(number)
        if layout is not None and (layout.more is not None or layout.less is not None):
            self.show_whole(number, whole=layout.more is not None)
            if layout.less is not None:
                self._move(number)

    def _open_hovered(self) -> None:
        entry = None if self._hovered is None else self._pages.entry(self._hovered)
        if entry is not None:
            self.set_current(self._hovered)
            self.opened.emit(entry)

    def _hover(self, number: int | None) -> None:
        self._hovered = number
        layout = None if number is None else self.layout_of(number)
        if (
            number is None
            or layout is None
            or layout.entry.kind is not EntryKind.CONVERSATION
            or self.writing.key == layout.entry.key
        ):
            self._pencil.hide()
            return
        corner = self.card_rect(number).topLeft()
        self._pencil.setGeometry(layout.pencil.translated(corner))
        self._pencil.show()

    def _cursor_at(self, number: int | None, point: QPoint) -> Qt.CursorShape:
        layout = None if number is None else self.layout_of(number)
        if number is None or layout is None:
            return Qt.CursorShape.ArrowCursor
        inside = point - self.card_rect(number).topLeft()
        folds = (layout.more, layout.less)
        if layout.spot_at(inside) or any(fold and fold.contains(inside) for fold in folds):
            return Qt.CursorShape.PointingHandCursor
        written = layout.entry.kind in WRITTEN_IN_PLACE and layout.body.contains(inside)
        return Qt.CursorShape.IBeamCursor if written else Qt.CursorShape.ArrowCursor

    def _place_editor(self) -> None:
        """Put the field over the text that is written anew."""
        key = self.writing.key
        number = None if key is None else self._pages.number_of(*key)
        if number is None:
            self.writing.give_up()
            return
        width = max(1, self.card_rect(number).width())
        self.leave_room(number, self.writing.height_for(width))
        layout = self.layout_of(number)
        if layout is not None:
            self.writing.place(layout.body.translated(self.card_rect(number).topLeft()))
        self._pencil.hide()

    def _editor_ended(self, key: tuple[EntryKind, int]) -> None:
        self.leave_room(None)
        number = self._pages.number_of(*key)
        if number is not None:
            self.set_current(number)

    def _move(self, number: int) -> bool:
        if not 0 <= number < len(self._pages.slots):
            return False
        self.set_current(number)
        card = self.card_rect(number)
        top = self._pages.slot_top(number)
        self.moved.emit(QRect(card.left(), top, card.width(), card.bottom() - top))
        return True
