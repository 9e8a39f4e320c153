"""The orders in which follow-ups stand on a list: by day, name, kind, or from town to town."""

from collections.abc import Mapping, Sequence

from notebook_app.model.contact import Address
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.name_form import sort_key
from notebook_app.model.rows import FollowUpRow
from notebook_app.reports.places import round_key, town_key

Places = Mapping[int, Address]
"""Where people are, by the row id of the contact; whoever is nowhere is not in it."""


def as_they_come(rows: Sequence[FollowUpRow], _places: Places) -> Sequence[FollowUpRow]:
    """Return the rows, which come the earliest first, as they are."""
    return rows


def by_name(rows: Sequence[FollowUpRow], _places: Places) -> Sequence[FollowUpRow]:
    """Return the rows by the letters of the register, and by name under each."""
    return sorted(
        rows, key=lambda row: (register_letter(row), sort_key(row.contact_name), row.contact_id)
    )


def by_place(rows: Sequence[FollowUpRow], places: Places) -> Sequence[FollowUpRow]:
    """Return the towns one after the other, each by postal code and street; nowhere comes last."""
    where = [(row, places[row.contact_id]) for row in rows if row.contact_id in places]
    first: dict[tuple[str, str], int] = {}
    where.sort(key=lambda pair: round_key(pair[1]))
    # A town lies where its first postal code does, and is not torn by those of its neighbours.
    for _row, place in where:
        first.setdefault(town_key(place), len(first))
    where.sort(key=lambda pair: first[town_key(pair[1])])
    return [row for row, _ in where] + [row for row in rows if row.contact_id not in places]


def register_letter(row: FollowUpRow) -> str:
    """Return the letter of the register that a person stands under."""
    first = sort_key(row.contact_name)[:1].upper()
    return first if first.isalpha() else "#"


def by_kind(rows: Sequence[FollowUpRow], _places: Places) -> Sequence[FollowUpRow]:
    """Return all the calls, then all the e-mails, and so on."""
    order = {kind: place for place, kind in enumerate(FollowUpKind)}
    return sorted(rows, key=lambda row: order[row.kind])
