"""The words that several reports share: their time, sums by the user's rates, what is left out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from notebook_app.model.entry_words import amount_words
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money, Rates, converted, plain
from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Bars
from notebook_app.reports.shortening import one_line

NAME_LENGTH: Final = 60
MOST_BARS: Final = 12
MOST_ROWS: Final = 200
"""The most that goes on paper; a table file has them all."""

FIGURE_COLUMNS: Final = (
    "All",
    "Open",
    "Won",
    "Lost",
    "Success",
    "Days",
    "Won value",
    "Open value",
)
FIGURE_NUMBERS: Final = tuple(range(1, 1 + len(FIGURE_COLUMNS)))
PARTS: Final = ("won", "open", "lost")


def period_words(period: Period, words: DateWords) -> str:
    """Return ``Monday 1 June 2026 to …``, with an open end where there is one."""
    first, last = period.first, period.last
    if first is None and last is None:
        return "All time"
    if first is None:
        return f"Until {words.full_day(last or date.max)}"
    if last is None:
        return f"Since {words.full_day(first)}"
    return f"{words.full_day(first)} to {words.full_day(last)}"


def name(text: str, otherwise: str = "Without a name") -> str:
    """Return a name as it fits into a table."""
    return one_line(text, NAME_LENGTH) or otherwise


def event_words(label: str, today: date, words: DateWords) -> str:
    """Return an event as reports label it, ``Name, 2026-11-19``, with its day as one says it."""
    called, _, day = label.rpartition(", ")
    try:
        said = words.short_day(date.fromisoformat(day), today)
    except ValueError:
        return name(label, "An event")
    return f"{name(called, 'An event')}, {said}"


def figure_cells(figures: Figures) -> tuple[str, ...]:
    """Return the cells under ``FIGURE_COLUMNS``."""
    return (
        str(figures.count),
        str(figures.open),
        str(figures.won),
        str(figures.lost),
        figures.success_words(),
        figures.days_words(),
        figures.won_value.words(),
        figures.open_value.words(),
    )


def figure_bar(label: str, figures: Figures) -> tuple[str, tuple[float, ...], str]:
    """Return a bar of what was won, is open and was lost."""
    parts = (float(figures.won), float(figures.open), float(figures.lost))
    return name(label), parts, str(figures.count)


def bars_of(
    bars: Sequence[tuple[str, tuple[float, ...], str]], parts: tuple[str, ...]
) -> Bars | None:
    """Return bars to compare; None for a single one, which a sentence tells better."""
    return Bars(tuple(bars[:MOST_BARS]), parts) if len(bars) > 1 else None


def value_words(money: Money, rates: Rates | None) -> str:
    """Return what something is worth in each currency, and in one by the user's own rates."""
    told = money.words() or "nothing"
    if rates is None or len(money.amounts) < 2:
        return told
    one = converted(money, rates)
    if one.amount is None:
        return f"{told} (no rate for {', '.join(each or '?' for each in one.missing)})"
    return f"{told}; {amount_words(plain(one.amount), one.currency)} by your rates"


def work_words(figures: Figures, rates: Rates | None) -> str:
    """Return sentences about work: how much of it, and what it is worth."""
    if not figures.count:
        return "No opportunities in this time."
    told = [
        f"{counted(figures.count, 'opportunity')}: {figures.won} won, {figures.lost} lost,"
        f" {figures.open} open."
    ]
    if figures.won:
        told.append(f"Won: {value_words(figures.won_value, rates)}.")
    if figures.open:
        told.append(f"Open: {value_words(figures.open_value, rates)}.")
    if figures.without_value:
        without = figures.without_value
        have = "has no value, and is" if without == 1 else "have no value, and are"
        told.append(f"{without} of them {have} in no sum.")
    return " ".join(told)


def left_out_words(left_out: int) -> Iterator[str]:
    """Yield how many opportunities are left out, if any are."""
    if left_out == 1:
        yield "1 opportunity of somebody in the trash is left out."
    elif left_out:
        yield f"{left_out} opportunities of people in the trash are left out."


def counted(number: int, thing: str) -> str:
    """Return ``1 opportunity``, ``3 opportunities``, ``2 people``, ``4 days``."""
    if number == 1:
        return f"1 {thing}"
    if thing == "person":
        return f"{number} people"
    ies = thing.endswith("y") and thing[-2:-1] not in "aeiou"
    many = f"{thing[:-1]}ies" if ies else f"{thing}s"
    return f"{number} {many}"
