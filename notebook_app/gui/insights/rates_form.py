"""Asks what one of each currency is worth in the user's own, so that sums can be put together."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QFormLayout, QWidget

from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.money_words import amount_from, number_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, Tone, theme_of
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel
from notebook_app.gui.widgets.text_fields import LineField
from notebook_app.model.insights.money import Rates
from notebook_app.services.insight_settings import own_rates, set_own_rates

_CODE_LENGTH: Final = 3


class RatesForm(FormDialog):
    """A field for the user's own currency, and one for the rate of each other one.

    A rate that is left empty is none; without any, sums stay apart.
    """

    def __init__(self, desk: Desk, parent: QWidget, currencies: Sequence[str]) -> None:
        """Take the desk, who asked, and which currencies are in use."""
        super().__init__(desk, parent, desk.tr("Rates of currencies"), desk.tr("Save"))
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "Sums in several currencies are never added up, unless you say what they are"
                    " worth. These rates are yours: nothing is fetched, and they stay as they are"
                    " until you change them. Leave empty what is to stay apart."
                ),
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        known = own_rates(desk.notebook)
        stored = {} if known is None else dict(known.rates)
        self.base = LineField()
        self.base.setMaxLength(_CODE_LENGTH)
        self.base.setMaximumWidth(theme_of(self).em(6))
        self.base.setText(known.base if known is not None else self._own(currencies))
        rows = QFormLayout()
        rows.setSpacing(SMALL)
        rows.addRow(FieldLabel(self.tr("My own currency"), self.base), self.base)
        self.rates: dict[str, LineField] = {}
        self._labels: dict[str, FieldLabel] = {}
        # What is not in use now may be so in another time: it stays.
        for currency in sorted({*currencies, *stored}):
            field = LineField()
            field.setMaximumWidth(theme_of(self).em(9))
            if (rate := stored.get(currency)) is not None:
                field.setText(number_words(rate, self.locale()))
            self.rates[currency] = field
            self._labels[currency] = FieldLabel("", field)
            rows.addRow(self._labels[currency], field)
        self._rows = rows
        self.body.addLayout(rows)
        self.base.textChanged.connect(lambda _text: self._name())
        self._name()
        first = next((field for field in self.rates.values() if not field.isHidden()), self.base)
        first.setFocus()

    def act(self) -> None:
        """Store the rates; with no field filled there are none any more."""
        typed: list[tuple[str, Decimal]] = []
        for currency, field in self.rates.items():
            if currency == self._base():
                continue
            try:
                rate = amount_from(field.text())
            except ValueError:
                rate = Decimal(0)
            if rate == 0:
                self.complain(
                    self.tr("Write what 1 {currency} is worth, or nothing.").format(
                        currency=currency
                    ),
                    field,
                )
                return
            if rate is not None:
                typed.append((currency, rate))
        rates = Rates(self._base(), tuple(typed)) if typed else None
        self.perform(lambda: set_own_rates(self.desk.notebook, rates))

    def _own(self, currencies: Sequence[str]) -> str:
        locale = self.locale()
        own = locale.currencySymbol(locale.CurrencySymbolFormat.CurrencyIsoCode)
        usual = self.desk.notebook.opportunity_list.last_currency()
        return next((each for each in (own, usual) if each in currencies), usual or own or "EUR")

    def _base(self) -> str:
        return self.base.text().strip().upper()

    def _name(self) -> None:
        """Say of each field in which currency it is; one's own needs none."""
        words = self.tr("1 {currency} is worth, in {own}")
        for currency, field in self.rates.items():
            label = self._labels[currency]
            label.setText(words.format(currency=currency, own=self._base() or "…"))
            field.setAccessibleName(label.text())
            self._rows.setRowVisible(field, currency != self._base())
