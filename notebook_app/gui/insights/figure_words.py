"""The figures of opportunities in words: money by currency, rates only where there are enough."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from notebook_app.gui.follow_ups.money_words import money_words
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money, Rates, converted


def sum_words(money: Money, locale: QLocale, rates: Rates | None = None) -> str:
    """Return sums, one for each currency; with rates also what they make together."""
    said = " + ".join(money_words(value, currency, locale) for currency, value in money.amounts)
    together = rated_words(money, locale, rates)
    if not together:
        return said
    return _tr("{sums} (by your rates {amount})").format(sums=said, amount=together)


def rated_words(money: Money, locale: QLocale, rates: Rates | None) -> str:
    """Return what sums in several currencies make by the user's rates; empty if none are needed.

    Empty too where a rate is missing: a sum that leaves something out would be wrong.
    """
    if rates is None or len(money.amounts) < 2:
        return ""
    together = converted(money, rates)
    return (
        "" if together.amount is None else money_words(together.amount, together.currency, locale)
    )


def figure_titles() -> tuple[str, ...]:
    """Return the titles of the columns that ``figure_cells`` fills."""
    return (
        _tr("Won value"),
        _tr("Open value"),
        _tr("Success"),
        _tr("Days to success"),
        _tr("No value"),
    )


def figure_cells(figures: Figures, locale: QLocale, rates: Rates | None = None) -> tuple[str, ...]:
    """Return what a table says of figures beside how many are won, lost and open."""
    without = locale.toString(figures.without_value) if figures.without_value else ""
    return (
        sum_words(figures.won_value, locale, rates),
        sum_words(figures.open_value, locale, rates),
        figures.success_words(),
        figures.days_words(),
        without,
    )


def counted_words(figures: Figures, locale: QLocale) -> str:
    """Return how many were won of how many."""
    number = locale.toString
    return _tr("{won} of {count} won").format(won=number(figures.won), count=number(figures.count))


def bar_words(figures: Figures, locale: QLocale, rates: Rates | None = None) -> str:
    """Return what stands beside a bar: how many were won of how many, and for how much.

    What several currencies make together by the user's rates stands in their place.
    """
    counted = counted_words(figures, locale)
    rated = rated_words(figures.won_value, locale, rates)
    value = _tr("{amount} by your rates").format(amount=rated) if rated else ""
    value = value or sum_words(figures.won_value, locale)
    return f"{counted} · {value}" if value else counted


def event_label(label: str, locale: QLocale) -> str:
    """Return an event as reports label it, ``Name, 2026-11-19``, with its day as one says it."""
    name, _, day = label.rpartition(", ")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return label
    said = locale.toString(QDate(on), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
    return _tr("{event}, {day}").format(event=name, day=said)
