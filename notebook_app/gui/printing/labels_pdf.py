"""Writes labels, envelopes and cards as PDF, to the exact millimetre and never half a file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPdfWriter

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.gui.printing.labels_jobs import PrintJob, page_layout_of
from notebook_app.gui.printing.paper import UNITS_PER_INCH
from notebook_app.gui.printing.whole_file import not_written, whole_file

_CREATOR: Final = "Contact Notebook"


def write_job(job: PrintJob, path: Path, progress: Progress | None = None) -> int:
    """Write the pages to ``path`` and return how many there are.

    Raises:
        UserProblem: there is nothing to print, no font, or ``path`` can't be written.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    count = job.page_count
    if count == 0:
        raise UserProblem("There is nothing to print.", "Nobody chosen has an address.")
    pages = job.painter()
    with whole_file(path) as file:
        writer = QPdfWriter(file)
        writer.setResolution(UNITS_PER_INCH)
        writer.setPageLayout(page_layout_of(job))
        writer.setTitle(job.title)
        writer.setCreator(f"{_CREATOR} {QCoreApplication.applicationVersion()}".strip())
        painter = QPainter()
        if not painter.begin(writer):
            raise not_written(path, file)
        try:
            for number in range(count):
                progress.report(number, count, f"Page {number + 1} of {count}")
                if number:
                    writer.newPage()
                pages.paint(painter, number)
        finally:
            painter.end()
    return count
