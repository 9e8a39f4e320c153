"""Where work comes from: opportunities by source, person, event, group, setting.

The rules, each said beside its table:

- An opportunity belongs to the time in which it began (its opening day), whenever it is closed.
- Opportunities of people in the trash are left out everywhere, and how many is said. Somebody in
  the trash who brought work of others is counted, but not named. After a merge everything belongs
  to the one that was kept.
- By source, person, event and setting each opportunity stands in one row, so the rows add up to
  the total. By group it stands in each group that its person is in.
- Clients have a table of their own (``ClientSources``): how they came is asked once for each of
  them and never added to the sources of opportunities.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.conversation import Formality
from notebook_app.model.insights.figures import Case, Figures, figures_of, grouped
from notebook_app.model.opportunity import OpportunityState, Source
from notebook_app.model.past_periods import Period


class By(StrEnum):
    """What opportunities are put together by."""

    SOURCE = "source"
    PERSON = "person"
    FIRST_PERSON = "first person"
    EVENT = "event"
    GROUP = "group"
    CLIENT_GROUP = "client group"
    SETTING = "setting"
    FORMALITY = "formality"


Key = Source | Formality | int | str | None
"""A source, a row id of a person or event, a tag, a setting, or None where it is not known."""


class SourceRow:
    """One line. Its figures are counted once somebody looks at them: most of thousands are never.

    ``before`` are the figures of the time before, where that was asked for.
    """

    def __init__(
        self, key: Key, label: str, cases: Sequence[Case], before: Sequence[Case] | None = None
    ) -> None:
        """Take what it is about, and its opportunities in this time and in the one before."""
        self.key = key
        self.label = label
        self._cases = cases
        self._before = before
        self.count = len(cases)
        self.won = sum([case[2] is _WON for case in cases])

    @cached_property
    def figures(self) -> Figures:
        """What became of the opportunities."""
        cases, self._cases = self._cases, ()  # needed no longer
        return figures_of(cases)

    @cached_property
    def before(self) -> Figures | None:
        """What became of those of the time before."""
        cases, self._before = self._before, None
        return None if cases is None else figures_of(cases)

    def count_up(self) -> None:
        """Count the figures now rather than when they are looked at."""
        _ = self.figures, self.before

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same."""
        if not isinstance(other, SourceRow):
            return NotImplemented
        return self._told() == other._told()

    def __hash__(self) -> int:
        """Return a hash of what it is about."""
        return hash((self.key, self.label))

    def __repr__(self) -> str:
        """Return all of it."""
        return f"SourceRow{self._told()}"

    def _told(self) -> tuple[object, ...]:
        return self.key, self.label, self.figures, self.before


@record
class SourcesReport:
    """Opportunities by something; ``overlapping`` if one may stand in several rows.

    ``left_out`` opportunities belong to people in the trash. ``rule`` says how it is counted.
    """

    by: By
    period: Period
    rows: tuple[SourceRow, ...]
    total: Figures
    left_out: int
    rule: str
    period_before: Period | None = None
    total_before: Figures | None = None

    @property
    def overlapping(self) -> bool:
        """Whether rows may add up to more than the total."""
        return self.by in OVERLAPPING


@record
class CaseLabels:
    """What is known of the people, events and tags in cases.

    ``tags`` has the tags of people. People in the trash have no name here, ``people`` lacks them.
    """

    people: Mapping[int, str]
    events: Mapping[int, str]
    tags: Mapping[int, tuple[str, ...]]


OVERLAPPING: Final = frozenset({By.GROUP, By.CLIENT_GROUP})

IN_THE_TRASH: Final = "Somebody in the trash"

_NOT_SAID: Final = {
    By.SOURCE: "Not said",
    By.PERSON: "Nobody in between",
    By.FIRST_PERSON: "Nobody in between",
    By.EVENT: "No event",
    By.GROUP: "No group",
    By.CLIENT_GROUP: "No group",
    By.SETTING: "Not known",
    By.FORMALITY: "Not known",
}
_BEGAN: Final = "Counted by the day on which each opportunity began."
_RULES: Final = {
    By.SOURCE: "",
    By.PERSON: "By the person who brought the client: the last one in the chain.",
    By.FIRST_PERSON: "By the first person in the chain, through whom it all began.",
    By.EVENT: "By the event that each grew from, itself or by what was said there.",
    By.GROUP: "By the tags of the person who brought the client. Whoever has several tags is"
    " counted in each, so the rows can add up to more than the total.",
    By.CLIENT_GROUP: "By the client's own tags. Whoever has several tags is counted in each, so"
    " the rows can add up to more than the total.",
    By.SETTING: "By the setting of the conversation that each grew from; otherwise, if it grew"
    " from an event, that is its setting.",
    By.FORMALITY: "Organised if it grew from an organised event or setting, informal if from an"
    " informal one; what is known of the event goes first.",
}
_TRASHED_KEY: Final = -1
"""Stands for everybody in the trash, in the place of a person's row id."""


def rule_of(by: By) -> str:
    """Return how it is counted, in one or two sentences."""
    return f"{_BEGAN} {_RULES[by]}".strip()


def sources_report(
    by: By,
    period: Period,
    cases: Sequence[Case],
    labels: CaseLabels,
    *,
    left_out: int,
    before: tuple[Period, Sequence[Case]] | None = None,
) -> SourcesReport:
    """Return the report on ``cases``, which all began in ``period``; ``before`` to compare with."""
    keys = _KEYS[by]
    now = grouped(cases, [keys(case, labels) for case in cases])
    then: dict[object, list[Case]] = {}
    if before is not None:
        then = grouped(before[1], [keys(case, labels) for case in before[1]])
    rows = [
        SourceRow(
            key,
            _label(by, key, labels),
            now.get(key, ()),
            None if before is None else then.get(key, ()),
        )
        for key in dict.fromkeys([*now, *then])
        if key is None or isinstance(key, (str, int))
    ]
    rows.sort(key=_order)
    return SourcesReport(
        by=by,
        period=period,
        rows=tuple(rows),
        total=figures_of(cases),
        left_out=left_out,
        rule=rule_of(by),
        period_before=None if before is None else before[0],
        total_before=None if before is None else figures_of(before[1]),
    )


_NOBODY: Final = (None,)
_WON: Final = OpportunityState.WON


def _order(row: SourceRow) -> tuple[bool, int, int, str]:
    """Put first what won most often; what is not known comes last."""
    return row.key is None, -row.won, -row.count, row.label.casefold()


def _person(place: int) -> Callable[[Case, CaseLabels], tuple[object, ...]]:
    def keys(case: Case, labels: CaseLabels) -> tuple[object, ...]:
        via = case.via
        if not via:
            return _NOBODY
        person = via[place]
        return (person if person in labels.people else _TRASHED_KEY,)

    return keys


def _group(case: Case, labels: CaseLabels) -> tuple[object, ...]:
    if not case.via or case.via[-1] not in labels.people:
        return (None,)
    return labels.tags.get(case.via[-1]) or (None,)


def _client_group(case: Case, labels: CaseLabels) -> tuple[object, ...]:
    return labels.tags.get(case.client_id) or (None,)


def _setting(case: Case, _labels: CaseLabels) -> tuple[object, ...]:
    return (case.setting or ("event" if case.event_id is not None else None),)


_KEYS: Final[Mapping[By, Callable[[Case, CaseLabels], tuple[object, ...]]]] = {
    By.SOURCE: lambda case, labels: (case.source,),
    By.PERSON: _person(-1),
    By.FIRST_PERSON: _person(0),
    By.EVENT: lambda case, labels: (case.event_id,),
    By.GROUP: _group,
    By.CLIENT_GROUP: _client_group,
    By.SETTING: _setting,
    By.FORMALITY: lambda case, labels: (case.formality,),
}


def _label(by: By, key: object, labels: CaseLabels) -> str:
    if key is None:
        return _NOT_SAID[by]
    if by in (By.PERSON, By.FIRST_PERSON) and isinstance(key, int):
        return labels.people.get(key, IN_THE_TRASH)
    if by is By.EVENT and isinstance(key, int):
        return labels.events.get(key, "")
    words = str(key)
    if by in OVERLAPPING:
        return words
    return words[:1].upper() + words[1:]
