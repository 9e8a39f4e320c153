"""Write people as a table for spreadsheets and other programs.

They are read twice from the notebook: first to see which columns are needed, then to write them.
"""

import codecs
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notebook_app.formats.csv.column_use import OWN, ColumnUse
from notebook_app.formats.csv.own_layout import ONLY_HERE
from notebook_app.formats.csv.person_cells import (
    COLUMN_SETS,
    MOST_OWN_FIELDS,
    cells_of,
    columns_for,
    header_of,
    not_in_table,
)
from notebook_app.formats.csv.spreadsheet_cells import csv_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.contact import Contact
from notebook_app.services.export_targets import open_target, written_whole
from notebook_app.services.export_vcards import ExportOutcome, NotCarried
from notebook_app.storage.notebook import Notebook

_CONTACTS_A_BATCH = 100
_NAMED = 5

USUAL_COLUMNS = tuple(COLUMN_SETS)
COLUMNS = (*USUAL_COLUMNS, *ONLY_HERE)
"""What can be chosen. The last two are only known here, and not taken back by an import."""


@dataclass(frozen=True, slots=True)
class TableChoice:
    """Which columns to write, out of ``COLUMNS``, and whether Excel is to know that it is UTF-8."""

    columns: tuple[str, ...] = USUAL_COLUMNS
    mark: bool = False


def export_csv(
    notebook: Notebook,
    target: Path,
    contact_ids: Sequence[int] | None = None,
    choice: TableChoice | None = None,
    progress: Progress | None = None,
) -> ExportOutcome:
    """Write contacts to ``target``, which is replaced only by something whole and read back.

    Args:
        notebook: where the contacts are. The running thread needs a connection to it.
        target: the file to write.
        contact_ids: whom; None for everyone.
        choice: which columns, and how.
        progress: told how far it is.

    Raises:
        UserProblem: there is nobody to write, or the target can't be written.
        Cancelled: the user asked to stop; ``target`` is as it was.
    """
    progress, choice = progress or no_progress(), choice or TableChoice()
    start = time.monotonic()
    ids = notebook.contacts.all_ids() if contact_ids is None else list(contact_ids)
    if not ids:
        raise UserProblem("There is nobody to export yet.", "", "Add or import people first.")
    needed: dict[ColumnUse, None] = {}
    missing: Counter[str] = Counter()
    own = _OwnFields()
    for done, contact in enumerate(_contacts(notebook, ids)):
        progress.report(done, 2 * len(ids), "Looking at people")
        cells = cells_of(contact.details)
        needed.update(dict.fromkeys(cells))
        missing.update(not_in_table(contact.details))
        own.count(cells)
    if own.people and OWN in choice.columns:
        missing[own.words()] = own.people
    columns = columns_for((*needed, ColumnUse("uid")), choice.columns)
    opening = open_target(target, one_per_person=False)
    count = -1
    with written_whole(target, opening) as writing:
        for line in _lines(_contacts(notebook, ids), columns, choice):
            writing.add("", line)
            count += 1
            progress.report(len(ids) + count, 2 * len(ids), "Writing rows")
    not_carried = tuple(NotCarried(what, people) for what, people in sorted(missing.items()))
    return ExportOutcome(count, target, time.monotonic() - start, not_carried)


class _OwnFields:
    """Counts who has own fields that a table has no more columns for, and which ones."""

    def __init__(self) -> None:
        self._taken: set[ColumnUse] = set()
        self._left_out: dict[str, None] = {}
        self.people = 0

    def count(self, cells: Iterable[ColumnUse]) -> None:
        left_out = []
        for use in cells:
            if use.field != OWN or use in self._taken:
                continue
            if len(self._taken) < MOST_OWN_FIELDS:
                self._taken.add(use)
            else:
                left_out.append(use.label)
        self._left_out.update(dict.fromkeys(left_out))
        self.people += bool(left_out)

    def words(self) -> str:
        names = [f"“{' '.join(name.split())[:30]}”" for name in self._left_out]
        more = len(names) - _NAMED
        shown = ", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
        return f"own fields behind the first {MOST_OWN_FIELDS}: {shown}"


def _lines(
    contacts: Iterator[Contact], columns: Sequence[ColumnUse], choice: TableChoice
) -> Iterator[bytes]:
    """Yield the header, and the row of each contact."""
    only_here = [name for name in ONLY_HERE if name in choice.columns]
    header = [*header_of(columns), *(ONLY_HERE[name] for name in only_here)]
    mark = codecs.BOM_UTF8 if choice.mark else b""
    yield mark + csv_line(header).encode("utf-8", "replace")
    for contact in contacts:
        cells = cells_of(contact.details, contact.uid)
        row = [cells.get(use, "") for use in columns]
        row += [_known_here(contact, name) for name in only_here]
        yield csv_line(row).encode("utf-8", "replace")


def _known_here(contact: Contact, name: str) -> str:
    if name == "stage":
        return contact.stage or ""
    return ", ".join(contact.roles)


def _contacts(notebook: Notebook, ids: Sequence[int]) -> Iterator[Contact]:
    for start in range(0, len(ids), _CONTACTS_A_BATCH):
        yield from notebook.contacts.many(ids[start : start + _CONTACTS_A_BATCH])
