"""How clients came, a table of its own beside that of opportunities.

A client is a contact with the role "client" who is not in the trash. Each stands in one row: that
of the source which a look back gave, "not known" if the user looked back and could not say, "not
looked back yet" without an answer. The work beside them is all that was ever done or tried with
these clients, whatever source each opportunity has of its own: it tells what a way of finding
clients is worth, and is never added to the report on the sources of opportunities.

A time narrows clients by the day on which they came; those of whom it is not known are left out
then, and how many is said.
"""

from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.insights.figures import Figures
from notebook_app.model.opportunity import Source
from notebook_app.model.past_periods import Period


class NoSource(StrEnum):
    """Why a client has no source."""

    NOT_KNOWN = "not known"
    NOT_ASKED = "not looked back yet"


@record
class ClientRow:
    """Clients who came in one way, and all the work with them."""

    source: Source | NoSource
    client_ids: tuple[int, ...]
    work: Figures

    @property
    def label(self) -> str:
        """Return the source with a capital letter."""
        return self.source.value[:1].upper() + self.source.value[1:]


@record
class ClientSources:
    """Clients by source; of ``undated`` ones it is not known when they came."""

    period: Period
    rows: tuple[ClientRow, ...]
    total: Figures
    undated: int

    @property
    def clients(self) -> int:
        """How many clients there are in all rows."""
        return sum(len(row.client_ids) for row in self.rows)
