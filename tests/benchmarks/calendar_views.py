"""The calendar with very many follow-ups: a month, a week, a year's strip, read and painted.

It makes its own notebook: so many follow-ups over two years, one in fifty of which repeats.
"""

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.startup import make_application
from notebook_app.gui.theme import Appearance, install_theme
from notebook_app.model.calendar_filter import CalendarFilter
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import Figure, milliseconds, percentile
from tests.benchmarks.window_acts import PaintWatch, press, settle

_TIMES = 20
_CALLS = CalendarFilter(means=frozenset({FollowUpKind.CALL}))
_KINDS = ("call", "e-mail", "coffee", "lunch", "handwritten note")
_RULES = (
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=YEARLY",
)


def calendar_views(follow_ups: int) -> Iterator[Figure]:
    """The 95th percentiles of turning pages, and of what the views read."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        notebook = _make(Path(folder) / "notebook.db", follow_ups)
        yield from _reading(notebook)
        yield from _painting(notebook)
        notebook.close()


def _reading(notebook: Notebook) -> Iterator[Figure]:
    months = [_month(number) for number in range(-10, 10)]
    for what, act in (
        ("read a month", lambda first: notebook.calendar.days(*_span(first, 41), 8)),
        (
            "read a month of calls alone",
            lambda first: notebook.calendar.days(*_span(first, 41), 8, narrowed=_CALLS),
        ),
        ("read a week", lambda first: notebook.calendar.days(*_span(first, 6), 60)),
        (
            "read a month of the year's strip",
            lambda first: notebook.calendar.busy(*_span(first, 30)),
        ),
        (
            "read what repeats in a month",
            lambda first: notebook.occurrences.between(*_span(first, 41), 8),
        ),
    ):
        times = [milliseconds(partial(act, month)) for month in months]
        yield Figure(what, percentile(times, 0.95))


def _painting(notebook: Notebook) -> Iterator[Figure]:
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else make_application(["benchmark"])
    install_theme(application, Appearance.LIGHT)
    desk = Desk(notebook)
    page = CalendarPage(desk)
    page.resize(1280, 800)
    page.refresh(None)
    page.show()
    settle()
    for key, view, seen in (
        ("month", page.month, page.month),
        ("week", page.week, page.week.viewport()),
    ):
        page.show_view(key)
        view.setFocus()
        settle()
        yield Figure(f"turn to the next {key}", percentile(_turns(view, seen), 0.95))
        yield Figure(f"turn at once to the next {key}", percentile(_turns(view, seen, 0), 0.95))
        yield Figure(f"paint the {key} again", percentile(_repaints(seen), 0.95))
    yield Figure("paint the year's strip", percentile(_repaints(page.year), 0.95))
    page.hide()
    desk.stop_background()


def _turns(view: QWidget, seen: QWidget, pause: int = 1) -> list[float]:
    times = []
    for number in range(_TIMES):
        key = Qt.Key.Key_PageDown if number % 10 < 5 else Qt.Key.Key_PageUp
        if pause:
            settle()
        watch = PaintWatch(seen)
        times.append(watch.until_painted(partial(press, view, key)))
        watch.end()
    return times


def _repaints(seen: QWidget) -> list[float]:
    return [milliseconds(seen.repaint) for _ in range(_TIMES)]


def _month(number: int) -> date:
    return (date.today().replace(day=15) + timedelta(days=30 * number)).replace(day=1)


def _span(first: date, days: int) -> tuple[date, date]:
    return first, first + timedelta(days=days)


def _make(path: Path, follow_ups: int) -> Notebook:
    chance, today = random.Random(7), date.today()
    notebook = Notebook.open(path, check=False)
    with notebook.change("Fill"):
        for number in range(400):
            details = ContactDetails(display_name=f"Person {number} Of Many")
            notebook.contacts.insert(ContactDraft(details))
    notebook.close()

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(follow_ups):
            days = chance.randrange(-365, 366)
            at = f"{chance.randrange(8, 19):02}:{chance.choice((0, 15, 30)):02}"
            rule = chance.choice(_RULES) if number % 50 == 0 and days >= -30 else ""
            yield (
                f"{number:08}-0000-4000-8000-000000000000",
                1 + number % 400,
                chance.choice(_KINDS),
                (today + timedelta(days=days)).isoformat(),
                at if number % 3 == 0 else None,
                "spring catalogue",
                rule,
                "open" if days >= 0 or rule else "done",
                "2026-01-01T12:00:00Z",
                "2026-01-01T12:00:00Z",
            )

    with closing(sqlite3.connect(path)) as database, database:
        database.executemany(
            "INSERT INTO follow_up(uid, contact_id, kind, due_on, due_at, note, repeat_rule, state,"
            " created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows(),
        )
    return Notebook.open(path, check=False)
