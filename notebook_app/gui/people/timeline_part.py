"""The timeline's part of a contact's page: its heading, filters, the line to write in, entries."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook_app.gui.conversations.conversation_line import ConversationLine
from notebook_app.gui.duplicates.take_merge_back import take_merge_back
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.timeline_pages import Reader
from notebook_app.gui.people.timeline_view import TimelineView
from notebook_app.gui.theme import SMALL, TIGHT, Tone
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.rows import EntryKind, TimelineEntry
from notebook_app.services.log_conversation import delete_conversation
from notebook_app.services.plan_follow_up import delete_follow_up

_KINDS: Final[tuple[Collection[EntryKind], ...]] = (
    tuple(EntryKind),
    (EntryKind.CONVERSATION,),
    (EntryKind.FOLLOW_UP,),
    (EntryKind.OPPORTUNITY,),
)


class TimelinePart(QWidget):
    """``conversation_wanted`` carries the row id of a conversation to be changed."""

    conversation_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self._contact_id: int | None = None
        self.line = ConversationLine(desk)
        self.view = TimelineView(desk.clock.today)
        self.nothing = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self.chips: list[Chip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._head())
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        column.addStretch(1)
        self.view.opened.connect(self._open)
        self.view.delete_wanted.connect(self._delete)
        self.view.menu_wanted.connect(self._open_menu)

    def show_contact(self, contact_id: int, given_name: str) -> None:
        """Show the timeline of a contact; the same one again is read anew in place."""
        same = contact_id == self._contact_id
        self._contact_id = contact_id
        self.line.show_contact(contact_id, given_name)
        if same:
            self.view.reread(self._reader())
        else:
            self.view.show_entries(self._reader())
        self._say_if_empty()

    def show_entry(self, kind: EntryKind, entry_id: int) -> bool:
        """Go to an entry of the timeline that is shown; return whether it is there.

        All that is told is looked through, but for follow-ups, of which some are told only by
        the conversations that they led to.
        """
        which = 2 if kind is EntryKind.FOLLOW_UP else 0
        self.chips[which].setChecked(True)
        return self.view.go_to(kind, entry_id)

    def _head(self) -> QHBoxLayout:
        chips = FlowLayout(across=0, down=0)
        group = QButtonGroup(self)
        words = (
            self.tr("Everything"),
            self.tr("Conversations"),
            self.tr("Follow-ups"),
            self.tr("Opportunities"),
        )
        for number, text in enumerate(words):
            chip = Chip(text)
            chip.setChecked(number == 0)
            group.addButton(chip, number)
            chips.addWidget(chip)
            self.chips.append(chip)
        group.idToggled.connect(self._filtered)
        self._group = group
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(SectionHeading(self.tr("Timeline")))
        head.addSpacing(TIGHT)
        head.addLayout(chips, 1)
        return head

    def _kinds(self) -> Collection[EntryKind]:
        return _KINDS[max(0, self._group.checkedId())]

    def _reader(self) -> Reader:
        contact_id, kinds, timeline = self._contact_id, self._kinds(), self._desk.notebook.timeline

        def read(offset: int, most: int) -> list[TimelineEntry]:
            return [] if contact_id is None else timeline.page(contact_id, offset, most, kinds)

        return read

    def _filtered(self, _number: int, on: bool) -> None:
        if on:
            self.view.show_entries(self._reader())
            self._say_if_empty()

    def _say_if_empty(self) -> None:
        empty = self.view.count() == 0
        self.nothing.setVisible(empty)
        if empty:
            everything = self._group.checkedId() <= 0
            self.nothing.setText(
                self.tr("Nothing has happened yet. Write the first line above.")
                if everything
                else self.tr("Nothing of this kind.")
            )

    def _open(self, entry: TimelineEntry) -> None:
        if entry.kind is EntryKind.CONVERSATION:
            self.conversation_wanted.emit(entry.id)

    def _delete(self, entry: TimelineEntry) -> None:
        notebook = self._desk.notebook
        if entry.kind is EntryKind.CONVERSATION:
            self._desk.perform(lambda: delete_conversation(notebook, entry.id))
        elif entry.kind is EntryKind.FOLLOW_UP:
            self._desk.perform(lambda: delete_follow_up(notebook, entry.id))
        elif entry.kind is EntryKind.MERGE:
            take_merge_back(self._desk, entry.id)

    def _open_menu(self, entry: TimelineEntry, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if entry.kind is EntryKind.CONVERSATION:
            menu.addAction(self.tr("Edit…\tEnter")).triggered.connect(
                lambda _on=False: self._open(entry)
            )
        menu.addAction(self.tr("Copy\tCtrl+C")).triggered.connect(
            lambda _on=False: self.view.copy(entry)
        )
        if entry.kind is EntryKind.MERGE:
            menu.addSeparator()
            menu.addAction(self.tr("Take the merge back\tDel")).triggered.connect(
                lambda _on=False: self._delete(entry)
            )
        if entry.kind in (EntryKind.CONVERSATION, EntryKind.FOLLOW_UP):
            menu.addSeparator()
            menu.addAction(self.tr("Delete\tDel")).triggered.connect(
                lambda _on=False: self._delete(entry)
            )
        menu.popup(at)
