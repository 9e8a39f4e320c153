"""The time, handed to whoever needs it, so that a test can stand still in it."""

from datetime import UTC, date, datetime
from typing import Protocol

from notebook_app.foundation.record import record


class Clock(Protocol):
    """Tells the local calendar date and the UTC time stamp."""

    def today(self) -> date:
        """Return the local calendar date."""
        ...

    def stamp(self) -> str:
        """Return the UTC time as ``2026-11-21T18:04:05Z``."""
        ...


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """Return the local calendar date."""
        return date.today()

    def stamp(self) -> str:
        """Return the UTC time as ``2026-11-21T18:04:05Z``."""
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@record
class StoppedClock:
    """A clock that always shows noon of one day; for made-up notebooks and tests."""

    day: date

    def today(self) -> date:
        """Return the one day."""
        return self.day

    def stamp(self) -> str:
        """Return noon UTC of the one day."""
        return f"{self.day.isoformat()}T12:00:00Z"
