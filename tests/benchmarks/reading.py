"""What pages read: opening the file, the side bar's figures, a contact, a month, Today."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import cycle

from notebook_app.model.conversation import Channel
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.generated_notebook import generated_notebook

_TIMES = 40


def reading(contacts: int) -> Iterator[Figure]:
    """The 95th percentile over a number of times, on different contacts and months."""
    path = generated_notebook(contacts)
    today = date.today()
    bare_open = milliseconds(lambda: sqlite3.connect(path).close())
    yield Figure(
        "open the notebook, without check",
        milliseconds(lambda: Notebook.open(path, check=False).close()),
        "ms",
        bare_open,
        "sqlite3.connect",
    )
    with closing(sqlite3.connect(path)) as bare:
        bare_check = milliseconds(lambda: bare.execute("PRAGMA quick_check(1)").fetchall())
    yield Figure(
        "open the notebook, with check",
        milliseconds(lambda: Notebook.open(path).close()),
        "ms",
        bare_check,
        "quick_check alone",
    )
    notebook = Notebook.open(path, check=False)
    with closing(sqlite3.connect(path)) as bare:
        count = "SELECT count(*) FROM contact WHERE deleted_at IS NULL"
        bare_count = milliseconds(lambda: bare.execute(count).fetchall())
        first = "SELECT * FROM contact WHERE id = 7"
        bare_row = milliseconds(lambda: bare.execute(first).fetchall())
    ids = cycle(notebook.people.ids(PeopleQuery(), today, contacts // 2, 200))
    months = cycle(range(-12, 13))

    def contact() -> None:
        contact_id = next(ids)
        notebook.contacts.get(contact_id)
        notebook.timeline.page(contact_id, 0, 30)
        notebook.follow_ups.open_of(contact_id)

    def month() -> None:
        first = (today.replace(day=15) + timedelta(days=30 * next(months))).replace(day=1)
        notebook.calendar.days(first - timedelta(days=6), first + timedelta(days=36), 4)

    def first_page(wanted: HappeningFilter) -> None:
        found = notebook.timeline.of_everybody(wanted, today)
        found.entries(found.keys(None, 60)[0])

    def happenings() -> None:
        first_page(HappeningFilter())

    def phoned() -> None:
        last = today.replace(day=1) - timedelta(days=1)
        calls = frozenset({Channel.CALL})
        first_page(HappeningFilter(last.replace(day=1), last, channels=calls))

    for what, act, baseline, compared_with in (
        ("side bar's figures", lambda: notebook.overview.counts(today), bare_count, "one count"),
        ("a contact, its timeline and next follow-up", contact, bare_row, "one row"),
        ("a month of the calendar", month, bare_row, "one row"),
        ("what happened with everybody, first page", happenings, bare_row, "one row"),
        ("whom one phoned last month, first page", phoned, bare_row, "one row"),
        (
            "whom one is losing touch with",
            lambda: notebook.overview.losing_touch(today),
            bare_count,
            "one count",
        ),
        (
            "the month's balance",
            lambda: notebook.overview.balance(today.replace(day=1), today),
            bare_count,
            "one count",
        ),
        (
            "what is due, first 50",
            lambda: notebook.follow_ups.open_until(today, 50),
            bare_row,
            "one row",
        ),
        (
            "people list, a page from the middle",
            lambda: notebook.people.rows(
                notebook.people.ids(PeopleQuery(), today, contacts // 2, 100)
            ),
            bare_row,
            "one row",
        ),
    ):
        value = percentile([milliseconds(act) for _ in range(_TIMES)], 0.95)
        yield Figure(what, value, "ms", baseline, compared_with)
    notebook.close()
