"""Complete a follow-up: log what happened, and plan the next one, or when to try again."""

from collections.abc import Container
from dataclasses import replace
from datetime import date

from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Cadence
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.follow_up import (
    FollowUp,
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    NoteState,
    Outcome,
)
from notebook_app.model.month_names import day_and_month
from notebook_app.services.log_conversation import write_conversation
from notebook_app.services.plan_follow_up import (
    Also,
    checked_draft,
    open_follow_up,
    plan_next,
)
from notebook_app.storage.notebook import Change, Notebook

_CHANNELS: dict[FollowUpKind, Channel] = {
    FollowUpKind.CALL: Channel.CALL,
    FollowUpKind.EMAIL: Channel.EMAIL,
    FollowUpKind.NOTE: Channel.NOTE,
    FollowUpKind.MESSAGE: Channel.MESSAGE,
    FollowUpKind.SEND: Channel.EMAIL,
    FollowUpKind.INTRODUCTION: Channel.EMAIL,
}
_TALKED = (FollowUpKind.CALL, FollowUpKind.COFFEE, FollowUpKind.LUNCH, FollowUpKind.MEETING)
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


def conversation_told(
    usual: ConversationDraft, text: str, shown: Circumstances, by_hand: Container[str]
) -> ConversationDraft:
    """Return the conversation as it is told of, from what it ``usual``ly would have been.

    ``shown`` is what stands beside the text, of which the fields ``by_hand`` were set. A setting
    that was only guessed from the kind of the follow-up is not true for another channel, and
    whoever plans a follow-up begins the conversation unless they say otherwise.
    """
    setting = shown.setting
    if "setting" not in by_hand and setting in ("", usual.setting):
        setting = usual.setting if shown.channel is usual.channel else ""
    return replace(
        usual,
        text=text,
        on=shown.on or usual.on,
        channel=shown.channel,
        setting=setting,
        initiated_by=shown.initiated_by if "began" in by_hand else Initiator.ME,
    )


def usual_outcome(kind: FollowUpKind) -> Outcome:
    """Return what came of it if all went well: somebody was reached, or something was done."""
    return Outcome.REACHED if kind in _TALKED else Outcome.DONE


def complete_follow_up(
    notebook: Notebook,
    follow_up_id: int,
    conversation: ConversationDraft | None,
    following: FollowUpDraft | None = None,
    on: date | None = None,
    *,
    outcome: Outcome = Outcome.DONE,
    line: CapturedLine | None = None,
    cadence: Cadence | None = None,
    also: Also | None = None,
) -> ChangeSet:
    """Note that a follow-up was done, with the conversation it led to and the next follow-up.

    A repeating follow-up plans its own next occurrence, unless ``following`` is given.
    A handwritten note that is done was posted. With a ``line``, which says what happened, all
    that it says is stored; ``conversation`` then only says how and when where the line does not.
    With a ``cadence`` one keeps in touch from now on. ``also`` writes what belongs to it.

    Raises:
        UserProblem: it is not open any more, the next one's repeat rule can't be understood, it
            is not clear who is meant in the line, or it could not be written.
    """
    _ensure_clear(line)
    follow_up = open_follow_up(notebook, follow_up_id)
    if following is not None:
        following = checked_draft(following)
    done_on = on or (conversation.on if conversation else notebook.clock.today())
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    with notebook.change(f"Done: {follow_up.draft.kind.value} with {name}") as change:
        # Once more, now that nobody else can write: it is done only once.
        follow_up = open_follow_up(notebook, follow_up_id)
        conversation_id = None
        if line is not None:
            defaults = _circumstances(conversation, done_on)
            conversation_id = _write_line(notebook, change, follow_up, line, defaults, said=True)
        elif conversation is not None:
            conversation_id = write_conversation(notebook, change, conversation)
        notebook.follow_ups.close(
            follow_up_id, FollowUpState.DONE, done_on, conversation_id, outcome
        )
        if follow_up.note_state is not None:
            notebook.follow_ups.set_note_state(follow_up_id, NoteState.POSTED)
        change.touch(Changed.FOLLOW_UP, follow_up_id)
        change.touch(Changed.CONTACT, follow_up.draft.contact_id)
        if following is not None:
            following = replace(following, from_conversation_id=conversation_id)
            change.touch(Changed.FOLLOW_UP, notebook.follow_ups.insert(following))
        else:
            plan_next(notebook, change, follow_up, done_on, conversation_id)
        if cadence is not None:
            notebook.many.set_cadence([follow_up.draft.contact_id], cadence)
        if also is not None:
            also(change)
    return change.result()


def try_again(
    notebook: Notebook,
    follow_up_id: int,
    outcome: Outcome,
    again_on: date,
    *,
    text: str = "",
    on: date | None = None,
    line: CapturedLine | None = None,
    also: Also | None = None,
) -> ChangeSet:
    """Note that a follow-up was tried or put off, and when to try again; it stays open.

    One that repeats keeps its days. With a ``line``, what it says beside its text is stored too.
    ``also`` writes what belongs to it.

    Raises:
        UserProblem: it is not open any more, it is not clear who is meant in the line, or it
            could not be written.
    """
    _ensure_clear(line)
    follow_up = open_follow_up(notebook, follow_up_id)
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    words = outcome.value[:1].upper() + outcome.value[1:]
    label = f"{words}: {follow_up.draft.kind.value} with {name}"
    tried_on = on or notebook.clock.today()
    with notebook.change(f"{label}, again on {day_and_month(again_on)}") as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        notebook.attempts.insert(follow_up_id, tried_on, outcome, line.text if line else text)
        notebook.follow_ups.move_alone(follow_up_id, again_on)
        change.touch(Changed.FOLLOW_UP, follow_up_id)
        change.touch(Changed.CONTACT, follow_up.draft.contact_id)
        if line is not None:
            _write_line(notebook, change, follow_up, line, Circumstances(tried_on), said=False)
        if also is not None:
            also(change)
    return change.result()


def _ensure_clear(line: CapturedLine | None) -> None:
    if line is not None:
        from notebook_app.services.captured_people import ensure_clear

        ensure_clear(line)


def _write_line(
    notebook: Notebook,
    change: Change,
    follow_up: FollowUp,
    line: CapturedLine,
    defaults: Circumstances,
    *,
    said: bool,
) -> int | None:
    """Store what a line says, as a conversation if they spoke; return its row id."""
    # Who writes lines is loaded with the first line.
    from notebook_app.services.captured_lines import LineWriter
    from notebook_app.services.captured_people import PeopleWriter

    people = PeopleWriter(notebook, change)
    ids = people.write(line, follow_up.draft.contact_id)
    return LineWriter(notebook, change, people).write(line, ids, defaults, conversation=said)


def _circumstances(conversation: ConversationDraft | None, on: date) -> Circumstances:
    if conversation is None:
        return Circumstances(on)
    return Circumstances(
        on=conversation.on,
        at=conversation.at,
        channel=conversation.channel,
        setting=conversation.setting,
        formality=conversation.formality,
        place=conversation.place,
        initiated_by=conversation.initiated_by,
        event_id=conversation.event_id,
    )
