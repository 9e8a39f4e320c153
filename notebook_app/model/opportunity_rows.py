"""Small records for reading opportunities: a card of the page, the sums of a column, a filter."""

from datetime import date
from decimal import Decimal

from notebook_app.foundation.record import record
from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.rows import NamedPerson


@record
class OpportunityRow:
    """What a card shows. ``via`` are the people in between, the farthest first.

    People in the trash are named, without an id to go to.
    """

    id: int
    uid: str
    contact: NamedPerson
    photo_id: int | None
    title: str
    value: Decimal | None
    currency: str
    state: OpportunityState
    source: Source | None
    via: tuple[NamedPerson, ...]
    opened_on: date
    expected_on: date | None
    closed_on: date | None
    lost_because: str
    came_by: str
    services: tuple[str, ...]

    def is_overdue(self, today: date) -> bool:
        """Return whether it is open past the day on which it was expected."""
        return (
            self.state is OpportunityState.OPEN
            and self.expected_on is not None
            and self.expected_on < today
        )


@record
class OpportunityFilter:
    """Which opportunities to show; what is empty lets all through.

    ``person_id`` is the client or somebody in the chain. ``start`` and ``end`` bound the day on
    which it was closed, of an open one the day on which it was opened.
    """

    words: str = ""
    person_id: int | None = None
    source: Source | None = None
    service_id: int | None = None
    start: date | None = None
    end: date | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether it lets everything through."""
        return self == OpportunityFilter()


@record
class OpportunityColumn:
    """One state's opportunities in their order, and what they are worth in each currency.

    Amounts of several currencies are never added up; ``without_value`` are not in any sum.
    """

    ids: tuple[int, ...]
    sums: tuple[tuple[str, Decimal], ...]
    without_value: int


@record
class OutcomeToTell:
    """A referrer who waits to hear how it went: row ids of favour and opportunity, and names."""

    favour_id: int
    referrer_id: int
    referrer: str
    photo_id: int | None
    opportunity_id: int
    title: str
    client_id: int
    client: str
    state: OpportunityState
    closed_on: date
