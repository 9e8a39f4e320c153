"""Complete a follow-up: log what happened, and plan the next one."""

from dataclasses import replace
from datetime import date

from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, NoteState
from notebook_app.services.log_conversation import write_conversation
from notebook_app.services.plan_follow_up import checked_draft, open_follow_up, repeated
from notebook_app.storage.notebook import Notebook

_CHANNELS: dict[FollowUpKind, Channel] = {
    FollowUpKind.CALL: Channel.CALL,
    FollowUpKind.EMAIL: Channel.EMAIL,
    FollowUpKind.NOTE: Channel.NOTE,
    FollowUpKind.MESSAGE: Channel.MESSAGE,
    FollowUpKind.SEND: Channel.EMAIL,
    FollowUpKind.INTRODUCTION: Channel.EMAIL,
}
_SETTINGS: dict[FollowUpKind, str] = {
    FollowUpKind.COFFEE: "café",
    FollowUpKind.LUNCH: "lunch",
    FollowUpKind.MEETING: "meeting",
}


def conversation_from(follow_up: FollowUpDraft, text: str, on: date) -> ConversationDraft:
    """Return the conversation that doing a follow-up leads to, to be corrected and stored."""
    return ConversationDraft(
        contact_ids=(follow_up.contact_id,),
        text=text,
        on=on,
        channel=_CHANNELS.get(follow_up.kind, Channel.IN_PERSON),
        setting=_SETTINGS.get(follow_up.kind, ""),
        initiated_by=Initiator.ME,
    )


def complete_follow_up(
    notebook: Notebook,
    follow_up_id: int,
    conversation: ConversationDraft | None,
    following: FollowUpDraft | None = None,
    on: date | None = None,
) -> ChangeSet:
    """Note that a follow-up was done, with the conversation it led to and the next follow-up.

    A repeating follow-up plans its own next occurrence, unless ``following`` is given.
    A handwritten note that is done was posted.

    Raises:
        UserProblem: it is not open any more, the next one's repeat rule can't be understood, or
            it could not be written.
    """
    follow_up = open_follow_up(notebook, follow_up_id)
    if following is not None:
        following = checked_draft(following)
    done_on = on or (conversation.on if conversation else notebook.clock.today())
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    with notebook.change(f"Done: {follow_up.draft.kind.value} with {name}") as change:
        # Once more, now that nobody else can write: it is done only once.
        follow_up = open_follow_up(notebook, follow_up_id)
        conversation_id = None
        if conversation is not None:
            conversation_id = write_conversation(notebook, change, conversation)
        notebook.follow_ups.close(follow_up_id, FollowUpState.DONE, done_on, conversation_id)
        if follow_up.note_state is not None:
            notebook.follow_ups.set_note_state(follow_up_id, NoteState.POSTED)
        change.touch(Changed.FOLLOW_UP, follow_up_id)
        change.touch(Changed.CONTACT, follow_up.draft.contact_id)
        planned = following or repeated(follow_up.draft, done_on)
        if planned is not None:
            planned = replace(planned, from_conversation_id=conversation_id)
            change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(planned))
    return change.result()
