"""Things to remember: in the user's own order, and found by any of their words."""

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.found import FoundIn, FoundKind
from notebook_app.model.query.terms import words_query
from notebook_app.services.save_contact import add_contact, update_contact
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.search_everything import EverythingSearch
from tests.storage.conftest import TODAY
from tests.storage.whole_content import assert_all_is_well, content_of


@pytest.fixture
def carla(notebook: Notebook) -> int:
    """Carla, of whom there is nothing to remember yet."""
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Carla", note="Tall")))
    return 1


def add(notebook: Notebook, contact_id: int, *texts: str) -> list[int]:
    """Remember something, as one change."""
    with notebook.change("remember"):
        return [notebook.remembered.add(contact_id, text, TODAY) for text in texts]


def texts(notebook: Notebook, contact_id: int) -> list[str]:
    """What is remembered, in order."""
    return [fact.text for fact in notebook.remembered.of(contact_id)]


def who_has(notebook: Notebook, words: str) -> list[int]:
    """Whom the people search finds."""
    return [found for some in notebook.people.search(words_query(words), TODAY) for found in some]


def test_facts_stand_in_the_order_in_which_they_were_put(notebook: Notebook, carla: int) -> None:
    son, march, tea = add(notebook, carla, "son plays the cello", "moves in March", "no  coffee ")
    assert texts(notebook, carla) == ["son plays the cello", "moves in March", "no coffee"]
    with notebook.change("order"):
        notebook.remembered.move(tea, 0)
        notebook.remembered.move(son, 99)
    assert texts(notebook, carla) == ["no coffee", "moves in March", "son plays the cello"]
    with notebook.change("words"):
        notebook.remembered.change(march, "moved in March")
        notebook.remembered.remove(tea)
    assert texts(notebook, carla) == ["moved in March", "son plays the cello"]


def test_the_same_fact_is_there_once(notebook: Notebook, carla: int) -> None:
    assert len(set(add(notebook, carla, "no coffee", " no coffee"))) == 1


def test_whoever_has_it_is_found_by_its_words_also_after_an_edit(
    notebook: Notebook, carla: int
) -> None:
    """As long as it is there, and whatever else of them is changed."""
    before = content_of(notebook)
    (fact,) = add(notebook, carla, "Sohn spielt Cello in der Straße")
    for words in ("cello", "strasse cel"):
        assert who_has(notebook, words) == [carla]
    update_contact(notebook, carla, ContactDraft(ContactDetails(display_name="Carla Romero")))
    assert who_has(notebook, "cello") == [carla]
    with notebook.change("words"):
        notebook.remembered.change(fact, "Tochter spielt Flöte")
    assert who_has(notebook, "cello") == []
    assert who_has(notebook, "flote") == [carla]
    with notebook.change("gone"):
        notebook.remembered.remove(fact)
    assert who_has(notebook, "flote") == []
    assert_all_is_well(notebook)
    for _ in range(4):
        notebook.undo()
    assert content_of(notebook) == before
    assert who_has(notebook, "cello") == []


def test_the_search_over_everything_shows_the_fact(notebook: Notebook, carla: int) -> None:
    add(notebook, carla, "moves in March", "son plays the cello")
    search = EverythingSearch(notebook.database, "cello")
    (found,) = search.group(FoundKind.PEOPLE).more(5)
    assert (found.contact_id, found.part) == (carla, FoundIn.REMEMBERED)
    assert found.fragment.text == "son plays the cello"
