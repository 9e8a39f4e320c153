"""Tab goes through the editor as the eye does, also through rows that were added just now."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from notebook_app.gui.people.editor.contact_editor import ContactEditor
from notebook_app.gui.widgets.buttons import QuietButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.storage.notebook import Notebook
from tests.gui.people.test_editor import FULL

_SAME_LINE = 14


def tab_stops(first: QWidget, last: QWidget) -> list[QWidget]:
    """Press Tab from one field to another and return all that had the focus."""
    first.setFocus()
    stops = [first]
    while stops[-1] is not last and len(stops) < 100:
        focused = QApplication.focusWidget()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    return stops


def follow_the_eye(editor: ContactEditor, stops: list[QWidget]) -> list[str]:
    """Return each step that goes up, or back within a line.

    Taking something out stands behind what it takes out, wherever its sign is.
    """
    wrong = []
    stops = [stop for stop in stops if not isinstance(stop, QuietButton | Chip)]
    places = [stop.mapTo(editor, QPoint(0, stop.height() // 2)) for stop in stops]
    for stop, here, then in zip(stops[1:], places, places[1:], strict=False):
        up = then.y() < here.y() - _SAME_LINE
        back = abs(then.y() - here.y()) <= _SAME_LINE and then.x() < here.x()
        if up or back:
            wrong.append(f"{stop.accessibleName() or type(stop).__name__}: {here} to {then}")
    return wrong


def test_tab_follows_the_eye(qtbot: QtBot, notebook: Notebook) -> None:
    editor = ContactEditor(notebook)
    qtbot.addWidget(editor)
    editor.resize(900, 2400)
    editor.show_draft(FULL, None, new=False)
    editor.show()
    editor.activateWindow()
    qtbot.waitActive(editor).__enter__()
    fields = editor.fields
    added = [rows.add_row() for rows in (fields.phones, fields.addresses, fields.related)]
    QApplication.processEvents()
    stops = tab_stops(fields.name.whole, fields.note)
    assert stops[-1] is fields.note
    assert follow_the_eye(editor, stops) == []
    for row in added:
        assert stops.index(row.main_field) < stops.index(row.remove)
    fields.phones.rows[1].move_wanted.emit(-1)
    QApplication.processEvents()
    assert follow_the_eye(editor, tab_stops(fields.name.whole, fields.note)) == []
