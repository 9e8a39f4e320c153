"""The people list: pages of contacts in the order of their names, and search as one types.

A search answers in three parts, each asked for only when the one before is used up, so that a
key costs the same however much is stored: names that begin with what was typed, in their order;
other contacts that hold the words; then people with whom the words were spoken, latest first.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from peewee import SqliteDatabase

from notebook_app.model.contact import Stage
from notebook_app.model.name_form import folded
from notebook_app.model.people_filter import PeopleFilter, ReadyList
from notebook_app.model.rows import ContactRow
from notebook_app.model.search_text import match_expression, without_broken_characters
from notebook_app.storage.losing_touch import LOSING_TOUCH_IDS
from notebook_app.storage.matching import matching_rows

_BATCH = 100
_SORTED_AT_MOST = 1500
_READY_LISTS = {
    ReadyList.LOSING_TOUCH: LOSING_TOUCH_IDS,
    ReadyList.NOT_FOLLOWED_UP: (
        "SELECT contact_id FROM last_touch WHERE times = 1 AND last_on >= date(:today, '-90 days')"
        " AND NOT EXISTS (SELECT 1 FROM follow_up"
        "  WHERE follow_up.contact_id = last_touch.contact_id)"
    ),
}


class PeopleList:
    """Reads the people list."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def count(self, narrowed: PeopleFilter, today: date) -> int:
        """Return how many contacts there are within the filter, its words aside."""
        sets, values = _sets(narrowed, today)
        # Counted in the indexes alone: looking at each contact would be felt.
        deleted = "SELECT id FROM contact WHERE deleted_at IS NOT NULL"
        sql = f"SELECT (SELECT count(*) FROM contact) - (SELECT count(*) FROM ({deleted}))"
        if sets:
            within = " INTERSECT ".join(f"SELECT * FROM ({ids})" for ids in sets)
            sql = f"SELECT count(*) FROM ({within}) WHERE contact_id NOT IN ({deleted})"
        return int(self._database.execute_sql(sql, values).fetchone()[0])

    def ids(self, narrowed: PeopleFilter, today: date, offset: int, most: int) -> list[int]:
        """Return a stretch of the contacts within the filter, its words aside, by name."""
        condition, values = _condition(narrowed, today)
        rows = self._database.execute_sql(
            f"SELECT id FROM contact WHERE {condition} ORDER BY sort_key, id"
            " LIMIT :most OFFSET :offset",
            {**values, "most": most, "offset": offset},
        )
        return [contact_id for (contact_id,) in rows]

    def position(self, narrowed: PeopleFilter, today: date, contact_id: int) -> int | None:
        """Return where a contact stands in the list, its words aside; None if it does not."""
        condition, values = _condition(narrowed, today)
        values["id"] = contact_id
        row = self._database.execute_sql(
            f"SELECT sort_key FROM contact WHERE id = :id AND {condition}", values
        ).fetchone()
        if row is None:
            return None
        values["key"] = row[0]
        sql = f"SELECT count(*) FROM contact WHERE {condition} AND (sort_key, id) < (:key, :id)"
        return int(self._database.execute_sql(sql, values).fetchone()[0])

    def search(self, narrowed: PeopleFilter, today: date) -> Iterator[list[int]]:
        """Yield contacts that the words find, best first, in short batches, each contact once.

        A batch is read only when it is asked for.
        """
        seen: set[int] = set()
        for batch in self._found(narrowed.words):
            fresh = [contact_id for contact_id in dict.fromkeys(batch) if contact_id not in seen]
            seen.update(fresh)
            kept = self._within(fresh, narrowed, today)
            if kept:
                yield kept

    def rows(self, contact_ids: Sequence[int]) -> list[ContactRow]:
        """Return the lines of the list for contacts, in the order given."""
        if not contact_ids:
            return []
        marks = ",".join("?" * len(contact_ids))
        rows = self._database.execute_sql(
            "SELECT id, display_name, organization, title, photo_id, stage,"
            " (SELECT max(happened_on) FROM conversation_contact WHERE contact_id = contact.id),"
            " (SELECT min(due_on) FROM follow_up"
            "  WHERE contact_id = contact.id AND state = 'open')"
            f" FROM contact WHERE id IN ({marks})",
            list(contact_ids),
        )
        known = {row[0]: _contact_row(row) for row in rows}
        return [known[contact_id] for contact_id in contact_ids if contact_id in known]

    def _found(self, words: str) -> Iterator[list[int]]:
        expression = match_expression(words)
        if not expression:
            return
        yield from self._by_beginning(folded(without_broken_characters(words)))
        yield from self._by_contact(expression)
        yield from self._by_conversation(expression)

    def _by_beginning(self, beginning: str) -> Iterator[list[int]]:
        key, last_id = beginning, 0
        while beginning:
            rows = self._database.execute_sql(
                "SELECT id, sort_key FROM contact WHERE deleted_at IS NULL"
                " AND (sort_key, id) > (?, ?) AND sort_key < ? ORDER BY sort_key, id LIMIT ?",
                (key, last_id, beginning + "\U0010ffff", _BATCH),
            ).fetchall()
            if not rows:
                return
            yield [contact_id for contact_id, _ in rows]
            last_id, key = rows[-1]

    def _by_contact(self, expression: str) -> Iterator[list[int]]:
        matching = "SELECT rowid FROM contact_search WHERE contact_search MATCH ?"
        found = matching_rows(
            self._database, f"{matching} LIMIT ?", (expression, _SORTED_AT_MOST + 1)
        )
        if len(found) <= _SORTED_AT_MOST:
            rows = matching_rows(
                self._database,
                f"SELECT id FROM contact WHERE id IN ({matching}) ORDER BY sort_key, id",
                (expression,),
            )
            yield from _batches([contact_id for (contact_id,) in rows])
            return
        # So many that sorting them by name would be felt: they come in the order of their ids.
        yield from _batches([contact_id for (contact_id,) in found])
        last_id = found[-1][0]
        while found:
            found = matching_rows(
                self._database,
                f"{matching} AND rowid > ? ORDER BY rowid LIMIT ?",
                (expression, last_id, _BATCH),
            )
            if found:
                yield [contact_id for (contact_id,) in found]
                last_id = found[-1][0]

    def _by_conversation(self, expression: str) -> Iterator[list[int]]:
        before = 1 << 62
        while True:
            rows = matching_rows(
                self._database,
                "SELECT rowid FROM conversation_search WHERE conversation_search MATCH ?"
                " AND rowid < ? ORDER BY rowid DESC LIMIT ?",
                (expression, before, _BATCH),
            )
            if not rows:
                return
            before = rows[-1][0]
            marks = ",".join("?" * len(rows))
            people = self._database.execute_sql(
                "SELECT contact_id FROM conversation_contact"
                f" WHERE conversation_id IN ({marks}) ORDER BY conversation_id DESC, id",
                [conversation_id for (conversation_id,) in rows],
            )
            yield [contact_id for (contact_id,) in people]

    def _within(self, ids: list[int], narrowed: PeopleFilter, today: date) -> list[int]:
        if not ids:
            return []
        condition, values = _condition(narrowed, today)
        names = {f"id{number}": contact_id for number, contact_id in enumerate(ids)}
        marks = ",".join(f":{name}" for name in names)
        rows = self._database.execute_sql(
            f"SELECT id FROM contact WHERE id IN ({marks}) AND {condition}", {**values, **names}
        )
        alive = {contact_id for (contact_id,) in rows}
        return [contact_id for contact_id in ids if contact_id in alive]


def _condition(narrowed: PeopleFilter, today: date) -> tuple[str, dict[str, object]]:
    sets, values = _sets(narrowed, today)
    return " AND ".join(["deleted_at IS NULL", *(f"contact.id IN ({ids})" for ids in sets)]), values


def _sets(narrowed: PeopleFilter, today: date) -> tuple[list[str], dict[str, object]]:
    """Return what reads the ids of each set that the contacts must be in, and its values."""
    sets: list[str] = []
    values: dict[str, object] = {}
    if narrowed.role is not None:
        sets.append("SELECT contact_id FROM contact_role WHERE role = :role")
        values["role"] = narrowed.role.value
    if narrowed.tag:
        sets.append(
            "SELECT contact_id FROM contact_tag JOIN tag ON tag.id = tag_id"
            " WHERE folded_name = :tag"
        )
        values["tag"] = folded(narrowed.tag)
    if narrowed.ready_list is not None:
        sets.append(_READY_LISTS[narrowed.ready_list])
        values["today"] = today.isoformat()
    return sets, values


def _batches(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]


def _contact_row(row: tuple[object, ...]) -> ContactRow:
    contact_id, name, organization, title, photo_id, stage, last_on, due_on = row
    return ContactRow(
        id=int(str(contact_id)),
        name=str(name),
        organization=str(organization),
        title=str(title),
        photo_id=None if photo_id is None else int(str(photo_id)),
        stage=None if stage is None else Stage(str(stage)),
        last_conversation=None if last_on is None else date.fromisoformat(str(last_on)),
        next_due=None if due_on is None else date.fromisoformat(str(due_on)),
    )
