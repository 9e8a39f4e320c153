"""Before you meet: on screen for one or many, and on paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.briefing_dialog import BriefingDialog, show_briefing
from notebook_app.gui.printing.document_dialog import DocumentDialog
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook

Open = Callable[..., BriefingDialog]


@pytest.fixture
def opened(desk: Desk, window: QWidget, qtbot: QtBot) -> Open:
    """Opens the dialog over a window."""

    def show(ids: Sequence[int], title: str = "") -> BriefingDialog:
        show_briefing(desk, window, ids, title)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BriefingDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BriefingDialog)
        return dialog

    return show


def words(widget: QWidget) -> list[str]:
    """Return what its labels say."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_one_person_with_the_last_three_topics(opened: Open, met: list[int]) -> None:
    dialog = opened(met[:1])
    assert dialog.heading.text() == "Before you meet Elif Aydın"
    said = words(dialog.cards[0])
    for shown in ("+46 70 1", "elif@chamber.example", "• two daughters", "Topic 0", "Topic 2"):
        assert shown in said
    assert "Topic 3" not in said
    dialog.accept()


def test_everyone_at_an_event_also_those_of_whom_nothing_is_known(
    opened: Open, met: list[int]
) -> None:
    dialog = opened(met, "Breakfast club")
    assert dialog.heading.text() == "Breakfast club"
    assert "Bo <i>Ek</i>" in words(dialog.cards[1])
    assert "Nothing is written down about them yet." in words(dialog.cards[1])
    dialog.accept()


def test_hundreds_come_bit_by_bit(opened: Open, notebook: Notebook, qtbot: QtBot) -> None:
    with notebook.change("many"):
        ids = [
            notebook.contacts.insert(ContactDraft(ContactDetails(display_name=f"P {number}")))
            for number in range(60)
        ]
    dialog = opened(ids)
    assert len(dialog.cards) < 60
    qtbot.waitUntil(lambda: len(dialog.cards) == 60)
    dialog.accept()


def test_another_question_each_time(opened: Open, met: list[int]) -> None:
    dialog = opened(met)
    asked = [dialog.question.text()]
    for _ in range(5):
        dialog.ask_button.click()
        asked.append(dialog.question.text())
    assert len(set(asked)) == 6
    dialog.accept()


def test_nobody_to_prepare_for_is_said(desk: Desk, window: QWidget) -> None:
    problems: list[UserProblem] = []
    desk.problem_met.connect(problems.append)
    show_briefing(desk, window, [99])
    assert [problem.title for problem in problems] == ["Nobody is there to prepare for."]


def test_it_goes_on_paper_through_the_print_preview(
    opened: Open, desk: Desk, met: list[int], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(met, "Breakfast club")
    dialog.print_button.click()
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, DocumentDialog)
    qtbot.waitUntil(lambda: preview.prepared is not None and preview.is_settled())
    preview.paper.setCurrentIndex(1 - preview.paper.currentIndex())
    qtbot.waitUntil(lambda: preview.prepared is not None and preview.is_settled())
    said: list[str] = []
    desk.said.connect(lambda text, _undo: said.append(text))
    path = tmp_path / "briefing.pdf"
    preview.save_to(path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: said == ["Saved briefing.pdf."])
    dialog.accept()
    QTest.qWait(0)


def test_the_name_leads_to_the_person(opened: Open, desk: Desk, met: list[int]) -> None:
    dialog = opened(met)
    wanted: list[int] = []
    desk.contact_wanted.connect(wanted.append)
    desk.open_contact(met[1])
    assert wanted == [met[1]]
    assert not dialog.isVisible()


def test_a_person_added_meanwhile_changes_nothing(
    opened: Open, desk: Desk, met: list[int], notebook: Notebook
) -> None:
    dialog = opened(met)
    desk.perform(lambda: add_contact(notebook, ContactDraft(ContactDetails(display_name="New"))))
    assert len(dialog.cards) == 2
    dialog.accept()
