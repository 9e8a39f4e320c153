"""Makes notebooks of any size, fast, and keeps them for the next run.

Rows are written in bulk and the full-text indexes built afterwards, which gives the same tables
as the services would, in seconds instead of hours. The dates follow the day of making.
"""

import hashlib
import inspect
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.storage.contact_rows import (
    BELONGING_COLUMNS,
    belonging_rows,
    details_columns,
    draft_columns,
)
from notebook_app.storage.migrations import STEPS
from notebook_app.storage.notebook import Notebook
from tests.benchmarks import generated_people, generated_work
from tests.benchmarks.generated_people import TAGS, People
from tests.benchmarks.generated_work import write_work

_CHANNELS = ("in person", "in person", "call", "e-mail", "message", "video")
_SETTINGS = ("café", "street", "lunch", "meeting", "conference", "")
_FOLLOW_UPS = ("call", "e-mail", "coffee", "lunch", "handwritten note")
_YEARS_BACK = 730
_SUMS = (
    "INSERT INTO touch_day SELECT happened_on, count(*) FROM conversation_contact GROUP BY 1",
    "INSERT INTO touch_year SELECT CAST(substr(happened_on, 1, 4) AS INTEGER), contact_id,"
    " count(*) FROM conversation_contact GROUP BY 1, 2",
    "INSERT INTO conversation_day SELECT happened_on, coalesce(initiated_by, ''), setting,"
    " event_id IS NOT NULL, count(*) FROM conversation GROUP BY 1, 2, 3, 4",
    "INSERT INTO first_talk SELECT contact_id, conversation_id, each.happened_on, event_id, setting"
    " FROM (SELECT contact_id, conversation_id, happened_on, row_number() OVER (PARTITION BY"
    "  contact_id ORDER BY happened_on, happened_at, conversation_id) AS number"
    "  FROM conversation_contact) AS each"
    " JOIN conversation ON conversation.id = conversation_id WHERE number = 1",
)
"""What triggers keep, which are off while rows are written in bulk."""

_SEARCHES = (
    "contact_search",
    "conversation_search",
    "follow_up_search",
    "event_search",
    "opportunity_search",
)


def generated_notebook(contacts: int, conversations_each: int = 10) -> Path:
    """Return a notebook with so many contacts; read it only, or copy it first.

    Made once a week and whenever the tables or the makers change.
    """
    today = date.today()
    recipe = "".join((*STEPS, inspect.getsource(generated_people), inspect.getsource(_make)))
    recipe += inspect.getsource(generated_work)
    recipe += inspect.getsource(sys.modules[__name__]) + str(today.isocalendar()[:2])
    key = hashlib.sha256(recipe.encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / "contact-notebook-benchmarks"
    folder.mkdir(exist_ok=True)
    path = folder / f"{contacts} by {conversations_each} {key}.db"
    if not path.exists():
        for old in folder.glob(f"{contacts} by {conversations_each} *"):
            old.unlink()
        begun = time.perf_counter()
        unfinished = path.with_suffix(".part")
        _make(unfinished, contacts, conversations_each, today)
        unfinished.rename(path)
        seconds = time.perf_counter() - begun
        print(f"made {path.name}, {path.stat().st_size >> 20} MB, in {seconds:.0f} s", flush=True)
    return path


def _make(path: Path, contacts: int, conversations_each: int, today: date) -> None:
    Notebook.open(path, StoppedClock(today), check=False).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = off")
        database.execute("BEGIN")
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _sql in triggers:
            database.execute(f"DROP TRIGGER {name}")
        _write_contacts(database, contacts, today)
        _write_conversations(database, contacts, conversations_each, today)
        _write_plans(database, contacts, today)
        write_work(database, contacts, today)
        database.execute(
            "INSERT INTO last_touch(contact_id, last_on, times, first_on) SELECT contact_id,"
            " max(happened_on), count(*), min(happened_on) FROM conversation_contact"
            " GROUP BY contact_id"
        )
        for sums in _SUMS:
            database.execute(sums)
        for index in _SEARCHES:
            database.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
        for _name, sql in triggers:
            database.execute(sql)
        database.execute("COMMIT")
        database.execute("PRAGMA wal_checkpoint(truncate)")


def _insert(database: sqlite3.Connection, table: str, columns: str, rows: Iterable[object]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    database.executemany(f"INSERT INTO {table}({columns}) VALUES ({marks})", rows)


def _uid(table: str, number: int) -> str:
    return f"{table[:8]:0<8}-0000-4000-8000-{number:012d}"


def _write_contacts(database: sqlite3.Connection, contacts: int, today: date) -> None:
    people = People(1)
    _insert(
        database,
        "tag",
        "name, folded_name, cadence_count, cadence_unit",
        [(tag, tag, *((3, "months") if tag == "vip" else (None, None))) for tag in TAGS],
    )
    tag_ids = {tag: number for number, tag in enumerate(TAGS, 1)}
    stamp = f"{(today - timedelta(days=_YEARS_BACK)).isoformat()}T12:00:00Z"
    belongings: dict[str, list[tuple[object, ...]]] = {table: [] for table in BELONGING_COLUMNS}
    roles, tags, rows = [], [], []
    columns: list[str] = []
    for number in range(1, contacts + 1):
        draft = people.draft(number, today)
        e164 = ["+44" + phone.number[1:].replace(" ", "") for phone in draft.details.phones]
        row = {**details_columns(draft.details, e164), **draft_columns(draft)}
        columns = list(row)
        rows.append((number, _uid("contact", number), stamp, stamp, *row.values()))
        for table, belonging in belonging_rows(number, draft.details, e164).items():
            belongings[table] += belonging
        roles += [(number, role.value) for role in draft.roles]
        tags += [(number, tag_ids[tag], at) for at, tag in enumerate(draft.details.tags)]
    _insert(database, "contact", ", ".join(["id, uid, created_at, changed_at", *columns]), rows)
    for table, belonging_columns in BELONGING_COLUMNS.items():
        _insert(database, table, ", ".join(belonging_columns), belongings[table])
    _insert(database, "contact_role", "contact_id, role", roles)
    _insert(database, "contact_tag", "contact_id, tag_id, position", tags)


def _write_conversations(
    database: sqlite3.Connection, contacts: int, conversations_each: int, today: date
) -> None:
    people, chance = People(2), random.Random(3)
    names = dict(database.execute("SELECT id, display_name FROM contact"))
    # As they were logged: the latest has the highest id.
    count = contacts * conversations_each
    days = sorted(people.day_before(today, _YEARS_BACK) for _ in range(count))
    links: list[tuple[int, int, str]] = []

    def rows() -> Iterator[tuple[object, ...]]:
        for number, day in enumerate(days, 1):
            # Some people one talks to often, many once, some never.
            known = 1 + int(contacts * chance.random() ** 2)
            links.append((number, known, day))
            yield (
                *(number, _uid("talk", number), day, chance.choice(_CHANNELS)),
                *(chance.choice(_SETTINGS), "informal", chance.choice(("me", "them", None))),
                *(f"{day}T12:00:00Z", f"{day}T12:00:00Z", names[known], people.text(14)),
            )

    columns = "id, uid, happened_on, channel, setting, formality, initiated_by, created_at"
    _insert(database, "conversation", f"{columns}, changed_at, people, text", rows())
    _insert(database, "conversation_contact", "conversation_id, contact_id, happened_on", links)


def _write_plans(database: sqlite3.Connection, contacts: int, today: date) -> None:
    people, chance = People(4), random.Random(5)
    stamp = f"{today.isoformat()}T12:00:00Z"
    plans = []
    for number in range(1, contacts + 1):
        kind = chance.choice(_FOLLOW_UPS)
        if number % 10 == 0:
            due = (today + timedelta(days=chance.randrange(-5, 120))).isoformat()
            plans.append((number, kind, due, people.text(5), "open", None, stamp, stamp))
        for _ in range(number % 4):
            day = people.day_before(today, _YEARS_BACK)
            plans.append((number, kind, day, people.text(5), "done", day, stamp, stamp))
    _insert(
        database,
        "follow_up",
        "uid, contact_id, kind, due_on, note, state, closed_on, created_at, changed_at",
        ((_uid("followup", number), *plan) for number, plan in enumerate(plans)),
    )
    events = [
        (_uid("event", number), f"{people.family_name()} evening", day, stamp, stamp)
        for number, day in enumerate(
            (today + timedelta(days=7 * week)).isoformat() for week in range(-100, 20)
        )
    ]
    columns = "uid, name, happens_on, formality, involvement, created_at, changed_at"
    _insert(
        database,
        "event",
        columns,
        ((uid, name, day, "organised", "attended", *stamps) for uid, name, day, *stamps in events),
    )
