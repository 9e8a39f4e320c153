"""What is offered while a query is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notebook_app.model.query.completion import completions
from notebook_app.model.query.parse import Vocabulary

VOCABULARY = Vocabulary.of(["Shoe size"], [("My list", "tag:a")])
VALUES = {
    "tag": ["Chamber", "old friends", "Örebro"],
    "city": ["Lund", "St. Gallen"],
    "shoe-size": ["42", "43"],
}


def offered(text: str) -> list[str]:
    """The whole texts that the offers would make."""
    found = completions(text, VOCABULARY, lambda key: VALUES.get(key, []))
    return [text[: each.start] + each.text for each in found]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("ta", ["tag:", "talks:"]),
        ("ann -ta", ["ann -tag:", "ann -talks:"]),
        ("sho", ["shoe-size:"]),
        ("t", []),
        ("anna", []),
        ("tag:", ["tag:Chamber ", 'tag:"old friends" ', "tag:Örebro "]),
        ("tag:ore", ["tag:Örebro "]),
        ("tag:friends", ['tag:"old friends" ']),
        ('tag:"old fr', ['tag:"old friends" ']),
        ("tag:Chamber,o", ['tag:Chamber,"old friends" ', "tag:Chamber,Örebro "]),
        ('(x or -city:"st', ['(x or -city:"St. Gallen" ']),
        ("role:cl", ["role:client "]),
        ("list:my", ['list:"My list" ']),
        ("shoe-size:4", ["shoe-size:42 ", "shoe-size:43 "]),
        ("role:client", []),
        ("tag:x ann", []),
        ("nokey:x", []),
    ],
)
def test_keys_and_values_are_offered(text: str, texts: list[str]) -> None:
    assert offered(text) == texts


@given(st.text(alphabet='tag:role"(), -xö', max_size=20))
def test_any_text_may_be_typed(text: str) -> None:
    for whole in offered(text):
        assert whole[: len(whole.rstrip())]
