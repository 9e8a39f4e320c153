"""The row of choices above the columns: how it came, which service, when, through whom."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from notebook_app.gui.conversations_page.filter_words import period_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.opportunity_words import source_words
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.menu_chip import MenuChip, add_choice
from notebook_app.model.month_steps import add_months
from notebook_app.model.opportunity import Source
from notebook_app.model.opportunity_rows import OpportunityFilter
from notebook_app.model.past_periods import Period, month_of, year_of

_MONTHS_OFFERED = 6
_YEARS_OFFERED = 4
_LONGEST = 40


class OpportunityFilters(QWidget):
    """``chosen`` is emitted when something else is to be shown."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is narrowed yet."""
        super().__init__(parent)
        self._desk = desk
        self.wanted = OpportunityFilter()
        self.source = MenuChip(self._fill_source)
        self.service = MenuChip(self._fill_service)
        self.when = MenuChip(self._fill_when)
        self.person = Chip("")
        self.person.clicked.connect(lambda _on=False: self.narrow_to_person(None))
        self.all = Chip(self.tr("Show all"), checkable=False)
        self.all.clicked.connect(lambda _on=False: self._take(OpportunityFilter(self.wanted.words)))
        flow = FlowLayout(across=0, down=0)
        for chip in (self.source, self.service, self.when, self.person, self.all):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self._say()

    def search(self, words: str) -> None:
        """Narrow to what words find, without telling."""
        self.wanted = replace(self.wanted, words=words)

    def narrow_to_person(self, contact_id: int | None) -> None:
        """Show only what somebody brought or is the client of; None for everybody's."""
        self._take(replace(self.wanted, person_id=contact_id))

    def show_everything(self) -> None:
        """Narrow no longer, so that whatever is looked for is shown; nothing is told."""
        self.wanted = OpportunityFilter()
        self._say()

    def _take(self, wanted: OpportunityFilter) -> None:
        self.wanted = wanted
        self._say()
        self.chosen.emit()

    def _say(self) -> None:
        wanted = self.wanted
        today, locale = self._desk.clock.today(), self.locale()
        period = Period(wanted.start, wanted.end)
        when = period_words(period, today, locale)
        source = self.tr("However it came")
        if wanted.source is not None:
            source = source_words(wanted.source)
        service = self.tr("Any service")
        if wanted.service_id is not None:
            offered = self._desk.notebook.offerings.services(retired=True)
            names = [each.name for each in offered if each.id == wanted.service_id]
            service = " ".join(names[0][:_LONGEST].split()) if names else service
        for chip, words, on in (
            (self.source, source, wanted.source is not None),
            (self.service, service, wanted.service_id is not None),
            (self.when, when[:1].upper() + when[1:], period != Period()),
        ):
            chip.say(words, narrows=on)
        if wanted.person_id is not None:
            name = self._desk.notebook.contacts.name_of(wanted.person_id)
            words = self.tr("With or through {name} ×")
            self.person.set_words(words.format(name=" ".join(name[:_LONGEST].split())))
        self.person.setChecked(True)
        self.person.setVisible(wanted.person_id is not None)
        self.all.setVisible(wanted != OpportunityFilter(wanted.words))

    def _fill_source(self, menu: QMenu) -> None:
        wanted = self.wanted
        self._add(menu, self.tr("However it came"), replace(wanted, source=None))
        menu.addSeparator()
        for source in Source:
            self._add(menu, source_words(source), replace(wanted, source=source))

    def _fill_service(self, menu: QMenu) -> None:
        wanted = self.wanted
        self._add(menu, self.tr("Any service"), replace(wanted, service_id=None))
        menu.addSeparator()
        for service in self._desk.notebook.offerings.services():
            self._add(menu, service.name[:80], replace(wanted, service_id=service.id))

    def _fill_when(self, menu: QMenu) -> None:
        today, locale = self._desk.clock.today(), self.locale()
        months = [month_of(add_months(today, -back)) for back in range(_MONTHS_OFFERED)]
        years = [year_of(add_months(today, -12 * back)) for back in range(_YEARS_OFFERED)]
        for periods in ([Period()], months, years):
            if periods != [Period()]:
                menu.addSeparator()
            for period in periods:
                words = period_words(period, today, locale)
                to = replace(self.wanted, start=period.first, end=period.last)
                self._add(menu, words[:1].upper() + words[1:], to)

    def _add(self, menu: QMenu, words: str, leads_to: OpportunityFilter) -> None:
        add_choice(menu, words, leads_to == self.wanted, lambda: self._take(leads_to))
