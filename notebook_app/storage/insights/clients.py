"""Reads how clients came, and the work with them; see model/insights/clients.py for the rule."""

from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.clients import ClientRow, ClientSources, NoSource
from notebook_app.model.insights.figures import figures_of
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


def client_sources(database: SqliteDatabase, work: WorkReader, period: Period) -> ClientSources:
    """Return clients by source; without ends of the period also those who came on no known day."""
    always = period.first is None and period.last is None
    found: dict[Source | NoSource, list[int]] = {}
    undated = 0
    for contact_id, not_asked, source, in_time, no_day in database.execute_sql(
        _CLIENTS, span_of(period)
    ):
        undated += no_day
        if not (in_time or (no_day and always)):
            continue
        key: Source | NoSource = Source(source) if source else NoSource.NOT_KNOWN
        found.setdefault(NoSource.NOT_ASKED if not_asked else key, []).append(contact_id)
    row_of = {client: key for key, clients in found.items() for client in clients}
    all_cases = [case for case in work.cases(Period()) if case.client_id in row_of]
    rows = [
        ClientRow(
            key,
            tuple(clients),
            figures_of([case for case in all_cases if row_of[case.client_id] is key]),
        )
        for key, clients in found.items()
    ]
    rows.sort(key=lambda row: (isinstance(row.source, NoSource), -len(row.client_ids), row.label))
    return ClientSources(period, tuple(rows), figures_of(all_cases), undated)
