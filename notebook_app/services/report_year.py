"""Look back at a year: who mattered, what began where, what grew and what faded."""

from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.insights.year_report import YearReport
from notebook_app.services.insight_settings import own_rates
from notebook_app.storage.notebook import Notebook

MOST_LINES: Final = 10


def report_year(notebook: Notebook, year: int | None = None, most: int = MOST_LINES) -> YearReport:
    """Return what a calendar year was like, the running one unless another is named.

    Raises:
        UserProblem: the year lies ahead, or is none.
    """
    today = notebook.clock.today()
    if year is None:
        year = today.year
    if not 1 < year <= today.year:
        raise UserProblem(f"There is nothing to look back at in {year}.", "", "Choose a past year.")
    return notebook.insights.year(year, today, most, own_rates(notebook))
