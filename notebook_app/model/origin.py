"""How somebody became a client: the answer to "How did they come?", and proposals for it."""

from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.opportunity import Source


@record
class OriginDraft:
    """How a contact came.

    ``source`` is None if the user looked back and does not know. ``via`` are the people in
    between, the farthest first; ``came_by`` is the advertisement, article or page in the user's
    words; ``came_on`` the day on which it began.
    """

    contact_id: int
    source: Source | None
    via: tuple[int, ...] = ()
    came_by: str = ""
    event_id: int | None = None
    conversation_id: int | None = None
    came_on: date | None = None


@record
class Origin:
    """A stored origin; ``looked_back_on`` is the day on which the user gave the answer."""

    id: int
    draft: OriginDraft
    looked_back_on: date


@record
class OriginProposal:
    """An answer that the timeline suggests, and in words why."""

    draft: OriginDraft
    reason: str
