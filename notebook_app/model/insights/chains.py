"""Who brought whom: a forest of chains, with what work came through each.

An opportunity's chain is that of its introducers, and before them whoever brought the first of
these: by how they became a client, otherwise by the first opportunity of theirs that somebody
brought. So Carl, whom Bob brought, stands under Ann if Ann once brought Bob. Each opportunity
stands at exactly one place, its client at the end of its own chain; what a person is worth is the
sum of all below. Nobody stands twice in one chain: where one would, it is cut, and the circle is
told.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from notebook_app.foundation.record import record
from notebook_app.model.insights.figures import Case, Figures, figures_of, main_currency, worth_of
from notebook_app.model.insights.money import Rates
from notebook_app.model.past_periods import Period

MOST_STEPS = 50
"""A chain is followed no further than this."""


@record
class ChainNode:
    """Somebody in a chain; ``figures`` count their own work here and all below.

    ``name`` is empty for somebody in the trash. ``own`` is the work with this person as client.
    """

    contact_id: int
    name: str
    figures: Figures
    own: Figures
    children: tuple["ChainNode", ...] = ()


@record
class ChainForest:
    """The most valuable chains, the best first, out of ``roots`` in all.

    ``circles`` are pairs of which the first is said to have brought the second, and came through
    them; somebody who is said to have brought themselves makes a pair with themselves.
    ``brought`` is all work that somebody brought, also through those who are not shown.
    """

    period: Period
    trees: tuple[ChainNode, ...]
    roots: int
    circles: tuple[tuple[int, int], ...]
    brought: Figures
    left_out: int


@record
class FullChain:
    """An opportunity with everybody from the first introducer to its client."""

    case: Case
    people: tuple[int, ...]


def full_chains(
    cases: Iterable[Case], brought_by: Mapping[int, Sequence[int]]
) -> tuple[list[FullChain], list[tuple[int, int]]]:
    """Return the chains of those opportunities that somebody brought, and the circles cut.

    ``brought_by`` has the introducers of people, the farthest first.
    """
    found: list[FullChain] = []
    circles: dict[tuple[int, int], None] = {}
    for case in cases:
        if not case.via:
            continue
        via = case.via
        backwards = [case.client_id, *reversed(via)]
        if via[0] not in brought_by:
            found.append(FullChain(case, (*via, case.client_id)))
            continue
        seen = set(backwards)
        while len(backwards) < MOST_STEPS:
            first = backwards[-1]
            cut = False
            for person in reversed(brought_by.get(first, ())):
                if person in seen:
                    circles[person, backwards[-1]] = None
                    cut = True
                    break
                seen.add(person)
                backwards.append(person)
            if cut or backwards[-1] == first:
                break
        found.append(FullChain(case, tuple(reversed(backwards))))
    return found, list(circles)


def forest(
    period: Period,
    chains: Sequence[FullChain],
    circles: Sequence[tuple[int, int]],
    *,
    most: int,
    left_out: int,
    rates: Rates | None = None,
) -> "tuple[ChainForest, set[int]]":
    """Return the ``most`` valuable chains without names yet, and the ids of whom they name.

    Value is what was won: by the user's rates, otherwise in the currency that is used most often;
    where that is even, how many were won, and how many there were.
    """
    by_root: dict[int, list[FullChain]] = {}
    for chain in chains:
        by_root.setdefault(chain.people[0], []).append(chain)
    main = main_currency(chain.case for chain in chains)

    def worth(root: int) -> tuple[Decimal, int, int, int]:
        return (*worth_of([chain.case for chain in by_root[root]], main, rates), -root)

    best = sorted(by_root, key=worth, reverse=True)[:most]
    named: set[int] = set()
    trees = tuple(_node(root, by_root[root], 0, named) for root in best)
    brought = figures_of([chain.case for chain in chains])
    return ChainForest(period, trees, len(by_root), tuple(circles), brought, left_out), named


def _node(person: int, chains: Sequence[FullChain], depth: int, named: set[int]) -> ChainNode:
    named.add(person)
    below: dict[int, list[FullChain]] = {}
    own: list[Case] = []
    for chain in chains:
        if depth + 1 == len(chain.people):
            own.append(chain.case)
        else:
            below.setdefault(chain.people[depth + 1], []).append(chain)
    children = [_node(child, some, depth + 1, named) for child, some in below.items()]
    children.sort(key=lambda node: (-node.figures.won, -node.figures.count, node.contact_id))
    figures = figures_of([chain.case for chain in chains])
    return ChainNode(person, "", figures, figures_of(own), tuple(children))


def named_forest(trees: ChainForest, names: Mapping[int, str]) -> ChainForest:
    """Return the forest with the names of its people; whoever has none is in the trash."""

    def name(node: ChainNode) -> ChainNode:
        return ChainNode(
            node.contact_id,
            names.get(node.contact_id, ""),
            node.figures,
            node.own,
            tuple(name(child) for child in node.children),
        )

    return ChainForest(
        trees.period,
        tuple(name(tree) for tree in trees.trees),
        trees.roots,
        trees.circles,
        trees.brought,
        trees.left_out,
    )
