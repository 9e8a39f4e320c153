"""Looking back at a year: who mattered, what began where, what grew and what faded."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.figure_words import bar_words, sum_words
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.people.contact_words import stage_words
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton, QuietButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import ElidedLabel, PlainLabel, SectionHeading
from notebook_app.model.insights.year_report import BeganAt, Stepped, TalkedWith, YearReport
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document
from notebook_app.services.report_year import MOST_LINES, report_year

_LONGEST = 120
_ALL = 500
_Line = tuple[str, str, object]
"""What a line says, what stands quietly at its end, and what it leads to: a person, or a place."""


class YearView(InsightView):
    """‹ 2026 ›, one sentence, and six small lists that lead to their people."""

    key = "year"
    takes_period = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; the running year is shown first."""
        super().__init__(desk, parent)
        self.year = desk.clock.today().year
        self._most = MOST_LINES
        self.year_words = PlainLabel("", TextRole.TITLE)
        self.back = QuietButton("‹", self.tr("The year before"), lambda: self.turn(-1))
        self.on = QuietButton("›", self.tr("The next year"), lambda: self.turn(1))
        self.sentence = PlainLabel("", wrap=True)
        self.left_out = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._cards = QGridLayout()
        self._cards.setSpacing(MEDIUM)
        self.links: list[LinkButton] = []
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        for widget in (self.back, self.year_words, self.on):
            head.addWidget(widget)
        head.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._cards)
        self.column.addWidget(self.left_out)

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("Looking back")

    def turn(self, years: int) -> None:
        """Show another year."""
        self.year += years
        self._most = MOST_LINES
        self.again.emit()

    def show_all(self) -> None:
        """Show the lists to their ends."""
        self._most = _ALL
        self.again.emit()

    def read(self, _period: Period) -> YearReport:
        """Read the report."""
        return report_year(self.desk.notebook, self.year, self._most)

    def show_result(self, result: object) -> None:
        """Show the report."""
        assert isinstance(result, YearReport)
        self.year_words.setText(str(result.year))
        self.on.setEnabled(result.year < self.desk.clock.today().year)
        self.back.setEnabled(result.year > 2)
        self.sentence.setText(self._sentence(result))
        one = self.tr("1 opportunity of somebody in the trash is left out.")
        many = self.tr("{n} opportunities of people in the trash are left out.")
        count = result.left_out
        words = one if count == 1 else many.format(n=self.locale().toString(count))
        self.left_out.setText(words)
        self.left_out.setVisible(count > 0)
        self._clear()
        locale = self.locale()
        for title, lines, more in (
            (
                self.tr("Whom you spoke with most"),
                [self._talked(person) for person in result.by_talk],
                result.talked_with_in_all - len(result.by_talk),
            ),
            (
                self.tr("Work, by client"),
                [
                    (person.name, bar_words(person.figures, locale), person.contact_id)
                    for person in result.by_value
                ],
                0,
            ),
            (
                self.tr("Who brought work"),
                [
                    (person.name, bar_words(person.figures, locale), person.contact_id)
                    for person in result.by_referrals
                ],
                result.referrers_in_all - len(result.by_referrals),
            ),
            (self.tr("Where things began"), [self._began(place) for place in result.began], 0),
            (
                self.tr("Steps taken"),
                [self._stepped(step) for step in result.stepped],
                result.stepped_in_all - len(result.stepped),
            ),
            (
                self.tr("Spoke far more than the year before"),
                [self._talked(person) for person in result.grew],
                result.grew_in_all - len(result.grew),
            ),
            (
                self.tr("Faded"),
                [self._talked(person) for person in result.faded],
                result.faded_in_all - len(result.faded),
            ),
        ):
            if lines:
                self._add_card(title, lines, more)

    def document(self, result: object) -> Document:
        """Return the year as it goes on paper."""
        from notebook_app.reports.insights.year import year_document

        assert isinstance(result, YearReport)
        return year_document(result, self.desk.clock.today(), LocaleDateWords(self.locale()))

    def _sentence(self, report: YearReport) -> str:
        number, activity = self.locale().toString, report.activity
        if activity.new + activity.strengthened + report.work.count == 0:
            return self.tr("Nothing is written down of this year.")
        said = self.tr(
            "You met {new} new people and strengthened relationships {times} times."
        ).format(new=number(activity.new), times=number(activity.strengthened))
        if report.work.count:
            value = sum_words(report.work.won_value, self.locale())
            words = self.tr("Of {count} opportunities that began, {won} are won, for {value}.")
            if not value:
                words = self.tr("Of {count} opportunities that began, {won} are won.")
            won = words.format(
                count=number(report.work.count), won=number(report.work.won), value=value
            )
            said = f"{said} {won}"
        return said

    def _talked(self, person: TalkedWith) -> _Line:
        number = self.locale().toString
        words = self.tr("{times} times, {before} the year before").format(
            times=number(person.times), before=number(person.times_before)
        )
        return person.name, words, person.contact_id

    def _began(self, place: BeganAt) -> _Line:
        number, met = self.locale().toString, len(place.people_ids)
        one, many = self.tr("1 new person"), self.tr("{n} new people")
        parts = [one if met == 1 else many.format(n=number(met))] if met else []
        if place.work.count:
            parts.append(bar_words(place.work, self.locale()))
        label = place.label or self.tr("Not known where")
        return label[:1].upper() + label[1:], " · ".join(parts), place

    def _stepped(self, step: Stepped) -> _Line:
        now = stage_words(step.stage)
        words = now if step.before is None else f"{stage_words(step.before)} → {now}"
        return step.name, words, step.contact_id

    def _add_card(self, title: str, lines: Sequence[_Line], more: int) -> None:
        card = Card()
        card.body.setSpacing(TIGHT)
        card.body.addWidget(SectionHeading(title))
        for words, beside, leads_to in lines:
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            name = " ".join(words[:_LONGEST].split())
            link = LinkButton(name, partial(self._open, leads_to, words))
            # A column that scrolls gives each thing the least it needs, which cuts these.
            row.addStrut(link.sizeHint().height())
            self.links.append(link)
            row.addWidget(link)
            quiet = ElidedLabel(beside[:_LONGEST], TextRole.SMALL, Tone.MUTED)
            quiet.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(quiet, 1)
            card.body.addLayout(row)
        if more > 0:
            words = self.tr("and {n} more").format(n=self.locale().toString(more))
            link = LinkButton(words, self.show_all)
            self.links.append(link)
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        at = self._cards.count()
        self._cards.addWidget(card, at // 2, at % 2)

    def _open(self, leads_to: object, words: str) -> None:
        if isinstance(leads_to, int):
            self.desk.open_contact(leads_to)
        elif isinstance(leads_to, BeganAt):
            if leads_to.event_id is not None and self.desk.offers(Act.SHOW_EVENT):
                self.desk.ask(Act.SHOW_EVENT, leads_to.event_id)
                return
            BehindDialog(
                self.desk,
                self,
                words,
                opportunity_ids=leads_to.work.opportunity_ids,
                people=[(self.tr("New people: {n}"), leads_to.people_ids)],
            ).open()

    def _clear(self) -> None:
        self.links = []
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
