"""The two lines of the menu that undo and redo, named by what they take back or bring back."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence

from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.window_menus import WindowMenus
from notebook_app.gui.widgets.buttons import without_key


class UndoLines(QObject):
    """Named anew after each change, once everything that belongs to it is done."""

    def __init__(self, desk: Desk, menus: WindowMenus) -> None:
        """Add the lines to the menus; they have no names yet."""
        super().__init__(menus)
        self._desk = desk
        self._undo = menus.add(Command(Menu.EDIT, "", desk.undo, "Ctrl+Z"))
        self._redo = menus.add(Command(Menu.EDIT, "", desk.redo, "Ctrl+Shift+Z"))
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.name)
        desk.changed.connect(lambda _changes: self._timer.start(0))

    def name(self) -> None:
        """Read from the journal what can be undone and redone, and say so."""
        journal = self._desk.notebook.journal
        _name(self._undo, self.tr("&Undo"), journal.undo_label())
        _name(self._redo, self.tr("&Redo"), journal.redo_label())


def _name(action: QAction, word: str, what: str | None) -> None:
    action.setEnabled(what is not None)
    action.setText(f"{word}: {without_key(what)}" if what else word)
