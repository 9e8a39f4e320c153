"""Fields that take words: dates, times, searches, choices."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCalendarWidget, QMainWindow
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField, read_date
from notebook_app.gui.widgets.search_field import SearchField
from notebook_app.gui.widgets.text_fields import LineField, TextField
from notebook_app.gui.widgets.time_field import TimeField, read_time

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en_GB", "tomorrow", date(2026, 11, 22)),
        ("en_GB", "2026-12-24", date(2026, 12, 24)),
        ("en_GB", "03/12/2026", date(2026, 12, 3)),
        ("en_GB", "03/12/26", date(2026, 12, 3)),
        ("en_US", "12/3/2026", date(2026, 12, 3)),
        ("en_US", "12/3/26", date(2026, 12, 3)),
        ("de_DE", "03.12.2026", date(2026, 12, 3)),
        ("de_DE", "03.12.26", date(2026, 12, 3)),
        ("sv_SE", "2026-12-03", date(2026, 12, 3)),
        ("en_GB", "31/02/2026", None),
        ("en_GB", "soon", None),
        ("en_GB", "", None),
    ],
)
def test_dates_are_read_as_people_write_them(locale: str, text: str, expected: date | None) -> None:
    """Words and ISO everywhere, else as the country does."""
    assert read_date(text, TODAY, QLocale(locale)) == expected


def make_date_field(qtbot: QtBot, *, optional: bool = False) -> DateField:
    """Return a field on the fixed day."""
    field = DateField(lambda: TODAY, "When", optional=optional)
    field.setLocale(QLocale("en_GB"))
    qtbot.addWidget(field)
    field.resize(400, 32)
    field.show()
    return field


def test_a_date_field_says_what_it_understood(qtbot: QtBot) -> None:
    """Beside the words stands the day, also for screen readers; and a wrong word is told."""
    field = make_date_field(qtbot)
    with qtbot.waitSignal(field.value_changed) as caught:
        field.edit.setText("tomorrow")
    assert caught.args == [date(2026, 11, 22)]
    assert field.edit.accessibleDescription() == "Sun 22 Nov"
    assert field.is_right()
    with qtbot.waitSignal(field.value_changed) as caught:
        field.edit.setText("tomorrowish")
    assert caught.args == [None]
    assert field.edit.accessibleDescription() == "not a date yet"
    assert not field.is_right()


def test_another_year_is_said(qtbot: QtBot) -> None:
    """So that a slip of a year is noticed."""
    field = make_date_field(qtbot)
    field.edit.setText("2027-01-05")
    assert field.edit.accessibleDescription() == "Tue 5 Jan 2027"


def test_only_an_optional_date_may_be_left_out(qtbot: QtBot) -> None:
    """An empty field is right or wrong by what it is for."""
    assert not make_date_field(qtbot).is_right()
    assert make_date_field(qtbot, optional=True).is_right()


def test_a_date_that_was_set_is_read_back(qtbot: QtBot) -> None:
    """Also one long past, in the short form of the country."""
    field = make_date_field(qtbot)
    for day in (TODAY, date(1934, 2, 28), date(2071, 12, 31)):
        field.set_value(day)
        assert field.value() == day
    field.set_value(None)
    assert field.value() is None


def test_arrows_go_a_day_on_and_back(qtbot: QtBot) -> None:
    """From the day in the field, or from today."""
    field = make_date_field(qtbot)
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 22)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 20)


def test_a_day_can_be_taken_from_the_calendar(qtbot: QtBot, qapp: QApplication) -> None:
    """Alt+Down opens it on the field's day; Enter takes the day."""
    field = make_date_field(qtbot)
    field.set_value(TODAY)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = qapp.activePopupWidget()
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-11-21"
    calendar.setSelectedDate(calendar.selectedDate().addDays(3))
    calendar.activated.emit(calendar.selectedDate())
    assert field.value() == date(2026, 11, 24)
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9", time(9)),
        ("9am", time(9)),
        ("9:15 PM", time(21, 15)),
        ("12 am", time(0)),
        ("noon", time(12)),
        ("25:00", None),
        ("13 pm", None),
        ("9:75", None),
        ("later", None),
        ("", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, expected: time | None) -> None:
    """With or without minutes, on a clock of 12 or 24 hours."""
    assert read_time(text) == expected


def test_a_time_field_tells_and_tidies(qtbot: QtBot) -> None:
    """The value goes out while typing; the text is written out when the field is left."""
    field = TimeField("At")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.value_changed) as caught:
        qtbot.keyClicks(field, "9am")
    assert caught.args == [time(9)]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "09:00"
    field.setText("99")
    assert not field.is_right()
    field.clear()
    assert field.is_right()


def test_the_search_field_is_left_downwards_and_cleared(qtbot: QtBot) -> None:
    """Down and Enter go into the list, Escape clears and then leaves."""
    field = SearchField(QKeySequence("Ctrl+F"))
    qtbot.addWidget(field)
    field.setText("carla")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        with qtbot.waitSignal(field.leave_down):
            qtbot.keyClick(field, key)
    with qtbot.assertNotEmitted(field.dismissed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.dismissed):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_choice_is_made_by_what_it_stands_for(qtbot: QtBot) -> None:
    """An unknown thing leaves the choice as it was."""
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItem("In person", "in person")
    field.addItem("Call", "call")
    field.choose("call")
    field.choose("pigeon")
    assert field.currentData() == "call"


@pytest.mark.parametrize("make", [LineField, TextField, SearchField])
def test_undo_goes_to_the_window_once_nothing_typed_is_left(
    qtbot: QtBot, make: type[LineField] | type[TextField]
) -> None:
    """What was saved from a field can be undone with the focus still in it; typing comes first."""
    window = QMainWindow()
    qtbot.addWidget(window)
    field = make()
    window.setCentralWidget(field)
    undone = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
    shortcut.activated.connect(lambda: undone.append(1))
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


@pytest.mark.parametrize(
    ("locale", "shown"),
    [("C", "2026-12-03"), ("en_GB", "03/12/2026"), ("en_US", "12/3/2026"), ("de_DE", "03.12.2026")],
)
def test_a_date_is_shown_as_the_country_writes_it(qtbot: QtBot, locale: str, shown: str) -> None:
    """Without a country as everywhere: not as three numbers with nothing between them."""
    field = DateField(lambda: TODAY)
    qtbot.addWidget(field)
    field.setLocale(QLocale(locale))
    field.set_value(date(2026, 12, 3))
    assert field.edit.text() == shown
