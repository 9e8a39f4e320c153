"""The script: from a phone's two exports to a printed follow-up list, in the real window.

Run as ``python phone_to_paper.py NOTEBOOK FOLDER PHONE_FILE PHONE_FILE``; writes ``list.pdf``
and ``everyone.vcf`` into FOLDER.
"""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget

sys.path.insert(0, str(Path(__file__).parent))
from stage import Script, Stage, seen, soon

from notebook_app.assembly import main
from notebook_app.gui.calendar.calendar_page import CalendarPage
from notebook_app.gui.exporting.export_dialog import ExportDialog
from notebook_app.gui.follow_ups.complete_form import CompleteForm
from notebook_app.gui.follow_ups.plan_form import PlanForm
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.importing.import_preview import ImportPreview
from notebook_app.gui.people.people_page import PeoplePage
from notebook_app.gui.printing.print_dialog import PrintDialog
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.print_range import PrintRangeKind
from notebook_app.model.query.terms import PeopleQuery
from notebook_app.services.import_plan import CardState
from notebook_app.storage.notebook import Notebook
from tests.file_dragging import drop_event, enter_event, move_event

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_LEFT = Qt.MouseButton.LeftButton


def _press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _CONTROL) -> None:
    soon(lambda: QTest.keyClick(widget, key, modifier))


def _click(widget: QWidget) -> None:
    soon(lambda: QTest.mouseClick(widget, _LEFT))


def _answer_file_dialog(text: str) -> Script:
    """Type a name into the file dialog that is about to open."""
    yield lambda: seen(QFileDialog)
    dialog = seen(QFileDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(text)
    soon(dialog.accept)
    yield lambda: seen(QFileDialog) is None


def _choose(words: str) -> Script:
    yield lambda: isinstance(QApplication.activePopupWidget(), QMenu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [each for each in menu.actions() if each.text() == words]
    # In one go: the menu is gone after the next turn.
    soon(lambda: menu.close() and action.trigger())


def _found(kind: type[QWidget], text: str | None = None) -> Callable[[], object]:
    return lambda: seen(kind, text)


def _import(window: MainWindow, notebook: Notebook, phone_files: list[Path]) -> Script:
    # An empty notebook offers three ways on.
    for words in ("Import from a phone…", "Add a person", "Look at an example"):
        yield _found(PlainButton, words)
    button = seen(PlainButton, "Import from a phone…")
    assert button is not None
    _click(button)
    yield from _choose("From a file…")
    yield from _answer_file_dialog(" ".join(f'"{path}"' for path in phone_files))
    yield _found(ImportPreview)
    preview = seen(ImportPreview)
    assert preview is not None
    assert preview.chips[CardState.NEW].words == "New 3"
    assert preview.chips[CardState.UNREADABLE].words == "Not readable 1"
    assert notebook.contacts.all_ids() == []
    _click(preview.import_button)
    yield lambda: len(notebook.contacts.all_ids()) == 3
    # The same files again, dropped on the window this time, change nothing.
    yield window.isActiveWindow
    _drop(window, phone_files)
    yield _found(ImportPreview)
    preview = seen(ImportPreview)
    assert preview is not None
    assert CardState.NEW not in preview.chips
    assert CardState.CHANGED not in preview.chips
    assert not preview.import_button.isVisible()
    _click(preview.cancel_button)
    yield lambda: seen(ImportPreview) is None
    assert len(notebook.contacts.all_ids()) == 3
    # An import is undone as a whole, and done again.
    yield window.isActiveWindow
    _press(window, Qt.Key.Key_Z)
    yield lambda: notebook.contacts.all_ids() == []
    _press(window, Qt.Key.Key_Z, _CONTROL | _SHIFT)
    yield lambda: len(notebook.contacts.all_ids()) == 3


def _drop(window: MainWindow, files: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    # To the window as the system sends them; Qt finds the widget.
    for event in (enter_event, move_event, drop_event):
        QApplication.sendEvent(window.windowHandle(), event(data, QPoint(300, 300)))


def _find(window: MainWindow, notebook: Notebook) -> Script:
    _press(window, Qt.Key.Key_F)
    yield window.top_bar.search.hasFocus
    QTest.keyClicks(window.top_bar.search, "muller koln")
    yield _found(PeoplePage)
    page = seen(PeoplePage)
    assert page is not None
    yield lambda: page.people.model.rowCount() == 1
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    window.top_bar.search.clear()
    yield lambda: page.people.model.rowCount() == 3
    carla = notebook.contacts.find("Carla")[0]
    window.show_contact(carla.id)
    yield lambda: page.contact.contact is not None and page.contact.contact.id == carla.id
    contact = page.contact.contact
    assert contact is not None
    assert contact.details.photo is not None
    assert contact.details.note == "Likes cello, moving in March\nSecond line <b>bold</b>"
    assert [phone.label for phone in contact.details.phones] == ["mobile", "Studio"]
    assert contact.details.birthday is not None
    assert contact.details.birthday.iso() == "--03-14"


def _write(window: MainWindow, notebook: Notebook) -> Script:
    page = seen(PeoplePage)
    assert page is not None
    # A new person.
    _press(window, Qt.Key.Key_N)
    yield lambda: page.editing.open
    yield page.editing.editor.isVisible
    QTest.keyClicks(page.editing.editor.fields.name.whole, "Ben Okafor")
    QTest.keyClick(page.editing.editor, Qt.Key.Key_Return, _CONTROL)
    yield lambda: notebook.contacts.find("Ben Okafor")
    assert notebook.contacts.get(notebook.contacts.find("Ben Okafor")[0].id) is not None
    # A conversation in one line.
    carla = notebook.contacts.find("Carla")[0].id
    window.show_contact(carla)
    yield lambda: page.contact.contact is not None and page.contact.contact.id == carla
    line = page.contact.timeline.line
    line.text.setFocus()
    QTest.keyClicks(line.text, "Her son plays the cello")
    QTest.keyClick(line.text, Qt.Key.Key_Return)
    yield lambda: notebook.conversations.last_topic(carla) == "Her son plays the cello"
    # A follow-up.
    _press(window, Qt.Key.Key_L, _CONTROL | _SHIFT)
    yield _found(PlanForm)
    yield from _fill_plan(window, notebook, "Carla Mendes", "Thank her for introducing Ben")
    first = notebook.follow_ups.open_of(carla)[0]
    # Done, with what happened, and the next one.
    yield page.contact.next.done.isVisible
    _click(page.contact.next.done)
    yield _found(CompleteForm)
    form = seen(CompleteForm)
    assert form is not None
    yield form.isActiveWindow
    QTest.keyClicks(form.text, "She laughed and wants a quote")
    form.next_kind.choose(FollowUpKind.CALL)
    form.next_when.set_value(notebook.clock.today())
    QTest.keyClick(form.text, Qt.Key.Key_Return, _CONTROL)
    yield lambda: notebook.conversations.last_topic(carla) == "She laughed and wants a quote"
    following = notebook.follow_ups.open_of(carla)
    assert [row.kind for row in following] == [FollowUpKind.CALL]
    assert following[0].id != first.id
    # Undo and redo of all of that.
    yield window.isActiveWindow
    page.people.view.setFocus()
    _press(window, Qt.Key.Key_Z)
    yield lambda: notebook.follow_ups.open_of(carla)[0].id == first.id
    assert notebook.conversations.last_topic(carla) == "Her son plays the cello"
    _press(window, Qt.Key.Key_Z, _CONTROL | _SHIFT)
    yield lambda: notebook.follow_ups.open_of(carla)[0].id == following[0].id
    # Postponed by a day, then the one of somebody else skipped.
    yield page.contact.next.tomorrow.isVisible
    _click(page.contact.next.tomorrow)
    tomorrow = notebook.clock.today() + timedelta(days=1)
    yield lambda: notebook.follow_ups.open_of(carla)[0].due == tomorrow
    yield from _plan_and_skip(window, notebook)


def _fill_plan(window: MainWindow, notebook: Notebook, name: str, note: str) -> Script:
    form = seen(PlanForm)
    assert form is not None
    contact_id = notebook.contacts.find(name)[0].id
    before = len(notebook.follow_ups.open_of(contact_id))
    yield form.isActiveWindow
    if form.person.isVisible():
        form.person.set_contact(contact_id)
    form.kind.choose(FollowUpKind.NOTE)
    form.when.set_value(notebook.clock.today())
    QTest.keyClicks(form.note, note)
    QTest.keyClick(form.note, Qt.Key.Key_Return, _CONTROL)
    yield lambda: len(notebook.follow_ups.open_of(contact_id)) == before + 1
    yield window.isActiveWindow


def _plan_and_skip(window: MainWindow, notebook: Notebook) -> Script:
    page = seen(PeoplePage)
    assert page is not None
    agnes = notebook.contacts.find("Agnes")[0].id
    window.show_contact(agnes)
    yield lambda: page.contact.contact is not None and page.contact.contact.id == agnes
    for note in ("Ask about the accounts", "Send the slides"):
        _press(window, Qt.Key.Key_L, _CONTROL | _SHIFT)
        yield _found(PlanForm)
        yield from _fill_plan(window, notebook, "Agnes Dahl", note)
        yield lambda: seen(PlanForm) is None
    yield page.contact.next.later.isVisible
    _click(page.contact.next.later)
    yield _found(QMenu)
    menu = next(each for each in window.findChildren(QMenu) if each.isVisible())
    skip = next(act for act in menu.actions() if act.text().replace("&", "").startswith("Skip"))
    soon(skip.trigger)
    menu.close()
    yield lambda: len(notebook.follow_ups.open_of(agnes)) == 1


def _look_ahead(window: MainWindow, notebook: Notebook) -> Script:
    _press(window, Qt.Key.Key_3)
    yield _found(CalendarPage)
    page = seen(CalendarPage)
    assert page is not None
    page.go_to(notebook.clock.today())
    today = notebook.clock.today()
    agnes = notebook.contacts.find("Agnes")[0].id
    moved = notebook.follow_ups.open_of(agnes)[0]
    month = page.month
    yield lambda: _place_of(page, moved.id) is not None
    begin = _place_of(page, moved.id)
    assert begin is not None
    # Onto another day of the month that is in sight.
    target = today + timedelta(days=-1 if (today + timedelta(days=2)).month != today.month else 2)
    end = next(point for point in _points(month) if month.day_at(point) == target)
    QTest.mousePress(month, _LEFT, Qt.KeyboardModifier.NoModifier, begin)
    for step in range(1, 6):
        QTest.mouseMove(month, begin + (end - begin) * step / 5)
        yield lambda: True
    QTest.mouseRelease(month, _LEFT, Qt.KeyboardModifier.NoModifier, end)
    yield lambda: notebook.follow_ups.open_of(agnes)[0].due == target
    _press(window, Qt.Key.Key_Z)
    yield lambda: notebook.follow_ups.open_of(agnes)[0].due == today
    page.buttons.views["agenda"].click()
    yield page.agenda.isVisible


def _points(month: QWidget) -> list[QPoint]:
    return [QPoint(x, y) for y in range(5, month.height(), 9) for x in range(5, month.width(), 9)]


def _place_of(page: CalendarPage, follow_up_id: int) -> QPoint | None:
    for point in _points(page.month):
        entry = page.month.entry_at(point)
        if entry is not None and entry.follow_up_kind is not None and entry.id == follow_up_id:
            return point
    return None


def _print_and_export(window: MainWindow, folder: Path) -> Script:
    _press(window, Qt.Key.Key_P)
    yield _found(PrintDialog)
    dialog = seen(PrintDialog)
    assert dialog is not None
    dialog.panel.kind.choose(PrintRangeKind.ALL_OPEN.value)
    yield lambda: dialog.prepared is not None and dialog.prepared.pages
    yield dialog.save_button.isEnabled
    _click(dialog.save_button)
    yield from _answer_file_dialog(str(folder / "list.pdf"))
    yield (folder / "list.pdf").exists
    yield lambda: seen(PrintDialog) is None
    _press(window, Qt.Key.Key_E)
    yield _found(ExportDialog)
    choose = seen(PlainButton, "Choose the file…")
    assert choose is not None
    _click(choose)
    yield from _answer_file_dialog(str(folder / "everyone.vcf"))
    yield (folder / "everyone.vcf").exists
    yield lambda: seen(ExportDialog) is None


def script(notebook_path: Path, folder: Path, phone_files: list[Path]) -> Script:
    """Play points 1 to 8 of a first day with the program."""
    yield _found(MainWindow)
    window = seen(MainWindow)
    assert window is not None
    notebook = Notebook.open(notebook_path, region="SE")
    assert notebook.path == notebook_path
    yield from _import(window, notebook, phone_files)
    yield from _find(window, notebook)
    yield from _write(window, notebook)
    yield from _look_ahead(window, notebook)
    yield from _print_and_export(window, folder)
    today = notebook.clock.today()
    assert notebook.people.count(PeopleQuery(), today) == 4


if __name__ == "__main__":
    notebook_path, folder, *phone_files = (Path(each) for each in sys.argv[1:])
    stage = Stage(script(notebook_path, folder, phone_files), folder)
    status = main(["--notebook", str(notebook_path)])
    sys.exit(1 if stage.failed else status)
