"""The timeline's part of a contact's page: its heading, filters, the line to write in, entries."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.conversations.conversation_line import ConversationLine
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, Tone, theme_of
from notebook_app.gui.timeline.contact_reader import ContactReader
from notebook_app.gui.timeline.entry_acts import EntryActs
from notebook_app.gui.timeline.kind_chips import KindChips
from notebook_app.gui.timeline.picture_shelf import PictureShelf
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.gui.widgets.search_field import SearchField
from notebook_app.model.rows import EntryKind
from notebook_app.model.search_marks import SearchMarks

_TYPING_RESTS_MS: Final = 40
_WORTH_SEARCHING: Final = 4
_NARROW_EMS: Final = 31
_PLACE_OF_CHIPS: Final = 2


class TimelinePart(QWidget):
    """``conversation_wanted`` carries the row id of a conversation to be changed."""

    conversation_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._contact_id: int | None = None
        self._told_id: int | None = None
        self.line = ConversationLine(desk)
        self.pictures = PictureShelf(desk.notebook, self)
        self.view = TimelineView(desk.clock.today, self.pictures)
        self.nothing = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.kinds = KindChips()
        self.search = SearchField(QKeySequence(QKeySequence.StandardKey.Find))
        self.search.setPlaceholderText(self.tr("Search here"))
        self.search.setAccessibleName(self.tr("Search this timeline"))
        self.search.setMaximumWidth(theme_of(self).em(14))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_RESTS_MS)
        self._typing.timeout.connect(self._show_anew)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(SMALL)
        self._head.addWidget(SectionHeading(self.tr("Timeline")))
        self._head.addSpacing(TIGHT)
        self._head.addWidget(self.kinds, 1)
        self._head.addStretch(0)
        self._head.addWidget(self.search)
        column.addLayout(self._head)
        column.addLayout(self._below)
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        column.addStretch(1)
        EntryActs(desk, self.view, self, lambda: self._told_id, self.conversation_wanted.emit)
        self.kinds.chosen.connect(self._show_anew)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.leave_down.connect(self._leave_search)
        self.search.dismissed.connect(self._leave_search)
        self.view.search_wanted.connect(self._search)
        self.view.looked.connect(self._say_if_empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips into a row of their own where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme_of(self).em(_NARROW_EMS)
        if narrow and self._below.count() == 0:
            self._below.addWidget(self.kinds)
        elif not narrow and self._below.count():
            self._head.insertWidget(_PLACE_OF_CHIPS, self.kinds, 1)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more pictures for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.pictures.wait()

    def begin_contact(self, contact_id: int, given_name: str) -> None:
        """Take whose line it is from now on; their entries come with ``show_entries``."""
        if contact_id != self._contact_id:
            self.view.writing.leave()
        self._contact_id = contact_id
        self.line.show_contact(contact_id, given_name)

    def show_entries(self) -> None:
        """Show the timeline of the contact; the same one again is read anew in place."""
        if self._contact_id is None:
            return
        same = self._contact_id == self._told_id
        self._told_id = self._contact_id
        if not same:
            self.kinds.choose(())
            self._typing.stop()
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self.kinds.offer(self._desk.notebook.timeline.kinds(self._contact_id))
        if same:
            self.view.reread(self._reader(self._marks()))
        else:
            self._show_anew()
        self.search.setVisible(self._is_searched() or self.view.count() >= _WORTH_SEARCHING)
        self._say_if_empty()

    def show_entry(self, kind: EntryKind, entry_id: int) -> bool:
        """Go to an entry of the timeline that is shown; return whether it is there.

        All that is told is looked through, but for follow-ups, favours and services, of which
        some are told only by the conversations that they led to.
        """
        told = (EntryKind.FOLLOW_UP, EntryKind.FAVOUR, EntryKind.SERVICE)
        self._told_id = self._contact_id
        self.search.clear()
        self.kinds.choose((kind,) if kind in told else ())
        self._typing.stop()
        self._show_anew()
        return self.view.go_to(kind, entry_id)

    def _marks(self) -> SearchMarks | None:
        return SearchMarks(self.search.text()) if self._is_searched() else None

    def _is_searched(self) -> bool:
        return bool(self.search.text().strip())

    def _reader(self, marks: SearchMarks | None) -> ContactReader:
        contact_id = self._told_id or 0
        return ContactReader(self._desk.notebook.timeline, contact_id, self.kinds.kinds(), marks)

    def _show_anew(self) -> None:
        self._typing.stop()
        if self._told_id is not None:
            marks = self._marks()
            self.view.show_entries(self._reader(marks), marks)
            self._say_if_empty()

    def _search(self) -> None:
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _leave_search(self) -> None:
        if self._typing.isActive():
            self._show_anew()
        if self.view.count():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _say_if_empty(self) -> None:
        empty = self.view.count() == 0
        self.nothing.setVisible(empty)
        if not empty:
            return
        if self.view.has_more():
            self.nothing.setText(self.tr("Looking…"))
        elif self._is_searched():
            self.nothing.setText(self.tr("Nothing here has these words."))
        elif self.kinds.kinds():
            self.nothing.setText(self.tr("Nothing of this kind."))
        else:
            self.nothing.setText(self.tr("Nothing has happened yet. Write the first line above."))
