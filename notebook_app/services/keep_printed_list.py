"""Number a follow-up list that goes on paper, and remember its rows once it is really there."""

from collections.abc import Iterator
from contextlib import contextmanager

from notebook_app.model.identifiers import new_uid
from notebook_app.reports.document import Document
from notebook_app.reports.numbered import numbered
from notebook_app.storage.notebook import Notebook


@contextmanager
def kept_on_paper(notebook: Notebook, document: Document) -> Iterator[Document]:
    """Give a list of follow-ups its number while it is printed; remember it if that went well.

    After an error or a cancel nothing is remembered, and the number is never given again: half of
    the paper may be there. What is not about follow-ups, or is of a notebook that can only be
    read, is printed without a number.

    Raises:
        UserProblem: the number could not be written.
    """
    about = [entry.about for section in document.sections for entry in section.entries]
    if notebook.read_only or not any(about):
        yield document
        return
    uid = new_uid()
    with notebook.tidying():
        number = notebook.printed_lists.reserve()
        rows = notebook.printed_lists.rows_about(about)
    yield numbered(document, number, uid)
    title = ": ".join(part for part in (document.title, document.subtitle) if part)
    with notebook.tidying():
        notebook.printed_lists.keep(number, uid, title, rows)
