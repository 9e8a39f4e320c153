"""Take an import back, also long after: what came since is named first, and nothing of it is lost.

People it added go, unless something came to them since: those stay if the user wants, else they go
into the trash with all that happened. People it changed become what they were, but for what was
changed of them since. All of it is one change, that can be undone in its turn.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.card_merge import PhotoHashes, merge_card
from notebook_app.model.changes import ChangeSet
from notebook_app.storage.contact_updates import DetailsUpdate
from notebook_app.storage.import_history import ImportedContact, PastImport
from notebook_app.storage.notebook import Notebook

_CONTACTS_A_BATCH = 150
"""Few enough to stop within a fifth of a second."""

_DOING = "Taking the import back"

_WORDS = {
    "conversations": ("1 conversation", "{} conversations"),
    "follow_ups": ("1 follow-up", "{} follow-ups"),
    "opportunities": ("1 opportunity", "{} opportunities"),
    "introductions": ("brought 1 opportunity", "brought {} opportunities"),
    "origins": ("how they came", "how they came"),
    "clients": ("brought 1 client", "brought {} clients"),
    "events": ("1 event", "{} events"),
    "services": ("1 service", "{} services"),
    "favours": ("1 favour", "{} favours"),
    "remembered": ("1 thing to remember", "{} things to remember"),
    "related": ("linked by 1 person", "linked by {} people"),
    "merges": ("1 merge", "{} merges"),
    "imports": ("updated by 1 later import", "updated by {} later imports"),
}


@dataclass(frozen=True, slots=True)
class TouchedSince:
    """Someone whom the import added or changed, and what came to them since, in words."""

    contact_id: int
    name: str
    added: bool
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportUndo:
    """What taking an import back would do.

    ``removed`` are added people that nothing came to since, ``reverted`` changed ones;
    ``touched`` are those of both to whom something came, by name.
    """

    past: PastImport
    removed: tuple[int, ...]
    reverted: tuple[int, ...]
    touched: tuple[TouchedSince, ...]


def plan_undo_import(notebook: Notebook, import_id: int) -> ImportUndo:
    """Return what taking an import back would do; nothing is written.

    Raises:
        UserProblem: there is no such import, or it was taken back.
    """
    past = notebook.import_history.one(import_id)
    if past is None:
        raise UserProblem("There is no such import in this notebook.", "", "Look at the list.")
    if past.undone_at is not None:
        raise UserProblem(f"The import of {past.file_name} was taken back already.")
    removed: list[int] = []
    reverted: list[int] = []
    touched: list[TouchedSince] = []
    for contact in notebook.import_history.contacts(import_id):
        if contact.in_trash:
            continue
        what = _what_came(contact)
        if what:
            touched.append(TouchedSince(contact.contact_id, contact.name, contact.added, what))
        elif contact.added:
            removed.append(contact.contact_id)
        else:
            reverted.append(contact.contact_id)
    return ImportUndo(past, tuple(removed), tuple(reverted), tuple(touched))


def undo_import(
    notebook: Notebook,
    import_id: int,
    keep: Collection[int] = (),
    progress: Progress | None = None,
) -> ChangeSet:
    """Take an import back as a whole; cancelled or failed, nothing is changed.

    ``keep`` are the people among ``ImportUndo.touched`` who stay as they are. Others of them go
    into the trash if the import added them; if it changed them, its changes go, and what was
    changed since stays.

    Raises:
        UserProblem: there is no such import, it was taken back, or it could not be written.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    plan = plan_undo_import(notebook, import_id)
    label = f"Took back the import of {plan.past.file_name}"
    with steady_pace(), notebook.change(label, import_id) as change:
        # Planned anew inside the transaction, so that nothing written meanwhile is overlooked.
        plan = plan_undo_import(notebook, import_id)
        touched = [one for one in plan.touched if one.contact_id not in keep]
        reverted = [*plan.reverted, *(one.contact_id for one in touched if not one.added)]
        total = len(reverted) + len(plan.removed)
        done = 0
        for batch in _batches(reverted):
            progress.report(done, total, _DOING)
            _revert(notebook, import_id, batch)
            done += len(batch)
        for one in touched:
            if one.added:
                notebook.contacts.set_deleted(one.contact_id, True)
        tags = notebook.import_history.plain_tags_of(plan.removed)
        for batch in _batches(plan.removed):
            progress.report(done, total, _DOING)
            notebook.import_history.remove_contacts(batch)
            done += len(batch)
        notebook.import_history.remove_unused_tags(tags)
        notebook.set_aside.remove_of_import(import_id)
        notebook.import_history.note_undone(import_id)
        progress.report(total, total, _DOING)
        change.touch_everything()
    return change.result()


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _CONTACTS_A_BATCH):
        yield ids[start : start + _CONTACTS_A_BATCH]


def _what_came(contact: ImportedContact) -> tuple[str, ...]:
    what = ["edited"] if contact.edited else []
    # Someone who was in the notebook before stays in it: what hangs on them is in no danger.
    counts = contact.counts if contact.added else {}
    for kind, count in counts.items():
        one, many = _WORDS[kind]
        what.append(one if count == 1 else many.format(count))
    if contact.added and "imports" in contact.counts and contact.edited:
        what.remove("edited")
    return tuple(what)


def _revert(notebook: Notebook, import_id: int, contact_ids: Sequence[int]) -> None:
    """Let contacts that an import changed become what they were, but for later changes."""
    history = notebook.import_history
    states = history.states(import_id, contact_ids)
    photo_ids = history.photo_ids(contact_ids)
    updates: list[DetailsUpdate] = []
    stamp = notebook.clock.stamp()
    for stored in notebook.recognition.contacts(list(states)):
        before, after = states[stored.id]
        details = before.details
        if stored.details != after.details:
            details = merge_card(
                after.details, before.details, stored.details, PhotoHashes(), notebook.region
            ).details
        photo_now = photo_ids[stored.id]
        updates.append(
            DetailsUpdate(
                stored.id,
                details,
                before.photo_id if photo_now == after.photo_id else photo_now,
                before.changed_at if stored.changed_at == after.changed_at else stamp,
            )
        )
    notebook.contacts.update_details(updates)
    history.restore_cards(states)
    history.forget_updates(import_id, list(states))
