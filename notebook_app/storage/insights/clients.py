"""Reads how clients came, and the work with them; see model/insights/clients.py for the rule."""

from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.clients import ClientRow, ClientSources, NoSource
from notebook_app.model.insights.figures import figures_of, grouped
from notebook_app.model.opportunity import Source
from notebook_app.model.past_periods import Period
from notebook_app.storage.insights.spans import TRASHED, span_of
from notebook_app.storage.insights.work_reader import WorkReader

_CLIENTS: Final = (
    "SELECT role.contact_id, origin.id IS NULL, source,"
    " came_on BETWEEN :first AND :last, came_on IS NULL"
    " FROM contact_role AS role LEFT JOIN origin ON origin.contact_id = role.contact_id"
    f" WHERE role.role = 'client' AND role.contact_id NOT IN {TRASHED} ORDER BY role.contact_id"
)
_NOT_ASKED: Final = NoSource.NOT_ASKED
_KEYS: Final[dict[str | None, Source | NoSource]] = {
    None: NoSource.NOT_KNOWN,
    "": NoSource.NOT_KNOWN,
    **{source.value: source for source in Source},
}


def client_sources(database: SqliteDatabase, work: WorkReader, period: Period) -> ClientSources:
    """Return clients by source; without ends of the period also those who came on no known day."""
    always = period.first is None and period.last is None
    found: dict[Source | NoSource, list[int]] = {}
    row_of: dict[int, Source | NoSource] = {}
    undated = 0
    for contact_id, not_asked, source, in_time, no_day in database.execute_sql(
        _CLIENTS, span_of(period)
    ).fetchall():
        undated += no_day
        if in_time or (no_day and always):
            key = _NOT_ASKED if not_asked else _KEYS[source]
            row_of[contact_id] = key
            if key in found:
                found[key].append(contact_id)
            else:
                found[key] = [contact_id]
    all_cases = [case for case in work.cases(Period()) if case[1] in row_of]
    by_row = grouped(all_cases, [(row_of[case[1]],) for case in all_cases])
    rows = [
        ClientRow(key, tuple(clients), figures_of(by_row.get(key, ())))
        for key, clients in found.items()
    ]
    rows.sort(key=lambda row: (isinstance(row.source, NoSource), -len(row.client_ids), row.label))
    return ClientSources(period, tuple(rows), figures_of(all_cases), undated)
