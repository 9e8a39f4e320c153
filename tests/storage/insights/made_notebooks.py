"""Small but nasty notebooks for reports, and all that is in them as plain rows.

Mixed currencies, no value or a broken one, chains that bite their tails, people in the trash,
people who were merged, days long ago. The rows are what a second, plainly written calculation
reads.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from notebook_app.model.opportunity import Source
from notebook_app.storage.notebook import Notebook

PEOPLE = range(1, 7)
FIRST, LAST = date(2024, 11, 1), date(2026, 4, 30)
# Few days near each other, and some far away, so that much falls together.
DAYS = st.sampled_from(
    [
        *(date(2026, 2, day) for day in (1, 2, 2, 3, 10, 28)),
        *(date(2026, 3, 1), date(2026, 3, 10), date(2025, 12, 31), date(2026, 1, 1)),
        *(date(2025, 3, 1), date(2025, 3, 2), FIRST, LAST),
    ]
)
SPANS = st.one_of(
    st.tuples(st.none(), st.none()),
    st.tuples(DAYS, st.none()),
    st.tuples(st.none(), DAYS),
    st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two))),
    st.just((date(2026, 1, 1), date(2026, 3, 31))),
    st.just((date(1999, 1, 1), date(1999, 12, 31))),
)
_PERSON = st.integers(1, 6)
_SOURCE = st.sampled_from([None, *(source.value for source in Source)])
_SETTINGS = ("", "café", "online", "Co-working space", "my sauna", "conference")
_INITIATORS = (None, "me", "them")

examples = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
"""So many made-up notebooks for each test."""

_STAMP = "2026-01-01T12:00:00Z"
_MONTHS = (date(2024, 11, 1), date(2025, 6, 1), date(2026, 1, 2))

Row = dict[str, Any]


@dataclass(frozen=True)
class Contents:
    """What is put into a notebook; people, events and conversations by their number from 1."""

    clients: set[int]
    tags: list[tuple[int, int]]
    events: list[tuple[date, str, str, str | None, str, str | None, int | None]]
    conversations: list[tuple[date, set[int], str | None, str, int | None, str | None]]
    there: list[tuple[int, int, str]]
    work: list[dict[str, Any]]
    origins: dict[int, tuple[str | None, date | None, list[int]]]
    follow_ups: list[tuple[int, str, date, int | None, int | None]]
    knowledge: dict[tuple[int, int], str]
    steps: list[tuple[int, str, date]]
    merged: tuple[int, int] | None
    trashed: set[int]
    crossed: list[tuple[int, list[int], bool]]
    spoken: list[tuple[int, tuple[int, int, int]]]


_WORK = st.fixed_dictionaries(
    {
        "contact_id": _PERSON,
        "state": st.sampled_from(["open", "won", "won", "lost"]),
        "source": _SOURCE,
        "value": st.sampled_from([None, "0", "12.50", "1000", "0.10", "-3", "NaN", "a lot"]),
        "currency": st.sampled_from(["EUR", "eur", "USD", ""]),
        "opened_on": DAYS,
        "closed_on": st.one_of(st.none(), DAYS),
        "via": st.lists(_PERSON, max_size=3, unique=True),
        "conversation_id": st.one_of(st.none(), st.integers(1, 4)),
        "event_id": st.one_of(st.none(), st.none(), st.integers(1, 3)),
    }
)
_FORMALITY = st.sampled_from(["organised", "informal"])


def contents_with(least: int) -> st.SearchStrategy[Contents]:
    """Return contents with ``least`` conversations and pieces of work, and some of all else."""
    return st.builds(
        Contents,
        clients=st.sets(_PERSON, min_size=min(least, 3)),
        tags=st.lists(st.tuples(_PERSON, st.integers(1, 2)), unique=True, max_size=8),
        events=st.lists(
            st.tuples(
                st.one_of(DAYS, DAYS, st.just(LAST)),
                st.sampled_from(["Evening", "Online meetup", "Breakfast"]),
                _FORMALITY,
                st.sampled_from([None, "25", "9.99"]),
                st.sampled_from(["EUR", "usd"]),
                st.sampled_from([None, "1.5", "3"]),
                st.sampled_from([None, 90]),
            ),
            min_size=min(least, 2),
            max_size=3,
        ),
        conversations=st.lists(
            st.tuples(
                DAYS,
                st.sets(_PERSON, min_size=1, max_size=3),
                st.sampled_from(_INITIATORS),
                st.sampled_from(_SETTINGS),
                st.one_of(st.none(), st.integers(1, 3)),
                st.one_of(st.none(), _FORMALITY),
            ),
            min_size=least,
            max_size=14,
        ),
        there=st.lists(
            st.tuples(
                st.integers(1, 3), _PERSON, st.sampled_from(["met", "met", "seen", "expected"])
            ),
            unique_by=lambda each: each[:2],
            min_size=min(least, 3),
            max_size=6,
        ),
        work=st.lists(_WORK, min_size=least, max_size=10),
        origins=st.dictionaries(
            _PERSON,
            st.tuples(
                _SOURCE, st.one_of(st.none(), DAYS), st.lists(_PERSON, max_size=2, unique=True)
            ),
            max_size=4,
        ),
        follow_ups=st.lists(
            st.tuples(
                _PERSON,
                st.sampled_from(["done", "done", "open", "skipped"]),
                DAYS,
                st.sampled_from([None, 30]),
                st.one_of(st.none(), st.integers(1, 6)),
            ),
            min_size=min(least, 4),
            max_size=6,
        ),
        knowledge=st.dictionaries(
            st.tuples(_PERSON, st.integers(1, 3)),
            st.sampled_from(["told", "uses", "declined"]),
            max_size=8,
        ),
        steps=st.lists(
            st.tuples(_PERSON, st.sampled_from(["met", "know", "like", "trust", ""]), DAYS),
            max_size=8,
        ),
        merged=st.one_of(
            st.none(), st.tuples(_PERSON, _PERSON).filter(lambda two: two[0] != two[1])
        ),
        trashed=st.sets(_PERSON, max_size=2),
        # Work that grew from one event although it was spoken of at another: client, who
        # brought it, and whether it began before both.
        crossed=st.lists(
            st.tuples(_PERSON, st.lists(_PERSON, max_size=1), st.booleans()), max_size=2
        ),
        # How often one spoke with somebody in 2024, 2025, and 2026 until today: just enough for a
        # relationship to grow or to fade, and just too little.
        spoken=st.lists(
            st.tuples(
                _PERSON,
                st.sampled_from(
                    [
                        *((4, 2, 0), (4, 3, 0), (3, 1, 0), (8, 0, 0), (2, 4, 0), (3, 5, 0)),
                        *((0, 22, 2), (0, 22, 3), (0, 21, 0), (0, 10, 4), (0, 11, 4)),
                        *((1, 0, 4), (0, 0, 4), (1, 0, 3)),
                    ]
                ),
            ),
            max_size=2,
            unique_by=lambda each: each[0],
        ),
    )


CONTENTS = contents_with(0)


NOTHING = Contents(
    set(), [], [], [], [], [], {}, [], {}, [], merged=None, trashed=set(), crossed=[], spoken=[]
)
"""To be filled with what a test is about."""


@contextmanager
def filled(notebook: Notebook, contents: Contents) -> Iterator["Rows"]:
    """Put contents into an empty notebook, give all its rows, and take everything out again."""
    with notebook.database.atomic() as transaction:
        fill(notebook, contents)
        yield Rows(notebook)
        transaction.rollback()


class Rows:
    """All rows of a notebook, and the few plain words that calculations are written in."""

    def __init__(self, notebook: Notebook) -> None:
        """Read everything."""
        self._notebook = notebook
        self._read: dict[str, list[Row]] = {}
        self.trashed = {row["id"] for row in self.of("contact") if row["deleted_at"]}
        self.names = {row["id"]: row["display_name"] for row in self.of("contact")}
        self.conversations = {row["id"]: row for row in self.of("conversation")}
        self.events = {row["id"]: row for row in self.of("event")}
        self.clients = {
            row["contact_id"]
            for row in self.of("contact_role")
            if row["role"] == "client" and row["contact_id"] not in self.trashed
        }

    def of(self, table: str) -> list[Row]:
        """Return the rows of a table, by their ids."""
        if table in self._read:
            return self._read[table]
        cursor = self._notebook.database.execute_sql(f"SELECT * FROM {table} ORDER BY id")
        names = [column[0] for column in cursor.description]
        self._read[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return self._read[table]

    def people_in(self, conversation_id: int) -> list[int]:
        """Return everybody in a conversation."""
        return [
            row["contact_id"]
            for row in self.of("conversation_contact")
            if row["conversation_id"] == conversation_id
        ]

    def via(self, opportunity: Row) -> list[int]:
        """Return the introducers without the client, the farthest first."""
        rows = [row for row in self.of("introducer") if row["opportunity_id"] == opportunity["id"]]
        rows.sort(key=lambda row: (row["position"], row["id"]))
        ids = [row["contact_id"] for row in rows]
        return [each for each in ids if each != opportunity["contact_id"]]

    def event_of(self, opportunity: Row) -> int | None:
        """Return the event that an opportunity grew from."""
        if opportunity["event_id"] is not None:
            return int(opportunity["event_id"])
        said = self.conversations.get(opportunity["conversation_id"])
        return None if said is None else said["event_id"]

    def work(self, span: tuple[date | None, date | None], *, trashed: bool = False) -> list[Row]:
        """Return the opportunities that began in a time; or those of people in the trash."""
        return [
            row
            for row in self.of("opportunity")
            if within(row["opened_on"], span) and (row["contact_id"] in self.trashed) is trashed
        ]


def within(day: str | None, span: tuple[date | None, date | None]) -> bool:
    """Return whether a day lies in a span of time."""
    if day is None:
        return False
    first, last = span
    return (first is None or day >= first.isoformat()) and (last is None or day <= last.isoformat())


def amount(text: str | None) -> Decimal | None:
    """Return a stored value, if it is a number."""
    try:
        value = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() else None


def _runner(notebook: Notebook) -> Callable[..., Any]:
    run: Callable[..., Any] = notebook.database.execute_sql
    return run


def _with_knots(contents: Contents) -> Contents:
    """Return the contents with what they say in short written out, behind all the rest."""
    events, talks, work = list(contents.events), list(contents.conversations), list(contents.work)
    for client, via, early in contents.crossed:
        for name in ("Fair", "Dinner"):
            event = (date(2026, 1, 20), name, "organised", None, "EUR", None, None)
            events.append(event)
        talks.append((date(2026, 1, 20), {client}, None, "", len(events), None))
        work.append(
            {
                "contact_id": client,
                "state": "won",
                "source": None,
                "value": "7",
                "currency": "EUR",
                "closed_on": None,
                "via": via,
                "opened_on": date(2026, 1, 19 if early else 21),
                "event_id": len(events) - 1,
                "conversation_id": len(talks),
            }
        )
    for person, times in contents.spoken:
        for month, often in zip(_MONTHS, times, strict=True):
            for number in range(often):
                talks.append((month + timedelta(days=number), {person}, "me", "", None, None))
    return replace(contents, events=events, conversations=talks, work=work)


def fill(notebook: Notebook, in_short: Contents) -> None:
    """Put contents into an empty notebook; within a transaction of whoever asks."""
    run = _runner(notebook)
    contents = _with_knots(in_short)
    _put_people(notebook, contents)
    for number, (day, name, formality, fee, currency, hours, minutes) in enumerate(
        contents.events, 1
    ):
        run(
            "INSERT INTO event(id, uid, name, happens_on, formality, involvement, fee,"
            " fee_currency, hours, minutes, created_at, changed_at)"
            " VALUES (?, ?, ?, ?, ?, 'attended', ?, ?, ?, ?, ?, ?)",
            (
                *(number, f"e{number}", name, day.isoformat(), formality, fee, currency, hours),
                *(minutes, _STAMP, _STAMP),
            ),
        )
    events = len(contents.events)
    for number, talk in enumerate(contents.conversations, 1):
        _put_conversation(notebook, number, talk, events)
    talks = len(contents.conversations)
    for event_id, person, presence in contents.there:
        if event_id <= events:
            run(
                "INSERT INTO event_contact(event_id, contact_id, presence) VALUES (?, ?, ?)",
                (event_id, person, presence),
            )
    for number, work in enumerate(contents.work, 1):
        _put_work(notebook, number, work, events, talks)
    for person, (source, day, via) in contents.origins.items():
        run(
            "INSERT INTO origin(id, contact_id, source, came_on, looked_back_on)"
            " VALUES (?, ?, ?, ?, '2026-01-01')",
            (person, person, source, day.isoformat() if day else None),
        )
        for position, introducer in enumerate(via):
            run(
                "INSERT INTO origin_introducer(origin_id, contact_id, position) VALUES (?, ?, ?)",
                (person, introducer, position),
            )
    _put_the_rest(notebook, contents, talks)
    if contents.merged is not None:
        kept, absorbed = contents.merged
        notebook.merges.move(kept, absorbed)
        run("UPDATE contact SET deleted_at = ? WHERE id = ?", (_STAMP, absorbed))
    for person in contents.trashed:
        run("UPDATE contact SET deleted_at = ? WHERE id = ?", (_STAMP, person))


def _put_people(notebook: Notebook, contents: Contents) -> None:
    run = _runner(notebook)
    for person in PEOPLE:
        run(
            "INSERT INTO contact(id, uid, display_name, sort_key, created_at, changed_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (person, f"c{person}", f"Person {person}", f"person {person}", _STAMP, _STAMP),
        )
    for person in contents.clients:
        run("INSERT INTO contact_role(contact_id, role) VALUES (?, 'client')", (person,))
    for number, tag in enumerate(("chamber", "school"), 1):
        run("INSERT INTO tag(id, name, folded_name) VALUES (?, ?, ?)", (number, tag, tag))
    for person, tag_id in contents.tags:
        run("INSERT INTO contact_tag(contact_id, tag_id) VALUES (?, ?)", (person, tag_id))


def _put_conversation(
    notebook: Notebook,
    number: int,
    talk: tuple[date, set[int], str | None, str, int | None, str | None],
    events: int,
) -> None:
    day, people, initiated_by, setting, event_id, formality = talk
    notebook.database.execute_sql(
        "INSERT INTO conversation(id, uid, happened_on, channel, setting, formality, initiated_by,"
        " event_id, created_at, changed_at) VALUES (?, ?, ?, 'call', ?, ?, ?, ?, ?, ?)",
        (
            *(number, f"t{number}", day.isoformat(), setting, formality, initiated_by),
            *(event_id if event_id and event_id <= events else None, _STAMP, _STAMP),
        ),
    )
    for person in sorted(people):
        notebook.database.execute_sql(
            "INSERT INTO conversation_contact(conversation_id, contact_id, happened_on)"
            " VALUES (?, ?, ?)",
            (number, person, day.isoformat()),
        )


def _put_work(notebook: Notebook, number: int, work: Row, events: int, talks: int) -> None:
    event_id, conversation_id = work["event_id"], work["conversation_id"]
    notebook.database.execute_sql(
        "INSERT INTO opportunity(id, uid, contact_id, title, value, currency, state, source,"
        " conversation_id, event_id, opened_on, closed_on, created_at, changed_at)"
        " VALUES (?, ?, ?, 'Work', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            f"w{number}",
            work["contact_id"],
            work["value"],
            work["currency"],
            work["state"],
            work["source"],
            conversation_id if conversation_id and conversation_id <= talks else None,
            event_id if event_id and event_id <= events else None,
            work["opened_on"].isoformat(),
            work["closed_on"].isoformat() if work["closed_on"] else None,
            _STAMP,
            _STAMP,
        ),
    )
    for position, introducer in enumerate(work["via"]):
        notebook.database.execute_sql(
            "INSERT INTO introducer(opportunity_id, contact_id, position) VALUES (?, ?, ?)",
            (number, introducer, position),
        )


def _put_the_rest(notebook: Notebook, contents: Contents, talks: int) -> None:
    run = _runner(notebook)
    for number, (person, state, day, minutes, led_to) in enumerate(contents.follow_ups, 1):
        run(
            "INSERT INTO follow_up(id, uid, contact_id, kind, due_on, state, closed_on, minutes,"
            " conversation_id, created_at, changed_at)"
            " VALUES (?, ?, ?, 'call', ?, ?, ?, ?, ?, ?, ?)",
            (
                *(number, f"f{number}", person, day.isoformat(), state),
                *(None if state == "open" else day.isoformat(), minutes),
                *(led_to if led_to and led_to <= talks else None, _STAMP, _STAMP),
            ),
        )
    for number, name in enumerate(("Signs", "Care plan", "Old things"), 1):
        run(
            "INSERT INTO service(id, uid, name, folded_name, position, retired)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (number, f"s{number}", name, name.lower(), number, number == 3),
        )
    for (person, service_id), knowledge in contents.knowledge.items():
        run(
            "INSERT INTO contact_service(contact_id, service_id, knowledge, since)"
            " VALUES (?, ?, ?, '2026-01-01')",
            (person, service_id, knowledge),
        )
    for number, (person, stage, day) in enumerate(contents.steps, 1):
        run(
            "INSERT INTO stage_step(id, uid, contact_id, stage, since) VALUES (?, ?, ?, ?, ?)",
            (number, f"p{number}", person, stage, day.isoformat()),
        )
