"""The page of people: the list, the contact that is chosen, and their details."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.gui.conversations.forms import show_log_form
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.people.editing import Editing
from notebook_app.gui.people.middle_column import MiddleColumn
from notebook_app.gui.people.nobody_yet import PeopleOrNobodyYet
from notebook_app.gui.people.open_list import OpenList
from notebook_app.gui.people.page_places import PagePlaces
from notebook_app.gui.people.people_column import PeopleColumn
from notebook_app.gui.people.person_menu import PersonMenu
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.selected_people import SelectedPeople
from notebook_app.gui.people.three_columns import ThreeColumns
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.first_paint import after_first_paint
from notebook_app.gui.widgets.message_bar import MessageBar
from notebook_app.model.changes import ChangeSet
from notebook_app.model.query.terms import PeopleQuery

if TYPE_CHECKING:
    from notebook_app.gui.people.contact_column import ContactColumn
    from notebook_app.gui.people.details import Details
    from notebook_app.gui.people.in_place.in_place import InPlace

_TYPING_RESTS_MS = 120


class PeoplePage(Page):
    """Registered with ``finds_people``: typing anywhere searches here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the columns; nothing is read yet."""
        super().__init__(desk, parent)
        self.photos = PhotoShelf(desk.notebook, self)
        self.people = PeopleColumn(desk, self.photos)
        self.editing = Editing(desk, lambda: MessageBar(self), self)
        self.columns = ThreeColumns(self.people)
        self.middle = MiddleColumn(desk, self.photos, self.columns, self.people.view)
        self.selected = SelectedPeople(self.people.view, self)
        self.menu = PersonMenu(desk, self, self.edit_person)
        self._stack = PeopleOrNobodyYet(desk, self.columns, self.add_person)
        self._own_filter: PeopleQuery | None = None
        self.open_list = OpenList(desk, self.people, self)
        self._places = PagePlaces(self.people, self.middle, self.columns, self.open_list)
        self._add = PlainButton(self.tr("Add a person"), self.add_person)
        self._log = PrimaryButton(self.tr("Log a conversation"), self.log_conversation)
        self._add.setToolTip(self.tr("Ctrl+N"))
        self._log.setToolTip(self.tr("Ctrl+L"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
        self._connect()

    @property
    def title(self) -> str:
        """The name of the list that is shown, if it is a saved one."""
        shown = self.open_list.shown
        return "" if shown is None else shown.name

    @property
    def contact(self) -> "ContactColumn":
        """The contact that is chosen."""
        return self.middle.contact

    @property
    def details(self) -> "Details":
        """Their details."""
        return self.middle.details

    @property
    def in_place(self) -> "InPlace":
        """What edits both where they stand."""
        return self.middle.in_place

    @property
    def takes_search(self) -> bool:
        """Typing filters the list."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the two acts of the page."""
        return (self._add, self._log)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read and show again what changed; selection and places stay."""
        if changes is None or changes.everything:
            self.photos.forget()
        self.open_list.take_changes(changes)
        self.people.refresh(changes)
        view, shown = self.people.view, self.middle.shown_id
        nowhere = view.current_id() is None and self.people.model.rowCount() > 0
        if nowhere and (shown is None or not view.select_contact(shown)):
            view.select_line(0)
        if self.editing.open:
            view.tell_no_more()  # nobody was chosen by the user, so what is typed is not done
        self._show_current(again=True)
        self._show_welcome()

    def show_contact(self, contact_id: int) -> None:
        """Show that person, outside the filter if need be."""
        self.middle.build()
        if not self.people.view.select_contact(contact_id):
            self.people.choose(PeopleQuery())
            self.people.view.select_contact(contact_id)
        self.people.view.tell_now()
        self.middle.rest.finish()  # who asks for somebody may go on to a line of theirs

    def search_text_changed(self, text: str) -> None:
        """Show whom the words find; the first one's page follows when typing rests."""
        self.people.search(text)
        self.people.view.tell_after(_TYPING_RESTS_MS)

    def people_in_hand(self) -> Sequence[int]:
        """Return who is selected, or else shown."""
        selected = self.people.view.selected_ids()
        if not selected and self.middle.shown_id is not None:
            return [self.middle.shown_id]
        return selected

    def focus_content(self) -> None:
        """Go to the list."""
        self.people.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.people.view.currentIndex().isValid() and self.people.model.rowCount():
            self.people.view.select_line(0)
        self.people.view.tell_if_due()

    def show_filter(self, narrowed: PeopleQuery) -> None:
        """Narrow the list for good, as a list of the side bar does."""
        self._own_filter = narrowed
        self.people.choose(narrowed)

    def drop_filter(self) -> None:
        """Narrow the list no longer."""
        self.people.choose(PeopleQuery())

    def show_list(self, list_id: int) -> None:
        """Show a saved list."""
        self.open_list.show(list_id)

    def shown_list(self) -> int | None:
        """Return the saved list that is shown."""
        shown = self.open_list.shown
        return None if shown is None else shown.id

    def add_person(self) -> None:
        """Begin a new person."""
        self.editing.add()

    def edit_person(self) -> None:
        """Edit the person who is chosen."""
        self.people.view.tell_if_due()
        if self.middle.shown_id is not None:
            self.editing.edit(self.middle.shown_id)

    def log_conversation(self) -> None:
        """Write down a conversation with those who are selected."""
        show_log_form(self.desk, self, contact_ids=self.people_in_hand())

    def leaving(self) -> None:
        """Save what is still being edited; nothing is read for a hidden page."""
        self.editing.settle()
        self.middle.settle()
        self.people.view.tell_if_due()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the list first; what shows a contact is built once that is painted."""
        super().showEvent(event)
        if event.spontaneous():
            return
        self.middle.rest.go_on()
        if not self.middle.is_built():
            after_first_paint(self, self._build_middle)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.people.view.tell_no_more()
            self.people.model.wait()
            self.selected.tell_no_more()
            self.middle.rest.pause()

    def save_state(self) -> PageState:
        """Return who is shown, the filter, the widths, and lines not saved yet."""
        return self._places.state()

    def restore_state(self, state: PageState) -> None:
        """Take up what was there before."""
        self._places.restore(state, self._own_filter)

    def _connect(self) -> None:
        view = self.people.view
        view.current_changed.connect(lambda _contact_id: self._show_current())
        view.opened.connect(self._open)
        view.delete_wanted.connect(lambda: self.menu.delete(view.selected_ids()))
        view.customContextMenuRequested.connect(self._open_list_menu)
        self.people.narrowed.connect(lambda: view.tell_after(0))  # the list is painted first
        self.people.search_wanted.connect(self.search_wanted)
        self.open_list.search_wanted.connect(self.search_wanted)
        self.open_list.named.connect(self.title_changed)
        self.people.table_shown.connect(self.columns.give_room_for_table)
        self.selected.several.connect(self._show_several)
        self.selected.not_several.connect(lambda: self._show_current(again=True))
        self.editing.began.connect(self._show_editor)
        self.editing.ended.connect(self._editor_ended)
        self.middle.built.connect(self._connect_contact)
        shortcut = QShortcut(QKeySequence("F2"), self, self.edit_person)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect_contact(self) -> None:
        self.contact.timeline.conversation_wanted.connect(
            lambda which: show_log_form(self.desk, self, conversation_id=which)
        )
        self.contact.head.menu.aboutToShow.connect(self._fill_head_menu)

    def _build_middle(self) -> None:
        if self.isVisible():  # else when the page is shown again, the notebook still being open
            self.middle.build()

    def _show_current(self, *, again: bool = False) -> None:
        contact_id = self.people.view.current_id()
        if self.editing.open:
            if again or contact_id == self.editing.contact_id:
                return
            if not self.editing.settle():
                return
            if contact_id is not None and contact_id != self.people.view.current_id():
                # A new person was saved and chosen; but the user went on to this one.
                self.people.view.select_contact(contact_id)
        if not self.selected.are_several():
            self.middle.show_contact(contact_id, again=again)
        elif again:  # else it is shown when the selection is told of
            self._show_several()

    def _show_several(self) -> None:
        if not self.editing.open:
            self.middle.show_several(self.selected.ids())

    def _show_welcome(self) -> None:
        everyone = self.desk.notebook.people.count(PeopleQuery(), self.desk.clock.today())
        self._stack.show_columns(everyone > 0 or self.editing.open)

    def _show_editor(self) -> None:
        self._stack.show_columns()
        self.middle.show(self.editing.editor)
        self.editing.editor.begin()

    def _editor_ended(self, contact_id: int | None) -> None:
        if contact_id is not None and contact_id != self.people.view.current_id():
            self.show_contact(contact_id)
        self._show_current(again=True)
        self._show_welcome()
        if self.isVisible():
            self.people.view.setFocus()

    def _open(self) -> None:
        """Go on to the line to write in: what one opens a person for."""
        if self.selected.are_several():
            self.selected.tell_now()
            self.middle.several.log_button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.people.view.tell_now()
        self.contact.timeline.line.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_list_menu(self, at: QPoint) -> None:
        if self.people.view.indexAt(at).isValid():
            self.menu.open_at(self.people.view.viewport().mapToGlobal(at), self.people_in_hand())

    def _fill_head_menu(self) -> None:
        if self.middle.shown_id is not None:
            self.menu.fill(self.contact.head.menu, self.middle.shown_id)
