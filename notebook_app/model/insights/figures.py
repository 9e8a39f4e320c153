"""The figures of a number of opportunities, with the ids behind them, so that sums always agree."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from notebook_app.foundation.record import record
from notebook_app.model.conversation import Formality
from notebook_app.model.insights.money import Money, Rates, converted, money_of, sorted_money
from notebook_app.model.opportunity import OpportunityState, Source

LEAST_FOR_A_RATE = 5
"""Of fewer closed opportunities no percentage is told, but "3 of 4"."""


class Case(NamedTuple):
    """An opportunity as reports count it; nobody's that is in the trash.

    ``via`` are those through whom it came, the farthest first, without the client. ``event_id``
    is the event that it grew from, itself or by the conversation that it grew from; ``setting``
    is that conversation's.
    """

    id: int
    client_id: int
    state: OpportunityState
    source: Source | None
    value: Decimal | None
    currency: str
    opened_on: date
    closed_on: date | None
    via: tuple[int, ...] = ()
    event_id: int | None = None
    setting: str = ""
    formality: Formality | None = None


@record
class Figures:
    """What became of some opportunities.

    ``days_to_success`` is the median of the days from opening to closing of those won, of which
    ``timed`` have both days in their order. ``without_value`` of them are in no sum of money.
    """

    opportunity_ids: tuple[int, ...] = ()
    client_ids: tuple[int, ...] = ()
    open: int = 0
    won: int = 0
    lost: int = 0
    won_value: Money = Money()
    open_value: Money = Money()
    lost_value: Money = Money()
    without_value: int = 0
    days_to_success: float | None = None
    timed: int = 0

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.opportunity_ids)

    @property
    def closed(self) -> int:
        """How many are won or lost."""
        return self.won + self.lost

    @property
    def success(self) -> float | None:
        """Won out of all that are closed, from 0 to 1; None for fewer than five closed."""
        return self.won / self.closed if self.closed >= LEAST_FOR_A_RATE else None

    def success_words(self) -> str:
        """Return ``63 %``, ``3 of 4``, or nothing where none is closed yet."""
        rate = self.success
        if rate is not None:
            return f"{int(100 * rate + 0.5)}\u00a0%"
        return f"{self.won} of {self.closed}" if self.closed else ""

    def days_words(self) -> str:
        """Return the median of the days to success, as ``30`` or ``30.5``; empty for none."""
        return "" if self.days_to_success is None else f"{self.days_to_success:g}"


# Members of an enumeration by names of their own: to look one up in it takes longer than to
# count an opportunity.
_WON, _LOST = OpportunityState.WON, OpportunityState.LOST
_NO_MONEY = Money()
_NONE = Figures()


def figures_of(cases: Sequence[Case]) -> Figures:
    """Return the figures of opportunities, their ids in the order given, clients by their ids."""
    if not cases:
        return _NONE
    if len(cases) == 1:
        return _figures_of_one(cases[0])
    # One walk, since there may be thousands of rows of one or two opportunities each; states are
    # compared by identity, as an enumeration's members are slow as keys.
    won_sums: dict[str, Decimal] = {}
    open_sums: dict[str, Decimal] = {}
    lost_sums: dict[str, Decimal] = {}
    won = lost = without_value = 0
    days: list[int] = []
    for _, _, state, _, value, currency, opened_on, closed_on, _, _, _, _ in cases:
        if state is _WON:
            won += 1
            sums = won_sums
            if closed_on is not None and closed_on >= opened_on:
                days.append((closed_on - opened_on).days)
        elif state is _LOST:
            lost += 1
            sums = lost_sums
        else:
            sums = open_sums
        if value is None:
            without_value += 1
        elif currency in sums:
            sums[currency] += value
        else:
            sums[currency] = value
    return Figures(
        tuple([case[0] for case in cases]),
        tuple(sorted({case[1] for case in cases})),
        len(cases) - won - lost,
        won,
        lost,
        sorted_money(won_sums) if won_sums else _NO_MONEY,
        sorted_money(open_sums) if open_sums else _NO_MONEY,
        sorted_money(lost_sums) if lost_sums else _NO_MONEY,
        without_value,
        float(median(days)) if len(days) > 1 else float(days[0]) if days else None,
        len(days),
    )


def _figures_of_one(case: Case) -> Figures:
    """Return the same, quicker: most people bring one, and thousands of them make a report."""
    case_id, client_id, state, _, value, currency, opened_on, closed_on, _, _, _, _ = case
    money = _NO_MONEY if value is None else Money(((currency, value),))
    won, lost = state is _WON, state is _LOST
    days: float | None = None
    if won and closed_on is not None and closed_on >= opened_on:
        days = float((closed_on - opened_on).days)
    return Figures(
        (case_id,),
        (client_id,),
        int(not won and not lost),
        int(won),
        int(lost),
        money if won else _NO_MONEY,
        _NO_MONEY if won or lost else money,
        money if lost else _NO_MONEY,
        int(value is None),
        days,
        int(days is not None),
    )


def main_currency(cases: Iterable[Case]) -> str:
    """Return the currency that stands in most of the cases; empty if none has a value."""
    used: dict[str, int] = {}
    for case in cases:
        if case.value is not None:
            used[case.currency] = used.get(case.currency, 0) + 1
    return min(used, key=lambda currency: (-used[currency], currency), default="")


def worth_of(cases: Sequence[Case], main: str, rates: Rates | None) -> tuple[Decimal, int, int]:
    """Return what to put some cases in order by, the most valuable last.

    What was won: by the user's rates, or in the currency ``main`` where there are none or one is
    missing; then how many were won, and how many there were.
    """
    won = [case for case in cases if case.state is _WON]
    amount = None
    if rates is not None:
        amount = converted(money_of((case.value, case.currency) for case in won), rates).amount
    if amount is None:
        own = [case.value for case in won if case.currency == main and case.value is not None]
        amount = sum(own, Decimal(0))
    return amount, len(won), len(cases)


def grouped(cases: Iterable[Case], keys: "Sequence[Sequence[object]]") -> dict[object, list[Case]]:
    """Return cases by their keys: a case stands under each of the keys that it has."""
    found: dict[object, list[Case]] = {}
    for case, own in zip(cases, keys, strict=True):
        for key in own:
            if key in found:
                found[key].append(case)
            else:
                found[key] = [case]
    return found
