"""Turns the terms of a query into SQL; whatever the user wrote goes there as a bound value only.

A word behind a minus, or mixed with other terms by ``or``, is looked for in what is written of
the person; what was said is searched by ``people_list.py`` alone, which reads it a bit at a time.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.conversation import Channel
from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import SPOKEN, STAGES
from notebook_app.model.query.terms import AllOf, AnyOf, Keyed, ListName, Not, Plain, Term
from notebook_app.model.query.values import Amount, Comparison, Level, Value, Word
from notebook_app.model.search_text import match_expression
from notebook_app.storage.losing_touch import (
    IS_LOSING_TOUCH,
    IS_RESTING,
    LOSING_TOUCH_IDS,
    RESTING_IDS,
)
from notebook_app.storage.own_field_names import own_field_names
from notebook_app.storage.query_days import birthday_ranges, days_of
from notebook_app.storage.query_parts import EVERYONE, NOBODY, Part, all_of, any_of
from notebook_app.storage.query_values import QueryValues
from notebook_app.storage.star_patterns import fits, holds

_HAS: Final = {
    "photo": "photo_id IS NOT NULL",
    "stage": "stage IS NOT NULL",
    "birthday": "birthday IS NOT NULL AND deleted_at IS NULL",
    "note": "note <> ''",
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
_LONGEST_LIKE: Final = 1000
_TAGGED_WITH_CADENCE: Final = "tag_id IN (SELECT id FROM tag WHERE cadence_count IS NOT NULL)"
_HAS_ORGANISATION: Final = "organization_key <> ''"


class QuerySql(QueryValues):
    """Makes parts of terms and keeps their values; one object for one query on one day."""

    def __init__(self, database: SqliteDatabase, today: date) -> None:
        """Take where names are looked up, and the day that the query's times start from."""
        super().__init__(database)
        self._today = today
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
            "is": lambda _value: Part(IS_RESTING, RESTING_IDS, leaf=True),
            "from": self._from,
            "list": self._list,
            **{key: partial(self._spoken, channel) for key, channel in SPOKEN.items()},
        }

    def part(self, terms: Sequence[Term]) -> Part:
        """Return the part of those for whom all terms hold."""
        return all_of([self._term(term) for term in terms])

    def _term(self, term: Term) -> Part:
        match term:
            case Plain():
                return self._sized(self._matching(match_expression(term.words)))
            case Not():
                return self._term(term.term).turned_round()
            case AllOf():
                return all_of([self._term(each) for each in term.terms])
            case AnyOf():
                return any_of([self._term(each) for each in term.terms])
            case Keyed(own=True):
                parts = [self._own_field(term.key, value) for value in term.values]
            case Keyed():
                parts = [self._keys[term.key](value) for value in term.values]
        return any_of([self._sized(part) for part in parts])

    def _matching(self, expression: str) -> Part:
        if not expression:
            return EVERYONE
        # Without its own LIMIT the SELECT may be merged into another one around it, where SQLite
        # then looks rows up by their ids and has no place left for MATCH.
        matching = f"contact_search MATCH {self._bound(expression)}"
        return Part.of_ids(
            f"SELECT rowid AS contact_id FROM contact_search WHERE {matching} LIMIT -1",
            f"EXISTS (SELECT 1 FROM contact_search WHERE {matching} AND rowid = {{id}})",
        )

    def _name(self, value: Value | ListName) -> Part:
        expression = match_expression(_text(value))
        return self._matching(f"search_name : ({expression})") if expression else NOBODY

    def _tag(self, value: Value | ListName) -> Part:
        rows = self._database.execute_sql("SELECT id, folded_name FROM tag").fetchall()
        wanted = _meant(value, (name for _, name in rows))
        tags = self._listed(tag_id for tag_id, name in rows if fits(wanted, name))
        return Part.of_rows("contact_tag", f"tag_id IN {tags}")

    def _role(self, value: Value | ListName) -> Part:
        role = self._bound(_text(value))
        return Part.of_rows("contact_role", f"role = {role}")

    def _stage(self, value: Value | ListName) -> Part:
        if isinstance(value, Level):
            level = STAGES.index(value.word)
            stages = [stage for at, stage in enumerate(STAGES) if value.comparison.holds(at, level)]
        elif _text(value) == "none":
            return Part.of_columns(_HAS["stage"]).turned_round()
        else:
            stages = [_text(value)]
        return Part.of_columns(f"stage IS NOT NULL AND stage IN {self._listed(stages)}")

    def _kind(self, value: Value | ListName) -> Part:
        organisations = Part.of_columns("kind <> 'person'")
        return organisations if _text(value) == "organisation" else organisations.turned_round()

    def _organisation(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        if "*" not in wanted:
            return self._at_organisation(f"instr(organization_key, {self._bound(wanted)}) > 0")
        if wanted.find("*") == len(wanted) - 1 > 0:
            first = self._bound(wanted[:-1])
            last = self._bound(wanted[:-1] + "\U0010ffff")
            return self._at_organisation(
                f"organization_key >= {first} AND organization_key < {last}"
            )
        if wanted.count("*") == 1 and len(wanted) <= _LONGEST_LIKE:
            like = re.sub(r"([\\%_])", r"\\\1", wanted).replace("*", "%")
            return self._at_organisation(f"organization_key LIKE {self._bound(like)} ESCAPE '\\'")
        rows = self._database.execute_sql(
            "SELECT organization_key FROM contact WHERE organization_key <> ''"
            " UNION SELECT organization_key FROM affiliation WHERE organization_key <> ''"
        )
        fitting = self._listed(key for (key,) in rows if fits(wanted, key))
        return self._at_organisation(f"organization_key IN {fitting}")

    def _at_organisation(self, test: str) -> Part:
        return any_of(
            [
                self._sized(Part.of_columns(f"{_HAS_ORGANISATION} AND {test}")),
                self._sized(Part.of_rows("affiliation", f"{_HAS_ORGANISATION} AND {test}")),
            ]
        )

    def _address(self, column: str, value: Value | ListName) -> Part:
        # The places themselves are few; so each is compared without accents and case once.
        rows = self._database.execute_sql(
            f"SELECT DISTINCT {column} FROM address WHERE {column} <> ''"
        )
        known = {place: folded(place) for (place,) in rows}
        wanted = _meant(value, known.values())
        places = [place for place, plain in known.items() if fits(wanted, plain)]
        return Part.of_rows("address", f"{column} <> '' AND {column} IN {self._listed(places)}")

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

    def _spoken(self, channel: Channel | None, value: Value | ListName) -> Part:
        days = self._between("happened_on", *days_of(value, self._today, -1))
        how = "" if channel is None else f"channel = {self._bound(channel.value)} AND "
        days_of_one = self._between("one.happened_on", *days_of(value, self._today, -1))
        return Part.of_ids(
            "SELECT contact_id FROM conversation_contact WHERE conversation_id IN"
            f" (SELECT id FROM conversation WHERE {how}{days})",
            "EXISTS (SELECT 1 FROM conversation_contact AS one"
            " JOIN conversation ON conversation.id = one.conversation_id"
            f" WHERE one.contact_id = {{id}} AND {how}{days_of_one})",
        )

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
        events = self._listed(event_id for event_id, name in rows if holds(wanted, folded(name)))
        there = f"presence <> 'expected' AND event_id IN {events}"
        spoken = (
            "conversation_id IN (SELECT id FROM conversation"
            f" WHERE event_id IS NOT NULL AND event_id IN {events})"
        )
        return any_of(
            [
                self._sized(Part.of_rows("event_contact", there)),
                self._sized(Part.of_rows("conversation_contact", spoken)),
            ]
        )

    def _stamp(self, column: str, value: Value | ListName) -> Part:
        first, last = days_of(value, self._today, -1)
        tests = ["1"]
        if first is not None:
            tests.append(f"{column} >= {self._bound(first.isoformat())}")
        if last is not None and last < date.max:
            after = last + timedelta(days=1)
            tests.append(f"{column} < {self._bound(after.isoformat())}")
        return Part.of_columns(" AND ".join(tests))

    def _birthday(self, value: Value | ListName) -> Part:
        ranges = [
            f"birthday_day BETWEEN {self._bound(first)} AND {self._bound(last)}"
            for first, last in birthday_ranges(value, self._today)
        ]
        if not ranges:
            return NOBODY
        return Part.of_columns(f"{_HAS['birthday']} AND ({' OR '.join(ranges)})")

    def _cadence(self, value: Value | ListName) -> Part:
        if _text(value) == "overdue":
            self.values["today"] = self._today.isoformat()
            return Part(IS_LOSING_TOUCH, LOSING_TOUCH_IDS, costly=True)
        any_cadence = any_of(
            [
                self._sized(Part.of_columns("cadence_count IS NOT NULL AND deleted_at IS NULL")),
                self._sized(Part.of_rows("contact_tag", _TAGGED_WITH_CADENCE)),
            ]
        )
        return any_cadence if _text(value) == "yes" else any_cadence.turned_round()

    def _has(self, value: Value | ListName) -> Part:
        word = _text(value)
        if word in _HAS_ROWS:
            return Part.of_rows(_HAS_ROWS[word])
        if word == "org":
            return self._at_organisation("1")
        if word == "reach":
            return Part.of_columns("search_reach = ''").turned_round()
        return Part.of_columns(_HAS[word])

    def _from(self, value: Value | ListName) -> Part:
        wanted = folded(_text(value))
        rows = self._database.execute_sql(
            "SELECT id, file_name FROM import_record WHERE undone_at IS NULL"
        )
        imports = self._listed(import_id for import_id, name in rows if holds(wanted, folded(name)))
        return Part.of_rows("import_contact", f"import_id IN {imports}")

    def _list(self, value: Value | ListName) -> Part:
        assert isinstance(value, ListName)
        return self.part(value.query.terms)

    def _own_field(self, key: str, value: Value | ListName) -> Part:
        names = own_field_names(self._database, key)
        rows = self._database.execute_sql(
            f"SELECT DISTINCT value FROM own_field WHERE folded_name IN ({_marks(names)})", names
        )
        known = {text: folded(text) for (text,) in rows}
        wanted = _meant(value, known.values())
        said = [text for text, plain in known.items() if fits(wanted, plain)]
        return Part.of_rows(
            "own_field",
            f"folded_name IN {self._listed(names)} AND value IN {self._listed(said)}",
        )


def _text(value: Value | ListName) -> str:
    assert isinstance(value, Word)
    return value.word


def _meant(value: Value | ListName, known: Iterable[str]) -> str:
    """Return the folded text that is asked for; what is still being typed may be a beginning."""
    wanted = folded(_text(value))
    unfinished = isinstance(value, Word) and value.unfinished and "*" not in wanted
    return f"{wanted}*" if unfinished and wanted not in known else wanted


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
