"""Where the work comes from: by source, person, event, group or setting, and who brought whom."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.tree_chart import TreeChart
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup, often_group, work_group
from notebook_app.gui.insights.event_costs_card import BehindEvents, EventCostsCard
from notebook_app.gui.insights.figure_words import bar_words
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.people_links import PeopleLinks
from notebook_app.gui.insights.rates_line import RatesLine
from notebook_app.gui.insights.source_sentence import beside_words, source_sentence
from notebook_app.gui.insights.sources_charts import (
    Behind,
    by_words,
    chains_chart,
    clients_chart,
    formality_chart,
    source_chart,
)
from notebook_app.gui.insights.sources_reading import SourcesReading, read_sources
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.insights.sources import By
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import ContactChoice
from notebook_app.reports.document import Document

_TURN_TO: Final = 4


class SourcesView(InsightView):
    """One sentence, then the bars, what organised events and informal talk brought, and chains."""

    key = "sources"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        tr = self.tr
        self._reading: SourcesReading | None = None
        self.sentence = PlainLabel("", TextRole.TITLE, wrap=True)
        self.beside = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.people = PeopleLinks(desk)
        self.rates = RatesLine(desk)
        self.by: ChipChoice[By] = ChipChoice(tr("Put together by"), list(by_words().items()))
        self.by.chosen.connect(self.again)
        self.bars = ChartCard(BarChart())
        self.rule = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.formality = ChartCard(BarChart())
        self.chains = ChartCard(TreeChart())
        self.circles = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self.costs = EventCostsCard(desk)
        self.clients = ChartCard(BarChart())
        self.look_back_button = PlainButton("", lambda: desk.ask(Act.LOOK_BACK))
        self.nothing = EmptyState(
            tr("Nothing to count yet"),
            tr(
                "Once opportunities are written down, this page tells which people, events and"
                " talks your work came from. Choose a longer time, or put down what you have won."
            ),
            [(tr("Add an opportunity"), lambda: desk.ask(Act.ADD_OPPORTUNITY))]
            if desk.offers(Act.ADD_OPPORTUNITY)
            else [],
        )
        for card in (self.bars, self.formality, self.chains, self.costs, self.clients):
            card.opened.connect(self._open)
        for widget in (
            self.sentence,
            self.beside,
            self.people,
            self.rates,
            self.nothing,
            self.by,
            self.bars,
            self.rule,
            self.formality,
            self.chains,
            self.circles,
            self.costs,
            self.clients,
            self.look_back_button,
        ):
            self.column.addWidget(widget)
            widget.hide()
        self.column.setAlignment(self.look_back_button, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("Where work came from")

    def read(self, period: Period, progress: Progress) -> SourcesReading:
        """Read the reports."""
        return read_sources(self.desk.notebook, self.by.value(), period, progress)

    def pieces(self, result: object) -> Iterator[None]:
        """Show the reports, one after the other."""
        assert isinstance(result, SourcesReading)
        self._reading = result
        report, locale = result.report, self.locale()
        there = report.total.count > 0
        self.sentence.setText(source_sentence(result, locale))
        self.beside.setText(beside_words(result, locale))
        self.beside.setVisible(bool(self.beside.text()))
        self.rule.setText(report.rule)
        self.nothing.setVisible(not there)
        for widget in (self.sentence, self.by, self.rule):
            widget.setVisible(there)
        brought = [
            ContactChoice(tree.contact_id, tree.name, "")
            for tree in result.chains.trees[:_TURN_TO]
            if tree.name and tree.figures.won
        ]
        self.people.show_people(self.tr("Most came through:"), brought)
        self.rates.show_rates(result.currencies, result.rates)
        self.bars.show_data(source_chart(result, locale))
        yield
        self.formality.show_data(formality_chart(result, locale))
        self.chains.show_data(chains_chart(result, locale))
        one = self.tr("One chain leads back to itself; it was cut there.")
        many = self.tr("{n} chains lead back to themselves; they were cut there.")
        circles = len(result.chains.circles)
        self.circles.setText(one if circles == 1 else many.format(n=locale.toString(circles)))
        self.circles.setVisible(circles > 0)
        yield
        self.costs.show_costs(result.costs, result.rates)
        yield
        self.clients.show_data(clients_chart(result, locale))
        waiting = result.to_look_back_on
        one = self.tr("Look back: how did this client come?")
        many = self.tr("Look back: how did {n} clients come?")
        words = one if waiting == 1 else many.format(n=locale.toString(waiting))
        self.look_back_button.setText(words)
        self.look_back_button.setVisible(waiting > 0 and self.desk.offers(Act.LOOK_BACK))
        yield

    def document(self, result: object) -> Document:
        """Return all of the view's reports as they go on paper."""
        from notebook_app.reports.insights.sources import (
            chains_document,
            clients_document,
            event_costs_document,
            sources_document,
        )

        assert isinstance(result, SourcesReading)
        today, words = self.desk.clock.today(), LocaleDateWords(self.locale())
        first = sources_document(result.report, today, words, result.rates)
        others = (
            sources_document(result.formality, today, words, result.rates),
            chains_document(result.chains, today, words, result.rates),
            event_costs_document(result.costs, today, words, result.rates),
            clients_document(result.clients, today, words, result.rates),
        )
        sections = [section for document in others for section in document.sections]
        return replace(first, sections=(*first.sections, *sections))

    def _open(self, behind: object) -> None:
        """Show the very opportunities and people that figures are made of."""
        if isinstance(behind, BehindEvents):
            self._open_events(behind)
            return
        assert isinstance(behind, Behind)
        figures = behind.figures
        people = figures.client_ids if behind.people_ids is None else behind.people_ids
        rates = None if self._reading is None else self._reading.rates
        BehindDialog(
            self.desk,
            self,
            behind.title,
            groups=(
                work_group(figures.opportunity_ids),
                BehindGroup(self.tr("People: {n}"), people=people),
            ),
            rule=bar_words(figures, self.locale(), rates) if figures.count else "",
        ).open()

    def _open_events(self, behind: BehindEvents) -> None:
        """Show what grew from events, what they led to, and who was new there."""
        if not behind.anything:
            self.desk.ask(Act.SHOW_EVENT, behind.event_id)
            return

        notebook, locale = self.desk.notebook, self.locale()

        def read() -> list[BehindGroup]:
            met = notebook.insights.met_at(behind.event_ids)
            if behind.event_id is None:
                # Somebody may have been new at two of them.
                words = self.tr("New people: {times}")
                return [grew, often_group(words, met, locale)]
            words = self.tr("New people: {n}")
            return [grew, led_to, BehindGroup(words, people=[who for who, _ in met])]

        grew = BehindGroup(self.tr("Grew there: {n}"), work=behind.grew.opportunity_ids)
        led_to = BehindGroup(self.tr("Came of it: {n}"), work=behind.led_to.opportunity_ids)
        BehindDialog(
            self.desk, self, behind.title, read_groups=read, event_id=behind.event_id
        ).open()
