"""Plan a follow-up, change it, postpone it, skip it, take it out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import (
    FollowUp,
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    NoteState,
)
from notebook_app.model.month_names import day_and_month
from notebook_app.model.occurrences import following
from notebook_app.model.recurrence import checked_rule, rule_from
from notebook_app.services.skipped_hour import follow_up_on_clock, told_of_clock
from notebook_app.storage.notebook import Change, Notebook

_NOTE_SAID: Final = 60

Also = Callable[[Change], object]
"""Writes something more within the same change, so that one undo takes back both."""


def plan_follow_up(notebook: Notebook, draft: FollowUpDraft) -> ChangeSet:
    """Store a new follow-up.

    Raises:
        UserProblem: its repeat rule can't be understood, or it could not be written.
    """
    draft = checked_draft(draft)
    name = notebook.contacts.name_of(draft.contact_id)
    with notebook.change(planned_words(draft, name)) as change:
        follow_up_id = notebook.follow_ups.insert(follow_up_on_clock(draft))
        _touch(change, follow_up_id, draft.contact_id)
    return told_of_clock(change.result(), draft.due, draft.at)


def planned_words(draft: FollowUpDraft, with_whom: str) -> str:
    """Return what was planned and with whom; what has no kind of its own is told by its note."""
    if draft.kind is not FollowUpKind.OTHER:
        return f"Planned: {draft.kind.value} with {with_whom}"
    note = " ".join(draft.note[:_NOTE_SAID].split())
    return f"Planned with {with_whom}: {note}" if note else f"Planned something with {with_whom}"


def update_follow_up(notebook: Notebook, follow_up_id: int, draft: FollowUpDraft) -> ChangeSet:
    """Store what the user changed of a follow-up.

    Raises:
        UserProblem: it is gone, its repeat rule can't be understood, or it could not be written.
    """
    draft = checked_draft(draft)
    before, _what = _described(notebook, follow_up_id)
    name = notebook.contacts.name_of(draft.contact_id)
    with notebook.change(f"Changed: {draft.kind.value} with {name}") as change:
        notebook.follow_ups.update(follow_up_id, follow_up_on_clock(draft))
        _touch(change, follow_up_id, draft.contact_id)
        change.touch(Changed.CONTACT, before.draft.contact_id)
    return told_of_clock(change.result(), draft.due, draft.at)


def reschedule_follow_up(
    notebook: Notebook, follow_up_id: int, due: date, *, also: Also | None = None
) -> ChangeSet:
    """Move a follow-up to another day; one that repeats keeps its days. ``also`` writes with it.

    Raises:
        UserProblem: it could not be written.
    """
    follow_up, what = _described(notebook, follow_up_id)
    with notebook.change(f"Moved {what} to {day_and_month(due)}") as change:
        notebook.follow_ups.move_alone(follow_up_id, due)
        draft = follow_up.draft
        at = follow_up_on_clock(replace(draft, due=due)).at
        if at != draft.at:
            notebook.follow_ups.set_time(follow_up_id, at, draft.minutes)
        _touch(change, follow_up_id, draft.contact_id)
        if also is not None:
            also(change)
    return told_of_clock(change.result(), due, draft.at)


def skip_follow_up(notebook: Notebook, follow_up_id: int, *, also: Also | None = None) -> ChangeSet:
    """Note that a follow-up will not be done; one that repeats comes round again.

    ``also`` writes what belongs to it.

    Raises:
        UserProblem: it is gone or not open any more, or it could not be written.
    """
    _follow_up, what = _described(notebook, follow_up_id)
    today = notebook.clock.today()
    with notebook.change(f"Skipped {what}") as change:
        follow_up = open_follow_up(notebook, follow_up_id)
        notebook.follow_ups.close(follow_up_id, FollowUpState.SKIPPED, today)
        _touch(change, follow_up_id, follow_up.draft.contact_id)
        plan_next(notebook, change, follow_up, today)
        if also is not None:
            also(change)
    return change.result()


def set_note_state(notebook: Notebook, follow_up_id: int, note_state: NoteState) -> ChangeSet:
    """Note how far a handwritten note is: write, stamped, posted.

    Raises:
        UserProblem: it could not be written.
    """
    follow_up, what = _described(notebook, follow_up_id)
    with notebook.change(f"Note {note_state.value}: {what}") as change:
        notebook.follow_ups.set_note_state(follow_up_id, note_state)
        _touch(change, follow_up_id, follow_up.draft.contact_id)
    return change.result()


def delete_follow_up(notebook: Notebook, follow_up_id: int) -> ChangeSet:
    """Take a follow-up out of the notebook.

    Raises:
        UserProblem: it could not be written.
    """
    follow_up, what = _described(notebook, follow_up_id)
    with notebook.change(f"Deleted {what}") as change:
        notebook.follow_ups.delete(follow_up_id)
        _touch(change, follow_up_id, follow_up.draft.contact_id)
    return change.result()


def checked_draft(draft: FollowUpDraft) -> FollowUpDraft:
    """Return the draft with its repeat rule in the form it is stored in.

    Raises:
        UserProblem: the rule can't be understood.
    """
    if not draft.repeat:
        return draft
    try:
        return replace(draft, repeat=checked_rule(draft.repeat))
    except ValueError as error:
        raise UserProblem(
            f"“{draft.repeat}” is no rule for repeating.",
            "",
            "Write it as in FREQ=WEEKLY or FREQ=MONTHLY;INTERVAL=3.",
        ) from error


def open_follow_up(notebook: Notebook, follow_up_id: int) -> FollowUp:
    """Return a follow-up that is still to be done; ask within the change that closes it.

    Raises:
        UserProblem: it was done, skipped or taken out meanwhile.
    """
    follow_up = notebook.follow_ups.get(follow_up_id)
    if follow_up is None or follow_up.state is not FollowUpState.OPEN:
        raise UserProblem("This follow-up is not open any more.")
    return follow_up


def coming_day(notebook: Notebook, follow_up_id: int, done_on: date) -> date | None:
    """Return when a follow-up comes again if it is done on a day; None if it does not."""
    follow_up = notebook.follow_ups.get(follow_up_id)
    if follow_up is None or not follow_up.draft.repeat:
        return None
    start = follow_up.scheduled_on or follow_up.draft.due
    try:
        moved = notebook.occurrences.moved(follow_up_id)
        coming = following(follow_up.draft.repeat, start, moved, done_on)
    except ValueError:
        return None
    return None if coming is None else coming.on


def plan_next(
    notebook: Notebook,
    change: Change,
    follow_up: FollowUp,
    done_on: date,
    conversation_id: int | None = None,
) -> int | None:
    """Store what comes after a follow-up that repeats; return its row id, or None if nothing does.

    Done late, it goes on with the first day to come; days that were moved or left out count. The
    next is found from the day that the rule has this one on, not from where it was moved.
    """
    draft = follow_up.draft
    if not draft.repeat:
        return None
    start = follow_up.scheduled_on or draft.due
    moved = notebook.occurrences.moved(follow_up.id)
    try:
        coming = following(draft.repeat, start, moved, done_on)
        if coming is None:
            return None
        # One that was moved beyond later ones does not bring those back.
        scheduled = max(start, coming.occurs_on)
        rule = rule_from(draft.repeat, start, scheduled)
    except ValueError:
        # Stored by another program: that must not keep it from being done.
        return None
    planned = replace(draft, due=coming.on, repeat=rule, from_conversation_id=conversation_id)
    next_id = notebook.follow_ups.insert(planned)
    if scheduled != coming.on:
        notebook.occurrences.set_scheduled(next_id, scheduled)
    if moved:
        notebook.occurrences.hand_on(follow_up.id, next_id, coming.occurs_on, done_on)
    change.touch(Changed.FOLLOW_UP, next_id)
    return next_id


def _described(notebook: Notebook, follow_up_id: int) -> tuple[FollowUp, str]:
    follow_up = notebook.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise UserProblem(f"There is no follow-up {follow_up_id}.")
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    return follow_up, f"{follow_up.draft.kind.value} with {name}"


def _touch(change: Change, follow_up_id: int, contact_id: int) -> None:
    change.touch(Changed.FOLLOW_UP, follow_up_id)
    change.touch(Changed.CONTACT, contact_id)
