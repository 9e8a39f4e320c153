"""The page that searches everything: what was found, in groups, with the words marked."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.search.found_delegate import FoundDelegate
from notebook_app.gui.search.found_model import FoundModel, More, ShownGroup
from notebook_app.gui.search.found_view import FoundView
from notebook_app.gui.theme import SMALL, theme_of
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.follow_up import FollowUpState
from notebook_app.model.found import Found, FoundKind
from notebook_app.model.rows import EntryKind
from notebook_app.services.search_everything import search_for
from notebook_app.storage.search_everything import EverythingSearch

_FIRST: Final = 6
_SEARCHED: Final = (
    Changed.CONTACT,
    Changed.CONVERSATION,
    Changed.FOLLOW_UP,
    Changed.EVENT,
    Changed.OPPORTUNITY,
    Changed.TAG,
)
_ENTRY_KINDS: Final = {
    FoundKind.CONVERSATIONS: EntryKind.CONVERSATION,
    FoundKind.FOLLOW_UPS: EntryKind.FOLLOW_UP,
    FoundKind.EVENTS: EntryKind.EVENT,
    FoundKind.OPPORTUNITIES: EntryKind.OPPORTUNITY,
}


class SearchPage(Page):
    """``back_wanted`` asks to be where one was before.

    A key is only noted; then one group is read at a time and shown below the ones before, and
    between two of them the window paints and takes the keys that came meanwhile.
    """

    back_wanted = Signal()
    field_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the list; nothing is read yet."""
        super().__init__(desk, parent)
        self.photos = PhotoShelf(desk.notebook, self)
        self.model = FoundModel(desk.clock.today, self)
        self.view = FoundView(self.model)
        self.nothing = EmptyState("", "")
        self._words = ""
        self._search: EverythingSearch | None = None
        self._read: list[ShownGroup] = []
        self._left: list[FoundKind] = []
        self._kept: Found | None = None
        self._wanted: dict[FoundKind, int] = {}
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_on)
        self.view.setItemDelegate(FoundDelegate(self.view, self.photos, desk.clock.today))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SMALL)
        column.addWidget(self._stack)
        self.view.opened.connect(self._open)
        self.view.back_wanted.connect(self.back_wanted)
        self.view.left_upwards.connect(self.field_wanted)
        self.photos.arrived.connect(self.view.viewport().update)
        theme_of(self).changed.connect(self.view.doItemsLayout)
        self._show_nothing()

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Search")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search everything")

    @property
    def takes_search(self) -> bool:
        """Typing searches here."""
        return True

    def search_text_changed(self, text: str) -> None:
        """Note what to search for; it is done as soon as no more keys wait."""
        self._words = text
        self._begin(None)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Search again for the same, and stay at the same result."""
        if changes is None or changes.everything:
            self.photos.forget()
        if changes is None or changes.touches(*_SEARCHED):
            line = self.model.line(self.view.currentIndex().row())
            self._begin(line if isinstance(line, Found) else None)
            self.finish()

    def finish(self) -> None:
        """Read what is still to be read at once."""
        while self._reading.isActive():
            self._read_on()

    def focus_content(self) -> None:
        """Go to the results; without any, back to where one was."""
        self.finish()
        if self.model.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.select_line(0)
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def open_first(self) -> None:
        """Open the result that has the cursor, the first one at first."""
        self.finish()
        if self.view.currentIndex().isValid():
            self._open(self.view.currentIndex().row())

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._reading.stop()
            self.photos.wait()

    def _begin(self, kept: Found | None) -> None:
        self._kept = kept
        self._wanted = (
            {} if kept is None else {each: self.model.shown_of(each) for each in FoundKind}
        )
        self._search = None
        self._read = []
        self._left = list(FoundKind)
        self._reading.start()

    def _read_on(self) -> None:
        if self._words.strip() and self._left:
            if self._search is None:
                self._search = search_for(self.desk.notebook, self._words)
            kind = self._left.pop(0)
            shown = ShownGroup(self._search.group(kind))
            shown.results += shown.group.more(max(_FIRST, self._wanted.get(kind, 0)))
            if shown.results:
                self._show(shown)
            if self._left:
                return
        self._reading.stop()
        if not self._read:
            self.model.show(())
            self._show_nothing()
        elif self._kept is not None:
            self.model.show(self._read)
            self._stack.setCurrentWidget(self.view)
            self.view.select_line(self.model.position_of(self._kept) or 0)

    def _show(self, shown: ShownGroup) -> None:
        """Show one more group; all of them at once where one stays at a result."""
        self._read.append(shown)
        if self._kept is not None:
            return
        if len(self._read) > 1:
            self.model.add(shown)
            return
        self.model.show(self._read)
        self._stack.setCurrentWidget(self.view)
        self.view.select_line(0)

    def _show_nothing(self) -> None:
        words = " ".join(self._words.split())
        if words:
            shown = words if len(words) <= 60 else words[:59] + "…"
            self.nothing.say(
                self.tr("Nothing about “{words}” yet").format(words=shown),
                self.tr("Fewer letters find more: the beginning of a word is enough."),
            )
        else:
            self.nothing.say(
                self.tr("Search everything"),
                self.tr(
                    "A name, a number, a word that fell over coffee: type what you remember, and "
                    "people, conversations, follow-ups and events that have it are shown here."
                ),
            )
        self._stack.setCurrentWidget(self.nothing)

    def _open(self, position: int) -> None:
        line = self.model.line(position)
        if isinstance(line, More):
            self.view.select_line(self.model.more(line.kind))
        elif isinstance(line, Found):
            self._open_found(line)

    def _open_found(self, found: Found) -> None:
        desk = self.desk
        if found.kind is FoundKind.EVENTS and desk.offers(Act.SHOW_EVENT):
            desk.ask(Act.SHOW_EVENT, found.id)
        elif found.kind is FoundKind.FOLLOW_UPS and found.state == FollowUpState.OPEN:
            show_plan_form(desk, self, follow_up_id=found.id)
        elif found.contact_id is None:
            desk.ask(Act.SHOW_DAY, found.on)
        elif found.kind is FoundKind.PEOPLE or not desk.offers(Act.SHOW_ENTRY):
            desk.open_contact(found.contact_id)
        else:
            desk.ask(Act.SHOW_ENTRY, found.contact_id, _ENTRY_KINDS[found.kind], found.id)
