"""Finds the services that the user offers, where a line names them."""

from typing import Final

from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.capture.found import Found, Reading, Says
from notebook_app.model.capture.words import words_of
from notebook_app.model.name_form import folded

_MOST_WORDS: Final = 1500


def read_services(reading: Reading) -> None:
    """Find services by their whole names, in any case, anywhere outside of marks."""
    services = reading.context.known.services()
    if not services:
        return
    by_word: dict[str, list[tuple[list[str], int]]] = {}
    for service_id, name in services:
        keys = [word.key for word in words_of(name)]
        if keys and folded(name):
            by_word.setdefault(keys[0], []).append((keys, service_id))
    for listed in by_word.values():
        listed.sort(key=lambda each: -len(each[0]))
    words = reading.words()[:_MOST_WORDS]
    told: set[int] = set()
    for index, word in enumerate(words):
        for keys, service_id in by_word.get(word.key, ()):
            there = words[index : index + len(keys)]
            if service_id in told or [each.key for each in there] != keys:
                continue
            if any(each.parted for each in there[1:]):
                continue
            span = word.start, there[-1].end
            if reading.take(
                Found(PieceKind.SERVICE, *span, Says(service_id=service_id), stays=True)
            ):
                told.add(service_id)
                break
