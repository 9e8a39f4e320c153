"""The pages of a PDF as pictures in shades of grey, for QR codes to be found on them.

PDFium draws them, as browsers do; it is loaded when a PDF is looked at, and not before.
"""

from collections.abc import Generator, Iterator
from math import sqrt
from threading import Lock
from typing import TYPE_CHECKING, Final

from notebook_app.formats.qr_picture import GreyPicture
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress, no_progress

if TYPE_CHECKING:
    import pypdfium2

_FIRST_BYTES: Final = 1_024
_POINTS_PER_INCH: Final = 72
_DOTS_PER_INCH: Final = (150, 300)
"""Nearly all codes are found at the first; small ones on poor paper at the second."""

_MOST_PIXELS: Final = 30_000_000
_LONGEST_SIDE: Final = 30_000
"""In pixels: a strip of paper five metres long."""

_ONE_AT_A_TIME: Final = Lock()
"""PDFium may not be called from two threads at once."""


def is_pdf(data: bytes) -> bool:
    """Return whether the bytes say that they are a PDF; some writers put a little before it."""
    return b"%PDF-" in data[:_FIRST_BYTES]


def pdf_pages(name: str, data: bytes, progress: Progress | None = None) -> Generator[GreyPicture]:
    """Yield every page of a PDF, coarse and then fine.

    Raises:
        UserProblem: it is damaged, or locked with a password.
        Cancelled: the user asked to stop.
    """
    import pypdfium2

    progress = progress or no_progress()
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _not_read(name) from error
        try:
            for number in range(len(document)):
                progress.report(number, len(document), name)
                try:
                    yield from _drawn(document[number])
                except pypdfium2.PdfiumError:
                    # The others may be whole.
                    continue
        finally:
            document.close()


def _drawn(page: "pypdfium2.PdfPage") -> Iterator[GreyPicture]:
    width, height = page.get_size()
    most = min(sqrt(_MOST_PIXELS / max(1, width * height)), _LONGEST_SIDE / max(1, width, height))
    for dots in _DOTS_PER_INCH:
        drawn = page.render(scale=min(dots / _POINTS_PER_INCH, most), grayscale=True)
        pixels = bytearray(drawn.buffer)
        yield GreyPicture(pixels, drawn.width, drawn.height, drawn.stride)
        drawn.close()
    page.close()


def _not_read(name: str) -> UserProblem:
    return UserProblem(
        f"{name} can't be read: it is damaged, or locked with a password.",
        "",
        "Scan the page once more, or save it as a picture.",
    )
