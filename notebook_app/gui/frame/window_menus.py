"""The quiet menu bar: what the parts of the program offer, and what the window itself does."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from notebook_app.foundation.record import record
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.page import PageEntry
from notebook_app.gui.theme import Appearance, theme_of
from notebook_app.gui.widgets.buttons import without_key


@record
class MenuLine:
    """A line that can be chosen now: its words and its menu's as they are read aloud.

    ``keys`` is its shortcut as the system writes it; ``key`` names it at every start, whatever
    follows a colon (what the next undo takes back).
    """

    which: Menu
    menu: str
    words: str
    keys: str
    key: str
    action: QAction


class WindowMenus(QObject):
    """Fills the window's menu bar; a menu without a line in it is not shown."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the empty menus on ``window``."""
        super().__init__(window)
        self._window = window
        words = {
            Menu.FILE: self.tr("&File"),
            Menu.EDIT: self.tr("&Edit"),
            Menu.PEOPLE: self.tr("&People"),
            Menu.VIEW: self.tr("&View"),
            Menu.HELP: self.tr("&Help"),
        }
        self._menus: dict[Menu, QMenu] = {}
        self._groups: dict[Menu, int] = {}
        for menu in Menu:
            self._menus[menu] = window.menuBar().addMenu(words[menu])
            self._menus[menu].menuAction().setVisible(False)

    def menu(self, which: Menu) -> QMenu:
        """Return one menu."""
        return self._menus[which]

    def add(self, command: Command) -> QAction:
        """Add a line and return it, to switch it off and on."""
        menu = self._menus[command.menu]
        if menu.actions() and command.group != self._groups.get(command.menu):
            menu.addSeparator()
        self._groups[command.menu] = command.group
        action = menu.addAction(command.text)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda _checked=False: command.run())
        menu.menuAction().setVisible(True)
        return action

    def add_pages(self, entries: Sequence[PageEntry], show: Callable[[str], object]) -> None:
        """Add the pages with Ctrl+1, Ctrl+2, … in the order of the side bar."""
        for number, entry in enumerate(entries, start=1):
            shortcut = f"Ctrl+{number}" if number <= 9 else ""
            self.add(
                Command(
                    Menu.VIEW,
                    without_key(entry.label),
                    partial(show, entry.key),
                    shortcut,
                )
            )

    def add_appearance(self, chosen: Callable[[Appearance], object]) -> None:
        """Add the choice between the system's colours, light and dark."""
        menu = self._menus[Menu.VIEW]
        menu.addSeparator()
        part = menu.addMenu(self.tr("&Appearance"))
        group = QActionGroup(part)
        for appearance, words in (
            (Appearance.SYSTEM, self.tr("As the &system")),
            (Appearance.LIGHT, self.tr("&Light")),
            (Appearance.DARK, self.tr("&Dark")),
        ):
            action = part.addAction(words)
            action.setCheckable(True)
            action.setChecked(theme_of(self).appearance is appearance)
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, which=appearance: chosen(which))
        menu.menuAction().setVisible(True)

    def lines(self) -> list[MenuLine]:
        """Return every line of every menu that can be chosen now, those of parts too."""
        return [
            line
            for which, menu in self._menus.items()
            for line in _lines_of(which, menu, _plain(menu.title()))
        ]

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return (what it does, the keys as the system writes them) of every line with keys."""
        found = []
        for menu in self._menus.values():
            for action in menu.actions():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                if keys:
                    found.append((_plain(action.text()), keys))
        return found


def _lines_of(which: Menu, menu: QMenu, named: str) -> list[MenuLine]:
    found: list[MenuLine] = []
    for action in menu.actions():
        part = action.menu()
        if isinstance(part, QMenu):
            found += _lines_of(which, part, _plain(part.title()))
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = _plain(action.text())
            found.append(MenuLine(which, named, words, keys, words.partition(":")[0], action))
    return found


def _plain(text: str) -> str:
    """Return a menu's text without its key mark and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
