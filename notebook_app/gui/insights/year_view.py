"""Looking back at a year: who mattered, what began where, what grew and what faded."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.charts.figures_table import FiguresTable
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup, work_group
from notebook_app.gui.insights.figure_words import bar_words
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.sources_charts import Behind
from notebook_app.gui.insights.spoken_groups import people_groups, talks_groups
from notebook_app.gui.insights.year_card import YearCard, lines_of
from notebook_app.gui.insights.year_lines import Talks, YearList, year_lists, year_sentence
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import MEDIUM, SMALL, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton, QuietButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.insights.year_report import YearReport
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document
from notebook_app.services.report_year import MOST_LINES, report_year

ALL_LINES: Final = 500
"""The most lines of a list that is shown to its end."""

_NARROW_EMS: Final = 60


class YearView(InsightView):
    """‹ 2026 ›, one sentence, and small lists that lead to their people."""

    key = "year"
    takes_period = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; the running year is shown first."""
        super().__init__(desk, parent)
        self.year = desk.clock.today().year
        self._most = MOST_LINES
        self._report: YearReport | None = None
        self.year_words = PlainLabel("", TextRole.TITLE)
        self.back = QuietButton("‹", self.tr("The year before"), lambda: self.turn(-1))
        self.on = QuietButton("›", self.tr("The next year"), lambda: self.turn(1))
        self.sentence = PlainLabel("", wrap=True)
        self.work_link = LinkButton("", self._open_work)
        self.people_link = LinkButton(self.tr("Show the people"), self._open_people)
        self.left_out = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self._made: list[YearCard] = []
        self._at: list[int] = []
        self._shown = 0
        self._columns: list[QVBoxLayout] = []
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(MEDIUM)
        for _ in range(2):
            column = QVBoxLayout()
            column.setSpacing(MEDIUM)
            column.addStretch(1)
            self._columns.append(column)
            self._cards.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        for widget in (self.back, self.year_words, self.on):
            head.addWidget(widget)
        head.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.sentence)
        links = QHBoxLayout()
        links.setSpacing(MEDIUM)
        links.addWidget(self.people_link)
        links.addWidget(self.work_link)
        links.addStretch(1)
        self.column.addLayout(links)
        self.column.addLayout(self._cards)
        self.column.addWidget(self.left_out)

    @property
    def cards(self) -> list[YearCard]:
        """Those that are shown, from the first list to the last."""
        return self._made[: self._shown]

    @property
    def tables(self) -> list[FiguresTable]:
        """The tables of the lists that are shown."""
        return [card.table for card in self.cards]

    @property
    def links(self) -> list[LinkButton]:
        """The links below the lists that are shown."""
        return [link for card in self.cards for link in card.links]

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
        self._most = ALL_LINES
        self.again.emit()

    def read(self, _period: Period, _progress: Progress) -> YearReport:
        """Read the report."""
        return report_year(self.desk.notebook, self.year, self._most)

    def pieces(self, result: object) -> Iterator[None]:
        """Show the report, one list after the other."""
        assert isinstance(result, YearReport)
        self._report = result
        number = self.locale().toString
        self.year_words.setText(str(result.year))
        self.on.setEnabled(result.year < self.desk.clock.today().year)
        self.back.setEnabled(result.year > 2)
        self.sentence.setText(year_sentence(result, self.locale()))
        activity, count = result.activity, result.work.count
        self.people_link.setVisible(activity.new + activity.strengthened > 0)
        one, many = self.tr("Show the opportunity"), self.tr("Show the {n} opportunities")
        self.work_link.setText(one if count == 1 else many.format(n=number(count)))
        self.work_link.setVisible(count > 0)
        one = self.tr("1 opportunity of somebody in the trash is left out.")
        many = self.tr("{n} opportunities of people in the trash are left out.")
        count = result.left_out
        self.left_out.setText(one if count == 1 else many.format(n=number(count)))
        self.left_out.setVisible(count > 0)
        lists = year_lists(result, self.locale())
        yield
        yield from self._show_lists(lists)

    def document(self, result: object) -> Document:
        """Return the year as it goes on paper."""
        from notebook_app.reports.insights.year import year_document

        assert isinstance(result, YearReport)
        return year_document(result, self.desk.clock.today(), LocaleDateWords(self.locale()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one below the other where they would be too narrow."""
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).em(_NARROW_EMS)
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _show_lists(self, lists: Sequence[YearList]) -> Iterator[None]:
        """Put each into the shorter of the two columns."""
        heights, at = [0] * len(self._columns), []
        for each in lists:
            at.append(heights.index(min(heights)))
            heights[at[-1]] += lines_of(each)
        for card in self._made[len(lists) :]:
            card.hide()
        self._shown = min(self._shown, len(lists))
        for number, each in enumerate(lists):
            if number == len(self._made):
                self._made.append(self._card())
            card = self._made[number]
            card.show_list(each, may_grow=self._most < ALL_LINES)
            if self._at[number : number + 1] != [at[number]]:
                self._put(number, at[number])
            card.show()
            self._shown = max(self._shown, number + 1)
            yield

    def _put(self, number: int, at: int) -> None:
        """Put a card below those of earlier lists in a column."""
        if number < len(self._at):
            self._columns[self._at[number]].removeWidget(self._made[number])
        self._at[number : number + 1] = [at]
        place = sum(own == at for own in self._at[:number])
        self._columns[at].insertWidget(place, self._made[number])

    def _card(self) -> YearCard:
        card = YearCard()
        card.opened.connect(self._open)
        card.all_wanted.connect(self.show_all)
        card.meeting_wanted.connect(
            lambda people: show_plan_form(self.desk, self, contact_ids=people)
        )
        return card

    def _open(self, leads_to: object) -> None:
        if isinstance(leads_to, int):
            self.desk.open_contact(leads_to)
        elif isinstance(leads_to, Talks):
            self._open_talks(leads_to)
        elif isinstance(leads_to, Behind):
            figures, met = leads_to.figures, leads_to.people_ids or ()
            BehindDialog(
                self.desk,
                self,
                leads_to.title,
                groups=(
                    work_group(figures.opportunity_ids),
                    BehindGroup(leads_to.people_words, people=met),
                ),
                rule=bar_words(figures, self.locale()) if figures.count else "",
                event_id=leads_to.event_id,
            ).open()

    def _open_talks(self, of: Talks) -> None:
        notebook = self.desk.notebook

        def read() -> list[BehindGroup]:
            return talks_groups(notebook, of.contact_id, of.year)

        BehindDialog(self.desk, self, of.name, read_groups=read).open()

    def _open_work(self) -> None:
        if self._report is not None:
            self._open(Behind(str(self._report.year), self._report.work))

    def _open_people(self) -> None:
        year, notebook, locale = self.year, self.desk.notebook, self.locale()
        days = date(year, 1, 1), date(year, 12, 31)

        def read() -> list[BehindGroup]:
            return people_groups(notebook, *days, locale)

        BehindDialog(self.desk, self, str(year), read_groups=read).open()
