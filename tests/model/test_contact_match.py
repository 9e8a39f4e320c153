"""A card's person is recognised by UID, or by e-mail or phone with a similar name."""

import pytest

from notebook_app.model.contact_match import ContactIndex, MatchKeys, similar_names


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        (("Ann Berg", "Ann", "Berg"), ("Berg, Ann", "", ""), True),
        (("Maja Sørensen", "Maja", "Sørensen"), ("Maja Lind Sørensen", "", ""), True),
        (("M. Sørensen", "M.", "Sørensen"), ("Maja Sørensen", "Maja", "Sørensen"), True),
        (("M. Sørensen", "", ""), ("Maja Sørensen", "", ""), True),
        (("José Núñez", "", ""), ("jose nunez", "", ""), True),
        (("Dr. Ann Berg", "Ann", "Berg"), ("Ann B. Berg", "Ann", "Berg"), True),
        (("Ann", "Ann", ""), ("Ann Berg", "Ann", "Berg"), True),
        (("Berg", "", "Berg"), ("Ann Berg", "Ann", "Berg"), False),
        (("Ann Berg", "Ann", "Berg"), ("Carl Berg", "Carl", "Berg"), False),
        (("Ann Berg", "Ann", "Berg"), ("Ann Lund", "Ann", "Lund"), False),
        (("A. Berg", "A.", "Berg"), ("Carl Berg", "Carl", "Berg"), False),
        (("", "", ""), ("", "", ""), False),
    ],
)
def test_similar_names(
    one: tuple[str, str, str], other: tuple[str, str, str], similar: bool
) -> None:
    assert similar_names(one, other) is similar
    assert similar_names(other, one) is similar


@pytest.fixture
def index() -> ContactIndex:
    """Return an index of a family that shares a phone."""
    known = ContactIndex()
    known.add(
        1, MatchKeys("Ann Berg", "Ann", "Berg", "u-1", ("ann@mail.example",), ("+4930123456",))
    )
    known.add(2, MatchKeys("Carl Berg", "Carl", "Berg", "", (), ("+4930123456",)))
    return known


def test_a_uid_is_enough_unless_many_cards_share_it(index: ContactIndex) -> None:
    renamed = MatchKeys("Ann Lund", "Ann", "Lund", "U-1")

    assert index.find(renamed) == 1
    assert index.find(renamed, trust_uid=False) is None


def test_a_shared_number_goes_to_the_similar_name(index: ContactIndex) -> None:
    assert index.find(MatchKeys("Carl Berg", phones=("+4930123456",))) == 2
    assert index.find(MatchKeys("A. Berg", "A.", "Berg", phones=("+4930123456",))) == 1
    assert index.find(MatchKeys("Dora Wood", "Dora", "Wood", phones=("+4930123456",))) is None


def test_a_name_alone_is_not_enough(index: ContactIndex) -> None:
    assert index.find(MatchKeys("Ann Berg", "Ann", "Berg")) is None
