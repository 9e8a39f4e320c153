"""The mix of a week: events, contact care, community and follow-up, planned against done."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.chart_data import ChartData, ChartItem
from notebook_app.gui.charts.line_chart import LineChart
from notebook_app.gui.follow_ups.money_words import number_words
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.balance_words import long_words, part_words, short_words
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.plans_form import PlansForm
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.changes import Changed
from notebook_app.model.insights.mix_report import MixPart, MixReport, MixRow
from notebook_app.model.insights.periods import Step, Stretch
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document
from notebook_app.services.report_mix import report_mix

_MOST_WEEKS: Final = 26
"""More lie too close to be told apart."""

_TENTH: Final = Decimal("0.1")
_ACTS: Final = {
    MixPart.EVENTS: Act.ADD_EVENT,
    MixPart.CARE: Act.SHOW_TODAY,
    MixPart.COMMUNITY: Act.PLAN,
    MixPart.FOLLOW_UP: Act.SHOW_TODAY,
}
"""What helps where a part falls short."""


class MixView(InsightView):
    """What was done a week on average, against the plan, and week by week."""

    key = "mix"
    hangs_on = (
        Changed.CONTACT,
        Changed.CONVERSATION,
        Changed.EVENT,
        Changed.FOLLOW_UP,
        Changed.SETTING,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self._report: MixReport | None = None
        self.sentence = PlainLabel("", TextRole.TITLE, wrap=True)
        self.act_button = LinkButton("", self._act)
        self.done = ChartCard(BarChart())
        self.weekly = ChartCard(LineChart())
        self.done.opened.connect(self._open_part)
        self.weekly.opened.connect(self._open_week)
        self.plan_button = PlainButton(self.tr("My plan for a week…"), self.ask_for_plans)
        self.rule = PlainLabel(
            self.tr(
                "Each act counts once: follow-ups done, events you were at, conversations in a"
                " community (co-working, online, a club, volunteering), and as contact care all"
                " other conversations that you began."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        for widget in (
            self.sentence,
            self.act_button,
            self.done,
            self.weekly,
            self.plan_button,
            self.rule,
        ):
            self.column.addWidget(widget)
        for button in (self.act_button, self.plan_button):
            self.column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("The mix")

    def read(self, period: Period, _progress: Progress) -> MixReport:
        """Read the report."""
        return report_mix(self.desk.notebook, period)

    def show_result(self, result: object) -> None:
        """Show the report."""
        assert isinstance(result, MixReport)
        self._report = result
        self.sentence.setText(self._sentence(result))
        part = _shortest(result)
        self.act_button.setVisible(part is not None and self.desk.offers(_ACTS[part]))
        if part is not None:
            self.act_button.setText(self._act_words(part))
            self.act_button.setAccessibleName(self.act_button.text())
        locale = self.locale()
        items = [
            ChartItem(
                part_words(row.part),
                (float(row.acts_a_week(result.weeks)),),
                (
                    number_words(row.acts_a_week(result.weeks), locale),
                    locale.toString(row.acts),
                    number_words(row.hours_a_week(result.weeks), locale) if row.timed else "",
                    self._planned(row),
                ),
                self._beside(row, result.weeks),
                row.part if row.acts else None,
            )
            for row in result.rows
        ]
        self.done.show_data(
            ChartData(
                self.tr("In a week, on average"),
                self.tr("What"),
                (self.tr("Acts a week"),),
                tuple(items) if result.acts else (),
                (self.tr("In all"), self.tr("Hours a week"), self.tr("Planned")),
            )
        )
        weeks = [
            ChartItem(
                short_words(week.stretch, Step.WEEK, locale),
                tuple(float(acts) for acts in week.acts),
                tuple(locale.toString(acts) for acts in week.acts),
                key=week.stretch,
            )
            for week in result.weekly[-_MOST_WEEKS:]
        ]
        names = tuple(part_words(part) for part in MixPart)
        self.weekly.show_data(
            ChartData(
                self.tr("The last weeks, one by one"),
                self.tr("Week"),
                names,
                tuple(weeks) if result.acts else (),
            )
        )

    def document(self, result: object) -> Document:
        """Return the report as it goes on paper."""
        from notebook_app.reports.insights.mix import mix_document

        assert isinstance(result, MixReport)
        return mix_document(result, self.desk.clock.today(), LocaleDateWords(self.locale()))

    def ask_for_plans(self) -> None:
        """Ask for what is planned for a week."""
        PlansForm(self.desk, self).open()

    def _sentence(self, report: MixReport) -> str:
        if report.acts == 0:
            return self.tr("None of the four was done in this time.")
        short = [row for row in report.rows if _falls_short(row, report.weeks)]
        planned = any(row.plan.acts or row.plan.hours for row in report.rows)
        if not planned:
            most = max(report.rows, key=lambda row: row.acts)
            return self.tr("Mostly {part}. Say what you plan for a week, to see it here.").format(
                part=part_words(most.part).lower()
            )
        if not short:
            return self.tr("You do what you planned.")
        names = ", ".join(part_words(row.part).lower() for row in short)
        return self.tr("Less than you planned: {parts}.").format(parts=names)

    def _beside(self, row: MixRow, weeks: Decimal) -> str:
        locale = self.locale()
        acts = number_words(row.acts_a_week(weeks), locale)
        if row.acts and not row.acts_a_week(weeks):
            acts = self.tr("less than {n}").format(n=number_words(_TENTH, locale))
        if row.plan.acts is not None:
            wanted = locale.toString(row.plan.acts)
            return self.tr("{acts} of {wanted} planned").format(acts=acts, wanted=wanted)
        if row.plan.hours is not None:
            hours = number_words(row.hours_a_week(weeks), locale)
            wanted = number_words(row.plan.hours, locale)
            return self.tr("{hours} of {wanted} hours planned").format(hours=hours, wanted=wanted)
        return acts

    def _planned(self, row: MixRow) -> str:
        if row.plan.acts is not None:
            return self.locale().toString(row.plan.acts)
        if row.plan.hours is not None:
            hours = number_words(row.plan.hours, self.locale())
            return self.tr("{n} hours").format(n=hours)
        return ""

    def _act_words(self, part: MixPart) -> str:
        return {
            MixPart.EVENTS: self.tr("Put an event into the calendar"),
            MixPart.CARE: self.tr("See on Today whom to turn to"),
            MixPart.COMMUNITY: self.tr("Plan to drop in somewhere"),
            MixPart.FOLLOW_UP: self.tr("See on Today what is due"),
        }[part]

    def _act(self) -> None:
        part = None if self._report is None else _shortest(self._report)
        if part is MixPart.COMMUNITY:
            self.desk.ask(Act.PLAN, None)
        elif part is not None:
            self.desk.ask(_ACTS[part])

    def _open_part(self, part: object) -> None:
        """Show the very acts that are counted, this part first."""
        assert isinstance(part, MixPart)
        assert self._report is not None
        first, last = self._report.period.first, self._report.period.last
        assert first is not None
        assert last is not None
        self._show_acts(Stretch(first, last), part)

    def _open_week(self, stretch: object) -> None:
        assert isinstance(stretch, Stretch)
        self._show_acts(stretch, MixPart.EVENTS)

    def _show_acts(self, of: Stretch, first: MixPart) -> None:
        notebook, today, locale = self.desk.notebook, self.desk.clock.today(), self.locale()
        parts = sorted(MixPart, key=lambda part: part is not first)
        hours_words = self.tr("{n} h")

        def read() -> list[BehindGroup]:
            acts = notebook.insights.mix_acts(of.first, of.last, today)
            groups = []
            for part in parts:
                own = [act for act in acts if act.part is part]
                beside = [
                    ""
                    if act.hours is None
                    else hours_words.format(n=number_words(act.hours.quantize(_TENTH), locale))
                    for act in own
                ]
                ids = [(act.kind, act.id) for act in own]
                groups.append(BehindGroup(f"{part_words(part)}: {{n}}", acts=ids, beside=beside))
            return groups

        title = long_words(of, locale)
        BehindDialog(self.desk, self, title, read_groups=read, rule=self.rule.text()).open()


def _shortest(report: MixReport) -> MixPart | None:
    """Return the first part of which less was done than planned."""
    return next((row.part for row in report.rows if _falls_short(row, report.weeks)), None)


def _falls_short(row: MixRow, weeks: Decimal) -> bool:
    if row.plan.acts is not None:
        return row.acts_a_week(weeks) < row.plan.acts
    return row.plan.hours is not None and row.hours_a_week(weeks) < row.plan.hours
