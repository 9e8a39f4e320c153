"""Rename a tag, join two, give one a colour or a cadence, take one away. People always stay."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Cadence
from notebook_app.model.tag import TagColour, TagRow
from notebook_app.services.batches import batches
from notebook_app.storage.notebook import Notebook


class TagTaken(UserProblem):
    """Another tag has that name: the two can be joined, if the user wants it."""

    def __init__(self, other: TagRow) -> None:
        """Take the tag that has the name."""
        super().__init__(
            f"There is already a tag “{other.name}”.", "", "Join the two, or take another name."
        )
        self.other = other


def make_tag(notebook: Notebook, name: str) -> ChangeSet:
    """Make a tag that nobody carries yet.

    Raises:
        TagTaken: there is one of that name.
        UserProblem: it has no name, or it could not be written.
    """
    name = _checked_name(notebook, name, None)
    with notebook.change(f"Made the tag “{name}”") as change:
        change.touch(Changed.TAG, notebook.tags.insert(name))
    return change.result()


def rename_tag(
    notebook: Notebook, tag_id: int, name: str, progress: Progress | None = None
) -> ChangeSet:
    """Give a tag another name, for everybody who carries it.

    Raises:
        TagTaken: another tag has that name; ``join_tags`` puts them together.
        UserProblem: it has no name, it is gone, or it could not be written.
    """
    before = _stored(notebook, tag_id)
    name = _checked_name(notebook, name, tag_id)
    words = f"Renamed the tag “{before.name}” to “{name}”"
    carriers = notebook.tags.carriers(tag_id)
    with notebook.change(words) as change:
        notebook.tags.rename(tag_id, name)
        for batch in batches(carriers, progress, words):
            notebook.tags.refresh_carriers(batch)
        change.touch(Changed.TAG, tag_id)
        change.touch(Changed.CONTACT, *carriers)
    return change.result()


def join_tags(
    notebook: Notebook, tag_id: int, other_id: int, progress: Progress | None = None
) -> ChangeSet:
    """Put another tag on all who carry the one, which then goes.

    Raises:
        UserProblem: one of them is gone, they are the same, or it could not be written.
    """
    one, other = _stored(notebook, tag_id), _stored(notebook, other_id)
    if tag_id == other_id:
        raise UserProblem("A tag can't be joined with itself.")
    words = f"Joined the tags “{one.name}” and “{other.name}”"
    carriers = notebook.tags.carriers(tag_id)
    with notebook.change(words) as change:
        notebook.tags.hand_over(tag_id, other_id)
        notebook.tags.delete(tag_id)
        for batch in batches(carriers, progress, words):
            notebook.tags.refresh_carriers(batch)
        change.touch(Changed.TAG, tag_id, other_id)
        change.touch(Changed.CONTACT, *carriers)
    return change.result()


def colour_tag(notebook: Notebook, tag_id: int, colour: TagColour) -> ChangeSet:
    """Give a tag a colour, or none.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    tag = _stored(notebook, tag_id)
    words = (
        f"The tag “{tag.name}” is {colour.value}"
        if colour.value
        else (f"The tag “{tag.name}” has no colour")
    )
    with notebook.change(words) as change:
        notebook.tags.set_colour(tag_id, colour)
        change.touch(Changed.TAG, tag_id)
    return change.result()


def set_tag_cadence(notebook: Notebook, tag_id: int, cadence: Cadence | None) -> ChangeSet:
    """Say how often to be in touch with those who carry a tag and have no cadence of their own.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    tag = _stored(notebook, tag_id)
    with notebook.change(f"Changed keeping in touch with “{tag.name}”") as change:
        notebook.tags.set_cadence(tag_id, cadence)
        change.touch(Changed.TAG, tag_id)
        change.touch(Changed.CONTACT)
    return change.result()


def delete_tag(notebook: Notebook, tag_id: int, progress: Progress | None = None) -> ChangeSet:
    """Take a tag out of the notebook; the people who carried it stay.

    Raises:
        UserProblem: it is gone, or it could not be written.
    """
    tag = _stored(notebook, tag_id)
    carriers = notebook.tags.carriers(tag_id)
    words = f"Deleted the tag “{tag.name}”"
    with notebook.change(words) as change:
        notebook.tags.delete(tag_id)
        for batch in batches(carriers, progress, words):
            notebook.tags.refresh_carriers(batch)
        change.touch(Changed.TAG, tag_id)
        change.touch(Changed.CONTACT, *carriers)
    return change.result()


def _stored(notebook: Notebook, tag_id: int) -> TagRow:
    tag = notebook.tags.get(tag_id)
    if tag is None:
        raise UserProblem("This tag is no longer in the notebook.")
    return tag


def _checked_name(notebook: Notebook, name: str, tag_id: int | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserProblem("The tag has no name yet.", "", "Write a word for it.")
    other = notebook.tags.named(name)
    if other is not None and other.id != tag_id:
        raise TagTaken(other)
    return name
