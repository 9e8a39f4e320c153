"""A follow-up list of a thousand entries as PDF."""

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from notebook_app.reports.follow_up_list import follow_up_list
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.generated_notebook import generated_notebook

_ENTRIES = 1000


def printing(contacts: int) -> Iterator[Figure]:
    """Laid out and written, against Qt writing as many lines of bare text."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QGuiApplication, QPainter, QPdfWriter

    from notebook_app.gui.printing.locale_date_words import LocaleDateWords
    from notebook_app.gui.printing.render_pdf import render_pdf

    application = QGuiApplication.instance() or QGuiApplication(["benchmark"])
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
