"""What the view on sources shows, read in one go."""

from typing import Final

from notebook_app.foundation.progress import Progress
from notebook_app.foundation.record import record
from notebook_app.model.insights.chains import ChainForest
from notebook_app.model.insights.clients import ClientSources, NoSource
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.money import Rates
from notebook_app.model.insights.sources import By, SourcesReport
from notebook_app.model.past_periods import Period
from notebook_app.services.insight_settings import own_rates
from notebook_app.services.report_sources import report_work
from notebook_app.storage.notebook import Notebook

MOST_LINES: Final = 100
"""The most lines of a table; paper and the command line have them all."""

_MOST_CHAINS: Final = 8


@record
class SourcesReading:
    """``report`` is by what was asked for, ``formality`` sets organised against informal."""

    report: SourcesReport
    formality: SourcesReport
    clients: ClientSources
    costs: EventCosts
    chains: ChainForest
    rates: Rates | None = None

    @property
    def currencies(self) -> tuple[str, ...]:
        """All currencies in it, in the order of their codes; what has none is left out."""
        total, before = self.report.total, self.report.total_before
        of = [total.won_value, total.open_value, self.clients.total.won_value, self.costs.fees]
        if before is not None:
            of.append(before.won_value)
        found = {currency for money in of for currency, _amount in money.amounts}
        return tuple(sorted(found - {""}))

    @property
    def to_look_back_on(self) -> int:
        """How many clients nobody looked back on yet."""
        asked = (row for row in self.clients.rows if row.source is NoSource.NOT_ASKED)
        return sum(len(row.client_ids) for row in asked)


def read_sources(notebook: Notebook, by: By, period: Period, progress: Progress) -> SourcesReading:
    """Read all of it.

    Raises:
        Cancelled: nobody waits for it any more.
    """
    work = report_work(notebook, by, period, _MOST_CHAINS, progress)
    for row in (*work.sources.rows[:MOST_LINES], *work.formality.rows):
        # Here, since the window would be held by it.
        row.count_up()
    return SourcesReading(
        work.sources, work.formality, work.clients, work.costs, work.chains, own_rates(notebook)
    )
