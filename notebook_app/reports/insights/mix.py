"""The mix of events, contact care, community and follow-up, as a document."""

from datetime import date
from decimal import Decimal
from typing import Final

from notebook_app.model.insights.mix_report import MixPart, MixReport, MixRow
from notebook_app.model.insights.money import plain
from notebook_app.model.insights.periods import Step
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Bars, Document, Section, Table
from notebook_app.reports.insights.balance import stretch_words
from notebook_app.reports.insights.report_words import counted, period_words

MIX_RULE: Final = (
    "Each act counts once: a follow-up done (with the conversation it led to), an event (with what"
    " was said there), a conversation in a community, and any other conversation that you began."
)
MOST_WEEKS: Final = 26
"""The most weeks on paper, the latest; a table file has them all."""

_NOTHING: Final = "Nothing of it was done in this time."
_TENTH: Final = Decimal("0.1")


def mix_document(report: MixReport, today: date, words: DateWords) -> Document:
    """Return the mix, against what was planned a week, and week by week."""
    rows = tuple(
        (
            _capital(row.part.value),
            str(row.acts),
            plain(row.acts_a_week(report.weeks)),
            planned_words(row),
            hours_words(row),
        )
        for row in report.rows
    )
    names = tuple(part.value for part in MixPart)
    bars = tuple(
        (
            stretch_words(week.stretch, Step.WEEK),
            tuple(float(acts) for acts in week.acts),
            str(sum(week.acts)),
        )
        for week in report.weekly[-MOST_WEEKS:]
    )
    weekly = tuple(
        (stretch_words(week.stretch, Step.WEEK), *(str(acts) for acts in week.acts))
        for week in report.weekly[-MOST_WEEKS:]
    )
    more = len(report.weekly) - len(weekly)
    weeks = plain(report.weeks.quantize(_TENTH))
    done = f"{counted(report.acts, 'act')} in {weeks} weeks."
    sections = (
        Section(
            "The mix",
            (),
            paragraphs=(f"{done if report.acts else _NOTHING} {MIX_RULE}",),
            table=Table(
                ("", "Acts", "A week", "Planned a week", "Hours"),
                rows,
                (1, 2, 3, 4),
            ),
        ),
        Section(
            "Week by week",
            (),
            paragraphs=(f"{counted(more, 'week')} before these are not shown.",) if more else (),
            bars=Bars(bars, names) if len(bars) > 1 else None,
            table=Table(("Week", *(_capital(part) for part in names)), weekly, (1, 2, 3, 4)),
        ),
    )
    return Document(
        "The mix",
        period_words(report.period, words),
        # Weeks of nothing say no more than the sentence.
        sections if report.acts else sections[:1],
        foot=f"Printed {words.full_day(today)}",
        compact=True,
    )


def planned_words(row: MixRow) -> str:
    """Return ``3 acts, 2.5 hours``; empty without a plan."""
    told = []
    if row.plan.acts is not None:
        told.append(f"{row.plan.acts} {'act' if row.plan.acts == 1 else 'acts'}")
    if row.plan.hours is not None:
        told.append(f"{plain(row.plan.hours)} hours")
    return ", ".join(told)


def hours_words(row: MixRow) -> str:
    """Return the hours, and of how many acts they are known; empty if of none."""
    if not row.timed:
        return ""
    hours = plain(row.hours.quantize(_TENTH))
    return hours if row.timed == row.acts else f"{hours} (known of {row.timed})"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
