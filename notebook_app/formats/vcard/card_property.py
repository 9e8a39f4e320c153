"""A property on its way into a card, before any version's spelling is put on it."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class CardVersion(StrEnum):
    """The versions that are written."""

    OLD = "2.1"
    USUAL = "3.0"
    NEW = "4.0"


class ValueKind(Enum):
    """How a value's parts are put together and escaped."""

    TEXT = auto()
    STRUCTURED = auto()
    LIST = auto()
    URI = auto()


@dataclass(frozen=True, slots=True)
class CardProperty:
    """Name, decoded value and label; ``types`` are upper-case words of the standard.

    ``always_grouped`` is for Apple's own properties, whose label is never a type.
    ``label_as_type`` is off where the type means something else (the network of a profile).
    Properties with an equal ``together`` share a group of their own in the card.
    ``of`` is the item that the property says, for those of which there may be several.
    ``group`` is the one that its line had, where that was kept or is worth keeping.
    """

    name: str
    parts: tuple[str, ...]
    kind: ValueKind = ValueKind.TEXT
    label: str = ""
    types: tuple[str, ...] = ()
    preferred: bool = False
    parameters: tuple[tuple[str, str], ...] = ()
    always_grouped: bool = False
    label_as_type: bool = True
    of: Hashable = None
    together: Hashable = None
    group: str = ""
