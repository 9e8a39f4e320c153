"""Amounts in several currencies, which are never added up; by the user's own rates they may be.

An amount without a currency is a currency of its own (an empty one).
"""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from notebook_app.foundation.record import record
from notebook_app.model.entry_words import amount_words

_CENT = Decimal("0.01")


@record
class Money:
    """Sums by currency (ISO 4217), in the order of their codes."""

    amounts: tuple[tuple[str, Decimal], ...] = ()

    def of(self, currency: str) -> Decimal:
        """Return the sum in one currency, 0 if there is none."""
        return dict(self.amounts).get(currency, Decimal(0))

    def words(self) -> str:
        """Return ``EUR 4 200, USD 300``; empty if there is nothing."""
        return ", ".join(amount_words(plain(sum_), currency) for currency, sum_ in self.amounts)


_NOTHING = Money()


@record
class Rates:
    """What one unit of each currency is worth in ``base``, as the user typed it."""

    base: str
    rates: tuple[tuple[str, Decimal], ...]


@record
class Converted:
    """One sum by the user's rates; None if a rate is missing, as ``missing`` then says."""

    amount: Decimal | None
    currency: str
    missing: tuple[str, ...] = ()


def money_of(values: Iterable[tuple[Decimal | None, str]]) -> Money:
    """Return the sums of amounts with their currencies; those without an amount are left out."""
    sums: dict[str, Decimal] = {}
    for amount, currency in values:
        if amount is not None:
            sums[currency] = sums[currency] + amount if currency in sums else amount
    return sorted_money(sums)


def sorted_money(sums: Mapping[str, Decimal]) -> Money:
    """Return sums by currency, in the order of their codes."""
    if not sums:
        return _NOTHING
    return Money(tuple(sums.items()) if len(sums) == 1 else tuple(sorted(sums.items())))


def converted(money: Money, rates: Rates) -> Converted:
    """Return one sum in the base currency, rounded to hundredths; half a hundredth goes up."""
    worth = {**dict(rates.rates), rates.base: Decimal(1)}
    missing = tuple(currency for currency, _ in money.amounts if currency not in worth)
    if missing:
        return Converted(None, rates.base, missing)
    total = sum((amount * worth[currency] for currency, amount in money.amounts), Decimal(0))
    return Converted(total.quantize(_CENT, ROUND_HALF_UP), rates.base)


def amount_from(text: str | None) -> Decimal | None:
    """Return a stored amount; None if there is none, or nothing that is a number."""
    try:
        amount = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount.is_finite() else None


def plain(amount: Decimal) -> str:
    """Return an amount with its digits written out and no needless zeros behind the point."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if set(text.partition(".")[2]) == {"0"} else text
