"""Prepares the cards of one file: a small one at once, a large one piece by piece."""

from collections.abc import Iterator

from notebook_app.formats.vcard.byte_layer import as_utf8
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, prepare_cards

_CARDS_A_REPORT = 50


def prepare_file(
    name: str, data: bytes, region: str, progress: Progress
) -> Iterator[PreparedCard | UnreadableCard]:
    """Yield the cards of a file.

    Raises:
        UserProblem: there is no card in it; the sentence names the file.
        Cancelled: the user asked to stop.
    """
    try:
        for done, card in enumerate(prepare_cards(as_utf8(data), region)):
            if done % _CARDS_A_REPORT == 0:
                progress.report(done, 0, f"Reading {name}")
            yield card
    except UserProblem as problem:
        raise UserProblem(f"{name} holds no contact cards.", "", problem.remedy) from problem
