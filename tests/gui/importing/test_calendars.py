"""Calendars in the window: looked at before they come in, and taken back in one step."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.calendar_preview import CalendarPreview
from notebook_app.gui.importing.import_run import preview_files
from notebook_app.gui.importing.two_line_delegate import BADGE_ROLE, SECOND_ROLE
from notebook_app.services.calendar_plan import EventState
from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import Slot

_CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
SUMMARY:Chamber evening
DTSTART:20261201T180000
LOCATION:Town hall
END:VEVENT
BEGIN:VEVENT
UID:b
SUMMARY:Never
DTSTART:20260230T180000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs open over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _preview(qtbot: QtBot, desk: Desk, window: QWidget, file: Path) -> CalendarPreview:
    preview_files(desk, window, [file])

    def shown() -> list[CalendarPreview]:
        return [each for each in window.findChildren(CalendarPreview) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=10_000)
    return shown()[0]


def _count(desk: Desk) -> int:
    return int(desk.notebook.database.execute_sql("SELECT count(*) FROM event").fetchone()[0])


def test_a_calendar_is_looked_at_taken_in_and_taken_back(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    file = tmp_path / "town.ics"
    file.write_text(_CALENDAR, encoding="utf-8")
    preview = _preview(qtbot, desk, window, file)
    assert preview.import_button.text() == "Add 1 event"
    assert preview.events.rowCount() == 2
    QTest.mouseClick(preview.chips[EventState.BAD], Qt.MouseButton.LeftButton)
    bad = preview.events.index(0)
    assert preview.events.rowCount() == 1
    assert bad.data(BADGE_ROLE)[0] == "not readable"
    assert bad.data(SECOND_ROLE) == "town.ics, line 8: there is no 2026-02-30 in the calendar"
    with qtbot.waitSignal(desk.said, timeout=10_000) as said:
        QTest.keyClick(preview, Qt.Key.Key_Return)
    assert said.args == ["Added 1 event from town.ics", True]
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    assert _count(desk) == 1
    desk.undo()
    assert _count(desk) == 0


def test_what_is_there_already_offers_nothing_to_do(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    file = tmp_path / "town.ics"
    file.write_text(_CALENDAR, encoding="utf-8")
    first = _preview(qtbot, desk, window, file)
    with qtbot.waitSignal(desk.said, timeout=10_000):
        first.import_button.click()
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    again = _preview(qtbot, desk, window, file)
    assert not again.import_button.isVisible()
    assert again.events.index(1).data(BADGE_ROLE)[0] == "already there"


def test_dates_that_a_series_lost_are_told_and_taken_out_if_ticked(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    file = tmp_path / "town.ics"
    day = desk.clock.today()
    series = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Choir\n"
        f"DTSTART:{day:%Y%m%d}T180000\nRRULE:FREQ=WEEKLY;COUNT={{}}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    file.write_text(series.format(4), encoding="utf-8")
    with qtbot.waitSignal(desk.said, timeout=10_000):
        _preview(qtbot, desk, window, file).import_button.click()
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    file.write_text(series.format(2), encoding="utf-8")
    preview = _preview(qtbot, desk, window, file)
    assert preview.chips[EventState.GONE].words == "No longer in the file 2"
    assert "2 dates are no longer in the file." in preview.remarks.text()
    assert not preview.import_button.isVisible()
    QTest.keyClick(preview.take_out, Qt.Key.Key_Space)
    assert preview.take_out.isChecked()
    assert preview.import_button.text() == "Take out 2"
    with qtbot.waitSignal(desk.said, timeout=10_000) as said:
        preview.import_button.click()
    assert said.args == ["Took out 2 events that town.ics no longer has", True]
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    assert _count(desk) == 2
    desk.undo()
    assert _count(desk) == 4
    longer = series.format(4).replace("COUNT=4", f"COUNT=5\nEXDATE:{day:%Y%m%d}T180000")
    file.write_text(longer, encoding="utf-8")
    preview = _preview(qtbot, desk, window, file)
    assert preview.import_button.text() == "Add 1 event"
    preview.take_out.setChecked(True)
    assert preview.import_button.text() == "Add 1, take out 1"
    preview.reject()


def test_what_both_changed_can_be_ticked_to_be_as_in_the_file(
    qtbot: QtBot, desk: Desk, window: QWidget, tmp_path: Path
) -> None:
    file = tmp_path / "town.ics"
    file.write_text(_CALENDAR, encoding="utf-8")
    with qtbot.waitSignal(desk.said, timeout=10_000):
        _preview(qtbot, desk, window, file).import_button.click()
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    [event_id] = [row[0] for row in desk.notebook.database.execute_sql("SELECT id FROM event")]
    move_event(desk.notebook, event_id, Slot(date(2026, 12, 3), time(18)))
    file.write_text(_CALENDAR.replace("1201T18", "1202T18"), encoding="utf-8")
    preview = _preview(qtbot, desk, window, file)
    assert preview.chips[EventState.BOTH].words == "Changed by both 1"
    line = preview.events.index(1)
    assert line.data(BADGE_ROLE)[0] == "changed by both"
    assert line.data(SECOND_ROLE) == "take the file’s: day: 2026-12-03 → 2026-12-02"
    assert not preview.import_button.isVisible()
    preview.list.setCurrentIndex(line)
    QTest.keyClick(preview.list, Qt.Key.Key_Space)
    assert preview.import_button.text() == "Update 1"
    with qtbot.waitSignal(desk.said, timeout=10_000) as said:
        preview.import_button.click()
    assert said.args == ["Changed 1 event from town.ics", True]
    qtbot.waitUntil(lambda: not desk.running_titles(), timeout=10_000)
    event = desk.notebook.events.get(event_id)
    assert event is not None
    assert event.draft.on == date(2026, 12, 2)
