"""Keeps the months next to the one shown, read while nothing else is to do, so that the page turns
at once."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.month_steps import add_months
from notebook_app.storage.notebook import Notebook

_KEPT = 5
_IDLE_MS = 40


class MonthShelf(QObject):
    """Reads months, each once until ``clear``.

    ``came`` carries a ``ShownMonth`` that may be shown next.
    """

    came = Signal(object)

    def __init__(
        self,
        notebook: Notebook,
        parent: QObject,
        narrowed: Callable[[], CalendarFilter | None] = lambda: None,
    ) -> None:
        """Take the notebook to read from, and who knows what is shown of it."""
        super().__init__(parent)
        self._notebook = notebook
        self._narrowed = narrowed
        self._kept: dict[date, ShownMonth] = {}
        self._each = 0
        self._seen: date | None = None
        self._wanted: list[MonthSpan] = []
        self._come: ShownMonth | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_one)

    def clear(self) -> None:
        """Forget everything, since something changed."""
        self._kept.clear()
        self._wanted.clear()
        self._come = None

    def month(self, span: MonthSpan, each: int) -> ShownMonth:
        """Return what ``span`` holds, of each day at least ``each`` follow-ups and birthdays."""
        self._each = each
        kept = self._kept.pop(span.month, None)
        if kept is None or kept.each < each:
            kept = ShownMonth.read(self._notebook, span, each, self._narrowed())
        self._kept[span.month] = kept
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return kept

    def look_ahead(self, span: MonthSpan) -> None:
        """Read the months beside ``span`` soon, the one first to which the pages are turned."""
        first_weekday = span.first.isoweekday()
        days = [span.month - timedelta(days=1), add_months(span.month, 1)]
        if self._seen is not None and self._seen > span.month:
            days.reverse()
        self._seen = span.month
        self._wanted = [MonthSpan.around(day, first_weekday) for day in days]
        self._come = None
        self._timer.start(_IDLE_MS)

    def _read_one(self) -> None:
        """Read a month, or tell of the one read: each by itself, lest a key wait for both."""
        if self._come is not None:
            come, self._come = self._come, None
            self.came.emit(come)
        elif self._wanted and not self._notebook.is_closed:
            self._come = self.month(self._wanted.pop(), self._each)
        else:
            return
        self._timer.start(_IDLE_MS if self._come is None else 0)
