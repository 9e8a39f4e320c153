"""Which contacts are worth comparing: only those that share a key, so that time grows with them.

Keys are what is shared (UID, e-mail address, number), the words of the name in any order, the
family name with any form of the given one, and both with one letter wrong. Where very many share
a key, it says nothing by itself (an office's number, a very common name), and only those are
compared that share their name, firm or birthday as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from notebook_app.model.duplicate_score import Commonness
from notebook_app.model.nicknames import full_names
from notebook_app.model.person_traits import PersonTraits

Pair = tuple[int, int]
"""Two places in the sequence of people, the smaller first."""

_MOST_COMPARED = 10
_MOST_INITIALS = 4
_SHORTEST_MISSPELT = 4


class DuplicateBlocks:
    """The people of one search, by their keys."""

    def __init__(self, people: Sequence[PersonTraits], turn: Callable[[], object]) -> None:
        """Sort people by their keys; ``turn`` is called every few of them."""
        self._people = people
        self._turn = turn
        self._reach: defaultdict[str, list[int]] = defaultdict(list)
        self._names: defaultdict[str, list[int]] = defaultdict(list)
        self._families: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
        for place, person in enumerate(people):
            if place % 16 == 0:
                turn()
            for key in (*person.uids, *person.emails, *person.phones):
                self._reach[key].append(place)
            if person.words:
                self._names[person.name_key()].append(place)
                joined = "".join(person.words)
                if len(person.words) > 1 and not joined.isascii():
                    # Written with or without a space: 田中 太郎.
                    self._names[joined].append(place)
            if person.given:
                for family in {*person.family, *person.maiden}:
                    givens = self._families[family]
                    givens.setdefault(person.given[0], []).append(place)

    def common(self) -> Commonness:
        """Return what more than two share."""
        return Commonness(_counts(self._reach), _counts(self._names))

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs to compare; some come more than once."""
        for blocks in (self._reach, self._names):
            for block in blocks.values():
                if len(block) > 1:
                    yield from self._within(block)
        yield from self._forms_of_given_names()
        yield from self._misspelt_families()

    def let_go(self) -> None:
        """Forget all keys, a few at a time; there are no pairs afterwards."""
        for blocks in (self._reach, self._names, self._families):
            while blocks:
                blocks.popitem()
                self._turn()

    def _forms_of_given_names(self) -> Iterator[Pair]:
        """Yield those of one family name whose given names are forms of one, or nearly so."""
        for givens in self._families.values():
            self._turn()
            if len(givens) < 2:
                if len(next(iter(givens.values()))) > 1:
                    yield from self._within(next(iter(givens.values())))
                continue
            forms: defaultdict[str, list[int]] = defaultdict(list)
            for given, places in givens.items():
                for full in full_names(given):
                    forms[full] += places
                if len(given) == 1:
                    yield from self._initials(given, places, givens)
            for block in forms.values():
                if len(block) > 1:
                    yield from self._within(block)
            for one, other in self._neighbours(givens):
                yield from self._across(givens[one], givens[other])

    def _initials(
        self, initial: str, places: Sequence[int], givens: Mapping[str, list[int]]
    ) -> Iterator[Pair]:
        meant = [
            place
            for given, others in givens.items()
            if given != initial and given[0] == initial
            for place in others
        ]
        if len(meant) <= _MOST_INITIALS:
            yield from _crossed(places, meant)
        else:
            yield from self._across(places, meant)

    def _misspelt_families(self) -> Iterator[Pair]:
        """Yield those of one given name whose family names differ in one letter."""
        givens: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for place, person in enumerate(self._people):
            if place % 16 == 0:
                self._turn()
            if person.given and person.family:
                givens[person.given[0]]["".join(person.family)].append(place)
        for families in givens.values():
            for one, other in self._neighbours(families):
                yield from self._across(families[one], families[other])

    def _neighbours(self, words: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the words that differ in one letter, or in two that changed places.

        Two such words become the same when one letter of each is left out.
        """
        shortened: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) < _SHORTEST_MISSPELT:
                continue
            self._turn()
            for spelling in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                shortened[spelling].append(word)
        found: set[tuple[str, str]] = set()
        for alike in shortened.values():
            for number, one in enumerate(alike[:_MOST_COMPARED]):
                for other in alike[number + 1 : _MOST_COMPARED]:
                    found.add((one, other) if one < other else (other, one))
        yield from found

    def _within(self, block: Sequence[int]) -> Iterator[Pair]:
        self._turn()
        if len(block) <= _MOST_COMPARED:
            for number, one in enumerate(block):
                for other in block[number + 1 :]:
                    yield (one, other) if one < other else (other, one)
            return
        # As they say less and less together, by what else is the same.
        for key_of in (_name, _organization, _birthday):
            for smaller in self._divided(block, key_of).values():
                if 1 < len(smaller) <= _MOST_COMPARED:
                    yield from self._within(smaller)
                elif len(smaller) > _MOST_COMPARED:
                    yield from pairwise(smaller)

    def _across(self, ones: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
        """Yield pairs of people with like names, unless their firms tell them apart."""
        people = self._people
        if len(ones) * len(others) <= _MOST_COMPARED**2:
            for one, other in _crossed(ones, others):
                ours, theirs = people[one].organization, people[other].organization
                if not ours or not theirs or ours[:3] == theirs[:3]:
                    yield one, other
            return
        firms = self._divided(others, _organization)
        for one in ones:
            for other in firms.get(people[one].organization, ())[:_MOST_COMPARED]:
                if one != other:
                    yield (one, other) if one < other else (other, one)

    def _divided(
        self, block: Sequence[int], key_of: Callable[[PersonTraits], str]
    ) -> dict[str, list[int]]:
        parts: dict[str, list[int]] = {}
        for place in block:
            if key := key_of(self._people[place]):
                parts.setdefault(key, []).append(place)
        return parts


def _crossed(ones: Iterable[int], others: Sequence[int]) -> Iterator[Pair]:
    for one in ones:
        for other in others:
            if one != other:
                yield (one, other) if one < other else (other, one)


def _counts(blocks: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {key: len(block) for key, block in blocks.items() if len(block) > 2}


def _name(person: PersonTraits) -> str:
    return person.name_key()


def _organization(person: PersonTraits) -> str:
    return person.organization


def _birthday(person: PersonTraits) -> str:
    return person.birthday
