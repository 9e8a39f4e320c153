"""What goes to a printer is what goes into the PDF."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from notebook_app.gui.printing.printer import print_pages
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.conftest import Prepare
from tests.gui.printing.pdf_reading import needs_poppler, pdf_page_texts, pdf_words
from tests.gui.printing.sample_notebooks import fill_with


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


@needs_poppler
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_printed_page_is_the_page_of_the_pdf_to_a_tenth_of_a_millimetre(
    notebook: Notebook, prepare: Prepare, printer: QPrinter, tmp_path: Path, paper: str
) -> None:
    fill_with(notebook, 20)
    prepared = prepare(paper)
    count = len(prepared.pages)
    assert print_pages(prepared, printer, 1, count) == count
    render_pdf(prepared.document, tmp_path / "list.pdf", paper)
    printed, saved = pdf_words(tmp_path / "printed.pdf"), pdf_words(tmp_path / "list.pdf")
    assert len(printed) == len(saved) == count
    for on_paper, in_file in zip(printed, saved, strict=True):
        assert [word.text for word in on_paper] == [word.text for word in in_file]
        for one, other in zip(on_paper, in_file, strict=True):
            assert one.left == pytest.approx(other.left, abs=0.1)
            assert one.bottom == pytest.approx(other.bottom, abs=0.1)


@needs_poppler
def test_some_pages_can_be_printed_alone(
    notebook: Notebook, prepare: Prepare, printer: QPrinter, tmp_path: Path
) -> None:
    fill_with(notebook, 40)
    prepared = prepare()
    assert print_pages(prepared, printer, 2, 3) == 2
    texts = pdf_page_texts(tmp_path / "printed.pdf")
    pages = len(prepared.pages)
    assert len(texts) == 2
    assert f"Page 2 of {pages}" in texts[0]
    assert f"Page 3 of {pages}" in texts[1]
