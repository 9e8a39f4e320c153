"""A record is a frozen dataclass with slots, only sooner made."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from notebook_app.foundation.record import record


@record
class Cup:
    """One that has every kind of field."""

    drink: str
    size: int = 2
    shots: Mapping[str, int] = field(default_factory=dict)
    table: int = field(default=0, compare=False)

    @property
    def words(self) -> str:
        """Something of its own."""
        return f"{self.size} × {self.drink}"


@dataclass(frozen=True, slots=True)
class Standard:
    """The same by the standard library."""

    drink: str
    size: int = 2
    shots: Mapping[str, int] = field(default_factory=dict)
    table: int = field(default=0, compare=False)


@record
class Nothing:
    """Without fields."""


@record
class Named:
    """With words of its own for itself."""

    name: str

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a name is missing")

    def __repr__(self) -> str:
        return f"<{self.name}>"


def test_it_is_made_like_a_dataclass() -> None:
    cup = Cup("tea", table=4)
    assert (cup.drink, cup.size, cup.shots, cup.table) == ("tea", 2, {}, 4)
    assert cup.words == "2 × tea"
    assert Cup("tea").shots is not Cup("tea").shots


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("tea", 1, {}, 0, "more"), {}), (("tea",), {"milk": True})]
)
def test_wrong_arguments_are_refused_at_the_first_and_at_later_ones(
    values: tuple[object, ...], named: dict[str, object]
) -> None:
    makes: Any = Cup
    for _ in range(2):
        with pytest.raises(TypeError):
            makes(*values, **named)


def test_it_compares_and_shows_like_a_dataclass() -> None:
    assert repr(Cup("tea", 3)) == repr(Standard("tea", 3)).replace("Standard", "Cup")
    assert Cup("tea", table=1) == Cup("tea", table=2)
    assert Cup("tea") != Cup("coffee")
    other: object = Standard("tea")
    assert Cup("tea") != other
    assert len({Named("Ana"), Named("Ana"), Named("Ben")}) == 2
    assert Nothing() == Nothing()
    with pytest.raises(TypeError):
        hash(Cup("tea"))  # like any record that holds a dict


def test_nothing_in_it_can_be_changed() -> None:
    cup: Any = Cup("tea")
    with pytest.raises(FrozenInstanceError):
        cup.drink = "coffee"
    with pytest.raises(FrozenInstanceError):
        del cup.drink
    with pytest.raises(FrozenInstanceError):
        cup.milk = True
    assert not hasattr(cup, "__dict__")


def test_what_takes_dataclasses_takes_it() -> None:
    cup = Cup("tea", shots={"lemon": 1})
    assert replace(cup, size=1) == Cup("tea", 1, {"lemon": 1})
    assert asdict(cup) == asdict(Standard("tea", shots={"lemon": 1}))
    assert [each.name for each in fields(Cup)] == [each.name for each in fields(Standard)]
    match cup:
        case Cup(drink, size):
            assert (drink, size) == ("tea", 2)
        case _:
            pytest.fail("it did not match")


@pytest.mark.parametrize("there_and_back", [copy.copy, copy.deepcopy])
def test_copies_are_equal(there_and_back: Any) -> None:
    assert there_and_back(Cup("tea", 3, {"lemon": 1}, 4)) == Cup("tea", 3, {"lemon": 1})


def test_it_goes_to_another_process_and_back() -> None:
    cup = pickle.loads(pickle.dumps(Cup("tea", 3, {"lemon": 1}, 4)))
    assert (cup, cup.table) == (Cup("tea", 3, {"lemon": 1}), 4)


def test_what_it_says_of_itself_is_kept() -> None:
    assert repr(Named("Ana")) == "<Ana>"
    with pytest.raises(ValueError, match="a name is missing"):
        Named("")
