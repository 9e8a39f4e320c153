"""PDFs are read back: their text, its places, their pages, and what is left after trouble."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from unicodedata import normalize

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontDatabase

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.gui.printing.render_pdf import render_pdf
from notebook_app.reports.document import Document, Entry, Section
from notebook_app.storage.notebook import Notebook
from tests.gui.printing.conftest import Prepare
from tests.gui.printing.pdf_reading import (
    Word,
    needs_poppler,
    pdf_facts,
    pdf_fonts,
    pdf_page_texts,
    pdf_text,
    pdf_words,
)
from tests.gui.printing.sample_notebooks import (
    add_person,
    fill_awkwardly,
    fill_like_the_pictures,
    fill_with,
    plan,
)

A4_MM = (210.0, 297.0)
LETTER_MM = (215.9, 279.4)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Where the PDF goes: a folder of its own, so that leftovers are seen."""
    folder = tmp_path / "printed"
    folder.mkdir()
    return folder / "list.pdf"


def made_of(*entries: Entry) -> Document:
    """Return a document of one section."""
    return Document("Follow-ups", "Test", (Section("Overdue", entries),))


@needs_poppler
def test_the_text_holds_every_follow_up_in_reading_order(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    fill_like_the_pictures(notebook)
    assert render_pdf(prepare().document, pdf) == 1
    text = pdf_text(pdf)
    in_order = [
        "Follow-ups",
        "All that is open",
        "4 follow-ups, 1 overdue",
        "Overdue",
        "Grace Holt Holt Estate Agents",
        "+44 20 7946 0958",
        "Call Is the lease renewed?",
        "12 days late",
        "Last: Asked about the lease renewal, 6 months ago",
        "Saturday 21 November · today",
        "Carla Mendes Mendes Interiors",
        "Handwritten note Thank her for introducing Ben — “loved the cello story”",
        "Last: Her son plays the cello; moving the showroom in March, yesterday",
        "Tuesday 24 November",
        "David Lindqvist Northlight Media",
        "10:00 Coffee First follow-up",
        "Friday 27 November",
        "Katya Morozova Studio K",
        "katya@studio-k.example",
        "Printed Saturday 21 November 2026",
        "Page 1 of 1",
    ]
    places = [text.find(part) for part in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    # The phone stands at the end of the line of the name: its order to the next line is free.
    del places[5]
    assert places[:-4] == sorted(places[:-4])


@needs_poppler
def test_signs_and_letters_are_found_in_every_surroundings(pdf: Path) -> None:
    """Fonts draw other shapes beside capitals, figures and each other; the text stays."""
    text = "(A) [B] A+B 10:30 3x4 H-H A:B <a> -> office fluff waffle fjord @Home 1/2 ¿Q? «Q» ="
    render_pdf(made_of(Entry("+46 Club", phone="+44 (20) 7946-0958", text=text)), pdf)
    found = " ".join(pdf_text(pdf).split())
    for part in ("+46 Club", "+44 (20) 7946-0958", text):
        assert part in found


@needs_poppler
def test_fonts_are_embedded_and_the_file_says_what_it_is(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    fill_awkwardly(notebook)
    render_pdf(prepare().document, pdf)
    fonts = pdf_fonts(pdf)
    assert fonts
    assert all(embedded for _name, embedded in fonts)
    facts = pdf_facts(pdf)
    assert facts["Title"] == "Follow-ups – All that is open"
    assert facts["Creator"].startswith("Contact Notebook")


@needs_poppler
@pytest.mark.parametrize(("paper", "size"), [("A4", A4_MM), ("Letter", LETTER_MM), ("a4", A4_MM)])
def test_paper_has_its_size_and_nothing_comes_near_its_edges(
    notebook: Notebook, prepare: Prepare, pdf: Path, paper: str, size: tuple[float, float]
) -> None:
    fill_with(notebook, 30)
    render_pdf(prepare().document, pdf, paper)
    width, _, height, *_ = pdf_facts(pdf)["Page size"].split()
    assert float(width) * 25.4 / 72 == pytest.approx(size[0], abs=0.3)
    assert float(height) * 25.4 / 72 == pytest.approx(size[1], abs=0.3)
    for page in pdf_words(pdf):
        assert min(word.left for word in page) >= 19.5
        assert max(word.right for word in page) <= size[0] - 16.5
        assert min(word.top for word in page) >= 10
        assert max(word.bottom for word in page) <= size[1] - 6


@needs_poppler
def test_no_entry_is_torn_and_no_heading_left_alone(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    names = fill_with(notebook, 120)
    pages = render_pdf(prepare().document, pdf)
    texts = pdf_page_texts(pdf)
    assert len(texts) == pages == int(pdf_facts(pdf)["Pages"])
    for name in names:
        assert sum(f"{name}\n" in text or f"{name} " in text for text in texts) == 1
    for words in pdf_words(pdf):
        said = [word for word in words if word.text == "Said"]
        after = [word for word in words if word.text == "Next"]
        # Each entry begins with a name at its place and ends with a line for what comes next.
        large = _large(words, than=said[0])
        named = [word for word in large if 28.5 < word.left < 29.5]
        assert len(said) == len(after) == len(named) > 0
        for begins, ends in zip(named, after, strict=True):
            assert begins.top < ends.top
        headings = [word for word in large if word.left < 20.5 and 25 < word.top < 280]
        assert all(heading.top < named[-1].top for heading in headings)


def _large(words: list[Word], than: Word) -> list[Word]:
    """Return the words of names and headings, by the height of a tiny one.

    How high the box of a word is depends on the font that was found. Names and headings have
    1.77 and 1.85 times the size of the tiny words, all other words of an entry 1.54 at most.
    """
    least = 1.65 * (than.bottom - than.top)
    return [word for word in words if word.bottom - word.top > least]


@needs_poppler
def test_heads_are_repeated_on_each_page(notebook: Notebook, prepare: Prepare, pdf: Path) -> None:
    fill_with(notebook, 60)
    pages = render_pdf(prepare().document, pdf)
    assert pages > 5
    texts = pdf_page_texts(pdf)
    for number, text in enumerate(texts, 1):
        assert "Follow-ups" in text
        assert "All that is open" in text
        assert f"Page {number} of {pages}" in text
        assert "Printed Saturday 21 November 2026" in text
    assert "(continued)" not in texts[0]
    assert "Overdue (continued)" in texts[1]


@needs_poppler
def test_awkward_names_and_notes_are_the_text_they_are(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    names = fill_awkwardly(notebook)
    pages = render_pdf(prepare().document, pdf)
    assert pages < 8, "a note of 100,000 characters is cut"
    text = " ".join(normalize("NFKC", pdf_text(pdf)).split())
    for name in ("<b>Bold</b> & <script>alert(1)</script>", "{heading} %n %1"):
        assert name in text
    for name, writing in (
        ("张伟", QFontDatabase.WritingSystem.SimplifiedChinese),
        ("田中 花子", QFontDatabase.WritingSystem.Japanese),
    ):
        # Without a font for it, nothing could be drawn.
        assert name in text or not QFontDatabase.families(writing)
    assert "<h1>Not a heading</h1><img src='file:///etc/passwd'>" in text
    assert names[5] in text
    assert "Bring:" in text
    assert "- the contract" in text
    families = " ".join(QFontDatabase.families())
    if "DejaVu" in families:
        assert "محمد" in text
        assert "שרה כהן" in text


@needs_poppler
def test_an_entry_longer_than_a_page_goes_on_under_its_name(pdf: Path) -> None:
    text = "\n".join(f"step {number}" for number in range(1, 121))
    document = made_of(Entry("Short"), Entry("Grace Holt", act="Call", text=text, ruled=("Said",)))
    assert render_pdf(document, pdf) == 3
    first, second, third = pdf_page_texts(pdf)
    assert "Grace Holt (continued)" in second
    assert "Overdue (continued)" in third
    steps = [
        line for page in (first, second, third) for line in page.splitlines() if "step" in line
    ]
    assert steps == text.splitlines()


def test_nothing_to_print_is_said_and_writes_nothing(prepare: Prepare, pdf: Path) -> None:
    with pytest.raises(UserProblem, match="nothing to print"):
        render_pdf(prepare().document, pdf)
    assert os.listdir(pdf.parent) == []


def test_a_cancel_leaves_the_old_file_and_no_other(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    fill_with(notebook, 60)
    pdf.write_bytes(b"the old list")
    document = prepare().document
    reports: list[tuple[int, int]] = []

    def listen(done: int, total: int, _text: str) -> None:
        reports.append((done, total))
        if done > total * 3 // 4:
            progress.cancel()

    progress = Progress(listen, interval=0)
    with pytest.raises(Cancelled):
        render_pdf(document, pdf, progress=progress)
    assert os.listdir(pdf.parent) == ["list.pdf"]
    assert pdf.read_bytes() == b"the old list"
    assert reports == sorted(reports)
    assert {total for _done, total in reports} == {120}


def test_progress_ends_at_the_end(notebook: Notebook, prepare: Prepare, pdf: Path) -> None:
    fill_with(notebook, 20)
    reports: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, _text: reports.append((done, total)), interval=0)
    render_pdf(prepare().document, pdf, progress=progress)
    assert reports[-1] == (40, 40)


def test_an_old_file_is_replaced(notebook: Notebook, prepare: Prepare, pdf: Path) -> None:
    fill_like_the_pictures(notebook)
    pdf.write_bytes(b"the old list")
    render_pdf(prepare().document, pdf)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert os.listdir(pdf.parent) == ["list.pdf"]


def test_a_missing_folder_is_one_sentence(pdf: Path) -> None:
    target = pdf.parent / "nowhere" / "list.pdf"
    with pytest.raises(UserProblem, match="there is no folder") as raised:
        render_pdf(made_of(Entry("Grace")), target)
    assert "\n" not in raised.value.one_line()
    assert not target.parent.exists()


def test_what_is_no_file_is_left_alone(pdf: Path) -> None:
    pipe = pdf.parent / "pipe.pdf"
    os.mkfifo(pipe)
    for target in (pdf.parent, pipe):
        with pytest.raises(UserProblem, match="no file has this name"):
            render_pdf(made_of(Entry("Grace")), target)
    assert pipe.is_fifo()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(pdf: Path) -> None:
    pdf.parent.chmod(0o500)
    try:
        with pytest.raises(UserProblem, match="was not written"):
            render_pdf(made_of(Entry("Grace")), pdf)
    finally:
        pdf.parent.chmod(0o700)


def test_an_unknown_paper_is_said(pdf: Path) -> None:
    with pytest.raises(UserProblem, match="no paper this program knows"):
        render_pdf(made_of(Entry("Grace")), pdf, "Foolscap")
    assert not pdf.exists()


_FULL_DISK = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.printing.write_document import write_document
from notebook_app.reports.document import Document, Entry, Section
application = QGuiApplication([])
entries = tuple(Entry(f"Person {number}", text="word " * 100) for number in range(300))
try:
    write_document(Document("Follow-ups", "", (Section("Overdue", entries),)), Path(sys.argv[1]))
except UserProblem as problem:
    print(problem.one_line())
"""


@pytest.mark.parametrize("form", ["pdf", "html", "txt"])
def test_a_full_disk_leaves_no_half_file(pdf: Path, form: str) -> None:
    path = pdf.with_suffix(f".{form}")
    path.write_bytes(b"the old list")

    def fill_the_disk() -> None:
        # A limit on the size of files fails a write as a full disk does.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    run = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=fill_the_disk,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(f"“list.{form}” was not written: ")
    assert "unknown" not in run.stdout
    assert "Traceback" not in run.stderr
    assert os.listdir(path.parent) == [path.name]
    assert path.read_bytes() == b"the old list"


@needs_poppler
def test_a_list_can_be_written_off_the_windows_thread(
    notebook: Notebook, prepare: Prepare, pdf: Path
) -> None:
    fill_with(notebook, 40)
    document = prepare().document
    both = [pdf, pdf.with_name("second.pdf")]
    threads = [threading.Thread(target=render_pdf, args=(document, path)) for path in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    render_pdf(document, pdf.with_name("third.pdf"))
    texts = {pdf_text(path) for path in (*both, pdf.with_name("third.pdf"))}
    assert len(texts) == 1


@pytest.fixture(scope="module")
def thousand() -> Document:
    """A thousand believable entries, without a notebook."""
    entries = tuple(
        Entry(
            f"Person Number {number}",
            beside="Holt Estate Agents",
            phone=f"+46 70 {number:03} 45 67",
            act="Call",
            text=f"Ask about the lease renewal and the offices of number {number}",
            trail=("Last: ", f"Asked about the renewal of number {number}", ", 6 months ago"),
            ruled=("Said", "Next"),
        )
        for number in range(1000)
    )
    return made_of(*entries)


def test_a_thousand_entries_take_a_second(thousand: Document, pdf: Path) -> None:
    render_pdf(made_of(Entry("Warm up")), pdf)
    start = time.process_time()
    assert render_pdf(thousand, pdf) > 100
    # Three times the budget, so that only a real change fails on a slow or busy machine.
    assert time.process_time() - start < 3


def test_first_day_and_paper_come_from_the_locale() -> None:
    from notebook_app.gui.printing.paper import usual_paper

    assert usual_paper(QLocale("en_US")) == "Letter"
    assert usual_paper(QLocale("en_GB")) == "A4"
    assert usual_paper(QLocale("de_DE")) == "A4"


@needs_poppler
def test_room_to_write_is_as_chosen(notebook: Notebook, prepare: Prepare, pdf: Path) -> None:
    person = add_person(notebook, "Grace Holt")
    plan(notebook, person, 0)
    render_pdf(prepare(ruled=0).document, pdf)
    assert "Said" not in pdf_text(pdf)
    render_pdf(prepare(ruled=1).document, pdf)
    assert "Said" in pdf_text(pdf)
    assert "Next" not in pdf_text(pdf)


@needs_poppler
def test_a_long_note_uses_the_width_below_the_phone(pdf: Path) -> None:
    note = "Promised the workshop slides, and the name of the printer. " * 6
    render_pdf(made_of(Entry("Grace", phone="1 234", mark="3 days late", text=note)), pdf)
    (words,) = pdf_words(pdf)
    late = next(word for word in words if word.text == "late")
    beside = [word for word in words if word.text in note and abs(word.top - late.top) < 2]
    below = [word for word in words if word.text in note and word.top > late.bottom]
    assert max(word.right for word in beside) < late.left
    assert max(word.right for word in below) > late.left


@needs_poppler
def test_a_subtitle_has_the_whole_line_where_nothing_stands_beside_it(tmp_path: Path) -> None:
    subtitle = "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittgenstein-Berleburg"
    document = Document("Contact sheet", subtitle, (Section("", (Entry("Ida"),)),))
    target = tmp_path / "sheet.pdf"
    render_pdf(document, target)
    assert subtitle in pdf_text(target)
