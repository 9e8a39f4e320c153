"""What the view on sources shows, read in one go."""

from datetime import date

from notebook_app.foundation.record import record
from notebook_app.model.insights.chains import ChainForest
from notebook_app.model.insights.clients import ClientSources, NoSource
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.sources import By, SourcesReport
from notebook_app.model.past_periods import Period
from notebook_app.storage.notebook import Notebook

_MOST_CHAINS = 8


@record
class SourcesReading:
    """``report`` is by what was asked for, ``formality`` sets organised against informal."""

    report: SourcesReport
    formality: SourcesReport
    clients: ClientSources
    costs: EventCosts
    chains: ChainForest

    @property
    def to_look_back_on(self) -> int:
        """How many clients nobody looked back on yet."""
        asked = (row for row in self.clients.rows if row.source is NoSource.NOT_ASKED)
        return sum(len(row.client_ids) for row in asked)


def read_sources(notebook: Notebook, by: By, period: Period, today: date) -> SourcesReading:
    """Read all of it."""
    insights = notebook.insights
    return SourcesReading(
        insights.sources(by, period, against_before=True),
        insights.sources(By.FORMALITY, period),
        insights.clients(Period()),
        insights.event_costs(period, today),
        insights.chains(period, _MOST_CHAINS),
    )
