"""Writes a document in the form that the name of its file asks for: PDF, web page or plain text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from notebook_app.formats.qr_code import qr_squares
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.gui.printing.whole_file import whole_file, write_into
from notebook_app.reports.document import Document
from notebook_app.reports.html_document import html_document
from notebook_app.reports.text_document import text_document

_TEXTS: Final[Mapping[str, Callable[[Document], str]]] = {
    ".html": lambda document: html_document(document, qr_squares),
    ".htm": lambda document: html_document(document, qr_squares),
    ".txt": text_document,
}


def is_text_form(path: Path) -> bool:
    """Return whether a file of that name is no PDF, but something that has no pages."""
    return path.suffix.lower() in _TEXTS


def write_document(
    document: Document, path: Path, paper: str = "A4", progress: Progress | None = None
) -> int:
    """Write ``document`` and return how many pages it has; a web page or a text is one.

    ``path`` ends in ``.html``, ``.htm`` or ``.txt``, or else it becomes a PDF on ``paper``.

    Raises:
        UserProblem: nothing to print, or see ``render_pdf``.
        Cancelled: the user asked to stop.
    """
    text_of = _TEXTS.get(path.suffix.lower())
    if text_of is None:
        return render_pdf(document, path, paper, progress)
    if document.is_empty():
        raise UserProblem("There is nothing to print.")
    write_text(text_of(document), path)
    return 1


def write_text(text: str, path: Path) -> None:
    """Write a whole file in UTF-8.

    Raises:
        UserProblem: ``path`` can't be written; what was there is as it was.
    """
    # Half an emoji can't be written in any form.
    whole = text.encode("utf-8", "replace")
    with whole_file(path) as file:
        write_into(file, path, whole)
