"""What one page of the calendar holds: the first entries of each day, and how many there are."""

from collections import defaultdict
from dataclasses import field
from datetime import date

from notebook_app.foundation.record import record
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.rows import CalendarEntry
from notebook_app.storage.notebook import Notebook


@record
class ShownMonth:
    """``entries`` are the first of each day; ``hidden`` says how many more a day has.

    ``each`` is how many follow-ups, and birthdays, of a day were read at most.
    """

    span: MonthSpan
    each: int = 0
    entries: dict[date, list[CalendarEntry]] = field(default_factory=dict)
    hidden: dict[date, int] = field(default_factory=dict)

    @classmethod
    def read(
        cls, notebook: Notebook, span: MonthSpan, each: int, narrowed: CalendarFilter | None = None
    ) -> "ShownMonth":
        """Read the days of ``span`` and no others; of their entries those that are let through."""
        entries: dict[date, list[CalendarEntry]] = defaultdict(list)
        found, hidden = notebook.calendar.days(span.first, span.last, each, narrowed=narrowed)
        for entry in found:
            entries[entry.on].append(entry)
        return cls(span, each, dict(entries), hidden)

    def on(self, day: date) -> list[CalendarEntry]:
        """Return the entries of a day that were read."""
        return self.entries.get(day, [])

    def count(self, day: date) -> int:
        """Return how many entries a day has, read or not."""
        return len(self.on(day)) + self.hidden.get(day, 0)
