"""The saved lists in the side bar: opened, renamed, moved and deleted there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.side_bar import SideBar
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.saved_list import SavedList
from notebook_app.services.save_list import delete_list, order_lists, rename_list


class SideLists(QObject):
    """``gone`` is emitted with the id of a list that is there no more."""

    gone = Signal(int)

    def __init__(self, desk: Desk, side_bar: SideBar) -> None:
        """Take the desk and where the lists are shown; nothing is read yet."""
        super().__init__(side_bar)
        self._desk = desk
        self._side_bar = side_bar
        self._lists: list[SavedList] = []
        side_bar.list_menu_wanted.connect(self._open_menu)
        side_bar.list_rename_wanted.connect(self.rename)
        side_bar.list_delete_wanted.connect(self.delete)
        side_bar.list_move_wanted.connect(self.move)
        desk.changed.connect(self._take_changes)

    def read(self) -> None:
        """Read the lists and show them."""
        before = {saved.id for saved in self._lists}
        self._lists = self._desk.notebook.saved_lists.all()
        self._side_bar.show_lists([(saved.id, saved.name) for saved in self._lists])
        for list_id in before - {saved.id for saved in self._lists}:
            self.gone.emit(list_id)

    def rename(self, list_id: int) -> None:
        """Ask for another name."""
        from notebook_app.gui.frame.list_name_dialog import ListNameDialog

        saved = next((each for each in self._lists if each.id == list_id), None)
        if saved is None:
            return
        notebook = self._desk.notebook
        ListNameDialog(
            self._desk,
            self._side_bar,
            self.tr("Rename list"),
            lambda name: rename_list(notebook, list_id, name),
            saved.name,
        ).open()

    def delete(self, list_id: int) -> None:
        """Forget a list; nobody in it is touched."""
        notebook = self._desk.notebook
        self._desk.perform(lambda: delete_list(notebook, list_id))

    def move(self, list_id: int, step: int) -> None:
        """Move a list up (-1) or down (1)."""
        ids = [saved.id for saved in self._lists]
        at = ids.index(list_id)
        if 0 <= at + step < len(ids):
            ids[at], ids[at + step] = ids[at + step], ids[at]
            notebook = self._desk.notebook
            self._desk.perform(lambda: order_lists(notebook, ids))
            self._side_bar.focus_list(list_id)

    def _open_menu(self, list_id: int, at: QPoint) -> None:
        menu = QMenu(self._side_bar)
        menu.aboutToHide.connect(menu.deleteLater)
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (self.tr("Rename…"), "F2", lambda: self.rename(list_id)),
            (self.tr("Move up"), "Alt+Up", lambda: self.move(list_id, -1)),
            (self.tr("Move down"), "Alt+Down", lambda: self.move(list_id, 1)),
            (self.tr("Delete list"), "Del", lambda: self.delete(list_id)),
        )
        for words, keys, act in acts:
            action = menu.addAction(f"{words}\t{keys}")
            action.triggered.connect(lambda _checked=False, act=act: act())
        menu.popup(at)

    def _take_changes(self, changes: ChangeSet) -> None:
        if changes.touches(Changed.LIST):
            self.read()
