"""Finds where a text names the services that the user offers, by their whole names."""

from collections.abc import Iterator, Sequence
from typing import Final

from notebook_app.model.capture.words import Word, words_of
from notebook_app.model.name_form import folded

MOST_WORDS: Final = 1500
"""Further words of a text are not looked at."""


def services_named(text: str, services: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """Return those of the services (row id and name) that a plain text names, each once.

    Of names that lie within each other the longest counts.
    """
    if not services:
        return ()
    told: dict[int, None] = {}
    behind = 0
    for service_id, start, end in services_at(words_of(text)[:MOST_WORDS], services):
        if start >= behind:
            told[service_id] = None
            behind = end
    return tuple(told)


def services_at(
    words: Sequence[Word], services: Sequence[tuple[int, str]]
) -> Iterator[tuple[int, int, int]]:
    """Yield each place where a service is named, with its span; at one place the longest first."""
    by_word: dict[str, list[tuple[list[str], int]]] = {}
    for service_id, name in services:
        keys = [word.key for word in words_of(name)]
        if keys and folded(name):
            by_word.setdefault(keys[0], []).append((keys, service_id))
    for listed in by_word.values():
        listed.sort(key=lambda each: -len(each[0]))
    for index, word in enumerate(words):
        for keys, service_id in by_word.get(word.key, ()):
            there = words[index : index + len(keys)]
            if [each.key for each in there] == keys and not any(each.parted for each in there[1:]):
                yield service_id, word.start, there[-1].end
