"""The balance: new people and those one knows, reaching out and being reached, over the weeks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.chart_data import ChartData, ChartItem
from notebook_app.gui.charts.figures_card import FiguresCard
from notebook_app.gui.charts.line_chart import LineChart
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.balance_words import (
    long_words,
    measure_words,
    short_words,
    step_words,
    target_titles,
    trend_words,
    verdict_words,
)
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.people_links import PeopleLinks
from notebook_app.gui.insights.spoken_groups import begun_groups, people_groups
from notebook_app.gui.insights.targets_form import TargetsForm
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton, without_key
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.insights.balance_report import Activity, BalanceReport, Measure, Verdict
from notebook_app.model.insights.periods import Step, Stretch
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document
from notebook_app.services.report_balance import report_balance

_MET = (Measure.NEW, Measure.STRENGTHENED)
_BEGAN = (Measure.REACHED_OUT, Measure.WAS_REACHED)


class BalanceView(InsightView):
    """One sentence with somebody to turn to, two lines over time, and the user's own targets."""

    key = "balance"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        tr = self.tr
        self._report: BalanceReport | None = None
        self.sentence = PlainLabel("", TextRole.TITLE, wrap=True)
        self.people = PeopleLinks(desk)
        self.event_button = LinkButton("", self._open_event)
        self.step: ChipChoice[Step] = ChipChoice(
            tr("By which times"),
            [
                (Step.MONTH, tr("By month")),
                (Step.WEEK, tr("By week")),
                (Step.QUARTER, tr("By quarter")),
            ],
        )
        self.step.chosen.connect(self.again)
        self.met = ChartCard(LineChart())
        self.began = ChartCard(LineChart())
        self.met.opened.connect(self._open_met)
        self.began.opened.connect(self._open_began)
        self.figures = FiguresCard()
        self.figures.opened.connect(self._open_measure)
        self.targets_button = PlainButton(tr("My targets…"), self.ask_for_targets)
        self.rule = PlainLabel(
            tr(
                "The first conversation with somebody counts as a new person, each later one as"
                " strengthening; one with three people is three. Reaching out counts"
                " conversations by who began them."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self.left_out = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        for widget in (
            self.sentence,
            self.people,
            self.event_button,
            self.step,
            self.met,
            self.began,
            self.figures,
            self.targets_button,
            self.rule,
            self.left_out,
        ):
            self.column.addWidget(widget)
        for button in (self.event_button, self.targets_button):
            self.column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("Balance")

    def read(self, period: Period, _progress: Progress) -> BalanceReport:
        """Read the report."""
        return report_balance(self.desk.notebook, period, self.step.value())

    def show_result(self, result: object) -> None:
        """Show the report."""
        assert isinstance(result, BalanceReport)
        self._report = result
        self.sentence.setText(verdict_words(result.verdict))
        self.people.show_people(self.tr("Turn to:"), result.people)
        event = result.event
        words = self.tr("Put an event into the calendar, to meet somebody new")
        if event is not None:
            words = self.tr("Meet somebody new at {event}").format(event=event[1][:80])
        self.event_button.setText(without_key(words))
        self.event_button.setAccessibleName(words)
        lonely = not result.people and result.verdict is not Verdict.EVEN
        self.event_button.setVisible(
            event is not None or (lonely and self.desk.offers(Act.ADD_EVENT))
        )
        self.met.show_data(self._chart(self.tr("New and known"), _MET))
        self.began.show_data(self._chart(self.tr("Who reached out"), _BEGAN))
        self._show_figures(result)
        one = self.tr("1 conversation with nobody but people in the trash is left out.")
        many = self.tr("{n} conversations with nobody but people in the trash are left out.")
        count = result.left_out
        words = one if count == 1 else many.format(n=self.locale().toString(count))
        self.left_out.setText(words)
        self.left_out.setVisible(count > 0)

    def document(self, result: object) -> Document:
        """Return the report as it goes on paper."""
        from notebook_app.reports.insights.balance import balance_document

        assert isinstance(result, BalanceReport)
        return balance_document(result, self.desk.clock.today(), LocaleDateWords(self.locale()))

    def ask_for_targets(self) -> None:
        """Ask for the targets of each week, month or quarter."""
        step = self.step.value()
        # While another step is still being read, nothing is known of it.
        known = self._report if self._report is not None and self._report.step is step else None
        TargetsForm(self.desk, self, step, known).open()

    def _chart(self, title: str, measures: tuple[Measure, ...]) -> ChartData:
        assert self._report is not None
        locale, step = self.locale(), self._report.step
        items = []
        for row in self._report.rows:
            counts = [row.activity.of(measure) for measure in measures]
            items.append(
                ChartItem(
                    short_words(row.stretch, step, locale),
                    tuple(float(count) for count in counts),
                    tuple(locale.toString(count) for count in counts),
                    key=row.stretch,
                )
            )
        names = tuple(measure_words(measure) for measure in measures)
        # Of what never happened the sentence says enough.
        there = any(any(item.values) for item in items)
        return ChartData(title, step_words(step), names, tuple(items) if there else ())

    def _show_figures(self, report: BalanceReport) -> None:
        number, trends = self.locale().toString, dict(report.trends)
        aimed = bool(report.targets.wanted)
        rows = []
        for measure in Measure:
            wanted, met = report.targets.of(measure), report.met_target(measure)
            # What never happened has no trend.
            trend = trends.get(measure) if report.total.of(measure) else None
            cells = [
                measure_words(measure),
                number(report.total.of(measure)),
                "" if trend is None else trend_words(trend),
            ]
            if aimed:
                cells.append("" if wanted is None else number(wanted))
                reached = self.tr("{met} of {all}")
                cells.append(
                    "" if met is None else reached.format(met=number(met[0]), all=number(met[1]))
                )
            rows.append(cells)
        titles = [self.tr("What"), self.tr("In this time"), self.tr("Trend")]
        if aimed:
            titles += target_titles(report.step)
        if report.total == Activity() and not aimed:
            # Of what never happened the sentence says enough.
            rows = []
        rule = self.tr(
            "Trends set the later half of whole times against the earlier: a fifth more or less."
        )
        self.figures.show_figures(self.tr("In all"), titles, rows, list(Measure), rule)

    def _open_met(self, stretch: object, before: Measure = Measure.NEW) -> None:
        assert isinstance(stretch, Stretch)
        notebook, locale = self.desk.notebook, self.locale()

        def read() -> list[BehindGroup]:
            groups = people_groups(notebook, stretch.first, stretch.last, locale)
            return groups if before is Measure.NEW else groups[::-1]

        self._show_behind(stretch, read)

    def _open_began(self, stretch: object, before: Measure = Measure.REACHED_OUT) -> None:
        assert isinstance(stretch, Stretch)
        notebook = self.desk.notebook
        self._show_behind(
            stretch, lambda: begun_groups(notebook, stretch.first, stretch.last, before)
        )

    def _open_measure(self, measure: object) -> None:
        assert isinstance(measure, Measure)
        assert self._report is not None
        first, last = self._report.period.first, self._report.period.last
        assert first is not None
        assert last is not None
        show = self._open_met if measure in _MET else self._open_began
        show(Stretch(first, last), measure)

    def _show_behind(self, stretch: Stretch, read: Callable[[], list[BehindGroup]]) -> None:
        title = long_words(stretch, self.locale())
        BehindDialog(self.desk, self, title, read_groups=read, rule=self.rule.text()).open()

    def _open_event(self) -> None:
        event = None if self._report is None else self._report.event
        if event is not None:
            self.desk.ask(Act.SHOW_EVENT, event[0])
        else:
            self.desk.ask(Act.ADD_EVENT)
