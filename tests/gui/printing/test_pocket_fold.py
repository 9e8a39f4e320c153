"""A sheet is folded in numbers, and its eight pages come out in order and the right way up."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.gui.printing.fold_prepared import prepare_fold, save_fold
from notebook_app.gui.printing.paper import find_paper
from notebook_app.gui.printing.printer import print_pages
from notebook_app.reports.document import Document, Entry, Section
from tests.gui.printing.folded_sheet import UP, flat_sheet, fold
from tests.gui.printing.pdf_coordinates import pdf_text_starts
from tests.gui.printing.pdf_reading import (
    Word,
    needs_poppler,
    pdf_facts,
    pdf_fonts,
    pdf_text,
    pdf_words,
)

TODAY = date(2026, 11, 21)
EDGE = 3.0
"""No content comes nearer to the edge of the sheet than so many mm."""

SHEETS = {"A4": (297.0, 210.0), "Letter": (279.4, 215.9)}
Place = tuple[int, int]


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Give every test what Qt needs for fonts."""


def numbered(count: int, *, lines: int = 2) -> Document:
    """Return a list whose entries can be told apart and be put in order by one word."""
    entries = tuple(
        Entry(
            f"Name{n}",
            beside="Holt Estate Agents",
            phone="+44 20 7946 0958",
            act="Call",
            text="Quote for the spring catalogue",
            trail=("Last: Asked about the lease renewal, 3 weeks ago",),
            ruled=("Said", "Next")[:lines],
        )
        for n in range(count)
    )
    half = count // 2
    sections = (Section("Overdue", entries[:half], alert=True), Section("Today", entries[half:]))
    return Document(
        "Follow-ups",
        "Overdue and today",
        sections if half else sections[1:],
        summary=f"{count} follow-ups",
        foot="Printed Saturday 21 November 2026",
        reference="List 12",
    )


def panel_of(left: float, top: float, paper: str) -> Place:
    """Return column and row of the panel that a point lies on."""
    width, height = SHEETS[paper]
    return int(left // (width / 4)), int(top // (height / 2))


def words_by_panel(words: list[Word], paper: str) -> dict[Place, list[str]]:
    """Return the words of each panel, all of them wholly on it."""
    found: dict[Place, list[str]] = {(column, row): [] for column in range(4) for row in range(2)}
    for word in words:
        place = panel_of(word.left, word.top, paper)
        assert place == panel_of(word.right, word.bottom, paper), f"{word} lies over a fold"
        found[place].append(word.text)
    return found


def turns_by_panel(path: Path, sheet: int, paper: str) -> dict[Place, bool]:
    """Return of each panel whether its texts stand on their heads, as all or none do."""
    found: dict[Place, set[bool]] = {}
    for text in pdf_text_starts(path)[sheet]:
        found.setdefault(panel_of(text.left, text.top, paper), set()).add(text.turned)
    assert all(len(turns) == 1 for turns in found.values())
    return {place: turns.pop() for place, turns in found.items()}


def read_booklet(path: Path, sheet: int, paper: str = "A4") -> list[list[str]]:
    """Fold a sheet of the PDF and return the words of its pages in the order one reads them."""
    booklet = fold(flat_sheet(turns_by_panel(path, sheet, paper)))
    assert len(booklet) == 8
    assert all(face.up == UP for face in booklet), "every page is the right way up"
    words = words_by_panel(pdf_words(path)[sheet], paper)
    return [words[face.column, face.row] for face in booklet]


def names(page: list[str]) -> list[int]:
    """Return the numbers of the entries that begin on a page."""
    return sorted(int(word[4:]) for word in page if word.startswith("Name"))


def test_a_sheet_that_is_printed_any_other_way_does_not_come_out_right() -> None:
    """The folding itself knows nothing of the pages: a row that is not turned stays wrong."""
    as_read = fold(flat_sheet({(column, row): row == 0 for column in range(4) for row in range(2)}))
    assert all(face.up == UP for face in as_read)
    upright = fold(flat_sheet({(c, r): False for c in range(4) for r in range(2)}))
    assert [face.up == UP for face in upright].count(False) == 4


@needs_poppler
@pytest.mark.parametrize("paper", SHEETS)
def test_the_folded_sheet_reads_from_one_to_eight(paper: str, tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    assert save_fold(numbered(14), path, find_paper(paper)) == 1
    pages = read_booklet(path, 0, paper)
    cover = " ".join(pages[0])
    for words in ("Follow-ups", "Overdue and today", "14 follow-ups", "List 12", "Printed"):
        assert words in cover
    assert not names(pages[0])
    # Every other page has its number at its foot.
    for number, page in enumerate(pages[1:], 2):
        assert str(number) in page
    read = [number for page in pages for number in names(page)]
    assert read == list(range(14)), "in the order of the list, each once"
    assert all(names(page) for page in pages[1:6])


@needs_poppler
def test_what_is_left_of_a_booklet_is_ruled_for_notes(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(numbered(2), path, find_paper("A4"))
    pages = read_booklet(path, 0)
    assert names(pages[1]) == [0, 1]
    assert [("Notes" in page) for page in pages] == [False, False] + [True] * 6


@needs_poppler
def test_a_long_list_goes_on_in_further_booklets(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    sheets = save_fold(numbered(61), path, find_paper("A4"))
    assert sheets > 2
    read = []
    for sheet in range(sheets):
        pages = read_booklet(path, sheet)
        cover = " ".join(pages[0])
        assert f"Booklet {sheet + 1} of {sheets}" in cover
        assert "Follow-ups" in cover
        read += [number for page in pages for number in names(page)]
    assert read == list(range(61))


@needs_poppler
def test_the_cover_says_what_stands_on_which_page(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(numbered(14), path, find_paper("A4"))
    pages = read_booklet(path, 0)
    begins = next(at for at, page in enumerate(pages, 1) if at > 1 and "Today" in page)
    cover = pages[0]
    assert {"Overdue", "Today", "2", str(begins)} <= set(cover)


@pytest.mark.parametrize("paper", SHEETS)
def test_print_is_large_enough_to_read(paper: str, tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(numbered(14), path, find_paper(paper))
    sizes = {round(text.points, 1) for text in pdf_text_starts(path)[0]}
    assert min(sizes) >= 7
    assert max(sizes) > 15


@needs_poppler
@pytest.mark.parametrize("paper", SHEETS)
def test_nothing_comes_near_the_edge_of_the_sheet_or_a_fold(paper: str, tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(numbered(40), path, find_paper(paper))
    width, height = SHEETS[paper]
    for words in pdf_words(path):
        words_by_panel(words, paper)
        assert min(word.left for word in words) > EDGE
        assert max(word.right for word in words) < width - EDGE
        assert min(word.top for word in words) > EDGE
        assert max(word.bottom for word in words) < height - EDGE
    ink = picture_of(path, tmp_path)
    dots = ink.width() / width
    edge = round(EDGE * dots)
    assert all(
        darkest(ink, *band) > 250
        for band in (
            (0, 0, ink.width(), edge),
            (0, ink.height() - edge, ink.width(), ink.height()),
            (0, 0, edge, ink.height()),
            (ink.width() - edge, 0, ink.width(), ink.height()),
        )
    ), "nothing at all at the edges"
    # On the folds there is nothing but the faint marks.
    for column in (1, 2, 3):
        x, near = round(column * ink.width() / 4), round(EDGE * dots)
        assert darkest(ink, x - near, 0, x + near, ink.height()) > 110
    y = ink.height() // 2
    assert darkest(ink, 0, y - edge, ink.width(), y + edge) > 110


def picture_of(path: Path, folder: Path) -> QImage:
    """Return the first sheet as it looks on paper."""
    command = ["pdftoppm", "-r", "50", "-gray", "-l", "1", "-singlefile", str(path), folder / "ink"]
    subprocess.run(command, check=True)
    return QImage(str(folder / "ink.pgm")).convertToFormat(QImage.Format.Format_Grayscale8)


def darkest(ink: QImage, left: int, top: int, right: int, bottom: int) -> int:
    """Return the darkest grey of an area; 255 is white."""
    part = ink.copy(left, top, right - left, bottom - top)
    return min(
        min(bytes(part.constScanLine(line))[: part.width()]) for line in range(part.height())
    )


@needs_poppler
def test_it_is_a_pdf_like_the_others(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(numbered(37), path, find_paper("Letter"))
    facts = pdf_facts(path)
    assert facts["Title"] == "Follow-ups – Overdue and today"
    assert "792 x 612" in facts["Page size"]
    assert all(embedded for _name, embedded in pdf_fonts(path))
    assert "Quote for the spring" in pdf_text(path)
    titles = path.read_bytes()
    for heading in ("Booklet 1 of", "Overdue", "Today"):
        assert heading.encode("utf-16-be").hex().encode() in titles


def test_a_name_longer_than_a_small_page_stays_on_it(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    long = "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittgenstein " * 3
    entry = Entry(long, beside=long, phone="+49 (0)30 / 12345678-90 ext. 1234", text=long * 20)
    save_fold(Document(long, long, (Section(long, (entry,)),)), path, find_paper("A4"))
    for text in pdf_text_starts(path)[0]:
        column = text.left / (297 / 4) % 1
        assert 4 < column * 297 / 4 < 297 / 4 - 4


def test_nothing_to_print_is_said_and_nothing_written(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    with pytest.raises(UserProblem, match="nothing to print"):
        save_fold(Document("Follow-ups", "", ()), path, find_paper("A4"))
    assert not path.exists()


def test_a_cancel_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    path.write_bytes(b"before")

    class Stopping(Progress):
        def report(self, done: int, total: int, text: str = "") -> None:
            if text.startswith("Page 2"):
                raise Cancelled

    with pytest.raises(Cancelled):
        save_fold(numbered(37), path, find_paper("A4"), Stopping())
    assert path.read_bytes() == b"before"


@needs_poppler
def test_the_code_on_the_cover_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "fold.pdf"
    save_fold(replace(numbered(5), reference_code="CN:LIST:12"), path, find_paper("A4"))
    command = ["pdftoppm", "-r", "150", "-gray", "-singlefile", str(path), str(tmp_path / "code")]
    subprocess.run(command, check=True)
    ink = QImage(str(tmp_path / "code.pgm")).convertToFormat(QImage.Format.Format_Grayscale8)
    view = memoryview(ink.constBits()).cast("B", (ink.height(), ink.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(view, zxingcpp.BarcodeFormat.QRCode)
    assert found.text == "CN:LIST:12"
    # Upright on the first page's panel, the last of the lower row.
    assert abs(found.orientation) < 2
    corner = found.position.top_left
    assert corner.x > ink.width() * 3 / 4
    assert corner.y > ink.height() / 2


@needs_poppler
def test_a_printer_gets_the_sheets_of_the_pdf(tmp_path: Path) -> None:
    prepared = prepare_fold(numbered(20), "A4")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    sheets = len(prepared.pages)
    assert print_pages(prepared, printer, 1, sheets) == sheets
    prepared.write(tmp_path / "fold.pdf")
    printed, saved = pdf_words(tmp_path / "printed.pdf"), pdf_words(tmp_path / "fold.pdf")
    for on_paper, in_file in zip(printed, saved, strict=True):
        assert [word.text for word in on_paper] == [word.text for word in in_file]
        for one, other in zip(on_paper, in_file, strict=True):
            assert (one.left, one.top) == pytest.approx((other.left, other.top), abs=0.2)


def test_what_is_shown_is_what_is_written(tmp_path: Path) -> None:
    prepared = prepare_fold(numbered(37), "A4")
    assert prepared.painter().page_count == len(prepared.pages)
    assert prepared.small_pages().page_count == 8 * len(prepared.pages)
    assert prepared.write(tmp_path / "fold.pdf") == len(prepared.pages)


@needs_poppler
def test_the_word_of_a_long_firm_is_not_torn_for_the_phones_sake(tmp_path: Path) -> None:
    firm = "Verwaltungsgesellschaft für Immobilien und Grundbesitz"
    entry = Entry(
        "Maximiliane Freifrau von Hohenstein-Württemberg", firm, phone="+49 7031 123456-789"
    )
    target = tmp_path / "fold.pdf"
    save_fold(Document("Follow-ups", "", (Section("Today", (entry,)),)), target, find_paper("A4"))
    found = {word.text: word for word in pdf_words(target)[0]}
    assert "Verwaltungsgesellschaft" in found
    assert "Grundbesitz" in found
    assert "+49 7031 123456-789" in pdf_text(target)
