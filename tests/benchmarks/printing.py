"""Follow-up lists of a thousand and of ten thousand entries as PDF, and what they add in memory."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from notebook_app.foundation.progress import Progress
from notebook_app.model.rows import FollowUpRow
from notebook_app.reports.follow_up_list import follow_up_list
from notebook_app.reports.html_document import html_document
from notebook_app.reports.text_document import text_document
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.generated_notebook import generated_notebook

_ENTRIES = 1000


def printing(contacts: int) -> Iterator[Figure]:
    """Laid out and written, against Qt writing as many lines of bare text."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

    from notebook_app.gui.frame.startup import make_application
    from notebook_app.gui.printing.locale_date_words import LocaleDateWords
    from notebook_app.gui.printing.render_pdf import render_pdf

    # One that can have windows: there is only one in a process, and the next part may want some.
    application = QGuiApplication.instance() or make_application(["benchmark"])
    assert application
    notebook = Notebook.open(generated_notebook(contacts), check=False)
    rows = notebook.follow_ups.open_between(None, None, _ENTRIES)
    notebook.close()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def bare() -> None:
            writer = QPdfWriter(str(folder / "bare.pdf"))
            painter = QPainter(writer)
            for number, row in enumerate(rows):
                if number and number % 12 == 0:
                    writer.newPage()
                painter.drawText(100, 800 * (number % 12 + 1), row.contact_name + row.last_topic)
            painter.end()

        bare_time = milliseconds(bare)
        document = follow_up_list(rows, date.today(), LocaleDateWords(QLocale()))
        value = milliseconds(lambda: render_pdf(document, folder / "list.pdf"))
        what = f"PDF of {len(rows)} follow-ups"
        yield Figure(what, value, "ms", bare_time, "as many lines by Qt alone")
        yield from _long_list(rows, folder)


def _long_list(rows: Sequence[FollowUpRow], folder: Path) -> Iterator[Figure]:
    """Measure the same rows ten times over, and the memory while their pages are written."""
    from PySide6.QtCore import QLocale

    from notebook_app.gui.printing.locale_date_words import LocaleDateWords
    from notebook_app.gui.printing.render_pdf import render_pdf

    document = follow_up_list([*rows] * 10, date.today(), LocaleDateWords(QLocale()))
    count = document.entry_count()
    resident: list[int] = []

    def listen(done: int, total: int, _text: str) -> None:
        if done * 2 > total:
            resident.append(_resident_megabytes())

    progress = Progress(listen)
    value = milliseconds(lambda: render_pdf(document, folder / "long.pdf", progress=progress))
    yield Figure(f"PDF of {count} follow-ups", value / 1000, "s", 10, "the limit")
    grown = max(resident) - resident[0] if resident and resident[0] else 0
    yield Figure("  memory that its pages add while they are written", grown, "MB")
    page = milliseconds(lambda: html_document(document))
    yield Figure(f"Web page of {count} follow-ups", page)
    yield Figure(f"Plain text of {count} follow-ups", milliseconds(lambda: text_document(document)))


def _resident_megabytes() -> int:
    """Return what the process has in memory now; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20
