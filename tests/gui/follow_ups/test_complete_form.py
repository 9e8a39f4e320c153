"""Completing a follow-up: the conversation is logged, and the next one planned."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.follow_ups.complete_form import CompleteForm, show_complete_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.conversation import Channel
from notebook_app.model.follow_up import FollowUpKind, FollowUpState, NoteState
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
    form.next_when.chips[2][0].click()
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
    assert (following.kind, following.due) == (FollowUpKind.COFFEE, day(7))


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
    assert "28" in form.repeat_words()
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
