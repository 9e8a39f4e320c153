"""Answer a suggested step of how well one knows somebody: take it, or say "not yet"."""

from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Stage
from notebook_app.model.stage_suggestion import StageSuggestion, suggested_step
from notebook_app.services.change_many import set_stage
from notebook_app.storage.notebook import Notebook


def suggest_step(
    notebook: Notebook, contact_id: int, stage: Stage | None
) -> StageSuggestion | None:
    """Return the step to suggest for a contact who is at ``stage``, or None."""
    seen = notebook.acquaintance.seen(contact_id)
    return suggested_step(stage, seen, notebook.stages.declined(contact_id))


def take_step(notebook: Notebook, contact_id: int, stage: Stage) -> ChangeSet:
    """Say that one knows a contact so well now.

    Raises:
        UserProblem: it is so already, or it could not be written.
    """
    return set_stage(notebook, [contact_id], stage)


def not_yet(notebook: Notebook, contact_id: int, stage: Stage) -> ChangeSet:
    """Say that a suggested step is too early; asked again only once more has happened.

    Raises:
        UserProblem: it could not be written.
    """
    name = notebook.contacts.name_of(contact_id)
    with notebook.change(f"{name}: not yet “{stage.value}”") as change:
        notebook.stages.decline(contact_id, stage, notebook.clock.today())
        change.touch(Changed.CONTACT, contact_id)
    return change.result()
