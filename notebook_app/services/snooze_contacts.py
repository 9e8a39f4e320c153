"""Not now: leave whoever fades alone until a day, for one or for many."""

from collections.abc import Sequence
from datetime import date

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.changes import ChangeSet
from notebook_app.model.month_names import day_and_month
from notebook_app.services.change_many import change_batches, described
from notebook_app.storage.notebook import Notebook


def snooze_contacts(
    notebook: Notebook,
    contact_ids: Sequence[int],
    until: date,
    progress: Progress | None = None,
) -> ChangeSet:
    """Ask for these people again from ``until`` on, not before.

    Raises:
        UserProblem: ``until`` is not a day to come, it is so already, or it could not be written.
    """
    if until <= notebook.clock.today():
        raise UserProblem("That day is not to come.", "", "Choose a day after today.")
    words = f"Not before {day_and_month(until)} {until.year}: {described(notebook, contact_ids)}"
    return change_batches(
        notebook,
        contact_ids,
        words,
        lambda batch: notebook.many.set_snoozed(batch, until),
        progress,
    )


def end_snooze(
    notebook: Notebook, contact_ids: Sequence[int], progress: Progress | None = None
) -> ChangeSet:
    """Ask for these people again as for everybody.

    Raises:
        UserProblem: none of them was put off, or it could not be written.
    """
    words = f"No longer put off: {described(notebook, contact_ids)}"
    return change_batches(
        notebook, contact_ids, words, lambda batch: notebook.many.set_snoozed(batch, None), progress
    )
