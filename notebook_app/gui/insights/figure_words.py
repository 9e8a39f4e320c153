"""The figures of opportunities in words: money by currency, rates only where there are enough."""

from PySide6.QtCore import QLocale

from notebook_app.gui.events.event_words import money_words
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money, Rates, converted


def sum_words(money: Money, locale: QLocale, rates: Rates | None = None) -> str:
    """Return sums, one for each currency; with rates also what they make together."""
    said = " + ".join(money_words(value, currency, locale) for currency, value in money.amounts)
    if rates is None or len(money.amounts) < 2:
        return said
    together = converted(money, rates)
    if together.amount is None:
        return said
    amount = money_words(together.amount, together.currency, locale)
    return _tr("{sums} (by your rates {amount})").format(sums=said, amount=amount)


def figure_titles() -> tuple[str, ...]:
    """Return the titles of the columns that ``figure_cells`` fills."""
    return (
        _tr("Won value"),
        _tr("Open value"),
        _tr("Success"),
        _tr("Days to success"),
        _tr("No value"),
    )


def figure_cells(figures: Figures, locale: QLocale) -> tuple[str, ...]:
    """Return what a table says of figures beside how many are won, lost and open."""
    without = locale.toString(figures.without_value) if figures.without_value else ""
    return (
        sum_words(figures.won_value, locale),
        sum_words(figures.open_value, locale),
        figures.success_words(),
        figures.days_words(),
        without,
    )


def bar_words(figures: Figures, locale: QLocale) -> str:
    """Return what stands beside a bar: how many were won of how many, and for how much."""
    number = locale.toString
    counted = _tr("{won} of {count} won").format(
        won=number(figures.won), count=number(figures.count)
    )
    value = sum_words(figures.won_value, locale)
    return f"{counted} · {value}" if value else counted
