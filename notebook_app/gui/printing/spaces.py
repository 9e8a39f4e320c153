"""The heights on a page that are not an entry's own, in hundredths of a millimetre."""

from typing import Final

from notebook_app.gui.printing.pagination import Spaces
from notebook_app.gui.printing.paper import Paper

FIRST_HEAD: Final = 2350.0
"""Title and subtitle of the first page, with the space below."""

RUNNING_HEAD: Final = 1050.0
"""The small head of each other page, with the space below."""

CARRIED: Final = 560.0
"""The line that names an entry again where it goes on on another page."""

_HEADING: Final = 1000.0
_BEFORE_HEADING: Final = 850.0
_BETWEEN_ENTRIES: Final = 470.0


def spaces_on(paper: Paper) -> Spaces:
    """Return the heights that pages of ``paper`` are filled by."""
    body = paper.height - paper.top - paper.bottom
    return Spaces(
        first_body=body - FIRST_HEAD,
        body=body - RUNNING_HEAD,
        heading=_HEADING,
        before_heading=_BEFORE_HEADING,
        gap=_BETWEEN_ENTRIES,
        carried=CARRIED,
    )
