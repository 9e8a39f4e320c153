"""Save a list of people: a new one, its name, what it asks for and shows, its place; or drop it."""

from collections.abc import Sequence
from dataclasses import replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.name_form import folded
from notebook_app.model.query.columns import columns_text, parse_columns
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.rename import names_list, with_list_renamed
from notebook_app.model.query.sorting import parse_sort
from notebook_app.model.saved_list import LONGEST_LIST_NAME, ListLook, SavedList
from notebook_app.storage.notebook import Notebook


def save_new_list(
    notebook: Notebook,
    name: str,
    query: str,
    *,
    columns: str = "",
    sort: str = "",
    look: ListLook = ListLook.LIST,
) -> ChangeSet:
    """Save a query under a name; the list's id is the only one of kind list in the answer.

    Raises:
        UserProblem: the name is missing or taken, or it could not be written.
        QueryMistake: the query, the columns or the order can't be understood, or it would ask
            for itself.
    """
    lists = notebook.saved_lists.all()
    new = SavedList(0, _free_name(name, lists, None), query, columns, sort, look)
    new = _checked(notebook, new)
    with notebook.change(f"Saved the list {new.name}") as change:
        change.touch(Changed.LIST, notebook.saved_lists.insert(new))
    return change.result()


def rename_list(notebook: Notebook, list_id: int, name: str) -> ChangeSet:
    """Give a list another name, also where other lists ask for it.

    Raises:
        UserProblem: the list is gone, the name is missing or taken, or it could not be written.
    """
    old = _there(notebook, list_id)
    lists = notebook.saved_lists.all()
    new = replace(old, name=_free_name(name, lists, list_id))
    vocabulary = notebook.saved_lists.vocabulary()
    with notebook.change(f"Renamed the list {old.name}") as change:
        notebook.saved_lists.update(new)
        change.touch(Changed.LIST, list_id)
        for other in lists:
            query = with_list_renamed(other.query, vocabulary, old.name, new.name)
            if other.id != list_id and query != other.query:
                notebook.saved_lists.update(replace(other, query=query))
                change.touch(Changed.LIST, other.id)
    return change.result()


def change_list(
    notebook: Notebook,
    list_id: int,
    *,
    query: str | None = None,
    columns: str | None = None,
    sort: str | None = None,
    look: ListLook | None = None,
) -> ChangeSet:
    """Change what a list asks for or shows; what is None stays.

    Raises:
        UserProblem: the list is gone, or it could not be written.
        QueryMistake: something can't be understood, or the list would ask for itself.
    """
    old = _there(notebook, list_id)
    new = _checked(
        notebook,
        replace(
            old,
            query=old.query if query is None else query,
            columns=old.columns if columns is None else columns,
            sort=old.sort if sort is None else sort,
            look=old.look if look is None else look,
        ),
    )
    with notebook.change(f"Changed the list {old.name}") as change:
        notebook.saved_lists.update(new)
        change.touch(Changed.LIST, list_id)
    return change.result()


def order_lists(notebook: Notebook, list_ids: Sequence[int]) -> ChangeSet:
    """Put the lists in this order.

    Raises:
        UserProblem: it could not be written.
    """
    with notebook.change("Ordered the lists") as change:
        notebook.saved_lists.put_in_order(list_ids)
        change.touch(Changed.LIST, *list_ids)
    return change.result()


def delete_list(notebook: Notebook, list_id: int) -> ChangeSet:
    """Forget a list; the people in it stay as they are.

    Raises:
        UserProblem: the list is gone, another list asks for it, or it could not be written.
    """
    old = _there(notebook, list_id)
    vocabulary = notebook.saved_lists.vocabulary()
    for other in notebook.saved_lists.all():
        if other.id != list_id and names_list(other.query, vocabulary, old.name):
            raise UserProblem(
                f"The list “{other.name}” asks for “{old.name}”.",
                "",
                "Change or delete that one first.",
            )
    with notebook.change(f"Deleted the list {old.name}") as change:
        notebook.saved_lists.delete(list_id)
        change.touch(Changed.LIST, list_id)
    return change.result()


def _there(notebook: Notebook, list_id: int) -> SavedList:
    found = notebook.saved_lists.get(list_id)
    if found is None:
        raise UserProblem("This list is no longer in the notebook.")
    return found


def _free_name(name: str, lists: Sequence[SavedList], own_id: int | None) -> str:
    shown = " ".join(name.split())
    if not folded(shown):
        raise UserProblem("This list has no name yet.", "", "Write one.")
    if len(shown) > LONGEST_LIST_NAME:
        raise UserProblem(f"A list's name may have {LONGEST_LIST_NAME} letters at most.")
    taken = {folded(each.name) for each in lists if each.id != own_id}
    if folded(shown) in taken:
        raise UserProblem(f"There is a list “{shown}” already.", "", "Choose another name.")
    return shown


def _checked(notebook: Notebook, new: SavedList) -> SavedList:
    """Return the list with its texts as they are kept."""
    vocabulary = notebook.saved_lists.vocabulary()
    lists = {**vocabulary.lists, folded(new.name): (new.name, new.query)}
    with_itself = Vocabulary(vocabulary.own_fields, lists)
    query = parse_query(new.query, with_itself)
    if names_list(new.query, with_itself, new.name):
        raise QueryMistake(f"The list “{new.name}” would ask for itself.", 0, len(new.query))
    return replace(
        new,
        query=query.text,
        columns=columns_text(parse_columns(new.columns, with_itself)),
        sort=parse_sort(new.sort, with_itself).text,
    )
