"""What a command writes while the window is open is seen in the window."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.elsewhere_watch import ElsewhereWatch
from notebook_app.model.changes import ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook


def _add(notebook: Notebook, name: str) -> ChangeSet:
    return add_contact(notebook, ContactDraft(ContactDetails(display_name=name)))


def test_what_another_program_wrote_is_announced_once(desk: Desk) -> None:
    told: list[ChangeSet] = []
    desk.changed.connect(told.append)
    keeper = QObject()
    watch = ElsewhereWatch(desk, keeper)
    other = Notebook.open(desk.notebook.path, desk.clock)
    _add(other, "From a command")
    other.close()
    watch.look()
    assert [changes.everything for changes in told] == [True]
    watch.look()
    assert len(told) == 1


def test_our_own_writing_is_announced_by_itself_alone(qtbot: QtBot, desk: Desk) -> None:
    """At the window and in the background."""
    told: list[ChangeSet] = []
    desk.changed.connect(told.append)
    keeper = QObject()
    watch = ElsewhereWatch(desk, keeper)
    desk.perform(lambda: _add(desk.notebook, "At the window"))
    watch.look()
    assert len(told) == 1
    work = desk.run_in_background(
        lambda _progress: _add(desk.notebook, "Behind it"), desk.announce, "Adding"
    )
    with qtbot.waitSignal(work.ended):
        pass
    watch.look()
    assert len(told) == 2


def test_a_closed_notebook_is_looked_at_no_more(desk: Desk) -> None:
    """A window may outlive its notebook until Qt gets round to deleting it."""
    told: list[ChangeSet] = []
    desk.changed.connect(told.append)
    keeper = QObject()
    watch = ElsewhereWatch(desk, keeper)
    desk.notebook.close()
    watch.look()
    assert told == []
