"""The balance of new people and those one knows, and of reaching out, as a document."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from notebook_app.model.insights.balance_report import (
    Activity,
    BalanceReport,
    Measure,
    Verdict,
)
from notebook_app.model.insights.periods import Step, Stretch
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Bars, Document, Section, Table
from notebook_app.reports.insights.report_words import counted, name, period_words

BALANCE_RULE: Final = (
    "The first conversation with somebody counts as a new person, each later one as strengthening,"
    " once for each person in it. Who reached out is counted by conversations."
)
MOST_STRETCHES: Final = 26
"""The most bars on paper, those of the latest times; the table has them all."""

BALANCE_COLUMNS: Final = (
    "New people",
    "Strengthened",
    "You reached out",
    "They reached out",
    "Not said",
)
_ACT: Final = {
    Verdict.NOTHING: "Say hello to",
    Verdict.LITTLE: "Say hello to",
    Verdict.WAITING: "Reach out to",
    Verdict.COLLECTING: "Have a second talk with",
}


def balance_document(report: BalanceReport, today: date, words: DateWords) -> Document:
    """Return the balance by weeks, months or quarters, with its one sentence first."""
    rows = tuple(
        (stretch_words(row.stretch, report.step), *activity_cells(row.activity))
        for row in report.rows
    )
    bars = tuple(
        (
            stretch_words(row.stretch, report.step),
            (float(row.activity.new), float(row.activity.strengthened)),
            f"{row.activity.new} / {row.activity.strengthened}",
        )
        for row in report.rows[-MOST_STRETCHES:]
    )
    nothing = report.total == Activity()
    section = Section(
        f"By {report.step.value}",
        (),
        paragraphs=tuple(balance_sentences(report)),
        bars=Bars(bars, ("new people", "strengthened")) if len(bars) > 1 else None,
        table=None
        if nothing
        else Table(
            (report.step.value.capitalize(), *BALANCE_COLUMNS),
            rows,
            tuple(range(1, 6)),
            ("All together", *activity_cells(report.total)),
        ),
    )
    return Document(
        "Balance",
        period_words(report.period, words),
        (section,),
        foot=f"Printed {words.full_day(today)}",
    )


def balance_sentences(report: BalanceReport) -> Iterator[str]:
    """Yield the verdict, what to do about it, targets and trends, and the rule."""
    yield report.verdict.value
    if report.people and report.verdict in _ACT:
        yield f"{_ACT[report.verdict]} {', '.join(name(person.name) for person in report.people)}."
    if report.event is not None:
        yield f"Next event: {name(report.event[1])}."
    for measure in Measure:
        met = report.met_target(measure)
        if met is not None:
            reached, whole = met
            yield (
                f"{_first_up(measure.value)}: your target of {report.targets.of(measure)} a"
                f" {report.step.value} was met in {reached} of {counted(whole, report.step.value)}."
            )
    # What never happened has no trend.
    told = ", ".join(
        f"{measure.value} {trend.value}"
        for measure, trend in report.trends
        if report.total.of(measure)
    )
    if told:
        yield f"{_first_up(told)}: the later half against the earlier."
    if report.left_out:
        yield f"{counted(report.left_out, 'conversation')} only with people in the trash left out."
    yield BALANCE_RULE


def activity_cells(activity: Activity) -> tuple[str, ...]:
    """Return the cells under ``BALANCE_COLUMNS``."""
    return (
        str(activity.new),
        str(activity.strengthened),
        str(activity.reached_out),
        str(activity.was_reached),
        str(activity.not_said),
    )


def stretch_words(stretch: Stretch, step: Step) -> str:
    """Return ``2026-05``, ``2026 Q2``, ``2026-W18``; a star marks one that is cut off."""
    first = stretch.first
    if step is Step.QUARTER:
        told = f"{first.year} Q{(first.month + 2) // 3}"
    elif step is Step.MONTH:
        told = f"{first.year}-{first.month:02}"
    else:
        year, week, _ = first.isocalendar()
        told = f"{year}-W{week:02}"
    return told if stretch.whole else f"{told}*"


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
