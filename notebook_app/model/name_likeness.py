"""How alike two names are: the same, shortened, misspelt, swapped, or another person's."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import Protocol

from notebook_app.model.nicknames import alike_given_names
from notebook_app.model.person_traits import PersonTraits

_SHORTEST_MISSPELT = 4
_SHORTEST_TWICE_MISSPELT = 9


class NameLikeness(Enum):
    """What two names have to do with each other, the most alike first.

    ``SAME_WORD``: both are one and the same word. ``CONTAINED``: one is only a given name, a
    nickname or a family name of the other. ``UNKNOWN``: one of them has no name. ``RELATIVE``:
    the same family name with another given name.
    """

    SAME = auto()
    NICKNAME = auto()
    SPELLING = auto()
    PART = auto()
    INITIAL = auto()
    SAME_WORD = auto()
    CONTAINED = auto()
    UNKNOWN = auto()
    RELATIVE = auto()
    DIFFERENT = auto()


def name_likeness(one: PersonTraits, other: PersonTraits) -> NameLikeness:
    """Return how alike the names of two contacts are, whichever way their parts are ordered."""
    if not one.words or not other.words:
        return NameLikeness.UNKNOWN
    if one.words == other.words or sorted(one.words) == sorted(other.words):
        several = len(one.words) > 1 or not (one.is_person and other.is_person)
        return NameLikeness.SAME if several else NameLikeness.SAME_WORD
    if "".join(one.words) == "".join(other.words):
        return NameLikeness.SAME
    if not (one.is_person and other.is_person):
        return _organizations(one, other)
    if len(one.words) == 1 or len(other.words) == 1:
        return _one_word(one, other)
    found = _parts(one, other)
    if found in (NameLikeness.DIFFERENT, NameLikeness.RELATIVE):
        swapped = _parts(one, _swapped(other))
        if swapped in (NameLikeness.NICKNAME, NameLikeness.SPELLING, NameLikeness.INITIAL):
            return swapped
        ours, theirs = set(one.words), set(other.words)
        if ours < theirs or theirs < ours:
            # "Anna Svensson" beside "Anna Svensson Berg".
            return NameLikeness.PART
    return found


def misspelt(one: str, other: str) -> bool:
    """Return whether two words differ as by a slip: one letter, two in long words."""
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST_MISSPELT or abs(len(one) - len(other)) > 2:
        return False
    if not (one.isalpha() and other.isalpha()):
        # "Shop 1" and "Shop 2".
        return False
    most = 2 if shorter >= _SHORTEST_TWICE_MISSPELT else 1
    return _slips()(one, other, score_cutoff=most) <= most


class _Slips(Protocol):
    def __call__(self, one: str, other: str, /, *, score_cutoff: int) -> int: ...


@lru_cache(maxsize=1)
def _slips() -> _Slips:
    # Loaded when the first two names are compared, not with the window.
    from rapidfuzz.distance import OSA

    counted: _Slips = OSA.distance
    return counted


def _parts(one: PersonTraits, other: PersonTraits) -> NameLikeness:
    family = _families(one, other)
    if family is None:
        return NameLikeness.DIFFERENT
    given = _givens(one.given, other.given)
    if given is None:
        nick = _is_called(one, other) or _is_called(other, one)
        given = NameLikeness.NICKNAME if nick else None
    if given is None:
        return (
            NameLikeness.RELATIVE
            if family is not NameLikeness.SPELLING
            else (NameLikeness.DIFFERENT)
        )
    if family is NameLikeness.SAME:
        return given
    if given is NameLikeness.SAME:
        return family
    if NameLikeness.SPELLING in (given, family):
        # A slip in one part and a short form in the other: two names that merely look alike.
        return NameLikeness.DIFFERENT
    return given if given is NameLikeness.INITIAL else family


def _families(one: PersonTraits, other: PersonTraits) -> NameLikeness | None:
    ours, theirs = one.family, other.family
    if ours == theirs:
        return NameLikeness.SAME
    if ours and theirs:
        if set(ours) <= set(theirs) or set(theirs) <= set(ours):
            return NameLikeness.PART
        if misspelt("".join(ours), "".join(theirs)):
            return NameLikeness.SPELLING
        if (one.maiden and one.maiden == theirs) or (other.maiden and other.maiden == ours):
            return NameLikeness.PART
        return None
    # "Anna Maria" beside "Anna Maria Svensson".
    return NameLikeness.PART


def _givens(ours: Sequence[str], theirs: Sequence[str]) -> NameLikeness | None:
    if ours == theirs:
        return NameLikeness.SAME
    if not ours or not theirs:
        return NameLikeness.CONTAINED
    if "".join(ours) == "".join(theirs):
        return NameLikeness.SAME
    first = _one_given(ours[0], theirs[0])
    if first is None:
        if len(ours) != len(theirs) and (ours[0] in theirs[1:] or theirs[0] in ours[1:]):
            return NameLikeness.PART
        return None
    rest, others = ours[1:], theirs[1:]
    if rest and others:
        second = _one_given(rest[0], others[0])
        if second is None:
            return None
        return max(first, second, key=lambda likeness: likeness.value)
    if (rest or others) and first is NameLikeness.SAME:
        return NameLikeness.PART
    return first


def _one_given(one: str, other: str) -> NameLikeness | None:
    if one == other:
        return NameLikeness.SAME
    if len(one) == 1 or len(other) == 1:
        return NameLikeness.INITIAL if one[0] == other[0] else None
    if alike_given_names(one, other):
        return NameLikeness.NICKNAME
    return NameLikeness.SPELLING if misspelt(one, other) else None


def _is_called(one: PersonTraits, other: PersonTraits) -> bool:
    """Return whether the nickname of ``one`` is the other's given name."""
    return bool(one.nickname) and one.nickname == other.given


def _one_word(one: PersonTraits, other: PersonTraits) -> NameLikeness:
    few, many = sorted((one, other), key=lambda traits: len(traits.words))
    [word] = few.words
    if len(many.words) == 1:
        if alike_given_names(word, many.words[0]) or many.words == few.nickname:
            return NameLikeness.CONTAINED
        return NameLikeness.DIFFERENT
    called = {*many.words, *many.nickname}
    if word in called or any(alike_given_names(word, given) for given in many.given[:1]):
        return NameLikeness.CONTAINED
    return NameLikeness.DIFFERENT


def _organizations(one: PersonTraits, other: PersonTraits) -> NameLikeness:
    if one.is_person != other.is_person:
        return NameLikeness.DIFFERENT
    if misspelt("".join(one.words), "".join(other.words)):
        return NameLikeness.SPELLING
    ours, theirs = set(one.words), set(other.words)
    return NameLikeness.PART if ours <= theirs or theirs <= ours else NameLikeness.DIFFERENT


def _swapped(traits: PersonTraits) -> PersonTraits:
    return PersonTraits(
        traits.id, traits.is_person, traits.words, given=traits.family, family=traits.given
    )
