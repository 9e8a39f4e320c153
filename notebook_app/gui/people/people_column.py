"""The first column of the page: the chips, the list below them, and a word when it is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.filter_chips import STANDING_TAGS, FilterChips
from notebook_app.gui.people.people_delegate import PeopleDelegate
from notebook_app.gui.people.people_model import PeopleModel
from notebook_app.gui.people.people_view import PeopleView
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import Divider
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.query.terms import PeopleQuery, words_query


class PeopleColumn(QFrame):
    """``narrowed`` is emitted after the filter has changed the list."""

    narrowed = Signal()

    def __init__(self, desk: Desk, photos: PhotoShelf, parent: QWidget | None = None) -> None:
        """Take the desk to read from, and where photos come from."""
        super().__init__(parent)
        self._desk = desk
        self._words = ""
        self.chips = FilterChips()
        self.model = PeopleModel(desk.notebook.people, self)
        self.view = PeopleView(self.model, self._first_named)
        self._delegate = PeopleDelegate(photos, desk.clock.today, self)
        self.view.setItemDelegate(self._delegate)
        photos.arrived.connect(self.view.viewport().update)
        theme_of(self).changed.connect(self._fit_font)
        self._fit_font()
        self.nobody = EmptyState("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(Divider())
        column.addWidget(self._stack, 1)
        self.chips.narrowed.connect(lambda _filter: self._narrow())

    def filter(self) -> PeopleQuery:
        """Return what the list is narrowed to now, words included."""
        return PeopleQuery((*self.chips.chosen().terms, *words_query(self._words).terms))

    def search(self, words: str) -> None:
        """Show whom the words find, the best first, or everyone again for no words."""
        self._words = words
        place = self.view.place() if not words else None
        self._show()
        if words and self.model.rowCount():
            self.view.select_line(0)
        elif place is not None and place.current is not None:
            self.view.select_contact(place.current)

    def choose(self, narrowed: PeopleQuery) -> None:
        """Narrow the list to ``narrowed``."""
        self.chips.choose(narrowed)
        self._narrow()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read anew what changed, and stay where one was."""
        relevant = (Changed.CONTACT, Changed.CONVERSATION, Changed.FOLLOW_UP, Changed.TAG)
        if changes is not None and not changes.touches(*relevant):
            return
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
        self.view.set_line_height(self._delegate.line_height())

    def _read_tags(self) -> None:
        notebook = self._desk.notebook
        self.chips.show_tags(
            notebook.contact_overview.most_used_tags(STANDING_TAGS), notebook.contacts.all_tags()
        )

    def _read_count(self) -> None:
        today = self._desk.clock.today()
        self.chips.show_count(self._desk.notebook.people.count(PeopleQuery(), today))

    def _narrow(self) -> None:
        current = self.view.current_id()
        self._show()
        kept = current is not None and self.view.select_contact(current)
        if not kept and self.model.rowCount():
            self.view.select_line(0)
        self.narrowed.emit()

    def _show(self) -> None:
        self.model.show(self.filter(), self._desk.clock.today())
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.view)
            return
        if self._words.strip():
            self.nobody.say(
                self.tr("Nobody found"),
                self.tr("Nothing in the notebook has “{words}” in it.").format(
                    words=self._words.strip()[:40]
                ),
            )
        elif self.chips.chosen() != PeopleQuery():
            self.nobody.say(self.tr("Nobody here"), self.tr("This filter leaves nobody over."))
        else:
            self.nobody.say("", self.tr("People will stand here."))
        self._stack.setCurrentWidget(self.nobody)

    def _first_named(self, beginning: str) -> int | None:
        narrowed = PeopleQuery((*self.chips.chosen().terms, *words_query(beginning).terms))
        batches = self._desk.notebook.people.search(narrowed, self._desk.clock.today())
        return next((batch[0] for batch in batches), None)
