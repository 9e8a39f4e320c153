"""The pages of a PDF as pictures: each of them, at a size that can be looked through."""

from contextlib import closing

import pytest

from notebook_app.formats.pdf_pages import is_pdf, pdf_pages
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress


def empty_pdf(*sizes: tuple[float, float], start: bytes = b"%PDF-1.4\n") -> bytes:
    """A PDF with empty pages of those widths and heights in points."""
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + len(sizes)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sizes)} >>",
        *(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] >>" for w, h in sizes),
    ]
    body = start
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode()


def test_every_page_is_drawn_coarse_and_fine() -> None:
    pages = list(pdf_pages("scan.pdf", empty_pdf((595, 842), (842, 595))))
    assert [(page.width, page.height) for page in pages] == [
        (1240, 1755),
        (2480, 3509),
        (1755, 1240),
        (3509, 2480),
    ]
    assert set(pages[0].pixels) == {255}
    assert all(len(page.pixels) == page.row_length * page.height for page in pages)


def test_a_page_as_large_as_a_house_is_drawn_smaller() -> None:
    for page in pdf_pages("plan.pdf", empty_pdf((14_400, 14_400))):
        assert page.width * page.height <= 30_100_000


@pytest.mark.parametrize("height", [1, 0.001])
def test_a_strip_as_long_as_a_street_is_drawn_smaller(height: float) -> None:
    for page in pdf_pages("strip.pdf", empty_pdf((1_000_000_000, height))):
        assert max(page.width, page.height) <= 30_001


def test_a_page_that_is_missing_does_not_hide_the_others() -> None:
    content = empty_pdf((100, 100), (100, 100)).replace(b"[3 0 R", b"[9 0 R")
    pages = list(pdf_pages("scan.pdf", content))
    assert [(page.width, page.height) for page in pages] == [(209, 209), (417, 417)]


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"%PDF-1.7\n" + bytes(1_000), b"%PDF-\xff\xfe"])
def test_what_is_damaged_says_so(content: bytes) -> None:
    with pytest.raises(UserProblem, match=r"scan\.pdf can't be read"):
        next(pdf_pages("scan.pdf", content))


def test_one_may_stop_and_look_at_another() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        list(pdf_pages("scan.pdf", empty_pdf((100, 100)), progress))
    with closing(pdf_pages("scan.pdf", empty_pdf((100, 100), (100, 100)))) as pages:
        next(pages)
    assert len(list(pdf_pages("scan.pdf", empty_pdf((100, 100))))) == 2


@pytest.mark.parametrize(
    ("data", "is_one"),
    [(b"%PDF-1.4", True), (b"\n\n%PDF-1.4", True), (b"PDF", False), (b"", False)],
)
def test_a_pdf_is_known_by_how_it_begins(data: bytes, is_one: bool) -> None:
    assert is_pdf(data) is is_one
