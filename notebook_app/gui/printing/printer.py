"""Sends a prepared list to a printer, by the same painter as preview and PDF.

QtPrintSupport looks for printers when it is loaded, which may take a while; so it is brought in
here, when somebody prints, and nowhere else.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.paper import UNITS_PER_INCH, find_paper
from notebook_app.gui.printing.prepared_list import PreparedList


def there_is_a_printer() -> bool:
    """Return whether this computer knows any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


ForPaper = Callable[[PreparedList], AbstractContextManager[PreparedList]]
"""Gives what goes on paper in the place of what was looked at, while it is printed."""


def ask_and_print(
    prepared: PreparedList, parent: QWidget, for_paper: ForPaper = nullcontext
) -> int:
    """Ask for printer, pages and copies, then print; return how many pages, 0 if not wanted.

    Raises:
        UserProblem: the printer could not be reached.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(prepared.document.title)
    printer.setPageLayout(find_paper(prepared.paper).page_layout())
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(prepared.pages))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return 0
    first, last = 1, len(prepared.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        first, last = max(1, printer.fromPage()), min(printer.toPage() or last, last)
    with for_paper(prepared) as final:
        return print_pages(final, printer, first, last)


def print_pages(prepared: PreparedList, printer: object, first: int, last: int) -> int:
    """Print the pages from ``first`` to ``last``, counted from 1, on a QPrinter.

    Raises:
        UserProblem: the printer could not be reached.
    """
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    # Full page: the margins are our own, and every printer reaches further out than they do.
    printer.setFullPage(True)
    printer.setPageLayout(find_paper(prepared.paper).page_layout())
    pages = prepared.painter()
    painter = QPainter()
    if not painter.begin(printer):
        raise UserProblem(
            "The printer could not be reached.",
            "",
            "Choose another one, or save the list as a PDF.",
        )
    scale = printer.resolution() / UNITS_PER_INCH
    painter.scale(scale, scale)
    for number in range(first - 1, last):
        if number >= first:
            printer.newPage()
        pages.paint(painter, number)
    painter.end()
    return last - first + 1
