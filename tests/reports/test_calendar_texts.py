"""A month and a week as a web page and as plain text."""

from dataclasses import replace
from datetime import date, time
from html.parser import HTMLParser

from notebook_app.foundation.text_cells import cells
from notebook_app.reports.calendar_month import month_sheet
from notebook_app.reports.calendar_sheet import CalendarSheet, DaysKnown
from notebook_app.reports.calendar_texts import calendar_html, calendar_text
from notebook_app.reports.calendar_week import week_sheet
from notebook_app.reports.text_document import WIDTH
from tests.reports.calendar_samples import EnglishCalendarWords, event, follow_up

WORDS = EnglishCalendarWords()
TODAY = date(2026, 11, 21)
DAY = date(2026, 12, 9)
KNOWN = DaysKnown({date(2026, 12, 25): "Christmas Day"}, frozenset({5, 6}))
ENTRIES = [
    follow_up(DAY, "<b>Ana</b> & Öz", at=time(10), note="Bring\nthe catalogue"),
    event(date(2026, 12, 24), "Fair"),
]


class Cells(HTMLParser):
    """Reads what stands in each cell of a table, row by row."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.direction = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "html":
            self.direction = dict(attrs).get("dir") or ""
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        """Add words to the cell."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def month() -> CalendarSheet:
    """December."""
    return month_sheet(DAY, ENTRIES, KNOWN, TODAY, WORDS)


def week() -> CalendarSheet:
    """The week of the ninth."""
    return week_sheet(DAY, ENTRIES, KNOWN, TODAY, WORDS)


def test_a_month_has_a_field_for_each_day_of_its_weeks() -> None:
    read = Cells(calendar_html(month()))
    assert [cell.strip() for cell in read.rows[0]] == ["", *map(WORDS.weekday, week_of(DAY))]
    assert [len(row) for row in read.rows] == [8] * 6
    assert read.rows[2][3].split() == ["910:00", "call", "<b>Ana</b>", "&", "Öz"]
    assert read.rows[4][5].split() == ["Christmas", "Day25"]
    assert read.rows[4][4].split() == ["24Fair"]


def week_of(day: date) -> list[date]:
    """The days of a week, from Monday."""
    return [date.fromordinal(day.toordinal() - day.weekday() + n) for n in range(7)]


def test_a_week_has_a_row_for_each_day_and_its_notes_if_wanted() -> None:
    read = Cells(calendar_html(week(), with_notes=True))
    assert [row[0].strip() for row in read.rows][:2] == ["Monday7", "Tuesday8"]
    assert "the catalogue" in read.rows[2][1]
    assert "catalogue" not in calendar_html(week())


def test_a_page_of_a_language_from_the_right_is_mirrored() -> None:
    assert Cells(calendar_html(month())).direction == ""
    assert Cells(calendar_html(replace(month(), from_the_right=True))).direction == "rtl"


def test_nothing_is_fetched_and_nothing_taken_for_markup() -> None:
    page = calendar_html(week(), with_notes=True)
    assert "default-src 'none'" in page
    assert "&lt;b&gt;Ana&lt;/b&gt; &amp; Öz" in page
    assert "<script" not in page


def test_in_plain_text_a_month_has_the_days_on_which_something_is() -> None:
    text = calendar_text(month(), WORDS)
    assert "10:00  call <b>Ana</b> & Öz" in text.splitlines()
    assert [line for line in text.splitlines() if "December 2026" in line] == [
        "December 2026",
        "Wednesday 9 December 2026",
        "Thursday 24 December 2026",
        "Friday 25 December 2026 (Christmas Day)",
    ]
    assert max(map(cells, text.splitlines())) <= WIDTH


def test_in_plain_text_a_week_has_all_its_days_to_write_on() -> None:
    text = calendar_text(week(), WORDS, with_notes=True)
    assert sum(line.endswith("December 2026") for line in text.splitlines()) == 8
    assert "Bring" in text
    assert "Nothing is planned." in calendar_text(week_sheet(DAY, [], KNOWN, TODAY, WORDS), WORDS)
