"""What lies in the trash, and for how long."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

KEPT_DAYS: Final = 30
"""How many days a deleted contact can be brought back."""


@dataclass(frozen=True, slots=True)
class TrashedRow:
    """A deleted contact, with how much hangs on it.

    ``shared`` are those of the ``conversations`` in which others were too: they stay with them.
    """

    id: int
    uid: str
    name: str
    organization: str
    photo_id: int | None
    deleted_on: date
    conversations: int = 0
    shared: int = 0
    follow_ups: int = 0
    opportunities: int = 0
    favours: int = 0
    files: int = 0

    def days_left(self, today: date) -> int:
        """Return how many days it can still be brought back after ``today``; 0 on the last."""
        return max(0, KEPT_DAYS - (today - self.deleted_on).days)


def last_kept_day(today: date) -> date:
    """Return the earliest day of deleting that is still kept on ``today``."""
    return today - timedelta(days=KEPT_DAYS)
