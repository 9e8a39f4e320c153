"""Report how events, contact care, community and follow-up were mixed, against what was planned."""

from datetime import timedelta
from typing import Final

from notebook_app.model.insights.mix_report import MixReport
from notebook_app.model.past_periods import Period, week_of
from notebook_app.services.insight_settings import mix_plans
from notebook_app.storage.notebook import Notebook

_WEEKS: Final = 12


def report_mix(notebook: Notebook, period: Period | None = None) -> MixReport:
    """Return the mix of a period, until today at the latest.

    Without a first day it is that of twelve weeks, the running one included.
    """
    today = notebook.clock.today()
    period = period or Period()
    last = min(period.last or today, today)
    monday = week_of(last).first or last
    first = period.first or monday - timedelta(weeks=_WEEKS - 1)
    return notebook.insights.mix(first, max(first, last), today, mix_plans(notebook))
