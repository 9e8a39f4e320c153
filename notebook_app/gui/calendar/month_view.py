"""The month as one widget: shows, selects by mouse and keys, and lets entries be moved.

It writes nothing. It asks for it by signals: ``plan_wanted``, ``move_wanted`` and so on.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from notebook_app.gui.calendar.entry_look import can_move, spoken_words
from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.month_painter import Marks, MonthPainter, shown_lines
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.spoken_day import announce, spoken_day
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.date_words import add_months
from notebook_app.model.rows import CalendarEntry

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2199, 12, 31)


class MonthView(QWidget):
    """Signals carry days as ``date`` and entries as ``CalendarEntry``.

    ``selected`` carries the day and the entry in it, or None; the month shown follows it.
    """

    selected = Signal(object, object)
    plan_wanted = Signal(object)
    open_wanted = Signal(object)
    done_wanted = Signal(object)
    later_wanted = Signal(object)
    pick_wanted = Signal(object)
    move_wanted = Signal(object, object)
    entries_wanted = Signal()

    def __init__(
        self,
        read: Callable[[MonthSpan], ShownMonth],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a month, and who knows today."""
        super().__init__(parent)
        self._read = read
        self._today = today
        self._day = today()
        self._entry: CalendarEntry | None = None
        self._month = ShownMonth(self._span(self._day))
        self._pressed: tuple[QPoint, CalendarEntry | None] | None = None
        self._dragged_at: QPoint | None = None
        self._wheel = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def day(self) -> date:
        """The selected day."""
        return self._day

    @property
    def entry(self) -> CalendarEntry | None:
        """The selected entry, or None."""
        return self._entry

    @property
    def month(self) -> ShownMonth:
        """What is shown."""
        return self._month

    def select(self, day: date, entry: CalendarEntry | None = None) -> None:
        """Select a day, and an entry in it; the month follows."""
        day = min(max(day, _FIRST), _LAST)
        self._day, self._entry = day, entry
        if not self._month.span.in_month(day):
            self._month = self._read(self._span(day))
        self.update()
        self.selected.emit(day, entry)
        self._say()

    def reread(self) -> None:
        """Read the month again; the selected entry stays selected where it is still there."""
        self._month = self._read(self._span(self._day))
        if self._entry is not None:
            self._entry = next(
                (
                    entry
                    for entry in self._month.on(self._day)
                    if (entry.kind, entry.id) == (self._entry.kind, self._entry.id)
                ),
                None,
            )
        self.update()
        self.setAccessibleName(self._words())

    def geometry_now(self) -> MonthGeometry:
        """Return where everything is now."""
        theme = theme_of(self)
        return MonthGeometry(
            self.size(),
            self._month.span.weeks,
            self.isRightToLeft(),
            gutter=theme.em(1.9),
            head=theme.em(2.55),
            number=theme.metrics(TextRole.SMALL).height() + 10,
            line=theme.metrics(TextRole.BADGE).height() + 4,
        )

    def entry_at(self, point: QPoint) -> CalendarEntry | None:
        """Return the entry that is drawn at ``point``."""
        geometry = self.geometry_now()
        place = geometry.place_at(point)
        if place is None:
            return None
        day = self._month.span.day(*place)
        shown = shown_lines(geometry, self._month, place[0], day)
        for line, entry in enumerate(self._month.on(day)[:shown]):
            if geometry.line_rect(*place, line).contains(point):
                return entry
        return None

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at ``point``, or None outside the days."""
        place = self.geometry_now().place_at(point)
        return None if place is None else self._month.span.day(*place)

    def sizeHint(self) -> QSize:
        """Return a size in which a name of usual length fits."""
        em = theme_of(self).em
        return QSize(em(58), em(48))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the days can still be told apart."""
        em = theme_of(self).em
        return QSize(em(16), em(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the month."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("page"))
        dragged = self._pressed[1] if self._pressed and self._dragged_at is not None else None
        marks = Marks(
            self._today(),
            self._day,
            self._entry,
            self.hasFocus(),
            dragged,
            self._dragged_at,
            self.day_at(self._dragged_at) if self._dragged_at is not None else None,
        )
        month_painter = MonthPainter(painter, theme, self.locale(), self.isRightToLeft())
        month_painter.paint(self.geometry_now(), self._month, marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through days and entries, and do what a letter stands for."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._dragged_at is not None and key is Qt.Key.Key_Escape:
            self._end_drag()
        elif key in _STEPS:
            self._step(key, control)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_months(-1 if key is Qt.Key.Key_PageUp else 1)
        elif key is Qt.Key.Key_Home:
            self.select(self._today())
        elif key is Qt.Key.Key_Space:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._next_entry(-1 if backwards else 1)
        elif not (control or self._act(key)):
            super().keyPressEvent(event)

    def go_months(self, months: int) -> None:
        """Go to the same day of another month."""
        self.select(add_months(self._day, months))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; an entry may be dragged from here."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = event.position().toPoint()
        day, entry = self.day_at(point), self.entry_at(point)
        if day is None:
            return
        self._pressed = (point, entry)
        if not self._month.span.in_month(day):
            # The page turns only on release, lest the entry slip away under the pointer.
            self._day, self._entry = day, entry
            self.update()
        else:
            self.select(day, entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an open follow-up along."""
        point = event.position().toPoint()
        if self._pressed is None:
            entry = self.entry_at(point)
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if entry is not None else Qt.CursorShape.ArrowCursor)
            return
        start, entry = self._pressed
        if entry is None or not can_move(entry):
            return
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged_at is not None or far:
            self._dragged_at = point
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged, or take the click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        point = event.position().toPoint()
        (start, entry), dragged = self._pressed, self._dragged_at is not None
        self._end_drag()
        day = self.day_at(point)
        if dragged and entry is not None:
            if day is not None and day != entry.on:
                self.move_wanted.emit(entry, day)
            return
        if day is None or day != self.day_at(start):
            return
        if not self._month.span.in_month(day):
            self.select(day, entry)
        if entry is None and self._month.count(day) == 0:
            self.plan_wanted.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry under the pointer, or plan on a day that has others."""
        point = event.position().toPoint()
        day, entry = self.day_at(point), self.entry_at(point)
        if entry is not None:
            self.open_wanted.emit(entry)
        elif day is not None and self._month.count(day):
            self.plan_wanted.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page by a month for each notch of the wheel."""
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= 120:
            self.go_months(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what a line in the grid is about."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            words = "" if entry is None else spoken_words(entry, self._today(), self.locale())
            QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and say where one is."""
        super().focusInEvent(event)
        self.setAccessibleName(self._words())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _step(self, key: Qt.Key, control: bool) -> None:
        days = _STEPS[key]
        if self.isRightToLeft() and abs(days) == 1:
            days = -days
        target = self._day + timedelta(days=days)
        if not control:
            self.select(target)
        elif self._entry is not None and can_move(self._entry):
            self.move_wanted.emit(self._entry, target)

    def _next_entry(self, step: int) -> None:
        entries = self._month.on(self._day)
        if not entries:
            return
        present = entries.index(self._entry) if self._entry in entries else -1 if step > 0 else 0
        self.select(self._day, entries[(present + step) % len(entries)])

    def _act(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key is Qt.Key.Key_P:
            self.plan_wanted.emit(self._day)
        elif key is Qt.Key.Key_D and self._entry is not None:
            self.done_wanted.emit(self._entry)
        elif key is Qt.Key.Key_L and self._entry is not None:
            self.later_wanted.emit(self._entry)
        elif key is Qt.Key.Key_M and self._entry is not None:
            self.pick_wanted.emit(self._entry)
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._entry is not None:
            self.open_wanted.emit(self._entry)
        elif self._month.count(self._day):
            self.entries_wanted.emit()
        else:
            self.plan_wanted.emit(self._day)

    def _end_drag(self) -> None:
        self._pressed = None
        self._dragged_at = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _span(self, day: date) -> MonthSpan:
        return MonthSpan.around(day, self.locale().firstDayOfWeek().value)

    def _words(self) -> str:
        return spoken_day(self._month, self._day, self._entry, self._today(), self.locale())

    def _say(self) -> None:
        self.setAccessibleName(self._words())
        if self.hasFocus():
            announce(self)
