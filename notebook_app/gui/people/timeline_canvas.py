"""Draws a timeline: cards by month, as many as are seen, at the height of all that was read.

One widget for any number of entries keeps thousands of them as smooth as ten. It stands in a
scrolling column, which tells it by ``settle`` what is seen.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.people.entry_layout import EntryLayout, estimated_height, set_entry
from notebook_app.gui.people.entry_words import entry_words
from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.people.timeline_pages import PAGE, Reader, TimelinePages
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.theme.tokens import RADIUS
from notebook_app.model.rows import EntryKind, TimelineEntry

_LAYOUTS_KEPT: Final = 120
_AHEAD: Final = 600
_FAR_PAGE: Final = 300


class TimelineCanvas(QWidget):
    """``shifted`` carries by how much all that is seen has moved down.

    That happens when something above it turned out higher than it was guessed.
    """

    shifted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows the day; make an empty timeline."""
        super().__init__(parent)
        self._today = today
        self._pages = TimelinePages(lambda _offset, _most: [], self._guess)
        self._layouts: OrderedDict[tuple[EntryKind, int], EntryLayout] = OrderedDict()
        self._whole: set[tuple[EntryKind, int]] = set()
        self._current: int | None = None
        self._seen = QRect()
        self.setAccessibleName(self.tr("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self._reset)

    def show_entries(self, read: Reader, most: int = PAGE) -> None:
        """Show another timeline from its top, ``most`` entries at first."""
        self._pages = TimelinePages(read, self._guess)
        self._layouts.clear()
        self._whole.clear()
        self._current = None
        self._spaces()
        self._pages.more(most)
        self._grow()

    def reread(self, read: Reader) -> None:
        """Read the same timeline anew, as far as it was read, and stay where one was."""
        current = self.current_entry()
        whole, count = self._whole, len(self._pages.slots)
        self.show_entries(read, max(PAGE, count))
        self._whole = whole
        self._current = next(
            (
                number
                for number, slot in enumerate(self._pages.slots)
                if current and entry_key(slot.entry) == entry_key(current)
            ),
            None,
        )
        self._grow()

    def count(self) -> int:
        """Return how many entries were read so far."""
        return len(self._pages.slots)

    def entries(self) -> list[TimelineEntry]:
        """Return the entries read so far."""
        return [slot.entry for slot in self._pages.slots]

    def current_entry(self) -> TimelineEntry | None:
        """Return the entry that has the cursor."""
        if self._current is None or self._current >= len(self._pages.slots):
            return None
        return self._pages.slots[self._current].entry

    def read_to(self, kind: EntryKind, entry_id: int) -> int | None:
        """Read on until an entry comes, and return its number; None if there is no such one."""
        looked = 0
        while True:
            for number in range(looked, len(self._pages.slots)):
                if entry_key(self._pages.slots[number].entry) == (kind, entry_id):
                    self._grow()
                    return number
            looked = len(self._pages.slots)
            if not self._pages.more(_FAR_PAGE):
                return None

    def words(self, entry: TimelineEntry) -> str:
        """Return an entry as plain text."""
        return entry_words(entry, self._today(), self.locale())

    def settle(self, seen: QRect) -> None:
        """Measure what ``seen`` holds and read more if its end comes near."""
        self._seen = seen
        shift = 0
        while True:
            changed = 0
            for number in self._pages.between(seen.top() - SMALL, seen.bottom() + _AHEAD // 2):
                if self._pages.slots[number].measured:
                    continue
                above = self._pages.card_top(number) + self._pages.slots[number].height
                more = self._pages.set_height(number, self.layout_of(number).height)
                changed += abs(more)
                if above < seen.top():
                    shift += more
            near_end = seen.bottom() + _AHEAD > self._pages.total
            if not (near_end and self._pages.more()) and not changed:
                break
        self._grow()
        if shift:
            self.shifted.emit(shift)

    def card_rect(self, number: int) -> QRect:
        """Return where a card stands."""
        start = self._indent()
        width = max(1, self.width() - start)
        left = 0 if self._mirrored() else start
        slot = self._pages.slots[number]
        return QRect(left, self._pages.card_top(number), width, slot.height)

    def sizeHint(self) -> QSize:
        """Return the height of what was read so far."""
        return QSize(theme_of(self).em(20), self._pages.total)

    def minimumSizeHint(self) -> QSize:
        """Return a width for a few words."""
        return QSize(theme_of(self).em(12), self._pages.total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set everything anew for another width."""
        if event.size().width() != event.oldSize().width():
            self._reset()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the guide line, months, and cards that are exposed."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        exposed = event.rect()
        self._draw_guide(painter, exposed)
        for number in self._pages.between(exposed.top(), exposed.bottom()):
            slot = self._pages.slots[number]
            card = self.card_rect(number)
            if slot.month:
                self._draw_month(painter, number, card)
            layout = self.layout_of(number)
            focused = self.hasFocus() and number == self._current
            painter.setPen(QPen(theme.color("focus" if focused else "line"), 2 if focused else 1))
            painter.setBrush(theme.color("card"))
            inset = 1.0 if focused else 0.5
            painter.drawRoundedRect(
                QRectF(card).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS
            )
            painter.save()
            painter.setClipRect(card)
            layout.paint(painter, QPointF(card.topLeft()), theme, QRectF(exposed))
            painter.restore()

    def set_current(self, number: int | None) -> None:
        """Put the cursor on an entry, or nowhere."""
        self._current = number
        entry = self.current_entry()
        self.setAccessibleDescription(self.words(entry)[:1000] if entry else "")
        self.update()

    def card_at(self, point: QPoint) -> int | None:
        """Return the entry whose card is at a point, or None."""
        number = self._pages.at(point.y())
        if number is None or not self.card_rect(number).contains(point):
            return None
        return number

    def show_whole(self, number: int) -> None:
        """Show all of a long text."""
        key = entry_key(self._pages.slots[number].entry)
        self._whole.add(key)
        self._layouts.pop(key, None)
        self._pages.set_height(number, self.layout_of(number).height)
        self._grow()

    def layout_of(self, number: int) -> EntryLayout:
        """Return an entry, set for the width now."""
        entry = self._pages.slots[number].entry
        key = entry_key(entry)
        layout = self._layouts.get(key)
        if layout is None:
            layout = set_entry(
                entry,
                max(1, self.width() - self._indent()),
                theme_of(self),
                self.locale(),
                whole=key in self._whole,
                mirrored=self._mirrored(),
            )
            self._layouts[key] = layout
            if len(self._layouts) > _LAYOUTS_KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return layout

    def _draw_guide(self, painter: QPainter, exposed: QRect) -> None:
        if not self._pages.slots:
            return
        x = theme_of(self).em(0.65)
        x = self.width() - x - 2 if self._mirrored() else x
        bottom = min(self._pages.total - self._pages.gap, exposed.bottom() + 1)
        height = bottom - max(0, exposed.top())
        colour = theme_of(self).color("line")
        painter.fillRect(QRect(x, max(0, exposed.top()), 2, height), colour)

    def _draw_month(self, painter: QPainter, number: int, card: QRect) -> None:
        theme = theme_of(self)
        day = qt_date(self._pages.slots[number].entry.on)
        words = self.locale().toString(day, "MMMM yyyy")
        top = self._pages.slot_top(number)
        rect = QRect(card.left(), top, card.width(), self._pages.heading - SMALL + 2)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.color("muted"))
        side = Qt.AlignmentFlag.AlignRight if self._mirrored() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, flags, words)

    def _spaces(self) -> None:
        theme = theme_of(self)
        self._pages.set_spaces(theme.metrics(TextRole.SMALL).height() + SMALL + 2, SMALL + 2)

    def _reset(self) -> None:
        self._layouts.clear()
        self._spaces()
        self._pages.forget_heights()
        self.settle(self._seen)

    def _grow(self) -> None:
        if self.minimumHeight() != self._pages.total:
            self.setMinimumHeight(self._pages.total)
            self.updateGeometry()
        self.update()

    def _guess(self, entry: TimelineEntry) -> int:
        return estimated_height(entry, self.width() - self._indent(), theme_of(self))

    def _indent(self) -> int:
        return theme_of(self).em(2.1)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def entry_key(entry: TimelineEntry) -> tuple[EntryKind, int]:
    """Return what tells an entry from all others."""
    return entry.kind, entry.id
