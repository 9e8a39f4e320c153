"""Write down a conversation, correct one, take one out."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.service_names import services_named
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Conversation, ConversationDraft, formality_of
from notebook_app.model.follow_up import FollowUpDraft
from notebook_app.model.name_form import names_list
from notebook_app.services.plan_follow_up import checked_draft
from notebook_app.storage.notebook import Change, Notebook


def log_conversation(
    notebook: Notebook, draft: ConversationDraft, follow_up: FollowUpDraft | None = None
) -> ChangeSet:
    """Store a conversation, and the follow-up that was planned with it.

    Raises:
        UserProblem: nobody was in it, nothing is said of it, or it could not be written.
    """
    names = _checked_names(notebook, draft)
    if follow_up is not None:
        follow_up = checked_draft(follow_up)
    with notebook.change(f"Logged a conversation with {names}") as change:
        conversation_id = write_conversation(notebook, change, draft)
        if follow_up is not None:
            planned = replace(follow_up, from_conversation_id=conversation_id)
            change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(planned))
    return change.result()


def update_conversation(
    notebook: Notebook, conversation_id: int, draft: ConversationDraft
) -> ChangeSet:
    """Store what the user changed of a conversation.

    Raises:
        UserProblem: it is gone, nobody is left in it, or it could not be written.
    """
    names = _checked_names(notebook, draft)
    before = _stored(notebook, conversation_id)
    with notebook.change(f"Changed a conversation with {names}") as change:
        # Only what is named anew: what the text named before was read then, and perhaps refused.
        services = notebook.capture.services()
        known = services_named(before.draft.text, services)
        anew = [each for each in services_named(draft.text, services) if each not in known]
        draft = replace(draft, service_ids=tuple(dict.fromkeys((*draft.service_ids, *anew))))
        notebook.conversations.update(conversation_id, with_formality(draft))
        _tell(notebook, change, conversation_id, draft)
        change.touch(Changed.CONVERSATION, conversation_id)
        change.touch(Changed.CONTACT, *draft.contact_ids)
        change.touch(Changed.CONTACT, *before.draft.contact_ids)
    return change.result()


def delete_conversation(notebook: Notebook, conversation_id: int) -> ChangeSet:
    """Take a conversation out of the notebook.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    contact_ids = _stored(notebook, conversation_id).draft.contact_ids
    names = names_list(notebook.contacts.names_of(contact_ids))
    with notebook.change(f"Deleted a conversation with {names}") as change:
        notebook.conversations.delete(conversation_id)
        change.touch(Changed.CONVERSATION, conversation_id)
        change.touch(Changed.CONTACT, *contact_ids)
    return change.result()


def write_conversation(
    notebook: Notebook, change: Change, draft: ConversationDraft, *, name_services: bool = True
) -> int:
    """Store a conversation within a running change and return its row id.

    Whoever was in it was told of the services in ``draft``, and of those that its text names;
    without ``name_services`` the text is not looked at, since somebody has read it already.
    """
    if name_services:
        named = services_named(draft.text, notebook.capture.services())
        draft = replace(draft, service_ids=tuple(dict.fromkeys((*draft.service_ids, *named))))
    conversation_id = notebook.conversations.insert(with_formality(draft))
    change.touch(Changed.CONVERSATION, conversation_id)
    change.touch(Changed.CONTACT, *draft.contact_ids)
    _tell(notebook, change, conversation_id, draft)
    return conversation_id


def _tell(
    notebook: Notebook, change: Change, conversation_id: int, draft: ConversationDraft
) -> None:
    for service_id in draft.service_ids:
        notebook.offerings.tell(draft.contact_ids, service_id, draft.on, conversation_id)
        change.touch(Changed.SERVICE, service_id)


def with_formality(draft: ConversationDraft) -> ConversationDraft:
    """Return the draft with what its setting says about being organised or informal."""
    if draft.formality is not None:
        return draft
    return replace(draft, formality=formality_of(draft.setting))


def _stored(notebook: Notebook, conversation_id: int) -> Conversation:
    conversation = notebook.conversations.get(conversation_id)
    if conversation is None:
        raise UserProblem("This conversation is no longer in the notebook.")
    return conversation


def _checked_names(notebook: Notebook, draft: ConversationDraft) -> str:
    names = notebook.contacts.names_of(draft.contact_ids)
    if not any(names):
        raise UserProblem("Nobody is in this conversation yet.", "", "Choose whom you spoke with.")
    if not draft.text.strip():
        raise UserProblem("Nothing is written down yet.", "", "Write a few words about it.")
    if not all(names):
        raise UserProblem(
            "Somebody in this conversation is no longer in the notebook.",
            "",
            "Choose again whom you spoke with.",
        )
    return names_list(names)
