"""Whom to print: those who are selected, everyone, or those of a list that keeps itself."""

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.services.list_people import people_ids, read_query
from notebook_app.storage.notebook import Notebook

Whom = tuple[str, str | None]
"""A line of the field: its words, and a query; None stands for those who are selected."""

EVERYONE = ""
_LONGEST_NAME = 60


def whom_lines(notebook: Notebook, selected: int, locale: QLocale) -> list[Whom]:
    """Return what there is to choose from, the selected first if there are any."""
    tr = QCoreApplication.translate
    lines: list[Whom] = []
    if selected:
        one = tr("Whom", "1 person selected")
        words = one if selected == 1 else tr("Whom", "{count} people selected")
        lines.append((words.format(count=locale.toString(selected)), None))
    lines.append((tr("Whom", "Everyone"), EVERYONE))
    saved = notebook.saved_lists.all()
    return [*lines, *((each.name[:_LONGEST_NAME], each.query) for each in saved)]


def people_found(notebook: Notebook, query: str) -> list[int]:
    """Return whom a query finds.

    Raises:
        QueryMistake: it can't be understood.
    """
    return people_ids(notebook, read_query(notebook, query), notebook.clock.today())
