"""Tags as pages show them: a name, a colour, how many carry it, how often to be in touch."""

from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.model.contact import Cadence


class TagColour(StrEnum):
    """The colours that a tag can have; none is the tag's own at first."""

    NONE = ""
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"
    BROWN = "brown"
    GREY = "grey"


def tag_colour(stored: str) -> TagColour:
    """Return the colour that is stored, none for one that this version does not know."""
    return next((colour for colour in TagColour if colour.value == stored), TagColour.NONE)


@record
class TagRow:
    """A tag; ``count`` is how many carry it, those in the trash aside."""

    id: int
    name: str
    colour: TagColour = TagColour.NONE
    count: int = 0
    cadence: Cadence | None = None
