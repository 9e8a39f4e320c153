"""Handfuls: everything in its order, and never much at once."""

from collections.abc import Iterator

from notebook_app.foundation.handfuls import MOST, handfuls


def test_everything_comes_in_its_order() -> None:
    items = list(range(MOST * 3 + 5))

    taken = list(handfuls(items, lambda _: 1))

    assert [item for some in taken for item in some] == items
    assert max(map(len, taken)) == MOST


def test_large_things_come_one_by_one() -> None:
    taken = list(handfuls([b"x" * 20_000_000] * 3, len))

    assert [len(some) for some in taken] == [1, 1, 1]


def test_no_more_is_taken_than_is_given() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(MOST * 10):
            taken += 1
            yield number

    next(handfuls(items(), lambda _: 1))

    assert taken == MOST
