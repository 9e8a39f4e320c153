"""Merge contacts that are the same: one stays with all that happened to both, the other goes aside.

Whoever goes aside is not in the trash: the merge keeps them, so that it can be taken back long
after, and so that their cards, imported once more, are recognised as the kept one's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact
from notebook_app.model.merge_plan import Choices, MergeLine, compare, merged_draft
from notebook_app.model.name_form import names_list
from notebook_app.storage.notebook import Change, Notebook


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two contacts side by side: ``kept`` stays, ``absorbed`` would go aside."""

    kept: Contact
    absorbed: Contact
    lines: tuple[MergeLine, ...]


def compare_contacts(notebook: Notebook, keep_id: int, other_id: int) -> Comparison:
    """Return two contacts with all their properties side by side.

    Raises:
        UserProblem: they are the same contact, or one of them is not there to be merged.
    """
    kept, other = _pair(notebook, keep_id, other_id)
    return Comparison(kept, other, compare(kept, other, notebook.region))


def the_one_to_keep(notebook: Notebook, one: int, other: int) -> int:
    """Return which of two contacts more hangs on; of two alike the one that is longer there."""
    ours, theirs = (notebook.merges.happenings_of(each) for each in (one, other))
    if ours == theirs:
        return min(one, other)
    return one if ours > theirs else other


def merge_contacts(
    notebook: Notebook, keep_id: int, other_ids: Sequence[int], choices: Choices | None = None
) -> ChangeSet:
    """Merge others into the contact ``keep_id``, one after the other, as one change.

    ``choices`` say for the lines of ``compare_contacts`` whose value is kept; they are about the
    first of the others, the defaults hold for what is not named.

    Raises:
        UserProblem: a contact would be merged with itself, one of them is in the trash, was
            merged already or is gone, or it could not be written.
    """
    names = names_list(notebook.contacts.names_of((*other_ids, keep_id)))
    if not other_ids:
        raise UserProblem("Choose at least two people to merge.")
    with notebook.change(f"Merged {names}") as change:
        for number, other_id in enumerate(other_ids):
            _merge(notebook, change, keep_id, other_id, choices or {} if number == 0 else {})
    return change.result()


def _merge(
    notebook: Notebook, change: Change, keep_id: int, other_id: int, choices: Choices
) -> None:
    kept, other = _pair(notebook, keep_id, other_id)
    lines = compare(kept, other, notebook.region)
    draft = merged_draft(kept, other, lines, choices)
    before = notebook.merges.state_of(keep_id)
    # The name that conversations repeat is brought up to date once all of them have moved.
    moved = notebook.merges.move(keep_id, other_id)
    notebook.contacts.update(keep_id, draft, is_step=False)
    notebook.contacts.refresh_people(keep_id)
    notebook.contacts.set_deleted(other_id, True)
    after = notebook.merges.state_of(keep_id)
    notebook.merges.record(keep_id, other_id, before, after, moved)
    change.touch(Changed.CONTACT, keep_id, other_id)
    change.touch(Changed.DUPLICATE, keep_id, other_id)
    for kind in TOUCHED_BY_MERGES:
        change.touch(kind)


def _pair(notebook: Notebook, keep_id: int, other_id: int) -> tuple[Contact, Contact]:
    kept, other = _mergeable(notebook, keep_id), _mergeable(notebook, other_id)
    if keep_id == other_id:
        raise UserProblem(
            f"{kept.details.display_name} can't be merged with themselves.",
            "",
            "Choose two different people.",
        )
    return kept, other


def _mergeable(notebook: Notebook, contact_id: int) -> Contact:
    contact = notebook.contacts.get(contact_id)
    if contact is None:
        raise UserProblem("This person is no longer in the notebook.", "", "Look again.")
    if contact.deleted_at is None:
        return contact
    name = contact.details.display_name
    kept_id = notebook.merges.kept_instead_of(contact_id)
    if kept_id is not None:
        into = notebook.contacts.name_of(kept_id)
        raise UserProblem(
            f"{name} was merged already, into {into}.", "", f"Merge with {into} instead."
        )
    raise UserProblem(f"{name} is in the trash.", "", "Bring them back first.")


TOUCHED_BY_MERGES = (
    Changed.CONVERSATION,
    Changed.FOLLOW_UP,
    Changed.EVENT,
    Changed.OPPORTUNITY,
    Changed.SERVICE,
    Changed.FAVOUR,
    Changed.TAG,
)
"""What moves with a contact."""
