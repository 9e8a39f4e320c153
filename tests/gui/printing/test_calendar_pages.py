"""A month and a week on paper: everything is there, on its day, and nothing over anything else."""

from collections.abc import Sequence
from datetime import date, time
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrinter

from notebook_app.gui.printing.calendar_choices import CalendarChoices, CalendarSpan
from notebook_app.gui.printing.calendar_job import CalendarJob, job_of, step
from notebook_app.gui.printing.labels_printer import print_job
from notebook_app.gui.printing.locale_calendar_words import LocaleCalendarWords
from notebook_app.gui.printing.row_heights import shared_heights
from notebook_app.model.rows import CalendarEntry
from notebook_app.reports.calendar_month import month_sheet
from notebook_app.reports.calendar_sheet import DaysKnown
from notebook_app.reports.calendar_week import week_sheet
from tests.gui.printing.fonts_here import can_draw
from tests.gui.printing.pdf_coordinates import pdf_text_starts
from tests.gui.printing.pdf_reading import (
    MM_PER_POINT,
    Word,
    needs_poppler,
    pdf_facts,
    pdf_fonts,
    pdf_page_texts,
    pdf_words,
)
from tests.reports.calendar_samples import birthday, event, follow_up, many

TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 9)
WORDS = LocaleCalendarWords(QLocale("en_GB"))
KNOWN = DaysKnown({date(2026, 12, 25): "Christmas Day"}, frozenset({5, 6}))
MONTH = CalendarChoices(CalendarSpan.MONTH, "A4", lies=True)
WEEK = CalendarChoices(CalendarSpan.WEEK, "A4", lies=False)
LONG = "Maximiliane Freifrau von Hohenstein-Württemberg zu Sayn-Wittg"
NAMES = (
    LONG,
    "张伟",
    "田中 花子",
    "محمد عبد الله الفارسي",
    "שרה כהן",
    "Zoë 👩‍🚀 Żółć",
    "<b>&amp;</b>",
)


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Give every test what Qt needs for fonts."""


def job(
    entries: Sequence[CalendarEntry] = (), choices: CalendarChoices = MONTH, day: date = DAY
) -> CalendarJob:
    """Lay out the month or the week of a day."""
    make = month_sheet if choices.span is CalendarSpan.MONTH else week_sheet
    return job_of(make(day, entries, KNOWN, TODAY, WORDS), choices, WORDS)


def words_of(made: CalendarJob, folder: Path) -> list[list[Word]]:
    """Return the words of each page of the PDF."""
    made.write(folder / "calendar.pdf")
    return pdf_words(folder / "calendar.pdf")


def place_of(words: list[Word], text: str) -> Word:
    """Return where the only word of that text stands."""
    (found,) = [word for word in words if word.text == text]
    return found


def overlapping(words: list[Word]) -> list[tuple[str, str]]:
    """Return the words that are printed over each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(words, 2)
        if min(one.right, other.right) - max(one.left, other.left) > 0.3
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 1.2
    ]


@needs_poppler
def test_a_month_has_each_day_in_its_field(tmp_path: Path) -> None:
    entries = [
        follow_up(DAY, "Grace", at=time(10, 30)),
        event(date(2026, 12, 31), "Reception", at=time(18, 0)),
        birthday(date(2026, 12, 6), "Hiro", 47),
    ]
    made = job(entries)
    (words,) = words_of(made, tmp_path)
    assert {"December", "2026", "Monday", "Sunday", "49", "53", "Christmas"} <= {
        word.text for word in words
    }
    monday, wednesday = place_of(words, "Monday"), place_of(words, "Wednesday")
    field = wednesday.left - monday.left
    grace = place_of(words, "Grace")
    assert wednesday.left - 0.5 < grace.left < wednesday.left + field / 2
    assert place_of(words, "10:30").bottom == pytest.approx(grace.bottom, abs=1)
    thirty = [word for word in words if word.text == "31"]
    reception = place_of(words, "Reception")
    assert any(0 < reception.top - day.top < 12 for day in thirty)
    assert "47" in {word.text for word in words}
    assert overlapping(words) == []


@needs_poppler
@pytest.mark.parametrize("choices", [MONTH, WEEK], ids=["month", "week"])
def test_an_empty_one_is_there_to_be_written_on(choices: CalendarChoices, tmp_path: Path) -> None:
    made = job((), choices)
    assert made.page_count == 1
    (words,) = words_of(made, tmp_path)
    assert {"Monday", "Sunday"} <= {word.text for word in words}


@needs_poppler
def test_a_heading_that_goes_on_leaves_out_what_has_no_room_rather_than_end_in_dots(
    tmp_path: Path,
) -> None:
    day = date(2026, 12, 9)
    _first, second, *_more = words_of(job(many(day, 80)), tmp_path)
    headings = [word.text for word in second if word.text.startswith("2026")]
    assert headings.count("2026") >= 3
    assert "2026…" not in headings


@needs_poppler
@pytest.mark.parametrize("choices", [MONTH, WEEK], ids=["month", "week"])
def test_nothing_is_lost_of_a_day_with_thirty_entries(
    choices: CalendarChoices, tmp_path: Path
) -> None:
    other = follow_up(date(2026, 12, 10), "Beside", note="not far")
    made = job([*many(DAY, 30), other], choices)
    pages = words_of(made, tmp_path)
    assert len(pages) == made.page_count > 1
    first = [word.text for word in pages[0]]
    shown = [text for text in first if text.startswith("Name")]
    hidden = int(first[first.index("more") - 1])
    assert len(shown) + hidden == 30
    assert first.count("Beside") == 1, "a full day leaves the others their room"
    rest = [word.text for page in pages[1:] for word in page if word.text.startswith("Name")]
    assert sorted(shown + rest) == sorted(f"Name{number}" for number in range(30))
    assert "Wednesday 9 December 2026" in pdf_page_texts(tmp_path / "calendar.pdf")[1]


@needs_poppler
@pytest.mark.parametrize("choices", [MONTH, WEEK], ids=["month", "week"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_awkward_names_stay_in_their_fields(
    choices: CalendarChoices, paper: str, tmp_path: Path
) -> None:
    names = [name for name in NAMES if can_draw(name)]
    entries = [
        follow_up(date(2026, 12, 7 + at % 7), name, at=time(8 + at), note="x" * 300)
        for at, name in enumerate(names * 4)
        if at < 16
    ]
    sheet = CalendarChoices(choices.span, paper, choices.lies)
    pages = words_of(job(entries, sheet), tmp_path)
    width, height = job(entries, sheet).size
    assert overlapping([word for word in pages[0] if word.text.isascii()]) == []
    for word in pages[0]:
        assert word.left > 4
        assert word.right < width - 4
        assert word.top > 4
        assert word.bottom < height - 4


def test_print_is_large_enough_for_a_wall(tmp_path: Path) -> None:
    for choices in (MONTH, WEEK):
        job(many(DAY, 5), choices).write(tmp_path / "calendar.pdf")
        sizes = [text.points for text in pdf_text_starts(tmp_path / "calendar.pdf")[0]]
        assert min(sizes) > 6.9
        assert max(sizes) > 20


@needs_poppler
def test_it_is_a_pdf_with_title_bookmarks_and_fonts(tmp_path: Path) -> None:
    path = tmp_path / "calendar.pdf"
    made = job(many(DAY, 40))
    assert made.write(path) == made.page_count
    facts = pdf_facts(path)
    assert facts["Title"] == "December 2026"
    wide, high = (float(part) for part in facts["Page size"].split(" pts")[0].split(" x "))
    assert (wide * MM_PER_POINT, high * MM_PER_POINT) == pytest.approx((297, 210), abs=0.5)
    assert all(embedded for _name, embedded in pdf_fonts(path))
    marks = list(made.bookmarks())
    assert [mark.title for mark in marks[:3]] == ["December 2026", "Week 49", "Week 50"]
    assert marks[-1].title == "Wednesday 9 December 2026"
    assert marks[-1].page == 1
    assert marks[1].up > marks[2].up
    for mark in marks:
        assert mark.title.encode("utf-16-be").hex().encode() in path.read_bytes()


@needs_poppler
def test_notes_are_on_a_week_if_they_are_wanted(tmp_path: Path) -> None:
    entries = [follow_up(DAY, "Grace", note="Bring the catalogue")]
    for notes in (True, False):
        choices = CalendarChoices(CalendarSpan.WEEK, "A4", lies=False, notes=notes)
        job(entries, choices).write(tmp_path / "calendar.pdf")
        assert ("catalogue" in pdf_page_texts(tmp_path / "calendar.pdf")[0]) is notes


@needs_poppler
def test_a_printer_gets_the_page_of_the_pdf(tmp_path: Path) -> None:
    made = job(many(DAY, 30))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_job(made, printer) == made.page_count
    saved = words_of(made, tmp_path)
    for on_paper, in_file in zip(pdf_words(tmp_path / "printed.pdf"), saved, strict=True):
        assert [word.text for word in on_paper] == [word.text for word in in_file]
        for one, other in zip(on_paper, in_file, strict=True):
            assert (one.left, one.top) == pytest.approx((other.left, other.top), abs=0.2)


@pytest.mark.parametrize(
    ("needed", "heights"),
    [
        ([0, 0, 0], [100, 100, 100]),
        ([150, 0, 0], [150, 75, 75]),
        ([150, 90, 0], [150, 90, 60]),
        ([900, 60, 70], [170, 60, 70]),
        ([900, 900, 0], [135, 135, 30]),
        ([900, 900, 900], [100, 100, 100]),
    ],
)
def test_rows_share_the_height_of_a_page(needed: list[float], heights: list[float]) -> None:
    assert shared_heights(needed, 300, 30) == pytest.approx(heights)


def test_one_goes_on_by_months_and_weeks() -> None:
    assert step(date(2026, 1, 31), CalendarSpan.MONTH, 1) == date(2026, 2, 1)
    assert step(date(2026, 12, 30), CalendarSpan.WEEK, 1) == date(2027, 1, 6)


def test_words_are_those_of_the_country() -> None:
    german = LocaleCalendarWords(QLocale("de_DE"))
    assert (german.month(DAY), german.weekday(DAY)) == ("Dezember 2026", "Mittwoch")
    assert german.first_weekday() == 0
    assert LocaleCalendarWords(QLocale("en_US")).first_weekday() == 6


@needs_poppler
@pytest.mark.parametrize("choices", [MONTH, WEEK], ids=["month", "week"])
def test_a_page_is_mirrored_where_one_reads_from_the_right(
    choices: CalendarChoices, tmp_path: Path
) -> None:
    entries = [
        follow_up(date(2026, 12, 7), "Anton"),
        follow_up(date(2026, 12, 9), "Berta"),
        event(date(2026, 12, 8), "(Fair)", at=time(10)),
    ]
    make = month_sheet if choices is MONTH else week_sheet
    places: dict[str, dict[str, Word]] = {}
    for locale in ("en_GB", "he_IL"):
        words = LocaleCalendarWords(QLocale(locale))
        target = tmp_path / f"{locale}.pdf"
        job_of(make(DAY, entries, KNOWN, TODAY, words), choices, words).write(target)
        places[locale] = {word.text: word for word in pdf_words(target)[0]}
    there, here = places["he_IL"], places["en_GB"]
    width = job((), choices).size[0]
    assert here["Anton"].left < width / 2 < there["Anton"].right
    if choices is MONTH:
        assert here["Anton"].right < here["Berta"].left
        assert there["Berta"].right < there["Anton"].left
    else:
        assert there["Berta"].right == pytest.approx(there["Anton"].right, abs=0.3)
    # What comes first is first where one begins to read; a word keeps its brackets.
    assert here["10:00"].right < here["(Fair)"].left
    assert there["(Fair)"].right < there["10:00"].left
    for word in there.values():
        assert 0 < word.left < word.right < width


@pytest.mark.parametrize(("ending", "holds"), [(".html", "<table"), (".txt", "call Ana")])
@pytest.mark.parametrize("choices", [MONTH, WEEK], ids=["month", "week"])
def test_a_page_is_written_for_the_screen_too(
    choices: CalendarChoices, ending: str, holds: str, tmp_path: Path
) -> None:
    target = tmp_path / f"calendar{ending}"
    assert job([follow_up(DAY, "Ana")], choices).write(target) == 1
    written = target.read_text(encoding="utf-8")
    assert holds in written
    assert "Ana" in written


@needs_poppler
def test_a_name_of_sixty_letters_is_whole_where_its_day_has_room(tmp_path: Path) -> None:
    target = tmp_path / "month.pdf"
    job([follow_up(DAY, LONG)]).write(target)
    text = pdf_page_texts(target)[0]
    assert "…" not in text
    assert LONG.rsplit("-", maxsplit=1)[-1] in text


@needs_poppler
def test_a_text_that_is_cut_ends_in_a_word_and_dots(tmp_path: Path) -> None:
    shown = job([follow_up(DAY, "A. " * 30)] * 9)
    target = tmp_path / "month.pdf"
    shown.write(target)
    assert ".…" not in pdf_page_texts(target)[0]
