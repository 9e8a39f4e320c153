"""Which clients were never told of which service."""

from dataclasses import replace

from peewee import SqliteDatabase

from notebook_app.model.offering import UntoldService
from notebook_app.model.rows import ContactChoice
from notebook_app.storage.losing_touch import RESTING_IDS

# Whoever is to be told soon, since a follow-up names the service, waits for it already.
_UNTOLD = f"""
FROM contact_role AS role JOIN contact ON contact.id = role.contact_id
LEFT JOIN last_touch ON last_touch.contact_id = role.contact_id
WHERE role.role = 'client' AND contact.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM contact_service AS known
    WHERE known.contact_id = role.contact_id AND known.service_id = :service)
  AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.contact_id = role.contact_id
    AND state = 'open' AND instr(lower(note), lower(:name)) > 0)
  AND role.contact_id NOT IN ({RESTING_IDS})
"""
_FIRST = f"""
SELECT contact.id, display_name, organization {_UNTOLD}
ORDER BY last_on DESC, sort_key, contact.id LIMIT :most OFFSET :start
"""


def untold_services(database: SqliteDatabase, services: int, most: int) -> list[UntoldService]:
    """Return services of which clients never heard, in the user's order.

    At most ``services`` of them, each with the ``most`` clients spoken to last.
    """
    found: list[UntoldService] = []
    offered = database.execute_sql(
        "SELECT id, name FROM service WHERE retired = 0 ORDER BY position, folded_name"
    ).fetchall()
    for service_id, name in offered:
        values = {"service": service_id, "name": name}
        (count,) = database.execute_sql(f"SELECT count(*) {_UNTOLD}", values).fetchone()
        if count:
            service = UntoldService(service_id, name, count, ())
            people = tuple(untold_people(database, service, 0, most))
            found.append(replace(service, people=people))
        if len(found) == services:
            break
    return found


def untold_people(
    database: SqliteDatabase, service: UntoldService, start: int, most: int
) -> list[ContactChoice]:
    """Return clients who never heard of a service, those spoken to last first.

    The first ``start`` of them are left out.
    """
    values = {"service": service.service_id, "name": service.name, "start": start, "most": most}
    return [ContactChoice(*person) for person in database.execute_sql(_FIRST, values)]
