"""People to show, and the page that shows them as the window would."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.details import Details
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.widgets.later_steps import LaterSteps
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Email, Phone, Role, Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.name_form import split_name
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook

NAMES = ("Agnes Dahl", "Ben Okafor", "Carla Mendes", "Élodie Brun", "Farid Rahimi")
_LONGEST_PUT_OFF_MS = 200
_PATIENCE_MS = 10_000

AddPerson = Callable[..., int]
AddMany = Callable[[int], list[int]]
ShowPage = Callable[[], PeoplePage]


@pytest.fixture
def add_person(notebook: Notebook) -> AddPerson:
    """Adds a person by name, with any details."""

    def add(name: str, *, roles: tuple[Role, ...] = (), **details: object) -> int:
        draft = ContactDraft(
            ContactDetails(display_name=name, name=split_name(name), **details),  # type: ignore[arg-type]
            roles=roles,
        )
        changes = add_contact(notebook, draft)
        return next(iter(changes.of(Changed.CONTACT)))

    return add


@pytest.fixture
def add_many(notebook: Notebook) -> Callable[[int], list[int]]:
    """Adds people called Person 0000, Person 0001 and so on, in one change."""

    def add(count: int) -> list[int]:
        with notebook.change("Added many"):
            return [
                notebook.contacts.insert(
                    ContactDraft(ContactDetails(display_name=f"Person {number:04d}"))
                )
                for number in range(count)
            ]

    return add


@pytest.fixture
def people(notebook: Notebook, add_person: AddPerson) -> dict[str, int]:
    """Five people by name; Carla has a phone, an e-mail, a tag and a conversation."""
    ids = {name: add_person(name) for name in NAMES if name != "Carla Mendes"}
    carla = add_contact(
        notebook,
        ContactDraft(
            ContactDetails(
                display_name="Carla Mendes",
                name=split_name("Carla Mendes"),
                organization="Mendes Interiors",
                title="Founder",
                phones=(Phone("+46 70 123 45 67", "mobile"),),
                emails=(Email("carla@mendes.example", "work"),),
                tags=("Chamber",),
                other_properties=("X-PET:Cat",),
            ),
            Stage.LIKE,
            (Role.CLIENT,),
        ),
    )
    ids["Carla Mendes"] = next(iter(carla.of(Changed.CONTACT)))
    log_conversation(
        notebook,
        ConversationDraft((ids["Carla Mendes"],), "Her son plays the cello", date(2026, 11, 20)),
    )
    return ids


@pytest.fixture
def show_page(desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], PeoplePage]]:
    """Shows the page as the window does: it is told of every change."""
    shown: list[PeoplePage] = []

    def show() -> PeoplePage:
        page = PeoplePage(desk)
        qtbot.addWidget(page)
        page.resize(1084, 744)
        desk.changed.connect(page.refresh)
        desk.contact_wanted.connect(page.show_contact)
        page.refresh(None)
        page.show()
        qtbot.waitExposed(page)
        page.people.view.tell_now()
        page.contact.scrolling.settle()
        shown.append(page)
        return page

    yield show
    for page in shown:
        page.photos.wait()


@pytest.fixture
def page(people: dict[str, int], show_page: Callable[[], PeoplePage]) -> PeoplePage:
    """The page with the five people."""
    return show_page()


def details_of(page: PeoplePage) -> Details:
    """Return the details once they are shown."""
    come_to_rest(page)
    return page.details


def all_words(widget: QWidget) -> str:
    """Return what the labels in a widget say, once it is at rest."""
    come_to_rest(widget)
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def come_to_rest(widget: QWidget) -> None:
    """Wait for what the widget's window has put off: details come a frame after the head."""
    timers = [
        timer
        for timer in widget.window().findChildren(QTimer)
        if timer.isSingleShot() and timer.interval() <= _LONGEST_PUT_OFF_MS
    ]
    for steps in widget.window().findChildren(LaterSteps):
        steps.finish()
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while any(timer.isActive() for timer in timers):
        assert not deadline.hasExpired(), "the window does not come to rest"
        QTest.qWait(1)
    QTest.qWait(0)  # Widgets that were put into a layout are shown a turn later.
