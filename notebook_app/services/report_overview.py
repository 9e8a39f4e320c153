"""Gather all reports of a time, and put them on two pages."""

from dataclasses import replace
from datetime import date
from typing import Final

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.record import record
from notebook_app.model.insights.balance_report import BalanceReport
from notebook_app.model.insights.chains import ChainForest
from notebook_app.model.insights.event_costs import EventCosts
from notebook_app.model.insights.mix_report import MixReport
from notebook_app.model.insights.money import Rates
from notebook_app.model.insights.services_report import ServicesReport
from notebook_app.model.insights.sources import By, SourcesReport
from notebook_app.model.past_periods import Period
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document
from notebook_app.reports.insights.balance import balance_document
from notebook_app.reports.insights.mix import mix_document
from notebook_app.reports.insights.overview import overview_document
from notebook_app.reports.insights.services import services_document
from notebook_app.reports.insights.sources import (
    chains_document,
    event_costs_document,
    sources_document,
)
from notebook_app.services.insight_settings import own_rates
from notebook_app.services.report_balance import report_balance
from notebook_app.services.report_mix import report_mix
from notebook_app.services.report_services import report_services
from notebook_app.services.report_sources import (
    report_chains,
    report_event_costs,
    report_sources,
)
from notebook_app.storage.notebook import Notebook

_REPORTS: Final = 6


@record
class Overview:
    """One report of each kind, all of the same time."""

    period: Period
    sources: SourcesReport
    chains: ChainForest
    costs: EventCosts
    balance: BalanceReport
    mix: MixReport
    services: ServicesReport
    rates: Rates | None


def report_overview(
    notebook: Notebook, period: Period | None = None, progress: Progress | None = None
) -> Overview:
    """Return all reports of a period; services are as they stand today.

    Raises:
        Cancelled: nobody waits for it any more.
    """
    period, progress = period or Period(), progress or no_progress()
    sources = report_sources(notebook, By.SOURCE, period)
    progress.report(1, _REPORTS)
    chains = report_chains(notebook, period)
    progress.report(2, _REPORTS)
    costs = report_event_costs(notebook, period)
    progress.report(3, _REPORTS)
    balance = report_balance(notebook, period)
    progress.report(4, _REPORTS)
    mix = report_mix(notebook, period)
    progress.report(5, _REPORTS)
    services = report_services(notebook)
    return Overview(period, sources, chains, costs, balance, mix, services, own_rates(notebook))


def document_of(overview: Overview, today: date, words: DateWords) -> Document:
    """Return all of it as it goes on paper: the main sentences, a few bars, heads of tables."""
    rates = overview.rates
    services = services_document(overview.services, (), today, words)
    # Its table says the same in less room.
    told = tuple(replace(section, bars=None) for section in services.sections)
    documents = (
        (sources_document(overview.sources, today, words, rates), False),
        (chains_document(overview.chains, today, words, rates), False),
        (event_costs_document(overview.costs, today, words, rates), False),
        (balance_document(overview.balance, today, words), True),
        (mix_document(overview.mix, today, words), False),
        (replace(services, sections=told), False),
    )
    return overview_document(overview.period, documents, today, words)
