"""Gather the follow-ups that go on a printed list, and where one has to go for them."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.contact import Address
from notebook_app.model.print_range import PrintRange
from notebook_app.model.rows import FollowUpRow
from notebook_app.reports.places import place_among
from notebook_app.services.print_contacts import carriers_of
from notebook_app.storage.contact_addresses import addresses_of
from notebook_app.storage.notebook import Notebook


def follow_ups_to_print(
    notebook: Notebook,
    start: date | None,
    end: date | None,
    overdue: bool = False,
    only: Collection[int] | None = None,
    *,
    leave_out: Collection[str] = (),
) -> list[FollowUpRow]:
    """Return the open follow-ups of a range, the earliest first.

    ``start`` and ``end`` are included; None is no limit, so that (None, None, False) is all that
    is open. ``overdue`` adds all that was due before today, whatever ``start`` says; with neither
    ``start`` nor ``end`` only those are returned. ``only`` names the contacts to keep to;
    whoever has a tag of ``leave_out`` is not on the list.

    Raises:
        UserProblem: ``start`` comes after ``end``.
    """
    if start is not None and end is not None and start > end:
        raise UserProblem(
            "The list would end before it begins.", "", "Choose a last day after the first."
        )
    rows = _in_range(notebook, start, end, overdue)
    if only is not None:
        wanted = frozenset(only)
        rows = [row for row in rows if row.contact_id in wanted]
    private = carriers_of(notebook, leave_out)
    return [row for row in rows if row.contact_id not in private] if private else rows


def places_of(notebook: Notebook, rows: Sequence[FollowUpRow]) -> dict[int, Address]:
    """Return the address to go to for each person of ``rows`` who has one, by their row id."""
    found = addresses_of(notebook.database, {row.contact_id for row in rows})
    chosen = {contact_id: place_among(addresses) for contact_id, addresses in found.items()}
    return {contact_id: place for contact_id, place in chosen.items() if place is not None}


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
