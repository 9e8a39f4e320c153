"""Everything about somebody that goes on one sheet of paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.contact import Contact
from notebook_app.model.offering import FavourRow
from notebook_app.model.relations import RelationRow
from notebook_app.model.rows import TimelineEntry


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """The contact, what a briefing says of them, and the rest that one may want at hand."""

    contact: Contact
    briefed: BriefedPerson
    relations: Sequence[RelationRow]
    opportunities: Sequence[TimelineEntry]
    favours: Sequence[FavourRow]
