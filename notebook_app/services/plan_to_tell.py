"""Put clients who never heard of a service on the follow-up list."""

from collections.abc import Sequence

from notebook_app.model.changes import ChangeSet
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.next_days import Distance
from notebook_app.services.next_days import usual_next_days
from notebook_app.services.plan_for_many import plan_for_many
from notebook_app.storage.notebook import Notebook


def plan_to_tell(notebook: Notebook, contact_ids: Sequence[int], note: str) -> ChangeSet:
    """Plan to tell each of these people, on the next good day; ``note`` says of what.

    Raises:
        UserProblem: nobody of them is left, or it could not be written.
    """
    due = usual_next_days(notebook)[Distance.TOMORROW].day
    kind = FollowUpKind.OTHER
    return plan_for_many(notebook, contact_ids, FollowUpDraft(0, kind, due, note=note))
