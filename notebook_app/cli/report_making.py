"""Makes each report once: as JSON, as a table for spreadsheets, and as a document for people."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from notebook_app.cli import report_answers as answers
from notebook_app.cli import report_tables as tables
from notebook_app.cli.json_document import Json
from notebook_app.cli.report_tables import Rows
from notebook_app.cli.word_choices import choice_from
from notebook_app.model.insights.periods import Step
from notebook_app.model.insights.sources import By
from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document
from notebook_app.reports.insights.balance import balance_document
from notebook_app.reports.insights.mix import mix_document
from notebook_app.reports.insights.services import services_document
from notebook_app.reports.insights.sources import (
    chains_document,
    clients_document,
    event_costs_document,
    sources_document,
)
from notebook_app.reports.insights.year import year_document
from notebook_app.services.insight_settings import own_rates
from notebook_app.services.report_balance import report_balance
from notebook_app.services.report_mix import report_mix
from notebook_app.services.report_overview import document_of, report_overview
from notebook_app.services.report_services import report_services
from notebook_app.services.report_sources import (
    report_chains,
    report_clients,
    report_event_costs,
    report_sources,
)
from notebook_app.services.report_year import report_year
from notebook_app.storage.notebook import Notebook

_MOST_CLIENTS = 2_000
"""The most rows of the matrix that go into a document; a table has them all."""


@dataclass(frozen=True)
class MadeReport:
    """A report: its time, its rows and total as JSON, its table with a header, its document."""

    period: Period
    rows: list[Json]
    total: object
    more: Json
    table: Rows
    document: Callable[[DateWords], Document]

    def json(self) -> Json:
        """Return the one document that ``--json`` answers."""
        return {
            "from": _iso(self.period.first),
            "to": _iso(self.period.last),
            "rows": self.rows,
            "total": self.total,
            **self.more,
        }


def sources(notebook: Notebook, period: Period, options: Namespace) -> MadeReport:
    """Make the report on where work comes from."""
    by = choice_from(options.by, By, "grouping") if options.by else By.SOURCE
    report = report_sources(notebook, by, period, against_before=options.against_before)
    rates, today = own_rates(notebook), notebook.clock.today()
    return MadeReport(
        period,
        [answers.source_row(by, row) for row in report.rows],
        answers.figures(report.total),
        {
            "by": by.value,
            "left_out": report.left_out,
            "overlapping": report.overlapping,
            "rule": report.rule,
            "by_your_rates": answers.by_rates(report.total.won_value, rates),
            **answers.before(report),
        },
        tables.sources_table(report),
        lambda words: sources_document(report, today, words, rates),
    )


def clients(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on how clients came."""
    report = report_clients(notebook, period)
    rates, today = own_rates(notebook), notebook.clock.today()
    return MadeReport(
        period,
        [answers.client_row(row) for row in report.rows],
        {"clients": report.clients, **answers.figures(report.total)},
        {"undated": report.undated},
        tables.clients_table(report),
        lambda words: clients_document(report, today, words, rates),
    )


def chains(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on who brought whom."""
    report = report_chains(notebook, period)
    rates, today = own_rates(notebook), notebook.clock.today()
    return MadeReport(
        period,
        [answers.chain_node(tree) for tree in report.trees],
        answers.figures(report.brought),
        {
            "chains": report.roots,
            "circles": [list(pair) for pair in report.circles],
            "left_out": report.left_out,
        },
        tables.chains_table(report),
        lambda words: chains_document(report, today, words, rates),
    )


def events(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on what events cost and what came of them."""
    report = report_event_costs(notebook, period)
    rates, today = own_rates(notebook), notebook.clock.today()
    return MadeReport(
        period,
        [answers.event_row(row) for row in report.rows],
        answers.event_total(report),
        {},
        tables.events_table(report),
        lambda words: event_costs_document(report, today, words, rates),
    )


def balance(notebook: Notebook, period: Period, options: Namespace) -> MadeReport:
    """Make the report on the balance."""
    report = report_balance(notebook, period, Step(options.step or Step.MONTH.value))
    today = notebook.clock.today()
    return MadeReport(
        report.period,
        [answers.balance_row(row) for row in report.rows],
        answers.activity(report.total),
        answers.balance_more(report),
        tables.balance_table(report),
        lambda words: balance_document(report, today, words),
    )


def mix(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the report on the mix."""
    report = report_mix(notebook, period)
    today = notebook.clock.today()
    return MadeReport(
        report.period,
        [answers.mix_row(row, report.weeks) for row in report.rows],
        report.acts,
        {"weekly": answers.mix_weeks(report)},
        tables.mix_table(report),
        lambda words: mix_document(report, today, words),
    )


def services(notebook: Notebook, _period: Period, _options: Namespace) -> MadeReport:
    """Make the report on services, as they stand today."""
    report = report_services(notebook)
    ids = notebook.insights.client_ids()
    matrix = notebook.insights.matrix(report, ids)
    today = notebook.clock.today()
    return MadeReport(
        Period(None, today),
        [answers.service_row(each) for each in report.services],
        report.clients,
        {"clients": [answers.client_services(report, row) for row in matrix]},
        tables.services_table(report, matrix),
        lambda words: services_document(report, matrix[:_MOST_CLIENTS], today, words),
    )


def year(notebook: Notebook, _period: Period, options: Namespace) -> MadeReport:
    """Make the look back at a year."""
    report = report_year(notebook, options.year)
    rates, today = own_rates(notebook), notebook.clock.today()
    rows = answers.year_rows(report)
    return MadeReport(
        Period(date(report.year, 1, 1), date(report.year, 12, 31)),
        rows,
        answers.year_total(report),
        {},
        tables.year_table(rows),
        lambda words: year_document(report, today, words, rates),
    )


def insights(notebook: Notebook, period: Period, _options: Namespace) -> MadeReport:
    """Make the overview of all reports: a line for each of their sums."""
    overview = report_overview(notebook, period)
    today = notebook.clock.today()
    rows = answers.overview_rows(overview)
    return MadeReport(
        period,
        rows,
        answers.figures(overview.sources.total),
        {"sentence": overview.balance.verdict.value},
        tables.overview_table(rows),
        lambda words: document_of(overview, today, words),
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
