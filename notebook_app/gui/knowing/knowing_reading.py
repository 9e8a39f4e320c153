"""What a contact's page shows of how well one knows them, read at once."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.contact import Stage
from notebook_app.model.offering import Direction, FavourRow
from notebook_app.model.remembered import RememberedRow
from notebook_app.model.stage_step import StageStep
from notebook_app.model.stage_suggestion import StageSuggestion
from notebook_app.services.introduction_chain import introduction_chain
from notebook_app.services.know_better import suggest_step
from notebook_app.storage.notebook import Notebook


@record
class KnowingReading:
    """``about`` are the introductions and referrals of this contact by others.

    ``chain`` are row ids and names of those through whom one came to know them, first one first.
    """

    contact_id: int
    stage: Stage | None
    facts: Sequence[RememberedRow]
    favours: Sequence[FavourRow]
    about: Sequence[FavourRow]
    chain: Sequence[tuple[int, str]]
    steps: Sequence[StageStep]
    suggestion: StageSuggestion | None
    resting_since: date | None
    snoozed_until: date | None = None

    def owed(self, today: date) -> list[FavourRow]:
        """Return what they did for the user that was not thanked for yet, newest first."""
        return [
            row
            for row in self.favours
            if row.draft.direction is Direction.RECEIVED
            and row.draft.thanked_on is None
            and row.draft.on <= today
        ]

    def stage_since(self) -> date | None:
        """Return since when they are at their stage, if that was written down."""
        days = [step.since for step in self.steps if step.stage is self.stage]
        return max(days) if days and self.stage is not None else None


def read_knowing(notebook: Notebook, contact_id: int, stage: Stage | None) -> KnowingReading:
    """Return all of it for a contact who is at ``stage``."""
    return KnowingReading(
        contact_id,
        stage,
        notebook.remembered.of(contact_id),
        notebook.favours.of(contact_id),
        notebook.favours.about(contact_id),
        introduction_chain(notebook, contact_id),
        notebook.stages.history(contact_id),
        suggest_step(notebook, contact_id, stage),
        notebook.acquaintance.resting_since(contact_id),
        notebook.acquaintance.snoozed_until(contact_id, notebook.clock.today()),
    )
