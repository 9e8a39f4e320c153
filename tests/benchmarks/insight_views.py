"""How long the window is held while the Insights show another view, time or grouping."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.gui.insights.sources_view import SourcesView
from notebook_app.model.insights.sources import By

_TIMES = 5
_GROUPINGS = (By.PERSON, By.EVENT, By.SOURCE)


def held_by_insights(window: MainWindow) -> Iterator[tuple[str, list[float]]]:
    """Yield what is shown, and the milliseconds of the longest standstill each time.

    What is read beside the window takes longer; these are the moments in which no key is taken.
    Beside them stands how long of it the window's own thread was busy: the rest it waited for its
    turn, which on a machine that does other work too says more of that than of the program.
    """
    page = window.show_page("insights")
    assert isinstance(page, InsightsPage)
    _held(page, lambda: None)
    for number, chip in enumerate(page.choice.chips):

        def again(number: int = number) -> None:
            page.choice.choose_number(number)
            page.refresh(None)

        _held(page, again)
        yield from _both(f"insights, {chip.words}", [_held(page, again) for _ in range(_TIMES)])
    page.choice.choose_number(0)
    page.period.choice.choose("all")
    _held(page, lambda: None)
    sources = page.views["sources"]
    assert isinstance(sources, SourcesView)
    times = []
    for by in _GROUPINGS * 2:
        times.append(_held(page, lambda by=by: sources.by.choose(by)))  # type: ignore[misc]
    yield from _both("insights, another grouping of all time", times)


def _both(what: str, times: list[tuple[float, float]]) -> Iterator[tuple[str, list[float]]]:
    yield f"{what}, held", [held for held, _ in times]
    yield f"{what}, held by its own work", [busy for _, busy in times]


def _held(page: InsightsPage, act: Callable[[], object]) -> tuple[float, float]:
    """Return the longest time in which nothing else was handled, until all is read and shown.

    And the longest of which the window's thread was busy.
    """
    longest, begun = 0.0, time.perf_counter()
    busiest, busy = 0.0, time.thread_time()
    act()
    quiet_since = None
    while quiet_since is None or time.perf_counter() - quiet_since < 0.1:
        QApplication.processEvents()
        now = time.perf_counter()
        longest, begun = max(longest, now - begun), now
        worked = time.thread_time()
        busiest, busy = max(busiest, worked - busy), worked
        quiet_since = None if page.is_reading() else quiet_since or now
        time.sleep(0.0005)
    return longest * 1000, busiest * 1000
