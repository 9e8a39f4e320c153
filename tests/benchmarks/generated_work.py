"""Made-up work for generated notebooks: opportunities, who brought whom, services, costs.

One contact in five has an opportunity, so that a notebook of 100,000 contacts has 20,000. Rows are
written in bulk, with the triggers off; see generated_notebook.py.
"""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta

from notebook_app.model.opportunity import Source
from tests.benchmarks.generated_people import People

_YEARS_BACK = 730
_SERVICES = ("Signage", "Wayfinding", "Web care plan", "Workshop", "Audit", "Retainer", "Lettering")
_SOURCES = [source.value for source in Source]
_STAMP = "2026-01-01T12:00:00Z"


def write_work(database: sqlite3.Connection, contacts: int, today: date) -> None:
    """Write it all: after contacts, conversations, follow-ups and events."""
    _link_events(database)
    _link_follow_ups(database)
    _write_opportunities(database, contacts, today)
    _write_origins(database)
    _write_services(database)
    _write_steps(database, contacts, today)
    # Some people are in the trash, as they are in any notebook.
    database.execute(
        "UPDATE contact SET deleted_at = ? WHERE id % 199 = 7", (f"{today.isoformat()}T09:00:00Z",)
    )


def _link_events(database: sqlite3.Connection) -> None:
    database.execute(
        "UPDATE event SET fee = CAST(10 + id % 40 AS TEXT), fee_currency ="
        " CASE id % 9 WHEN 0 THEN 'USD' ELSE 'EUR' END, hours = CAST(1 + id % 3 AS TEXT)"
        " WHERE id % 3 > 0"
    )
    # One conversation in forty was at the last event before it.
    database.execute(
        "UPDATE conversation SET event_id = (SELECT id FROM event WHERE happens_on <= happened_on"
        " ORDER BY happens_on DESC LIMIT 1) WHERE id % 40 = 3"
    )
    database.execute(
        "INSERT OR IGNORE INTO event_contact(event_id, contact_id, presence)"
        " SELECT event_id, contact_id, CASE conversation_id % 3 WHEN 0 THEN 'met' ELSE 'seen' END"
        " FROM conversation JOIN conversation_contact ON conversation_id = conversation.id"
        " WHERE event_id IS NOT NULL AND conversation_id % 5 = 0"
    )


def _link_follow_ups(database: sqlite3.Connection) -> None:
    """Let every other follow-up that was done have led to a conversation of its person."""
    database.execute(
        "UPDATE follow_up SET conversation_id = (SELECT conversation_id FROM conversation_contact"
        " AS link WHERE link.contact_id = follow_up.contact_id LIMIT 1)"
        " WHERE state = 'done' AND id % 2 = 0"
    )


def _write_opportunities(database: sqlite3.Connection, contacts: int, today: date) -> None:
    people, chance = People(6), random.Random(7)
    introducers: list[tuple[int, int, int]] = []

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(1, contacts // 5 + 1):
            opened = people.day_before(today, _YEARS_BACK)
            state = chance.choice(("open", "won", "won", "lost"))
            closed = None
            if state != "open":
                days = timedelta(days=chance.randrange(90))
                closed = (date.fromisoformat(opened) + days).isoformat()
            # A few bring very many, most bring nobody.
            chain = [
                1 + int(contacts * chance.random() ** 4) for _ in range(chance.choice((0, 0, 1, 2)))
            ]
            for position, introducer in enumerate(dict.fromkeys(chain)):
                introducers.append((number, introducer, position))
            value = None if number % 12 == 0 else str(chance.randrange(200, 20_000))
            yield (
                *(number, f"work0000-0000-4000-8000-{number:012d}", number * 5, people.text(3)),
                *(value, chance.choice(("EUR", "EUR", "EUR", "USD", "SEK")) if value else ""),
                *(state, chance.choice((*_SOURCES, None)), opened, closed, _STAMP, _STAMP),
            )

    database.executemany(
        "INSERT INTO opportunity(id, uid, contact_id, title, value, currency, state, source,"
        " opened_on, closed_on, created_at, changed_at)"
        f" VALUES ({', '.join('?' * 12)})",
        rows(),
    )
    database.executemany(
        "INSERT INTO introducer(opportunity_id, contact_id, position) VALUES (?, ?, ?)",
        introducers,
    )
    # Two in three grew from a conversation, one in ten from an event.
    database.execute(
        "UPDATE opportunity SET conversation_id = (SELECT conversation_id FROM conversation_contact"
        " AS link WHERE link.contact_id = opportunity.contact_id AND happened_on <= opened_on"
        " ORDER BY happened_on DESC LIMIT 1) WHERE id % 3 > 0"
    )
    database.execute(
        "UPDATE opportunity SET event_id = (SELECT id FROM event WHERE happens_on <= opened_on"
        " ORDER BY happens_on DESC LIMIT 1) WHERE id % 10 = 0"
    )


def _write_origins(database: sqlite3.Connection) -> None:
    sources = ", ".join(f"({number}, '{source}')" for number, source in enumerate(_SOURCES))
    database.execute(
        "INSERT INTO origin(contact_id, source, came_on, looked_back_on)"
        f" WITH source(number, name) AS (VALUES {sources})"
        " SELECT contact_id, name, first_on, '2026-01-01' FROM contact_role"
        " LEFT JOIN (SELECT contact_id AS id, min(happened_on) AS first_on"
        "  FROM conversation_contact GROUP BY 1) AS touch ON touch.id = contact_id"
        " LEFT JOIN source ON number = contact_id % 7 WHERE role = 'client' AND contact_id % 3 > 0"
    )
    database.execute(
        "INSERT OR IGNORE INTO origin_introducer(origin_id, contact_id, position)"
        " SELECT id, 1 + (contact_id * 7919) % 1000, 0 FROM origin WHERE id % 2 = 0"
    )


def _write_services(database: sqlite3.Connection) -> None:
    database.executemany(
        "INSERT INTO service(uid, name, folded_name, position) VALUES (?, ?, ?, ?)",
        [
            (f"service0-0000-4000-8000-{number:012d}", name, name.lower(), number)
            for number, name in enumerate(_SERVICES)
        ],
    )
    database.execute(
        "INSERT INTO contact_service(contact_id, service_id, knowledge, since)"
        " SELECT contact_id, service.id, CASE (contact_id + service.id) % 5 WHEN 0 THEN 'uses'"
        " WHEN 1 THEN 'declined' ELSE 'told' END, '2026-01-01' FROM contact_role JOIN service"
        " WHERE role = 'client' AND (contact_id * 31 + service.id * 17) % 10 < 4"
    )


def _write_steps(database: sqlite3.Connection, contacts: int, today: date) -> None:
    people, chance = People(8), random.Random(9)
    stages = ("met", "know", "like", "trust")
    rows = []
    for number in range(1, contacts, 4):
        day = date.fromisoformat(people.day_before(today, _YEARS_BACK))
        for step in range(chance.randrange(1, 4)):
            since = (day + timedelta(days=100 * step)).isoformat()
            uid = f"step{step:04}-0000-4000-8000-{number:012d}"
            rows.append((uid, number, stages[step], since))
    database.executemany(
        "INSERT INTO stage_step(uid, contact_id, stage, since) VALUES (?, ?, ?, ?)", rows
    )
