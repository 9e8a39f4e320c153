"""Finds the services that the user offers, where a line names them."""

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.service_names import MOST_WORDS, services_at


def read_services(reading: Reading) -> None:
    """Find services by their whole names, in any case, anywhere outside of marks."""
    services = reading.context.known.services()
    if not services:
        return
    told: set[int] = set()
    for service_id, start, end in services_at(reading.words()[:MOST_WORDS], services):
        if service_id not in told and reading.take(
            Found(PieceKind.SERVICE, start, end, Says(service_id=service_id), stays=True)
        ):
            told.add(service_id)
