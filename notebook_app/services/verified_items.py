"""Writes entries of a calendar and reads each of them again before anybody gets it.

Both are Python's work through and through; of many entries the pieces are made beside this
process.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import islice

from notebook_app.formats.icalendar.calendar_item import CalendarItem
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.foundation.record import record
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.services.in_processes import in_processes

MANY_ITEMS = 3000
"""Below, starting processes costs more than they save."""

_PIECE = 250
_ITEMS_A_REPORT = 20


@record
class _Written:
    """Entries as they go into a file; or of which one they did not read back, and why."""

    data: bytes
    differing: str = ""
    reason: str = ""


def verified_items(
    items: Sequence[CalendarItem], progress: Progress, many: int = MANY_ITEMS
) -> Iterator[bytes]:
    """Yield the entries in pieces of a calendar file, each read back and compared.

    From ``many`` on they are written in processes of their own.

    Raises:
        UserProblem: one does not read back as it was meant.
        Cancelled: the user asked to stop.
    """
    apart = len(items) >= many and (os.cpu_count() or 1) > 1
    size = _PIECE if apart else _ITEMS_A_REPORT
    pieces = _pieces(items, size)
    results = in_processes(_write, pieces, progress) if apart else map(_write, pieces)
    progress.report(0, len(items), "Writing the calendar")
    for number, result in enumerate(results, 1):
        progress.report(min(number * size, len(items)), len(items), "Writing the calendar")
        if result.differing:
            raise UserProblem(
                f"“{result.differing}” did not read back as it was written, so nothing was"
                " replaced.",
                result.reason,
                "Take strange characters out of its words, or leave it out.",
            )
        yield result.data


def _write(items: Sequence[CalendarItem]) -> _Written:
    # Loading vobject takes as long as a frame or two; no window needs it to open.
    from notebook_app.formats.icalendar.write import NotTheSame, written

    parts: list[bytes] = []
    with steady_pace():
        for item in items:
            try:
                parts.append(written(item))
            except NotTheSame as error:
                return _Written(b"", item.title, str(error))
    return _Written(b"".join(parts))


def _pieces(items: Sequence[CalendarItem], size: int) -> Iterator[tuple[CalendarItem, ...]]:
    left = iter(items)
    while piece := tuple(islice(left, size)):
        yield piece
