"""The small parts of the Insights: the choice of a time, a field for a number, links to people."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup
from notebook_app.gui.insights.figure_words import event_label
from notebook_app.gui.insights.number_field import NumberField
from notebook_app.gui.insights.people_links import PeopleLinks
from notebook_app.gui.insights.period_choice import PeriodChoice
from notebook_app.gui.insights.year_lines import year_sentence
from notebook_app.model.insights.balance_report import Activity
from notebook_app.model.insights.figures import Figures
from notebook_app.model.insights.year_report import YearReport
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import ContactChoice

TODAY = date(2026, 11, 21)


@pytest.fixture
def period(qtbot: QtBot) -> PeriodChoice:
    """The choice, on a Saturday in November."""
    choice = PeriodChoice(lambda: TODAY)
    qtbot.addWidget(choice)
    choice.show()
    return choice


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("month", date(2026, 11, 1), date(2026, 11, 30)),
        ("quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("year", date(2026, 1, 1), date(2026, 12, 31)),
        ("last-year", date(2025, 1, 1), date(2025, 12, 31)),
        ("twelve-months", date(2025, 11, 21), TODAY),
        ("two-years", date(2024, 11, 21), TODAY),
        ("all", None, None),
    ],
)
def test_each_time_has_its_days(
    period: PeriodChoice, key: str, first: date | None, last: date | None
) -> None:
    """Whole months, quarters and years; others until today."""
    period.choose(key)
    assert period.period() == Period(first, last)
    assert period.key() == key
    assert not period.first.isVisible()


def test_other_days_are_typed_and_a_wrong_order_is_waited_out(
    period: PeriodChoice, qtbot: QtBot
) -> None:
    """They begin with the last three months; one end may be left open; they are not remembered."""
    changes: list[Period] = []
    period.changed.connect(lambda: changes.append(period.period()))
    period.choice.choose("other")
    assert changes == [Period(date(2026, 8, 21), TODAY)]
    assert period.first.isVisible()
    period.first.set_value(date(2026, 12, 24))
    assert len(changes) == 1
    period.first.set_value(date(2026, 1, 1))
    assert changes[-1] == Period(date(2026, 1, 1), TODAY)
    period.last.set_value(None)
    assert changes[-1] == Period(date(2026, 1, 1), None)
    period.choose("year")
    period.choose("other")
    assert period.key() == "year"


@pytest.mark.parametrize(
    ("typed", "number", "right"),
    [
        ("", None, True),
        ("  ", None, True),
        ("12", 12, True),
        ("0", 0, True),
        ("-1", None, False),
        ("many", None, False),
        ("1.5", None, False),
    ],
)
def test_a_number_is_one_or_none(qtbot: QtBot, typed: str, number: int | None, right: bool) -> None:
    """What is neither is told apart from nothing."""
    field = NumberField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert (field.number(), field.is_right()) == (number, right)


def test_people_lead_to_their_pages_and_names_are_shown_as_they_are(
    desk: Desk, qtbot: QtBot
) -> None:
    """Markup, a sign that would mark a key, and line ends."""
    links = PeopleLinks(desk)
    qtbot.addWidget(links)
    wanted: list[int] = []
    desk.contact_wanted.connect(wanted.append)
    names = ("<b>Ann</b> & Sons", "Bo\nHåkansson", "x" * 90)
    people = [ContactChoice(at, name, "") for at, name in enumerate(names, 7)]
    links.show_people("Turn to:", people)
    assert [link.text() for link in links.links] == [
        "<b>Ann</b> && Sons",
        "Bo Håkansson",
        "x" * 60,
    ]
    links.links[1].click()
    assert wanted == [8]
    links.show_people("Turn to:", [])
    assert links.isHidden()
    assert links.words.textFormat() is Qt.TextFormat.PlainText


def test_the_day_of_an_event_is_said_as_the_window_says_days() -> None:
    """A name may have a comma; what is no day stays as it is."""
    german = QLocale("de_DE")
    assert (
        event_label("Chamber, After Hours, 2026-11-19", german) == "Chamber, After Hours, 19.11.26"
    )
    assert event_label("No event", german) == "No event"
    assert event_label("Lunch, soon", german) == "Lunch, soon"


@pytest.mark.parametrize(
    ("activity", "work", "said"),
    [
        (Activity(), Figures(), "Nothing is written down of this year."),
        (Activity(0, 2), Figures((1,), open=1), "You met nobody new and strengthened"),
        (Activity(0, 2), Figures((1,), open=1), "times. 1 opportunity began."),
        (Activity(1), Figures((1,), won=1), "1 new person. 1 opportunity began, and is won."),
        (Activity(2), Figures((1, 2), open=2), "Of 2 opportunities that began, none is won."),
        (Activity(2), Figures((1, 2), won=1, open=1), "that began, 1 is won."),
    ],
)
def test_a_year_of_little_is_said_as_one_says_it(
    activity: Activity, work: Figures, said: str
) -> None:
    """Not "0 new people", nor "1 are won"."""
    report = YearReport(2026, True, activity, work, 0, (), 0, (), (), 0, (), (), 0, (), 0, (), 0)
    assert said in year_sentence(report, QLocale.c())


def test_who_closes_a_list_before_it_is_there_waits_for_nothing(desk: Desk, qtbot: QtBot) -> None:
    """However long it would have taken."""
    window = QWidget()
    qtbot.addWidget(window)
    begun = Event()

    def read() -> list[BehindGroup]:
        begun.set()
        desk.notebook.database.execute_sql(
            "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number"
            " LIMIT 1000000000) SELECT max(n) FROM number"
        ).fetchone()
        return []

    dialog = BehindDialog(desk, window, "All", read_groups=read)
    dialog.show()
    assert begun.wait(5)
    dialog.reject()
    assert not dialog.isVisible()
