"""Where people are, in the order of a round through town: by country, postal code and street."""

import re
from collections.abc import Sequence
from typing import Final

from notebook_app.model.contact import Address
from notebook_app.model.name_form import folded
from notebook_app.reports.shortening import one_line

PLACE_NAME_LENGTH: Final = 80
_FIGURES: Final = re.compile(r"(\d+)")

Text = tuple[tuple[int, int, str], ...]
PlaceKey = tuple[str, Text, str, Text]
"""Country, postal code, town and street, as they are sorted."""


def place_among(addresses: Sequence[Address]) -> Address | None:
    """Return the address to go to: the preferred, else the first that says where it is."""
    told = [each for each in addresses if _town(each) or each.street.strip()]
    return min(told, key=lambda each: not each.preferred, default=None)


def town_of(address: Address) -> str:
    """Return the town, for a heading; without one the postal code, region or country."""
    return _town(address) or "Elsewhere"


def street_of(address: Address) -> str:
    """Return street and postal code in one line, to stand under the heading of the town.

    Empty where they say no more than that.
    """
    town = " ".join(part for part in (address.postal_code, address.city) if part.strip())
    parts = [address.street, address.extended, address.po_box, town]
    lines = (one_line(part, PLACE_NAME_LENGTH) for part in parts)
    said = ", ".join(line for line in lines if line)
    return "" if said == town_of(address) else said


def town_key(address: Address) -> tuple[str, str]:
    """Return what two addresses in the same town have in common, however it is written."""
    return folded(address.country.strip()), folded(town_of(address))


def round_key(address: Address) -> PlaceKey:
    """Return what a round is sorted by: house number 9 comes before 10."""
    return (
        folded(address.country.strip()),
        _naturally(address.postal_code),
        folded(address.city.strip()),
        _naturally(address.street),
    )


def _town(address: Address) -> str:
    parts = (address.city, address.postal_code, address.region, address.country)
    said = next((part for part in parts if part.strip()), "")
    return one_line(said, PLACE_NAME_LENGTH)


def _naturally(text: str) -> Text:
    """Return a key in which figures are numbers, so that 9 comes before 10."""
    pieces = _FIGURES.split(folded(one_line(text, PLACE_NAME_LENGTH)))
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in pieces if piece
    )
