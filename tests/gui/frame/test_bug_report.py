"""Our own errors are logged, shown once with a report, and work goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame import bug_dialog
from notebook_app.gui.frame.bug_dialog import BugDialog
from notebook_app.gui.frame.bug_report import BugReporter


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[BugReporter]:
    """A reporter that has taken over."""
    reporter = BugReporter()
    reporter.take_over()
    yield reporter
    reporter.give_back()
    for dialog in open_dialogs():
        dialog.close()


def open_dialogs() -> list[BugDialog]:
    """Return the bug dialogs that are on the screen."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, BugDialog) and widget.isVisible()
    ]


def fail(words: str = "of our own making") -> None:
    """Fail as a slot of ours might."""
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError:
        kind, error, trace = sys.exc_info()
        assert kind is not None
        assert error is not None
        sys.excepthook(kind, error, trace)


def test_a_bug_is_logged_and_shown_with_a_report(
    reporter: BugReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """The report can be copied; home is not in it."""
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(reporter.shown) as caught:
        fail(f"in {Path.home()}/notebook.db")
    report = caught.args[0]
    assert "ZeroDivisionError" in report
    assert "in ~/notebook.db" in report
    assert str(Path.home()) not in report
    assert "ZeroDivisionError" in caplog.text
    (dialog,) = open_dialogs()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == report
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == report
    QGuiApplication.clipboard().clear()


def test_the_same_bug_is_shown_once_and_another_not_on_top(
    reporter: BugReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug in a paint event comes sixty times a second; each is logged."""
    with qtbot.waitSignal(reporter.shown):
        for _time in range(50):
            fail()
    assert len(open_dialogs()) == 1
    with qtbot.assertNotEmitted(reporter.shown, wait=50):
        try:
            _ = {}["other"]  # type: ignore[var-annotated]
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)
    assert len(open_dialogs()) == 1
    assert caplog.text.count("ZeroDivisionError: ") == 50
    open_dialogs()[0].close()
    with qtbot.assertNotEmitted(reporter.shown, wait=50):
        fail()


def test_a_bug_on_another_thread_is_shown_on_the_windows(
    reporter: BugReporter, qtbot: QtBot
) -> None:
    """Dialogs belong to the window's thread."""
    with qtbot.waitSignal(reporter.shown):
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
    assert len(open_dialogs()) == 1


def test_a_failing_report_does_not_report_itself(
    reporter: BugReporter,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No endless loop when the dialog itself is what is broken."""

    def broken(*_arguments: object) -> None:
        raise RuntimeError("no dialog today")

    monkeypatch.setattr(bug_dialog, "BugDialog", broken)
    fail()
    qtbot.waitUntil(lambda: "no dialog today" in caplog.text)
    qtbot.wait(50)
    assert caplog.text.count("RuntimeError: no dialog today") == 1


def test_a_problem_of_the_users_is_no_bug(qtbot: QtBot) -> None:
    """One that nobody caught is still said in its sentence."""
    said: list[UserProblem] = []
    reporter = BugReporter(said.append)
    with qtbot.assertNotEmitted(reporter.shown, wait=50):
        reporter.report(UserProblem, UserProblem("The disk is full."), None)
    assert [problem.title for problem in said] == ["The disk is full."]


def test_an_error_in_a_slot_arrives_here(reporter: BugReporter, qtbot: QtBot) -> None:
    """What Qt calls ends up in ``sys.excepthook``."""
    with qtbot.capture_exceptions() as caught:
        QTimer.singleShot(0, lambda: 1 // 0)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError
    assert reporter is not None
