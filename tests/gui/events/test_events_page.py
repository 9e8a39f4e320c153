"""The page of events, by keyboard and by mouse."""

from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from notebook_app.gui.events.events_model import LINE_ROLE, Heading
from notebook_app.gui.events.events_page import EventsPage
from notebook_app.gui.follow_ups.money_words import amount_from
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft, Formality
from notebook_app.model.event import EventDraft, Involvement, Presence
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.rows import EntryKind
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY
from tests.gui.events.conftest import NEXT_WEEK, THURSDAY, Shown

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def _lines(page: EventsPage) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def _draft(notebook: Notebook, event_id: int) -> EventDraft:
    event = notebook.events.get(event_id)
    assert event is not None
    return event.draft


def test_what_comes_is_listed_before_what_was_with_goal_and_result(shown: Shown) -> None:
    assert _lines(shown.page) == [
        "Coming, 1",
        "Breakfast club, Thursday 26 November, Thu",
        "Past, 1",
        "Chamber evening, Thursday 19 November, 1 of 3 new",
    ]


def test_headings_are_stepped_over_by_the_arrows(shown: Shown) -> None:
    page = shown.page
    assert page.panel.event_shown is not None
    assert page.panel.event_shown.id == shown.coming
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.qWait(80)
    assert page.panel.event_shown.id == shown.past
    assert page.panel.head.bar.words.text() == "1 of 3 new people"


def test_an_event_is_written_with_keys_alone(empty_page: EventsPage, notebook: Notebook) -> None:
    page = empty_page
    assert page.empty.isVisible()
    QTest.keyClick(page.empty.buttons[0], ENTER)
    fields = page.panel.form.fields
    assert fields.name.hasFocus()
    QTest.keyClicks(fields.name, "Street party")
    QTest.keyClick(fields.name, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is fields.on.edit
    fields.on.edit.selectAll()
    QTest.keyClicks(focus, "next friday")
    fields.formality.chips[0].setFocus()
    QTest.keyClick(fields.formality.chips[0], Qt.Key.Key_Right)
    fields.new_people.setFocus()
    QTest.keyClicks(fields.new_people, "2")
    QTest.keyClick(fields.new_people, ENTER)
    assert page.panel.event_shown is not None
    draft = page.panel.event_shown.draft
    assert (draft.name, draft.formality, draft.goal_new_people) == (
        "Street party",
        Formality.INFORMAL,
        2,
    )
    assert draft.on.weekday() == 4
    assert not page.panel.is_editing
    assert page.view.hasFocus()


def test_every_field_of_an_event_is_changed_in_place(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    fields = page.panel.form.fields
    fields.name.setText("Breakfast, early")
    fields.at.setText("7.30")
    fields.place.setText("Hotel Meridian")
    fields.host.setText("Chamber")
    fields.involvement.choose(Involvement.TALKED)
    fields.goal.setText("Thank Elif")
    fields.fee.setText("12,50")
    fields.currency.setText("eur")
    fields.hours.setText("1.5")
    fields.note.setPlainText("Bring cards")
    QTest.keyClick(fields.note, ENTER, Qt.KeyboardModifier.ControlModifier)
    draft = _draft(notebook, shown.coming)
    assert (draft.name, draft.place, draft.host) == (
        "Breakfast, early",
        "Hotel Meridian",
        "Chamber",
    )
    assert draft.at is not None
    assert draft.at.isoformat("minutes") == "07:30"
    assert (draft.fee, draft.fee_currency, draft.hours) == (
        Decimal("12.50"),
        "EUR",
        Decimal("1.5"),
    )
    assert (draft.goal, draft.note, draft.involvement) == (
        "Thank Elif",
        "Bring cards",
        Involvement.TALKED,
    )
    page.desk.undo()
    assert _draft(notebook, shown.coming).name == "Breakfast club"


def test_what_is_wrong_is_said_where_it_is(shown: Shown) -> None:
    page = shown.page
    page.panel.edit()
    fields = page.panel.form.fields
    for field, text in ((fields.fee, "a lot"), (fields.new_people, "some"), (fields.name, " ")):
        before = field.text()
        field.setText(text)
        assert not page.panel.form.save()
        assert page.panel.form.trouble.isVisible()
        assert field.hasFocus()
        field.setText(before)
    QTest.keyClick(fields.name, Qt.Key.Key_Escape)
    assert not page.panel.is_editing
    assert page.view.hasFocus()


def test_a_met_event_cannot_be_moved_into_the_future(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    page.panel.edit()
    page.panel.form.fields.on.set_value(NEXT_WEEK)
    assert not page.panel.form.save()
    assert "still to come" in page.panel.form.trouble.text()
    assert _draft(notebook, shown.past).on == THURSDAY


def test_people_are_put_down_by_a_few_letters_and_enter(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    edit = page.panel.people.field.edit
    edit.setFocus()
    QTest.keyClicks(edit, "ben")
    QTest.keyClick(edit, ENTER)
    assert _draft(notebook, shown.past).met == (shown.ann, shown.ben)
    QTest.keyClicks(edit, "Cem Cool")
    QTest.keyClick(edit, ENTER)
    assert page.panel.head.bar.words.text() == "3 of 3 new people"
    assert edit.text() == ""
    page.desk.undo()
    assert page.panel.head.bar.words.text() == "2 of 3 new people"


def test_who_is_put_down_at_an_event_to_come_is_expected(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.coming)
    edit = page.panel.people.field.edit
    edit.setFocus()
    QTest.keyClicks(edit, "ann")
    QTest.keyClick(edit, ENTER)
    assert _draft(notebook, shown.coming).expected == (shown.ann,)
    (line,) = page.panel.people.lines
    assert "expected" in line.accessibleName()


def test_new_or_known_is_one_key_and_delete_takes_off(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    page.panel.people.lines[0].setFocus()
    QTest.keyClick(page.panel.people.lines[0], Qt.Key.Key_N)
    assert _draft(notebook, shown.past).seen == (shown.ann,)
    assert page.panel.people.lines[0].hasFocus()
    QTest.keyClick(page.panel.people.lines[0], Qt.Key.Key_Delete)
    assert _draft(notebook, shown.past).seen == ()
    assert page.panel.people.field.edit.hasFocus()


def test_enter_on_a_person_opens_the_person(shown: Shown, qtbot: QtBot) -> None:
    page = shown.page
    page.show_event(shown.past)
    with qtbot.waitSignal(page.desk.contact_wanted) as wanted:
        QTest.keyClick(page.panel.people.lines[0], ENTER)
    assert wanted.args == [shown.ann]


def test_what_came_of_it_leads_to_the_person(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    log_conversation(
        notebook, ConversationDraft((shown.ann,), "Coffee", THURSDAY + timedelta(days=1))
    )
    plan_follow_up(notebook, FollowUpDraft(shown.ann, FollowUpKind.CALL, NEXT_WEEK))
    page.refresh(None)
    page.show_event(shown.past)
    outcome = page.panel.outcome
    assert outcome.summary.text() == "1 conversation since · 1 still to do"
    asked: list[tuple[object, ...]] = []
    page.desk.provide(Act.SHOW_ENTRY, lambda *details: asked.append(details))
    QTest.keyClick(outcome.cards[0], ENTER)
    assert asked[0][:2] == (shown.ann, EntryKind.FOLLOW_UP)


def test_deleting_chooses_the_next_and_comes_back_by_undo(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert notebook.events.get(shown.past) is None
    assert page.panel.event_shown is not None
    assert page.panel.event_shown.id == shown.coming
    page.desk.undo()
    assert _draft(notebook, shown.past).met == (shown.ann,)
    assert "Chamber evening" in _lines(page)[3]


def test_searching_narrows_the_events(shown: Shown) -> None:
    page = shown.page
    page.search_text_changed("cham")
    assert [line.split(",")[0] for line in _lines(page)] == ["Past", "Chamber evening"]
    page.search_text_changed("zzz")
    assert page.nothing.isVisible()
    page.search_text_changed("")
    assert len(_lines(page)) == 4


def test_leaving_the_page_saves_what_was_changed(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    page.panel.edit()
    page.panel.form.fields.place.setText("Town hall")
    page.leaving()
    assert _draft(notebook, shown.past).place == "Town hall"


def test_the_event_that_was_shown_is_found_again(shown: Shown, desk: Desk, qtbot: QtBot) -> None:
    shown.page.show_event(shown.past)
    again = EventsPage(desk)
    qtbot.addWidget(again)
    again.restore_state(shown.page.save_state())
    again.refresh(None)
    assert again.panel.event_shown is not None
    assert again.panel.event_shown.id == shown.past


def test_two_hundred_people_at_one_event_are_shown_on_demand(
    shown: Shown, notebook: Notebook
) -> None:
    with notebook.change("Many"):
        for number in range(60):
            draft = ContactDraft(ContactDetails(display_name=f"Guest {number}"))
            contact_id = notebook.contacts.insert(draft)
            notebook.events.put_person(shown.past, contact_id, Presence.MET)
    shown.page.refresh(None)
    shown.page.show_event(shown.past)
    assert len(shown.page.panel.people.lines) == 24
    shown.page.panel.people.show_all()
    assert len(shown.page.panel.people.lines) == 61


def test_thousands_of_events_are_read_a_page_at_a_time(
    empty_page: EventsPage, notebook: Notebook
) -> None:
    with notebook.change("Many"):
        for number in range(2000):
            notebook.events.insert(EventDraft(f"Event {number}", date(2010, 1, 1)))
    statements: list[str] = []
    notebook.database.connection().set_trace_callback(statements.append)
    empty_page.refresh(None)
    QTest.qWait(50)
    notebook.database.connection().set_trace_callback(None)
    assert empty_page.model.rowCount() == 2001
    assert isinstance(empty_page.model.index(0, 0).data(LINE_ROLE), Heading)
    assert len(statements) < 20


def test_long_and_foreign_names_are_text(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.panel.begin_new()
    name = "حفل <b>الاستقبال</b> 🎉 " + "very long " * 20
    page.panel.form.fields.name.setText(name)
    assert page.panel.form.save()
    assert page.panel.head.name.text() == " ".join(name.split())
    assert page.panel.head.name.textFormat() is Qt.TextFormat.PlainText


def test_amounts_are_read_as_people_type_them() -> None:
    assert amount_from(" 1.234,50 ") == Decimal("1234.50")
    assert amount_from("1,234.5") == Decimal("1234.5")
    assert amount_from("12,5") == Decimal("12.5")
    assert amount_from("") is None


def test_today_counts_as_coming(empty_page: EventsPage, notebook: Notebook) -> None:
    with notebook.change("One"):
        notebook.events.insert(EventDraft("Tonight", TODAY))
    empty_page.refresh(None)
    assert _lines(empty_page)[0] == "Coming, 1"


def test_going_to_another_event_saves_the_one_that_is_written(
    shown: Shown, notebook: Notebook, qtbot: QtBot
) -> None:
    page = shown.page
    page.add_event()
    page.panel.form.fields.name.setText("Street party")
    row = page.model.row_of(shown.past)
    assert row is not None
    place = page.view.visualRect(page.model.index(row, 0)).center()
    QTest.mouseClick(page.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: not page.panel.is_editing)
    assert page.panel.event_shown is not None
    assert page.panel.event_shown.id == shown.past
    assert any("Street party" in line for line in _lines(page))


def test_what_cannot_be_saved_is_not_left(shown: Shown, notebook: Notebook) -> None:
    page = shown.page
    page.show_event(shown.past)
    page.panel.edit()
    page.panel.form.fields.fee.setText("a lot")
    row = page.model.row_of(shown.coming)
    assert row is not None
    page.view.select_line(row)
    QTest.qWait(20)
    assert page.panel.is_editing
    assert page.panel.form.trouble.isVisible()
    assert page.model.event_at(page.view.currentIndex().row()) == shown.past
    assert page.panel.form.fields.fee.text() == "a lot"
