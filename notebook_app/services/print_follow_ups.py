"""Gather the follow-ups that go on a printed list."""

from collections.abc import Collection
from datetime import date, timedelta

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.print_range import PrintRange
from notebook_app.model.rows import FollowUpRow
from notebook_app.storage.notebook import Notebook


def follow_ups_to_print(
    notebook: Notebook,
    start: date | None,
    end: date | None,
    overdue: bool = False,
    only: Collection[int] | None = None,
) -> list[FollowUpRow]:
    """Return the open follow-ups of a range, the earliest first.

    ``start`` and ``end`` are included; None is no limit, so that (None, None, False) is all that
    is open. ``overdue`` adds all that was due before today, whatever ``start`` says; with neither
    ``start`` nor ``end`` only those are returned. ``only`` names the contacts to keep to.

    Raises:
        UserProblem: ``start`` comes after ``end``.
    """
    if start is not None and end is not None and start > end:
        raise UserProblem(
            "The list would end before it begins.", "", "Choose a last day after the first."
        )
    rows = _in_range(notebook, start, end, overdue)
    if only is None:
        return rows
    wanted = frozenset(only)
    return [row for row in rows if row.contact_id in wanted]


def _in_range(
    notebook: Notebook, start: date | None, end: date | None, overdue: bool
) -> list[FollowUpRow]:
    yesterday = notebook.clock.today() - timedelta(days=1)
    if PrintRange(start, end, overdue).overdue_alone:
        return notebook.follow_ups.open_until(yesterday)
    rows = notebook.follow_ups.open_between(start, end)
    if not overdue or start is None:
        return rows
    before = min(start - timedelta(days=1), yesterday)
    late = notebook.follow_ups.open_until(before)
    # A range that ends before today leaves a gap up to yesterday, which is overdue as well.
    after = notebook.follow_ups.open_between(end + timedelta(days=1), yesterday) if end else []
    return [*late, *rows, *after]
