"""Reads the links between contacts, from both sides: whom one names, and who names one."""

from collections.abc import Iterable, Iterator

from peewee import SqliteDatabase

from notebook_app.model.relations import RelationRow, ladder_of, reverse_of, same_relation

_MOST_STEPS = 200
"""People that are looked at for a ladder that leads back to where it began."""

# Programs write one UID in capitals here and in small letters there. Whoever was merged into
# another is that other now.
_PERSON = (
    "SELECT coalesce(kept.id, contact.id), coalesce(kept.display_name, contact.display_name),"
    " coalesce(kept.photo_id, contact.photo_id) FROM contact"
    " LEFT JOIN merge_record ON absorbed_id = contact.id AND undone_at IS NULL"
    " LEFT JOIN contact AS kept ON kept.id = kept_id"
    " WHERE contact.uid IN (?, ?, ?) AND coalesce(kept.id, contact.deleted_at IS NULL)"
    " AND kept.deleted_at IS NULL ORDER BY contact.id LIMIT 1"
)
_NAMED_BY = (
    "SELECT contact.id, contact.uid, contact.display_name, contact.photo_id, label"
    " FROM related_name JOIN contact ON contact.id = contact_id"
    " WHERE related_uid IN (?, ?, ?) AND related_uid <> '' AND contact.deleted_at IS NULL"
    " ORDER BY contact.sort_key, contact.id, related_name.position"
)


class RelationStore:
    """Reads links between contacts."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def of(self, contact_id: int) -> list[RelationRow]:
        """Return everybody a contact is linked with: whom it names first, then who names it.

        What both say is there once. Names are those that people bear today.
        """
        rows = list(self._named_in(contact_id))
        said: dict[int | None, list[str]] = {}
        for row in rows:
            said.setdefault(row.contact_id, []).append(row.label)
        for other_id, uid, name, photo_id, label in self._naming(contact_id):
            mine = reverse_of(label)
            known = said.setdefault(other_id, [])
            if not any(same_relation(word, mine) for word in known):
                known.append(mine)
                rows.append(RelationRow(mine, name, uid, other_id, photo_id, named_by_them=True))
        return rows

    def person(self, uid: str) -> tuple[int, str, int | None] | None:
        """Return id, name and photo of whom a UID means in this notebook, or None."""
        row = self._database.execute_sql(_PERSON, _spellings(uid)).fetchone()
        return None if row is None else (row[0], str(row[1]), row[2])

    def names(self, uids: Iterable[str]) -> dict[str, str]:
        """Return the names of those UIDs that are somebody's in this notebook."""
        found = {uid: self.person(uid) for uid in dict.fromkeys(uids)}
        return {uid: person[1] for uid, person in found.items() if person}

    def leads_back(self, contact_id: int, other_id: int, label: str) -> bool:
        """Return whether one would stand above oneself if the other were one's ``label``."""
        ladder = ladder_of(label)
        if ladder is None:
            return False
        upper, lower = (other_id, contact_id) if ladder.up else (contact_id, other_id)
        # Whoever stands above the upper one must not be the lower one.
        waiting, seen = [upper], {upper}
        while waiting and len(seen) < _MOST_STEPS:
            for above in self._above(waiting.pop(), ladder.family):
                if above == lower:
                    return True
                if above not in seen:
                    seen.add(above)
                    waiting.append(above)
        return False

    def _above(self, contact_id: int, family: str) -> Iterator[int]:
        for row in self.of(contact_id):
            ladder = ladder_of(row.label)
            if row.contact_id is not None and ladder and ladder.family == family and ladder.up:
                yield row.contact_id

    def _named_in(self, contact_id: int) -> Iterator[RelationRow]:
        rows = self._database.execute_sql(
            "SELECT label, name, related_uid FROM related_name WHERE contact_id = ?"
            " ORDER BY position",
            (contact_id,),
        ).fetchall()
        for label, name, uid in rows:
            person = self.person(uid) if uid else None
            if person is None:
                yield RelationRow(label, name, uid)
            else:
                yield RelationRow(label, person[1], uid, person[0], person[2])

    def _naming(self, contact_id: int) -> Iterator[tuple[int, str, str, int | None, str]]:
        """Yield who names a contact, or whom was merged into it: id, UID, name, photo, label."""
        uids = self._database.execute_sql(
            "SELECT uid FROM contact WHERE id = ? UNION SELECT contact.uid FROM merge_record"
            " JOIN contact ON contact.id = absorbed_id WHERE kept_id = ? AND undone_at IS NULL",
            (contact_id, contact_id),
        ).fetchall()
        for (uid,) in uids:
            for row in self._database.execute_sql(_NAMED_BY, _spellings(uid)).fetchall():
                if row[0] != contact_id:
                    yield row


def _spellings(uid: str) -> tuple[str, str, str]:
    return uid, uid.lower(), uid.upper()
