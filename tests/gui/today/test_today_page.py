"""Today: what is due, who fades, what is coming, and what an empty day or notebook says."""

from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.follow_ups.complete_form import CompleteForm
from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.coming_column import ComingColumn
from notebook_app.gui.today.today_page import TodayPage
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import Cadence, CadenceUnit
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.services.plan_follow_up import skip_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import TODAY, Filler, day, open_form

Show = Callable[[], TodayPage]


def _names(page: TodayPage) -> list[str]:
    return [card.name.text() for card in page.follow_ups.cards]


def test_late_ones_come_first_then_today_then_the_week(show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("Katya Morozova"), FollowUpKind.EMAIL, 6)
    fill.plan(fill.person("David Lindqvist"), FollowUpKind.COFFEE, 3, at=time(10))
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.NOTE, 0)
    fill.plan(fill.person("Elif Aydın"), FollowUpKind.LUNCH, 8)
    grace = fill.person("Grace Holt")
    fill.talk(grace, "The lease", -185)
    fill.plan(grace, FollowUpKind.CALL, -12, note="Asked about\nthe renewal")
    page = show_page()
    assert _names(page) == ["Grace Holt", "Carla Mendes", "David Lindqvist", "Katya Morozova"]
    first = page.follow_ups.cards[0]
    assert first.kind.text() == "Call"
    assert first.due.text() == "12 days late"
    assert first.second.text() == "Asked about the renewal; last spoke 6 months ago"
    assert page.follow_ups.cards[2].due.text() == "Tue 10:00"
    assert page.follow_ups.everything.words == "Everything 4"
    assert page.title == "Saturday 21 November"


def test_ten_quiet_minutes_show_only_what_needs_no_talking(show_page: Show, fill: Filler) -> None:
    quiet = (
        FollowUpKind.EMAIL,
        FollowUpKind.NOTE,
        FollowUpKind.MESSAGE,
        FollowUpKind.SEND,
        FollowUpKind.THANK,
    )
    for kind in FollowUpKind:
        fill.plan(fill.person(f"By {kind.value}"), kind, 0)
    page = show_page()
    page.follow_ups.quiet.click()
    assert set(_names(page)) == {f"By {kind.value}" for kind in quiet}
    state = page.save_state()
    page.follow_ups.everything.click()
    assert len(_names(page)) == len(FollowUpKind)
    page.restore_state(state)
    assert page.follow_ups.quiet.isChecked()


def test_arrows_and_letters_do_everything(
    qtbot: QtBot, show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    carla = fill.person("Carla Mendes")
    fill.plan(grace, FollowUpKind.CALL, -1)
    fill.plan(carla, FollowUpKind.NOTE, 0)
    page = show_page()
    page.activateWindow()
    page.focus_content()
    first, second = page.follow_ups.cards
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Up)
    with qtbot.waitSignal(desk.contact_wanted) as opened:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert opened.args == [grace]
    qtbot.keyClick(first, Qt.Key.Key_D)
    form = open_form()
    assert isinstance(form, CompleteForm)
    qtbot.keyClicks(form.text, "Called")
    qtbot.keyClick(form.text, Qt.Key.Key_Return)
    assert _names(page) == ["Carla Mendes"]
    assert page.focusWidget() is page.follow_ups.cards[0]
    desk.undo()
    assert _names(page) == ["Grace Holt", "Carla Mendes"]


def test_what_changes_elsewhere_is_right_here_too(
    show_page: Show, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    first = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, -1)
    fill.plan(fill.person("Carla Mendes"), FollowUpKind.NOTE, 0)
    page = show_page()
    kept = page.follow_ups.cards[1]
    desk.perform(lambda: skip_follow_up(notebook, first))
    assert page.follow_ups.cards == [kept]


def test_ten_thousand_late_ones_are_shown_as_they_are_scrolled(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    person = fill.person("Grace Holt")
    with notebook.change("Many"):
        notebook.database.connection().executemany(
            "INSERT INTO follow_up(uid, contact_id, kind, due_on, created_at, changed_at)"
            " VALUES (?, ?, 'call', ?, '', '')",
            [(f"{n:036}", person, day(-1 - n % 400).isoformat()) for n in range(10_000)],
        )
    page = show_page()
    section = page.follow_ups
    assert section.total == 10_000
    assert len(section.cards) < 30
    qtbot.waitUntil(lambda: len(section.cards) == 30)
    assert section.all_button.isVisible()
    assert "10" in section.all_button.text()
    section.all_button.click()
    shown = len(section.cards)
    assert 30 < shown < 200
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert shown < len(section.cards) < 400
    rows = [card.row_shown for card in section.cards]
    assert rows == sorted(rows, key=lambda row: (row.due, row.id))
    assert len({row.id for row in rows}) == len(rows)


def test_somebody_one_is_losing_touch_with_can_be_planned(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    farid = fill.person("Farid Rahimi", cadence=Cadence(6, CadenceUnit.WEEKS))
    fill.talk(farid, "his new workshop", -63)
    page = show_page()
    (card,) = page.losing_touch.cards
    assert card.second.text() == "every 6 weeks · last spoke 9 weeks ago: his new workshop"
    card.plan_button.click()
    form = open_form()
    assert isinstance(form, PlanForm)
    form.act()
    assert not page.losing_touch.isVisible()
    assert _names(page) == ["Farid Rahimi"]


def test_birthdays_of_a_week_and_the_next_event_stand_beside(show_page: Show, fill: Filler) -> None:
    fill.person("Carla Mendes", birthday="1979-11-24")
    fill.person("Too late", birthday="1979-11-29")
    fill.event("Breakfast club", 3, time(8))
    page = show_page()
    words = " ".join(label.text() for label in page.coming.findChildren(QLabel))
    assert "turns 47" in words
    assert "Too late" not in words
    assert "Breakfast club" in words
    assert "Tue 24 Nov 08:00" in words


def test_a_birthday_of_29_february_is_kept_on_the_28th(
    qtbot: QtBot, desk: Desk, notebook: Notebook, fill: Filler
) -> None:
    fill.person("Leap Friend", birthday="--02-29")
    for today, words in ((date(2027, 2, 28), "today"), (date(2028, 2, 28), "tomorrow")):
        coming = ComingColumn(desk)
        qtbot.addWidget(coming)
        coming.read(today)
        assert words in " ".join(label.text() for label in coming.findChildren(QLabel))
    coming = ComingColumn(desk)
    qtbot.addWidget(coming)
    coming.read(date(2027, 3, 1))
    assert coming.is_empty()


def test_an_empty_day_says_so_kindly_and_names_what_comes(show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("Elif Aydın"), FollowUpKind.LUNCH, 19)
    page = show_page()
    assert page.quiet_day.isVisible()
    assert "Enjoy the quiet" in page.quiet_day.words.text()
    assert page.quiet_day.next.text() == "Next: Lunch with Elif Aydın, Thu 10 Dec"


def test_an_empty_notebook_offers_the_ways_on(show_page: Show, desk: Desk, fill: Filler) -> None:
    asked: list[Act] = []
    for act in (Act.IMPORT, Act.ADD_PERSON, Act.EXAMPLE):
        desk.provide(act, lambda each=act: asked.append(each))
    page = show_page()
    assert page.empty is not None
    assert page.empty.isVisible()
    for button in page.empty.buttons:
        button.click()
    assert asked == [Act.IMPORT, Act.ADD_PERSON, Act.EXAMPLE]
    fill.person("Grace Holt")
    page.refresh(None)
    assert not page.empty.isVisible()


def test_only_buttons_that_somebody_answers_are_shown(show_page: Show, desk: Desk) -> None:
    page = show_page()
    assert page.top_bar_right() == []
    desk.provide(Act.LOG, lambda: None)
    assert page.top_bar_right() == [page.log_button]


def test_names_are_shown_as_the_text_they_are(show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("<b>Bold</b> & Co"), FollowUpKind.CALL, 0, note="<img src=x>")
    page = show_page()
    card = page.follow_ups.cards[0]
    assert card.name.text() == "<b>Bold</b> & Co"
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in card.findChildren(PlainLabel)
    )


def test_the_page_rolls_over_at_midnight(
    qtbot: QtBot, show_page: Show, notebook: Notebook, fill: Filler
) -> None:
    fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    page = show_page()
    watch = page.findChild(DayWatch)
    assert watch is not None
    clock = StoppedClock(TODAY + timedelta(days=1))
    notebook.clock = clock
    watch._clock = clock
    with qtbot.waitSignal(page.title_changed):
        watch.look()
    assert page.title == "Sunday 22 November"
    assert page.follow_ups.cards[0].due.text() == "1 day late"
