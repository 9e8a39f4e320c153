"""What may follow where one is typing a query: keys, and the values of a key."""

import re
from collections.abc import Callable, Sequence

from notebook_app.foundation.record import record
from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import KEYS, KEYS_BY_NAME, OTHER_NAMES
from notebook_app.model.query.parse import Vocabulary
from notebook_app.model.query.values import Word

_KEY = re.compile(r"(?:^|[\s(])-*([^\W\d_][\w-]*)$")
_SHORTEST_KEY = 2
_MOST = 8
_LONGEST = 400


@record
class Completion:
    """A text to be put in place of what stands from ``start`` to where one is typing.

    ``finds`` says what a key finds, in words; it is empty for a value or an own field.
    """

    start: int
    text: str
    shown: str
    finds: str = ""


def completions(
    before: str, vocabulary: Vocabulary, values_of: Callable[[str], Sequence[str]]
) -> list[Completion]:
    """Return what may follow a text, the likeliest first, a few at most.

    ``values_of`` returns what the notebook has for a key: its tags, cities, events, or what is
    said in an own field.
    """
    if len(before) > _LONGEST:
        return []
    colon = before.rfind(":")
    start = max(before.rfind(sign, 0, max(colon, 0)) for sign in ' ("') + 1 if colon >= 0 else 0
    if colon >= 0 and (found := _value_at(before, start, colon)) is not None:
        name, at, typed = found
        key = KEYS_BY_NAME.get(name)
        if key is not None:
            words: Sequence[str] = key.words or values_of(name)
            if name == "list":
                words = [shown for shown, _ in vocabulary.lists.values()]
        else:
            words = values_of(name) if name in vocabulary.own_fields else ()
        return [
            Completion(at, f"{Word(word).text} ", word)
            for word in _likely(words, typed)
            if folded(word) != folded(typed)
        ]
    match = _KEY.search(before)
    if match is None or len(match[1]) < _SHORTEST_KEY:
        return []
    keys = {**{key.name: key.finds for key in KEYS}, **dict.fromkeys(_own(vocabulary), "")}
    typed = folded(match[1])
    return [
        Completion(match.start(1), f"{key}:", f"{key}:", finds)
        for key, finds in keys.items()
        if key.startswith(typed)
    ][:_MOST]


def _own(vocabulary: Vocabulary) -> list[str]:
    return sorted(set(vocabulary.own_fields) - KEYS_BY_NAME.keys())


def _value_at(before: str, start: int, colon: int) -> tuple[str, int, str] | None:
    """Return the key, where its last value begins and what of that is typed, if it is open."""
    name = folded(before[start:colon].lstrip("-"))
    name = OTHER_NAMES.get(name, name)
    rest = before[colon + 1 :]
    if rest.count('"') % 2:
        at = colon + 1 + rest.rfind('"')
        return name, at, before[at + 1 :]
    if re.search(r'[\s"()]', rest.rpartition(",")[2]):
        return None
    at = colon + 1 + len(rest) - len(rest.rpartition(",")[2])
    return name, at, before[at:]


def _likely(words: Sequence[str], typed: str) -> list[str]:
    wanted = folded(typed)
    first = [word for word in words if folded(word).startswith(wanted)]
    inside = [word for word in words if wanted and wanted in folded(word) and word not in first]
    return [*first, *inside][:_MOST]
