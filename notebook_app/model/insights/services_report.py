"""Which client knows of which service: a matrix, and how many never heard of what.

Clients are contacts with the role "client" who are not in the trash. ``not told`` are all of whom
nothing is written down for the service; ``to tell`` leaves out those who rest, and those with a
follow-up that names the service, as Today does.
"""

from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.offering import ServiceKnowledge


class Heard(StrEnum):
    """How it stands between a client and a service."""

    USES = "uses"
    TOLD = "told on"
    DECLINED = "declined"
    NOT_TOLD = "not told"


HEARD = {
    ServiceKnowledge.USES: Heard.USES,
    ServiceKnowledge.TOLD: Heard.TOLD,
    ServiceKnowledge.DECLINED: Heard.DECLINED,
}
"""By what is written down; nothing is "not told"."""


@record
class ServiceCount:
    """How many clients stand how with a service; the four add up to all clients."""

    service_id: int
    name: str
    uses: int
    told: int
    declined: int
    not_told: int
    to_tell: int

    def of(self, heard: Heard) -> int:
        """Return one of the four counts."""
        return {
            Heard.USES: self.uses,
            Heard.TOLD: self.told,
            Heard.DECLINED: self.declined,
            Heard.NOT_TOLD: self.not_told,
        }[heard]


@record
class ServicesReport:
    """The services that are offered still, in the user's order, with their counts.

    There are ``clients`` people in the matrix.
    """

    clients: int
    services: tuple[ServiceCount, ...]


@record
class ClientServices:
    """A row of the matrix: what a client knows, in the order of the report's services."""

    contact_id: int
    name: str
    organization: str
    knows: tuple[Heard, ...]
