"""Gather the people who go on a printed sheet or list, and keep which tags never do."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import Contact
from notebook_app.model.event import EventDraft, Presence
from notebook_app.model.name_form import folded
from notebook_app.model.rows import EntryKind
from notebook_app.model.sheet_person import SheetPerson
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.storage.contact_batches import BATCH, contacts_without_photos
from notebook_app.storage.notebook import Notebook

_PRIVATE_TAGS: Final = "print.private-tags"
_MOST_OPPORTUNITIES: Final = 10
_AT_ONCE: Final = 50


def contacts_to_print(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> list[Contact]:
    """Return these contacts, each once and without the bytes of a photo.

    Raises:
        UserProblem: none of them is in the notebook.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    wanted = list(dict.fromkeys(contact_ids))
    found: list[Contact] = []
    for start in range(0, len(wanted), BATCH):
        progress.report(start, len(wanted), "Gathering")
        batch = contacts_without_photos(notebook.database, wanted[start : start + BATCH])
        found += [contact for contact in batch if contact.deleted_at is None]
    if not found:
        raise _nobody()
    return found


def sheet_people(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> list[SheetPerson]:
    """Return everything about these people, each once, in the order given.

    Raises:
        UserProblem: none of them is in the notebook.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    contacts = contacts_to_print(notebook, contact_ids, progress)
    people: list[SheetPerson] = []
    for start in range(0, len(contacts), _AT_ONCE):
        progress.report(start, len(contacts), "Gathering")
        some = contacts[start : start + _AT_ONCE]
        briefed = {each.contact_id: each for each in prepare_briefing(notebook, _ids(some))}
        people += [
            SheetPerson(
                contact,
                briefed[contact.id],
                notebook.relations.of(contact.id),
                notebook.timeline.page(
                    contact.id, 0, _MOST_OPPORTUNITIES, (EntryKind.OPPORTUNITY,)
                ),
                notebook.favours.of(contact.id),
            )
            for contact in some
            if contact.id in briefed
        ]
    return people


def event_to_print(notebook: Notebook, event_id: int) -> tuple[EventDraft, list[BriefedPerson]]:
    """Return an event and what to know of those who are linked to it, the expected first.

    Raises:
        UserProblem: it is not there.
    """
    event = notebook.events.get(event_id)
    if event is None:
        raise UserProblem("This event is no longer in the notebook.")
    order = {Presence.EXPECTED: 0, Presence.SEEN: 1, Presence.MET: 2}
    linked = notebook.event_outcomes.people(event_id)
    who = [each.contact_id for each in sorted(linked, key=lambda each: order[each.presence])]
    return event.draft, prepare_briefing(notebook, who) if who else []


def picture_bytes(notebook: Notebook, photo_id: int) -> bytes:
    """Return a stored picture as it came; empty if it is gone."""
    photo = notebook.contacts.photo(photo_id)
    return b"" if photo is None else photo.data


def private_tags(notebook: Notebook) -> tuple[str, ...]:
    """Return the tags that are never printed."""
    stored = notebook.settings.read(_PRIVATE_TAGS, [])
    return tuple(tag for tag in stored if isinstance(tag, str)) if isinstance(stored, list) else ()


def keep_private_tags(notebook: Notebook, tags: Iterable[str]) -> ChangeSet:
    """Store which tags are never printed, each once."""
    named = {folded(tag): " ".join(tag.split()) for tag in tags if tag.strip()}
    with notebook.change("Private tags changed") as change:
        notebook.settings.write(_PRIVATE_TAGS, list(named.values()))
        change.touch(Changed.SETTING)
    return change.result()


def carriers_of(notebook: Notebook, tags: Collection[str]) -> frozenset[int]:
    """Return whoever has any of these tags, accents and case aside."""
    found = (notebook.tags.named(tag) for tag in tags if tag.strip())
    return frozenset(
        contact_id
        for tag in found
        if tag is not None
        for contact_id in notebook.tags.carriers(tag.id)
    )


def _ids(contacts: Sequence[Contact]) -> list[int]:
    return [contact.id for contact in contacts]


def _nobody() -> UserProblem:
    return UserProblem(
        "There is nobody to print.", "", "Choose some people, or a list that has any."
    )
