"""What a term of a query becomes in SQL, and how parts are put together.

A part knows a test for one contact, and where it can be had from an index alone, what reads the
ids of those who pass it or of those who fail it: so that few are found without asking each.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """``test`` has ``{id}`` where the contact's id goes; ``ids`` and ``not_ids`` are SELECTs of
    one column ``contact_id``, perhaps with repeats; None where only the test is known.
    """

    test: str
    ids: str | None = None
    not_ids: str | None = None

    @classmethod
    def of_ids(cls, ids: str) -> "Part":
        """Return the part of those whom a SELECT reads."""
        return cls(f"{{id}} IN ({ids})", ids)

    @classmethod
    def of_rows(cls, table: str, condition: str = "1", index: str = "") -> "Part":
        """Return the part of those who have a row in a table with a column ``contact_id``.

        ``index`` is the one to read the ids by; a single contact is looked up by its own.
        """
        by = f" INDEXED BY {index}" if index else ""
        return cls(
            f"EXISTS (SELECT 1 FROM {table} WHERE contact_id = {{id}} AND {condition})",
            f"SELECT contact_id FROM {table}{by} WHERE {condition}",
        )

    @classmethod
    def but_ids(cls, ids: str) -> "Part":
        """Return the part of all but those whom a SELECT reads."""
        return cls.of_ids(ids).turned_round()

    def turned_round(self) -> "Part":
        """Return the part of everyone else."""
        return Part(f"NOT ({self.test})", self.not_ids, self.ids)

    def test_of(self, contact_id: str) -> str:
        """Return the test of a contact whose id is given as SQL."""
        return self.test.replace("{id}", contact_id)


EVERYONE = Part("1", None, "SELECT 0 AS contact_id WHERE 0")
NOBODY = EVERYONE.turned_round()


def all_of(parts: Sequence[Part], size: Callable[[Part], int] = lambda _part: 0) -> Part:
    """Return the part of those who pass every one; ``size`` finds the one to begin with."""
    if not parts:
        return EVERYONE
    if len(parts) == 1:
        return parts[0]
    test = " AND ".join(f"({part.test})" for part in parts)
    first = min((part for part in parts if part.ids is not None), key=size, default=None)
    ids = None
    if first is not None:
        rest = [part.test_of("chosen.contact_id") for part in parts if part is not first]
        tests = " AND ".join(f"({test})" for test in rest)
        ids = f"SELECT contact_id FROM ({first.ids}) AS chosen WHERE {tests}"
    failing = [part.not_ids for part in parts]
    not_ids = None
    if None not in failing:
        not_ids = " UNION ALL ".join(f"SELECT contact_id FROM ({ids})" for ids in failing)
    return Part(test, ids, not_ids)


def any_of(parts: Sequence[Part], size: Callable[[Part], int] = lambda _part: 0) -> Part:
    """Return the part of those who pass at least one."""
    if len(parts) == 1:
        return parts[0]
    failing = all_of([part.turned_round() for part in parts], size)
    test = " OR ".join(f"({part.test})" for part in parts)
    return Part(test, failing.not_ids, failing.ids)
