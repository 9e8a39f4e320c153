"""Bookmarks lead to the page and place they name, as another program reads them."""

import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice

from notebook_app.gui.printing.pdf_outline import (
    Bookmark,
    TornFile,
    UnknownForm,
    outline_update,
)
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_facts, pdf_page_texts
from tests.gui.printing.people_documents import save_people
from tests.gui.printing.sample_notebooks import fill_awkwardly, fill_with


def outline(path: Path) -> list[tuple[int, str]]:
    """Return the bookmarks of a PDF as poppler reads them: pages from 1, and names."""
    run = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", str(path)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert run.stderr == ""
    found = re.findall(r'<item page="(\d+)">(.*?)</item>', run.stdout)
    return [(int(page), name) for page, name in found]


def opened(data: bytes) -> QBuffer:
    """Return a PDF to read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


@needs_poppler
@pytest.mark.usefixtures("qapp")
def test_each_letter_of_a_directory_is_a_bookmark(notebook: Notebook, tmp_path: Path) -> None:
    fill_with(notebook, 120)
    path = tmp_path / "directory.pdf"
    people = notebook.contacts.all_ids()
    pages = save_people(notebook, path, people, style=PeopleStyle.DIRECTORY, paper="A4")
    marks = outline(path)
    assert "".join(name for _, name in marks) == "ABCDEFGHIK"
    texts = pdf_page_texts(path)
    assert len(texts) == pages == int(pdf_facts(path)["Pages"])
    for page, letter in marks:
        # The heading is there: alone in its line, and not only at the edge of every page.
        assert texts[page - 1].split("\n").count(letter) == 2
    assert pdf_facts(path)["Title"] == "Directory – 120 people"


@needs_poppler
@pytest.mark.usefixtures("qapp")
def test_each_person_is_a_bookmark_in_any_script(notebook: Notebook, tmp_path: Path) -> None:
    fill_awkwardly(notebook)
    path = tmp_path / "sheets.pdf"
    people = notebook.contacts.all_ids()
    save_people(notebook, path, people, style=PeopleStyle.SHEET)
    marks = outline(path)
    assert len(marks) == len(people)
    assert {"张伟", "田中 花子", "محمد عبد الله الفارسي"} <= {name for _, name in marks}
    assert len({page for page, _ in marks}) == len(people)


def test_a_file_that_was_cut_off_is_told_apart_from_one_of_another_form(
    tmp_path: Path,
) -> None:
    mark = [Bookmark("A", 0, 700)]
    with pytest.raises(TornFile):
        outline_update(opened(b"%PDF-1.4\nhalf a"), mark)
    with pytest.raises(TornFile):
        outline_update(opened(b"%PDF-1.4\nstartxref\n3\n%%EOF\n"), mark)
    other = b"%PDF-1.5\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n"
    with pytest.raises(UnknownForm):
        outline_update(opened(other), mark)
