"""Words for what people are to each other, in both directions."""

import pytest

from notebook_app.model.relations import (
    RELATION_CHOICES,
    ladder_of,
    reverse_of,
    same_relation,
)


@pytest.mark.parametrize(
    ("label", "reverse"),
    [
        ("partner", "partner"),
        ("child", "parent"),
        ("Parent", "child"),
        ("child of", "parent of"),
        ("works for", "employs"),
        ("assistant", "manager"),
        ("introduced by", "introduced"),
        ("referred", "referred by"),
        ("mother", "child"),
        ("sister", "sibling"),
    ],
)
def test_a_word_has_its_other_direction(label: str, reverse: str) -> None:
    assert reverse_of(label) == reverse


def test_the_users_own_word_is_its_own_reverse() -> None:
    assert reverse_of("Rowing mate") == "Rowing mate"
    assert ladder_of("Rowing mate") is None


@pytest.mark.parametrize("label", RELATION_CHOICES)
def test_every_offered_word_leads_there_and_back(label: str) -> None:
    assert reverse_of(reverse_of(label)) == label


def test_a_more_exact_word_says_the_same() -> None:
    assert same_relation("mother", "parent")
    assert same_relation("wife", "spouse")
    assert not same_relation("child", "parent")
    assert not same_relation("friend", "colleague")
