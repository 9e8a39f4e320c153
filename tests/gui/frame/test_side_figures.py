"""The figures of the side bar: the last ones told, and none counted without need."""

import threading

from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.side_figures import SideFigures
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.rows import Counts
from notebook_app.services.save_contact import add_contact


def test_many_changes_in_a_row_end_in_the_last_figures(desk: Desk, qtbot: QtBot) -> None:
    figures = SideFigures(desk)
    told: list[Counts] = []
    figures.counted.connect(told.append)
    for number in range(20):
        changes = add_contact(desk.notebook, _named(f"Person {number}"))
        figures.count_if_touched(changes)
    qtbot.waitUntil(lambda: bool(told))
    figures.wait()
    assert [counts.people for counts in told] == [20]


def test_what_no_figure_shows_is_not_counted(desk: Desk) -> None:
    figures = SideFigures(desk)
    figures.count_if_touched(ChangeSet(ids={Changed.SETTING: frozenset()}))
    assert not any(thread.name == "figures" for thread in threading.enumerate())


def test_counting_ends_before_the_notebook_is_closed(desk: Desk) -> None:
    figures = SideFigures(desk)
    figures.count()
    figures.count()
    figures.wait()
    assert not any(thread.name == "figures" for thread in threading.enumerate())


def _named(name: str) -> ContactDraft:
    return ContactDraft(ContactDetails(display_name=name))
