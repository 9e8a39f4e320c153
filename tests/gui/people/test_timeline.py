"""A timeline on a person's page: written in place, searched, narrowed, led through by keys."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.model.changes import Changed
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.model.rows import EntryKind
from notebook_app.services.keep_favours import add_favour
from notebook_app.services.log_conversation import log_conversation
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.people.conftest import AddPerson, come_to_rest

CARLA = "Carla Mendes"


def view_of(page: PeoplePage, contact_id: int) -> TimelineView:
    """Show somebody and return their timeline, at rest."""
    page.show_contact(contact_id)
    come_to_rest(page)
    page.contact.scrolling.settle()
    return page.contact.timeline.view


def begin(view: TimelineView, conversation_id: int = 1) -> None:
    """Write a conversation anew."""
    assert view.go_to(EntryKind.CONVERSATION, conversation_id)
    QTest.keyClick(view, Qt.Key.Key_Return)


def text_of(notebook: Notebook, conversation_id: int = 1) -> str:
    """What is stored."""
    stored = notebook.conversations.get(conversation_id)
    assert stored is not None
    return stored.draft.text


@pytest.fixture
def view(page: PeoplePage, people: dict[str, int]) -> TimelineView:
    """The timeline of Carla, who has one conversation and one step."""
    return view_of(page, people[CARLA])


def test_enter_writes_in_place_and_ctrl_enter_saves(
    view: TimelineView, notebook: Notebook, desk: Desk
) -> None:
    begin(view)
    editor = view.writing.editor
    assert editor.isVisible()
    assert editor.text.toPlainText() == "Her son plays the cello"
    QTest.keyClicks(editor.text, " and the drums")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor.isVisible()
    assert text_of(notebook) == "Her son plays the cello and the drums"
    entry = view.current_entry()
    assert entry is not None
    assert entry.text == "Her son plays the cello and the drums"
    assert view.hasFocus()
    desk.undo()
    assert text_of(notebook) == "Her son plays the cello"


def test_escape_takes_it_back(view: TimelineView, notebook: Notebook) -> None:
    begin(view)
    QTest.keyClicks(view.writing.editor.text, "!!")
    QTest.keyClick(view.writing.editor.text, Qt.Key.Key_Escape)
    assert text_of(notebook) == "Her son plays the cello"
    assert view.hasFocus()


def test_what_a_favour_was_is_written_in_place_too(
    page: PeoplePage, people: dict[str, int], notebook: Notebook, desk: Desk
) -> None:
    draft = FavourDraft(people[CARLA], FavourKind.HELP, Direction.RECEIVED, TODAY, text="A hand")
    (favour_id,) = add_favour(notebook, draft).of(Changed.FAVOUR)
    view = view_of(page, people[CARLA])
    assert view.go_to(EntryKind.FAVOUR, favour_id)
    QTest.keyClick(view, Qt.Key.Key_Return)
    editor = view.writing.editor
    assert editor.text.toPlainText() == "A hand"
    QTest.keyClicks(editor.text, " with the move")
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored = notebook.favours.get(favour_id)
    assert stored is not None
    assert stored.draft == replace(draft, text="A hand with the move")
    desk.undo()
    stored = notebook.favours.get(favour_id)
    assert stored is not None
    assert stored.draft == draft


def test_leaving_saves(
    view: TimelineView,
    page: PeoplePage,
    notebook: Notebook,
) -> None:
    begin(view)
    QTest.keyClicks(view.writing.editor.text, "!")
    page.people.view.setFocus()
    assert text_of(notebook) == "Her son plays the cello!"


def test_showing_somebody_else_saves(
    view: TimelineView,
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
) -> None:
    begin(view)
    QTest.keyClicks(view.writing.editor.text, "!")
    page.show_contact(people["Ben Okafor"])
    assert text_of(notebook) == "Her son plays the cello!"
    assert view.writing.key is None
    assert not view.writing.editor.isVisible()


def test_an_empty_text_is_refused_kindly(view: TimelineView, notebook: Notebook) -> None:
    begin(view)
    editor = view.writing.editor
    editor.text.selectAll()
    QTest.keyClick(editor.text, Qt.Key.Key_Delete)
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.mistake.isVisible()
    assert text_of(notebook) == "Her son plays the cello"
    QTest.keyClicks(editor.text, "Drums")
    assert not editor.mistake.isVisible()
    QTest.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text_of(notebook) == "Drums"


def test_the_field_grows_with_what_is_written(view: TimelineView) -> None:
    begin(view)
    editor = view.writing.editor
    number = view.look_for(EntryKind.CONVERSATION, 1)
    assert number is not None
    card, before = view.card_rect(number), editor.height()
    for _line in range(6):
        QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert editor.height() > before + 3 * editor.fontMetrics().lineSpacing()
    assert view.card_rect(number).height() > card.height()
    assert view.card_rect(number).contains(editor.geometry())


def test_a_click_on_the_text_writes_there(view: TimelineView) -> None:
    number = view.look_for(EntryKind.CONVERSATION, 1)
    assert number is not None
    layout = view.layout_of(number)
    assert layout is not None
    corner = view.card_rect(number).topLeft()
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, pos=corner + layout.body.topLeft() + QPoint(5, 5)
    )
    assert view.writing.key == (EntryKind.CONVERSATION, 1)


def test_what_is_written_stays_when_something_else_changes(
    view: TimelineView,
    people: dict[str, int],
    desk: Desk,
    notebook: Notebook,
) -> None:
    begin(view)
    QTest.keyClicks(view.writing.editor.text, " half")
    draft = ConversationDraft((people[CARLA],), "Another one", TODAY)
    desk.perform(lambda: log_conversation(notebook, draft))
    assert view.writing.key == (EntryKind.CONVERSATION, 1)
    assert view.writing.editor.text.toPlainText().endswith(" half")
    number = view.look_for(EntryKind.CONVERSATION, 1)
    assert number is not None
    assert view.card_rect(number).contains(view.writing.editor.geometry())


def test_names_lead_to_people_by_keys_and_by_click(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
) -> None:
    carla, ben, agnes = (people[name] for name in (CARLA, "Ben Okafor", "Agnes Dahl"))
    log_conversation(notebook, ConversationDraft((carla, ben), "Together", TODAY))
    with notebook.change("introduced"):
        notebook.favours.insert(
            FavourDraft(
                carla,
                FavourKind.INTRODUCTION,
                Direction.GIVEN,
                TODAY,
                agnes,
                conversation_id=2,
            )
        )
    view = view_of(page, carla)
    assert view.go_to(EntryKind.CONVERSATION, 2)
    QTest.keyClick(view, Qt.Key.Key_Right)
    spot = view.current_spot()
    assert spot is not None
    assert spot.name == "Ben Okafor"
    assert "Ben Okafor" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page.middle.shown_id == agnes
    view = view_of(page, carla)
    number = view.look_for(EntryKind.CONVERSATION, 2)
    assert number is not None
    layout = view.layout_of(number)
    assert layout is not None
    first = layout.spots[0].rects[0].center()
    corner = view.card_rect(number).topLeft()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=corner + first)
    assert page.middle.shown_id == ben


def test_an_introduction_is_told_on_both_sides(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
) -> None:
    with notebook.change("introduced"):
        notebook.favours.insert(
            FavourDraft(
                people[CARLA],
                FavourKind.INTRODUCTION,
                Direction.RECEIVED,
                TODAY,
                people["Agnes Dahl"],
            )
        )
    hers = view_of(page, people[CARLA]).entries()
    assert any("They introduced you" in each.title for each in hers)
    (theirs,) = view_of(page, people["Agnes Dahl"]).entries()
    assert theirs.led_to[0][1].name == CARLA


def test_chips_are_of_the_kinds_that_there_are_and_go_together(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
) -> None:
    ben = people["Ben Okafor"]
    log_conversation(notebook, ConversationDraft((ben,), "Hello", TODAY))
    chips = page.contact.timeline.kinds
    view = view_of(page, ben)
    assert not chips.everything.isVisible()
    with notebook.change("work"):
        notebook.opportunities.insert(OpportunityDraft(ben, "Logo", opened_on=TODAY))
        notebook.favours.insert(FavourDraft(ben, FavourKind.HELP, Direction.GIVEN, TODAY))
    page.refresh(None)
    shown = {kind for kind, chip in chips.by_kind.items() if chip.isVisible()}
    assert shown == {EntryKind.CONVERSATION, EntryKind.OPPORTUNITY, EntryKind.FAVOUR}
    chips.by_kind[EntryKind.OPPORTUNITY].click()
    chips.by_kind[EntryKind.FAVOUR].click()
    assert {each.kind for each in view.entries()} == {EntryKind.OPPORTUNITY, EntryKind.FAVOUR}
    chips.everything.click()
    assert view.count() == 3


def fill(notebook: Notebook, contact_id: int, count: int) -> None:
    """Many conversations, the last of them about a xylophone."""
    with notebook.change("many"):
        for number in range(count):
            text = "xylophone" if number == count - 1 else f"Talk {number}"
            day = TODAY - timedelta(days=number)
            notebook.conversations.insert(ConversationDraft((contact_id,), text, day))


def test_search_finds_the_last_of_many_and_marks_it(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
    qtbot: QtBot,
) -> None:
    fill(notebook, people["Ben Okafor"], 400)
    view = view_of(page, people["Ben Okafor"])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = page.contact.timeline.search
    assert search.hasFocus()
    QTest.keyClicks(search, "xylo")
    qtbot.waitUntil(lambda: view.count() == 1 and not view.has_more())
    assert [entry.text for entry in view.entries()] == ["xylophone"]
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert view.hasFocus()
    search.setText("zither")
    qtbot.waitUntil(lambda: view.count() == 0 and not view.has_more())
    assert page.contact.timeline.nothing.isVisible()
    search.setText("")
    qtbot.waitUntil(lambda: view.count() > 50)


def test_end_goes_to_the_last_of_many_and_only_what_is_seen_is_read(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
    qtbot: QtBot,
) -> None:
    fill(notebook, people["Ben Okafor"], 2_000)
    view = view_of(page, people["Ben Okafor"])
    assert view.count() < 500
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not view.has_more())
    assert view.count() == 2_000
    entry = view.current_entry()
    assert entry is not None
    assert entry.text == "xylophone"
    read = sum(slot.entry is not None for slot in view._pages.slots)
    assert read < 600


def test_a_long_text_folds_open_and_back(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
) -> None:
    ben = people["Ben Okafor"]
    log_conversation(notebook, ConversationDraft((ben,), "word " * 2_000, TODAY))
    view = view_of(page, ben)
    view.setFocus()
    assert view.go_to(EntryKind.CONVERSATION, 2)
    cut = view.card_rect(0).height()
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.card_rect(0).height() > 3 * cut
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.card_rect(0).height() == cut


def test_a_picture_beside_a_conversation_is_shown_small(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
    qtbot: QtBot,
) -> None:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    carla = people[CARLA]
    with notebook.change("card"):
        kept = notebook.attachments.attach(
            carla, "card.png", "image/png", bytes(buffer.data().data())
        )
        notebook.database.execute_sql(
            "UPDATE attachment SET conversation_id = 1 WHERE id = ?", (kept,)
        )
    view = view_of(page, carla)
    number = view.look_for(EntryKind.CONVERSATION, 1)
    assert number is not None
    layout = view.layout_of(number)
    assert layout is not None
    ((picture, rect),) = layout.pictures()
    assert picture.name == "card.png"
    page.contact.timeline.pictures.picture(picture.id, rect.size())
    qtbot.waitUntil(
        lambda: page.contact.timeline.pictures.picture(picture.id, rect.size()) is not None
    )
    page.contact.timeline.pictures.wait()


def test_strange_names_and_texts_are_drawn_and_lead_right(
    page: PeoplePage,
    people: dict[str, int],
    notebook: Notebook,
    add_person: AddPerson,
) -> None:
    who = [add_person(name) for name in ("فاطمة الزهراء", "田中 🎉", "A\u202eb\nc" * 30)]
    log_conversation(
        notebook, ConversationDraft((people[CARLA], *who), "تحدثنا 🎉\r\n<b>x</b>\x00", TODAY)
    )
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        QApplication.setLayoutDirection(direction)
        page.refresh(None)
        view = view_of(page, people[CARLA])
        view.repaint()
        number = view.look_for(EntryKind.CONVERSATION, 2)
        assert number is not None
        layout = view.layout_of(number)
        assert layout is not None
        assert [spot.person.id for spot in layout.spots if spot.person] == who
        card = view.card_rect(number)
        for spot in layout.spots:
            for rect in spot.rects:
                assert card.contains(rect.translated(card.topLeft()))


def test_tab_into_a_long_timeline_stays_where_one_is(
    page: PeoplePage, people: dict[str, int], notebook: Notebook
) -> None:
    """Qt would go to the middle of anything that is higher than the window."""
    fill(notebook, people["Ben Okafor"], 300)
    view = view_of(page, people["Ben Okafor"])
    page.contact.timeline.line.setFocus()
    page.contact.timeline.search.setFocus(Qt.FocusReason.TabFocusReason)
    for _stop in range(20):
        stop = QApplication.focusWidget()
        assert stop is not None
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        if view.hasFocus():
            break
    assert view.hasFocus()
    assert page.contact.verticalScrollBar().value() < 300
