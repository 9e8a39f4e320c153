"""Documents about people as the command writes them, from a real notebook."""

from collections.abc import Sequence
from pathlib import Path

from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.headless import save_document
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.make_people_document import event_document, people_document
from notebook_app.services.print_contacts import picture_bytes
from notebook_app.storage.notebook import Notebook


def save_people(
    notebook: Notebook,
    path: Path,
    people: Sequence[int],
    *,
    style: PeopleStyle,
    paper: str | None = None,
    progress: Progress | None = None,
) -> int:
    """Write a document about people and return how many pages it has."""
    return save_document(
        path,
        lambda words, language: people_document(
            notebook,
            style,
            people,
            words,
            lambda photo_id: picture_bytes(notebook, photo_id),
            language=language,
            progress=progress,
        ),
        paper=paper,
        progress=progress,
    )


def save_event_sheet(notebook: Notebook, path: Path, event_id: int) -> int:
    """Write the sheet of an event and return how many pages it has."""
    return save_document(path, lambda words, _language: event_document(notebook, event_id, words))
