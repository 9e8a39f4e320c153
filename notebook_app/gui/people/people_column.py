"""The first column of the page: the chips, the list below them, and a word when it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.filter_chips import STANDING_TAGS, FilterChips
from notebook_app.gui.people.mistake_line import MistakeLine
from notebook_app.gui.people.people_delegate import PeopleDelegate
from notebook_app.gui.people.people_model import PeopleModel
from notebook_app.gui.people.people_view import PeopleView
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.table_look import CellDelegate, TableLook
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import Divider
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.query.columns import USUAL_COLUMNS, ListColumn
from notebook_app.model.query.mistake import QueryMistake
from notebook_app.model.query.parse import Vocabulary, parse_query
from notebook_app.model.query.sorting import BY_NAME, ListSort
from notebook_app.model.query.terms import PeopleQuery, Term, words_query
from notebook_app.model.saved_list import ListLook


class PeopleColumn(QFrame):
    """``narrowed`` is emitted after the filter has changed the list.

    ``search_wanted`` carries the text of the search after a chip of it was taken away;
    ``save_wanted`` asks to save what is shown as a list.
    """

    narrowed = Signal()
    search_wanted = Signal(str)
    save_wanted = Signal()
    look_changed = Signal()
    table_shown = Signal(bool)

    def __init__(self, desk: Desk, photos: PhotoShelf, parent: QWidget | None = None) -> None:
        """Take the desk to read from, and where photos come from."""
        super().__init__(parent)
        self._desk = desk
        self._typed = PeopleQuery()
        self._typed_text = ""
        self._search_text = ""
        self._vocabulary: Vocabulary | None = None
        self._sort = BY_NAME
        self._awaited: int | None = None
        self._narrowed_untold = False
        self.look = ListLook.LIST
        self.chips = FilterChips()
        self.mistake = MistakeLine()
        self.model = PeopleModel(desk.notebook.people, desk.notebook.list_cells, self)
        self.model.completed.connect(self._completed)
        self.view = PeopleView(self.model, self._first_named)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)
        self._delegate = PeopleDelegate(photos, desk.clock.today, self)
        self.view.setItemDelegate(self._delegate)
        self._cell_delegate = CellDelegate(self)
        self.table = TableLook(self.view, self.model, self)
        self.table.changed.connect(self._look_changed)
        self.table.sort_wanted.connect(self.sort_by)
        # Not asked for before it is needed: for the first viewport that PySide hands out it makes
        # a Python class of each kind of widget that there is.
        photos.arrived.connect(lambda: self.view.viewport().update())
        theme_of(self).changed.connect(self._fit_font)
        self._fit_font()
        self.nobody = EmptyState("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mistake)
        column.addWidget(self.chips)
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)
        self.chips.narrowed.connect(lambda _filter: self._narrow())
        self.chips.typed_removed.connect(self._take_out)
        self.chips.save_wanted.connect(self.save_wanted)
        self.chips.view_menu_wanted.connect(self._open_view_menu)

    def filter(self) -> PeopleQuery:
        """Return what the list is narrowed to now, what is typed included."""
        query = self.chips.chosen()
        for term in self._typed.terms:
            query = PeopleQuery((*query.terms, term))
        return query

    def vocabulary(self) -> Vocabulary:
        """Return what the notebook adds to the query language."""
        if self._vocabulary is None:
            self._vocabulary = self._desk.notebook.saved_lists.vocabulary()
        return self._vocabulary

    def search(self, text: str) -> None:
        """Show whom the typed query finds, the best first, or everyone again for nothing.

        A mistake in it is told with its place, and the list stays as it was.
        """
        self._search_text = text
        try:
            typed = parse_query(text, self.vocabulary(), still_typing=True)
        except QueryMistake as mistake:
            self.mistake.tell(mistake)
            return
        self.mistake.tell(None)
        self._typed_text = text
        self._typed = typed
        self.chips.show_typed(typed.conditions)
        current = self.view.current_id() if not text else None
        self._show(current)
        if text and self.model.rowCount():
            self.view.select_line(0)
        elif current is not None:
            self._select_or_await(current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what was left unfinished in the search when the user goes on to the list."""
        if event.type() == QEvent.Type.FocusIn and self._search_text:
            try:
                parse_query(self._search_text, self.vocabulary())
            except QueryMistake as mistake:
                self.mistake.tell(mistake)
        return super().eventFilter(watched, event)

    def choose(self, narrowed: PeopleQuery) -> None:
        """Narrow the list to ``narrowed``."""
        self.chips.choose(narrowed)
        self._narrow()

    def show_look(self, look: ListLook, columns: Sequence[ListColumn], sort: ListSort) -> None:
        """Show the people as a list or as a table with columns, sorted."""
        self._sort = sort
        self.table.columns = tuple(columns) or USUAL_COLUMNS
        self.look = look
        self._change_look()

    def sort_by(self, sort: ListSort) -> None:
        """Sort the people, and stay with the one who is chosen."""
        self._sort = sort
        self._change_look()
        self.look_changed.emit()

    @property
    def sort(self) -> ListSort:
        """What the people are sorted by."""
        return self._sort

    def _change_look(self) -> None:
        current = self.view.current_id()
        self._apply_look()
        self._narrow(current)

    def _apply_look(self) -> None:
        table = self.look is ListLook.TABLE
        self.view.setItemDelegate(self._cell_delegate if table else self._delegate)
        self._fit_font()
        self.table.apply(table, self._sort)
        self.table_shown.emit(table)

    def _look_changed(self) -> None:
        self._change_look()
        self.look_changed.emit()

    def _set_look(self, look: ListLook) -> None:
        if look is not self.look:
            self.look = look
            self._look_changed()

    def _open_view_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for look, words in (
            (ListLook.LIST, self.tr("List")),
            (ListLook.TABLE, self.tr("Table")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.look is look)
            action.triggered.connect(lambda _checked=False, look=look: self._set_look(look))
        menu.addSeparator()
        self.table.fill_sort_menu(menu.addMenu(self.tr("Sort by")), self._sort, self.vocabulary())
        if self.look is ListLook.TABLE:
            self.table.fill_columns_menu(menu.addMenu(self.tr("Columns")), self.vocabulary())
        menu.popup(at)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read anew what changed, and stay where one was."""
        relevant = (
            *(Changed.CONTACT, Changed.CONVERSATION, Changed.FOLLOW_UP, Changed.TAG),
            *(Changed.EVENT, Changed.LIST),
        )
        if changes is not None and not changes.touches(*relevant):
            return
        self._vocabulary = None
        if changes is None or changes.touches(Changed.TAG):
            self._read_tags()
        self._read_count()
        if changes is not None and self.model.reread(self._desk.clock.today()):
            self.view.viewport().update()
            return
        place = self.view.place()
        line = self.view.first_line()
        self._show()
        self.view.go_back_to(place)
        if self.view.current_id() is None and line >= 0 and self.model.rowCount():
            self.view.select_line(min(line, self.model.rowCount() - 1))

    def _fit_font(self) -> None:
        delegate = self._cell_delegate if self.look is ListLook.TABLE else self._delegate
        self.view.set_line_height(delegate.line_height())

    def _read_tags(self) -> None:
        notebook = self._desk.notebook
        self.chips.show_tags(
            notebook.tags.most_used(STANDING_TAGS),
            notebook.tags.names(),
            notebook.tags.colours(),
        )

    def _read_count(self) -> None:
        today = self._desk.clock.today()
        self.chips.show_count(self._desk.notebook.people.count(PeopleQuery(), today))

    def _narrow(self, current: int | None = None) -> None:
        if current is None:
            current = self.view.current_id()
        self._show(current)
        if self._select_or_await(current):
            self._narrowed_untold = True  # Whoever is shown beside the list stays until then.
        else:
            self.narrowed.emit()

    def _select_or_await(self, current: int | None) -> bool:
        """Stay at a contact, or go to the first; return whether the line is still to come."""
        nobody = self.model.rowCount() == 0
        if not self.model.is_whole and (nobody or self.model.holds_later(current)):
            self._awaited = current
            return True
        if not nobody:
            known = None if current is None else self.model.known_position_of(current)
            self.view.select_line(known or 0)
        return False

    def _completed(self) -> None:
        """Go where one wanted to be in the list, now that all of it is there."""
        self._show_list_or_nobody()
        # A view that gets the keys makes its first line the current one, but selects nothing.
        if self.model.rowCount() and not self.view.selectionModel().hasSelection():
            self._select_or_await(self._awaited)
        self._awaited = None
        if self._narrowed_untold:
            self._narrowed_untold = False
            self.narrowed.emit()

    def _show(self, also: int | None = None) -> None:
        self._awaited = None
        self._narrowed_untold = False
        self.model.show(self.filter(), self._desk.clock.today(), self._sort, also=also)
        self._show_list_or_nobody()

    def _show_list_or_nobody(self) -> None:
        if self.model.rowCount() or not self.model.is_whole:
            self._stack.setCurrentWidget(self.view)
            return
        words = self._typed.words
        if words and not self.filter().conditions:
            self.nobody.say(
                self.tr("Nobody found"),
                self.tr("Nothing in the notebook has “{words}” in it.").format(words=words[:40]),
            )
        elif self.filter() != PeopleQuery():
            self.nobody.say(self.tr("Nobody here"), self.tr("This filter leaves nobody over."))
        else:
            self.nobody.say("", self.tr("People will stand here."))
        self._stack.setCurrentWidget(self.nobody)

    def _take_out(self, term: Term) -> None:
        """Take a term out of what is typed."""
        start, end = term.place.start, term.place.start + term.place.length
        before, after = self._typed_text[:start].rstrip(), self._typed_text[end:].lstrip()
        text = f"{before} {after}".strip()
        self.search(text)
        self.search_wanted.emit(text)

    def _first_named(self, beginning: str) -> int | None:
        narrowed = PeopleQuery((*self.chips.chosen().terms, *words_query(beginning).terms))
        batches = self._desk.notebook.people.search(narrowed, self._desk.clock.today())
        return next((batch[0] for batch in batches), None)
