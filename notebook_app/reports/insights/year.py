"""A look back at a year, as a document."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.entry_words import stage_title
from notebook_app.model.insights.money import Rates
from notebook_app.model.insights.year_report import BeganAt, TalkedWith, YearReport
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Section, Table
from notebook_app.reports.insights.report_words import (
    counted,
    event_words,
    left_out_words,
    name,
    work_words,
)

_PLACES: Final = 15


def year_document(
    report: YearReport, today: date, words: DateWords, rates: Rates | None = None
) -> Document:
    """Return the year: its sum, the people who mattered, what began, what grew and faded."""
    return Document(
        f"Looking back at {report.year}",
        "The year is not over yet." if report.running else "",
        tuple(_sections(report, today, words, rates)),
        foot=f"Printed {words.full_day(today)}",
        columns=2,
        compact=True,
    )


def place_name(row: BeganAt, today: date, words: DateWords) -> str:
    """Return an event with its day, a setting with a capital letter, or that it is not known."""
    if row.event_id is not None:
        return event_words(row.label, today, words)
    return name(row.label[:1].upper() + row.label[1:], "Not known")


def _sections(
    report: YearReport, today: date, words: DateWords, rates: Rates | None
) -> Iterator[Section]:
    activity = report.activity
    if not (activity.new or activity.strengthened or report.work.count or report.began):
        nothing = "Nothing is written down of this year."
        yield Section("The year", (), paragraphs=(nothing, *left_out_words(report.left_out)))
        return
    yield Section(
        "The year",
        (),
        paragraphs=(
            f"You met {counted(activity.new, 'person')} for the first time, and strengthened"
            f" relationships {counted(activity.strengthened, 'time')}.",
            f"You reached out {counted(activity.reached_out, 'time')}, and were reached out to"
            f" {counted(activity.was_reached, 'time')}.",
            work_words(report.work, rates),
            *left_out_words(report.left_out),
        ),
    )
    if report.by_talk:
        yield Section(
            "Whom you spoke with most",
            (),
            aside=counted(report.talked_with_in_all, "person"),
            table=_talks(report.by_talk),
        )
    if report.by_value:
        yield Section(
            "Whose work you won",
            (),
            table=Table(
                ("Person", "Won", "Won value"),
                tuple(
                    (name(row.name), str(row.figures.won), row.figures.won_value.words())
                    for row in report.by_value
                ),
                (1, 2),
            ),
        )
    if report.by_referrals:
        yield Section(
            "Who brought work",
            (),
            aside=counted(report.referrers_in_all, "person"),
            table=Table(
                ("Person", "Brought", "Won", "Won value"),
                tuple(
                    (
                        name(row.name),
                        str(row.figures.count),
                        str(row.figures.won),
                        row.figures.won_value.words(),
                    )
                    for row in report.by_referrals
                ),
                (1, 2, 3),
            ),
        )
    if report.began:
        yield _began(report.began, today, words)
    if report.stepped:
        yield Section(
            "Relationships that grew",
            (),
            aside=counted(report.stepped_in_all, "person"),
            table=Table(
                ("Person", "Step"),
                tuple(
                    (name(row.name), stage_title(row.stage.value, row.before or ""))
                    for row in report.stepped
                ),
            ),
        )
    for heading, rows, in_all in (
        ("You spoke much more often", report.grew, report.grew_in_all),
        ("Relationships that faded", report.faded, report.faded_in_all),
    ):
        if rows:
            yield Section(heading, (), aside=counted(in_all, "person"), table=_talks(rows))


def _began(began: Sequence[BeganAt], today: date, words: DateWords) -> Section:
    shown = began[:_PLACES]
    more = len(began) - len(shown)
    return Section(
        "What began where",
        (),
        paragraphs=(f"{counted(more, 'place')} more, not shown here.",) if more > 0 else (),
        table=Table(
            ("Where", "New people", "Work", "Won", "Won value"),
            tuple(
                (
                    place_name(row, today, words),
                    _or_nothing(len(row.people_ids)),
                    _or_nothing(row.work.count),
                    _or_nothing(row.work.won),
                    row.work.won_value.words(),
                )
                for row in shown
            ),
            (1, 2, 3, 4),
        ),
    )


def _or_nothing(number: int) -> str:
    return str(number) if number else ""


def _talks(rows: Sequence[TalkedWith]) -> Table:
    return Table(
        ("Person", "Conversations", "Year before"),
        tuple((name(row.name), str(row.times), str(row.times_before)) for row in rows),
        (1, 2),
    )
