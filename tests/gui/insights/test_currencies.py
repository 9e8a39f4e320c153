"""Several currencies in Insights: apart, or by rates that the user typed; never a wrong sum."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.gui.insights.rates_form import RatesForm
from notebook_app.gui.insights.sources_view import SourcesView
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState, Source
from notebook_app.services.save_contact import add_contact
from notebook_app.services.save_opportunity import add_opportunity
from notebook_app.storage.notebook import Notebook

_WORK = (("EUR", "1000"), ("USD", "300"), ("SEK", "5000"))


@pytest.fixture
def view(desk: Desk, notebook: Notebook, qtbot: QtBot) -> Iterator[SourcesView]:
    """Work won in three currencies, one of it without a source."""
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Ann")))
    (ann,) = notebook.contacts.all_ids()
    for currency, value in _WORK:
        draft = OpportunityDraft(
            ann,
            f"Work in {currency}",
            Decimal(value),
            currency,
            OpportunityState.WON,
            None if currency == "SEK" else Source.SELF_REFERRAL,
            opened_on=date(2026, 10, 1),
            closed_on=date(2026, 10, 20),
        )
        add_opportunity(notebook, draft)
    page = InsightsPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(1000, 900)
    page.show()
    page.refresh(None)
    qtbot.waitUntil(lambda: not page.is_reading(), timeout=10_000)
    view = page.views["sources"]
    assert isinstance(view, SourcesView)
    yield view
    page.hide()


def form_of(view: SourcesView) -> RatesForm:
    """The form, opened by its button."""
    view.rates.button.click()
    windows = QApplication.topLevelWidgets()
    return next(each for each in windows if isinstance(each, RatesForm) and each.isVisible())


def read(view: SourcesView, qtbot: QtBot) -> None:
    """Wait until the page has read again."""
    page = next(parent for parent in parents(view) if isinstance(parent, InsightsPage))
    qtbot.waitUntil(lambda: not page.is_reading(), timeout=10_000)


def parents(view: SourcesView) -> Iterator[object]:
    """All widgets around a view."""
    around = view.parentWidget()
    while around is not None:
        yield around
        around = around.parentWidget()


def test_without_rates_sums_stand_apart(view: SourcesView) -> None:
    """In the sentence, beside the bars and in the table's total; and it is said."""
    assert "EUR\u00a01000 + SEK\u00a05000 + USD\u00a0300" in view.sentence.text()
    assert view.rates.words.text() == (
        "Sums in EUR, SEK, USD stand apart: they are never added up."
    )
    data = view.bars.chart.data  # type: ignore[attr-defined]
    assert data.items[0].words == "2 of 2 won · EUR\u00a01000 + USD\u00a0300"
    assert data.total[4] == "EUR\u00a01000 + SEK\u00a05000 + USD\u00a0300"


def test_typed_rates_put_sums_together_and_say_so(view: SourcesView, qtbot: QtBot) -> None:
    """Where one is missing, what has it stays apart and nothing is added up."""
    form = form_of(view)
    form.base.setText("eur")
    assert form.rates["EUR"].isHidden()
    form.rates["USD"].setText("0,9")
    form.act()
    assert not form.isVisible()
    read(view, qtbot)
    assert "by your rates" not in view.sentence.text()
    assert view.rates.words.text() == (
        "By your rates: 1 USD = 0.9 EUR. There is none of SEK: sums with it stand apart."
    )
    data = view.bars.chart.data  # type: ignore[attr-defined]
    assert data.items[0].words == "2 of 2 won · EUR\u00a01270 by your rates"
    form = form_of(view)
    form.rates["SEK"].setText("0.09")
    form.act()
    read(view, qtbot)
    assert "(by your rates EUR\u00a01720)" in view.sentence.text()
    data = view.bars.chart.data  # type: ignore[attr-defined]
    assert data.total[4].endswith("(by your rates EUR\u00a01720)")
    view.desk.undo()
    read(view, qtbot)
    assert "by your rates" not in view.sentence.text()


def test_what_is_no_rate_is_refused(view: SourcesView) -> None:
    """Words, nothing at all, and a currency that is none."""
    form = form_of(view)
    form.base.setText("EUR")
    for typed in ("much", "0", "-1"):
        form.rates["USD"].setText(typed)
        form.act()
        assert form.trouble.text() == "Write what 1 USD is worth, or nothing."
    form.rates["USD"].setText("0.9")
    form.base.setText("E")
    form.act()
    assert "no currency" in form.trouble.text()
    assert form.isVisible()
    form.reject()
