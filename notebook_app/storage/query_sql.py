"""Turns the terms of a query into SQL; whatever the user wrote goes there as a bound value only.

A word behind a minus, or mixed with other terms by ``or``, is looked for in what is written of
the person; what was said is searched by ``people_list.py`` alone, which reads it a bit at a time.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import STAGES, key_of
from notebook_app.model.query.terms import AllOf, AnyOf, Keyed, ListName, Not, Plain, Term
from notebook_app.model.query.values import Amount, Comparison, Level, Value, Word
from notebook_app.model.search_text import match_expression
from notebook_app.storage.losing_touch import LOSING_TOUCH_IDS
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_days import birthday_ranges, days_of
from notebook_app.storage.query_parts import EVERYONE, NOBODY, Part, all_of, any_of

_HAS: Final = {
    "photo": "SELECT id AS contact_id FROM contact WHERE photo_id IS NOT NULL",
    "stage": "SELECT id AS contact_id FROM contact WHERE stage IS NOT NULL",
    "birthday": (
        "SELECT id AS contact_id FROM contact WHERE birthday IS NOT NULL AND deleted_at IS NULL"
    ),
    "org": (
        "SELECT id AS contact_id FROM contact WHERE organization_key <> ''"
        " UNION ALL SELECT contact_id FROM affiliation WHERE organization_key <> ''"
    ),
    "note": "SELECT id AS contact_id FROM contact WHERE note <> ''",
}
_HAS_ROWS: Final = {
    "phone": "phone",
    "email": "email",
    "address": "address",
    "link": "link",
    "date": "own_date",
    "attachment": "attachment",
    "tag": "contact_tag",
    "role": "contact_role",
    "field": "own_field",
    "related": "related_name",
}
_NO_REACH: Final = "SELECT id AS contact_id FROM contact WHERE search_reach = ''"
_COUNTED: Final = 3000
_WITH_CADENCE: Final = (
    "SELECT id AS contact_id FROM contact WHERE cadence_count IS NOT NULL AND deleted_at IS NULL"
    " UNION ALL SELECT contact_id FROM contact_tag WHERE tag_id IN"
    " (SELECT id FROM tag WHERE cadence_count IS NOT NULL)"
)


class QuerySql:
    """Makes parts of terms and keeps their values; one object for one query on one day."""

    def __init__(self, database: SqliteDatabase, today: date) -> None:
        """Take where names are looked up, and the day that the query's times start from."""
        self._database = database
        self._today = today
        self.values: dict[str, object] = {}
        self._keys: dict[str, Callable[[Value | ListName], Part]] = {
            "name": self._name,
            "tag": self._tag,
            "role": self._role,
            "stage": self._stage,
            "kind": self._kind,
            "org": self._organisation,
            "city": lambda value: self._address("city", value),
            "country": lambda value: self._address("country", value),
            "last": self._last,
            "talks": self._talks,
            "due": self._due,
            "met": self._met,
            "added": lambda value: self._stamp("created_at", value),
            "changed": lambda value: self._stamp("changed_at", value),
            "birthday": self._birthday,
            "cadence": self._cadence,
            "has": self._has,
            "from": self._from,
            "list": self._list,
        }

    def part(self, terms: Sequence[Term]) -> Part:
        """Return the part of those for whom all terms hold."""
        return all_of([self._term(term) for term in terms], self._size)

    def _term(self, term: Term) -> Part:
        match term:
            case Plain():
                return self._matching(match_expression(term.words))
            case Not():
                return self._term(term.term).turned_round()
            case AllOf():
                return all_of([self._term(each) for each in term.terms], self._size)
            case AnyOf():
                return any_of([self._term(each) for each in term.terms], self._size)
            case Keyed(own=True):
                parts = [self._own_field(term.key, value) for value in term.values]
            case Keyed():
                parts = [self._keys[term.key](value) for value in term.values]
        return any_of(parts, self._size)

    def _size(self, part: Part) -> int:
        """Return how many rows there are, counted up to a limit: only the smallest matters."""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM ({part.ids}) LIMIT {_COUNTED})"
        return int(matching_rows(self._database, sql, self.values)[0][0])

    def _bound(self, value: object) -> str:
        name = f"q{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def _listed(self, values: Iterable[object]) -> str:
        return f"(SELECT value FROM json_each({self._bound(json.dumps(list(values)))}))"

    def _matching(self, expression: str) -> Part:
        if not expression:
            return EVERYONE
        # Without its own LIMIT the SELECT may be merged into another one around it, where SQLite
        # then looks rows up by their ids and has no place left for MATCH.
        return Part.of_ids(
            "SELECT rowid AS contact_id FROM contact_search"
            f" WHERE contact_search MATCH {self._bound(expression)} LIMIT -1"
        )

    def _name(self, value: Value | ListName) -> Part:
        expression = match_expression(_text(value))
        return self._matching(f"search_name : ({expression})") if expression else NOBODY

    def _tag(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        if "*" not in wanted:
            tag = f"(SELECT id FROM tag WHERE folded_name = {self._bound(wanted)})"
            return Part.of_rows("contact_tag", f"tag_id = {tag}")
        rows = self._database.execute_sql("SELECT id, folded_name FROM tag")
        tags = self._listed(tag_id for tag_id, name in rows if _fits(wanted, name))
        return Part.of_rows("contact_tag", f"tag_id IN {tags}")

    def _role(self, value: Value | ListName) -> Part:
        role = self._bound(_text(value))
        return Part.of_rows("contact_role", f"role = {role}")

    def _stage(self, value: Value | ListName) -> Part:
        if isinstance(value, Level):
            level = STAGES.index(value.word)
            stages = [stage for at, stage in enumerate(STAGES) if value.comparison.holds(at, level)]
        elif _text(value) == "none":
            return Part.but_ids(_HAS["stage"])
        else:
            stages = [_text(value)]
        return Part.of_ids(
            "SELECT id AS contact_id FROM contact WHERE stage IS NOT NULL AND stage IN "
            + self._listed(stages)
        )

    def _kind(self, value: Value | ListName) -> Part:
        organisations = Part.of_ids("SELECT id AS contact_id FROM contact WHERE kind <> 'person'")
        return organisations if _text(value) == "organisation" else organisations.turned_round()

    def _organisation(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        test = "organization_key <> '' AND "
        if "*" in wanted:
            rows = self._database.execute_sql(
                "SELECT organization_key FROM contact WHERE organization_key <> ''"
                " UNION SELECT organization_key FROM affiliation WHERE organization_key <> ''"
            )
            test += (
                f"organization_key IN {self._listed(key for (key,) in rows if _fits(wanted, key))}"
            )
        else:
            test += f"instr(organization_key, {self._bound(wanted)}) > 0"
        return Part.of_ids(
            f"SELECT id AS contact_id FROM contact WHERE {test}"
            f" UNION ALL SELECT contact_id FROM affiliation WHERE {test}"
        )

    def _address(self, column: str, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        # The places themselves are few; so each is compared without accents and case once.
        rows = self._database.execute_sql(
            f"SELECT DISTINCT {column} FROM address WHERE {column} <> ''"
        )
        places = [place for (place,) in rows if _fits(wanted, folded(place))]
        return Part.of_ids(
            f"SELECT contact_id FROM address WHERE {column} <> ''"
            f" AND {column} IN {self._listed(places)}"
        )

    def _last(self, value: Value | ListName) -> Part:
        if value == Word("never"):
            return Part.of_rows("last_touch").turned_round()
        return Part.of_rows(
            "last_touch", self._between("last_on", *days_of(value, self._today, -1))
        )

    def _talks(self, value: Value | ListName) -> Part:
        assert isinstance(value, Amount)
        sign = value.comparison.value or "="
        number = self._bound(value.number)
        if not value.comparison.holds(0, value.number):
            return Part.of_rows("last_touch", f"times {sign} {number}")
        # Those whom one never spoke with are among them.
        opposite = {
            Comparison.LESS: ">=",
            Comparison.AT_MOST: ">",
            Comparison.EQUAL: ">",
            Comparison.AT_LEAST: "<",
            Comparison.MORE: "<=",
        }[value.comparison]
        return Part.of_rows("last_touch", f"times {opposite} {number}").turned_round()

    def _due(self, value: Value | ListName) -> Part:
        if value == Word("none"):
            return Part.of_rows("follow_up", "state = 'open'").turned_round()
        if value == Word("never"):
            return Part.of_rows("follow_up").turned_round()
        days = self._between("due_on", *days_of(value, self._today, 1))
        return Part.of_rows("follow_up", f"state = 'open' AND {days}", "follow_up_open")

    def _met(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        rows = self._database.execute_sql("SELECT id, name FROM event")
        events = self._listed(event_id for event_id, name in rows if _holds(wanted, folded(name)))
        return Part.of_ids(
            f"SELECT contact_id FROM event_contact WHERE event_id IN {events}"
            " UNION ALL SELECT contact_id FROM conversation_contact WHERE conversation_id IN"
            f" (SELECT id FROM conversation WHERE event_id IS NOT NULL AND event_id IN {events})"
        )

    def _stamp(self, column: str, value: Value | ListName) -> Part:
        first, last = days_of(value, self._today, -1)
        tests = ["1"]
        if first is not None:
            tests.append(f"{column} >= {self._bound(first.isoformat())}")
        if last is not None and last < date.max:
            after = last + timedelta(days=1)
            tests.append(f"{column} < {self._bound(after.isoformat())}")
        return Part.of_ids(f"SELECT id AS contact_id FROM contact WHERE {' AND '.join(tests)}")

    def _birthday(self, value: Value | ListName) -> Part:
        ranges = [
            f"birthday_day BETWEEN {self._bound(first)} AND {self._bound(last)}"
            for first, last in birthday_ranges(value, self._today)
        ]
        if not ranges:
            return NOBODY
        return Part.of_ids(f"{_HAS['birthday']} AND ({' OR '.join(ranges)})")

    def _cadence(self, value: Value | ListName) -> Part:
        if _text(value) == "overdue":
            self.values["today"] = self._today.isoformat()
            return Part.of_ids(LOSING_TOUCH_IDS)
        any_cadence = Part.of_ids(_WITH_CADENCE)
        return any_cadence if _text(value) == "yes" else any_cadence.turned_round()

    def _has(self, value: Value | ListName) -> Part:
        word = _text(value)
        if word in _HAS_ROWS:
            return Part.of_rows(_HAS_ROWS[word])
        return Part.but_ids(_NO_REACH) if word == "reach" else Part.of_ids(_HAS[word])

    def _from(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        rows = self._database.execute_sql(
            "SELECT id, file_name FROM import_record WHERE undone_at IS NULL"
        )
        imports = self._listed(
            import_id for import_id, name in rows if _holds(wanted, folded(name))
        )
        return Part.of_ids(f"SELECT contact_id FROM import_contact WHERE import_id IN {imports}")

    def _list(self, value: Value | ListName) -> Part:
        assert isinstance(value, ListName)
        return self.part(value.query.terms)

    def _own_field(self, key: str, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        names = own_field_names(self._database, key)
        rows = self._database.execute_sql(
            f"SELECT DISTINCT value FROM own_field WHERE folded_name IN ({_marks(names)})", names
        )
        said = [text for (text,) in rows if _fits(wanted, folded(text))]
        return Part.of_ids(
            f"SELECT contact_id FROM own_field WHERE folded_name IN {self._listed(names)}"
            f" AND value IN {self._listed(said)}"
        )

    def _between(self, column: str, first: date | None, last: date | None) -> str:
        tests = ["1"]
        if first is not None:
            tests.append(f"{column} >= {self._bound(first.isoformat())}")
        if last is not None:
            tests.append(f"{column} <= {self._bound(last.isoformat())}")
        return " AND ".join(tests)


def own_field_names(database: SqliteDatabase, key: str) -> list[str]:
    """Return the folded names of the own fields that a key asks for."""
    return [name for name in all_own_field_names(database) if key_of(name) == key]


def all_own_field_names(database: SqliteDatabase) -> list[str]:
    """Return the folded names of all own fields, found by leaps through their index."""
    rows = database.execute_sql(
        "WITH RECURSIVE leap(name) AS (SELECT min(folded_name) FROM own_field UNION ALL"
        " SELECT (SELECT min(folded_name) FROM own_field WHERE folded_name > leap.name)"
        " FROM leap WHERE leap.name IS NOT NULL)"
        " SELECT name FROM leap WHERE name IS NOT NULL"
    )
    return [name for (name,) in rows]


def _text(value: Value | ListName) -> str:
    assert isinstance(value, Word)
    return value.word


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _fits(wanted: str, folded_text: str) -> bool:
    """Return whether the whole text is the wanted one; ``*`` stands for anything."""
    if "*" not in wanted:
        return wanted == folded_text
    return _pattern(wanted).fullmatch(folded_text) is not None


def _holds(wanted: str, folded_text: str) -> bool:
    """Return whether the text holds the wanted one; with a ``*`` it must fit as a whole."""
    return _fits(wanted, folded_text) if "*" in wanted else wanted in folded_text


def _pattern(wanted: str) -> re.Pattern[str]:
    # Possessive, so that many stars can't make the comparison slow.
    first, *others = (re.escape(part) for part in re.sub(r"\*+", "*", wanted).split("*"))
    if not others:
        return re.compile(first)
    *middle, last = others
    between = "".join(f"(?>.*?{part})" for part in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)
