"""What to know of somebody before one meets them."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage
from notebook_app.model.offering import FavourRow
from notebook_app.model.rows import FollowUpRow, TimelineEntry


@record
class BriefedPerson:
    """One person: the last talks newest first, what is open, what to remember.

    ``introduced_by`` and ``introduced`` are names; ``birthday`` is the next one if it is near.
    """

    contact_id: int
    name: str
    organization: str
    title: str
    photo_id: int | None
    stage: Stage | None
    stage_since: date | None
    phones: Sequence[str]
    emails: Sequence[str]
    talks: Sequence[TimelineEntry]
    follow_ups: Sequence[FollowUpRow]
    facts: Sequence[str]
    owed: Sequence[FavourRow]
    not_told: Sequence[str]
    introduced_by: Sequence[str]
    introduced: Sequence[str]
    birthday: date | None

    def second_line(self) -> str:
        """Return organisation and title."""
        return " · ".join(part for part in (self.organization, self.title) if part)
