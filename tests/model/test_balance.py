"""To which side a month leans."""

import pytest

from notebook_app.model.balance import Balance, Leaning


@pytest.mark.parametrize(
    ("new", "strengthened", "leaning"),
    [
        (0, 0, Leaning.NOTHING),
        (3, 3, Leaning.EVEN),
        (3, 9, Leaning.EVEN),
        (3, 10, Leaning.KNOWN),
        (0, 1, Leaning.KNOWN),
        (4, 3, Leaning.NEW),
        (1, 0, Leaning.NEW),
    ],
)
def test_up_to_three_to_one_is_even(new: int, strengthened: int, leaning: Leaning) -> None:
    assert Balance(new, strengthened).leaning() is leaning
