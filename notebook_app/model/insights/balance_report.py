"""The balance over a long time: whom one met, whom one spoke to again, and who reached out.

New people and relationships strengthened follow the rule of model/balance.py: the first
conversation with somebody counts as a new person, each later one as strengthening; a conversation
with three people is three. Reaching out counts conversations: one that was begun by the user, or
by the other side, once however many were in it. People in the trash do not count, nor
conversations with nobody else.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.model.balance import Balance
from notebook_app.model.insights.periods import Step, Stretch
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import ContactChoice


class Measure(StrEnum):
    """What is counted, and may have a target."""

    NEW = "new people"
    STRENGTHENED = "relationships strengthened"
    REACHED_OUT = "reached out first"
    WAS_REACHED = "was reached out to"


@record
class Activity:
    """What was done in some time; of ``not_said`` conversations it is not known who began."""

    new: int = 0
    strengthened: int = 0
    reached_out: int = 0
    was_reached: int = 0
    not_said: int = 0

    def of(self, measure: Measure) -> int:
        """Return one of the four."""
        return (self.new, self.strengthened, self.reached_out, self.was_reached)[
            _MEASURES.index(measure)
        ]

    def plus(self, other: "Activity") -> "Activity":
        """Return both together."""
        return Activity(
            self.new + other.new,
            self.strengthened + other.strengthened,
            self.reached_out + other.reached_out,
            self.was_reached + other.was_reached,
            self.not_said + other.not_said,
        )

    @property
    def balance(self) -> Balance:
        """New people against relationships strengthened."""
        return Balance(self.new, self.strengthened)


_MEASURES: Final = tuple(Measure)


class Trend(StrEnum):
    """Where a measure is going."""

    UP = "rising"
    STEADY = "steady"
    DOWN = "falling"


@record
class BalanceRow:
    """A week, month or quarter."""

    stretch: Stretch
    activity: Activity


@record
class Targets:
    """The user's own targets for each week, month or quarter; what is missing has none."""

    step: Step
    wanted: tuple[tuple[Measure, int], ...] = ()

    def of(self, measure: Measure) -> int | None:
        """Return the target of a measure, or None."""
        return dict(self.wanted).get(measure)


class Verdict(StrEnum):
    """What the balance comes to, in one sentence."""

    NOTHING = "Nothing is written down in this time."
    LITTLE = "Too little is written down to say: a few conversations more will tell."
    WAITING = "You wait more than you reach out."
    SOCIALISING = "You socialise more than you network."
    COLLECTING = "You meet more people than you get to know."
    CARRYING = "You do nearly all of the reaching out."
    EVEN = "A good balance of new people and those you know."


@record
class BalanceReport:
    """The rows in their order, their total, targets, trends, and what to do about it.

    ``people`` and ``event_id`` are whom to turn to, and the next event, as the verdict asks for.
    ``left_out`` conversations were only with people in the trash.
    """

    period: Period
    step: Step
    rows: tuple[BalanceRow, ...]
    total: Activity
    targets: Targets
    trends: tuple[tuple[Measure, Trend], ...]
    verdict: Verdict
    left_out: int
    people: tuple[ContactChoice, ...] = ()
    event: tuple[int, str] | None = None

    def average(self, measure: Measure) -> int | None:
        """Return how much it is in a whole stretch on average; None if none is whole."""
        whole = [row.activity.of(measure) for row in self.rows if row.stretch.whole]
        return round(sum(whole) / len(whole)) if whole else None

    def met_target(self, measure: Measure) -> tuple[int, int] | None:
        """Return in how many of the whole stretches a target was met; None without a target."""
        wanted = self.targets.of(measure)
        if wanted is None:
            return None
        whole = [row for row in self.rows if row.stretch.whole]
        return sum(row.activity.of(measure) >= wanted for row in whole), len(whole)


LEAST_TO_JUDGE: Final = 5
WAITS: Final = 2
"""Reached out to more than twice as often as reaching out: waiting."""

SOCIALISES: Final = 3
"""More than three later conversations to each new person, as Balance.leaning has it."""

CARRIES: Final = 4
"""Reaching out more than four times as often as the others."""


def verdict_of(activity: Activity) -> Verdict:
    """Return the one sentence; of several that fit, the one whose threshold is passed furthest.

    Fewer than five conversations with people are too few to judge; who began is only judged
    where it is known of five conversations.
    """
    touches = activity.new + activity.strengthened
    if touches == 0:
        return Verdict.NOTHING
    if touches < LEAST_TO_JUDGE:
        return Verdict.LITTLE
    found = [
        (activity.strengthened / max(activity.new, 1) / SOCIALISES, Verdict.SOCIALISING),
        (activity.new / max(activity.strengthened, 1), Verdict.COLLECTING),
    ]
    if activity.reached_out + activity.was_reached >= LEAST_TO_JUDGE:
        found += [
            (activity.was_reached / max(activity.reached_out, 1) / WAITS, Verdict.WAITING),
            (activity.reached_out / max(activity.was_reached, 1) / CARRIES, Verdict.CARRYING),
        ]
    passed, verdict = max(found, key=lambda each: each[0])
    return verdict if passed > 1 else Verdict.EVEN


def trends_of(rows: Sequence[BalanceRow]) -> tuple[tuple[Measure, Trend], ...]:
    """Return where each measure goes: the later half of the whole stretches against the earlier.

    A fifth more is rising, a fifth less falling; nothing is said of fewer than four stretches.
    The middle one of an odd number is in neither half.
    """
    whole = [row.activity for row in rows if row.stretch.whole]
    half = len(whole) // 2
    if half < 2:
        return ()
    found = []
    for measure in Measure:
        earlier = sum(each.of(measure) for each in whole[:half])
        later = sum(each.of(measure) for each in whole[-half:])
        trend = Trend.STEADY
        if 5 * later >= 6 * earlier and later > earlier:
            trend = Trend.UP
        elif 5 * later <= 4 * earlier and later < earlier:
            trend = Trend.DOWN
        found.append((measure, trend))
    return tuple(found)
