"""The calendar with letters of twice the size in a small window: nothing cut or overlapping."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.theme import Theme
from notebook_app.model.follow_up import FollowUpKind
from tests.gui.follow_ups.filled import TODAY, Filler, day

Show = Callable[[], CalendarPage]
NAME = "Maximiliane Alexandra von Hohenstein-Wolfenbüttel zu Saalburg"


@pytest.fixture
def large(qapp: QApplication, theme: Theme) -> None:
    """Letters of twice the size; the look of all tests puts them back."""
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_small_window_shows_the_month_alone_and_the_day_in_the_agenda(
    qtbot: QtBot, show_page: Show, fill: Filler, mirrored: bool
) -> None:
    for _ in range(3):
        fill.plan(fill.person(NAME), FollowUpKind.CALL, 2)
    page = show_page()
    if mirrored:
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(630, 366)
    assert not page.column.isVisible()
    month = page.month
    geometry = month.geometry_now()
    assert geometry.lines(3) == 0
    place = month.month.span.place(day(2))
    assert place is not None
    rest = geometry.rest_rect(*place)
    assert geometry.day_rect(*place).contains(rest)
    month.grab()
    QTest.mouseClick(month, Qt.MouseButton.LeftButton, pos=rest.center())
    assert page.agenda.isVisible()
    assert page.month.day == day(2)
    page.agenda.grab()
    page.show_view("month")
    qtbot.keyClick(month, Qt.Key.Key_Return)
    assert page.agenda.isVisible()


@pytest.mark.usefixtures("large")
def test_the_hours_of_the_week_keep_most_of_the_height(show_page: Show, fill: Filler) -> None:
    for _ in range(6):
        fill.plan(fill.person(NAME), FollowUpKind.CALL, 0)
    page = show_page()
    page.resize(630, 366)
    page.show_view("week")
    geometry = page.week.geometry_now()
    assert page.week.viewport().height() - geometry.top > geometry.top - geometry.head
    page.week.grab()


@pytest.mark.usefixtures("large")
def test_a_long_name_does_not_make_the_column_wider(show_page: Show, fill: Filler) -> None:
    fill.plan(fill.person(NAME + "Handelskammerjahresempfang"), FollowUpKind.CALL, 0)
    page = show_page()
    page.resize(920, 560)
    page.go_to(TODAY)
    assert page.column.isVisible()
    inside = page.column.widget()
    assert inside.minimumSizeHint().width() <= page.column.viewport().width()
    QTest.qWait(1)
    for card in page.column.cards:
        assert card.geometry().right() <= page.column.viewport().width()
