"""Who introduced whom, through favours and links, as far as it goes and never in a circle."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.services.introduction_chain import introduction_chain
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.empty_notebook import empty_notebook
from tests.linked_people import relate

TODAY = date(2026, 11, 21)
ELIF, CARLA, AGNES, BO = 1, 2, 3, 4


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """Return a notebook with four people."""
    opened = empty_notebook(tmp_path / "people.db", StoppedClock(TODAY))
    for name in ("Elif", "Carla", "Agnes", "Bo"):
        add_contact(opened, ContactDraft(ContactDetails(display_name=name)))
    yield opened
    opened.close()


def brought(notebook: Notebook, by: int, whom: int, days: int = 0) -> None:
    """Write down that somebody introduced somebody, some days ago."""
    on = TODAY - timedelta(days=days)
    draft = FavourDraft(by, FavourKind.INTRODUCTION, Direction.RECEIVED, on, whom)
    add_favour(notebook, draft)


def names(notebook: Notebook, contact_id: int) -> list[str]:
    """Return the names of the chain."""
    return [name for _, name in introduction_chain(notebook, contact_id)]


def test_it_goes_back_to_the_first_one(notebook: Notebook) -> None:
    brought(notebook, ELIF, CARLA, 30)
    brought(notebook, CARLA, AGNES, 10)
    assert names(notebook, AGNES) == ["Elif", "Carla"]
    assert names(notebook, CARLA) == ["Elif"]
    assert names(notebook, ELIF) == []


def test_links_count_where_no_favour_tells(notebook: Notebook) -> None:
    relate(notebook, BO, AGNES, "introduced by")
    brought(notebook, CARLA, AGNES)
    assert names(notebook, BO) == ["Carla", "Agnes"]


def test_the_earliest_favour_counts_and_help_or_what_i_gave_does_not(notebook: Notebook) -> None:
    brought(notebook, BO, AGNES, 1)
    brought(notebook, CARLA, AGNES, 9)
    help_with = FavourDraft(ELIF, FavourKind.HELP, Direction.RECEIVED, TODAY, CARLA)
    given = FavourDraft(ELIF, FavourKind.INTRODUCTION, Direction.GIVEN, TODAY, CARLA)
    for draft in (help_with, given):
        add_favour(notebook, draft)
    assert names(notebook, AGNES) == ["Carla"]


def test_a_circle_ends(notebook: Notebook) -> None:
    brought(notebook, ELIF, CARLA)
    brought(notebook, CARLA, ELIF)
    assert names(notebook, CARLA) == ["Elif"]
