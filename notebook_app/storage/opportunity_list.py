"""Reads opportunities as the page shows them: the order and sums of a column, then its cards.

A column is read as row ids in their order, cards only as they are painted, so that ten thousand
cost no more than what is seen of them.
"""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from peewee import SqliteDatabase

from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.opportunity_rows import (
    OpportunityColumn,
    OpportunityFilter,
    OpportunityRow,
)
from notebook_app.model.rows import NamedPerson
from notebook_app.model.search_text import match_expression
from notebook_app.storage.matching import matching_rows

_HERE: Final = "contact_id NOT IN (SELECT id FROM contact WHERE deleted_at IS NOT NULL)"
_ORDER: Final = {
    OpportunityState.OPEN: "expected_on IS NULL, expected_on, opened_on, id",
    OpportunityState.WON: "coalesce(closed_on, opened_on) DESC, id DESC",
    OpportunityState.LOST: "coalesce(closed_on, opened_on) DESC, id DESC",
}
_PERSON: Final = (
    "json_array(CASE WHEN {who}.deleted_at IS NULL THEN {who}.id END, {who}.display_name)"
)
_ROWS: Final = f"""
SELECT opportunity.id, opportunity.uid, {_PERSON.format(who="contact")}, contact.photo_id,
  opportunity.title, opportunity.value, currency, state, source,
  (SELECT json_group_array(json(person)) FROM (SELECT {_PERSON.format(who="brought")} AS person
    FROM introducer JOIN contact AS brought ON brought.id = introducer.contact_id
    WHERE opportunity_id = opportunity.id ORDER BY introducer.position, introducer.id)),
  opened_on, expected_on, closed_on, lost_because, came_by,
  (SELECT json_group_array(name) FROM (SELECT service.name AS name FROM opportunity_service
    JOIN service ON service.id = service_id WHERE opportunity_id = opportunity.id
    ORDER BY service.position, service.id))
FROM json_each(?) AS them JOIN opportunity ON opportunity.id = them.value
JOIN contact ON contact.id = opportunity.contact_id ORDER BY them.key
"""
_OF_PERSON: Final = (
    "id IN (SELECT id FROM opportunity WHERE contact_id = :person"
    " UNION ALL SELECT opportunity_id FROM introducer WHERE contact_id = :person)"
)
# Materialised, else the names would be looked up anew for each opportunity.
_FOUND: Final = """
WITH named(id) AS MATERIALIZED (
  SELECT rowid FROM contact_search WHERE contact_search MATCH :names),
found(id) AS MATERIALIZED (
  SELECT rowid FROM opportunity_search WHERE opportunity_search MATCH :words
  UNION SELECT id FROM opportunity WHERE contact_id IN (SELECT id FROM named)
  UNION SELECT opportunity_id FROM introducer WHERE contact_id IN (SELECT id FROM named))
"""


class OpportunityList:
    """Reads; it writes nothing."""

    def __init__(self, database: SqliteDatabase) -> None:
        """Take the open notebook."""
        self._database = database

    def column(
        self, state: OpportunityState, wanted: OpportunityFilter | None = None
    ) -> OpportunityColumn:
        """Return the opportunities of a state that a filter lets through.

        The open ones stand by the day on which they are expected, those without one at the end;
        the others by the day on which they were closed, the last first. Those of people in the
        trash are left out.
        """
        found = _conditions(wanted or OpportunityFilter())
        if found is None:
            return OpportunityColumn((), (), 0)
        conditions, values = found
        rows = matching_rows(
            self._database,
            f"{_FOUND if 'words' in values else ''} SELECT id, value, currency FROM opportunity"
            f" WHERE state = :state AND {' AND '.join((_HERE, *conditions))}"
            f" ORDER BY {_ORDER[state]}",
            {**values, "state": state.value},
        )
        sums: dict[str, Decimal] = {}
        without = 0
        for _id, text, currency in rows:
            value = amount_of(text)
            if value is None:
                without += 1
            else:
                sums[currency] = sums.get(currency, Decimal(0)) + value
        return OpportunityColumn(
            tuple(row[0] for row in rows), tuple(sorted(sums.items())), without
        )

    def rows(self, opportunity_ids: Sequence[int]) -> list[OpportunityRow]:
        """Return opportunities as cards show them, in the order given; the gone are left out."""
        rows = self._database.execute_sql(_ROWS, (json.dumps(list(opportunity_ids)),))
        return [_row(row) for row in rows]

    def of_person(self, contact_id: int, most: int = -1) -> list[OpportunityRow]:
        """Return what somebody brought or is the client of: open ones first, then the latest."""
        ids = self._database.execute_sql(
            f"SELECT id FROM opportunity WHERE {_OF_PERSON} AND {_HERE}"
            " ORDER BY state <> 'open', coalesce(closed_on, opened_on) DESC, id DESC LIMIT :most",
            {"person": contact_id, "most": most},
        )
        return self.rows([row_id for (row_id,) in ids])

    def last_currency(self) -> str:
        """Return the currency of the opportunity that was written last; empty without any."""
        row = self._database.execute_sql(
            "SELECT currency FROM opportunity WHERE currency <> '' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return "" if row is None else str(row[0])


def amount_of(text: str | None) -> Decimal | None:
    """Return a stored amount; None if there is none, or none that can be read."""
    try:
        amount = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return amount if amount is None or amount.is_finite() else None


def _conditions(wanted: OpportunityFilter) -> tuple[list[str], dict[str, object]] | None:
    """Return the filter as SQL; None if nothing can be found by it."""
    conditions: list[str] = []
    values: dict[str, object] = {}
    expression = match_expression(wanted.words)
    if expression:
        conditions.append("id IN (SELECT id FROM found)")
        values |= {"words": expression, "names": f"search_name: ({expression})"}
    elif wanted.words.strip():
        return None
    if wanted.person_id is not None:
        conditions.append(_OF_PERSON)
        values["person"] = wanted.person_id
    if wanted.source is not None:
        conditions.append("source = :source")
        values["source"] = wanted.source.value
    if wanted.service_id is not None:
        conditions.append(
            "id IN (SELECT opportunity_id FROM opportunity_service WHERE service_id = :service)"
        )
        values["service"] = wanted.service_id
    day = "CASE state WHEN 'open' THEN opened_on ELSE coalesce(closed_on, opened_on) END"
    for sign, name, bound in ((">=", "first", wanted.start), ("<=", "last", wanted.end)):
        if bound is not None:
            conditions.append(f"{day} {sign} :{name}")
            values[name] = bound.isoformat()
    return conditions, values


def _row(row: tuple[Any, ...]) -> OpportunityRow:
    return OpportunityRow(
        id=row[0],
        uid=row[1],
        contact=NamedPerson(*json.loads(row[2])),
        photo_id=row[3],
        title=row[4],
        value=amount_of(row[5]),
        currency=row[6],
        state=OpportunityState(row[7]),
        source=Source(row[8]) if row[8] else None,
        via=tuple(NamedPerson(*person) for person in json.loads(row[9])),
        opened_on=date.fromisoformat(row[10]),
        expected_on=_day(row[11]),
        closed_on=_day(row[12]),
        lost_because=row[13],
        came_by=row[14],
        services=tuple(json.loads(row[15])),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
