"""Reads what somebody is before their name is said: ``with my neighbour Bo``."""

from collections.abc import Sequence

from notebook_app.model.capture.vocabulary import Vocabulary
from notebook_app.model.capture.words import Word, length_in, phrase_at


def what_they_are(words: Sequence[Word], index: int, vocabulary: Vocabulary) -> tuple[int, bool]:
    """Return how many words say what somebody is, and whether they tell a setting.

    ``with my neighbour Bo`` tells one, ``with client Anna`` does not; 0 where a name follows at
    once.
    """
    article = length_in(words, index, vocabulary.small)
    at = index + article
    noun = phrase_at(words, at, vocabulary.nouns)
    setting = noun is not None and bool(noun[1].setting)
    known = length_in(words, at, vocabulary.acquaintances)
    length = article + (noun[0] if noun is not None and setting else known)
    named = index + length
    if length == article or named >= len(words) or words[named].parted:
        return 0, True
    return (length, setting) if words[named].is_capitalised else (0, True)
