"""The desk writes, tells, undoes, and does long work without stopping the window."""

import sys
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft, NameParts
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook


def draft(name: str) -> ContactDraft:
    """Return a person to add."""
    return ContactDraft(ContactDetails(name=NameParts(given=name)))


def adding(notebook: Notebook, name: str) -> Callable[[], ChangeSet]:
    """Return the act of adding a person."""
    return lambda: add_contact(notebook, draft(name))


def people(notebook: Notebook) -> int:
    """Return how many people there are."""
    return notebook.overview.counts(notebook.clock.today()).people


def test_a_write_is_told_to_everyone_and_can_be_undone(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """Add, undo, redo: the notebook and the messages go along."""
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda text, can_undo: said.append((text, can_undo)))
    with qtbot.waitSignal(desk.changed) as caught:
        changes = desk.perform(adding(notebook, "Carla"))
    assert changes is caught.args[0]
    assert changes is not None
    assert changes.touches(Changed.CONTACT)
    assert people(notebook) == 1
    with qtbot.waitSignal(desk.changed):
        desk.undo()
    assert people(notebook) == 0
    with qtbot.waitSignal(desk.changed):
        desk.redo()
    assert people(notebook) == 1
    assert [can_undo for _text, can_undo in said] == [True, False, True]
    assert said[0][0] == "Added Carla"
    assert len({text for text, _can_undo in said}) == 3


def test_with_nothing_to_undo_nothing_is_said(desk: Desk, qtbot: QtBot) -> None:
    """An empty notebook has no past."""
    with qtbot.assertNotEmitted(desk.changed), qtbot.assertNotEmitted(desk.said):
        desk.undo()
        desk.redo()


def test_a_problem_is_shown_or_handed_to_who_asks_for_it(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """A person without a name is the user's to mend."""
    with qtbot.waitSignal(desk.problem_met) as caught, qtbot.assertNotEmitted(desk.changed):
        assert desk.perform(adding(notebook, "")) is None
    assert isinstance(caught.args[0], UserProblem)
    here: list[UserProblem] = []
    with qtbot.assertNotEmitted(desk.problem_met):
        desk.perform(adding(notebook, ""), on_problem=here.append)
    assert len(here) == 1


def test_a_bug_in_a_write_is_not_hidden(desk: Desk) -> None:
    """Only a ``UserProblem`` is caught."""
    with pytest.raises(ZeroDivisionError):
        desk.perform(lambda: ChangeSet(str(1 // 0)))


def test_long_work_writes_with_a_connection_of_its_own(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """It runs on another thread; its result and its end arrive on the window's."""
    threads: list[object] = []

    def work(progress: Progress) -> ChangeSet:
        threads.append(threading.current_thread())
        progress.report(1, 2, "Carla")
        return add_contact(notebook, draft("Carla"))

    def done(changes: ChangeSet) -> None:
        threads.append(QThread.currentThread())
        desk.announce(changes)

    with qtbot.waitSignal(desk.changed):
        running = desk.run_in_background(work, done, "Adding Carla")
        running.progressed.connect(lambda *_how_far: threads.append(QThread.currentThread()))
        assert desk.running_titles() == ["Adding Carla"]
    assert threads[0] is not threading.main_thread()
    assert threads[1:] == [desk.thread(), desk.thread()]
    assert people(notebook) == 1
    qtbot.waitUntil(lambda: desk.running_titles() == [])


def wait_for_cancel(progress: Progress) -> None:
    """Work until told to stop."""
    while True:
        progress.report(0, 0, "waiting")
        time.sleep(0.005)


def test_cancelled_work_is_noted_quietly(desk: Desk, qtbot: QtBot) -> None:
    """No result, no problem; a word that nothing was changed."""
    results: list[object] = []
    running = desk.run_in_background(wait_for_cancel, results.append, "Waiting")
    with qtbot.waitSignal(desk.said) as caught, qtbot.assertNotEmitted(desk.problem_met):
        running.cancel()
    assert caught.args == ["Stopped. Nothing was changed.", False]
    assert results == []


def test_while_work_writes_the_window_does_not(
    desk: Desk, notebook: Notebook, qtbot: QtBot
) -> None:
    """The user hears why at once instead of waiting for a lock; reading work forbids nothing."""
    running = desk.run_in_background(wait_for_cancel, lambda _result: None, "Importing")
    with qtbot.waitSignal(desk.problem_met) as caught:
        desk.perform(adding(notebook, "Carla"))
    assert "Importing" in caught.args[0].one_line()
    with qtbot.waitSignal(running.ended):
        running.cancel()
    reading = desk.run_in_background(
        wait_for_cancel, lambda _result: None, "Printing", writes=False
    )
    assert desk.perform(adding(notebook, "Carla")) is not None
    with qtbot.waitSignal(reading.ended):
        reading.cancel()


def test_trouble_of_long_work_goes_where_it_belongs(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ``UserProblem`` is shown, or handed over; a bug goes to the report."""

    def full(_progress: Progress) -> None:
        raise UserProblem("The disk is full.")

    def broken(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(desk.problem_met) as caught:
        desk.run_in_background(full, lambda _result: None, "Filling")
    assert caught.args[0].title == "The disk is full."
    here: list[UserProblem] = []
    running = desk.run_in_background(full, lambda _result: None, "Filling", on_problem=here.append)
    qtbot.waitUntil(lambda: len(here) == 1)
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: bugs.append(kind))
    running = desk.run_in_background(broken, lambda _result: None, "Breaking")
    with qtbot.waitSignal(running.ended):
        pass
    assert bugs == [ZeroDivisionError]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://example.org/",
        "smb://server/share",
        "/etc/passwd",
        "example.org",
        "",
    ],
)
def test_other_links_are_not_opened(desk: Desk, qtbot: QtBot, address: str) -> None:
    """A card may carry anything; the user is told."""
    with qtbot.waitSignal(desk.problem_met):
        assert not desk.open_url(address)


@pytest.mark.parametrize(
    ("scheme", "address"),
    [
        ("https", "https://mendes.example/a?b=c"),
        ("mailto", "mailto:carla@mendes.example"),
        ("tel", "tel:+46701234567"),
    ],
)
def test_web_mail_and_phone_links_are_opened(desk: Desk, scheme: str, address: str) -> None:
    """By the system's program, which here is this test."""
    from PySide6.QtCore import QObject, QUrl, Slot

    class Program(QObject):
        opened: list[str] = []  # noqa: RUF012

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.opened.append(url.toString())

    program = Program()
    QDesktopServices.setUrlHandler(scheme, program, "take")
    try:
        assert desk.open_url(f" {address} ")
    finally:
        QDesktopServices.unsetUrlHandler(scheme)
    assert program.opened[-1] == address
