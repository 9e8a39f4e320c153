"""After the event, played in the real window with keys alone."""

import threading
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.capture.capture_page import CapturePage
from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import EventDraft, Presence
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook
from tests.gui.capture.conftest import CONTROL, Played
from tests.gui.conftest import TODAY

EVENING = (
    "Maya Lind, Lind Optics, wants a sign for the new shop #chamber !call next tue",
    "Sam Ade, plays the cello",
    "Carla, son got into music school",
    "Theo Brandt (Brandt & Sons), needs an accountant !email",
    "Ida Moen, knows everybody at the harbour",
)


def _people(notebook: Notebook, event_id: int) -> dict[str, Presence]:
    people = notebook.event_outcomes.people(event_id)
    return {person.name: person.presence for person in people}


def _write_evening(played: Played) -> None:
    for number, line in enumerate(EVENING):
        if number:
            played.enter()
        played.write(line)


def _event_id(notebook: Notebook) -> int:
    ids = notebook.event_list.ids(TODAY)
    (event_id,) = [*ids.coming, *ids.past]
    return event_id


def test_five_people_are_written_down_linked_and_planned_in_a_handful_of_keys(
    played: Played, notebook: Notebook, person: Callable[..., int]
) -> None:
    carla = person("Carla Mendes", "Bean House")
    played.open()
    played.write("Chamber evening")
    played.enter()
    _write_evening(played)
    played.onwards()
    assert played.page.in_review
    played.write("erh")
    played.onwards()
    # The page's keys, Enter after the event and between five lines, review, save; besides them
    # one letter for each of the three who had no next step.
    assert played.strokes == 8
    event_id = _event_id(notebook)
    assert _people(notebook, event_id) == {
        "Maya Lind": Presence.MET,
        "Sam Ade": Presence.MET,
        "Carla Mendes": Presence.SEEN,
        "Theo Brandt": Presence.MET,
        "Ida Moen": Presence.MET,
    }
    rows = {row.contact_name: row for row in notebook.follow_ups.open_between(None, None)}
    assert {name: row.kind for name, row in rows.items()} == {
        "Maya Lind": FollowUpKind.CALL,
        "Sam Ade": FollowUpKind.EMAIL,
        "Theo Brandt": FollowUpKind.EMAIL,
        "Ida Moen": FollowUpKind.NOTE,
    }
    assert rows["Sam Ade"].due == TODAY + timedelta(days=2)
    (entry, *_others) = notebook.timeline.page(carla, 0, 5)
    assert entry.on == TODAY
    shown = played.session.window.pages.current_page()
    assert isinstance(shown, EventsPage)
    assert shown.panel.event_shown is not None
    assert shown.panel.event_shown.id == event_id
    # All of it is one step.
    played.session.desk.undo()
    assert notebook.event_list.ids(TODAY).coming == []
    assert notebook.contacts.all_ids() == [carla]


def test_the_event_of_yesterday_is_proposed_and_needs_no_key(
    played: Played, notebook: Notebook
) -> None:
    draft = EventDraft("Breakfast club", TODAY - timedelta(days=1), goal_new_people=2)
    (event_id,) = add_event(notebook, draft).of(Changed.EVENT)
    played.open()
    card = played.page.sheet.event_card
    assert card.event_id == event_id
    played.write("Maya Lind, met at the buffet")
    played.onwards()
    assert played.page.review.bar.words.text() == "1 of 2 new people"
    played.write("r")
    played.onwards()
    assert _people(notebook, event_id) == {"Maya Lind": Presence.MET}
    assert notebook.follow_ups.open_between(None, None) == []


def test_an_event_of_the_notebook_is_found_by_its_name(
    played: Played, notebook: Notebook, qtbot: QtBot
) -> None:
    add_event(notebook, EventDraft("Breakfast", date(2026, 11, 3), place="Harbour"))
    add_event(notebook, EventDraft("Harbour fair", date(2026, 12, 2)))
    (event_id,) = add_event(notebook, EventDraft("Harbour fair", date(2026, 11, 2))).of(
        Changed.EVENT
    )
    played.open()
    name = played.page.sheet.event_card.fields.name
    played.write("harb")
    popup = name.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() == 1
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: played.page.sheet.event_card.event_id == event_id)
    assert QApplication.focusWidget() is played.page.sheet.lines.rows[0].text


def test_who_is_meant_is_asked_once_and_answered_by_a_figure(
    played: Played, notebook: Notebook, person: Callable[..., int]
) -> None:
    person("Sam Ade", "Boats")
    second = person("Sam Ade", "Bakery")
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, has a stall !call tomorrow")
    played.onwards()
    (card,) = played.page.review.cards
    assert "which one?" in card.accessibleName()
    played.onwards()
    assert notebook.event_list.ids(TODAY).coming == []
    place = [each.id for each in card.entry.captured.people[0].choices].index(second) + 1
    played.write(str(place))
    played.onwards()
    assert [row.contact_id for row in notebook.follow_ups.open_between(None, None)] == [second]


def test_a_name_like_two_others_may_be_somebody_new(
    played: Played, notebook: Notebook, person: Callable[..., int]
) -> None:
    person("Sam Ade", "Boats")
    person("Sam Ade", "Bakery")
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, has a stall")
    played.onwards()
    played.write("n")
    assert "new" in played.page.review.cards[0].accessibleName()
    played.write("r")
    played.onwards()
    assert len(notebook.contacts.all_ids()) == 3


def test_escape_goes_back_without_loss(played: Played) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, cello")
    played.onwards()
    played.write("h")
    played.press(Qt.Key.Key_Escape)
    assert not played.page.in_review
    assert played.page.sheet.lines.rows[0].text.toPlainText() == "Sam Ade, cello"
    played.onwards()
    assert "Handwritten note" in played.page.review.cards[0].accessibleName()


def test_what_is_written_survives_the_end_of_the_window(
    window: Callable[[], Played], notebook: Notebook
) -> None:
    first = window()
    first.open()
    first.write("Street party")
    first.enter()
    first.write("Sam Ade, cello")
    first.session.window.close()
    assert notebook.journal.undo_label() is None
    again = window()
    again.open()
    assert again.page.sheet.event_card.fields.name.text() == "Street party"
    assert again.page.sheet.lines.rows[0].text.toPlainText() == "Sam Ade, cello"
    assert QApplication.focusWidget() is again.page.sheet.lines.rows[1].text


def test_what_is_written_is_kept_while_one_writes(
    played: Played, notebook: Notebook, qtbot: QtBot
) -> None:
    played.open()
    played.write("Street party")
    qtbot.waitUntil(lambda: notebook.settings.read("after event") is not None, timeout=3000)
    assert notebook.journal.undo_label() is None


def test_nothing_is_kept_of_what_was_saved(
    window: Callable[[], Played], notebook: Notebook
) -> None:
    first = window()
    first.open()
    first.write("Fair")
    first.enter()
    first.write("Sam Ade, cello !call")
    first.onwards()
    first.onwards()
    first.session.window.close()
    again = window()
    again.open()
    # The fair of today is proposed again, with no lines.
    assert again.page.sheet.event_card.event_id == _event_id(notebook)
    assert [row.is_empty() for row in again.page.sheet.lines.rows] == [True]


@pytest.mark.parametrize("count", [70, pytest.param(200, marks=pytest.mark.slow)])
def test_many_lines_pasted_become_as_many_people(
    played: Played, qtbot: QtBot, notebook: Notebook, count: int
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    data = QMimeData()
    lines = [f"Guest Number{number}, spoke of {number}" for number in range(count)]
    data.setText("\n\n".join(lines))
    sheet = played.page.sheet
    began = time.process_time()
    sheet.lines.rows[0].text.insertFromMimeData(data)
    assert time.process_time() - began < 0.5
    assert len(sheet.lines.rows) < count
    qtbot.waitUntil(lambda: len(sheet.lines.rows) == count, timeout=20_000)
    assert [row.text.toPlainText() for row in sheet.lines.rows] == lines
    played.onwards()
    qtbot.waitUntil(lambda: len(played.page.review.cards) == count, timeout=20_000)
    played.onwards()
    qtbot.waitUntil(lambda: not played.session.desk.running_titles(), timeout=20_000)
    assert len(_people(notebook, _event_id(notebook))) == count


def test_lines_pasted_between_others_stay_in_their_order(played: Played, qtbot: QtBot) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    for name in ("Ann One", "Ben Two", "Cem Three"):
        played.write(name)
        played.enter()
    lines = played.page.sheet.lines
    data = QMimeData()
    data.setText("\n".join(f"Guest Number{number}" for number in range(12)))
    lines.rows[1].text.setFocus()
    lines.rows[1].text.selectAll()
    lines.rows[1].text.insertFromMimeData(data)
    lines.finish()
    assert [row.text.toPlainText() for row in lines.rows] == [
        "Ann One",
        *(f"Guest Number{number}" for number in range(12)),
        "Cem Three",
        "",
    ]
    shown = [row.number.text() for row in lines.rows]
    assert shown == [str(number) for number in range(1, 16)]
    tops = [row.mapTo(lines, row.rect().topLeft()).y() for row in lines.rows]
    qtbot.wait(50)
    assert tops == sorted(tops)


def test_an_event_to_come_asks_whether_they_are_expected(
    played: Played, notebook: Notebook
) -> None:
    played.open()
    card = played.page.sheet.event_card
    played.write("Winter reception")
    card.fields.on.set_value(TODAY + timedelta(days=5))
    card.fields.name.setFocus()
    played.enter()
    played.write("Sam Ade, about the cello !call tomorrow")
    played.onwards()
    sheet = played.page.sheet
    assert not played.page.in_review
    assert "still to come" in sheet.trouble.text()
    assert sheet.expect_button.isVisible()
    QTest.keyClick(sheet.expect_button, Qt.Key.Key_Return)
    event_id = _event_id(notebook)
    assert _people(notebook, event_id) == {"Sam Ade": Presence.EXPECTED}
    event = notebook.events.get(event_id)
    assert event is not None
    assert "bout the cello" in event.draft.note
    assert len(notebook.follow_ups.open_between(None, None)) == 1


def test_a_line_that_names_nobody_is_shown_and_nothing_is_saved(
    played: Played, notebook: Notebook
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("and then it rained")
    played.onwards()
    (card,) = played.page.review.cards
    assert "names nobody" in card.accessibleName()
    played.onwards()
    assert notebook.event_list.ids(TODAY).coming == []
    assert QApplication.focusWidget() is card
    played.press(Qt.Key.Key_F2)
    assert not played.page.in_review
    assert QApplication.focusWidget() is played.page.sheet.lines.rows[0].text


@pytest.mark.parametrize("name", ["محمد علي", "李小龙", "Zoë 🎻 Ångström"])
def test_names_of_all_the_world_are_written_down(
    played: Played, notebook: Notebook, name: str
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write(name + ", 🎉 said hello")
    played.onwards()
    played.page.review.finish()
    assert played.page.review.cards
    text = played.page.review.cards[0].entry.captured.line
    assert text == name + ", 🎉 said hello"


def test_without_a_name_of_the_event_it_says_what_is_missing(played: Played) -> None:
    played.open()
    played.page.sheet.lines.focus_last()
    played.write("Sam Ade")
    played.onwards()
    assert not played.page.in_review
    assert played.page.sheet.trouble.isVisible()
    assert played.page.sheet.event_card.fields.name.hasFocus()


def test_enter_in_the_last_empty_line_goes_to_the_review(played: Played) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade")
    played.enter()
    played.enter()
    assert played.page.in_review


def test_what_was_thrown_away_is_brought_back_from_the_message(
    played: Played, notebook: Notebook
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, cello")
    played.page.throw_away()
    assert played.page.state().is_empty()
    bar = played.session.window.message_bar
    (button,) = (each for each in bar.findChildren(PlainButton) if each.text() == "Bring it back")
    button.click()
    played.page.sheet.lines.finish()
    assert played.page.sheet.lines.rows[0].text.toPlainText() == "Sam Ade, cello"
    assert played.page.sheet.event_card.fields.name.text() == "Fair"


def test_today_offers_it_the_evening_of_an_event(played: Played, notebook: Notebook) -> None:
    (event_id,) = add_event(notebook, EventDraft("Tonight", TODAY)).of(Changed.EVENT)
    page = played.session.window.show_page("today")
    page.refresh(None)
    (button,) = (
        each
        for each in page.findChildren(PlainButton)
        if each.text() == "Write down who you met…" and each.isVisible()
    )
    button.click()
    assert played.page.sheet.event_card.event_id == event_id


def test_backspace_in_an_empty_line_takes_it_out(played: Played) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade")
    played.enter()
    played.press(Qt.Key.Key_Backspace)
    lines = played.page.sheet.lines
    assert len(lines.rows) == 1
    assert QApplication.focusWidget() is lines.rows[0].text


def test_undo_keys_belong_to_the_line_while_one_writes(played: Played) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam")
    played.press(Qt.Key.Key_Z, CONTROL)
    assert played.page.sheet.lines.rows[0].text.toPlainText() == ""
    assert isinstance(played.session.window.pages.current_page(), CapturePage)


def test_what_was_saved_and_undone_is_written_there_again(
    played: Played, notebook: Notebook
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, cello !call")
    played.onwards()
    played.onwards()
    played.session.desk.undo()
    assert notebook.contacts.all_ids() == []
    played.open()
    played.page.sheet.lines.finish()
    assert played.page.sheet.event_card.fields.name.text() == "Fair"
    assert played.page.sheet.lines.rows[0].text.toPlainText() == "Sam Ade, cello !call"
    played.onwards()
    played.onwards()
    assert len(notebook.contacts.all_ids()) == 1
    played.open()
    assert [row.is_empty() for row in played.page.sheet.lines.rows] == [True]


def test_a_name_is_read_anew_when_somebody_of_that_name_was_added(
    played: Played, person: Callable[..., int], qtbot: QtBot
) -> None:
    played.open()
    played.write("Fair")
    played.enter()
    played.write("Sam Ade, cello")
    row = played.page.sheet.lines.rows[0]
    assert row.captured.people[0].is_new
    sam = person("Sam Ade")
    played.session.window.show_page("today")
    played.session.desk.changed.emit(ChangeSet(ids={Changed.CONTACT: frozenset({sam})}))
    played.open()
    qtbot.waitUntil(lambda: row.captured.people[0].chosen == sam)
    played.onwards()
    assert ", known" in played.page.review.cards[0].accessibleName()
    person("Sam Ade", "Boats")
    played.session.desk.changed.emit(ChangeSet(everything=True))
    assert "which one?" in played.page.review.cards[0].accessibleName()


def test_what_is_written_is_kept_while_work_runs_that_only_reads(
    played: Played, notebook: Notebook
) -> None:
    go_on = threading.Event()
    played.open()
    played.write("Street party")
    desk = played.session.desk
    desk.run_in_background(lambda _progress: go_on.wait(5), lambda _done: None, "", writes=False)
    played.page.leaving()
    go_on.set()
    assert notebook.settings.read("after event") is not None


def test_enter_goes_on_although_other_events_are_offered(
    played: Played, notebook: Notebook, qtbot: QtBot
) -> None:
    add_event(notebook, EventDraft("Harbour fair", date(2026, 11, 2)))
    played.open()
    name = played.page.sheet.event_card.fields.name
    played.write("Harbour")
    popup = name.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    first = played.page.sheet.lines.rows[0].text
    qtbot.waitUntil(lambda: QApplication.focusWidget() is first)
    assert played.page.sheet.event_card.event_id is None
    assert not popup.isVisible()
