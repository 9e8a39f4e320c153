"""Some of what a figure is made of, as a list of its own: work, people, or what was done."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from notebook_app.foundation.record import record
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.rows import EntryKind


@record
class BehindGroup:
    """One of the three has something in it, or none.

    ``words`` say what it is, with ``{n}`` for how many lines. ``acts`` are conversations, events
    and follow-ups; ``beside`` are the words at the end of each line, where there are any.
    ``to_do`` is what a follow-up with the people would be for.
    """

    words: str
    work: Sequence[int] = ()
    people: Sequence[int] = ()
    acts: Sequence[tuple[EntryKind, int]] = ()
    beside: Sequence[str] = ()
    to_do: str = ""

    @property
    def count(self) -> int:
        """How many lines it has."""
        return len(self.work) + len(self.people) + len(self.acts)

    def title(self, locale: QLocale) -> str:
        """Return the words with the number of lines."""
        return self.words.format(n=locale.toString(self.count))


def work_group(opportunity_ids: Sequence[int]) -> BehindGroup:
    """Return opportunities as a group."""
    one, many = _tr("1 opportunity"), _tr("{n} opportunities")
    return BehindGroup(one if len(opportunity_ids) == 1 else many, work=opportunity_ids)


def often_group(words: str, people: Sequence[tuple[int, int]], locale: QLocale) -> BehindGroup:
    """Return people who count several times; ``{times}`` in the words is how often all together."""
    once, often = _tr("once"), _tr("{times} times")
    return BehindGroup(
        words.replace("{times}", locale.toString(sum(times for _, times in people))),
        people=[contact_id for contact_id, _ in people],
        beside=[
            once if times == 1 else often.format(times=locale.toString(times))
            for _, times in people
        ],
    )
