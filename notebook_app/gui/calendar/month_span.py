"""Which days a month's page of the calendar shows: whole weeks, by the locale's first weekday."""

from datetime import date, timedelta

from notebook_app.foundation.record import record
from notebook_app.model.month_steps import add_months

_DAYS = 7


@record
class MonthSpan:
    """``weeks`` weeks from ``first`` on, in which the month of ``month`` (its first day) lies."""

    month: date
    first: date
    weeks: int

    @classmethod
    def around(cls, day: date, first_weekday: int) -> "MonthSpan":
        """Return the span for the month of ``day``; ``first_weekday`` is 1 for Monday, 7 Sunday."""
        month = day.replace(day=1)
        before = (month.isoweekday() - first_weekday) % _DAYS
        days = (add_months(month, 1) - month).days + before
        return cls(month, month - timedelta(days=before), -(-days // _DAYS))

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + timedelta(days=self.weeks * _DAYS - 1)

    def day(self, week: int, column: int) -> date:
        """Return the day in a week and column, both counted from 0."""
        return self.first + timedelta(days=week * _DAYS + column)

    def place(self, day: date) -> tuple[int, int] | None:
        """Return week and column of a day, or None if it is not shown."""
        if not self.first <= day <= self.last:
            return None
        return divmod((day - self.first).days, _DAYS)

    def in_month(self, day: date) -> bool:
        """Return whether a day belongs to the month itself."""
        return (day.year, day.month) == (self.month.year, self.month.month)
