"""Saved lists: kept, renamed, changed, ordered and dropped, each as one step to undo."""

from pathlib import Path

import pytest

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.saved_list import ListLook
from notebook_app.services.save_list import (
    change_list,
    delete_list,
    order_lists,
    rename_list,
    save_new_list,
)
from notebook_app.storage.notebook import Notebook


def saved(notebook: Notebook, name: str, query: str = "role:client") -> int:
    """Save a list and return its id."""
    return next(iter(save_new_list(notebook, name, query).of(Changed.LIST)))


def names(notebook: Notebook) -> list[str]:
    """The names of all lists in their order."""
    return [each.name for each in notebook.saved_lists.all()]


def test_a_list_keeps_what_it_asks_for_and_how_it_looks(notebook: Notebook) -> None:
    changes = save_new_list(
        notebook,
        "  Best   clients ",
        "ROLE:clients  stage:>=like",
        columns="name=14,city",
        sort="-last",
        look=ListLook.TABLE,
    )
    assert changes.label == "Saved the list Best clients"
    again = Notebook.open(notebook.path)
    (kept,) = again.saved_lists.all()
    again.close()
    assert (kept.name, kept.query) == ("Best clients", "role:client stage:>=like")
    assert (kept.columns, kept.sort, kept.look) == ("name=14,city", "-last", ListLook.TABLE)


def test_each_step_is_undone_by_itself(notebook: Notebook) -> None:
    one, two = saved(notebook, "One"), saved(notebook, "Two")
    rename_list(notebook, one, "First")
    change_list(notebook, one, query="tag:x", sort="city")
    order_lists(notebook, [two, one])
    delete_list(notebook, two)
    assert names(notebook) == ["First"]
    notebook.undo()
    assert names(notebook) == ["Two", "First"]
    notebook.undo()
    assert names(notebook) == ["First", "Two"]
    notebook.undo()
    first = notebook.saved_lists.get(one)
    assert first is not None
    assert (first.query, first.sort) == ("role:client", "")
    notebook.undo()
    assert names(notebook) == ["One", "Two"]
    notebook.undo()
    notebook.undo()
    assert names(notebook) == []


def test_a_renamed_list_is_renamed_in_other_lists_too(notebook: Notebook) -> None:
    one = saved(notebook, "One")
    two = saved(notebook, "Two", '-list:one,Clients (x or list:"ONE")')
    rename_list(notebook, one, "New name")
    kept = notebook.saved_lists.get(two)
    assert kept is not None
    assert kept.query == '-list:"New name",Clients (x or list:"New name")'
    notebook.undo()
    kept = notebook.saved_lists.get(two)
    assert kept is not None
    assert "One" in kept.query


def test_a_list_that_another_asks_for_is_not_deleted(notebook: Notebook) -> None:
    one = saved(notebook, "One")
    saved(notebook, "Two", "list:one")
    with pytest.raises(UserProblem, match="“Two” asks for “One”"):
        delete_list(notebook, one)


@pytest.mark.parametrize("name", ["", "   ", "one", "ÓNE", "x" * 81])
def test_a_name_is_there_and_free(notebook: Notebook, name: str) -> None:
    saved(notebook, "One")
    with pytest.raises(UserProblem):
        save_new_list(notebook, name, "")
    assert names(notebook) == ["One"]


@pytest.mark.parametrize(
    ("query", "columns", "sort"),
    [
        ("tga:x", "", ""),
        ("", "name,shoe", ""),
        ("", "", "shoe"),
        ("list:me", "", ""),
        ("list:two", "", ""),
    ],
)
def test_nothing_that_can_not_be_understood_is_kept(
    notebook: Notebook, query: str, columns: str, sort: str
) -> None:
    me = saved(notebook, "Me")
    saved(notebook, "Two", "list:me")
    with pytest.raises(QueryMistake):
        change_list(notebook, me, query=query, columns=columns, sort=sort)
    kept = notebook.saved_lists.get(me)
    assert kept is not None
    assert kept.query == "role:client"


def test_a_list_may_have_the_name_of_a_ready_made_one_and_goes_before_it(
    notebook: Notebook,
) -> None:
    saved(notebook, "Clients", "role:client stage:trust")
    assert notebook.saved_lists.vocabulary().lists["clients"][1] == "role:client stage:trust"


def test_a_list_that_is_gone_is_said_to_be(notebook: Notebook, tmp_path: Path) -> None:
    one = saved(notebook, "One")
    delete_list(notebook, one)
    for act in (lambda: rename_list(notebook, one, "x"), lambda: delete_list(notebook, one)):
        with pytest.raises(UserProblem, match="no longer"):
            act()
