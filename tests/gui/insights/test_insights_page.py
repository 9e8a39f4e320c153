"""The Insights: figures that agree with the notebook, what is behind them, and time to choose."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.balance_view import BalanceView
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.gui.insights.mix_view import MixView
from notebook_app.gui.insights.plans_form import PlansForm
from notebook_app.gui.insights.services_view import ServicesView
from notebook_app.gui.insights.sources_view import SourcesView
from notebook_app.gui.insights.targets_form import TargetsForm
from notebook_app.gui.insights.year_view import YearView
from notebook_app.gui.printing.document_dialog import DocumentDialog
from notebook_app.gui.theme import Theme
from notebook_app.model.insights.balance_report import Measure
from notebook_app.model.insights.mix_report import MixPart
from notebook_app.model.insights.sources import By
from notebook_app.services.example_notebook.write import write_example
from notebook_app.services.report_sources import report_sources
from notebook_app.services.save_contact import delete_contacts
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example notebook, written once."""
    path = tmp_path_factory.mktemp("insights") / "example.db"
    write_example(path, StoppedClock(TODAY), "SE")
    return path


@pytest.fixture
def notebook(example: Path, tmp_path: Path) -> Iterator[Notebook]:
    """A copy of the example."""
    path = tmp_path / "notebook.db"
    path.write_bytes(example.read_bytes())
    opened = Notebook.open(path, StoppedClock(TODAY))
    yield opened
    opened.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[InsightsPage]:
    """The page on the example, read."""
    page = InsightsPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(1000, 900)
    page.show()
    page.refresh(None)
    read(page, qtbot)
    yield page
    page.hide()


def read(page: InsightsPage, qtbot: QtBot) -> None:
    """Wait until all is read that was asked for."""
    qtbot.waitUntil(lambda: not page.is_reading(), timeout=10_000)


def choose(page: InsightsPage, qtbot: QtBot, kind: type) -> QWidget:
    """Show a view and wait for its figures."""
    page.choice.choose(kind)
    read(page, qtbot)
    return page.views[kind.key]  # type: ignore[attr-defined]


def open_one(kind: type[QWidget]) -> QWidget:
    """The window of a kind that is open."""
    windows = QApplication.topLevelWidgets()
    return next(each for each in windows if isinstance(each, kind) and each.isVisible())


def sources(page: InsightsPage) -> SourcesView:
    """The first view."""
    view = page.views["sources"]
    assert isinstance(view, SourcesView)
    return view


def test_the_bars_and_the_sentence_say_what_is_written_down(page: InsightsPage) -> None:
    """Twelve won, two lost, five open; each source with its own."""
    view = sources(page)
    assert view.sentence.text().startswith("12 of 19 opportunities were won, for EUR\u00a030350.")
    data = view.bars.chart.data  # type: ignore[attr-defined]
    assert sum(item.values[0] for item in data.items) == 12
    assert sum(item.values[1] for item in data.items) == 2
    assert sum(item.values[2] for item in data.items) == 5
    assert data.total[:4] == ("All", "12", "2", "5")


@pytest.mark.parametrize("by", [by for by in By if by is not By.FORMALITY])
def test_behind_each_bar_are_as_many_as_it_says(page: InsightsPage, qtbot: QtBot, by: By) -> None:
    """By whatever they are put together."""
    view = sources(page)
    view.by.choose(by)
    read(page, qtbot)
    report = report_sources(page.desk.notebook, by, page.period.period())
    assert view.bars.chart.count() == min(12, len(report.rows))
    for at, row in enumerate(report.rows[:12]):
        if row.figures.count == 0:
            continue
        view.bars.chart.opened.emit(view.bars.chart.key_of(at))
        dialog = open_one(BehindDialog)
        assert isinstance(dialog, BehindDialog)
        assert dialog.work.rowCount() == row.figures.count
        shown = view.bars.chart.data.items[at]  # type: ignore[attr-defined]
        assert sum(shown.values) == row.figures.count
        dialog.close()
        QTest.qWait(0)


def test_an_opportunity_behind_a_figure_leads_to_its_place(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """On the timeline of its client."""
    led: list[tuple[object, ...]] = []
    page.desk.provide(Act.SHOW_ENTRY, lambda *details: led.append(details))
    view = sources(page)
    view.bars.chart.setFocus()
    QTest.keyClick(view.bars.chart, Qt.Key.Key_Return)
    dialog = open_one(BehindDialog)
    assert isinstance(dialog, BehindDialog)
    dialog.work_list.setCurrentIndex(dialog.work.index(0, 0))
    dialog.work_list.activated.emit(dialog.work.index(0, 0))
    assert len(led) == 1
    assert not dialog.isVisible()


def test_another_time_is_counted_anew(page: InsightsPage, qtbot: QtBot) -> None:
    """This month one began; other days can be typed."""
    page.period.choice.choose("month")
    read(page, qtbot)
    assert sources(page).sentence.text().startswith("2 opportunities began in this time")
    page.period.choice.choose("other")
    page.period.first.set_value(date(2025, 2, 1))
    page.period.last.set_value(date(2025, 3, 31))
    read(page, qtbot)
    assert sources(page).sentence.text().startswith("2 of 2 opportunities were won")


def test_an_empty_time_says_so(page: InsightsPage, qtbot: QtBot) -> None:
    """Kindly, and without a chart of nothing."""
    page.period.choice.choose("other")
    page.period.first.set_value(date(2001, 1, 1))
    page.period.last.set_value(date(2001, 1, 2))
    read(page, qtbot)
    view = sources(page)
    assert view.nothing.isVisible()
    assert not view.bars.isVisible()
    assert not view.chains.isVisible()
    balance = choose(page, qtbot, BalanceView)
    assert isinstance(balance, BalanceView)
    assert balance.sentence.text() == "Nothing is written down in this time."
    assert not balance.figures.isVisible()


def test_somebody_in_the_trash_is_left_out_and_said(page: InsightsPage, qtbot: QtBot) -> None:
    """The sum agrees with the bars again at once."""
    notebook = page.desk.notebook
    (ruth,) = [choice.id for choice in notebook.contacts.find("Ruth Abernathy")]
    page.desk.perform(lambda: delete_contacts(notebook, [ruth]))
    read(page, qtbot)
    view = sources(page)
    assert view.sentence.text().startswith("11 of 18 opportunities were won")
    assert "1 opportunity of somebody in the trash is left out." in view.beside.text()
    page.desk.undo()
    read(page, qtbot)
    assert view.sentence.text().startswith("12 of 19")


def test_the_balance_turns_to_somebody_and_knows_targets(page: InsightsPage, qtbot: QtBot) -> None:
    """A target that is set is held against each whole month."""
    view = choose(page, qtbot, BalanceView)
    assert isinstance(view, BalanceView)
    assert view.sentence.text() == "You socialise more than you network."
    assert view.event_button.text() == "Meet somebody new at Breakfast club"
    view.ask_for_targets()
    form = open_one(TargetsForm)
    assert isinstance(form, TargetsForm)
    model = view.met.chart.data  # type: ignore[attr-defined]
    whole = [item.values[0] for item in model.items if item.key.whole]
    now = round(sum(whole) / len(whole))
    assert form.fields[Measure.NEW].placeholderText() == f"now {now}"
    form.fields[Measure.NEW].setText("many")
    form.act()
    assert form.trouble.text() == "Write a whole number, or nothing."
    form.fields[Measure.NEW].setText("3")
    form.act()
    read(page, qtbot)
    assert view.figures.table.figures.header[3:] == ["Target a month", "Months reached"]
    cells = [view.figures.table.model().index(0, column).data() for column in range(5)]
    assert cells[0] == "New people"
    assert cells[3] == "3"
    assert cells[4].endswith("of 23")
    page.desk.undo()
    read(page, qtbot)
    assert view.figures.table.figures.header == ["What", "In this time", "Trend"]


def test_a_month_of_the_balance_shows_its_people(page: InsightsPage, qtbot: QtBot) -> None:
    """As many new ones as the line says."""
    view = choose(page, qtbot, BalanceView)
    assert isinstance(view, BalanceView)
    data = view.met.chart.data  # type: ignore[attr-defined]
    last = data.items[-1]
    view.met.opened.emit(last.key)
    dialog = open_one(BehindDialog)
    assert isinstance(dialog, BehindDialog)
    qtbot.waitUntil(lambda: not dialog.is_reading(), timeout=5_000)
    assert dialog.choice.chips[0].words == f"New people: {int(last.values[0])}"
    assert dialog.people.rowCount() == last.values[0]
    dialog.close()


def test_the_plan_for_a_week_is_held_against_what_was_done(
    page: InsightsPage, qtbot: QtBot
) -> None:
    """Hours with a comma too; nonsense is said."""
    view = choose(page, qtbot, MixView)
    assert isinstance(view, MixView)
    assert view.sentence.text().startswith("Mostly contact care.")
    # Three events in two years are few, but not none.
    assert view.done.chart.data.items[0].words == "less than 0.1"  # type: ignore[attr-defined]
    view.ask_for_plans()
    form = open_one(PlansForm)
    assert isinstance(form, PlansForm)
    form.hours[MixPart.EVENTS].setText("soon")
    form.act()
    assert "number of hours" in form.trouble.text()
    form.hours[MixPart.EVENTS].setText("1.5")
    form.acts[MixPart.CARE].setText("1")
    form.act()
    read(page, qtbot)
    assert view.sentence.text() == "Less than you planned: events."


def test_looking_back_goes_from_year_to_year(page: InsightsPage, qtbot: QtBot) -> None:
    """Not beyond this one; how often one spoke leads to the conversations, and to the person."""
    view = choose(page, qtbot, YearView)
    assert isinstance(view, YearView)
    assert view.year_words.text() == "2026"
    assert not view.on.isEnabled()
    wanted: list[int] = []
    page.desk.contact_wanted.connect(wanted.append)
    spoken_to = view.tables[0]
    QTest.keyClick(spoken_to, Qt.Key.Key_Return)
    name, times = spoken_to.figures.rows[0]
    behind = open_one(BehindDialog)
    assert isinstance(behind, BehindDialog)
    qtbot.waitUntil(lambda: not behind.is_reading(), timeout=5_000)
    assert behind.windowTitle() == name
    assert times.startswith(f"{behind.acts.rowCount()} times")
    behind.choice.chips[-1].click()
    behind.people_list.clicked.emit(behind.people.index(0, 0))
    assert page.desk.notebook.contacts.name_of(wanted[0]) == name
    before = spoken_to.figures.rowCount()
    more = next(link for link in view.links if link.text().startswith("and "))
    more.click()
    read(page, qtbot)
    assert view.tables[0].figures.rowCount() > before
    view.turn(-1)
    read(page, qtbot)
    assert view.year_words.text() == "2025"
    assert view.on.isEnabled()


def test_with_letters_of_twice_the_size_no_view_is_wider_than_a_small_window(
    qapp: QApplication, theme: Theme, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    """Pages scroll up and down only: what is wider would be cut."""
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()
    page = request.getfixturevalue("page")
    page.resize(620, 500)
    for kind in (SourcesView, BalanceView, MixView, ServicesView, YearView):
        view = choose(page, qtbot, kind)
        assert view.minimumSizeHint().width() <= 590, kind.key


def test_each_view_goes_on_paper(page: InsightsPage, qtbot: QtBot) -> None:
    """As the document that the command line prints too."""
    for kind in (SourcesView, BalanceView, MixView, YearView):
        choose(page, qtbot, kind)
        page.print_shown()
        dialog = open_one(DocumentDialog)
        assert isinstance(dialog, DocumentDialog)
        qtbot.waitUntil(dialog.is_settled, timeout=10_000)
        assert dialog.prepared is not None
        assert dialog.prepared.pages
        dialog.close()
        QTest.qWait(0)


def test_all_in_short_goes_on_two_pages(page: InsightsPage, qtbot: QtBot) -> None:
    """The main figures of the time that is chosen."""
    page.overview_button.click()
    read(page, qtbot)
    dialog = open_one(DocumentDialog)
    assert isinstance(dialog, DocumentDialog)
    qtbot.waitUntil(dialog.is_settled, timeout=10_000)
    assert dialog.prepared is not None
    assert len(dialog.prepared.pages) == 2
    dialog.close()


def test_view_and_time_come_back(page: InsightsPage, desk: Desk, qtbot: QtBot) -> None:
    """After a restart."""
    page.period.choice.choose("year")
    choose(page, qtbot, MixView)
    other = InsightsPage(desk)
    qtbot.addWidget(other)
    other.restore_state(page.save_state())
    assert other.choice.value() is MixView
    assert other.period.key() == "year"
