"""One walk through several tables by day, newest first, that can go on where it ended.

Each kind of entry is a part with an index in the order of its days. A walk takes only so many of
each part as a page has, so that a page far down costs as much as the first one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.rows import EntryKey, EntryKind
from notebook_app.storage.matching import matching_rows

_KINDS: Final = {kind.value: kind for kind in EntryKind}


@dataclass(frozen=True, slots=True)
class TimelinePart:
    """Where entries of a kind are read: SQL for the row id, day, and moment of each."""

    kind: EntryKind
    source: str
    day: str
    where: str = "1"
    row_id: str = "id"
    moment: str = "NULL"

    def narrowed(self, condition: str) -> "TimelinePart":
        """Return the part with one more condition."""
        return TimelinePart(
            self.kind,
            self.source,
            self.day,
            f"({self.where}) AND ({condition})",
            self.row_id,
            self.moment,
        )

    def sql(self, after: EntryKey | None) -> str:
        """Return the SELECT of at most ``:most`` entries that follow ``after``."""
        moment = "" if self.moment == "NULL" else f", {self.moment} DESC"
        return (
            f"SELECT '{self.kind.value}' AS kind, {self.row_id} AS id, {self.day} AS day,"
            f" {self.moment} AS moment FROM {self.source} WHERE {self.where}{self._after(after)}"
            f" ORDER BY {self.day} DESC{moment}, {self.row_id} DESC LIMIT :most"
        )

    def _after(self, after: EntryKey | None) -> str:
        if after is None:
            return ""
        tie = "1" if self.kind.value > after.kind.value else "0"
        if self.kind is after.kind:
            tie = f"{self.row_id} < :after_id"
        moment = f"coalesce({self.moment}, '')"
        return (
            f" AND {self.day} <= :after_day AND ({self.day} < :after_day OR {moment} <"
            f" :after_moment OR ({moment} = :after_moment AND {tie}))"
        )


def walk(
    database: SqliteDatabase,
    parts: Sequence[TimelinePart],
    values: Mapping[str, object],
    after: EntryKey | None,
    most: int,
) -> list[EntryKey]:
    """Return the next entries of all parts after ``after``, or the first: by day, newest first.

    Within a day it goes by the time, those without one last, then by kind and row id.
    """
    if not parts:
        return []
    bound = {**values, "most": most}
    if after is not None:
        bound |= {"after_day": after.on.isoformat(), "after_moment": after.moment}
        if any(part.kind is after.kind for part in parts):
            bound["after_id"] = after.id
    union = " UNION ALL ".join(f"SELECT * FROM ({part.sql(after)})" for part in parts)
    rows = matching_rows(
        database, f"{union} ORDER BY day DESC, moment DESC, kind, id DESC LIMIT :most", bound
    )
    return [
        EntryKey(date.fromisoformat(day), moment or "", _KINDS[kind], row_id)
        for kind, row_id, day, moment in rows
    ]
