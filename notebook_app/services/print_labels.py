"""Gather whom to write to, and keep what is typed once: the sender's address, own label sheets."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.reports.labels import AddressChoice, Recipient, Recipients, recipient_of
from notebook_app.reports.postal_address import LINE_LENGTH
from notebook_app.reports.shortening import one_line
from notebook_app.storage.contact_batches import contacts_without_photos
from notebook_app.storage.notebook import Notebook

MOST_SENDER_LINES: Final = 7
MOST_OWN_SHEETS: Final = 50
_SENDER: Final = "sender_address"
_SHEETS: Final = "label_sheets"


def recipients(
    notebook: Notebook,
    contact_ids: Sequence[int],
    choice: AddressChoice = AddressChoice.PREFERRED,
    progress: Progress | None = None,
) -> Recipients:
    """Return how to write to these people, in their order, each once; and who has no address.

    Raises:
        Cancelled: the user asked to stop.
    """
    ids = list(dict.fromkeys(contact_ids))
    progress = progress or no_progress()
    found: list[Recipient] = []
    missing: list[str] = []
    for number, contact in enumerate(contacts_without_photos(notebook.database, ids)):
        progress.report(number, len(ids), "Looking for addresses")
        if contact.deleted_at is not None:
            continue
        recipient = recipient_of(contact, choice, notebook.region)
        if recipient is None:
            missing.append(one_line(contact.details.display_name, LINE_LENGTH))
        else:
            found.append(recipient)
    return Recipients(tuple(found), tuple(missing))


def sender_of(notebook: Notebook) -> tuple[str, ...]:
    """Return the lines of the sender's address; none if it was never typed."""
    kept = notebook.settings.read(_SENDER)
    return sender_lines(kept) if isinstance(kept, str) else ()


def sender_lines(text: str) -> tuple[str, ...]:
    """Return the lines of an address as it was typed, without empty ones."""
    lines = (one_line(line, LINE_LENGTH) for line in text[:2_000].splitlines())
    return tuple(line for line in lines if line)[:MOST_SENDER_LINES]


def keep_sender(notebook: Notebook, text: str) -> ChangeSet | None:
    """Keep the sender's address for the next envelopes; None if it is what is kept already.

    Raises:
        UserProblem: it could not be written.
    """
    lines = sender_lines(text)
    if lines == sender_of(notebook):
        return None
    with notebook.change("Own address changed") as change:
        notebook.settings.write(_SENDER, "\n".join(lines))
        change.touch(Changed.SETTING)
    return change.result()


def own_sheets(notebook: Notebook) -> tuple[LabelSheet, ...]:
    """Return the sheets that the user measured; whatever can't be understood is left out."""
    kept = notebook.settings.read(_SHEETS)
    sheets = [_sheet(each) for each in kept] if isinstance(kept, list) else []
    return tuple(sheet for sheet in sheets if sheet is not None)


def keep_own_sheet(notebook: Notebook, sheet: LabelSheet) -> ChangeSet:
    """Keep a sheet of the user's own, in place of one of the same name.

    Raises:
        UserProblem: there can be no such sheet, there are too many, or it could not be written.
    """
    mistake = sheet.mistake()
    if mistake:
        raise UserProblem(mistake)
    others = [each for each in own_sheets(notebook) if each.name != sheet.name]
    if len(others) >= MOST_OWN_SHEETS:
        raise UserProblem("There are too many sheets of your own.", "", "Change one of them.")
    with notebook.change(f"Label sheet {sheet.name} kept") as change:
        notebook.settings.write(_SHEETS, [asdict(each) for each in (*others, sheet)])
        change.touch(Changed.SETTING)
    return change.result()


def _sheet(kept: object) -> LabelSheet | None:
    if not isinstance(kept, dict):
        return None
    try:
        sheet = LabelSheet(
            str(kept["name"]),
            str(kept["paper"]),
            int(kept["columns"]),
            int(kept["rows"]),
            *(float(kept[name]) for name in ("width", "height", "left", "top", "across", "down")),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return None if sheet.mistake() else sheet
