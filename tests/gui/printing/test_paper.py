"""Sheets go by a name that says how they lie and how wide their margins are."""

from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.paper import find_paper, mm
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.reports.page_setup import PageSetup
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_words


def test_the_name_of_a_sheet_says_it_all() -> None:
    assert PageSetup("Letter").name() == "Letter"
    sheet = find_paper(PageSetup("A4", landscape=True, margins=12).name())
    assert (sheet.width, sheet.height, sheet.start, sheet.end) == (mm(297), mm(210), mm(12), mm(12))
    assert find_paper("a4 LANDSCAPE, Margins 12 mm") == sheet


@pytest.mark.parametrize("margins", [0, 4, 51, 9999])
def test_margins_that_no_page_can_have_are_refused(margins: int) -> None:
    with pytest.raises(UserProblem, match="can't be printed"):
        find_paper(PageSetup("A4", margins=margins).name())


@needs_poppler
@pytest.mark.parametrize("margins", [8, 30])
@pytest.mark.parametrize("register", [False, True])
def test_nothing_is_nearer_to_the_edge_than_the_margins(
    tmp_path: Path, margins: int, *, register: bool
) -> None:
    entry = Entry("Name " * 9, beside="Firm", phone="+46 70 123 45 67", text="word " * 150)
    section = Section("A", (entry,) * 8)
    document = Document("Title", "Sub", (section,), "Sum", "Foot", register=register)
    path = tmp_path / "list.pdf"
    render_pdf(document, path, PageSetup("A4", landscape=True, margins=margins).name())
    assert pdf_facts(path)["Page size"].startswith("842 x 595")
    # Letters of some fonts reach over their own edge by half a millimetre and a little.
    inside = margins - 0.6
    words = [word for page in pdf_words(path) for word in page if word.text != "A"]
    assert min(word.left for word in words) >= inside
    assert max(word.right for word in words) <= 297 - inside
    assert min(word.top for word in words) >= inside
    assert max(word.bottom for word in words) <= 210 - inside
    foot = min(word.top for word in words if word.text == "Foot")
    assert max(word.bottom for word in words if word.text == "word") < foot
