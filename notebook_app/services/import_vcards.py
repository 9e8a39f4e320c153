"""Carry out an import that was planned: one change, that can be taken back as a whole."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

from notebook_app.foundation.progress import Cancelled, Progress, no_progress
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, Photo
from notebook_app.model.identifiers import new_uid
from notebook_app.model.phone_number import international_form
from notebook_app.services.import_plan import (
    CardState,
    ChangedContact,
    ImportPlan,
    NewContact,
)
from notebook_app.services.listed_member import ListedMember
from notebook_app.services.packed_cards import CardRows
from notebook_app.services.plan_import import planned_anew
from notebook_app.services.prepare_cards import PreparedCard, rows_of
from notebook_app.services.rejected_cards import write_rejected
from notebook_app.storage.contact_updates import DetailsUpdate
from notebook_app.storage.imports import ContactRows, ImportCounts
from notebook_app.storage.notebook import Change, Notebook

_Item = TypeVar("_Item")

_CONTACTS_A_BATCH = 800
_UPDATES_A_BATCH = 150
"""Few enough to stop within a fifth of a second."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did.

    ``import_id`` is None if nothing was added or updated. ``left_out`` are the cards that the
    user did not want.
    """

    changes: ChangeSet
    cards: int
    added: int
    updated: int
    unchanged: int
    rejected: int
    rejected_file: Path | None
    import_id: int | None
    seconds: float
    left_out: int = 0


def import_vcards(
    notebook: Notebook, plan: ImportPlan, progress: Progress | None = None
) -> ImportOutcome:
    """Add and change what ``plan`` says, with the user's choices in it.

    If the notebook changed since, it is planned anew. Cards that can't be read are set aside,
    those that this is another try of leave the list of them. A backup is made before, unless
    nothing is to be changed or the notebook is empty. Cancelled or failed, nothing is left
    behind.

    Raises:
        UserProblem: it could not be written.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    start = time.monotonic()
    if not plan.changes_nothing:
        notebook.ensure_writable()
    if plan.choices or plan.mark != notebook.imports.mark():
        plan = planned_anew(notebook, plan, progress)
    unreadable = [card for card in plan.cards if card.state is CardState.UNREADABLE]
    backup = None
    if not plan.changes_nothing and notebook.imports.has_contacts():
        backup = notebook.backups.make("before import", progress)
    rejected = write_rejected(notebook.path, unreadable)
    path = rejected[0] if rejected else None
    changes, import_id = ChangeSet(can_undo=False), None
    try:
        if not plan.changes_nothing:
            writing = _Writing(notebook, plan, progress)
            changes, import_id = writing.run(path)
            plan = writing.plan
        elif plan.retried or not all(card.set_aside for card in unreadable):
            changes = _only_set_aside(notebook, plan, path)
    except BaseException as error:
        if rejected and rejected[1]:
            rejected[0].unlink(missing_ok=True)
        if backup and isinstance(error, Cancelled):
            backup.unlink(missing_ok=True)
        raise
    counts = plan.counts()
    return ImportOutcome(
        changes=changes,
        cards=len(plan.cards),
        added=counts[CardState.NEW] + counts[CardState.POSSIBLE],
        updated=counts[CardState.CHANGED],
        unchanged=counts[CardState.UNCHANGED],
        rejected=counts[CardState.UNREADABLE],
        rejected_file=path,
        import_id=import_id,
        seconds=time.monotonic() - start,
        left_out=counts[CardState.LEFT_OUT],
    )


def _only_set_aside(notebook: Notebook, plan: ImportPlan, rejected_file: Path | None) -> ChangeSet:
    count = plan.count(CardState.UNREADABLE)
    if count:
        names = _file_names(plan.file_names)
        label = f"Set {'1 card' if count == 1 else f'{count} cards'} from {names} aside"
    else:
        label = "Took a mended card off the list"
    with notebook.change(label) as change:
        _set_aside(notebook, plan, None, rejected_file)
        change.touch(Changed.IMPORT)
    return change.result()


def _set_aside(
    notebook: Notebook, plan: ImportPlan, import_id: int | None, rejected_file: Path | None
) -> None:
    notebook.set_aside.remove(plan.retried)
    notebook.set_aside.add(
        import_id,
        str(rejected_file) if rejected_file else None,
        [
            (card.source, card.line, card.reason, card.raw)
            for card in plan.cards
            if card.state is CardState.UNREADABLE
        ],
    )


class _Unpacked(NamedTuple):
    """A new contact as far as a helper can prepare it."""

    uid: str
    rows: CardRows
    photo: Photo | None
    source_cards: list[tuple[str, str, str, str]]


class _Writing:
    """The writing of one plan."""

    def __init__(self, notebook: Notebook, plan: ImportPlan, progress: Progress) -> None:
        self._notebook = notebook
        self.plan = plan
        self._progress = progress
        self._total = len(plan.new) + len(plan.changed)
        self._done = 0
        self._tag_ids: dict[str, int] = {}

    def run(self, rejected_file: Path | None) -> tuple[ChangeSet, int]:
        """Write everything in one transaction; return what changed and the import's id.

        What was written to the notebook since the plan was made changes ``plan``.
        """
        label = f"Imported {_people(self._total)} from {_file_names(self.plan.file_names)}"
        with steady_pace(), self._notebook.change(label) as change:
            if self._notebook.imports.mark(without_step=change.step_id) != self.plan.mark:
                self.plan = planned_anew(self._notebook, self.plan, self._progress)
            import_id = self._notebook.imports.record(change.step_id, self._counts(rejected_file))
            self._add_all(change, import_id)
            for batch in _batches(self.plan.changed, _UPDATES_A_BATCH):
                self._report(len(batch))
                self._update(import_id, batch)
                change.touch(Changed.CONTACT, *(changed.contact_id for changed in batch))
            _set_aside(self._notebook, self.plan, import_id, rejected_file)
            self._progress.report(self._total, self._total, "Importing")
            change.touch_everything()
        return change.result(), import_id

    def _add_all(self, change: Change, import_id: int) -> None:
        if not self.plan.new:
            return
        uids = self._notebook.imports.uids_in_use()
        batches = _batches(self.plan.new, _CONTACTS_A_BATCH)
        # While SQLite writes one batch, which needs no Python, a helper unpacks the next.
        with self._notebook.imports.adding_many(), ThreadPoolExecutor(1) as helper:
            coming = helper.submit(self._unpacked, batches[0], uids)
            for number, batch in enumerate(batches):
                ready = coming.result()
                if number + 1 < len(batches):
                    coming = helper.submit(self._unpacked, batches[number + 1], uids)
                self._report(len(batch))
                rows = [self._rows(unpacked) for unpacked in ready]
                self._notebook.imports.insert_contacts(change.step_id, import_id, rows)

    def _unpacked(self, batch: Sequence[NewContact], uids: set[str]) -> list[_Unpacked]:
        """Return all that can be said of new contacts without asking the notebook."""
        unpacked: list[_Unpacked] = []
        for new in batch:
            first = new.cards[0]
            uid = first.uid if first.uid and first.uid not in uids else new_uid()
            uids.add(uid)
            unpacked.append(
                _Unpacked(
                    uid,
                    first.rows() if new.merged is None else self._rows_of(new.merged),
                    next((found for card in new.cards if (found := card.photo())), None),
                    [_source_card(card) for card in new.cards],
                )
            )
        return unpacked

    def _rows(self, new: _Unpacked) -> ContactRows:
        return ContactRows(
            uid=new.uid,
            columns=new.rows.columns,
            belongings=new.rows.belongings,
            tag_ids=self._tags(new.rows.tags),
            photo_id=self._notebook.contacts.store_photo(new.photo),
            source_cards=new.source_cards,
        )

    def _rows_of(self, details: ContactDetails) -> CardRows:
        region = self._notebook.region
        return rows_of(
            details, [international_form(item.number, region) for item in details.phones]
        )

    def _tags(self, names: Sequence[str]) -> list[int]:
        for name in names:
            if name not in self._tag_ids:
                self._tag_ids[name] = self._notebook.contacts.tag_id(name)
        return list(dict.fromkeys(self._tag_ids[name] for name in names))

    def _update(self, import_id: int, batch: Sequence[ChangedContact]) -> None:
        notebook, history = self._notebook, self._notebook.import_history
        ids = [changed.contact_id for changed in batch]
        before = history.states_now(ids)
        photo_ids = history.photo_ids(ids)
        present = [changed for changed in batch if changed.contact_id in before]
        stamp = notebook.clock.stamp()
        notebook.contacts.update_details(
            [
                DetailsUpdate(
                    changed.contact_id,
                    changed.details,
                    notebook.contacts.store_photo(changed.details.photo)
                    if changed.takes_photo
                    else photo_ids[changed.contact_id],
                    stamp,
                )
                for changed in present
            ]
        )
        notebook.imports.store_source_cards(
            [
                (changed.contact_id, replaced, _source_card(card))
                for changed in present
                for card, replaced in changed.cards
            ]
        )
        history.note_updates(import_id, before)

    def _report(self, more: int) -> None:
        self._progress.report(self._done, self._total, "Importing")
        self._done += more

    def _counts(self, rejected_file: Path | None) -> ImportCounts:
        counts = self.plan.counts()
        return ImportCounts(
            file_name=_file_names(self.plan.file_names),
            cards=len(self.plan.cards),
            added=counts[CardState.NEW] + counts[CardState.POSSIBLE],
            updated=counts[CardState.CHANGED],
            unchanged=counts[CardState.UNCHANGED],
            rejected=counts[CardState.UNREADABLE],
            rejected_file=str(rejected_file) if rejected_file else None,
        )


def _batches(items: Sequence[_Item], size: int) -> list[Sequence[_Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _source_card(card: PreparedCard | ListedMember) -> tuple[str, str, str, str]:
    return card.uid, card.version, card.fingerprint, card.raw


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _file_names(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} files"
