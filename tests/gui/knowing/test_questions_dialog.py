"""Good questions: another one by a key, the user's own, hidden ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.questions_dialog import QuestionsDialog
from notebook_app.model.good_questions import READY_MADE
from notebook_app.storage.notebook import Notebook


@pytest.fixture
def dialog(desk: Desk, window: QWidget) -> QuestionsDialog:
    """The dialog, whose order is the same each time."""
    opened = QuestionsDialog(desk, window, seed=1)
    opened.open()
    return opened


def write(dialog: QuestionsDialog, text: str, key: Qt.Key) -> None:
    """Type into the field and leave it by a key."""
    field = dialog.field
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)


def test_each_comes_once_before_any_comes_again(dialog: QuestionsDialog) -> None:
    asked = [dialog.words.text()]
    for _ in range(len(READY_MADE) - 1):
        QTest.keyClick(dialog.another, Qt.Key.Key_Space)
        asked.append(dialog.words.text())
    assert sorted(asked) == sorted(READY_MADE)
    QTest.keyClick(dialog.another, Qt.Key.Key_Space)
    assert dialog.words.text() in READY_MADE
    assert dialog.words.text() != asked[-1]


def test_one_of_my_own_is_added_changed_and_taken_out(
    dialog: QuestionsDialog, notebook: Notebook
) -> None:
    dialog.add_button.click()
    write(dialog, "Who rows?", Qt.Key.Key_Return)
    assert dialog.words.text() == "Who rows?"
    assert dialog.hint.text() == "One of your own."
    dialog.edit_button.click()
    write(dialog, "Who rows the boat?", Qt.Key.Key_Return)
    assert notebook.questions.offered()[0].text == "Who rows the boat?"
    dialog.hide_button.click()
    assert notebook.questions.offered()[0].text == READY_MADE[0]
    assert dialog.words.text() in READY_MADE


def test_a_ready_made_one_is_hidden_and_offered_again(
    dialog: QuestionsDialog, notebook: Notebook
) -> None:
    unwanted = dialog.words.text()
    dialog.hide_button.click()
    assert unwanted not in [question.text for question in notebook.questions.offered()]
    assert dialog.words.text() != unwanted
    assert dialog.show_button.isVisible()
    dialog.show_button.click()
    assert len(notebook.questions.offered()) == len(READY_MADE)
    assert not dialog.show_button.isVisible()


def test_all_of_them_may_be_hidden(dialog: QuestionsDialog) -> None:
    for _ in READY_MADE:
        dialog.hide_button.click()
    assert dialog.words.text() == "All questions are hidden."
    assert not dialog.another.isEnabled()
    assert not dialog.hide_button.isEnabled()
    dialog.show_button.click()
    assert dialog.another.isEnabled()


def test_escape_leaves_the_field_and_not_the_dialog(dialog: QuestionsDialog) -> None:
    dialog.add_button.click()
    write(dialog, "Who", Qt.Key.Key_Escape)
    assert dialog.field is None
    assert dialog.isVisible()
