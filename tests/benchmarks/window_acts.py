"""Keys and clicks in a real window, each timed until what it changed is painted."""

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.month_view import MonthView
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.startup import make_application
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage
from notebook_app.gui.people.people_column import PeopleColumn
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.search.search_page import SearchPage
from notebook_app.gui.theme import install_theme
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import percentile
from tests.benchmarks.insight_views import held_by_insights
from tests.benchmarks.searching import LISTS
from tests.benchmarks.typed_words import typed_words
from tests.benchmarks.window_process import memory

_TIMES = 25
_LONGEST_WAIT = 2.0


class PaintWatch(QObject):
    """Tells when the frame is done in which one of a few widgets was painted."""

    def __init__(self, *widgets: QWidget) -> None:
        """Watch ``widgets``, which must paint something themselves, and their window's frames."""
        super().__init__()
        # These and no others: each filter in Python costs a part of the frame it watches.
        self._watched = (*widgets, widgets[0].window())
        self._painted = False
        self._in_frame = False
        self._done_at: float | None = None
        for each in self._watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint; let a frame be painted here, so as to know when it is done."""
        kind = event.type()
        if kind == QEvent.Type.Paint and watched is not self._watched[-1]:
            self._painted = True
        elif kind == QEvent.Type.UpdateRequest and not self._in_frame:
            self._in_frame = True
            QApplication.sendEvent(watched, event)
            self._in_frame = False
            if self._painted and self._done_at is None:
                self._done_at = time.perf_counter()
            return True
        return False

    def until_painted(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from the act until the frame that shows what it did is done."""
        self._painted = False
        self._done_at = None
        begun = time.perf_counter()
        act()
        while self._done_at is None and time.perf_counter() - begun < _LONGEST_WAIT:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if self._done_at is None:
            raise RuntimeError(f"{type(self._watched[0]).__name__} was not painted")
        return (self._done_at - begun) * 1000

    def end(self) -> None:
        """Watch no longer."""
        for each in self._watched:
            each.removeEventFilter(self)


def settle() -> None:
    """Let everything that was started come to its end."""
    until = time.perf_counter() + 0.15
    while time.perf_counter() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(widget, event)


def window_acts(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the 95th percentiles of keys in the search, and of contact, month and page changes."""
    application = make_application(["benchmark"])
    memory_of_window = WindowMemory(folder / "window.ini")
    install_theme(application, memory_of_window.appearance())
    notebook = Notebook.open(folder / "notebook.db", check=False)
    session = WindowSession(notebook, memory_of_window, example=True)
    session.window.resize(1280, 800)
    session.show((), "")
    settle()
    gc.freeze()  # as the program does once its window has its picture
    for what, times in measured_acts(session.window):
        yield what, percentile(times, 0.95)
    yield "memory after all", memory("RssAnon")
    session.close()


def measured_acts(window: MainWindow) -> Iterator[tuple[str, list[float]]]:
    """Yield what is done in the window, and how many milliseconds it took each time."""
    keys = ("people", "calendar", "today", "opportunities")
    people, calendar, today, opportunities = (window.show_page(key) for key in keys)
    assert isinstance(people, PeoplePage)
    assert isinstance(calendar, CalendarPage)
    assert isinstance(today, TodayPage)
    assert isinstance(opportunities, OpportunitiesPage)
    settle()
    seen = {
        "people": people.people.view.viewport(),
        "calendar": calendar.month,
        "today": today.follow_ups,
        "opportunities": opportunities.columns.columns[OpportunityState.OPEN].view.viewport(),
    }
    for key, widget in seen.items():
        away = "today" if key == "people" else "people"
        yield f"page change to {key}", _page(window, key, away, widget)
    window.show_page("people")
    yield "list change", _lists(people.people)
    yield from _contacts(people)
    yield from _search(window.top_bar.search, people)
    yield from _everything(window)
    window.show_page("calendar")
    yield "month change", _months(calendar.month)
    yield from held_by_insights(window)


def _page(window: MainWindow, key: str, away: str, seen: QWidget) -> list[float]:
    def times() -> Iterator[float]:
        for _ in range(_TIMES):
            window.show_page(away)
            yield _timed(window.side_bar.item(key).click, seen)

    return list(times())


def _contacts(people: PeoplePage) -> Iterator[tuple[str, list[float]]]:
    view = people.people.view
    view.setFocus()
    down = lambda: press(view, Qt.Key.Key_Down)  # noqa: E731
    for what, seen in (("in the list", view.viewport()), ("on its page", people.contact.head)):
        view.select_line(0)
        yield f"contact change, {what}", [_timed(down, seen) for _ in range(_TIMES)]


def _lists(people: PeopleColumn) -> list[float]:
    nobody = people.nobody.findChildren(QWidget)

    def times() -> Iterator[float]:
        for text in LISTS:
            for narrowed in (parse_query(text), PeopleQuery()):
                yield _timed(partial(people.choose, narrowed), people.view.viewport(), *nobody)
                while not people.model.is_whole:
                    settle()

    return list(times())


def _search(field: QLineEdit, people: PeoplePage) -> Iterator[tuple[str, list[float]]]:
    nobody = people.people.nobody.findChildren(QWidget)
    seen = (people.people.view.viewport(), *nobody)
    field.setFocus()
    for sort, texts in typed_words().items():
        times = []
        for text in texts:
            # As typed: what was there before, and one character more.
            field.setText(text[:-1])
            key = lambda text=text: press(field, Qt.Key.Key_unknown, text[-1])  # type: ignore[misc]  # noqa: E731
            times.append(_timed(key, *seen))
        yield f"key in the search, {sort}", times
    field.setText("")
    settle()


def _everything(window: MainWindow) -> Iterator[tuple[str, list[float]]]:
    page = window.show_page("search")
    assert isinstance(page, SearchPage)
    field = window.top_bar.search
    seen = (page.view.viewport(), *page.nothing.findChildren(QWidget))
    field.setFocus()
    taken: list[float] = []
    for sort, texts in typed_words().items():
        times = []
        for text in texts:
            field.setText(text[:-1])
            settle()
            watch = PaintWatch(*seen)

            def key(text: str = text) -> None:
                begun = time.perf_counter()
                press(field, Qt.Key.Key_unknown, text[-1])
                taken.append((time.perf_counter() - begun) * 1000)

            times.append(watch.until_painted(key))
            watch.end()
        yield f"key in everything, {sort}", times
    yield "key in everything, until it was taken", taken
    field.setText("")
    settle()


def _months(month: MonthView) -> list[float]:
    month.setFocus()
    times = []
    for number in range(_TIMES):
        key = Qt.Key.Key_PageDown if number % 10 < 5 else Qt.Key.Key_PageUp
        times.append(_timed(lambda key=key: press(month, key), month))  # type: ignore[misc]
    return times


def _timed(act: Callable[[], object], *seen: QWidget) -> float:
    settle()
    watch = PaintWatch(*seen)
    milliseconds = watch.until_painted(act)
    watch.end()
    return milliseconds
