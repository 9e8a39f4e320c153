"""The fields of an opportunity: all there is to say, of which only what matters now is shown."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.money_words import amount_from, number_words
from notebook_app.gui.follow_ups.person_field import PersonField
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.opportunities.chain_field import ChainField
from notebook_app.gui.opportunities.grown_from_field import GrownFromField
from notebook_app.gui.opportunities.opportunity_words import (
    source_meaning,
    source_words,
    state_title,
)
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.chip_choice import ChipChoice
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField, TextField
from notebook_app.model.opportunity import REFERRALS, OpportunityDraft, OpportunityState, Source

_EMPTY: Final = OpportunityDraft(0, "")


class OpportunityFields(QWidget):
    """``changed`` is emitted as anything is changed, by hand or by ``show_draft``."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; there is nothing to change yet."""
        super().__init__(parent)
        self._desk = desk
        self._beginning = _EMPTY
        self._shown = _EMPTY
        today, em = desk.clock.today, theme_of(self).em
        self.title = LineField()
        self.title.setMaxLength(300)
        self.title.setPlaceholderText(self.tr("Shop sign, tax return, new kitchen…"))
        self.person = PersonField(desk.notebook, self.tr("With whom"))
        self.value = LineField()
        self.value.setPlaceholderText("4200")
        self.currency = LineField()
        self.currency.setMaxLength(3)
        self.currency.setMaximumWidth(em(5))
        self.currency.setAccessibleName(self.tr("Currency"))
        self.currency.setPlaceholderText("EUR")
        self.state = ChipChoice(
            self.tr("How it stands"), [(each, state_title(each)) for each in OpportunityState]
        )
        self.source = ChoiceField()
        self.source.addItem(self.tr("Not said yet"), None)
        for source in Source:
            self.source.addItem(source_words(source), source)
        self.meaning = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.chain = ChainField(desk.notebook)
        self.came_by = LineField()
        self.came_by.setMaxLength(300)
        self.came_by.setPlaceholderText(self.tr("The advert in the town paper, your web page…"))
        self.grown_from = GrownFromField(desk, self._people)
        self.services: dict[int, Chip] = {}
        self._service_flow = FlowLayout(across=0, down=0)
        self.expected = DateField(today, self.tr("Expected on"), optional=True)
        self.opened = DateField(today, self.tr("Began on"))
        self.closed = DateField(today, self.tr("Decided on"), optional=True)
        self.because = LineField()
        self.because.setMaxLength(300)
        self.because.setPlaceholderText(self.tr("Too dear, no time…"))
        self.note = TextField()
        self.note.setFixedHeight(em(6))
        self._parts: dict[str, QWidget] = {}
        self._lay_out()
        self._tell()

    def show_draft(self, draft: OpportunityDraft) -> None:
        """Show an opportunity."""
        self._beginning = draft
        self.blockSignals(True)
        if draft.contact_id:
            self.person.set_contact(draft.contact_id)
        else:
            self.person.setText("")
        for field, text in (
            (self.title, draft.title),
            (self.value, "" if draft.value is None else number_words(draft.value, self.locale())),
            (self.currency, draft.currency or self._usual_currency()),
            (self.came_by, draft.came_by),
            (self.because, draft.lost_because),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.state.choose(draft.state)
        self.source.setCurrentIndex(max(0, self.source.findData(draft.source)))
        self.chain.show_chain(draft.via)
        self.grown_from.show_source(draft.conversation_id, draft.event_id)
        self._offer_services(draft.service_ids)
        self.expected.set_value(draft.expected_on)
        self.opened.set_value(draft.opened_on or self._desk.clock.today())
        self.closed.set_value(draft.closed_on)
        self.note.setPlainText(draft.note)
        self.blockSignals(False)
        self._fit()
        self._shown = self.draft()

    def draft(self) -> OpportunityDraft:
        """Return the opportunity as it is written now."""
        value = _amount(self.value)
        source = self.source.currentData()
        via = self.chain.via()
        return replace(
            self._beginning,
            contact_id=self.person.contact_id() or 0,
            title=self.title.text(),
            value=value,
            currency="" if value is None else self.currency.text().strip().upper(),
            state=self.state.value(),
            source=None if source is None else Source(source),
            via=via,
            came_by=self.came_by.text().strip(),
            conversation_id=self.grown_from.conversation_id,
            event_id=self.grown_from.event_id,
            service_ids=tuple(key for key, chip in self.services.items() if chip.isChecked()),
            expected_on=self.expected.value(),
            opened_on=self.opened.value(),
            closed_on=self.closed.value(),
            lost_because=self.because.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def is_changed(self) -> bool:
        """Return whether something was written since ``show_draft``."""
        return self.draft() != self._shown

    def mistake(self) -> tuple[str, QWidget] | None:
        """Return what is missing or wrong, in words, and where; None if all is well."""
        if not self.title.text().strip():
            return self.tr("Give it a few words: what would you do for them?"), self.title
        if self.person.contact_id() is None:
            return self.tr("With whom? Choose somebody from the notebook."), self.person
        try:
            amount_from(self.value.text())
        except ValueError:
            return self.tr("This is not an amount of money."), self.value
        if self.chain.add.text().strip() and not self.chain.take_typed():
            return self.tr("Nobody in the notebook is called that."), self.chain.add
        for field in (self.opened, self.expected, self.closed):
            if not field.is_right():
                return self.tr("This is not a date."), field.edit
        return None

    def lines(self) -> Sequence[QLineEdit]:
        """Return the fields of one line, in which Enter is "done"."""
        dates = (self.expected.edit, self.opened.edit, self.closed.edit)
        return (self.title, self.value, self.currency, self.came_by, self.because, *dates)

    def _people(self) -> list[int]:
        client = self.person.contact_id()
        return [*([] if client is None else [client]), *self.chain.via()]

    def _usual_currency(self) -> str:
        locale = self.locale()
        own = locale.currencySymbol(locale.CurrencySymbolFormat.CurrencyIsoCode)
        return self._desk.notebook.opportunity_list.last_currency() or own or "EUR"

    def _offer_services(self, chosen: Sequence[int]) -> None:
        offered = self._desk.notebook.offerings.services(retired=True)
        flow = self._service_flow
        for chip in self.services.values():
            flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.services = {}
        for service in offered:
            if service.retired and service.id not in chosen:
                continue
            chip = Chip(" ".join(service.name[:40].split()))
            chip.setChecked(service.id in chosen)
            chip.toggled.connect(self.changed)
            self.services[service.id] = chip
            flow.addWidget(chip)
            chip.show()
        for key in ("services", "services label"):
            self._parts[key].setVisible(bool(self.services))

    def _fit(self) -> None:
        """Show only what matters for how it stands and how it came."""
        data, state = self.source.currentData(), self.state.value()
        source = None if data is None else Source(data)
        self.meaning.setText("" if source is None else source_meaning(source))
        self.meaning.setVisible(source is not None)
        in_between = source in REFERRALS or bool(self.chain.via())
        by_something = source is not None and source not in REFERRALS
        decided = state is not OpportunityState.OPEN
        for key, shown in (
            ("chain", in_between),
            ("came by", by_something or bool(self.came_by.text())),
            ("closed", decided),
            ("expected", not decided),
            ("because", state is OpportunityState.LOST),
        ):
            self._parts[key].setVisible(shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        worth = QWidget()
        row = QHBoxLayout(worth)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.value, 1)
        row.addWidget(self.currency)
        services = QWidget()
        services.setLayout(self._service_flow)
        label = PlainLabel(self.tr("Services"), TextRole.SMALL, Tone.MUTED)
        self._parts |= {"services": services, "services label": label}
        source = QWidget()
        asked = QVBoxLayout(source)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(2)
        asked.addWidget(self.source)
        asked.addWidget(self.meaning)
        for key, words, buddy, field in (
            ("title", self.tr("&What"), self.title, self.title),
            ("person", self.tr("With w&hom"), self.person, self.person),
            ("value", self.tr("Worth a&bout"), self.value, worth),
            ("state", self.tr("How it stands"), self.state, self.state),
            ("expected", self.tr("&Expected on"), self.expected.edit, self.expected),
            ("closed", self.tr("&Decided on"), self.closed.edit, self.closed),
            ("because", self.tr("Wh&y it was lost"), self.because, self.because),
            ("source", self.tr("How did it &come?"), self.source, source),
            ("chain", self.tr("Through w&hom?"), self.chain.add, self.chain),
            ("came by", self.tr("By wh&at?"), self.came_by, self.came_by),
            ("grown", self.tr("It &grew from"), self.grown_from.choose, self.grown_from),
        ):
            self._parts[key] = _labelled(FieldLabel(words, buddy), field)
            column.addWidget(self._parts[key])
        column.addWidget(label)
        column.addWidget(services)
        column.addWidget(_labelled(FieldLabel(self.tr("Beg&an on"), self.opened.edit), self.opened))
        column.addWidget(_labelled(FieldLabel(self.tr("No&te"), self.note), self.note))

    def _tell(self) -> None:
        for field in (*self.lines(), self.person):
            field.textChanged.connect(self.changed)
        self.note.textChanged.connect(self.changed)
        self.state.chosen.connect(self._state_chosen)
        self.source.currentIndexChanged.connect(lambda _at: self._fitted())
        self.chain.changed.connect(self._fitted)
        self.grown_from.changed.connect(self.changed)

    def _state_chosen(self) -> None:
        decided = self.state.value() is not OpportunityState.OPEN
        if decided and self.closed.value() is None:
            self.closed.set_value(self._desk.clock.today())
        self._fitted()

    def _fitted(self) -> None:
        self._fit()
        self.changed.emit()


def _amount(field: QLineEdit) -> Decimal | None:
    with suppress(ValueError):
        return amount_from(field.text())
    return None


def _labelled(label: QWidget, field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(TIGHT - 1)
    column.addWidget(label)
    column.addWidget(field)
    return holder
