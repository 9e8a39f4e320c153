"""The look back, played by keys: an answer each, another one, none, later, and undone."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.look_back.look_back_page import LookBackPage
from notebook_app.gui.theme import Theme
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.model.changes import Changed
from notebook_app.model.contact import ContactDetails, ContactDraft, Role
from notebook_app.model.conversation import ConversationDraft, Initiator
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import Source
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def people(notebook: Notebook) -> dict[str, int]:
    """Four clients with talks in four years, Ann who brought one of them, and a friend."""
    ids: dict[str, int] = {}
    for name, role, day in (
        ("Ann", Role.REFERRER, date(2022, 1, 3)),
        ("Old", Role.CLIENT, date(2023, 5, 3)),
        ("Bob", Role.CLIENT, date(2025, 3, 3)),
        ("Carla", Role.CLIENT, date(2026, 4, 3)),
        ("Dee", Role.CLIENT, date(2026, 9, 3)),
        ("Friend", Role.FRIEND, date(2026, 9, 4)),
    ):
        draft = ContactDraft(ContactDetails(display_name=name), roles=(role,))
        (contact_id,) = add_contact(notebook, draft).of(Changed.CONTACT)
        ids[name] = contact_id
        began = Initiator.THEM if name == "Dee" else Initiator.ME
        talk = ConversationDraft((contact_id,), f"Hello {name}", on=day, initiated_by=began)
        log_conversation(notebook, talk)
    with notebook.change("Brought"):
        favour = FavourDraft(
            ids["Ann"],
            FavourKind.REFERRAL,
            Direction.RECEIVED,
            date(2025, 3, 1),
            about_contact_id=ids["Bob"],
        )
        notebook.favours.insert(favour)
    return ids


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, people: dict[str, int]) -> Iterator[LookBackPage]:
    """The page, begun."""
    page = LookBackPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(900, 600)
    page.show()
    page.begin()
    yield page
    page.hide()


def test_with_letters_of_twice_the_size_it_is_not_wider_than_a_small_window(
    qapp: QApplication, theme: Theme, request: pytest.FixtureRequest
) -> None:
    """The page scrolls up and down only: what is wider would be cut."""
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    theme.follow_system_font()
    page = request.getfixturevalue("page")
    (scroll,) = page.findChildren(ScrollColumn)
    assert scroll.widget().minimumSizeHint().width() <= 600


def source_of(page: LookBackPage, contact_id: int) -> Source | str | None:
    """What is written down of a client."""
    origin = page.desk.notebook.origins.of(contact_id)
    return "nothing" if origin is None else origin.draft.source


def press(page: LookBackPage, *keys: Qt.Key) -> None:
    """Type."""
    for key in keys:
        QTest.keyClick(page.window().focusWidget() or page, key)


def test_two_years_of_clients_come_the_newest_first(
    page: LookBackPage, people: dict[str, int]
) -> None:
    """Friends and older clients do not, until all are asked for."""
    assert page.contact_ids == [people["Dee"], people["Carla"], people["Bob"]]
    page.since.choose(12)
    assert page.contact_ids == [people["Dee"], people["Carla"]]
    page.since.choose(0)
    assert page.contact_ids[-1] == people["Old"]


def test_a_key_takes_an_answer_and_shows_the_next(
    page: LookBackPage, people: dict[str, int]
) -> None:
    """With its chain, and why it was proposed."""
    assert page.card.name.text() == "Dee"
    assert "They reached out first" in page.answers[0].why.text()
    press(page, Qt.Key.Key_2)
    assert source_of(page, people["Dee"]) is Source.SELF_REFERRAL
    press(page, Qt.Key.Key_Right)
    assert page.card.name.text() == "Bob"
    assert page.answers[0].words.text() == "Direct referral · Ann"
    press(page, Qt.Key.Key_Return)
    origin = page.desk.notebook.origins.of(people["Bob"])
    assert origin is not None
    assert origin.draft.via == (people["Ann"],)
    assert page.end.isVisible()
    sentence = page.end._sentence.text()
    assert sentence == (
        "You looked back on 2 clients: 1 self referral, 1 direct referral. 1 is left for later."
    )


def test_who_does_not_know_says_so(page: LookBackPage, people: dict[str, int]) -> None:
    """It is not asked again; taken back, it is."""
    press(page, Qt.Key.Key_D)
    assert source_of(page, people["Dee"]) is None
    page.begin()
    assert people["Dee"] not in page.contact_ids
    page.desk.undo()
    page.begin()
    assert page.contact_ids[0] == people["Dee"]


def test_another_answer_is_written_down_in_place(
    page: LookBackPage, people: dict[str, int]
) -> None:
    """Escape leaves the form first, then the page."""
    left: list[bool] = []
    page.desk.provide(Act.SHOW_INSIGHTS, lambda: left.append(True))
    press(page, Qt.Key.Key_O)
    assert page.form is not None
    press(page, Qt.Key.Key_Escape)
    assert page.form is None
    assert left == []
    press(page, Qt.Key.Key_O)
    assert page.form is not None
    page.form.source.choose(Source.MARKETING_RESPONSE)
    page.form.came_by.setText("Postcard")
    assert page.form.save()
    origin = page.desk.notebook.origins.of(people["Dee"])
    assert origin is not None
    assert (origin.draft.source, origin.draft.came_by) == (Source.MARKETING_RESPONSE, "Postcard")
    assert page.card.name.text() == "Carla"
    press(page, Qt.Key.Key_Left)
    assert page.question.text() == "Answered: marketing response. Otherwise?"
    press(page, Qt.Key.Key_Escape)
    assert left == [True]


def test_somebody_deleted_meanwhile_is_passed_over(
    page: LookBackPage, people: dict[str, int]
) -> None:
    """Also the one who is shown."""
    notebook = page.desk.notebook
    page.desk.perform(lambda: delete_contacts(notebook, [people["Dee"]]))
    assert page.card.name.text() == "Carla"
    assert page.progress.text() == "1 of 2"


def test_nobody_to_ask_about_is_said(desk: Desk, qtbot: QtBot) -> None:
    """In an empty notebook."""
    page = LookBackPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.begin()
    assert page.end._title.text() == "There is nobody to look back on"
    page.hide()
