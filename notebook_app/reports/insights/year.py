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
    bars_of,
    counted,
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
        tuple(_sections(report, rates)),
        foot=f"Printed {words.full_day(today)}",
    )


def place_name(row: BeganAt) -> str:
    """Return the name of an event, a setting with a capital letter, or that it is not known."""
    if row.event_id is not None:
        return name(row.label, "An event")
    return name(row.label[:1].upper() + row.label[1:], "Not known")


def _sections(report: YearReport, rates: Rates | None) -> Iterator[Section]:
    activity = report.activity
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
        yield _began(report.began)
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


def _began(began: Sequence[BeganAt]) -> Section:
    shown = began[:_PLACES]
    bars = [
        (place_name(row), (float(len(row.people_ids)),), str(len(row.people_ids)))
        for row in shown
        if row.people_ids
    ]
    more = len(began) - len(shown)
    return Section(
        "What began where",
        (),
        paragraphs=(f"{counted(more, 'place')} more, not shown here.",) if more > 0 else (),
        bars=bars_of(bars, ()),
        table=Table(
            ("Where", "People first met", "Opportunities", "Won", "Won value"),
            tuple(
                (
                    place_name(row),
                    str(len(row.people_ids)),
                    str(row.work.count),
                    str(row.work.won),
                    row.work.won_value.words(),
                )
                for row in shown
            ),
            (1, 2, 3, 4),
        ),
    )


def _talks(rows: Sequence[TalkedWith]) -> Table | None:
    if not rows:
        return None
    return Table(
        ("Person", "Conversations", "The year before"),
        tuple((name(row.name), str(row.times), str(row.times_before)) for row in rows),
        (1, 2),
    )
