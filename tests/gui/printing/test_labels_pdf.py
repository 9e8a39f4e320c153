"""Labels, envelopes and cards as PDF: each text within its label, to a third of a millimetre."""

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.gui.printing.labels_fit import SMALLEST, Box, BoxSetter, Line
from notebook_app.gui.printing.labels_headless import save_cards, save_envelopes, save_labels
from notebook_app.gui.printing.labels_jobs import EnvelopeJob, LabelJob
from notebook_app.gui.printing.labels_pdf import write_job
from notebook_app.gui.printing.labels_printer import print_job
from notebook_app.gui.printing.paper import mm
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.reports.labels import Recipient, plan_labels
from notebook_app.reports.labels_envelopes import ENVELOPES, Envelope, find_envelope
from notebook_app.reports.usual_sheets import SHEETS, find_sheet
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.fonts_here import can_draw
from tests.gui.printing.pdf_coordinates import pdf_rectangles
from tests.gui.printing.pdf_reading import (
    Word,
    needs_poppler,
    pdf_facts,
    pdf_fonts,
    pdf_page_texts,
    pdf_text,
    pdf_words,
)
from tests.gui.printing.sample_notebooks import add_person, talked

EXACT = 0.3
AWKWARD = (
    "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittgenstein-Berleburg",
    "A" * 119,
    "张伟 " * 20,
    "محمد عبد الله الفارسي",
    "Zoë 👩‍🚀 Żółć 🎉",
    "<b>Bold</b> & {code}",
)


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Give every test what Qt needs for fonts."""


def people(count: int) -> list[Recipient]:
    """So many, each to be told from all others by one word."""
    return [
        Recipient(n, f"Name{n}", f"Firm{n}", (f"Road{n}", f"Town{n}", "SWEDEN"))
        for n in range(count)
    ]


FAMILIES = list({replace(sheet, name=""): sheet for sheet in reversed(SHEETS)}.values())
"""One sheet of each kind: others differ in nothing but their names."""


def awkward_people() -> list[Recipient]:
    """Names, firms and streets that are too long for any label."""
    return [
        Recipient(n, name, "Verwaltungsgesellschaft für Immobilien mbH & Co. KG " * 2, (name,) * 6)
        for n, name in enumerate(AWKWARD)
    ]


def is_inside(word: Word, sheet: LabelSheet, label: int) -> bool:
    """Whether a word lies on that label."""
    left, top = sheet.place(label)
    return (
        left - EXACT <= word.left
        and word.right <= left + sheet.width + EXACT
        and top - EXACT <= word.top
        and word.bottom <= top + sheet.height + EXACT
    )


@pytest.mark.parametrize("sheet", FAMILIES, ids=lambda sheet: sheet.name)
def test_outlines_lie_where_the_sheet_has_its_labels(sheet: LabelSheet, tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    save_labels(target, people(1), sheet, outlines=True)
    found = [
        each for each in pdf_rectangles(target)[0] if each[2] == pytest.approx(sheet.width, abs=0.1)
    ]
    assert len(found) == sheet.count
    for number, (left, top, width, height) in enumerate(found):
        wanted_left, wanted_top = sheet.place(number)
        assert left == pytest.approx(wanted_left, abs=EXACT)
        assert top == pytest.approx(wanted_top, abs=EXACT)
        assert (width, height) == pytest.approx((sheet.width, sheet.height), abs=0.1)


@needs_poppler
@pytest.mark.parametrize("sheet", FAMILIES[::3], ids=lambda sheet: sheet.name)
def test_each_address_stands_on_its_own_label(sheet: LabelSheet, tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    start = min(3, sheet.count)
    pages = 2 if start > 1 else 1
    assert save_labels(target, people(sheet.count), sheet, start=start) == pages
    seen = 0
    for page, words in enumerate(pdf_words(target)):
        for word in words:
            if word.text == "SWEDEN":
                continue
            person = int("".join(letter for letter in word.text if letter.isdigit()))
            label = person + start - 1 - page * sheet.count
            assert is_inside(word, sheet, label), (word, label)
            seen += 1
    # The smallest labels have no room for the firm, which the others show too.
    assert seen == (3 if sheet.height < 15 else 4) * sheet.count


@needs_poppler
@pytest.mark.parametrize("name", ["L7160", "L7651", "5160", "5167", "4360"])
def test_what_is_too_long_stays_on_its_label(name: str, tmp_path: Path) -> None:
    sheet, target = find_sheet(name), tmp_path / "labels.pdf"
    # On every other label, so that what leaves one is seen on the next.
    for number, recipient in enumerate(awkward_people()):
        save_labels(target, [recipient], sheet, start=number + 1)
        words = pdf_words(target)[0]
        assert words or not can_draw(recipient.name)
        for word in words:
            # Letters of other scripts reach higher than their line's own font.
            left, top = sheet.place(number)
            assert left - EXACT <= word.left <= word.right <= left + sheet.width + EXACT
            assert top - 1.2 <= word.top <= word.bottom <= top + sheet.height + 1.2


def test_a_long_name_shrinks_before_it_is_broken_and_is_cut_last() -> None:
    setter = BoxSetter()
    box = Box(0, 0, mm(56), mm(32))
    short = setter.fit([Line("Ida Berg"), Line("Road 1")], box, 11)
    assert (short.points, short.row_count) == (11, 2)
    shrunk = setter.fit([Line("Maximiliane von Hohenstein-Württemberg"), Line("Road 1")], box, 11)
    assert SMALLEST <= shrunk.points < 11
    assert shrunk.row_count == 2
    broken = setter.fit([Line(AWKWARD[0]), Line("Road 1")], box, 11)
    assert broken.row_count > 2
    assert broken.height <= box.height
    cut = setter.fit([Line("Word " * 60)] * 7, Box(0, 0, mm(34), mm(19)), 11)
    assert cut.points == SMALLEST
    assert cut.height <= mm(19)
    assert all(block.width <= mm(34) + 1 for block in cut.blocks)


def test_one_long_line_does_not_make_the_others_too_small_to_read() -> None:
    setter = BoxSetter()
    firm = "Verwaltungsgesellschaft für Immobilien mbH & Co. Kommanditgesellschaft auf Aktien"
    lines = [Line("Ida Berg"), Line(firm), Line("Road 1"), Line("12345 Town")]
    envelope = setter.fit(lines, Box(0, 0, mm(90), mm(45)), 12)
    assert envelope.points >= 9
    assert envelope.row_count == 5
    # The name is the last to be cut.
    cut = setter.fit([Line("Name " * 30), Line("Firm " * 30)], Box(0, 0, mm(60), mm(7.7)), 11)
    assert [block.line_count for block in cut.blocks] == [2, 1]


@needs_poppler
def test_a_name_that_is_cut_keeps_the_town(tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    long = Recipient(1, "Name " * 60, "Firm " * 60, ("Road " * 40, "Box 7", "12345 Town", "SWEDEN"))
    save_labels(target, [long], find_sheet("5167"))
    text = pdf_text(target)
    assert "Town" in text
    assert "SWEDEN" in text


@needs_poppler
def test_a_test_print_names_the_sheet_and_its_labels(tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    save_labels(target, people(1), find_sheet("L7160"), outlines=True)
    text = pdf_text(target)
    assert "Avery L7160 · 21" in text
    facts = pdf_facts(target)
    assert facts["Title"] == "Address labels – Avery L7160"
    assert all(embedded for _name, embedded in pdf_fonts(target))


@needs_poppler
@pytest.mark.parametrize("envelope", ENVELOPES, ids=lambda envelope: envelope.name)
def test_an_envelope_lies_across_with_both_addresses(envelope: Envelope, tmp_path: Path) -> None:
    target = tmp_path / "envelopes.pdf"
    assert save_envelopes(target, people(2), envelope, ("Sender", "Street")) == 2
    width, height = (
        float(part) * 25.4 / 72 for part in pdf_facts(target)["Page size"].split()[::2][:2]
    )
    assert (width, height) == pytest.approx((envelope.width, envelope.height), abs=EXACT)
    for number, words in enumerate(pdf_words(target)):
        places = {word.text: word for word in words}
        name, sender = places[f"Name{number}"], places["Sender"]
        assert name.left == pytest.approx(envelope.address_area[0], abs=EXACT + 0.2)
        assert sender.left == pytest.approx(envelope.sender_area[0], abs=EXACT + 0.2)
        assert sender.bottom < name.top


@needs_poppler
def test_a_card_says_what_to_write_about_and_leaves_one_to_write_on(
    notebook: Notebook, tmp_path: Path
) -> None:
    ida = add_person(notebook, "Ida Berg", organization="Berg AB")
    talked(notebook, ida, 3, "Her son plays the cello.")
    target = tmp_path / "cards.pdf"
    assert save_cards(notebook, target, [ida]) == 2
    said, blank = pdf_page_texts(target)
    assert "Ida Berg" in said
    assert "Her son plays the cello." in said
    assert blank.strip() == ""


def test_nothing_to_print_writes_nothing(notebook: Notebook, tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    with pytest.raises(UserProblem, match="nothing to print"):
        save_labels(target, [], find_sheet("L7160"))
    with pytest.raises(UserProblem, match="nothing to print"):
        save_envelopes(target, [], find_envelope("DL"), ())
    with pytest.raises(UserProblem, match="nothing to print"):
        save_cards(notebook, target, [])
    assert list(tmp_path.glob("labels*")) == []


def test_a_cancel_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "labels.pdf"
    target.write_bytes(b"before")
    progress = Progress(lambda *_told: None)
    progress.cancel()
    with pytest.raises(Cancelled):
        save_labels(target, people(50), find_sheet("L7160"), progress=progress)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
        ("labels.pdf", b"before")
    ]


def test_a_file_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    sheet = find_sheet("L7160")
    with pytest.raises(UserProblem, match="no folder"):
        save_labels(tmp_path / "none" / "labels.pdf", people(1), sheet)
    with pytest.raises(UserProblem, match="no file"):
        save_labels(tmp_path, people(1), sheet)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said_and_leaves_no_half_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, before[1]))
        with pytest.raises(UserProblem, match="not written"):
            save_labels(tmp_path / "labels.pdf", people(500), find_sheet("L7160"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert os.listdir(tmp_path) == []


@needs_poppler
@pytest.mark.parametrize("kind", ["labels", "envelopes"])
def test_the_printer_gets_the_page_of_the_pdf(kind: str, tmp_path: Path) -> None:
    sheet, envelope = find_sheet("L7160"), find_envelope("C5")
    job: LabelJob | EnvelopeJob = LabelJob(sheet, plan_labels(people(25), sheet))
    if kind == "envelopes":
        job = EnvelopeJob(envelope, tuple(people(2)), ("Sender",))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_job(job, printer) == write_job(job, tmp_path / "saved.pdf") == 2
    printed, saved = pdf_words(tmp_path / "printed.pdf"), pdf_words(tmp_path / "saved.pdf")
    for one, other in zip(printed, saved, strict=True):
        for here, there in zip(one, other, strict=True):
            assert here.text == there.text
            assert here.left == pytest.approx(there.left, abs=0.1)
            assert here.bottom == pytest.approx(there.bottom, abs=0.1)


def test_a_thousand_labels_take_less_than_a_second(tmp_path: Path) -> None:
    sheet = find_sheet("L7160")
    save_labels(tmp_path / "first.pdf", people(21), sheet)
    begun = time.process_time()
    save_labels(tmp_path / "labels.pdf", people(1_000), sheet)
    assert time.process_time() - begun < 1
