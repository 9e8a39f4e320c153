"""What single words tell: an act between people, an occasion, a name of several words."""

from collections.abc import Sequence
from typing import Final

from notebook_app.model.capture.found import Says
from notebook_app.model.capture.language import Occasion
from notebook_app.model.capture.vocabulary import Vocabulary
from notebook_app.model.capture.words import Word, phrase_at

_MOST_CAPITALS: Final = 5


def is_act(vocabulary: Vocabulary, words: Sequence[Word], index: int) -> bool:
    """Return whether a word says what people did: ``rang``, ``getroffen``."""
    tables = (vocabulary.verbs, vocabulary.participles)
    return index < len(words) and any(phrase_at(words, index, table) for table in tables)


def is_directed(vocabulary: Vocabulary, words: Sequence[Word], index: int) -> bool:
    """Return whether what people did there is done by one to the other."""
    for table in (vocabulary.verbs, vocabulary.participles):
        if found := phrase_at(words, index, table):
            return found[1].directed
    return False


def says_of(occasion: Occasion) -> Says:
    """Return what an occasion says."""
    return Says(
        channel=occasion.channel,
        firm=occasion.firm,
        setting=occasion.setting,
        formality=occasion.formality,
    )


def capitals(words: Sequence[Word], index: int) -> int:
    """Return how many words from ``index`` on have capitals: ``Quandt & Co`` are three."""
    length = 0
    while index + length < len(words) and length < _MOST_CAPITALS:
        word = words[index + length]
        joins = length > 0 and word.key == "&"
        if word.parted and length:
            break
        if not (joins or (word.is_capitalised and word.text[0].isupper())):
            break
        length += 1
    return length - 1 if length and words[index + length - 1].key == "&" else length
