"""What to show of all that happened with everybody: when, which kinds, how, with whom."""

from dataclasses import dataclass, field
from datetime import date

from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.model.rows import EntryKind


@dataclass(frozen=True, slots=True)
class HappeningFilter:
    """All of it must hold; an empty set and None ask for nothing.

    ``first`` and ``last`` are days, both included. ``channels``, ``formality`` and
    ``initiated_by`` are about conversations, so that with any of them nothing else is shown; so
    is ``with_all``, the row ids of people who were all in it.
    ``words`` must all stand in what happened or in the names of those who were there.
    """

    first: date | None = None
    last: date | None = None
    kinds: frozenset[EntryKind] = frozenset()
    channels: frozenset[Channel] = frozenset()
    formality: Formality | None = None
    initiated_by: Initiator | None = None
    with_all: tuple[int, ...] = ()
    people: PeopleQuery = field(default_factory=PeopleQuery)
    words: str = ""

    @property
    def about_conversations(self) -> bool:
        """Whether it asks for what only conversations have."""
        return bool(self.channels or self.formality or self.initiated_by or self.with_all)

    def shown_kinds(self) -> frozenset[EntryKind]:
        """Return the kinds that it lets through."""
        kinds = self.kinds or frozenset(EntryKind)
        return kinds & {EntryKind.CONVERSATION} if self.about_conversations else kinds
