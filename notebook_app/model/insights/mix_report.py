"""The mix of four ways to look after one's people: events, contact care, community, follow-up.

Each act counts once, by the first of these that fits:

1. Follow-up: follow-ups done. The conversation that one led to is not counted again.
2. Events: events that one was at; what was said there is not counted again. An event whose name or
   place says that it is community counts there instead.
3. Community: conversations in settings such as a co-working space, online, a club, a meetup, a
   school or volunteering, whoever began them.
4. Contact care: all other conversations that the user began.

What others began is none of the four. Follow-ups of people in the trash, and conversations with
nobody else, are left out. Hours are known of events with hours and of follow-ups with minutes.
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from notebook_app.foundation.record import record
from notebook_app.model.insights.periods import Stretch
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import EntryKind


class MixPart(StrEnum):
    """The four parts."""

    EVENTS = "events"
    CARE = "contact care"
    COMMUNITY = "community"
    FOLLOW_UP = "follow-up"


@record
class MixPlan:
    """What the user plans for a week, of each part acts or hours; None is no plan."""

    part: MixPart
    acts: int | None = None
    hours: Decimal | None = None


@record
class MixRow:
    """One part: acts, their hours where known (``timed`` acts), and what was planned a week."""

    part: MixPart
    acts: int
    hours: Decimal
    timed: int
    plan: MixPlan

    def acts_a_week(self, weeks: Decimal) -> Decimal:
        """Return the acts of a week on average, in tenths."""
        return (self.acts / weeks).quantize(_TENTH)

    def hours_a_week(self, weeks: Decimal) -> Decimal:
        """Return the hours of a week on average, in tenths."""
        return (self.hours / weeks).quantize(_TENTH)


@record
class MixWeek:
    """The acts of a week, in the order of ``MixPart``."""

    stretch: Stretch
    acts: tuple[int, ...]


class MixAct(NamedTuple):
    """One act: where it counts, what it is with its row id, and its hours where known."""

    part: MixPart
    kind: EntryKind
    id: int
    hours: Decimal | None


@record
class MixReport:
    """The mix of a time of so many ``weeks``; ``weekly`` has them one by one."""

    period: Period
    weeks: Decimal
    rows: tuple[MixRow, ...]
    weekly: tuple[MixWeek, ...]

    @property
    def acts(self) -> int:
        """All acts together."""
        return sum(row.acts for row in self.rows)


_TENTH: Final = Decimal("0.1")
_COMMUNITY: Final = re.compile(
    r"\b(?:co-?working|online|forum|clubs?|meet-?ups?|volunteer\w*|communit(?:y|ies)|school"
    r"|associations?|neighbour\w*|neighbor\w*|verein\w*|ehrenamt\w*|stammtisch\w*|nachbar\w*"
    r"|schule)\b",
    re.IGNORECASE,
)


def is_community(words: str) -> bool:
    """Return whether a setting, or the name of an event, is one of a community."""
    return _COMMUNITY.search(words) is not None
