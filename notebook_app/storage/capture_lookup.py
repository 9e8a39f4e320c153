"""What the notebook knows of the names in a line that is being written, asked at each key.

Each question is answered from an index, however many contacts and conversations there are, and
remembered until something is written, since the next key asks most of them again.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from peewee import SqliteDatabase

from notebook_app.model.capture.captured import EventChoice
from notebook_app.model.conversation import Channel, Formality
from notebook_app.model.name_form import folded
from notebook_app.model.rows import ContactChoice
from notebook_app.model.search_text import (
    match_expression,
    query_words,
    spellings,
    without_broken_characters,
)
from notebook_app.storage.matching import matching_rows

Answer = TypeVar("Answer")

_MOST_REMEMBERED = 500
_MOST_CHOICES = 12
_MOST_LOOKED_AT = 120
_MOST_SAID = 100
_DAYS_AROUND_EVENT = 3


class CaptureLookup:
    """Answers what ``KnownThings`` asks, and what was noted last."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database
        self._answers: dict[tuple[str, str, date | None], object] = {}
        self._as_of: tuple[int, int] | None = None

    def people(self, name: str) -> list[ContactChoice]:
        """Return those whose whole, given or family name or nickname it is.

        Those one spoke to last come first, at most a dozen.
        """
        return self._remembered(("people", name, None), lambda: self._people(name))

    def event(self, words: str, on: date) -> EventChoice | None:
        """Return the event of that name on that day or nearest before it.

        An event of these days is also meant by the beginning of its name.
        """
        return self._remembered(("event", words, on), lambda: self._event(words, on))

    def is_place(self, words: str) -> bool:
        """Return whether a conversation or an event was at a place of that name."""
        return self._remembered(("place", words, None), lambda: self._is_place(words))

    def _remembered(
        self, question: tuple[str, str, date | None], ask: Callable[[], Answer]
    ) -> Answer:
        changed = self._database.connection().total_changes
        (elsewhere,) = self._database.execute_sql("PRAGMA data_version").fetchone()
        if self._as_of != (changed, elsewhere) or len(self._answers) > _MOST_REMEMBERED:
            self._answers.clear()
            self._as_of = (changed, elsewhere)
        if question not in self._answers:
            self._answers[question] = ask()
        return self._answers[question]  # type: ignore[return-value]

    def _people(self, name: str) -> list[ContactChoice]:
        text = without_broken_characters(name)
        key = folded(text)
        expression = _all_words(text)
        if not key or not expression:
            return []
        rows = matching_rows(
            self._database,
            "SELECT contact.id, display_name, organization, sort_key, given_name, family_name,"
            " nickname, coalesce(last_on, '') AS last_on FROM"
            " (SELECT rowid AS found_id FROM contact_search WHERE contact_search MATCH ? LIMIT ?)"
            " CROSS JOIN contact ON contact.id = found_id AND deleted_at IS NULL"
            " LEFT JOIN last_touch ON contact_id = contact.id",
            (f"search_name: ({expression})", _MOST_LOOKED_AT),
        )
        if len(rows) >= _MOST_LOOKED_AT:
            rows += self._spoken_to(expression)
        rows += self._called_exactly(key)
        found = {row[0]: row for row in rows if _is_called(row, key)}
        newest = sorted(found.values(), key=lambda row: (row[7], -row[0]), reverse=True)
        return [ContactChoice(row[0], row[1], row[2]) for row in newest[:_MOST_CHOICES]]

    def _event(self, words: str, on: date) -> EventChoice | None:
        key = folded(without_broken_characters(words))
        expression = _all_words(words)
        if not expression:
            return None
        rows = matching_rows(
            self._database,
            "SELECT id, name, happens_on, formality FROM event WHERE id IN"
            " (SELECT rowid FROM event_search WHERE event_search MATCH ? LIMIT ?)"
            " AND happens_on <= ? ORDER BY happens_on DESC, id DESC",
            (expression, _MOST_LOOKED_AT, on.isoformat()),
        )
        near = (on - timedelta(days=_DAYS_AROUND_EVENT)).isoformat()
        for event_id, name, happens_on, formality in rows:
            named = folded(name)
            if named == key or (happens_on >= near and named.startswith(f"{key} ")):
                day = date.fromisoformat(happens_on)
                return EventChoice(event_id, name, day, Formality(formality) if formality else None)
        return None

    def _is_place(self, words: str) -> bool:
        key = folded(without_broken_characters(words))
        expression = _all_words(words)
        if not expression:
            return False
        for table in ("conversation", "event"):
            rows = matching_rows(
                self._database,
                f"SELECT place FROM {table} WHERE id IN (SELECT rowid FROM {table}_search"
                f" WHERE {table}_search MATCH ? LIMIT ?) AND place <> ''",
                (expression, _MOST_SAID),
            )
            if any(folded(place) == key for (place,) in rows):
                return True
        return False

    def places_like(self, beginning: str, most: int) -> list[str]:
        """Return events and places whose names begin so, the latest first."""
        key = folded(without_broken_characters(beginning))
        expression = match_expression(beginning)
        if not key or not expression:
            return []
        found: dict[str, str] = {}
        for table, column in (("event", "name"), ("event", "place"), ("conversation", "place")):
            rows = matching_rows(
                self._database,
                f"SELECT {column} FROM {table} WHERE id IN (SELECT rowid FROM {table}_search"
                f" WHERE {table}_search MATCH ? ORDER BY rowid DESC LIMIT ?) AND {column} <> ''"
                " ORDER BY id DESC",
                (expression, _MOST_SAID),
            )
            for (name,) in rows:
                if folded(name).startswith(key):
                    found.setdefault(folded(name), name)
        return list(found.values())[:most]

    def services(self) -> list[tuple[int, str]]:
        """Return the services that are offered, by row id and name."""
        rows = self._database.execute_sql(
            "SELECT id, name FROM service WHERE retired = 0 ORDER BY position, id"
        )
        return [(service_id, name) for service_id, name in rows]

    def last_circumstances(self, day: date) -> tuple[Channel, str] | None:
        """Return the channel and the setting that were noted last for that day, or None."""
        row = self._database.execute_sql(
            "SELECT channel, setting FROM conversation WHERE happened_on = ?"
            " ORDER BY id DESC LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
        return None if row is None else (Channel(row[0]), str(row[1]))

    def _spoken_to(self, expression: str) -> list[tuple[object, ...]]:
        """Return those of very many one spoke to last: theirs is the likeliest name."""
        return matching_rows(
            self._database,
            "SELECT contact.id, display_name, organization, sort_key, given_name, family_name,"
            " nickname, last_on FROM (SELECT contact_id, last_on FROM (SELECT rowid AS found_id"
            "  FROM contact_search WHERE contact_search MATCH ?)"
            "  CROSS JOIN last_touch ON contact_id = found_id ORDER BY last_on DESC LIMIT ?)"
            " JOIN contact ON contact.id = contact_id AND deleted_at IS NULL",
            (f"search_name: ({expression})", _MOST_CHOICES),
        )

    def _called_exactly(self, key: str) -> list[tuple[object, ...]]:
        rows: list[tuple[object, ...]] = self._database.execute_sql(
            "SELECT contact.id, display_name, organization, sort_key, given_name, family_name,"
            " nickname, coalesce(last_on, '') FROM contact"
            " LEFT JOIN last_touch ON contact_id = contact.id"
            " WHERE sort_key = ? AND deleted_at IS NULL LIMIT ?",
            (key, _MOST_CHOICES),
        ).fetchall()
        return rows


def _is_called(row: tuple[object, ...], key: str) -> bool:
    _id, _name, _organization, sort_key, given, family, nickname, _last_on = map(str, row)
    if sort_key == key:
        return True
    given, family = folded(given), folded(family)
    if key in (given, family, folded(nickname), f"{given} {family}", f"{family} {given}"):
        return True
    # "Anna" of Anna Maria, "Lund" of Holm Lund; "Carla" of somebody with a name in one piece.
    parts = given.split() + family.split() or str(sort_key).split()
    return key in parts[:1] + parts[-1:] or key == " ".join((*given.split()[:1], family))


def _all_words(text: str) -> str:
    """Return the FTS5 expression for whole words, all of them."""
    words = query_words(text)
    return " AND ".join(
        "(" + " OR ".join(f'"{spelling}"' for spelling in spellings(word)) + ")" for word in words
    )
