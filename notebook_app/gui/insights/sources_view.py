"""Where the work comes from: by source, person, event, group or setting, and who brought whom."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.chart_data import ChartData, ChartItem, TreeData, TreeItem
from notebook_app.gui.charts.figures_card import FiguresCard
from notebook_app.gui.charts.tree_chart import TreeChart
from notebook_app.gui.events.event_words import money_words, number_words
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.figure_words import (
    bar_words,
    figure_cells,
    figure_titles,
    sum_words,
)
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.source_sentence import source_sentence
from notebook_app.gui.insights.sources_reading import SourcesReading, read_sources
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.insights.chains import ChainNode
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.sources import By, SourceRow, SourcesReport
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document

_MOST_BARS = 12


class SourcesView(InsightView):
    """One sentence, then the bars, what organised events and informal talk brought, and chains."""

    key = "sources"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        tr = self.tr
        self.sentence = PlainLabel("", TextRole.TITLE, wrap=True)
        self.beside = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.look_back_button = PlainButton("", lambda: desk.ask(Act.LOOK_BACK))
        self._by_words = {
            By.SOURCE: tr("By source"),
            By.PERSON: tr("By who brought them"),
            By.FIRST_PERSON: tr("By where the chain began"),
            By.EVENT: tr("By event"),
            By.SETTING: tr("By setting"),
            By.GROUP: tr("By the tag of who brought them"),
            By.CLIENT_GROUP: tr("By the client's tag"),
        }
        self.by: ChipChoice[By] = ChipChoice(tr("Put together by"), list(self._by_words.items()))
        self.by.chosen.connect(self.again)
        self.bars = ChartCard(BarChart())
        self.rule = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.formality = ChartCard(BarChart())
        self.chains = ChartCard(TreeChart())
        self.circles = PlainLabel("", TextRole.SMALL, Tone.AMBER, wrap=True)
        self.costs = FiguresCard()
        self.clients = ChartCard(BarChart())
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
        for card in (self.bars, self.formality, self.clients):
            card.opened.connect(self._open_figures)
        self.chains.opened.connect(self._open_figures)
        self.costs.opened.connect(self._open_figures)
        for widget in (
            self.sentence,
            self.beside,
            self.by,
            self.bars,
            self.rule,
            self.formality,
            self.chains,
            self.circles,
            self.costs,
            self.clients,
            self.look_back_button,
            self.nothing,
        ):
            self.column.addWidget(widget)
            widget.hide()

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("Where work came from")

    def read(self, period: Period) -> SourcesReading:
        """Read the reports."""
        return read_sources(self.desk.notebook, self.by.value(), period)

    def show_result(self, result: object) -> None:
        """Show the reports."""
        assert isinstance(result, SourcesReading)
        report = result.report
        there = report.total.count > 0
        self.sentence.setText(source_sentence(result, self.locale()))
        self.beside.setText(self._beside(report))
        self.beside.setVisible(bool(self.beside.text()))
        self.rule.setText(report.rule)
        self.nothing.setVisible(not there)
        for widget in (self.sentence, self.by, self.rule):
            widget.setVisible(there)
        self._show_bars(report)
        self._show_formality(result.formality)
        self._show_chains(result)
        self._show_costs(result)
        self._show_clients(result)

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
            event_costs_document(result.costs, today, words),
            clients_document(result.clients, today, words),
        )
        sections = (section for each in others for section in each.sections)
        return replace(first, sections=(*first.sections, *sections))

    def _beside(self, report: SourcesReport) -> str:
        number = self.locale().toString
        said = []
        before = report.total_before
        if before is not None and before.count:
            words = self.tr("The same length of time before: {won} of {count} won, {value}.")
            value = sum_words(before.won_value, self.locale()) or self.tr("no value")
            said.append(
                words.format(won=number(before.won), count=number(before.count), value=value)
            )
        if report.left_out:
            one = self.tr("1 opportunity of somebody in the trash is left out.")
            many = self.tr("{n} opportunities of people in the trash are left out.")
            said.append(one if report.left_out == 1 else many.format(n=number(report.left_out)))
        return " ".join(said)

    def _show_bars(self, report: SourcesReport) -> None:
        rows = report.rows[:_MOST_BARS]
        more = len(report.rows) - len(rows)
        title = self._by_words[report.by]
        if more:
            title = self.tr("{title}, the first {n} of {count}").format(
                title=title, n=len(rows), count=self.locale().toString(len(report.rows))
            )
        before = (self.tr("Won before"),) if report.total_before is not None else ()
        self.bars.show_data(
            ChartData(
                title,
                self.tr("Source"),
                (self.tr("Won"), self.tr("Lost"), self.tr("Open")),
                tuple(self._item(row) for row in rows),
                (*figure_titles(), *before),
                () if report.overlapping or more else self._total(report),
            )
        )

    def _item(self, row: SourceRow) -> ChartItem:
        before = () if row.before is None else (self.locale().toString(row.before.won),)
        return _figures_item(row.label, row.figures, self.locale(), before)

    def _total(self, report: SourcesReport) -> tuple[str, ...]:
        then = report.total_before
        before = () if then is None else (self.locale().toString(then.won),)
        item = _figures_item(self.tr("All"), report.total, self.locale(), before)
        return (item.label, *item.cells)

    def _show_formality(self, report: SourcesReport) -> None:
        rows = [row for row in report.rows if row.key is not None]
        items = [_figures_item(row.label, row.figures, self.locale()) for row in rows]
        self.formality.show_data(
            ChartData(
                self.tr("Organised events against informal talk"),
                self.tr("Where it grew from"),
                (self.tr("Won"), self.tr("Lost"), self.tr("Open")),
                tuple(items),
                figure_titles(),
            )
        )

    def _show_chains(self, result: SourcesReading) -> None:
        forest = result.chains
        self.chains.show_data(
            TreeData(
                self.tr("Who brought whom"),
                self.tr("Person"),
                (self.tr("Opportunities"), self.tr("Won value")),
                tuple(self._branch(tree) for tree in forest.trees),
            )
        )
        one = self.tr("One chain leads back to itself; it was cut there.")
        many = self.tr("{n} chains lead back to themselves; they were cut there.")
        count = len(forest.circles)
        self.circles.setText(one if count == 1 else many.format(n=count))
        self.circles.setVisible(count > 0)

    def _branch(self, node: ChainNode) -> TreeItem:
        figures = node.figures
        one, many = self.tr("1 opportunity"), self.tr("{n} opportunities")
        count = figures.count
        return TreeItem(
            node.name or self.tr("Somebody in the trash"),
            (
                one if count == 1 else many.format(n=self.locale().toString(count)),
                sum_words(figures.won_value, self.locale()),
            ),
            (node.name, figures),
            tuple(self._branch(child) for child in node.children),
        )

    def _show_costs(self, result: SourcesReading) -> None:
        locale, today = self.locale(), self.desk.clock.today()
        rows, keys = [], []
        for cost in result.costs.rows:
            fee = "" if cost.fee is None else money_words(cost.fee, cost.currency, locale)
            hours = "" if cost.hours is None else number_words(cost.hours, locale)
            grew, led_to = cost.grew, cost.led_to
            rows.append(
                (
                    f"{cost.name}, {short_day(cost.on, today, locale)}",
                    fee,
                    hours,
                    locale.toString(cost.met) if cost.met else "",
                    bar_words(grew, locale) if grew.count else "",
                    sum_words(led_to.won_value, locale),
                )
            )
            keys.append((cost.name, cost.led_to) if led_to.count else None)
        self.costs.show_figures(
            self.tr("What events cost, and what came of them"),
            (
                self.tr("Event"),
                self.tr("Fee"),
                self.tr("Hours"),
                self.tr("New people"),
                self.tr("Grew there"),
                self.tr("Won in the end"),
            ),
            rows,
            keys,
            self.tr(
                "“Grew there”: from the event itself or what was said there. “Won in the end” adds"
                " what came from those first met there; it may stand beside several events."
            ),
        )

    def _show_clients(self, result: SourcesReading) -> None:
        clients, number = result.clients, self.locale().toString
        items = [
            ChartItem(
                row.label,
                (len(row.client_ids),),
                (number(len(row.client_ids)), *figure_cells(row.work, self.locale())),
                number(len(row.client_ids)),
                (row.label, row.work, row.client_ids),
            )
            for row in clients.rows
        ]
        self.clients.show_data(
            ChartData(
                self.tr("How your clients came, all of them"),
                self.tr("Source"),
                (self.tr("Clients"),),
                tuple(items),
                figure_titles(),
            )
        )
        waiting = result.to_look_back_on
        one = self.tr("Look back: how did this client come?")
        many = self.tr("Look back: how did {n} clients come?")
        self.look_back_button.setText(one if waiting == 1 else many.format(n=number(waiting)))
        self.look_back_button.setVisible(waiting > 0 and self.desk.offers(Act.LOOK_BACK))

    def _open_figures(self, key: object) -> None:
        assert isinstance(key, tuple)
        title, figures, *people = key
        assert isinstance(figures, Figures)
        self.behind(str(title), figures, people[0] if people else figures.client_ids)

    def behind(self, title: str, figures: Figures, contact_ids: Sequence[int]) -> None:
        """Show the very opportunities and people that figures are made of."""
        BehindDialog(
            self.desk,
            self,
            title,
            opportunity_ids=figures.opportunity_ids,
            people=[(self.tr("People: {n}"), contact_ids)],
            rule=bar_words(figures, self.locale()) if figures.count else "",
        ).open()


def _figures_item(
    label: str, figures: Figures, locale: QLocale, more: tuple[str, ...] = ()
) -> ChartItem:
    counts = (figures.won, figures.lost, figures.open)
    return ChartItem(
        label,
        tuple(float(count) for count in counts),
        (*(locale.toString(count) for count in counts), *figure_cells(figures, locale), *more),
        bar_words(figures, locale),
        (label, figures) if figures.count else None,
    )
