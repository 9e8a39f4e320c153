"""The heights on a page that are not an entry's own."""

from typing import Final

from notebook_app.gui.printing.pagination import Spaces
from notebook_app.gui.printing.paper import Paper, mm

FIRST_HEAD: Final = mm(23.5)
"""Title and subtitle of the first page, with the space below."""

RUNNING_HEAD: Final = mm(10.5)
"""The small head of each other page, with the space below."""

CARRIED: Final = mm(5.6)
"""The line that names an entry again where it goes on on another page."""

_HEADING: Final = mm(10)
_BEFORE_HEADING: Final = mm(8.5)
_BETWEEN_ENTRIES: Final = mm(4.7)
_COMPACT_HEADING: Final = mm(8.5)
_COMPACT_BEFORE_HEADING: Final = mm(4.5)
_BETWEEN_COMPACT: Final = mm(1.9)


def spaces_on(paper: Paper, *, compact: bool = False) -> Spaces:
    """Return the heights that pages of ``paper`` are filled by."""
    body = paper.height - paper.top - paper.bottom
    return Spaces(
        first_body=body - FIRST_HEAD,
        body=body - RUNNING_HEAD,
        heading=_COMPACT_HEADING if compact else _HEADING,
        before_heading=_COMPACT_BEFORE_HEADING if compact else _BEFORE_HEADING,
        gap=_BETWEEN_COMPACT if compact else _BETWEEN_ENTRIES,
        carried=CARRIED,
    )
