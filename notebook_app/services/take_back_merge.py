"""Take a merge back, also weeks later: both are there again, and nothing written since is lost.

What moved goes back to whom it came from; what came since stays with the kept contact, and so
does what was changed of it since. What can't be told apart any more is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.card_merge import PhotoHashes, merge_card
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact, ContactDetails, Photo, Role
from notebook_app.model.field_rules import FIELD_WORDS, item_rules
from notebook_app.services.merge_contacts import TOUCHED_BY_MERGES
from notebook_app.storage.contact_states import ContactState
from notebook_app.storage.merges import PastMerge
from notebook_app.storage.notebook import Notebook

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class MergeTakenBack:
    """What was changed, and in words what stays with the kept contact since it changed since."""

    changes: ChangeSet
    stays: tuple[str, ...]


def take_back_merge(notebook: Notebook, merge_id: int) -> MergeTakenBack:
    """Take a merge back as one change, which can be undone in its turn.

    Raises:
        UserProblem: there is no such merge, it was taken back, the kept contact is in the trash,
            or it could not be written.
    """
    merge = _checked(notebook, merge_id)
    # The kept one may be called like the other by now.
    names = (
        f"{notebook.contacts.name_of(merge.absorbed_id)} and {merge.before.details.display_name}"
    )
    with notebook.change(f"Took back the merge of {names}") as change:
        # Read anew inside the transaction, so that nothing written meanwhile is overlooked.
        merge = _checked(notebook, merge_id)
        notebook.contacts.set_deleted(merge.absorbed_id, False)
        notebook.merges.move_back(merge)
        # After that: what is remembered of either is among what they are found by.
        stays = _revert_details(notebook, merge)
        notebook.merges.note_undone(merge_id)
        for contact_id in (merge.kept_id, merge.absorbed_id):
            notebook.contacts.refresh_people(contact_id)
        change.touch(Changed.CONTACT, merge.kept_id, merge.absorbed_id)
        change.touch(Changed.DUPLICATE, merge.kept_id, merge.absorbed_id)
        for kind in TOUCHED_BY_MERGES:
            change.touch(kind)
    return MergeTakenBack(change.result(), stays)


def _checked(notebook: Notebook, merge_id: int) -> PastMerge:
    merge = notebook.merges.one(merge_id)
    if merge is None:
        raise UserProblem("There is no such merge in this notebook.")
    if merge.undone_at is not None:
        raise UserProblem("This merge was taken back already.")
    kept = notebook.contacts.get(merge.kept_id)
    if kept is None or kept.deleted_at is not None:
        name = kept.details.display_name if kept else "The person"
        raise UserProblem(f"{name} is in the trash.", "", "Bring them back first.")
    return merge


def _revert_details(notebook: Notebook, merge: PastMerge) -> tuple[str, ...]:
    """Give the kept contact its own values back; return what can't be told apart any more."""
    contacts = notebook.contacts
    before, after = merge.before, merge.after
    stored = contacts.get(merge.kept_id)
    assert stored is not None
    stays: list[str] = []
    details = before.details
    if replace(stored.details, photo=None) != after.details:
        merged = merge_card(
            after.details, before.details, stored.details, PhotoHashes(), notebook.region
        )
        details = merged.details
        stays += [change.field for change in merged.kept]
        stays += _items_that_stay(merged.details, before, after, notebook.region)
    photo_now = notebook.import_history.photo_ids([merge.kept_id])[merge.kept_id]
    photo = stored.details.photo
    if photo_now == after.photo_id:
        photo = _photo(notebook, before)
    elif after.photo_id != before.photo_id:
        stays.append("photo")
    draft = replace(
        contacts.draft_of(stored),
        details=replace(details, photo=photo),
        stage=_value("stage", before.stage, after.stage, stored.stage, stays),
        cadence=_value("keep in touch", before.cadence, after.cadence, stored.cadence, stays),
        roles=_roles(before, after, stored),
    )
    contacts.update(merge.kept_id, draft, is_step=False)
    if stored.changed_at == after.changed_at:
        notebook.merges.restore_stamp(merge.kept_id, before)
    return tuple(dict.fromkeys(stays))


def _items_that_stay(
    details: ContactDetails, before: ContactState, after: ContactState, region: str
) -> Iterator[str]:
    """Yield the items that the merge brought and that were edited since."""
    for field, (key_of, text_of) in item_rules(region).items():
        had = {key_of(item) for item in getattr(before.details, field)}
        brought = {key_of(item) for item in getattr(after.details, field)} - had
        for item in getattr(details, field):
            if key_of(item) in brought:
                yield f"{FIELD_WORDS[field]} {text_of(item)}"


def _value(words: str, before: Value, after: Value, now: Value, stays: list[str]) -> Value:
    if now == after:
        return before
    if before not in (after, now):
        stays.append(words)
    return now


def _roles(before: ContactState, after: ContactState, stored: Contact) -> tuple[Role, ...]:
    brought = set(after.roles) - set(before.roles)
    lost = [role for role in before.roles if role not in after.roles]
    return tuple(dict.fromkeys([role for role in stored.roles if role not in brought] + lost))


def _photo(notebook: Notebook, state: ContactState) -> Photo | None:
    return None if state.photo_id is None else notebook.contacts.photo(state.photo_id)
