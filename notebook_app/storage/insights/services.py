"""Reads which client knows of which service; see model/insights/services_report.py for the rule."""

import json
from collections.abc import Sequence
from typing import Final

from peewee import SqliteDatabase

from notebook_app.model.insights.services_report import (
    HEARD,
    ClientServices,
    Heard,
    ServiceCount,
    ServicesReport,
)
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.storage.insights.spans import TRASHED
from notebook_app.storage.untold import untold_services

_EVERY: Final = 1_000_000
"""More services than anybody offers."""

_CLIENT: Final = f"role.role = 'client' AND role.contact_id NOT IN {TRASHED}"
_SERVICES: Final = (
    "SELECT id, name FROM service WHERE retired = 0 ORDER BY position, folded_name, id"
)
_KNOWN: Final = (
    "SELECT service_id, knowledge, count(*) FROM contact_service AS known"
    " JOIN contact_role AS role ON role.contact_id = known.contact_id"
    f" WHERE {_CLIENT} GROUP BY service_id, knowledge"
)
_IDS: Final = (
    "SELECT role.contact_id FROM contact_role AS role"
    f" JOIN contact ON contact.id = role.contact_id WHERE {_CLIENT}"
)
_IN_ORDER: Final = " ORDER BY sort_key, contact.id"
_KNOWS: Final = (
    "(SELECT knowledge FROM contact_service AS known"
    " WHERE known.contact_id = role.contact_id AND known.service_id = :service)"
)


def services_report(database: SqliteDatabase) -> ServicesReport:
    """Return each service with how many clients know, use, declined or never heard of it."""
    (clients,) = database.execute_sql(
        f"SELECT count(*) FROM contact_role AS role WHERE {_CLIENT}"
    ).fetchone()
    counts: dict[tuple[int, Heard], int] = {
        (service_id, HEARD[ServiceKnowledge(knowledge)]): times
        for service_id, knowledge, times in database.execute_sql(_KNOWN)
    }
    waiting = {each.service_id: each.count for each in untold_services(database, _EVERY, 0)}
    services = []
    for service_id, name in database.execute_sql(_SERVICES):
        uses, told, declined = (
            counts.get((service_id, heard), 0) for heard in (Heard.USES, Heard.TOLD, Heard.DECLINED)
        )
        services.append(
            ServiceCount(
                service_id,
                name,
                uses,
                told,
                declined,
                clients - uses - told - declined,
                waiting.get(service_id, 0),
            )
        )
    return ServicesReport(clients, tuple(services))


def client_ids(
    database: SqliteDatabase, service_id: int | None = None, heard: Heard | None = None
) -> list[int]:
    """Return clients by their names: all, or those who stand so with a service."""
    sql, values = _IDS, {}
    if service_id is not None and heard is not None:
        knowledge = {own: written for written, own in HEARD.items()}.get(heard)
        sql += f" AND {_KNOWS} IS :knowledge"
        values = {"service": service_id, "knowledge": knowledge.value if knowledge else None}
    return [contact_id for (contact_id,) in database.execute_sql(sql + _IN_ORDER, values)]


def matrix(
    database: SqliteDatabase, report: ServicesReport, contact_ids: Sequence[int]
) -> list[ClientServices]:
    """Return rows of the matrix for some clients, in the order given."""
    ids = json.dumps(list(contact_ids))
    known = {
        (contact_id, service_id): HEARD[ServiceKnowledge(knowledge)]
        for contact_id, service_id, knowledge in database.execute_sql(
            "SELECT contact_id, service_id, knowledge FROM contact_service"
            " WHERE contact_id IN (SELECT each.value FROM json_each(?) AS each)",
            (ids,),
        )
    }
    rows = database.execute_sql(
        "SELECT contact.id, display_name, organization FROM json_each(?) AS each"
        " CROSS JOIN contact ON contact.id = each.value ORDER BY each.key",
        (ids,),
    )
    return [
        ClientServices(
            contact_id,
            name,
            organization,
            tuple(
                known.get((contact_id, service.service_id), Heard.NOT_TOLD)
                for service in report.services
            ),
        )
        for contact_id, name, organization in rows
    ]
