"""Find contacts that may be the same person, best first; nothing is ever merged by this.

A search through everybody runs on a thread of its own in short slices. After single changes only
those who changed are compared anew, with the few that the notebook's indexes find for them.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.short_slices import ShortSlices
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.duplicate_blocks import DuplicateBlocks
from notebook_app.model.duplicate_score import Commonness, DuplicateScore, duplicate_score
from notebook_app.model.person_traits import PersonTraits
from notebook_app.storage.notebook import Notebook

MOST_PAIRS = 2_000
"""So many pairs are kept, the best; nobody looks through more in one go."""
_MOST_AT_ONCE = 2 * MOST_PAIRS
_PAIRS_A_REPORT = 500
_MOST_COMPARED_SINGLY = 300


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two contacts, the smaller id first, and why they may be the same."""

    first_id: int
    second_id: int
    score: DuplicateScore

    @property
    def key(self) -> tuple[int, int]:
        """Both ids."""
        return self.first_id, self.second_id


def find_duplicates(
    notebook: Notebook,
    progress: Progress | None = None,
    only: Collection[int] | None = None,
) -> list[DuplicatePair]:
    """Return the pairs that may be the same, the surest first.

    Those that the user said are two people are left out. With ``only`` just pairs in which one
    of these contacts is; a few of them are looked up singly.

    Raises:
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    slices = ShortSlices()
    with steady_pace():
        if only is not None and len(only) <= _MOST_COMPARED_SINGLY:
            found = _around(notebook, only, progress, slices)
        else:
            wanted = None if only is None else frozenset(only)
            found = _everywhere(notebook, progress, slices, wanted)
        return best_first(found)


def best_first(pairs: Iterable[DuplicatePair]) -> list[DuplicatePair]:
    """Return the best pairs in the order in which they are shown."""
    ordered = sorted(pairs, key=lambda pair: (-pair.score.points, pair.key))
    return ordered[:MOST_PAIRS]


def say_distinct(notebook: Notebook, one: int, other: int) -> ChangeSet:
    """Remember that two contacts are not the same person; they are never offered again.

    Raises:
        UserProblem: it could not be written.
    """
    ours, theirs = notebook.contacts.names_of((one, other))
    with notebook.change(f"{ours} and {theirs} are not the same person") as change:
        notebook.duplicates.set_distinct(one, other)
        change.touch(Changed.DUPLICATE, one, other)
    return change.result()


def _everywhere(
    notebook: Notebook, progress: Progress, slices: ShortSlices, only: frozenset[int] | None
) -> list[DuplicatePair]:
    def turn() -> None:
        slices.turn()
        if progress.cancelled:
            progress.report(0, 0)

    progress.report(0, 0, "Looking for duplicates")
    people = notebook.duplicates.traits(turn)
    distinct = notebook.duplicates.distinct_pairs()
    blocks = DuplicateBlocks(people, turn)
    common = blocks.common()
    seen: set[int] = set()
    found: list[DuplicatePair] = []
    count = len(people)
    for number, (one, other) in enumerate(blocks.pairs()):
        if number % 8 == 0:
            turn()
        if number % _PAIRS_A_REPORT == 0:
            progress.report(0, 0, "Looking for duplicates")
        mark = one * count + other
        if mark in seen:
            continue
        seen.add(mark)
        if only is not None and people[one].id not in only and people[other].id not in only:
            continue
        pair = _scored(people[one], people[other], common)
        if pair is not None and pair.key not in distinct:
            found.append(pair)
            if len(found) >= _MOST_AT_ONCE:
                # Sorting them all in the end would hold up the window.
                found = best_first(found)
    # Let go bit by bit: all at once would hold up the window.
    while seen:
        seen.pop()
        slices.turn()
    blocks.let_go()
    while people:
        people.pop()
        slices.turn()
    return found


def _around(
    notebook: Notebook, contact_ids: Collection[int], progress: Progress, slices: ShortSlices
) -> list[DuplicatePair]:
    store = notebook.duplicates
    distinct = store.distinct_pairs()
    found: dict[tuple[int, int], DuplicatePair] = {}
    people = store.traits(slices.turn, contact_ids)
    for number, person in enumerate(people):
        progress.report(number, len(people), "Looking for duplicates")
        others = store.traits(slices.turn, store.candidates(person))
        names = Counter(other.name_key() for other in (person, *others))
        common = Commonness(store.sharing((*person.emails, *person.phones)), names)
        for other in others:
            pair = _scored(person, other, common)
            if pair is not None and pair.key not in distinct:
                found[pair.key] = pair
    return list(found.values())


def _scored(one: PersonTraits, other: PersonTraits, common: Commonness) -> DuplicatePair | None:
    score = duplicate_score(one, other, common)
    if score is None:
        return None
    return DuplicatePair(min(one.id, other.id), max(one.id, other.id), score)
