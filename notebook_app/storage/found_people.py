"""People that words find, best first, and the part of them in which the words stand.

Exactly so named; names that begin so; names with the words in them; then any other field. Within
each of these whoever was used lately comes first: talked with, planned for, or changed.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from peewee import SqliteDatabase

from notebook_app.model.contact import Contact
from notebook_app.model.found import Found, FoundIn, FoundKind
from notebook_app.model.name_form import folded
from notebook_app.model.search_marks import MarkedText, SearchMarks
from notebook_app.model.search_text import (
    match_expression,
    number_digits,
    without_broken_characters,
)
from notebook_app.storage.contact_batches import contacts_without_photos
from notebook_app.storage.matching import matching_rows

_LAST = "\U0010ffff"
_LATELY_TALKED_WITH = 200
_BY_USE = """
SELECT contact.id FROM contact LEFT JOIN last_touch ON last_touch.contact_id = contact.id
WHERE contact.id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
ORDER BY max(coalesce(last_on, ''), substr(contact.changed_at, 1, 10), coalesce(
  (SELECT max(substr(changed_at, 1, 10)) FROM follow_up WHERE contact_id = contact.id), '')) DESC,
  sort_key, contact.id
"""


class FoundPeople:
    """Reads people for one search."""

    def __init__(self, database: SqliteDatabase, words: str, marks: SearchMarks) -> None:
        """Take the open notebook and what was typed."""
        self._database = database
        self._key = folded(without_broken_characters(words))
        self._expression = match_expression(words)
        self._is_number = bool(number_digits(words))
        self._marks = marks

    def batches(self, most: int) -> Iterator[list[int]]:
        """Yield row ids, best first, each once, at most ``most`` sorted at a time."""
        seen: set[int] = set()
        for ids in self._ways(most):
            fresh = [contact_id for contact_id in dict.fromkeys(ids) if contact_id not in seen]
            seen.update(fresh)
            if fresh:
                rows = self._database.execute_sql(_BY_USE, (json.dumps(fresh),))
                yield [contact_id for (contact_id,) in rows]

    def read(self, contact_ids: Sequence[int]) -> list[Found]:
        """Return what is shown of people."""
        rows = self._database.execute_sql(
            "SELECT id, display_name, organization, title, photo_id FROM contact"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(contact_ids)),),
        ).fetchall()
        known = {row[0]: row for row in rows}
        titles: dict[int, tuple[MarkedText, MarkedText]] = {}
        incomplete: dict[int, frozenset[int]] = {}
        for contact_id, name, organization, title, _photo_id in rows:
            beside = " · ".join(part for part in (organization, title) if part)
            titles[contact_id] = self._marks.mark(name), self._marks.mark(beside)
            found = self._marks.found_in(name) | self._marks.found_in(beside)
            if len(found) < self._marks.wanted:
                incomplete[contact_id] = found
        remembered = self._remembered(incomplete)
        fragments = {
            contact.id: self._fragment(contact, remembered[contact.id], incomplete[contact.id])
            for contact in contacts_without_photos(self._database, list(incomplete))
        }
        nothing = (FoundIn.NAME, MarkedText(""))
        return [
            Found(
                FoundKind.PEOPLE,
                contact_id,
                contact_id,
                title=titles[contact_id][0],
                beside=titles[contact_id][1],
                part=fragments.get(contact_id, nothing)[0],
                fragment=fragments.get(contact_id, nothing)[1],
                photo_id=known[contact_id][4],
            )
            for contact_id in contact_ids
            if contact_id in known
        ]

    def _ways(self, most: int) -> Iterator[list[int]]:
        if self._key:
            yield self._ids("sort_key = ?", (self._key,), most)
            yield from self._beginning(most)
        if self._expression:
            if not self._is_number:
                yield from self._matching(f"search_name : ({self._expression})", most)
            yield from self._matching(self._expression, most)

    def _beginning(self, most: int) -> Iterator[list[int]]:
        first = self._key
        found = self._ids("sort_key > ? AND sort_key < ?", (first, first + _LAST), most)
        if len(found) < most:
            yield found
            return
        # So many that not all of them can be weighed: those talked with lately come first.
        rows = self._database.execute_sql(
            "SELECT contact.id FROM (SELECT contact_id FROM last_touch ORDER BY last_on DESC"
            f" LIMIT {_LATELY_TALKED_WITH}) AS lately JOIN contact ON contact.id = contact_id"
            " WHERE sort_key > ? AND sort_key < ? AND deleted_at IS NULL",
            (first, first + _LAST),
        )
        yield [contact_id for (contact_id,) in rows]
        yield found

    def _ids(self, condition: str, values: tuple[object, ...], most: int) -> list[int]:
        rows = self._database.execute_sql(
            f"SELECT id FROM contact WHERE deleted_at IS NULL AND {condition}"
            " ORDER BY sort_key, id LIMIT ?",
            (*values, most),
        )
        return [contact_id for (contact_id,) in rows]

    def _matching(self, expression: str, most: int) -> Iterator[list[int]]:
        last_id = 0
        while True:
            rows = matching_rows(
                self._database,
                "SELECT rowid FROM contact_search WHERE contact_search MATCH ? AND rowid > ?"
                " ORDER BY rowid LIMIT ?",
                (expression, last_id, most),
            )
            if rows:
                yield [contact_id for (contact_id,) in rows]
                last_id = rows[-1][0]
            if len(rows) < most:
                return

    def _remembered(self, contact_ids: Iterable[int]) -> defaultdict[int, list[str]]:
        found: defaultdict[int, list[str]] = defaultdict(list)
        for contact_id, text in self._database.execute_sql(
            "SELECT contact_id, text FROM remembered"
            " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY position, id",
            (json.dumps(list(contact_ids)),),
        ):
            found[contact_id].append(text)
        return found

    def _fragment(
        self, contact: Contact, remembered: Sequence[str], already: frozenset[int]
    ) -> tuple[FoundIn, MarkedText]:
        """Return the part with most of the words that its name has not."""
        best, most = (FoundIn.NAME, MarkedText("")), 0
        facts = ((FoundIn.REMEMBERED, text) for text in remembered)
        for part, text in (*_parts(contact), *facts):
            if text and (count := len(self._marks.found_in(text) - already)) > most:
                best, most = (part, self._marks.fragment(text)), count
        return best


def _parts(contact: Contact) -> Iterator[tuple[FoundIn, str]]:
    details = contact.details
    name = details.name
    for phone in details.phones:
        yield FoundIn.PHONE, phone.number
    for email in details.emails:
        yield FoundIn.EMAIL, email.address
    called = (name.given, name.additional, name.family, name.phonetic_given, name.phonetic_family)
    yield FoundIn.NAME, " ".join(part for part in (*called, name.maiden, details.nickname) if part)
    for link in details.links:
        yield FoundIn.LINK, link.url
    posts = [part for post in details.affiliations for part in (post.organization, post.title)]
    posts += [post.department for post in details.affiliations]
    posts += [post.profession for post in details.affiliations]
    work = (details.title, details.profession, details.department, *posts)
    yield FoundIn.WORK, " · ".join(part for part in work if part)
    for tag in details.tags:
        yield FoundIn.TAG, tag
    for address in details.addresses:
        yield FoundIn.ADDRESS, ", ".join(address.lines())
    for related in details.related:
        yield FoundIn.RELATED, related.name
    for own in details.own_fields:
        yield FoundIn.OWN_FIELD, f"{own.name}: {own.value}"
    yield FoundIn.NOTE, details.note
