"""Write down a favour, correct it, say thanks for it, take it out."""

from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.offering import FavourDraft, FavourRow
from notebook_app.storage.notebook import Change, Notebook


def add_favour(notebook: Notebook, draft: FavourDraft) -> ChangeSet:
    """Store a favour; its id is the only one of kind favour in the answer.

    Raises:
        UserProblem: nobody did it, it is about who did it, or it could not be written.
    """
    name = _checked_name(notebook, draft)
    with notebook.change(f"Noted a favour with {name}") as change:
        change.touch(Changed.FAVOUR, notebook.favours.insert(draft))
        _touch_people(change, draft)
    return change.result()


def update_favour(notebook: Notebook, favour_id: int, draft: FavourDraft) -> ChangeSet:
    """Store what the user changed of a favour.

    Raises:
        UserProblem: it is gone, it is about who did it, or it could not be written.
    """
    before = _stored(notebook, favour_id)
    name = _checked_name(notebook, draft)
    with notebook.change(f"Changed a favour with {name}") as change:
        notebook.favours.update(favour_id, draft)
        change.touch(Changed.FAVOUR, favour_id)
        _touch_people(change, before.draft)
        _touch_people(change, draft)
    return change.result()


def thank_for_favour(notebook: Notebook, favour_id: int) -> ChangeSet:
    """Write down that whoever received a favour said thanks for it today.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    before = _stored(notebook, favour_id)
    with notebook.change(f"Thanked {before.contact_name}") as change:
        thanked = replace(before.draft, thanked_on=notebook.clock.today())
        notebook.favours.update(favour_id, thanked)
        change.touch(Changed.FAVOUR, favour_id)
        _touch_people(change, thanked)
    return change.result()


def delete_favour(notebook: Notebook, favour_id: int) -> ChangeSet:
    """Take a favour out of the notebook.

    Raises:
        UserProblem: it is gone already, or it could not be written.
    """
    before = _stored(notebook, favour_id)
    with notebook.change(f"Took out a favour with {before.contact_name}") as change:
        notebook.favours.delete(favour_id)
        change.touch(Changed.FAVOUR, favour_id)
        _touch_people(change, before.draft)
    return change.result()


def _stored(notebook: Notebook, favour_id: int) -> FavourRow:
    row = notebook.favours.get(favour_id)
    if row is None:
        raise UserProblem("This favour is no longer in the notebook.")
    return row


def _checked_name(notebook: Notebook, draft: FavourDraft) -> str:
    name = notebook.contacts.name_of(draft.contact_id)
    if not name:
        raise UserProblem("Nobody is named who did it.", "", "Choose a person.")
    if draft.about_contact_id == draft.contact_id:
        raise UserProblem(f"{name} can't be introduced by themselves.", "", "Choose another.")
    return name


def _touch_people(change: Change, draft: FavourDraft) -> None:
    change.touch(Changed.CONTACT, draft.contact_id)
    if draft.about_contact_id is not None:
        change.touch(Changed.CONTACT, draft.about_contact_id)
