"""Amounts as the locale writes them, and as people type them."""

from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import QLocale

_EXACT_AS_FLOAT: Final = Decimal(10**13)
"""From here on a float would lose the cents."""


def money_words(value: Decimal, currency: str, locale: QLocale) -> str:
    """Return an amount with its currency as the locale writes numbers, cents in two places."""
    whole = value == value.to_integral_value()
    if value >= _EXACT_AS_FLOAT:
        number = f"{value:.{0 if whole else 2}f}"
    else:
        number = locale.toString(float(value), "f", 0 if whole else 2)
    return f"{currency}\u00a0{number}".strip("\u00a0")


def number_words(value: Decimal, locale: QLocale) -> str:
    """Return a number with the places it has; half an hour and cents alike read well."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return locale.toString(float(value), "f", places)


def amount_from(text: str) -> Decimal | None:
    """Return the amount that was typed, ``12.50`` or ``12,50``; None if it is none.

    Raises:
        ValueError: it is not a number of 0 or more.
    """
    words = text.strip().replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if not words:
        return None
    if "," in words and "." in words:
        thousands = "," if words.rfind(".") > words.rfind(",") else "."
        words = words.replace(thousands, "")
    words = words.replace(",", ".")
    try:
        amount = Decimal(words)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not amount.is_finite() or amount < 0 or amount > 10**12:
        raise ValueError(text)
    return amount
