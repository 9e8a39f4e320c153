"""Plan the same follow-up with several people."""

from collections.abc import Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.services.batches import batches
from notebook_app.services.change_many import described
from notebook_app.services.plan_follow_up import checked_draft, planned_words
from notebook_app.storage.notebook import Notebook


def plan_for_many(
    notebook: Notebook,
    contact_ids: Sequence[int],
    draft: FollowUpDraft,
    progress: Progress | None = None,
) -> ChangeSet:
    """Store one follow-up like ``draft`` with each of ``contact_ids``.

    Raises:
        UserProblem: its repeat rule can't be understood, nobody is left to plan it with, or it
            could not be written.
    """
    draft = checked_draft(draft)
    words = planned_words(draft, described(notebook, contact_ids))
    planned: list[int] = []
    with notebook.change(words) as change:
        for batch in batches(contact_ids, progress, words):
            planned += notebook.many.plan(batch, draft)
        if not planned:
            raise UserProblem("None of them is in the notebook any more.")
        change.touch(Changed.FOLLOW_UP, *planned)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result()
