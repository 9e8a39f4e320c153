"""A month is drawn once and shown many times, but never as it was before a change."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.calendar.month_geometry import MonthGeometry
from notebook_app.gui.calendar.month_pictures import MonthPictures
from notebook_app.gui.calendar.month_span import MonthSpan
from notebook_app.gui.calendar.shown_month import ShownMonth
from notebook_app.gui.theme import Appearance, Theme
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUpKind
from tests.gui.follow_ups.filled import TODAY, Filler, day

Show = Callable[[], CalendarPage]
_ROOM = MonthGeometry(QSize(700, 600), 6, False, 20, 30, 20, 16)


def test_what_was_planned_is_drawn_at_once(show_page: Show, fill: Filler) -> None:
    elif_ = fill.person("Elif Aydın")
    page = show_page()
    before = page.month.grab().toImage()
    fill.plan(elif_, FollowUpKind.LUNCH, 2)
    page.refresh(ChangeSet(ids={Changed.FOLLOW_UP: frozenset()}))
    assert page.month.grab().toImage() != before


def test_other_colours_are_seen_at_once(show_page: Show, theme: Theme) -> None:
    page = show_page()
    before = page.month.grab().toImage()
    theme.set_appearance(Appearance.DARK)
    assert page.month.grab().toImage() != before
    theme.set_appearance(Appearance.LIGHT)
    assert page.month.grab().toImage() == before


def test_turning_away_and_back_shows_the_same(show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person("Elif Aydın"), FollowUpKind.LUNCH, 2)
    page = show_page()
    before = page.month.grab().toImage()
    page.month.go_months(1)
    assert page.month.grab().toImage() != before
    page.month.go_months(-1)
    assert page.month.grab().toImage() == before


def test_a_higher_window_reads_more_of_a_day(qtbot: QtBot, show_page: Show, fill: Filler) -> None:
    for number in range(30):
        fill.plan(fill.person(f"Person {number}"), FollowUpKind.CALL, 1)
    page = show_page()
    few = len(page.month.month.on(day(1)))
    assert page.month.month.count(day(1)) == 30
    page.resize(page.width(), 2400)
    qtbot.waitUntil(lambda: len(page.month.month.on(day(1))) > few)
    assert page.month.month.count(day(1)) == 30


def test_a_picture_is_kept_for_its_place_its_day_and_its_content() -> None:
    drawn: list[ShownMonth] = []

    def draw(_geometry: MonthGeometry, month: ShownMonth) -> QPixmap:
        drawn.append(month)
        return QPixmap(1, 1)

    pictures = MonthPictures(draw)
    month = ShownMonth(MonthSpan.around(TODAY, 1), 4)
    for _ in range(2):
        pictures.picture(_ROOM, month, TODAY)
    assert len(drawn) == 1
    pictures.picture(_ROOM, month, date(2026, 11, 22))
    pictures.picture(_ROOM, ShownMonth(month.span, 4), TODAY)
    assert len(drawn) == 3
