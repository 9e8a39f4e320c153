"""How many conversations a filter lets through, and with how many people, in any notebook.

Two ways: where nothing but days is asked for, the index of the days and that of each person
answer; else the links of what is within are gone through, from the people's side where people
are asked for.
"""

from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import EntryKind
from notebook_app.model.search_text import match_expression
from notebook_app.storage.matching import matching_rows
from notebook_app.storage.query_sql import QuerySql

_DELETED: Final = "(SELECT id FROM contact WHERE deleted_at IS NOT NULL)"


def count_conversations(
    database: SqliteDatabase, wanted: HappeningFilter, sql: QuerySql
) -> tuple[int, int]:
    """Return how many conversations there are, and how many of the people asked for had them."""
    if EntryKind.CONVERSATION not in wanted.shown_kinds():
        return 0, 0
    values = sql.values
    days = ["1"]
    for name, sign, day in (("from", ">=", wanted.first), ("until", "<=", wanted.last)):
        if day is not None:
            values[f"count_{name}"] = day.isoformat()
            days.append(f"happened_on {sign} :count_{name}")
    within = " AND ".join(days)
    tests = _tests(wanted, values)
    if not tests and not wanted.people.terms:
        query = _by_days(within)
    else:
        whom = f"link.contact_id NOT IN {_DELETED}"
        if wanted.people.terms:
            part = sql.part(wanted.people.terms)
            test = part.test_of("link.contact_id")
            whom += f" AND link.contact_id IN ({part.ids})" if part.ids else f" AND ({test})"
        held = "1"
        if tests:
            chosen = " AND ".join((*tests, within))
            held = f"link.conversation_id IN (SELECT id FROM conversation WHERE {chosen})"
        query = (
            "SELECT count(DISTINCT conversation_id), count(DISTINCT contact_id)"
            f" FROM conversation_contact AS link WHERE {whom} AND {held} AND {within}"
        )
    row = matching_rows(database, query, values)[0]
    return int(row[0]), int(row[1])


def _by_days(within: str) -> str:
    """Return the query for days alone; what only people in the trash were in is taken off."""
    theirs = (
        "SELECT DISTINCT conversation_id FROM conversation_contact AS theirs"
        f" WHERE contact_id IN {_DELETED} AND {within} AND NOT EXISTS (SELECT 1"
        " FROM conversation_contact AS other WHERE other.conversation_id ="
        f" theirs.conversation_id AND other.contact_id NOT IN {_DELETED})"
    )
    spoken = (
        "SELECT 1 FROM conversation_contact WHERE contact_id = last_touch.contact_id AND " + within
    )
    return (
        f"SELECT (SELECT count(*) FROM conversation WHERE {within})"
        f" - (SELECT count(*) FROM ({theirs})),"
        f" (SELECT count(*) FROM last_touch WHERE contact_id NOT IN {_DELETED}"
        f" AND EXISTS ({spoken}))"
    )


def _tests(wanted: HappeningFilter, values: dict[str, object]) -> list[str]:
    tests = []
    if wanted.channels:
        names = [f"count_channel{number}" for number in range(len(wanted.channels))]
        values |= {
            name: channel.value
            for name, channel in zip(names, sorted(wanted.channels), strict=True)
        }
        tests.append(f"channel IN ({', '.join(f':{name}' for name in names)})")
    for column, value in (("formality", wanted.formality), ("initiated_by", wanted.initiated_by)):
        if value is not None:
            values[f"count_{column}"] = value.value
            tests.append(f"{column} = :count_{column}")
    for number, contact_id in enumerate(wanted.with_all):
        values[f"count_with{number}"] = contact_id
        tests.append(
            "id IN (SELECT conversation_id FROM conversation_contact"
            f" WHERE contact_id = :count_with{number})"
        )
    expression = match_expression(wanted.words)
    if expression:
        values["count_words"] = expression
        tests.append(
            "id IN (SELECT rowid FROM conversation_search"
            " WHERE conversation_search MATCH :count_words LIMIT -1)"
        )
    elif wanted.words.strip():
        tests.append("0")
    return tests
