"""Sends labels, envelopes and cards to a printer, by the same painter as preview and PDF."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.labels_jobs import PrintJob, page_layout_of
from notebook_app.gui.printing.paper import UNITS_PER_INCH


def ask_and_print_job(job: PrintJob, parent: QWidget) -> int:
    """Ask for the printer, then print; return how many pages, 0 if not wanted.

    Raises:
        UserProblem: the printer could not be reached.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job.title)
    printer.setPageLayout(page_layout_of(job))
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return 0
    return print_job(job, printer)


def print_job(job: PrintJob, printer: object) -> int:
    """Print all pages on a QPrinter, and return how many there were.

    Raises:
        UserProblem: the printer could not be reached.
    """
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    # Full page, unscaled: else nothing would lie where the labels are.
    printer.setFullPage(True)
    printer.setPageLayout(page_layout_of(job))
    pages = job.painter()
    painter = QPainter()
    if not painter.begin(printer):
        raise UserProblem(
            "The printer could not be reached.",
            "",
            "Choose another one, or save the pages as a PDF.",
        )
    scale = printer.resolution() / UNITS_PER_INCH
    painter.scale(scale, scale)
    for number in range(pages.page_count):
        if number:
            printer.newPage()
        pages.paint(painter, number)
    painter.end()
    return pages.page_count
