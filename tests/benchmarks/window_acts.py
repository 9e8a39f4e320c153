"""Keys and clicks in a real window, each timed until what it changed is painted."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.frame.startup import make_application
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.theme import install_theme
from notebook_app.gui.window_session import WindowSession
from notebook_app.storage.notebook import Notebook
from tests.benchmarks.figures import percentile
from tests.benchmarks.typed_words import typed_words
from tests.benchmarks.window_process import memory

_TIMES = 25
_LONGEST_WAIT = 2.0


class PaintWatch(QObject):
    """Tells when a widget, or one within it, was painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch ``widget`` and all that is in it now."""
        super().__init__()
        self.painted = False
        self._watched = [widget, *widget.findChildren(QWidget)]
        for each in self._watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint, and let it happen."""
        if event.type() == QEvent.Type.Paint:
            self.painted = True
        return False

    def until_painted(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from the act until the paint that it led to is over."""
        self.painted = False
        begun = time.perf_counter()
        act()
        while not self.painted and time.perf_counter() - begun < _LONGEST_WAIT:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        # A paint is noted before it is done; the call above returns only after it.
        return (time.perf_counter() - begun) * 1000


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
    window = session.window
    window.resize(1280, 800)
    session.show((), "")
    settle()
    pages = window.pages
    yield "page change", _pages(window, ("people", "calendar", "today"))
    people = pages.show_page("people")
    assert isinstance(people, PeoplePage)
    settle()
    yield "contact change", _contacts(people)
    yield from _search(window.top_bar.search, people)
    calendar = pages.show_page("calendar")
    assert isinstance(calendar, CalendarPage)
    settle()
    yield "month change", _months(window, calendar)
    yield "memory after all", memory("RssAnon")
    session.close()


def _pages(window: QWidget, keys: tuple[str, ...]) -> float:
    pages = window.pages  # type: ignore[attr-defined]
    for key in keys:
        pages.show_page(key)
        settle()
    times = []
    for number in range(_TIMES):
        key = keys[number % len(keys)]
        watch = PaintWatch(pages.show_page(key))
        pages.show_page(keys[(number + 1) % len(keys)])
        settle()
        times.append(watch.until_painted(lambda key=key: pages.show_page(key)))  # type: ignore[misc]
        settle()
    return percentile(times, 0.95)


def _contacts(people: PeoplePage) -> float:
    view = people.people.view
    view.setFocus()
    view.select_line(0)
    settle()
    watch = PaintWatch(view.viewport())
    times = []
    for _ in range(_TIMES):
        times.append(watch.until_painted(lambda: press(view, Qt.Key.Key_Down)))
        settle()
    return percentile(times, 0.95)


def _search(field: QWidget, people: PeoplePage) -> Iterator[tuple[str, float]]:
    watch = PaintWatch(people.people)
    for sort, texts in typed_words().items():
        times = []
        for text in texts:
            # As typed: what was there before, and one character more.
            field.setText(text[:-1])  # type: ignore[attr-defined]
            settle()
            type_it = lambda text=text: field.setText(text)  # type: ignore[attr-defined,misc]  # noqa: E731
            times.append(watch.until_painted(type_it))
        yield f"key in the search, {sort}", percentile(times, 0.95)
    field.setText("")  # type: ignore[attr-defined]
    settle()


def _months(window: QWidget, calendar: CalendarPage) -> float:
    watch = PaintWatch(calendar._view())
    times = []
    for number in range(_TIMES):
        step = 1 if number % 10 < 5 else -1
        times.append(watch.until_painted(lambda step=step: calendar._turn(step)))  # type: ignore[misc]
        settle()
    return percentile(times, 0.95)
