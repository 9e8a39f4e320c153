"""A contact comes in steps: head, timeline, details, so that no key waits for all of them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.model.changes import Changed
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.rows import EntryKind
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import all_words, come_to_rest


def _go_to(page: PeoplePage, name: str, people: dict[str, int]) -> None:
    """Choose somebody in the list, as an arrow key does, and have the page told."""
    page.people.view.select_contact(people[name])
    page.people.view.tell_if_due()


def test_the_head_is_there_first_and_the_rest_follows(
    page: PeoplePage, people: dict[str, int]
) -> None:
    come_to_rest(page)
    _go_to(page, "Carla Mendes", people)
    assert page.contact.head.name.text() == "Carla Mendes"
    assert page.contact.timeline.view.count() == 0
    assert not page.details.spots
    come_to_rest(page)
    assert page.contact.timeline.view.count() == 2
    assert "carla@mendes.example" in all_words(page.details)


def test_who_is_passed_by_leaves_nothing_behind(
    page: PeoplePage, people: dict[str, int], qtbot: QtBot
) -> None:
    come_to_rest(page)
    for name in ("Carla Mendes", "Farid Rahimi"):
        _go_to(page, name, people)
    come_to_rest(page)
    qtbot.wait(20)
    assert page.contact.head.name.text() == "Farid Rahimi"
    assert page.contact.timeline.view.count() == 0
    assert "carla@mendes.example" not in all_words(page.details)


def test_delete_before_the_next_timeline_came_is_about_the_one_that_is_seen(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    """An entry of an event takes out of it whoever's timeline it stands on."""
    carla, agnes = people["Carla Mendes"], people["Agnes Dahl"]
    changes = add_event(notebook, EventDraft("Fair", TODAY, met=(carla, agnes)))
    event_id = next(iter(changes.of(Changed.EVENT)))
    page.show_contact(carla)
    come_to_rest(page)
    view = page.contact.timeline.view
    view.set_current(view.look_for(EntryKind.EVENT, event_id))
    _go_to(page, "Agnes Dahl", people)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    event = notebook.events.get(event_id)
    assert event is not None
    assert event.draft.met == (agnes,)


def test_the_same_contact_chosen_again_before_it_was_whole_is_shown_whole(
    page: PeoplePage, people: dict[str, int]
) -> None:
    come_to_rest(page)
    _go_to(page, "Carla Mendes", people)
    page.refresh(None)
    assert page.contact.timeline.view.count() == 2
    assert "carla@mendes.example" in all_words(page.details)


def test_a_page_left_at_once_goes_on_when_it_is_shown_again(
    page: PeoplePage, people: dict[str, int], qtbot: QtBot
) -> None:
    come_to_rest(page)
    _go_to(page, "Carla Mendes", people)
    page.hide()
    qtbot.wait(30)
    assert page.contact.timeline.view.count() == 0
    page.show()
    qtbot.waitUntil(lambda: page.contact.timeline.view.count() == 2)
    qtbot.waitUntil(lambda: bool(page.details.spots))


def test_typing_for_somebody_at_once_writes_to_them(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    come_to_rest(page)
    _go_to(page, "Ben Okafor", people)
    text = page.contact.timeline.line.text
    QTest.keyClicks(text, "Met at the station")
    QTest.keyClick(text, Qt.Key.Key_Return)
    come_to_rest(page)
    assert [e.text for e in page.contact.timeline.view.entries()] == ["Met at the station"]
    assert notebook.people.rows([people["Ben Okafor"]])[0].last_conversation == TODAY


class _Squeezed(QObject):
    """Notes which buttons are painted with less room than they need."""

    def __init__(self, column: QWidget) -> None:
        super().__init__(column)
        self.painted = 0
        self.squeezed: list[str] = []
        for button in column.findChildren(QAbstractButton):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            self.painted += 1
            if watched.height() < watched.minimumSizeHint().height():
                self.squeezed.append(watched.text())
        return False


def test_nothing_is_squeezed_for_a_moment_by_a_timeline_that_is_longer(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, qtbot: QtBot
) -> None:
    with notebook.change("Talked often"):
        for number in range(30):
            draft = ConversationDraft((people["Ben Okafor"],), f"Talk {number}", TODAY)
            notebook.conversations.insert(draft)
    come_to_rest(page)
    watch = _Squeezed(page.contact)
    _go_to(page, "Ben Okafor", people)
    qtbot.waitUntil(lambda: page.contact.timeline.view.count() > 20)
    come_to_rest(page)
    assert watch.painted
    assert not watch.squeezed
