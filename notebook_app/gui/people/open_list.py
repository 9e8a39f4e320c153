"""The saved list that a page of people shows: read, changed, and saved under a name."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.people_column import PeopleColumn
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.query.columns import columns_text, parse_columns
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.sorting import BY_NAME, parse_sort
from notebook_app.model.saved_list import ListLook, SavedList
from notebook_app.services.save_list import change_list, save_new_list


class OpenList(QObject):
    """``named`` is emitted when another list is shown or it got another name."""

    named = Signal()
    search_wanted = Signal(str)

    def __init__(self, desk: Desk, people: PeopleColumn, page: QWidget) -> None:
        """Take the desk, the column that shows the people, and the page for dialogs."""
        super().__init__(page)
        self._desk = desk
        self._people = people
        self._page = page
        self._shown: SavedList | None = None
        people.save_wanted.connect(self.save_as)
        people.look_changed.connect(self._keep_look)
        people.chips.keep_wanted.connect(self.keep)

    @property
    def shown(self) -> SavedList | None:
        """The list that is shown, as it is stored."""
        return self._shown

    def show(self, list_id: int) -> None:
        """Show a list as it is stored; nothing happens if it is gone."""
        saved = self._desk.notebook.saved_lists.get(list_id)
        if saved is None:
            return
        self._shown = saved
        vocabulary = self._people.vocabulary()
        try:
            query = parse_query(saved.query, vocabulary)
            columns = parse_columns(saved.columns, vocabulary)
            sort = parse_sort(saved.sort, vocabulary)
        except QueryMistake as mistake:
            # An own field or another list that it asks for is gone.
            self._people.mistake.tell(mistake)
            query, columns, sort = parse_query(""), (), BY_NAME
        self._people.chips.show_list(query)
        self._people.chips.choose(query)
        self._people.show_look(saved.look, columns, sort)
        self.named.emit()

    def take_changes(self, changes: ChangeSet | None) -> None:
        """Follow a list that was changed or renamed elsewhere, as by undo."""
        before = self._shown
        if before is None or (changes is not None and not changes.touches(Changed.LIST)):
            return
        now = self._desk.notebook.saved_lists.get(before.id)
        if now is not None and now != before:
            self.show(before.id)

    def keep(self) -> None:
        """Save what was changed of the list."""
        shown = self._shown
        if shown is None:
            return
        text = self._people.filter().text
        notebook = self._desk.notebook
        if self._desk.perform(lambda: change_list(notebook, shown.id, query=text)) is not None:
            self.search_wanted.emit("")
            self.show(shown.id)

    def save_as(self) -> None:
        """Ask for a name and save what is shown as a new list."""
        from notebook_app.gui.frame.list_name_dialog import ListNameDialog

        people, notebook = self._people, self._desk.notebook
        query = people.filter().text
        table = people.look is ListLook.TABLE
        columns = columns_text(people.table.columns) if table else ""
        sort, look = people.sort.text, people.look
        ListNameDialog(
            self._desk,
            self._page,
            self.tr("Save as list"),
            lambda name: save_new_list(
                notebook, name, query, columns=columns, sort=sort, look=look
            ),
        ).open()

    def _keep_look(self) -> None:
        """Keep columns, order and look with the list as they are chosen."""
        shown, people, notebook = self._shown, self._people, self._desk.notebook
        if shown is None:
            return
        columns = columns_text(people.table.columns)
        if people.look is ListLook.LIST and not shown.columns:
            columns = ""
        sort, look = people.sort.text, people.look
        if (columns, sort, look) == (shown.columns, shown.sort, shown.look):
            return
        changes = self._desk.perform(
            lambda: change_list(notebook, shown.id, columns=columns, sort=sort, look=look)
        )
        if changes is not None:
            self._shown = notebook.saved_lists.get(shown.id)
