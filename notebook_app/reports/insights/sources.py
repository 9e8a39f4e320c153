"""Where work comes from, as a document: by one thing, clients, events, who brought whom."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from notebook_app.model.entry_words import amount_words
from notebook_app.model.insights.chains import ChainForest, ChainNode
from notebook_app.model.insights.clients import ClientSources
from notebook_app.model.insights.event_costs import EventCost, EventCosts
from notebook_app.model.insights.money import Rates, plain
from notebook_app.model.insights.sources import IN_THE_TRASH, By, SourceRow, SourcesReport
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document, Section, Table
from notebook_app.reports.insights.report_words import (
    FIGURE_COLUMNS,
    FIGURE_NUMBERS,
    MOST_BARS,
    MOST_ROWS,
    PARTS,
    bars_of,
    counted,
    event_words,
    figure_bar,
    figure_cells,
    left_out_words,
    name,
    period_words,
    work_words,
)

_HEADINGS: Final = {
    By.SOURCE: "Source",
    By.PERSON: "Brought by",
    By.FIRST_PERSON: "Begun by",
    By.EVENT: "Event",
    By.GROUP: "Group of who brought it",
    By.CLIENT_GROUP: "Group of the client",
    By.SETTING: "Setting",
    By.FORMALITY: "Organised or informal",
}
_DEEPEST: Final = 6
_CIRCLES: Final = 5


def sources_document(
    report: SourcesReport, today: date, words: DateWords, rates: Rates | None = None
) -> Document:
    """Return where work comes from, by one thing."""
    columns: tuple[str, ...] = (_HEADINGS[report.by], *FIGURE_COLUMNS)
    compared = report.total_before if report.total_before and report.total_before.count else None
    if compared is not None:
        columns = (*columns, "All before", "Won before", "Won value before")
    rows = []
    for row in report.rows[:MOST_ROWS]:
        cells: tuple[str, ...] = (_label(report.by, row, today, words), *figure_cells(row.figures))
        if compared is not None and row.before is not None:
            before = row.before
            cells += (str(before.count), str(before.won), before.won_value.words())
        rows.append(cells)
    total: tuple[str, ...] = ("All together", *figure_cells(report.total))
    if compared is not None:
        total += (str(compared.count), str(compared.won), compared.won_value.words())
    paragraphs = [work_words(report.total, rates), *left_out_words(report.left_out)]
    if report.period_before is not None:
        nothing = "" if compared else " Nothing began then."
        paragraphs.append(f"Before: {period_words(report.period_before, words)}.{nothing}")
    more = len(report.rows) - MOST_ROWS
    if more > 0:
        paragraphs.append(f"{counted(more, 'row')} more in the total, not shown here.")
    section = Section(
        _HEADINGS[report.by],
        (),
        paragraphs=(*paragraphs, report.rule),
        bars=bars_of(
            [
                figure_bar(_label(report.by, row, today, words), row.figures)
                for row in report.rows[:MOST_BARS]
            ],
            PARTS,
        ),
        table=Table(columns, tuple(rows), tuple(range(1, len(columns))), total) if rows else None,
    )
    return Document(
        "Where work comes from",
        period_words(report.period, words),
        (section,),
        foot=f"Printed {words.full_day(today)}",
    )


def _label(by: By, row: SourceRow, today: date, words: DateWords) -> str:
    if by is By.EVENT and row.key is not None:
        return event_words(row.label, today, words)
    return name(row.label)


def clients_document(
    report: ClientSources, today: date, words: DateWords, rates: Rates | None = None
) -> Document:
    """Return how clients came, and all the work with them."""
    paragraphs = [
        f"{counted(report.clients, 'client')}. The work beside them is all that was ever done or"
        " tried with these clients; it is no part of the report on sources."
    ]
    if report.undated:
        paragraphs.append(f"Of {counted(report.undated, 'client')} it is not known when they came.")
    section = Section(
        "How clients came",
        (),
        paragraphs=(*paragraphs, work_words(report.total, rates)),
        bars=bars_of(
            [
                (row.label, (float(len(row.client_ids)),), str(len(row.client_ids)))
                for row in report.rows
            ],
            (),
        ),
        table=Table(
            ("Source", "Clients", *FIGURE_COLUMNS),
            tuple(
                (row.label, str(len(row.client_ids)), *figure_cells(row.work))
                for row in report.rows
            ),
            (1, *(number + 1 for number in FIGURE_NUMBERS)),
            ("All together", str(report.clients), *figure_cells(report.total)),
        )
        if report.rows
        else None,
    )
    return Document(
        "How clients came",
        period_words(report.period, words),
        (section,),
        foot=f"Printed {words.full_day(today)}",
    )


def event_costs_document(
    report: EventCosts, today: date, words: DateWords, rates: Rates | None = None
) -> Document:
    """Return what events cost, against what came of them."""
    paragraphs = [
        f"{counted(len(report.rows), 'event')}. Fees: {report.fees.words() or 'none'}."
        f" Hours: {plain(report.hours)}"
        + (f", not known of {report.without_hours}." if report.without_hours else "."),
        "“Grew” is work that grew from the event itself, or from what was said there; each"
        " opportunity is counted once. “Led to” adds the work with those first met there and"
        " through them; it may stand beside several events.",
        work_words(report.grew, rates),
    ]
    if not report.rows:
        paragraphs = ["No events in this time."]
    section = Section(
        "Events",
        (),
        paragraphs=tuple(paragraphs),
        table=Table(
            ("Event", "Day", "Fee", "Hours", "Met", "Grew", "Won", "Led to", "Won", "Won value"),
            tuple(_event_cells(row, today, words) for row in report.rows[:MOST_ROWS]),
            tuple(range(2, 10)),
        )
        if report.rows
        else None,
    )
    return Document(
        "What came of events",
        period_words(report.period, words),
        (section,),
        foot=f"Printed {words.full_day(today)}",
    )


def _event_cells(row: EventCost, today: date, words: DateWords) -> tuple[str, ...]:
    return (
        name(row.name),
        words.short_day(row.on, today),
        "" if row.fee is None else amount_words(plain(row.fee), row.currency),
        "" if row.hours is None else plain(row.hours),
        str(row.met),
        str(row.grew.count),
        str(row.grew.won),
        str(row.led_to.count),
        str(row.led_to.won),
        row.led_to.won_value.words(),
    )


def chains_document(
    report: ChainForest, today: date, words: DateWords, rates: Rates | None = None
) -> Document:
    """Return who brought whom, each below the one who brought them."""
    paragraphs = [
        "Each stands below the one who brought them; the figures are of all work below, those who"
        " won most first. Each opportunity stands in one chain."
    ]
    if report.roots > len(report.trees):
        shown, roots = len(report.trees), report.roots
        paragraphs.append(f"The first {shown} of {counted(roots, 'chain')} are shown.")
    if report.circles:
        paragraphs.append(
            "Somebody is said to have brought somebody through whom they came"
            f" ({counted(len(report.circles), 'time')}); such chains are cut there."
        )
    lines = [line for tree in report.trees for line in _lines(tree, 0)]
    section = Section(
        "Who brought whom",
        (),
        paragraphs=(
            *paragraphs,
            work_words(report.brought, rates),
            *left_out_words(report.left_out),
        ),
        table=Table(
            ("Person", *FIGURE_COLUMNS),
            tuple(lines[:MOST_ROWS]),
            FIGURE_NUMBERS,
            ("All together", *figure_cells(report.brought)),
        )
        if lines
        else None,
    )
    return Document(
        "Who brought whom",
        period_words(report.period, words),
        (section,),
        foot=f"Printed {words.full_day(today)}",
    )


def _lines(node: ChainNode, depth: int) -> Iterator[tuple[str, ...]]:
    shift = "\u2003" * min(depth, _DEEPEST) + ("→ " if depth else "")
    yield (shift + name(node.name, IN_THE_TRASH), *figure_cells(node.figures))
    for child in node.children:
        yield from _lines(child, depth + 1)
