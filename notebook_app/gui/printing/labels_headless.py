"""Labels, envelopes and cards from commands, without a display."""

from collections.abc import Sequence
from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.headless import printing_application
from notebook_app.gui.printing.labels_jobs import CardJob, EnvelopeJob, LabelJob
from notebook_app.gui.printing.labels_pdf import write_job
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.reports.labels import Recipient, plan_labels
from notebook_app.reports.labels_cards import writing_card
from notebook_app.reports.labels_envelopes import Envelope
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.storage.notebook import Notebook


def save_labels(
    path: Path,
    recipients: Sequence[Recipient],
    sheet: LabelSheet,
    *,
    start: int = 1,
    copies: int = 1,
    outlines: bool = False,
    progress: Progress | None = None,
) -> int:
    """Write labels as PDF and return how many pages they take.

    Raises:
        UserProblem: there is nobody to write to, or the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    plan = plan_labels(recipients, sheet, start, copies)
    with printing_application():
        return write_job(LabelJob(sheet, plan, outlines), path, progress)


def save_envelopes(
    path: Path,
    recipients: Sequence[Recipient],
    envelope: Envelope,
    sender: Sequence[str],
    progress: Progress | None = None,
) -> int:
    """Write an envelope for each as PDF and return how many there are.

    Raises:
        UserProblem: there is nobody to write to, or the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        job = EnvelopeJob(envelope, tuple(recipients), tuple(sender))
        return write_job(job, path, progress)


def card_job(notebook: Notebook, contact_ids: Sequence[int]) -> CardJob:
    """Return the cards to write on to these people.

    Raises:
        UserProblem: nobody is named.
    """
    if not contact_ids:
        raise UserProblem("There is nothing to print.", "Nobody was chosen.")
    today, words = notebook.clock.today(), LocaleDateWords()
    people = prepare_briefing(notebook, contact_ids)
    return CardJob(tuple(writing_card(person, today, words) for person in people))


def save_cards(
    notebook: Notebook, path: Path, contact_ids: Sequence[int], progress: Progress | None = None
) -> int:
    """Write the cards as PDF and return how many pages they take.

    Raises:
        UserProblem: nobody is named, or the file can't be written; none is left.
        Cancelled: the user asked to stop.
    """
    with printing_application():
        return write_job(card_job(notebook, contact_ids), path, progress)
