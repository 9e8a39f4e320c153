"""The message at the bottom says what was done and offers to take it back."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    """A bar over a page."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 400)
    field = QLineEdit(page)
    page.show()
    field.setFocus()
    return MessageBar(page)


def test_undo_is_offered_and_done_once(bar: MessageBar, qtbot: QtBot) -> None:
    """A click does it and the message goes."""
    done = []
    bar.say("Logged a conversation with Carla.", ("Undo", lambda: done.append(1)))
    assert bar.text() == "Logged a conversation with Carla."
    qtbot.mouseClick(bar.act_button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert bar.isHidden()
    assert bar.text() == ""


def test_what_an_act_says_stays(bar: MessageBar, qtbot: QtBot) -> None:
    """The message that Undo itself leads to is not hidden by the click."""
    bar.say("Logged it.", ("Undo", lambda: bar.say("Undone.")))
    qtbot.mouseClick(bar.act_button, Qt.MouseButton.LeftButton)
    assert bar.text() == "Undone."
    assert bar.act_button.isHidden()


@pytest.mark.parametrize("name", ["x" * 5000, "word " * 1000])
def test_a_name_of_any_length_leaves_it_low(bar: MessageBar, name: str) -> None:
    """All of it is in the tool tip."""
    bar.say(f"Changed {name}", ("Undo", lambda: None))
    assert bar.height() < bar.label.fontMetrics().lineSpacing() * 8
    assert bar.text().endswith("…")
    assert len(bar.label.toolTip()) > 1000


def test_it_lies_inside_the_page_whatever_it_says(bar: MessageBar) -> None:
    """Long problems wrap; and it moves along when the page is resized."""
    page = bar.parentWidget()
    bar.say("A long story with <b>markup</b>. " * 12, problem=True)
    assert page.rect().contains(bar.geometry())
    assert bar.label.height() >= bar.label.heightForWidth(bar.label.width())
    page.resize(480, 300)
    assert page.rect().contains(bar.geometry())


def test_it_goes_away_by_itself_unless_looked_at(bar: MessageBar, qtbot: QtBot) -> None:
    """The pointer on it holds it; its leaving starts the clock again."""
    bar.say("Done.")
    timer = bar.hide_timer
    assert timer.isActive()
    middle = bar.rect().center().toPointF()
    QApplication.sendEvent(bar, QEnterEvent(middle, middle, middle))
    assert not timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert not bar.underMouse()
    assert timer.isActive()
    timer.setInterval(1)
    timer.start()
    qtbot.waitUntil(bar.isHidden)


def test_it_stays_while_the_focus_is_in_it(bar: MessageBar, qtbot: QtBot) -> None:
    """Who reaches it by Tab has time to press Undo."""
    page = bar.parentWidget()
    page.activateWindow()
    bar.say("Done.", ("Undo", lambda: None))
    bar.act_button.setFocus()
    qtbot.waitUntil(bar.act_button.hasFocus)
    bar.hide_timer.setInterval(1)
    bar.hide_timer.start()
    with qtbot.waitSignal(bar.hide_timer.timeout):
        pass
    assert not bar.isHidden()


def test_an_empty_page_offers_ways_on(qtbot: QtBot) -> None:
    """Three acts at most; they do what they say."""
    done = []
    state = EmptyState(
        "Nobody here yet",
        "A notebook starts with one person.",
        [(words, lambda words=words: done.append(words)) for words in ("Import", "Add", "Look")],
    )
    qtbot.addWidget(state)
    state.resize(500, 400)
    for button in state.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["Import", "Add", "Look"]


def test_something_more_is_offered_beside_undo_and_gone_with_the_next_message(
    bar: MessageBar,
) -> None:
    """One click does it, and only beside the message it belongs to."""
    done: list[str] = []
    bar.say("Imported 3 people", ("Undo", lambda: done.append("undo")))
    bar.offer("Look at them", lambda: done.append("look"))
    assert bar.more_button.isVisible()
    bar.more_button.click()
    assert done == ["look"]
    bar.say("Something else")
    assert not bar.more_button.isVisible()
