"""Report the balance over a time, with one plain sentence, and whom or what to turn to."""

from datetime import date
from typing import Final

from notebook_app.model.date_words import add_months
from notebook_app.model.insights.balance_report import (
    Activity,
    BalanceReport,
    Verdict,
    trends_of,
    verdict_of,
)
from notebook_app.model.insights.periods import Step, stretches
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import ContactChoice
from notebook_app.services.insight_settings import balance_targets
from notebook_app.storage.notebook import Notebook

_SHOWN: Final = 5
_MONTHS: Final = {Step.WEEK: 3, Step.MONTH: 12, Step.QUARTER: 24}
"""How far back a report goes that is asked for without a period."""


def report_balance(
    notebook: Notebook, period: Period | None = None, step: Step = Step.MONTH
) -> BalanceReport:
    """Return the balance of a period by weeks, months or quarters, until today at the latest.

    Without a first day it goes back three months, a year, or two years, to the first of a month.
    """
    first, last = _days(period or Period(), step, notebook.clock.today())
    rows = notebook.insights.activity(stretches(first, last, step))
    total = Activity()
    for row in rows:
        total = total.plus(row.activity)
    verdict = verdict_of(total)
    people, event = _turn_to(notebook, verdict, first, last)
    return BalanceReport(
        period=Period(first, last),
        step=step,
        rows=tuple(rows),
        total=total,
        targets=balance_targets(notebook, step),
        trends=trends_of(rows),
        verdict=verdict,
        left_out=notebook.insights.conversations_left_out(first, last),
        people=people,
        event=event,
    )


def _days(period: Period, step: Step, today: date) -> tuple[date, date]:
    last = min(period.last or today, today)
    first = period.first
    if first is None:
        first = add_months(last.replace(day=1), 1 - _MONTHS[step])
    # A period that lies ahead has one day, on which nothing happened yet.
    return (first, last) if first <= last else (first, first)


def _turn_to(
    notebook: Notebook, verdict: Verdict, first: date, last: date
) -> tuple[tuple[ContactChoice, ...], tuple[int, str] | None]:
    """Return people to act on, or the next event, as the verdict asks for."""
    today = notebook.clock.today()
    if verdict is Verdict.COLLECTING:
        return tuple(notebook.insights.met_only_once(first, last, _SHOWN)), None
    if verdict in (Verdict.WAITING, Verdict.NOTHING, Verdict.LITTLE):
        fading = notebook.overview.losing_touch(today, _SHOWN)
        return tuple(ContactChoice(row.contact_id, row.name, "") for row in fading), None
    if verdict is Verdict.EVEN:
        return (), None
    event = notebook.events.next_after(today)
    return (), None if event is None else (event.id, event.draft.name)
