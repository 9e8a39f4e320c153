"""The balance and the mix in words: measures, verdicts, trends, and times along a line."""

from PySide6.QtCore import QDate, QLocale

from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.insights.balance_report import Measure, Trend, Verdict
from notebook_app.model.insights.mix_report import MixPart
from notebook_app.model.insights.periods import Step, Stretch


def measure_words(measure: Measure) -> str:
    """Return what a measure is called."""
    return {
        Measure.NEW: _tr("New people"),
        Measure.STRENGTHENED: _tr("Relationships strengthened"),
        Measure.REACHED_OUT: _tr("I reached out first"),
        Measure.WAS_REACHED: _tr("They reached out first"),
    }[measure]


def verdict_words(verdict: Verdict) -> str:
    """Return the one sentence."""
    return {
        Verdict.NOTHING: _tr("Nothing is written down in this time."),
        Verdict.LITTLE: _tr("Too little is written down to say: a few conversations more tell."),
        Verdict.WAITING: _tr("You wait more than you reach out."),
        Verdict.SOCIALISING: _tr("You socialise more than you network."),
        Verdict.COLLECTING: _tr("You meet more people than you get to know."),
        Verdict.CARRYING: _tr("You do nearly all of the reaching out."),
        Verdict.EVEN: _tr("A good balance of new people and those you know."),
    }[verdict]


def trend_words(trend: Trend) -> str:
    """Return where a measure goes."""
    return {
        Trend.UP: _tr("↗ rising"),
        Trend.STEADY: _tr("→ steady"),
        Trend.DOWN: _tr("↘ falling"),
    }[trend]


def part_words(part: MixPart) -> str:
    """Return what a part of the mix is called."""
    return {
        MixPart.EVENTS: _tr("Events"),
        MixPart.CARE: _tr("Contact care"),
        MixPart.COMMUNITY: _tr("Community"),
        MixPart.FOLLOW_UP: _tr("Follow-up"),
    }[part]


def step_words(step: Step) -> str:
    """Return what the times along a line are."""
    return {
        Step.WEEK: _tr("Week"),
        Step.MONTH: _tr("Month"),
        Step.QUARTER: _tr("Quarter"),
    }[step]


def target_titles(step: Step) -> tuple[str, str]:
    """Return the titles above a target, and above how often it was reached."""
    return {
        Step.WEEK: (_tr("Target a week"), _tr("Weeks reached")),
        Step.MONTH: (_tr("Target a month"), _tr("Months reached")),
        Step.QUARTER: (_tr("Target a quarter"), _tr("Quarters reached")),
    }[step]


def short_words(stretch: Stretch, step: Step, locale: QLocale) -> str:
    """Return a time as it stands below a line: ``Nov``, ``Q4 25``, ``16.11.``."""
    day = QDate(stretch.first)  # type: ignore[call-overload]
    year = f"{stretch.first.year % 100:02}"
    if step is Step.QUARTER:
        return _tr("Q{quarter} {year}").format(
            quarter=(stretch.first.month - 1) // 3 + 1, year=year
        )
    if step is Step.MONTH:
        month = locale.standaloneMonthName(day.month(), QLocale.FormatType.ShortFormat)
        return f"{month} {year}" if day.month() == 1 else month
    return locale.toString(day, _tr("d MMM"))


def long_words(stretch: Stretch, locale: QLocale) -> str:
    """Return a time with its first and last day."""
    first, last = (
        locale.toString(QDate(day), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        for day in (stretch.first, stretch.last)
    )
    return _tr("{first} to {last}").format(first=first, last=last)
