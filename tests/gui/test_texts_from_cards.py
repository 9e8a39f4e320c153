"""Text that came in a card is shown as the text it is, wherever the window shows it.

Every widget of the real window and its dialogs is looked at: no label may guess at markup, no
button or menu may take an ``&`` in it for a key, no tool tip may follow a tag.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from notebook_app.formats.csv.look import look_at
from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.duplicates.duplicates_page import DuplicatesPage
from notebook_app.gui.exporting.export_dialog import ExportDialog
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.importing.columns_dialog import ColumnsDialog
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.importing.imports_dialog import ImportsDialog
from notebook_app.gui.importing.set_aside_dialog import SetAsideDialog
from notebook_app.gui.importing.undo_import_dialog import UndoImportDialog
from notebook_app.gui.palette.palette_popup import Palette
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.printing.print_dialog import PrintDialog
from notebook_app.gui.window_pages import page_entries
from notebook_app.gui.window_session import WindowSession
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.services.import_vcards import import_vcards
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up
from notebook_app.services.plan_import import plan_import
from notebook_app.services.save_contact import delete_contacts, update_contact
from notebook_app.services.undo_import import plan_undo_import
from notebook_app.storage.notebook import Notebook
from tests.gui.conftest import TODAY

EVIL = "<img src=x><b>bold</b>&amp;"
IN_CARD = EVIL.replace(";", "\\;")
FILE = f"{EVIL}.vcf"
CARD = f"""BEGIN:VCARD
VERSION:3.0
UID:{IN_CARD}
N:{IN_CARD};{IN_CARD};{IN_CARD};{IN_CARD};{IN_CARD}
FN:{EVIL}
NICKNAME:{EVIL}
ORG:{IN_CARD};{IN_CARD}
TITLE:{EVIL}
ROLE:{EVIL}
TEL;TYPE=CELL:{EVIL}
item1.TEL:+46 70 174 06 05 {EVIL}
item1.X-ABLabel:{EVIL}
item2.EMAIL:{EVIL}@mail.example
item2.X-ABLabel:{EVIL}
item3.ADR:;;{IN_CARD};{IN_CARD};{IN_CARD};{IN_CARD};{IN_CARD}
item3.X-ABLabel:{EVIL}
URL:http://x.example/{EVIL}
IMPP;X-SERVICE-TYPE=Matrix:matrix:{EVIL}
X-SOCIALPROFILE;TYPE=twitter:http://x.example/{EVIL}
BDAY:1980-11-22
item4.X-ABDATE:1999-11-23
item4.X-ABLabel:{EVIL}
item5.X-ABRELATEDNAMES:{EVIL}
item5.X-ABLabel:{EVIL}
CATEGORIES:{EVIL}
NOTE:{EVIL}
X-UNKNOWN;X-P=1:{EVIL}
END:VCARD
"""
BAD = f"BEGIN:VCARD\nVERSION:3.0\nX-SECRET:{EVIL}\nEND:VCARD\n"


@pytest.fixture
def session(qtbot: QtBot, notebook: Notebook, tmp_path: Path) -> Iterator[WindowSession]:
    """The real window on a notebook with such a person, met, planned for, and set aside."""
    outcome = import_vcards(notebook, plan_import(notebook, [(FILE, (CARD + BAD).encode())]))
    assert (outcome.added, outcome.rejected) == (1, 1)
    [contact_id] = notebook.contacts.all_ids()
    log_conversation(notebook, ConversationDraft((contact_id,), EVIL, TODAY, place=EVIL))
    for days in (-1, 0, 0, 1, 3):
        due = TODAY + timedelta(days=days)
        plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, due, None, EVIL))
    session = WindowSession(notebook, WindowMemory(tmp_path / "window.ini"), example=True)
    qtbot.addWidget(session.window)
    session.window.resize(1400, 900)
    session.window.show()
    yield session
    session.desk.stop_background()
    session.window.figures.wait()


def wrong_texts() -> list[str]:
    """Return a sentence for each place where text from a card would be taken for more."""
    QApplication.processEvents()
    found: list[str] = []
    for widget in QApplication.allWidgets():
        found += (f"{type(widget).__name__}: {what}" for what in _wrong_in(widget))
    return sorted(set(found))


def _wrong_in(widget: QWidget) -> Iterator[str]:
    guesses = isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText
    if guesses and "<" in widget.text():
        yield f"markup in {widget.text()[:80]}"
    if isinstance(widget, QAbstractButton) and _has_key(widget.text()):
        yield f"a key in {widget.text()[:80]}"
    for action in widget.actions():
        if _has_key(action.text()):
            yield f"a key in the menu {action.text()[:80]}"
        if _is_markup(action.toolTip()) and isinstance(widget, QMenu) and widget.toolTipsVisible():
            yield f"markup in the tool tip {action.toolTip()[:80]}"
    text = widget.toPlainText() if isinstance(widget, QTextEdit) else ""
    if "bold" in text and "<b>" not in text:
        yield f"markup in {text[:80]}"
    yield from (f"markup in the tool tip {tip[:80]}" for tip in _tool_tips(widget))


def _tool_tips(widget: QWidget) -> Iterator[str]:
    """Yield the tool tips of a widget and its items that Qt would take for markup."""
    if _is_markup(widget.toolTip()):
        yield widget.toolTip()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in _some(widget.model()):
            tip = widget.model().data(index, Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and _is_markup(tip):
                yield tip


def _some(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(), 50)):
        yield model.index(row, 0)


def _has_key(text: str) -> bool:
    """Return whether the ``&`` of a card marks a key here, or is shown twice."""
    drawn = text.replace("&&", "＆")
    return "&amp;" in drawn or "＆＆amp;" in drawn


def _is_markup(text: str) -> bool:
    """Return whether Qt would follow the tags of a card in this tool tip."""
    return QtGui.Qt.mightBeRichText(text) and ("<img" in text or "<b>" in text)


def shown(qtbot: QtBot, dialog: QDialog) -> None:
    """Show a dialog until everything in it is drawn."""
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.grab()


def test_pages_show_what_came_in_a_card_as_text(qtbot: QtBot, session: WindowSession) -> None:
    seen: set[str] = set()
    for key in [entry.key for entry in page_entries()]:
        session.window.show_page(key)
        QApplication.processEvents()
        if key == "people":
            session.window.show_contact(session.desk.notebook.contacts.all_ids()[0])
            qtbot.wait(50)
        session.window.grab()
        assert wrong_texts() == [], key
        seen |= {label.text() for label in session.window.findChildren(QLabel)}
    assert any(EVIL in text for text in seen)


@pytest.mark.parametrize("what", ["said", "problem", "undo"])
def test_messages_show_what_came_in_a_card_as_text(session: WindowSession, what: str) -> None:
    notebook = session.desk.notebook
    if what == "said":
        session.desk.say(f"Imported {FILE}.")
    elif what == "problem":
        session.window.show_problem(UserProblem(f"{EVIL} is bad.", EVIL, EVIL))
    else:
        [contact_id] = notebook.contacts.all_ids()
        stored = notebook.contacts.get(contact_id)
        assert stored is not None
        draft = notebook.contacts.draft_of(stored)
        details = replace(draft.details, title="Chef")
        session.desk.perform(
            lambda: update_contact(notebook, contact_id, replace(draft, details=details)),
            lambda problem: pytest.fail(problem.one_line()),
        )
    session.window.grab()
    assert wrong_texts() == []


def test_dialogs_show_what_came_in_a_card_as_text(qtbot: QtBot, session: WindowSession) -> None:
    desk, notebook = session.desk, session.desk.notebook
    [contact_id] = notebook.contacts.all_ids()
    past = notebook.import_history.all()[0]
    again = CARD.replace("1980", "1981").replace("TITLE:", "TITLE:Chief ")
    other = CARD.replace(f"UID:{IN_CARD}", "UID:other").replace("NOTE:", "NOTE:other ")
    plan = plan_import(notebook, [(FILE, (again + other + BAD).encode())])
    dialogs: list[Callable[[], QDialog]] = [
        lambda: ImportPreview(plan, notebook, lambda: None),
        lambda: ExportDialog(desk, [contact_id]),
        lambda: SetAsideDialog(desk, lambda _plan: None),
        lambda: ImportsDialog(desk),
        lambda: UndoImportDialog(desk, plan_undo_import(notebook, past.id)),
        lambda: PrintDialog(desk, has_printer=lambda: False),
    ]
    for make in dialogs:
        dialog = make()
        shown(qtbot, dialog)
        if isinstance(dialog, ImportPreview):
            for row in range(dialog.cards.rowCount()):
                dialog.list.setCurrentIndex(dialog.cards.index(row))
                assert wrong_texts() == []
        assert wrong_texts() == [], type(dialog).__name__
        dialog.close()


def test_what_is_done_with_people_shows_their_names_as_text(
    qtbot: QtBot, session: WindowSession
) -> None:
    """Palette, forms, several people, duplicates, merging, trash, columns of a table."""
    desk, notebook, window = session.desk, session.desk.notebook, session.window
    [contact_id] = notebook.contacts.all_ids()
    stored = notebook.contacts.get(contact_id)
    assert stored is not None
    draft = notebook.contacts.draft_of(stored)
    with notebook.change(EVIL):
        twin = notebook.contacts.insert(replace(draft, details=replace(draft.details, note="x")))
    open_contacts = (contact_id, twin)
    steps: list[Callable[[], object]] = [
        lambda: _palette_shows(session, "bold"),
        lambda: desk.ask(Act.LOG, *open_contacts),
        lambda: desk.ask(Act.PLAN, contact_id),
        lambda: desk.ask(Act.MERGE, open_contacts),
        lambda: ColumnsDialog(
            FILE, look_at(f"{EVIL};Wer\n{EVIL};Bo\n".encode()), list, print, window
        ).open(),
        lambda: _select_everybody(window),
        lambda: _shows_pairs(qtbot, window),
    ]
    for number, step in enumerate(steps):
        step()
        qtbot.wait(30)
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                top.grab()
        assert wrong_texts() == [], number
        for dialog in window.findChildren(QDialog):
            dialog.reject()
    delete_contacts(notebook, [twin])
    window.show_page("trash")
    window.grab()
    assert wrong_texts() == []


def _palette_shows(session: WindowSession, text: str) -> None:
    line = next(line for line in session.window.menus.lines() if "anything" in line.words)
    line.action.trigger()
    [palette] = session.window.findChildren(Palette)
    palette.field.setText(text)


def _select_everybody(window: MainWindow) -> None:
    page = window.show_page("people")
    assert isinstance(page, PeoplePage)
    page.people.view.selectAll()
    page.selected.tell_now()


def _shows_pairs(qtbot: QtBot, window: MainWindow) -> None:
    page = window.show_page("duplicates")
    assert isinstance(page, DuplicatesPage)
    qtbot.waitUntil(lambda: page.current_pair() is not None)
