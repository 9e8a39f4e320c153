"""Completing a follow-up: the conversation is logged, and the next one planned."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.clock import StoppedClock
from notebook_app.gui.follow_ups.complete_form import CompleteForm, show_complete_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.follow_up import (
    FollowUpDraft,
    FollowUpKind,
    FollowUpState,
    NoteState,
    Outcome,
)
from notebook_app.model.ladder import KINDS, Rung
from notebook_app.model.next_days import Distance
from notebook_app.services.propose_follow_ups import KEEPING_IN_TOUCH
from notebook_app.storage.notebook import Notebook
from tests.gui.follow_ups.filled import Filler, day, open_form


def _form() -> CompleteForm:
    form = open_form()
    assert isinstance(form, CompleteForm)
    return form


def test_completing_logs_what_happened_and_plans_the_next(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    follow_up = fill.plan(grace, FollowUpKind.CALL, -12, note="Lease renewal")
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert form.heading.text() == "Call Grace Holt"
    qtbot.keyClicks(form.text, "Renewed for two years")
    qtbot.keyClick(form, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert form.next_when.isVisible()
    form.next_when.chips[Distance.WEEK].click()
    qtbot.keyClick(form.text, Qt.Key.Key_Return)
    assert open_form() is None
    done = notebook.follow_ups.get(follow_up)
    assert done is not None
    assert done.state is FollowUpState.DONE
    assert done.conversation_id is not None
    conversation = notebook.conversations.get(done.conversation_id)
    assert conversation is not None
    assert conversation.draft.text == "Renewed for two years"
    assert (conversation.draft.channel, conversation.draft.on) == (Channel.CALL, day(0))
    (following,) = notebook.follow_ups.open_of(grace)
    assert (following.kind, following.due) == (FollowUpKind.COFFEE, day(9))


def test_an_empty_line_completes_without_inventing_a_conversation(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    follow_up = fill.plan(grace, FollowUpKind.CALL, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    form.on.edit.setText("yesterday")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    done = notebook.follow_ups.get(follow_up)
    assert done is not None
    assert (done.state, done.closed_on) == (FollowUpState.DONE, day(-1))
    assert done.conversation_id is None
    assert notebook.follow_ups.open_of(grace) == []


def test_by_another_channel_the_guessed_setting_is_dropped(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.COFFEE, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    form.text.setPlainText("Called instead")
    form.channel.choose(Channel.CALL)
    conversation = form.conversation()
    assert conversation is not None
    assert (conversation.channel, conversation.setting) == (Channel.CALL, "")
    form.channel.choose(Channel.IN_PERSON)
    conversation = form.conversation()
    assert conversation is not None
    assert conversation.setting == "café"
    form.reject()


def test_a_handwritten_note_goes_its_steps(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Carla Mendes"), FollowUpKind.NOTE, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert form.steps is not None
    assert form.steps.chips[NoteState.WRITE].isChecked()
    form.steps.chips[NoteState.STAMPED].click()
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert (stored.state, stored.note_state) == (FollowUpState.OPEN, NoteState.STAMPED)
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert form.steps is not None
    assert form.steps.chips[NoteState.STAMPED].isChecked()
    form.steps.chips[NoteState.POSTED].click()
    stored = notebook.follow_ups.get(follow_up)
    assert stored is not None
    assert (stored.state, stored.note_state) == (FollowUpState.DONE, NoteState.POSTED)


def test_a_repeating_one_says_when_it_comes_again_and_does(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    katya = fill.person("Katya Morozova")
    follow_up = fill.plan(katya, FollowUpKind.EMAIL, 0, repeat="FREQ=WEEKLY")
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert "28" in form.repeats.text()
    form.act()
    (following,) = notebook.follow_ups.open_of(katya)
    assert (following.due, following.repeat) == (day(7), "FREQ=WEEKLY")


def test_completing_is_undone_as_one_step(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    follow_up = fill.plan(grace, FollowUpKind.CALL, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    form.text.setPlainText("Spoke")
    form.next_kind.choose(FollowUpKind.LUNCH)
    form.act()
    desk.undo()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.id, row.kind) == (follow_up, FollowUpKind.CALL)
    assert row.last_conversation is None


def _chosen(form: CompleteForm, key: Qt.Key) -> None:
    QTest.keyClick(form, key, Qt.KeyboardModifier.AltModifier)


def test_no_answer_is_one_key_and_tries_again_on_a_good_day(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    follow_up = fill.plan(grace, FollowUpKind.CALL, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert form.outcomes.outcome() is Outcome.REACHED
    _chosen(form, Qt.Key.Key_A)
    assert form.outcomes.outcome() is Outcome.NO_ANSWER
    assert not form.next_kind.isVisible()
    # Tomorrow is a Sunday.
    assert form.next_when.value() == day(2)
    assert "Sun is a weekend" in form.next_when.chips[Distance.TOMORROW].words
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.id, row.due, row.tried) == (follow_up, day(2), 1)
    desk.undo()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.due, row.tried) == (day(0), 0)


def test_the_next_day_is_one_key_too(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    show_complete_form(desk, window, fill.plan(grace, FollowUpKind.CALL, 0))
    form = _form()
    _chosen(form, Qt.Key.Key_P)
    _chosen(form, Qt.Key.Key_4)
    assert form.next_when.value() == day(16)
    _chosen(form, Qt.Key.Key_6)
    assert form.next_when.field.edit.hasFocus()
    form.next_when.field.edit.setText("in 3 weeks")
    QTest.keyClick(form.next_when.field.edit, Qt.Key.Key_Return)
    (row,) = notebook.follow_ups.open_of(grace)
    assert row.due == day(21)


def test_days_that_are_full_or_holidays_say_so(
    qtbot: QtBot, desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    for _ in range(8):
        fill.plan(grace, FollowUpKind.EMAIL, 3)
    show_complete_form(desk, window, fill.plan(grace, FollowUpKind.CALL, 0))
    form = _form()
    assert "Tue is full" in form.next_when.chips[Distance.THREE_DAYS].words
    form.reject()
    # A month from the 25th of November is Christmas Day.
    notebook.clock = StoppedClock(day(4))
    show_complete_form(desk, window, fill.plan(grace, FollowUpKind.CALL, 0))
    form = _form()
    form.outcomes.choose(Outcome.POSTPONED)
    christmas = form.next_when.chips[Distance.MONTH]
    qtbot.waitUntil(lambda: "Christmas" in christmas.words)


def test_the_line_is_read_like_any_other(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    follow_up = fill.plan(grace, FollowUpKind.CALL, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    form.text.setPlainText("Renewed the lease #tenant *sails !lunch next friday")
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert row.kind is FollowUpKind.LUNCH
    assert row.remembered == "sails"
    done = notebook.follow_ups.get(follow_up)
    assert done is not None
    assert done.outcome is Outcome.REACHED
    assert done.conversation_id is not None
    conversation = notebook.conversations.get(done.conversation_id)
    assert conversation is not None
    assert (conversation.draft.text, conversation.draft.channel) == (
        "Renewed the lease",
        Channel.CALL,
    )
    assert conversation.draft.initiated_by is Initiator.ME


def test_what_is_written_waits_when_the_form_is_left(
    desk: Desk, window: QWidget, fill: Filler
) -> None:
    follow_up = fill.plan(fill.person("Grace Holt"), FollowUpKind.CALL, 0)
    show_complete_form(desk, window, follow_up)
    form = _form()
    form.text.setPlainText("Half a word")
    form.reject()
    show_complete_form(desk, window, follow_up)
    form = _form()
    assert form.text.toPlainText() == "Half a word"
    form.text.clear()
    form.reject()


def _on_rung(notebook: Notebook, contact_id: int, rung: Rung) -> int:
    with notebook.change("Planned"):
        return notebook.follow_ups.insert(
            FollowUpDraft(contact_id, KINDS[rung], day(0), rung=rung.value)
        )


def test_doing_a_rung_begins_with_the_following_one(
    desk: Desk, notebook: Notebook, window: QWidget, fill: Filler
) -> None:
    grace = fill.person("Grace Holt")
    show_complete_form(desk, window, _on_rung(notebook, grace, Rung.CALL))
    form = _form()
    assert form.next_kind.kind() is FollowUpKind.COFFEE
    assert not form.keep.isVisible()
    form.act()
    (row,) = notebook.follow_ups.open_of(grace)
    assert (row.kind, row.rung) == (FollowUpKind.COFFEE, "coffee")
    show_complete_form(desk, window, row.id)
    form = _form()
    assert form.keep.isVisible()
    form.act()
    stored = notebook.contacts.get(grace)
    assert stored is not None
    assert stored.cadence == KEEPING_IN_TOUCH
    assert notebook.follow_ups.open_of(grace) == []
