"""Change the same thing of several people at once: a tag, a role, the stage, the cadence.

Each is one transaction and one step to undo, and answers whom it really changed.
"""

from collections.abc import Callable, Sequence

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.cadence import cadence_words
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Cadence, Role, Stage
from notebook_app.model.name_form import names_list
from notebook_app.services.batches import batches
from notebook_app.storage.notebook import Notebook

Batch = Sequence[int]


def add_tag(
    notebook: Notebook, contact_ids: Batch, name: str, progress: Progress | None = None
) -> ChangeSet:
    """Put a tag on people, made new if there is none of that name.

    Raises:
        UserProblem: the tag has no name, nobody lacks it, or it could not be written.
    """
    if not name.strip():
        raise UserProblem("The tag has no name yet.", "", "Write a word for it.")
    name = " ".join(name.split())

    def change_batch(batch: Batch) -> list[int]:
        tag_id = notebook.contacts.tag_id(name)
        return notebook.many.add_tag(batch, tag_id, name)

    who = described(notebook, contact_ids)
    return change_batches(notebook, contact_ids, f"Tagged {who} “{name}”", change_batch, progress)


def remove_tag(
    notebook: Notebook, contact_ids: Batch, tag_id: int, progress: Progress | None = None
) -> ChangeSet:
    """Take a tag off people; the tag itself stays.

    Raises:
        UserProblem: the tag is gone, nobody carries it, or it could not be written.
    """
    tag = notebook.tags.get(tag_id)
    if tag is None:
        raise UserProblem("This tag is no longer in the notebook.")

    def change_batch(batch: Batch) -> list[int]:
        ids = notebook.many.remove_tag(batch, tag_id)
        notebook.tags.refresh_carriers(ids)
        return ids

    who = described(notebook, contact_ids)
    return change_batches(
        notebook, contact_ids, f"Took “{tag.name}” off {who}", change_batch, progress
    )


def add_role(
    notebook: Notebook, contact_ids: Batch, role: Role, progress: Progress | None = None
) -> ChangeSet:
    """Give people a role, beside those that they have.

    Raises:
        UserProblem: all of them have it, or it could not be written.
    """
    words = f"Made {described(notebook, contact_ids)} {role.value}"
    return change_batches(
        notebook, contact_ids, words, lambda ids: notebook.many.add_role(ids, role), progress
    )


def remove_role(
    notebook: Notebook, contact_ids: Batch, role: Role, progress: Progress | None = None
) -> ChangeSet:
    """Take a role from people.

    Raises:
        UserProblem: none of them has it, or it could not be written.
    """
    words = f"{described(notebook, contact_ids)}: no longer {role.value}"
    return change_batches(
        notebook, contact_ids, words, lambda ids: notebook.many.remove_role(ids, role), progress
    )


def set_stage(
    notebook: Notebook, contact_ids: Batch, stage: Stage | None, progress: Progress | None = None
) -> ChangeSet:
    """Say how well one knows people; None for not said.

    Raises:
        UserProblem: it is so already, or it could not be written.
    """
    words = f"{described(notebook, contact_ids)}: {stage.value if stage else 'no stage'}"
    return change_batches(
        notebook, contact_ids, words, lambda ids: notebook.many.set_stage(ids, stage), progress
    )


def set_cadence(
    notebook: Notebook,
    contact_ids: Batch,
    cadence: Cadence | None,
    progress: Progress | None = None,
) -> ChangeSet:
    """Say how often to be in touch with each of several people; None for no rhythm.

    Raises:
        UserProblem: it is so already, or it could not be written.
    """
    rhythm = "no rhythm of keeping in touch"
    if cadence is not None:
        rhythm = f"in touch {cadence_words(cadence)}"
    return change_batches(
        notebook,
        contact_ids,
        f"{described(notebook, contact_ids)}: {rhythm}",
        lambda ids: notebook.many.set_cadence(ids, cadence),
        progress,
    )


def described(notebook: Notebook, contact_ids: Batch) -> str:
    """Return the names of a few, or ``12 people``."""
    if len(contact_ids) > 3:
        return f"{len(contact_ids):,} people"
    return names_list(notebook.contacts.names_of(contact_ids))


def change_batches(
    notebook: Notebook,
    contact_ids: Batch,
    words: str,
    change_batch: Callable[[Batch], list[int]],
    progress: Progress | None,
) -> ChangeSet:
    """Change contacts batch by batch as one step; ``change_batch`` returns whom it changed.

    Raises:
        UserProblem: nobody was changed, or it could not be written.
    """
    changed: list[int] = []
    with notebook.change(words) as change:
        for batch in batches(contact_ids, progress, words):
            changed += change_batch(batch)
        if not changed:
            raise UserProblem("That is how it is already; nothing was changed.")
        change.touch(Changed.CONTACT, *changed)
        change.touch(Changed.TAG)
    return change.result()
