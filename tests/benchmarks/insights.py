"""The reports with very much in them: each page's reading, beside a bare scan of the same tables.

With 100,000 contacts there are 1,000,000 conversations and 20,000 opportunities. A page is to be
read within 300 ms; CPU time is told beside it, as other programs may hold the cores.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial

from notebook_app.foundation.steady_pace import without_search
from notebook_app.model.insights.periods import Step
from notebook_app.model.insights.sources import By
from notebook_app.model.past_periods import Period
from notebook_app.services.report_balance import report_balance
from notebook_app.services.report_mix import report_mix
from notebook_app.services.report_services import report_services
from notebook_app.services.report_sources import (
    report_chains,
    report_clients,
    report_event_costs,
    report_sources,
    report_work,
)
from notebook_app.services.report_year import report_year
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.generated_notebook import generated_notebook

_TIMES = 5
_WORK = "SELECT * FROM opportunity"
_TALK = "SELECT happened_on, count(*) FROM conversation_contact GROUP BY 1"


def insights(contacts: int) -> Iterator[Figure]:
    """The best of several times for each report, and the CPU time of that best one."""
    path = generated_notebook(contacts)
    notebook = Notebook.open(path, check=False)
    today = date.today()
    year = Period(today - timedelta(days=364), today)
    with closing(sqlite3.connect(path)) as bare:
        work = min(_all(lambda: bare.execute(_WORK).fetchall()))
        talk = min(_all(lambda: bare.execute(_TALK).fetchall()))
    last_year = today.year - 1

    def work_by(by: By) -> Callable[[], object]:
        return partial(report_sources, notebook, by, year, against_before=True)

    for what, act, baseline, compared_with in (
        *((f"sources by {by.value}, against before", work_by(by), work, _WORK) for by in By),
        ("a page of all on sources", partial(report_work, notebook, By.SOURCE, year), work, _WORK),
        ("how clients came", lambda: report_clients(notebook), work, _WORK),
        ("what events cost and led to", lambda: report_event_costs(notebook), work, _WORK),
        ("who brought whom, all time", lambda: report_chains(notebook), work, _WORK),
        *(
            (
                f"balance of a year by {step.value}",
                partial(report_balance, notebook, year, step),
                talk,
                _TALK,
            )
            for step in Step
        ),
        ("the mix of twelve weeks", lambda: report_mix(notebook), talk, _TALK),
        ("the mix of a year", lambda: report_mix(notebook, year), talk, _TALK),
        ("services", lambda: report_services(notebook), work, _WORK),
        ("a hundred rows of the matrix", partial(_matrix, notebook), work, _WORK),
        ("looking back at this year", lambda: report_year(notebook), talk, _TALK),
        (
            "looking back at last year",
            lambda: report_year(notebook, last_year),
            talk,
            _TALK,
        ),
    ):
        begun = time.process_time()
        times = _all(act)
        cpu = (time.process_time() - begun) * 1000 / _TIMES
        told = f"{what} ({cpu:.0f} ms CPU)"
        yield Figure(told, min(times), "ms", baseline, compared_with)
    notebook.close()


def _matrix(notebook: Notebook) -> None:
    report = notebook.insights.services()
    notebook.insights.matrix(report, notebook.insights.client_ids()[:100])


def _all(act: Callable[[], object]) -> list[float]:
    with without_search():  # as the page reads
        return [milliseconds(act) for _ in range(_TIMES)]
