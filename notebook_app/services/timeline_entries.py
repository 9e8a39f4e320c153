"""Change or take out what stands on a timeline, each in one step to be taken back."""

from dataclasses import replace
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.rows import EntryKind
from notebook_app.services.keep_favours import update_favour
from notebook_app.services.log_conversation import delete_conversation, update_conversation
from notebook_app.services.plan_follow_up import delete_follow_up, update_follow_up
from notebook_app.services.save_opportunity import delete_opportunity
from notebook_app.storage.notebook import Notebook

_NAMES: Final = {
    EntryKind.FAVOUR: ("a favour", Changed.FAVOUR),
    EntryKind.SERVICE: ("what they know of a service", Changed.SERVICE),
    EntryKind.STAGE: ("a step", Changed.CONTACT),
    EntryKind.ATTEMPT: ("what was tried", Changed.FOLLOW_UP),
    EntryKind.EVENT: ("an event", Changed.EVENT),
}
CAN_BE_DELETED: Final = frozenset(
    {EntryKind.CONVERSATION, EntryKind.FOLLOW_UP, EntryKind.OPPORTUNITY, *_NAMES}
)
"""Imports and merges are taken back instead."""


def write_entry_text(notebook: Notebook, kind: EntryKind, entry_id: int, text: str) -> ChangeSet:
    """Store another text of a conversation, follow-up or favour.

    Raises:
        UserProblem: it is gone, nothing would be left of it, or it could not be written.
    """
    if kind is EntryKind.FOLLOW_UP:
        follow_up = notebook.follow_ups.get(entry_id)
        if follow_up is None:
            raise UserProblem("This follow-up is no longer in the notebook.")
        return update_follow_up(notebook, entry_id, replace(follow_up.draft, note=text))
    if kind is EntryKind.FAVOUR:
        favour = notebook.favours.get(entry_id)
        if favour is None:
            raise UserProblem("This favour is no longer in the notebook.")
        return update_favour(notebook, entry_id, replace(favour.draft, text=text))
    conversation = notebook.conversations.get(entry_id)
    if conversation is None:
        raise UserProblem("This conversation is no longer in the notebook.")
    return update_conversation(notebook, entry_id, replace(conversation.draft, text=text))


def delete_entry(
    notebook: Notebook, kind: EntryKind, entry_id: int, contact_id: int | None = None
) -> ChangeSet:
    """Take something out of the notebook; a contact only out of an event that has others.

    ``contact_id`` is whose timeline it stands on, None for that of everybody.

    Raises:
        UserProblem: it is gone already, can't be deleted, or it could not be written.
    """
    if kind is EntryKind.CONVERSATION:
        return delete_conversation(notebook, entry_id)
    if kind is EntryKind.FOLLOW_UP:
        return delete_follow_up(notebook, entry_id)
    if kind is EntryKind.OPPORTUNITY:
        return delete_opportunity(notebook, entry_id)
    if kind not in _NAMES:
        raise UserProblem("This stays: it tells what came into the notebook.")
    name, changed = _NAMES[kind]
    label = f"Deleted {name}"
    if contact_id is not None:
        label = f"{label} of {notebook.contacts.name_of(contact_id)}"
    with notebook.change(label) as change:
        contact_ids = notebook.timeline.delete(kind, entry_id, contact_id)
        if contact_ids is None:
            raise UserProblem("This is no longer in the notebook.")
        change.touch(changed, entry_id)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result()
