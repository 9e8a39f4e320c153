"""Draws a timeline: cards by month or day, as many as are seen, at the height of all of it.

One widget for any number of entries keeps thousands of them as smooth as ten. It stands in a
scrolling column, which tells it by ``settle`` what is seen.
"""

from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.theme import SMALL, TextRole, theme_of
from notebook_app.gui.timeline.card_painting import paint_card, paint_guide, paint_heading
from notebook_app.gui.timeline.entry_layout import EntryLayout
from notebook_app.gui.timeline.entry_setting import Look, guessed_height
from notebook_app.gui.timeline.entry_text import Spot
from notebook_app.gui.timeline.entry_words import entry_words
from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.gui.timeline.set_entries import SetEntries
from notebook_app.gui.timeline.timeline_pages import FIRST_PAGE, TimelinePages, TimelineReader
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.model.search_marks import SearchMarks

_AHEAD: Final = 600
_SECONDS_AT_ONCE: Final = 0.006
_BELOW: Final = 100
_REMEMBERED: Final = 50


class TimelineCanvas(QWidget):
    """``shifted`` carries by how much all that is seen has moved down.

    That happens when something above it turned out higher than it was guessed. ``looked`` is
    emitted when the end was looked for a page further down.
    """

    shifted = Signal(int)
    looked = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        pictures: PictureShelf,
        *,
        of_everybody: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take who knows the day, and where pictures come from; make an empty timeline.

        That ``of_everybody`` goes by days, and puts the names of the people first.
        """
        super().__init__(parent)
        self._today = today
        self._pictures = pictures
        self._of_everybody = of_everybody
        self._marks: SearchMarks | None = None
        self._pages = TimelinePages(None, self._guess, self._group)
        self._set = SetEntries(self._look)
        self._current: int | None = None
        self._spot: int | None = None
        self._typical: dict[EntryKind, float] = {}
        self._seen = QRect()
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(0)
        self._looking.timeout.connect(lambda: self.settle(self._seen))
        self.setAccessibleName(self.tr("Timeline"))
        # Growing at its end leaves what is seen as it is.
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self._reset)
        pictures.arrived.connect(self.update)

    def show_entries(self, reader: TimelineReader, marks: SearchMarks | None = None) -> None:
        """Show another timeline from its top, with found words marked."""
        self._marks = marks
        self._set.fold_all()
        self._current = self._spot = None
        self._begin(reader, FIRST_PAGE)
        # What lies below is measured once this is painted.
        self._measure(self._seen, ahead=0)
        self._grow()
        self._looking.start()

    def reread(self, reader: TimelineReader) -> None:
        """Read the same timeline anew, as far as it was looked down, and stay where one was."""
        current = self._current
        before = None if current is None else self._pages.slots[current].key
        known = self._pages.slots
        # What is farther down than it is seen is looked for again as one scrolls there.
        seen = self._pages.at(min(self._seen.bottom(), self._pages.total - 1)) or 0
        self._begin(reader, max(FIRST_PAGE, seen, current or 0) + _BELOW)
        self._pages.take_heights(known)
        self._current = None
        if before is not None:
            self._current = self._pages.number_of(before.kind, before.id)
        if self._current is None and current is not None and self._pages.slots:
            self._current = min(current, len(self._pages.slots) - 1)
        self.settle(self._seen)
        self.update()

    def count(self) -> int:
        """Return how many entries there are, as far down as was looked."""
        return len(self._pages.slots)

    def has_more(self) -> bool:
        """Return whether there may be entries farther down."""
        return self._pages.has_more

    def entries(self) -> list[TimelineEntry]:
        """Return the entries as far down as was looked, all read."""
        self._pages.read(range(len(self._pages.slots)))
        return [slot.entry for slot in self._pages.slots if slot.entry is not None]

    def current_entry(self) -> TimelineEntry | None:
        """Return the entry that has the cursor."""
        if self._current is None or self._current >= len(self._pages.slots):
            return None
        return self._pages.entry(self._current)

    def current_spot(self) -> Spot | None:
        """Return what leads somewhere and has the cursor, within the current entry."""
        if self._current is None or self._spot is None:
            return None
        layout = self.layout_of(self._current)
        if layout is None or self._spot >= len(layout.spots):
            return None
        return layout.spots[self._spot]

    def look_for(self, kind: EntryKind, entry_id: int) -> int | None:
        """Look down until an entry comes, and return its number; None if there is no such one."""
        number = self._pages.number_of(kind, entry_id)
        while number is None and self._pages.has_more:
            self._pages.more(2_000)
            number = self._pages.number_of(kind, entry_id)
        self._grow()
        return number

    def words(self, entry: TimelineEntry) -> str:
        """Return an entry as plain text."""
        return entry_words(entry, self._today(), self.locale(), names=self._of_everybody)

    def settle(self, seen: QRect) -> None:
        """Measure what ``seen`` holds, and look farther down if the end comes near.

        What takes longer than a part of a frame is gone on with in the next one.
        """
        self._seen = seen
        until = perf_counter() + _SECONDS_AT_ONCE
        shift, changed_from = 0, None
        while True:
            moved, changed = self._measure(seen)
            shift += moved
            if changed is not None:
                changed_from = min(changed, changed if changed_from is None else changed_from)
                continue
            if not self._pages.has_more or seen.bottom() + _AHEAD <= self._pages.total:
                break
            if perf_counter() > until:
                self._looking.start()
                break
            self._pages.more()
        self._grow(None if shift else changed_from, still=changed_from is None)
        self.looked.emit()
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
        """Return the height of what was looked through so far."""
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
        """Draw the guide line, headings, and cards that are exposed."""
        theme, pages, mirrored = theme_of(self), self._pages, self._mirrored()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        exposed = event.rect()
        if pages.slots:
            bottom = min(pages.total - pages.gap, exposed.bottom() + 1)
            top = max(0, exposed.top())
            strip = QRect(0, top, self.width(), bottom - top)
            paint_guide(painter, strip, theme, mirrored=mirrored)
        numbers = pages.between(exposed.top(), exposed.bottom())
        pages.read(numbers)
        for number in numbers:
            card = self.card_rect(number)
            if pages.slots[number].heading:
                height = pages.heading - SMALL + 2
                rect = QRect(card.left(), pages.slot_top(number), card.width(), height)
                words = self._heading(pages.slots[number].key.on)
                paint_heading(painter, rect, words, theme, mirrored=mirrored)
            layout = self.layout_of(number)
            if layout is not None:
                focused = self.hasFocus() and number == self._current
                paint_card(
                    painter,
                    card,
                    layout,
                    theme,
                    self._pictures,
                    exposed=QRectF(exposed),
                    focused=focused,
                    chosen=self.current_spot() if focused else None,
                )

    def set_current(self, number: int | None, spot: int | None = None) -> None:
        """Put the cursor on an entry, and within it on what leads somewhere; or nowhere."""
        self._current, self._spot = number, spot
        entry, chosen = self.current_entry(), self.current_spot()
        words = self.words(entry)[:1000] if entry else ""
        self.setAccessibleDescription(
            self.tr("Go to {name}").format(name=chosen.name[:200]) if chosen else words
        )
        self.update()

    def card_at(self, point: QPoint) -> int | None:
        """Return the entry whose card is at a point, or None."""
        number = self._pages.at(point.y())
        if number is None or not self.card_rect(number).contains(point):
            return None
        return number

    def show_whole(self, number: int, *, whole: bool = True) -> None:
        """Show all of a long text, or its beginning only."""
        slot = self._pages.slots[number]
        self._set.fold((slot.key.kind, slot.key.id), whole=whole)
        self._measure_anew(number)

    def leave_room(self, number: int | None, height: int = 0) -> None:
        """Leave room for the text of an entry to be written in, or for nothing any more."""
        before = self._set.written
        key = None if number is None else self._pages.slots[number].key
        self._set.leave_room(None if key is None else (key.kind, key.id), height)
        old = None if before is None else self._pages.number_of(*before)
        for changed in {old, number} - {None}:
            self._measure_anew(changed or 0)

    def layout_of(self, number: int) -> EntryLayout | None:
        """Return an entry, set for the width now; None if it is gone."""
        entry = self._pages.entry(number)
        return None if entry is None else self._set.get(entry)

    def _look(self) -> tuple[int, Look]:
        look = Look(
            theme_of(self), self.locale(), self._mirrored(), self._of_everybody, self._marks
        )
        return max(1, self.width() - self._indent()), look

    def _begin(self, reader: TimelineReader, most: int) -> None:
        self._pages = TimelinePages(reader, self._guess, self._group)
        self._set.forget()
        self._spaces()
        self._pages.more(most)

    def _measure(self, seen: QRect, ahead: int = _AHEAD // 2) -> tuple[int, int | None]:
        """Measure the cards that are seen, and so far ahead.

        Return how far that moves, and at which height the first card stands that changed.
        """
        shift, changed = 0, None
        numbers = self._pages.between(seen.top() - SMALL, seen.bottom() + ahead)
        self._pages.read(numbers)
        for number in numbers:
            slot = self._pages.slots[number]
            if slot.measured:
                continue
            top = self._pages.card_top(number)
            layout = self.layout_of(number)
            height = 0 if layout is None else layout.height
            above = top + slot.height
            more = self._pages.set_height(number, height)
            before = self._typical.get(slot.key.kind, height)
            self._typical[slot.key.kind] = before + (height - before) / _REMEMBERED
            if more:
                changed = top if changed is None else changed
                shift += more if above < seen.top() else 0
        return shift, changed

    def _measure_anew(self, number: int) -> None:
        layout = self.layout_of(number)
        if layout is not None:
            self._pages.set_height(number, layout.height)
        self._grow()

    def _heading(self, day: date) -> str:
        if self._of_everybody:
            words = day_title(day, self._today(), self.locale())
            return words[:1].upper() + words[1:]
        return self.locale().toString(qt_date(day), "MMMM yyyy")

    def _group(self, day: date) -> object:
        return day if self._of_everybody else (day.year, day.month)

    def _spaces(self) -> None:
        theme = theme_of(self)
        self._pages.set_spaces(theme.metrics(TextRole.SMALL).height() + SMALL + 2, SMALL + 2)

    def _reset(self) -> None:
        self._set.forget()
        self._typical.clear()
        self._spaces()
        self._pages.forget_heights()
        self.settle(self._seen)
        self.update()

    def _grow(self, changed_from: int | None = None, *, still: bool = False) -> None:
        """Take the height that there is now; draw anew what stands below, unless all is still."""
        if self.minimumHeight() != self._pages.total:
            self.setMinimumHeight(self._pages.total)
            self.updateGeometry()
        if changed_from is not None:
            self.update(0, changed_from, self.width(), max(1, self.height() - changed_from))
        elif not still:
            self.update()

    def _guess(self, kind: EntryKind) -> int:
        typical = self._typical.get(kind)
        return guessed_height(kind, theme_of(self)) if typical is None else round(typical)

    def _indent(self) -> int:
        return theme_of(self).em(2.1)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
