"""Writes labels, envelopes and cards as PDF."""

from pathlib import Path

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.labels_jobs import PrintJob, page_layout_of
from notebook_app.gui.printing.pages_pdf import write_pages


def write_job(job: PrintJob, path: Path, progress: Progress | None = None) -> int:
    """Write the pages to ``path`` and return how many there are.

    Raises:
        UserProblem: there is nothing to print, no font, or ``path`` can't be written.
        Cancelled: the user asked to stop.
    """
    if job.page_count == 0:
        raise UserProblem("There is nothing to print.", "Nobody chosen has an address.")
    return write_pages(job.painter(), path, page_layout_of(job), job.title, progress=progress)
