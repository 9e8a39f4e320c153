"""The insights as tables for spreadsheets: one header, plain numbers, a column a currency."""

from collections.abc import Iterable, Sequence

from notebook_app.cli.json_document import Json
from notebook_app.model.insights.balance_report import BalanceReport
from notebook_app.model.insights.chains import ChainForest, ChainNode
from notebook_app.model.insights.clients import ClientSources
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.mix_report import MixPart, MixReport
from notebook_app.model.insights.money import plain
from notebook_app.model.insights.services_report import ClientServices, ServicesReport
from notebook_app.model.insights.sources import IN_THE_TRASH, SourcesReport

Rows = list[list[str]]
"""Lines of cells, the first of which is the header."""

_FIGURES = ("all", "open", "won", "lost", "success", "days to success", "without value")


class _Currencies:
    """The currencies in some figures, each of which has a column for won and one for open."""

    def __init__(self, of: Iterable[Figures]) -> None:
        found = {
            currency
            for figures in of
            for money in (figures.won_value, figures.open_value)
            for currency, _ in money.amounts
        }
        self._names = sorted(found)

    def header(self) -> list[str]:
        """Return the titles of the columns of figures."""
        won = [f"won {name}".strip() for name in self._names]
        return [*_FIGURES, *won, *(f"open {name}".strip() for name in self._names)]

    def cells(self, figures: Figures) -> list[str]:
        """Return the cells below them."""
        success = figures.success
        return [
            *(str(n) for n in (figures.count, figures.open, figures.won, figures.lost)),
            "" if success is None else f"{success:.4f}",
            figures.days_words(),
            str(figures.without_value),
            *(plain(figures.won_value.of(name)) for name in self._names),
            *(plain(figures.open_value.of(name)) for name in self._names),
        ]


def sources_table(report: SourcesReport) -> Rows:
    """Return opportunities by something, and those of the time before where asked for."""
    compared = report.total_before is not None
    columns = _Currencies([report.total, *([report.total_before] if report.total_before else [])])
    header = [report.by.value, *columns.header()]
    if compared:
        header += [f"before: {title}" for title in columns.header()]
    rows = [header]
    for row in report.rows:
        cells = [row.label, *columns.cells(row.figures)]
        rows.append(cells + (columns.cells(row.before) if row.before is not None else []))
    return rows


def clients_table(report: ClientSources) -> Rows:
    """Return clients by source."""
    columns = _Currencies([report.total])
    return [
        ["source", "clients", *columns.header()],
        *([row.label, str(len(row.client_ids)), *columns.cells(row.work)] for row in report.rows),
    ]


def chains_table(report: ChainForest) -> Rows:
    """Return everybody in the chains, with how deep they stand and who brought them."""
    columns = _Currencies([report.brought])
    rows = [["depth", "person", "brought by", *columns.header()]]

    def add(node: ChainNode, depth: int, above: str) -> None:
        name = node.name or IN_THE_TRASH
        rows.append([str(depth), name, above, *columns.cells(node.figures)])
        for child in node.children:
            add(child, depth + 1, name)

    for tree in report.trees:
        add(tree, 0, "")
    return rows


def events_table(report: EventCosts) -> Rows:
    """Return events with their cost; figures are of what they led to."""
    columns = _Currencies(row.led_to for row in report.rows)
    return [
        ["event", "day", "fee", "currency", "hours", "met", "grew from it", *columns.header()],
        *(
            [
                row.name,
                row.on.isoformat(),
                "" if row.fee is None else plain(row.fee),
                row.currency,
                "" if row.hours is None else plain(row.hours),
                str(row.met),
                str(row.grew.count),
                *columns.cells(row.led_to),
            ]
            for row in report.rows
        ),
    ]


def balance_table(report: BalanceReport) -> Rows:
    """Return weeks, months or quarters."""
    return [
        ["from", "to", "new", "strengthened", "reached out", "was reached", "not said"],
        *(
            [
                row.stretch.first.isoformat(),
                row.stretch.last.isoformat(),
                str(row.activity.new),
                str(row.activity.strengthened),
                str(row.activity.reached_out),
                str(row.activity.was_reached),
                str(row.activity.not_said),
            ]
            for row in report.rows
        ),
    ]


def mix_table(report: MixReport) -> Rows:
    """Return the acts of each week."""
    return [
        ["from", "to", *(part.value for part in MixPart)],
        *(
            [
                week.stretch.first.isoformat(),
                week.stretch.last.isoformat(),
                *(str(acts) for acts in week.acts),
            ]
            for week in report.weekly
        ),
    ]


def services_table(report: ServicesReport, clients: Sequence[ClientServices]) -> Rows:
    """Return the matrix of clients by service."""
    return [
        ["client", "organisation", *(service.name for service in report.services)],
        *([row.name, row.organization, *(heard.value for heard in row.knows)] for row in clients),
    ]


def overview_table(rows: Sequence[Json]) -> Rows:
    """Return the sums of all reports."""
    return [
        ["report", "figure", "value"],
        *([str(row["report"]), str(row["figure"]), _cell(row["value"])] for row in rows),
    ]


def year_table(rows: Sequence[Json]) -> Rows:
    """Return the lines of all lists of a year, under the same titles as in its JSON."""
    titles = list(dict.fromkeys(title for row in rows for title in row))
    return [titles, *([_cell(row.get(title)) for title in titles] for row in rows)]


def _cell(value: object) -> str:
    if isinstance(value, dict):
        if "name" in value:
            return str(value["name"])
        return ", ".join(f"{currency} {amount}".strip() for currency, amount in value.items())
    return "" if value is None else str(value)
