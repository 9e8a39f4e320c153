"""Report where work comes from: by source, person, event and more; clients; costs; chains."""

from typing import Final

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.model.insights.chains import ChainForest
from notebook_app.model.insights.clients import ClientSources
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.sources import By, SourcesReport
from notebook_app.model.past_periods import Period
from notebook_app.services.insight_settings import own_rates
from notebook_app.storage.notebook import Notebook

MOST_TREES: Final = 20
_REPORTS: Final = 5


@record
class WorkReports:
    """All that one page on where work comes from needs: see the functions below."""

    sources: SourcesReport
    formality: SourcesReport
    clients: ClientSources
    costs: EventCosts
    chains: ChainForest


def report_work(
    notebook: Notebook,
    by: By,
    period: Period,
    most_trees: int = MOST_TREES,
    progress: Progress | None = None,
) -> WorkReports:
    """Return all of it, in half the time that one after the other takes.

    The sources by ``by`` stand against the time before; clients are those of all time.

    Raises:
        Cancelled: nobody waits for it any more.
    """
    progress = progress or no_progress()
    insights, today = notebook.insights.at_once(), notebook.clock.today()
    sources = insights.sources(by, period, against_before=True)
    progress.report(1, _REPORTS)
    formality = insights.sources(By.FORMALITY, period)
    progress.report(2, _REPORTS)
    clients = insights.clients(Period())
    progress.report(3, _REPORTS)
    costs = insights.event_costs(period, today)
    progress.report(4, _REPORTS)
    chains = insights.chains(period, most_trees, own_rates(notebook))
    return WorkReports(sources, formality, clients, costs, chains)


def report_sources(
    notebook: Notebook,
    by: By = By.SOURCE,
    period: Period | None = None,
    *,
    against_before: bool = False,
) -> SourcesReport:
    """Return the opportunities that began in a period, by something; without one, of all time."""
    return notebook.insights.sources(by, period or Period(), against_before=against_before)


def report_clients(notebook: Notebook, period: Period | None = None) -> ClientSources:
    """Return how the clients who came in a period came, and all the work with them."""
    return notebook.insights.clients(period or Period())


def report_event_costs(notebook: Notebook, period: Period | None = None) -> EventCosts:
    """Return what the events of a period cost, and what came of them until today."""
    return notebook.insights.event_costs(period or Period(), notebook.clock.today())


def report_chains(
    notebook: Notebook, period: Period | None = None, most: int = MOST_TREES
) -> ChainForest:
    """Return the most valuable chains of who brought whom, by the user's rates if there are any."""
    return notebook.insights.chains(period or Period(), most, own_rates(notebook))
