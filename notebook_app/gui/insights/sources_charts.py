"""What the charts about sources show: opportunities by something, clients, and who brought whom."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QLocale

from notebook_app.foundation.record import record
from notebook_app.gui.charts.chart_data import ChartData, ChartItem, TreeData, TreeItem
from notebook_app.gui.insights.figure_words import (
    bar_words,
    event_label,
    figure_cells,
    figure_titles,
    sum_words,
)
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.gui.insights.sources_reading import MOST_LINES, SourcesReading
from notebook_app.model.insights.chains import ChainNode
from notebook_app.model.insights.clients import NoSource
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.money import Money, Rates, money_of
from notebook_app.model.insights.sources import By, SourceRow

MOST_BARS: Final = 12

_LONGEST: Final = 120
_MOST_BELOW: Final = 8
"""So many are drawn below each person of a tree; the others share a line."""


@record
class Behind:
    """What an item leads to: its title, the figures, and people if they are others than clients.

    ``people_words`` are what these people are, with ``{n}`` for how many.
    """

    title: str
    figures: Figures
    people_ids: tuple[int, ...] | None = None
    event_id: int | None = None
    people_words: str = ""


def by_words() -> dict[By, str]:
    """Return by what opportunities can be put together, as pills say it."""
    return {
        By.SOURCE: _tr("By source"),
        By.PERSON: _tr("By who brought them"),
        By.FIRST_PERSON: _tr("By where the chain began"),
        By.EVENT: _tr("By event"),
        By.SETTING: _tr("By setting"),
        By.GROUP: _tr("By the tag of who brought them"),
        By.CLIENT_GROUP: _tr("By the client's tag"),
    }


def source_chart(reading: SourcesReading, locale: QLocale) -> ChartData:
    """Return the bars by what was asked for; the table has more lines and the time before."""
    report, rates = reading.report, reading.rates
    then = report.total_before
    compared = then is not None and then.count > 0
    count = len(report.rows)
    title = by_words()[report.by]
    if count > MOST_BARS:
        title = _tr("{title}, the first {n} of {count}").format(
            title=title, n=MOST_BARS, count=locale.toString(count)
        )
    items = [
        figures_item(
            _label(report.by, row, locale),
            row.figures,
            locale,
            rates,
            _before(row.before if compared else None, locale, rates),
        )
        for row in report.rows[:MOST_LINES]
    ]
    label = _tr("All") if count <= MOST_LINES else _tr("All, also those not shown")
    before = _before(then if compared else None, locale, rates)
    total = figures_item(label, report.total, locale, rates, before)
    titles = (_tr("Before: all"), _tr("Before: won"), _tr("Before: won value"))
    return ChartData(
        title,
        _tr("Where from"),
        _states(),
        tuple(items),
        (*figure_titles(), *(titles if compared else ())),
        (total.label, *total.cells),
        Behind(_tr("All of them"), report.total),
        drawn=MOST_BARS,
    )


def formality_chart(reading: SourcesReading, locale: QLocale) -> ChartData:
    """Return organised events against informal talk; what is neither is left out."""
    rows = [row for row in reading.formality.rows if row.key is not None]
    return ChartData(
        _tr("Organised events against informal talk"),
        _tr("Where it grew from"),
        _states(),
        tuple(figures_item(row.label, row.figures, locale, reading.rates) for row in rows),
        figure_titles(),
    )


def clients_chart(reading: SourcesReading, locale: QLocale) -> ChartData:
    """Return how all clients came, and the work with them."""
    clients = reading.clients
    everybody = tuple(contact_id for row in clients.rows for contact_id in row.client_ids)
    if all(row.source is NoSource.NOT_ASKED for row in clients.rows):
        # While nobody looked back, the button below says it all.
        return ChartData("", "", (), ())
    items = [
        _clients_item(row.label, row.client_ids, row.work, locale, reading.rates)
        for row in clients.rows
    ]
    total = _clients_item(_tr("All"), everybody, clients.total, locale, reading.rates)
    return ChartData(
        _tr("How your clients came, all of them"),
        _tr("Source"),
        (_tr("Clients"),),
        tuple(items),
        figure_titles(),
        (total.label, *total.cells),
        total.key,
    )


def chains_chart(reading: SourcesReading, locale: QLocale) -> TreeData:
    """Return who brought whom, the most valuable chains first."""
    return TreeData(
        _tr("Who brought whom"),
        _tr("Person"),
        (_tr("Opportunities"), _tr("Won value")),
        tuple(_branch(tree, locale, reading.rates) for tree in reading.chains.trees),
    )


def figures_item(
    label: str,
    figures: Figures,
    locale: QLocale,
    rates: Rates | None = None,
    more: tuple[str, ...] = (),
) -> ChartItem:
    """Return a bar of won, lost and open, which leads to what is behind it."""
    counts = (figures.won, figures.lost, figures.open)
    label = " ".join(label[:_LONGEST].split())
    return ChartItem(
        label,
        tuple(float(count) for count in counts),
        (
            *(locale.toString(count) for count in counts),
            *figure_cells(figures, locale, rates),
            *more,
        ),
        bar_words(figures, locale, rates),
        Behind(label, figures) if figures.count else None,
    )


def _label(by: By, row: SourceRow, locale: QLocale) -> str:
    return event_label(row.label, locale) if by is By.EVENT and row.key else row.label


def _before(before: Figures | None, locale: QLocale, rates: Rates | None) -> tuple[str, ...]:
    if before is None:
        return ()
    number = locale.toString
    return (number(before.count), number(before.won), sum_words(before.won_value, locale, rates))


def _clients_item(
    label: str, client_ids: tuple[int, ...], work: Figures, locale: QLocale, rates: Rates | None
) -> ChartItem:
    count = locale.toString(len(client_ids))
    return ChartItem(
        label,
        (len(client_ids),),
        (count, *figure_cells(work, locale, rates)),
        count,
        Behind(label, work, client_ids),
    )


def _branch(node: ChainNode, locale: QLocale, rates: Rates | None) -> TreeItem:
    below = [_branch(child, locale, rates) for child in node.children[:_MOST_BELOW]]
    others = node.children[_MOST_BELOW:]
    if others:
        together = _together([child.figures for child in others])
        words = _tr("and {n} more").format(n=locale.toString(len(others)))
        below.append(TreeItem(words, _cells(together, locale, rates), Behind(words, together)))
    name = " ".join(node.name[:_LONGEST].split()) or _tr("Somebody in the trash")
    return TreeItem(
        name, _cells(node.figures, locale, rates), Behind(name, node.figures), tuple(below)
    )


def _cells(figures: Figures, locale: QLocale, rates: Rates | None) -> tuple[str, ...]:
    one, many = _tr("1 opportunity"), _tr("{n} opportunities")
    count = one if figures.count == 1 else many.format(n=locale.toString(figures.count))
    return (count, sum_words(figures.won_value, locale, rates))


def _together(some: Sequence[Figures]) -> Figures:
    """Return the figures of opportunities of which none stands in two of these."""

    def money(of: Iterable[Money]) -> Money:
        return money_of((amount, currency) for each in of for currency, amount in each.amounts)

    return Figures(
        opportunity_ids=tuple(each for figures in some for each in figures.opportunity_ids),
        client_ids=tuple(sorted({each for figures in some for each in figures.client_ids})),
        open=sum(figures.open for figures in some),
        won=sum(figures.won for figures in some),
        lost=sum(figures.lost for figures in some),
        won_value=money(figures.won_value for figures in some),
        open_value=money(figures.open_value for figures in some),
        lost_value=money(figures.lost_value for figures in some),
        without_value=sum(figures.without_value for figures in some),
    )


def _states() -> tuple[str, ...]:
    return (_tr("Won"), _tr("Lost"), _tr("Open"))
