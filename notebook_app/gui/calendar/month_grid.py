"""The month as it is shown: which days, what is selected, where things are, and how it is drawn.

``MonthView`` adds what the mouse and the keys do.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from notebook_app.gui.calendar.entry_look import spoken_words
from notebook_app.gui.calendar.entry_wishes import entry_again
from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.month_painter import Marks, MonthPainter, shown_lines
from notebook_app.gui.calendar.month_pictures import MonthPictures
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.pill_tools import PillTools
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.calendar.spoken_day import spoken_day
from notebook_app.gui.theme import TextRole, theme_of
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.labels import plain_tool_tip
from notebook_app.model.month_steps import add_months
from notebook_app.model.rows import CalendarEntry

_FIRST: Final = date(1900, 1, 1)
_LAST: Final = date(2199, 12, 31)
_READ_BY: Final = 4


class MonthGrid(QWidget):
    """``selected`` carries the day (``date``) and the entry in it (``CalendarEntry``) or None.

    The month shown follows what is selected.
    """

    selected = Signal(object, object)

    def __init__(
        self,
        read: Callable[[MonthSpan, int], ShownMonth],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """Take what reads a month with so many entries a day, and who knows today."""
        super().__init__(parent)
        self._read = read
        self._today = today
        self._day = today()
        self._entry: CalendarEntry | None = None
        self._month = ShownMonth(self._span(self._day))
        self._is_read = False
        self._tools: PillTools | None = None
        self._pictures = MonthPictures(self._draw)
        theme_of(self).changed.connect(self._forget_look)
        self._dragged: tuple[CalendarEntry, QPoint] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(
            self.tr(
                "Arrows go from day to day, Page Up and Page Down from month to month, Home to"
                " today. Enter or N plans. Space chooses an entry: then Shift and arrows move it,"
                " R asks for a day, D is done, L later, Enter opens it. M, W and A show the month,"
                " the week and the agenda, T today, G another day, Y the year."
            )
        )
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
        """What is shown, read when it is first asked for or painted."""
        if not self._is_read:
            self._is_read = True
            self._month = self._read(self._span(self._day), self._room())
            if self._entry is not None:
                self._entry = entry_again(self._month.on(self._day), self._entry)
            self.setAccessibleName(self._words())
        return self._month

    @property
    def span(self) -> MonthSpan:
        """Which days are shown."""
        return self._span(self._day) if not self._is_read else self._month.span

    def select(self, day: date, entry: CalendarEntry | None = None) -> None:
        """Select a day, and an entry in it; the month follows."""
        day = min(max(day, _FIRST), _LAST)
        before, self._day, self._entry = self._day, day, entry
        if self._month.span.in_month(day):
            self._update_day(before)
            self._update_day(day)
        else:
            self._month, self._is_read = self._read(self._span(day), self._room()), True
            self.update()
        self.selected.emit(day, entry)
        self._say()

    def reread(self) -> None:
        """Read the month again; the selected entry stays selected where it is still there.

        While it is hidden, it is read when it is shown: how much depends on its size.
        """
        self._is_read = False
        if self.isVisible():
            self.setAccessibleName(self._words())
        self.update()

    def geometry_now(self) -> MonthGeometry:
        """Return where everything is now."""
        return self._geometry(self.span)

    def _geometry(self, span: MonthSpan) -> MonthGeometry:
        theme = theme_of(self)
        return MonthGeometry(
            self.size(),
            span.weeks,
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
        day = self.span.day(*place)
        shown = shown_lines(geometry, self.month, place[0], day)
        for line, entry in enumerate(self.month.on(day)[:shown]):
            if geometry.line_rect(*place, line).contains(point):
                return entry
        return None

    def tells_of_rest(self, point: QPoint) -> bool:
        """Return whether it is said at ``point`` how many more entries a day has."""
        geometry = self.geometry_now()
        place = geometry.place_at(point)
        if place is None:
            return False
        day = self.span.day(*place)
        shown = shown_lines(geometry, self.month, place[0], day)
        fits = geometry.lines(place[0])
        rect = geometry.line_rect(*place, shown) if fits else geometry.rest_rect(*place)
        return self.month.count(day) > shown and rect.contains(point)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at ``point``, or None outside the days."""
        place = self.geometry_now().place_at(point)
        return None if place is None else self.span.day(*place)

    def show_dragged(self, entry: CalendarEntry | None, at: QPoint | None = None) -> None:
        """Show an entry under the pointer while it is dragged; None when it is no longer."""
        self._dragged = None if entry is None or at is None else (entry, at)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Read more of each day when there is room for more."""
        super().resizeEvent(event)
        if self._is_read and self._month.each < self._room():
            self._is_read = False
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which a name of usual length fits."""
        em = theme_of(self).em
        return QSize(em(58), em(48))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the days can still be told apart."""
        em = theme_of(self).em
        return QSize(em(16), em(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the month."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        geometry = self.geometry_now()
        month_painter = self._month_painter(painter)
        dragged, at = self._dragged or (None, None)
        if at is None:
            painter.drawPixmap(0, 0, self._pictures.picture(geometry, self.month, self._today()))
        else:
            painter.fillRect(self.rect(), theme_of(self).color("page"))
            month_painter.paint(geometry, self.month, self.day_at(at))
        marks = Marks(self._day, self._entry, self.hasFocus(), dragged, at)
        month_painter.mark(geometry, self.month, marks)

    def prepare(self, month: ShownMonth) -> None:
        """Draw a month that may be shown next."""
        if self.isVisible():
            self._pictures.picture(self._geometry(month.span), month, self._today())

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew after a change of the language or the direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange):
            self._forget_look()

    def go_months(self, months: int) -> None:
        """Go to the same day of another month."""
        self.select(add_months(self._day, months))

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what a line is about; draw anew on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._forget_look()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            words = "" if entry is None else spoken_words(entry, self._today(), self.locale())
            if event.pos().y() < self.geometry_now().head:
                words = self.accessibleDescription()
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

    def _update_day(self, day: date) -> None:
        place = self.span.place(day)
        if place is not None:
            self.update(self.geometry_now().day_rect(*place).adjusted(-1, -1, 1, 1))

    def _pill_tools(self) -> PillTools:
        if self._tools is None:
            self._tools = PillTools(theme_of(self), self.devicePixelRatioF())
        return self._tools

    def _month_painter(self, painter: QPainter) -> MonthPainter:
        return MonthPainter(
            painter, self._pill_tools(), self.locale(), self._today(), self.isRightToLeft()
        )

    def _draw(self, geometry: MonthGeometry, month: ShownMonth) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(geometry.size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme_of(self).color("page"))
        painter = QPainter(pixmap)
        self._month_painter(painter).paint(geometry, month)
        painter.end()
        return pixmap

    def _forget_look(self) -> None:
        self._tools = None
        self._pictures.forget()
        self.update()

    def _span(self, day: date) -> MonthSpan:
        return MonthSpan.around(day, self.locale().firstDayOfWeek().value)

    def _room(self) -> int:
        """Return how many entries of a day to read: what fits, and a few for a larger window."""
        return -(-self.geometry_now().most_lines() // _READ_BY) * _READ_BY

    def _words(self) -> str:
        return spoken_day(self.month, self._day, self._entry, self._today(), self.locale())

    def _say(self) -> None:
        if not self._is_read and not self.isVisible():
            return
        self.setAccessibleName(self._words())
        if self.hasFocus():
            announce(self)
