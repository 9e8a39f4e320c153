"""Lists that go on paper are numbered and kept; previews and prints that fail are not."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSettings, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.grey_picture import grey_pictures
from notebook_app.gui.printing.headless import save_follow_up_list
from notebook_app.gui.printing.paper import UNITS_PER_MM
from notebook_app.gui.printing.print_dialog import PrintDialog
from notebook_app.gui.printing.reference_code import FIRST_SIDE
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.printed_list import PrintedCode
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.services.read_printed_code import list_of_code, printed_code
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.gui.printing.pdf_reading import needs_poppler, pdf_page_texts
from tests.gui.printing.sample_notebooks import fill_like_the_pictures, fill_with
from tests.qr_pictures import picture

OpenDialog = Callable[[], PrintDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[OpenDialog]:
    """Opens the dialog and waits until its list is there."""
    opened: list[PrintDialog] = []
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def open_it() -> PrintDialog:
        dialog = PrintDialog(desk, None, settings, has_printer=lambda: True)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        qtbot.waitUntil(lambda: dialog.prepared is not None and dialog.is_settled(), timeout=20_000)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.reject()


@needs_poppler
def test_the_paper_has_the_number_at_each_foot_and_the_codes_in_their_order(
    notebook: Notebook, tmp_path: Path
) -> None:
    fill_with(notebook, 20)
    pages = save_follow_up_list(notebook, tmp_path / "list.pdf")
    texts = pdf_page_texts(tmp_path / "list.pdf")
    assert len(texts) == pages > 2
    assert all("List 1 ·" in text for text in texts)
    words = " ".join(texts).split()
    codes = [row.code for row in notebook.printed_lists.rows(1)]
    assert len(codes) == 20
    assert [word for word in words if word in codes] == codes


def test_saving_from_the_window_keeps_the_list_and_tells_the_pages(
    qtbot: QtBot, notebook: Notebook, desk: Desk, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    fill_like_the_pictures(notebook)
    told: list[ChangeSet] = []
    desk.changed.connect(told.append)
    dialog = open_dialog()
    assert dialog.prepared is not None
    assert dialog.prepared.document.reference == "List …"
    assert notebook.printed_lists.recent() == []
    dialog.save_to(tmp_path / "list.pdf")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    (printed,) = notebook.printed_lists.recent()
    entries = [each for part in dialog.prepared.document.sections for each in part.entries]
    assert [row.name for row in notebook.printed_lists.rows(1)] == [each.name for each in entries]
    assert printed.title.startswith("Follow-ups: Overdue and today")
    assert told[-1].touches(Changed.PRINTED)


def test_a_file_that_can_not_be_written_leaves_no_list(
    qtbot: QtBot, notebook: Notebook, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    fill_like_the_pictures(notebook)
    dialog = open_dialog()
    dialog.save_to(tmp_path / "no folder" / "list.pdf")
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=20_000)
    assert notebook.printed_lists.recent() == []
    with pytest.raises(UserProblem):
        save_follow_up_list(notebook, tmp_path / "no folder" / "list.pdf")
    assert notebook.printed_lists.recent() == []
    save_follow_up_list(notebook, tmp_path / "list.pdf")
    assert [printed.number for printed in notebook.printed_lists.recent()] == [3]


@pytest.fixture
def answer_print_dialog(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Says what the system's dialog is answered: a file to print into, None to give it up."""

    def answer(path: Path | None) -> None:
        def choose(dialog: QPrintDialog) -> int:
            if path is None:
                return 0
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(path))
            return 1

        monkeypatch.setattr(QPrintDialog, "exec", choose)

    return answer


def test_printing_keeps_the_list_and_giving_it_up_does_not(
    notebook: Notebook,
    open_dialog: OpenDialog,
    tmp_path: Path,
    answer_print_dialog: Callable[[Path | None], None],
) -> None:
    fill_like_the_pictures(notebook)
    answer_print_dialog(None)
    open_dialog().print_pages()
    assert notebook.printed_lists.recent() == []
    answer_print_dialog(tmp_path / "printed.pdf")
    open_dialog().print_pages()
    assert [printed.number for printed in notebook.printed_lists.recent()] == [1]
    if shutil.which("pdftotext"):
        assert "List 1 ·" in pdf_page_texts(tmp_path / "printed.pdf")[0]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_can_not_be_reached_leaves_no_list(
    notebook: Notebook,
    open_dialog: OpenDialog,
    tmp_path: Path,
    answer_print_dialog: Callable[[Path | None], None],
) -> None:
    fill_like_the_pictures(notebook)
    answer_print_dialog(tmp_path / "no folder" / "printed.pdf")
    dialog = open_dialog()
    dialog.print_pages()
    assert dialog.trouble.isVisible()
    assert notebook.printed_lists.recent() == []


@needs_poppler
@pytest.mark.parametrize("compact", [False, True])
def test_the_code_of_the_ten_thousandth_row_is_not_cut(
    qapp: QApplication, tmp_path: Path, compact: bool
) -> None:
    codes = ["1K", "999W", "1000W", "9999M", "10000W"]
    entries = tuple(Entry("Grace Holt", act="Call", code=code) for code in codes)
    document = Document("List", "", (Section("Today", entries),), compact=compact)
    render_pdf(document, tmp_path / "list.pdf")
    # Poppler takes a name that stands a millimetre after a code for the same word.
    assert re.findall(r"\d+[KMW]", pdf_page_texts(tmp_path / "list.pdf")[0]) == codes


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> list[QImage]:
    """The pages of a list of 14, scanned at 150 dots to the inch."""
    from notebook_app.foundation.clock import StoppedClock
    from tests.gui.printing.sample_notebooks import TODAY

    if shutil.which("pdftoppm") is None:
        pytest.skip("needs pdftoppm")
    folder = tmp_path_factory.mktemp("scans")
    notebook = empty_notebook(folder / "notebook.db", StoppedClock(TODAY))
    fill_with(notebook, 14)
    save_follow_up_list(notebook, folder / "list.pdf")
    notebook.close()
    command = ["pdftoppm", "-r", "150", "-png", str(folder / "list.pdf"), str(folder / "page")]
    subprocess.run(command, check=True)
    return [QImage(str(path)) for path in sorted(folder.glob("page*.png"))]


def turned(image: QImage, degrees: float, scale: float) -> QImage:
    """Return a picture as it lies askew on a table, nearer or farther."""
    way = QTransform().rotate(degrees).scale(scale, scale)
    askew = image.transformed(way, Qt.TransformationMode.SmoothTransformation)
    table = QImage(askew.size(), QImage.Format.Format_RGB32)
    table.fill(QColor("#8a7a66"))
    painter = QPainter(table)
    painter.drawImage(0, 0, askew)
    painter.end()
    return table


def code_of(image: QImage) -> PrintedCode | None:
    """Return what the code on a picture says."""
    return printed_code("scan.png", picture(image), grey_pictures)


@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (10, 1), (10, 0.6), (-170, 1.3)])
def test_a_scan_of_the_first_page_names_the_list_however_it_lies(
    scans: list[QImage], degrees: float, scale: float
) -> None:
    found = code_of(turned(scans[0], degrees, scale))
    assert found is not None
    assert (found.number, found.position) == (1, None)


@pytest.mark.parametrize(("degrees", "pages"), [(0, 2), (10, 1)])
def test_a_scan_of_a_further_page_names_its_first_row(
    scans: list[QImage], degrees: float, pages: int
) -> None:
    positions = [code_of(turned(scan, degrees, 1)) for scan in scans[1 : pages + 1]]
    assert all(found is not None and found.number == 1 for found in positions)
    rows = [found.position for found in positions if found is not None]
    assert rows == sorted(rows)  # type: ignore[type-var]
    assert all(row is not None and 1 < row <= 14 for row in rows)


def test_a_stain_on_a_fifth_of_the_code_does_not_hide_it(scans: list[QImage]) -> None:
    stained = scans[0].convertToFormat(QImage.Format.Format_RGB32)
    dots = 150 / 25.4
    side = FIRST_SIDE / UNITS_PER_MM * dots
    painter = QPainter(stained)
    painter.setBrush(QColor("white"))
    painter.setPen(Qt.PenStyle.NoPen)
    # In the middle at the right, clear of the three corners by which a code is found.
    left = (210 - 17) * dots - side * 0.42
    painter.drawRect(QRectF(left, 10.5 * dots + side * 0.35, side * 0.42, side * 0.42))
    painter.end()
    found = code_of(stained)
    assert found is not None
    assert found.number == 1


def test_the_code_leads_to_its_list_alone(notebook: Notebook, tmp_path: Path) -> None:
    fill_with(notebook, 2)
    save_follow_up_list(notebook, tmp_path / "list.pdf")
    (printed,) = notebook.printed_lists.recent()
    start = printed.uid.replace("-", "")[:12].upper()
    assert list_of_code(notebook, PrintedCode(1, start)) == printed
    for code, why in (
        (PrintedCode(1, "0" * 12), "not list 1 of this notebook"),
        (PrintedCode(2, start), "No list 2"),
    ):
        with pytest.raises(UserProblem, match=why) as caught:
            list_of_code(notebook, code)
        assert caught.value.remedy
