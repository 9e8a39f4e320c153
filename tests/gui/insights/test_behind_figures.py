"""Every figure in the Insights agrees with the list that it leads to, in number and in sum."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE
from notebook_app.gui.insights.balance_view import BalanceView
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.figure_words import bar_words, sum_words
from notebook_app.gui.insights.insight_view import InsightView
from notebook_app.gui.insights.insights_page import InsightsPage
from notebook_app.gui.insights.mix_view import MixView
from notebook_app.gui.insights.services_view import ServicesView
from notebook_app.gui.insights.sources_view import SourcesView
from notebook_app.gui.insights.year_lines import Talks
from notebook_app.gui.insights.year_view import YearView
from notebook_app.gui.opportunities.column_model import ROW_ROLE
from notebook_app.model.insights.balance_report import Measure
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.mix_report import MixPart
from notebook_app.model.insights.money import money_of
from notebook_app.model.insights.sources import By
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityRow
from notebook_app.storage.notebook import Notebook
from tests.storage.insights.conftest import TODAY
from tests.storage.insights.made_notebooks import Contents, contents_with, fill

_made = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
MUCH = contents_with(8)
_STATES = (OpportunityState.WON, OpportunityState.LOST, OpportunityState.OPEN)


@dataclass
class Group:
    """What one list behind a figure shows."""

    words: str
    count: int
    work: list[OpportunityRow]
    beside: list[str]

    @property
    def times(self) -> int:
        """How often its people count, all together."""
        return sum(1 if words in ("", "once") else int(words.split()[0]) for words in self.beside)

    def figures(self) -> Figures:
        """Count and add up its opportunities, one by one."""
        won = [row for row in self.work if row.state is OpportunityState.WON]
        return Figures(
            tuple(row.id for row in self.work),
            won=len(won),
            won_value=money_of((row.value, row.currency.upper()) for row in won),
        )


class Opened:
    """The Insights on a notebook, and what its figures lead to."""

    def __init__(self, notebook: Notebook, qtbot: QtBot) -> None:
        """Show the page."""
        self.desk, self.qtbot = Desk(notebook), qtbot
        self.page = InsightsPage(self.desk)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.refresh(None)
        self.locale = self.page.locale()

    def view(self, kind: type[InsightView]) -> InsightView:
        """Show a view and wait for its figures."""
        self.page.choice.choose(kind)
        self.settle()
        return self.page.views[kind.key]

    def settle(self) -> None:
        """Wait until all is read."""
        self.qtbot.waitUntil(lambda: not self.page.is_reading(), timeout=20_000)

    def groups(self) -> list[Group]:
        """Return all that the dialog which was just opened can show, and close it."""
        (dialog,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, BehindDialog) and each.isVisible()
        ]
        self.qtbot.waitUntil(lambda: not dialog.is_reading(), timeout=20_000)
        found = []
        for chip in dialog.choice.chips:
            chip.click()
            (shown,) = [each for each in dialog.findChildren(QListView) if each.isVisible()]
            model: QAbstractItemModel = shown.model()
            lines = [model.index(row, 0) for row in range(model.rowCount())]
            assert all(line.data() for line in lines), "a line without words"
            badges = [line.data(BADGE_ROLE) for line in lines]
            work = [line.data(ROW_ROLE) for line in lines]
            found.append(
                Group(
                    chip.words,
                    len(lines),
                    [row for row in work if isinstance(row, OpportunityRow)],
                    [badge[0] if badge else "" for badge in badges],
                )
            )
        dialog.close()
        dialog.deleteLater()
        return found

    def close(self) -> None:
        """Leave the page."""
        self.page.hide()
        self.desk.stop_background()


@pytest.fixture
def notebook_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a notebook may be made."""
    return tmp_path_factory.mktemp("made") / "notebook.db"


@contextmanager
def opened(path: Path, contents: Contents, qtbot: QtBot) -> Iterator[Opened]:
    """Show the Insights on a notebook with these contents, once."""
    path.unlink(missing_ok=True)
    notebook = Notebook.open(path, StoppedClock(TODAY), "SE")
    with notebook.database.atomic():
        fill(notebook, contents)
    page = Opened(notebook, qtbot)
    try:
        yield page
    finally:
        page.close()
        notebook.close()


def one(groups: list[Group], words: str) -> Group:
    """Return the group with these first words; one of nothing if it is not offered."""
    return next(
        (group for group in groups if group.words.startswith(words)), Group(words, 0, [], [])
    )


def check_work(of: Opened, groups: list[Group], values: tuple[float, ...], won_value: str) -> None:
    """Hold won, lost and open, and the won value, against the opportunities behind them."""
    group = groups[0] if groups[0].work else Group("", 0, [], [])
    states = [row.state for row in group.work]
    assert group.count == sum(values) == len(states)
    assert tuple(states.count(state) for state in _STATES) == values
    assert won_value == sum_words(group.figures().won_value, of.locale)
    clients = {row.contact.name for row in group.work}
    assert one(groups, "People").count == len(clients)


@_made
@given(contents=MUCH)
def test_where_work_came_from(qtbot: QtBot, notebook_path: Path, contents: Contents) -> None:
    """By whatever it is put together: each bar, each line of the tables, and their sums."""
    with opened(notebook_path, contents, qtbot) as of:
        view = of.view(SourcesView)
        assert isinstance(view, SourcesView)
        for by in (By.PERSON, By.EVENT):
            view.by.choose(by)
            of.settle()
            data = view.bars.chart.data  # type: ignore[attr-defined]
            for item in data.items:
                view.bars.opened.emit(item.key)
                check_work(of, of.groups(), item.values, item.cells[3])
            if data.items:
                view.bars.opened.emit(data.total_key)
                counts = tuple(float(cell) for cell in data.total[1:4])
                check_work(of, of.groups(), counts, data.total[4])
        for item in view.formality.chart.data.items:  # type: ignore[attr-defined]
            view.formality.opened.emit(item.key)
            check_work(of, of.groups(), item.values, item.cells[3])


@_made
@given(contents=MUCH)
def test_clients_chains_and_events(qtbot: QtBot, notebook_path: Path, contents: Contents) -> None:
    """As many clients, opportunities and new people as are said, and their sums."""
    with opened(notebook_path, contents, qtbot) as of:
        view = of.view(SourcesView)
        assert isinstance(view, SourcesView)
        clients = view.clients.chart.data  # type: ignore[attr-defined]
        lines = [(item.key, item.cells) for item in clients.items]
        for key, cells in [*lines, (clients.total_key, clients.total[1:])] if lines else ():
            view.clients.opened.emit(key)
            groups = of.groups()
            assert str(one(groups, "People").count) == cells[0]
            work = groups[0] if groups[0].work else Group("", 0, [], [])
            assert sum_words(work.figures().won_value, of.locale) == cells[1]
        view.chains.toggle_table()
        for key, (_, count, value) in zip(
            view.chains.table.figures.keys, view.chains.table.figures.rows, strict=True
        ):
            view.chains.opened.emit(key)
            group = of.groups()[0]
            assert count.split()[0] == str(group.count)
            assert value == sum_words(group.figures().won_value, of.locale)
        table = view.costs.table.figures
        for row, key in zip(table.rows, table.keys, strict=True):
            new, grew, won = row[3:]
            if key is None:
                assert (new, grew, won) == ("", "", "")
                continue
            events: list[object] = []
            of.desk.provide(Act.SHOW_EVENT, events.append)
            view.costs.opened.emit(key)
            if events:
                assert (new, grew, won) == ("", "", "")
                continue
            groups = of.groups()
            assert str(one(groups, "New people").times) == (new or "0")
            there = one(groups, "Grew there").figures()
            assert grew == (bar_words(there, of.locale) if there.count else "")
            if row is not table.rows[-1] or len(table.rows) == 1:
                assert won == sum_words(one(groups, "Came of it").figures().won_value, of.locale)


@_made
@given(contents=MUCH)
def test_balance_and_mix(qtbot: QtBot, notebook_path: Path, contents: Contents) -> None:
    """Each point of the lines, each bar, and the sums of the whole time."""
    with opened(notebook_path, contents, qtbot) as of:
        view = of.view(BalanceView)
        assert isinstance(view, BalanceView)
        for item in view.met.chart.data.items:  # type: ignore[attr-defined]
            if any(item.values):
                view.met.opened.emit(item.key)
                check_balance(of, dict(zip(list(Measure)[:2], item.values, strict=True)))
        for item in view.began.chart.data.items:  # type: ignore[attr-defined]
            if any(item.values):
                view.began.opened.emit(item.key)
                check_balance(of, dict(zip(list(Measure)[2:], item.values, strict=True)))
        for measure, row in zip(Measure, view.figures.table.figures.rows, strict=True):
            view.figures.opened.emit(measure)
            check_balance(of, {measure: float(row[1])})
        mix = of.view(MixView)
        assert isinstance(mix, MixView)
        names = [item.label for item in mix.done.chart.data.items]  # type: ignore[attr-defined]
        for item in mix.done.chart.data.items:  # type: ignore[attr-defined]
            if item.key is None:
                assert item.cells[1] == "0"
                continue
            mix.done.opened.emit(item.key)
            group = of.groups()[0]
            assert group.words == f"{item.label}: {item.cells[1]}"
            assert str(group.count) == item.cells[1]
            check_hours(mix, item.key, group, item.cells[2])
        for item in mix.weekly.chart.data.items:  # type: ignore[attr-defined]
            if any(item.values):
                mix.weekly.opened.emit(item.key)
                groups = of.groups()
                assert tuple(one(groups, f"{name}:").count for name in names) == item.values


def check_balance(of: Opened, figures: dict[Measure, float]) -> None:
    """Hold figures of the balance against the lists behind them."""
    words = {
        Measure.NEW: "New people",
        Measure.STRENGTHENED: "Strengthened",
        Measure.REACHED_OUT: "I reached",
        Measure.WAS_REACHED: "They reached",
    }
    groups = of.groups()
    for measure, value in figures.items():
        group = one(groups, words[measure])
        if measure is Measure.STRENGTHENED:
            assert group.times == value
            if value:
                assert group.words == f"Strengthened: {int(value)} (people: {group.count})"
        else:
            assert group.count == value
    if len(figures) == 1 and any(figures.values()):
        assert groups[0].words.startswith(words[next(iter(figures))])


def check_hours(mix: MixView, part: object, group: Group, a_week: str) -> None:
    """Hold the hours a week against those beside each act, which are rounded to tenths."""
    assert isinstance(part, MixPart)
    report = mix._report
    assert report is not None
    told = [Decimal(words.split()[0]) for words in group.beside if words]
    assert bool(told) == bool(a_week)
    if told:
        difference = abs(sum(told) / report.weeks - Decimal(a_week))
        assert difference <= (Decimal(len(told)) / report.weeks + 1) / 20


@_made
@given(contents=MUCH)
def test_services_and_years(qtbot: QtBot, notebook_path: Path, contents: Contents) -> None:
    """How many clients stand how, and all that a year says."""
    with opened(notebook_path, contents, qtbot) as of:
        view = of.view(ServicesView)
        assert isinstance(view, ServicesView)
        for item in view.bars.chart.data.items:  # type: ignore[attr-defined]
            view.bars.opened.emit(item.key)
            groups = of.groups()
            words = ("Uses it", "Told", "Declined", "Never told")
            assert [str(one(groups, each).count) for each in words] == list(item.cells)
        year = of.view(YearView)
        assert isinstance(year, YearView)
        for _ in range(2):
            check_year(of, year)
            year.turn(-1)
            of.settle()


def check_year(of: Opened, year: YearView) -> None:
    """Hold all that is said of a year against the lists behind it."""
    report = year._report
    assert report is not None
    if year.people_link.isVisible():
        year.people_link.click()
        check_balance(
            of,
            {
                Measure.NEW: report.activity.new,
                Measure.STRENGTHENED: report.activity.strengthened,
            },
        )
        new, times = report.activity.new, report.activity.strengthened
        met = {0: "You met nobody new", 1: "You met 1 new person"}.get(
            new, f"You met {new} new people"
        )
        words = "a relationship." if times == 1 else f"relationships {times} times."
        said = f"{met} and strengthened {words}" if times else f"{met}."
        assert year.sentence.text().startswith(said)
    if year.work_link.isVisible():
        year.work_link.click()
        figures = of.groups()[0].figures()
        won = {0: "none is won", 1: "1 is won"}.get(figures.won, f"{figures.won} are won")
        said = f"Of {figures.count} opportunities that began, {won}"
        if figures.count == 1:
            said = "1 opportunity began, and is won" if figures.won else "1 opportunity began."
        assert said in year.sentence.text()
        assert sum_words(figures.won_value, of.locale) in year.sentence.text()
    for table in year.tables:
        for (_, beside), key in zip(table.figures.rows, table.figures.keys, strict=True):
            if isinstance(key, int):
                continue
            table.opened.emit(key)
            groups = of.groups()
            if isinstance(key, Talks):
                times, before = (
                    sum(each.count for each in groups if f" {asked}:" in each.words)
                    for asked in (report.year, report.year - 1)
                )
                talked = {0: "never", 1: "once"}.get(times, f"{times} times")
                assert beside == (f"{talked}, {before} the year before" if before else talked)
                assert groups[-1].words == "The person"
                continue
            told = []
            if (met := one(groups, "New p").count) and "new" in beside:
                told.append("1 new person" if met == 1 else f"{met} new people")
            if groups[0].work:
                told.append(bar_words(groups[0].figures(), of.locale))
            assert " · ".join(told) == beside
