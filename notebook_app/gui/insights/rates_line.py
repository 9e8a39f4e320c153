"""Says that sums in several currencies stand apart, or by which rates they are put together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.follow_ups.money_words import number_words
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.rates_form import RatesForm
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.insights.money import Rates


class RatesLine(QWidget):
    """Hidden while there is one currency only."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk."""
        super().__init__(parent)
        self._desk = desk
        self._currencies: Sequence[str] = ()
        self.words = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.button = LinkButton(self.tr("My rates…"), self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_rates(self, currencies: Sequence[str], rates: Rates | None) -> None:
        """Show which currencies there are, and the rates that are known of them."""
        self._currencies = currencies
        self.setVisible(len(currencies) > 1)
        said = self.tr("Sums in {currencies} stand apart: they are never added up.").format(
            currencies=", ".join(currencies)
        )
        if rates is not None:
            known = {rates.base, *(currency for currency, _rate in rates.rates)}
            one = self.tr("1 {currency} = {rate} {own}")
            told = [
                one.format(currency=each, rate=number_words(rate, self.locale()), own=rates.base)
                for each, rate in rates.rates
                if each in currencies
            ]
            said = self.tr("By your rates: {rates}.").format(rates=", ".join(told) or rates.base)
            missing = [each for each in currencies if each not in known]
            if missing:
                words = self.tr("There is none of {currencies}: sums with it stand apart.")
                said = f"{said} {words.format(currencies=', '.join(missing))}"
        self.words.setText(said)

    def ask(self) -> None:
        """Ask for the rates."""
        RatesForm(self._desk, self, self._currencies).open()
