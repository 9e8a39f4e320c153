"""Makes what a phone sent ready for the import's preview, one file at a time.

A picture without a code must not keep from going in what came beside it.
"""

from collections.abc import Sequence

from notebook_app.formats.picture_kind import picture_kind
from notebook_app.foundation.problem import UserProblem
from notebook_app.network.phone_events import Arrived
from notebook_app.services.card_sources import CardSource
from notebook_app.services.picture_cards import PictureReader, cards_of_picture
from notebook_app.services.receive_from_phone import received_sources

_SNIFFED = 64


def open_received(
    arrivals: Sequence[Arrived], region: str, read_picture: PictureReader
) -> tuple[list[CardSource], list[UserProblem]]:
    """Return what can be looked at, pictures of QR codes as their cards, and what can't."""
    sources: list[CardSource] = []
    problems: list[UserProblem] = []
    for source in received_sources(arrivals, region):
        if not isinstance(source, tuple) or not picture_kind(source[1][:_SNIFFED]):
            sources.append(source)
            continue
        name, data = source
        try:
            sources.append((name, cards_of_picture(name, data, read_picture)))
        except UserProblem as problem:
            problems.append(problem)
    return sources, problems
