"""What a term of a query becomes in SQL, and how parts are put together.

A part knows a test for one contact, and where it can be had from an index alone, what reads the
ids of those who pass it or of those who fail it: so that few are found without asking each.
"""

from collections.abc import Sequence
from typing import Final

from notebook_app.foundation.record import record

MANY: Final = 1 << 40
"""So many ids that reading them all is not worth it, or nobody knows how many."""


@record
class Part:
    """``test`` has ``{id}`` where the contact's id goes; ``ids`` and ``not_ids`` are SELECTs of
    one column ``contact_id``, perhaps with repeats; None where only the test is known.

    ``size`` and ``not_size`` say how many rows are read for them at most; ``costly`` ids are
    worked out as a whole before the first of them is known. A ``leaf`` asks for one thing.
    """

    test: str
    ids: str | None = None
    not_ids: str | None = None
    size: int = MANY
    not_size: int = MANY
    costly: bool = False
    leaf: bool = False

    @classmethod
    def of_ids(cls, ids: str, test: str = "") -> "Part":
        """Return the part of those whom a SELECT reads.

        ``test`` asks for one of them without reading the others.
        """
        return cls(test or f"{{id}} IN ({ids})", ids, leaf=True)

    @classmethod
    def of_rows(cls, table: str, condition: str = "1", index: str = "") -> "Part":
        """Return the part of those who have a row in a table with a column ``contact_id``.

        ``index`` is the one to read the ids by; a single contact is looked up by its own.
        """
        by = f" INDEXED BY {index}" if index else ""
        ids = f"SELECT contact_id FROM {table}{by} WHERE {condition}"
        if condition == "1":
            # Without a condition SQLite looks into the index itself and makes no list of its own.
            return cls(f"{{id}} IN (SELECT contact_id FROM {table})", ids, leaf=True)
        test = f"EXISTS (SELECT 1 FROM {table} WHERE contact_id = {{id}} AND {condition})"
        return cls(test, ids, leaf=True)

    @classmethod
    def of_columns(cls, condition: str) -> "Part":
        """Return the part of those whose own row in ``contact`` meets a condition."""
        return cls(
            f"EXISTS (SELECT 1 FROM contact AS own WHERE own.id = {{id}} AND {condition})",
            f"SELECT id AS contact_id FROM contact WHERE {condition}",
            leaf=True,
        )

    def turned_round(self) -> "Part":
        """Return the part of everyone else."""
        return Part(
            f"NOT ({self.test})",
            self.not_ids,
            self.ids,
            self.not_size,
            self.size,
            self.costly,
            self.leaf,
        )

    def test_of(self, contact_id: str) -> str:
        """Return the test of a contact whose id is given as SQL."""
        return self.test.replace("{id}", contact_id)


EVERYONE = Part("1", None, "SELECT 0 AS contact_id WHERE 0", not_size=0)
NOBODY = EVERYONE.turned_round()


def all_of(parts: Sequence[Part]) -> Part:
    """Return the part of those who pass every one, read from the smallest of them."""
    if not parts:
        return EVERYONE
    if len(parts) == 1:
        return parts[0]
    test = " AND ".join(f"({part.test})" for part in parts)
    known = [part for part in parts if part.ids is not None]
    first = min(known, key=lambda part: (part.size, part.costly), default=None)
    ids = None
    if first is not None:
        rest = [part.test_of("chosen.contact_id") for part in parts if part is not first]
        tests = " AND ".join(f"({test})" for test in rest)
        ids = f"SELECT contact_id FROM ({first.ids}) AS chosen WHERE {tests}"
    failing = [part.not_ids for part in parts]
    not_ids = None
    if None not in failing:
        not_ids = " UNION ALL ".join(f"SELECT contact_id FROM ({ids})" for ids in failing)
    size = MANY if first is None else first.size
    return Part(test, ids, not_ids, size, min(MANY, sum(part.not_size for part in parts)))


def any_of(parts: Sequence[Part]) -> Part:
    """Return the part of those who pass at least one."""
    if len(parts) == 1:
        return parts[0]
    failing = all_of([part.turned_round() for part in parts])
    test = " OR ".join(f"({part.test})" for part in parts)
    return Part(test, failing.not_ids, failing.ids, failing.not_size, failing.size)
