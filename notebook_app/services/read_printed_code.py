"""Find the code of a printed list in a picture of its paper: a scan, a photograph, a screenshot."""

from collections.abc import Iterable

from notebook_app.formats.pdf_pages import is_pdf, pdf_pages
from notebook_app.formats.qr_picture import GreyPicture, codes_in
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.model.printed_list import PrintedCode, PrintedList, read_reference
from notebook_app.services.answer_printed_row import find_printed_list
from notebook_app.services.picture_cards import PictureReader
from notebook_app.storage.notebook import Notebook


def printed_code(
    name: str, data: bytes, read_picture: PictureReader, progress: Progress | None = None
) -> PrintedCode | None:
    """Return what the code of a printed list says in a picture, or on a page of a PDF.

    None if there is none of ours; ``progress`` can stop a long look.

    Raises:
        UserProblem: it is no picture, and no PDF, that can be read.
        Cancelled: the user asked to stop.
    """
    if is_pdf(data):
        return code_in_shades(pdf_pages(name, data, progress))
    return code_in_shades(read_picture(name, data))


def code_in_shades(pictures: Iterable[GreyPicture]) -> PrintedCode | None:
    """Return what the code of a printed list says in pictures; None if there is none of ours."""
    for picture in pictures:
        for code in codes_in(picture):
            found = read_reference(code.text)
            if found is not None:
                return found
    return None


def list_of_code(notebook: Notebook, code: PrintedCode) -> PrintedList:
    """Return the list that a code belongs to.

    Raises:
        UserProblem: the list was forgotten, or was printed from another notebook.
    """
    found = find_printed_list(notebook, code.number)
    if not code.is_of(found):
        raise UserProblem(
            f"This paper is not list {code.number} of this notebook.",
            "It was printed from another one.",
            "Open the notebook that it was printed from.",
        )
    return found
