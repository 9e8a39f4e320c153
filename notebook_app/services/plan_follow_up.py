"""Plan a follow-up, change it, postpone it, skip it, take it out."""

from datetime import date

from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUp, FollowUpDraft, FollowUpState, NoteState
from notebook_app.storage.notebook import Change, Notebook


def plan_follow_up(notebook: Notebook, draft: FollowUpDraft) -> ChangeSet:
    """Store a new follow-up.

    Raises:
        UserProblem: it could not be written.
    """
    name = notebook.contacts.name_of(draft.contact_id)
    with notebook.change(f"Planned: {draft.kind.value} with {name}") as change:
        _touch(change, notebook.follow_ups.insert(draft), draft.contact_id)
    return change.result()


def update_follow_up(notebook: Notebook, follow_up_id: int, draft: FollowUpDraft) -> ChangeSet:
    """Store what the user changed of a follow-up.

    Raises:
        UserProblem: it could not be written.
    """
    name = notebook.contacts.name_of(draft.contact_id)
    with notebook.change(f"Changed: {draft.kind.value} with {name}") as change:
        notebook.follow_ups.update(follow_up_id, draft)
        _touch(change, follow_up_id, draft.contact_id)
    return change.result()


def reschedule_follow_up(notebook: Notebook, follow_up_id: int, due: date) -> ChangeSet:
    """Move a follow-up to another day.

    Raises:
        UserProblem: it could not be written.
    """
    follow_up, what = _described(notebook, follow_up_id)
    with notebook.change(f"Moved {what} to {due.day} {due.strftime('%B')}") as change:
        notebook.follow_ups.reschedule(follow_up_id, due)
        _touch(change, follow_up_id, follow_up.draft.contact_id)
    return change.result()


def skip_follow_up(notebook: Notebook, follow_up_id: int) -> ChangeSet:
    """Note that a follow-up will not be done.

    Raises:
        UserProblem: it could not be written.
    """
    follow_up, what = _described(notebook, follow_up_id)
    with notebook.change(f"Skipped {what}") as change:
        notebook.follow_ups.close(follow_up_id, FollowUpState.SKIPPED, notebook.clock.today())
        _touch(change, follow_up_id, follow_up.draft.contact_id)
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


def _described(notebook: Notebook, follow_up_id: int) -> tuple[FollowUp, str]:
    follow_up = notebook.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise LookupError(f"there is no follow-up {follow_up_id}")
    name = notebook.contacts.name_of(follow_up.draft.contact_id)
    return follow_up, f"{follow_up.draft.kind.value} with {name}"


def _touch(change: Change, follow_up_id: int, contact_id: int) -> None:
    change.touch(Changed.FOLLOW_UP, follow_up_id)
    change.touch(Changed.CONTACT, contact_id)
