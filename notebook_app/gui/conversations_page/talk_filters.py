"""The row of choices above everybody's timeline: when, how, who began, with whom, which kinds."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook_app.gui.conversations.setting_words import began_words
from notebook_app.gui.conversations_page.filter_words import formality_words, period_words
from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.term_words import term_words
from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.timeline.kind_chips import KindChips
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import FieldLabel
from notebook_app.gui.widgets.menu_chip import MenuChip, add_choice
from notebook_app.model.conversation import Channel, Formality, Initiator
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.month_steps import add_months
from notebook_app.model.past_periods import Period, month_of, week_of, year_of
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.terms import Keyed, PeopleQuery, Term
from notebook_app.model.query.values import Word, in_quotes

_MONTHS_OFFERED = 6


class TalkFilters(QWidget):
    """``chosen`` is emitted when something else is to be shown."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is narrowed yet."""
        super().__init__(parent)
        self._desk = desk
        self._wanted = HappeningFilter()
        self.when = MenuChip(self._fill_when)
        self.how = MenuChip(self._fill_how)
        self.began = MenuChip(self._fill_began)
        self.whom = MenuChip(self._fill_whom)
        self.kinds = KindChips()
        self.first = DateField(desk.clock.today, self.tr("From which day"), optional=True)
        self.last = DateField(desk.clock.today, self.tr("Until which day"), optional=True)
        self._days = QWidget()
        self._lay_out()
        self.kinds.chosen.connect(self.chosen)
        for field in (self.first, self.last):
            field.value_changed.connect(self._take_days)
        self._say()

    def chosen_filter(self) -> HappeningFilter:
        """Return what is chosen."""
        return replace(self._wanted, kinds=self.kinds.kinds())

    def offer_kinds(self) -> None:
        """Offer the kinds of things that the notebook has."""
        self.kinds.offer(self._desk.notebook.timeline.kinds_of_everybody())

    def choose(self, wanted: HappeningFilter) -> None:
        """Choose what a filter asks for."""
        self.kinds.blockSignals(True)
        self.kinds.choose(tuple(wanted.kinds))
        self.kinds.blockSignals(False)
        self._take(wanted)

    def _take(self, wanted: HappeningFilter) -> None:
        self._wanted = wanted
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        wanted, tr = self._wanted, self.tr
        today, locale = self._desk.clock.today(), self.locale()
        period = Period(wanted.first, wanted.last)
        when = period_words(period, today, locale)
        how = [channel_name(channel) for channel in sorted(wanted.channels)]
        if wanted.formality is not None:
            how.append(formality_words(wanted.formality))
        began = tr("Whoever began")
        if wanted.initiated_by is not None:
            began = began_words(wanted.initiated_by)
        whom = [term_words(term) for term in wanted.people.terms]
        for chip, words, on in (
            (self.when, when[:1].upper() + when[1:], period != Period()),
            (self.how, ", ".join(how) or tr("Any way"), bool(how)),
            (self.began, began, wanted.initiated_by is not None),
            (self.whom, ", ".join(whom) or tr("With anybody"), bool(whom)),
        ):
            chip.say(words, narrows=on)

    def _fill_when(self, menu: QMenu) -> None:
        today = self._desk.clock.today()
        yesterday = today - timedelta(days=1)
        periods = [
            (self.tr("Any time"), Period()),
            (self.tr("Today"), Period(today, today)),
            (self.tr("Yesterday"), Period(yesterday, yesterday)),
            (self.tr("This week"), week_of(today)),
            (self.tr("Last week"), week_of(today - timedelta(days=7))),
        ]
        months = [month_of(add_months(today, -back)) for back in range(_MONTHS_OFFERED)]
        years = [year_of(add_months(today, -12 * back)) for back in range(2)]
        now = Period(self._wanted.first, self._wanted.last)
        locale = self.locale()
        for period in (*months, *years):
            periods.append((period_words(period, today, locale), period))
        for number, (words, period) in enumerate(periods):
            if number in (1, 5, 5 + _MONTHS_OFFERED):
                menu.addSeparator()
            to = replace(self._wanted, first=period.first, last=period.last)
            self._add(menu, words, period == now, to, days=True)
        menu.addSeparator()
        menu.addAction(self.tr("From … to …")).triggered.connect(self._ask_days)

    def _fill_how(self, menu: QMenu) -> None:
        wanted = self._wanted
        nothing = replace(wanted, channels=frozenset(), formality=None)
        self._add(menu, self.tr("Any way"), nothing == wanted, nothing)
        menu.addSeparator()
        for channel in Channel:
            channels = wanted.channels ^ {channel}
            on = channel in wanted.channels
            self._add(menu, channel_name(channel), on, replace(wanted, channels=channels))
        menu.addSeparator()
        for formality in Formality:
            on = wanted.formality is formality
            words = formality_words(formality)
            to = replace(wanted, formality=None if on else formality)
            self._add(menu, words[:1].upper() + words[1:], on, to)

    def _fill_began(self, menu: QMenu) -> None:
        wanted = self._wanted
        nobody = replace(wanted, initiated_by=None)
        self._add(menu, self.tr("Whoever began"), wanted.initiated_by is None, nobody)
        for initiator in Initiator:
            on = wanted.initiated_by is initiator
            self._add(menu, began_words(initiator), on, replace(wanted, initiated_by=initiator))

    def _fill_whom(self, menu: QMenu) -> None:
        wanted, notebook = self._wanted, self._desk.notebook
        anybody = replace(wanted, people=PeopleQuery())
        self._add(menu, self.tr("With anybody"), not wanted.people.terms, anybody)
        vocabulary = notebook.saved_lists.vocabulary()
        tags: list[Term] = [Keyed("tag", (Word(tag),)) for tag in notebook.tags.names()]
        names = [name for name, _query in vocabulary.lists.values()]
        lists = [parse_query(f"list:{in_quotes(name)}", vocabulary).terms[0] for name in names]
        for words, terms in ((self.tr("Tags"), tags), (self.tr("Lists"), lists)):
            offered = menu.addMenu(words) if terms else menu
            for term in terms:
                on = wanted.people.has(term)
                to = replace(wanted, people=PeopleQuery(() if on else (term,)))
                self._add(offered, term_words(term).removeprefix("list:").strip('"'), on, to)

    def _add(
        self, menu: QMenu, words: str, on: bool, leads_to: HappeningFilter, *, days: bool = False
    ) -> None:
        def take() -> None:
            if days:
                self._days.hide()
            self._take(leads_to)

        add_choice(menu, words, on, take)

    def _ask_days(self) -> None:
        self._show_days()
        self._days.show()
        self.first.setFocus()

    def _show_days(self) -> None:
        for field, day in ((self.first, self._wanted.first), (self.last, self._wanted.last)):
            field.blockSignals(True)
            field.set_value(day)
            field.blockSignals(False)

    def _take_days(self, _day: object) -> None:
        if self.first.is_right() and self.last.is_right():
            self._take(replace(self._wanted, first=self.first.value(), last=self.last.value()))

    def _lay_out(self) -> None:
        choices = FlowLayout(across=0, down=0)
        for chip in (self.when, self.how, self.began, self.whom):
            choices.addWidget(chip)
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(SMALL)
        for words, field in ((self.tr("&From"), self.first), (self.tr("T&o"), self.last)):
            field.setMaximumWidth(theme_of(self).em(17))
            days.addWidget(FieldLabel(words, field))
            days.addWidget(field, 1)
        days.addStretch(1)
        self._days.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choices)
        column.addWidget(self._days)
        column.addWidget(self.kinds)
