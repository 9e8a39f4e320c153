"""What can be done with an entry of a timeline: its menu, going to people, writing, deleting."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.conversations.forms import show_log_form
from notebook_app.gui.duplicates.take_merge_back import take_merge_back
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.timeline.entry_text import Spot
from notebook_app.gui.timeline.timeline_pointer import WRITTEN_IN_PLACE
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.model.rows import EntryKind, NamedPicture, TimelineEntry
from notebook_app.services.timeline_entries import (
    CAN_BE_DELETED,
    delete_entry,
    write_entry_text,
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


class EntryActs(QObject):
    """Does what a timeline asks for; ``open_form`` opens the form of a conversation by its id."""

    def __init__(
        self,
        desk: Desk,
        view: TimelineView,
        owner: QWidget,
        whose: Callable[[], int | None],
        open_form: Callable[[int], object] | None = None,
    ) -> None:
        """Take the timeline, what dialogs open over, and whose timeline it is (None: all)."""
        super().__init__(owner)
        self._desk = desk
        self._view = view
        self._owner = owner
        self._whose = whose
        self._open_form = open_form or self._show_form
        view.opened.connect(self._open)
        view.spot_opened.connect(self._go)
        view.delete_wanted.connect(self._delete)
        view.menu_wanted.connect(self._open_menu)
        view.writing.save = self._save

    def _show_form(self, conversation_id: int) -> None:
        show_log_form(self._desk, self._owner, conversation_id=conversation_id)

    def _save(self, entry: TimelineEntry, text: str) -> bool:
        notebook = self._desk.notebook
        changes = self._desk.perform(lambda: write_entry_text(notebook, entry.kind, entry.id, text))
        return changes is not None

    def _open(self, entry: TimelineEntry) -> None:
        if entry.kind is EntryKind.CONVERSATION:
            self._open_form(entry.id)
        elif entry.kind is EntryKind.EVENT:
            self._desk.ask(Act.SHOW_EVENT, entry.id)
        elif entry.kind is EntryKind.OPPORTUNITY:
            self._desk.ask(Act.SHOW_OPPORTUNITY, entry.id)

    def _grow(self, entry: TimelineEntry) -> None:
        """Begin an opportunity that grew from what is told here."""
        self._desk.ask(Act.GROW_OPPORTUNITY, entry.kind, entry.id, self._whose())

    def _go(self, spot: Spot) -> None:
        if spot.person is not None and spot.person.id is not None:
            self._desk.open_contact(spot.person.id)
        elif spot.picture is not None:
            self._open_picture(spot.picture)

    def _open_picture(self, picture: NamedPicture) -> None:
        # Loads what attaches files; few cards have a picture.
        from notebook_app.gui.people.attached_files import FileActs

        row = self._desk.notebook.attachments.one(picture.id)
        if row is not None:
            FileActs(self._desk, self._owner).open(row)

    def _delete(self, entry: TimelineEntry) -> None:
        notebook = self._desk.notebook
        if entry.kind is EntryKind.MERGE:
            take_merge_back(self._desk, entry.id)
        elif entry.kind in CAN_BE_DELETED:
            whose = self._whose()
            self._desk.perform(lambda: delete_entry(notebook, entry.kind, entry.id, whose))

    def _open_menu(self, entry: TimelineEntry, at: QPoint) -> None:
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(words: str, do: Callable[[], object]) -> None:
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _on=False: do())

        if entry.kind in WRITTEN_IN_PLACE:
            add(_tr("Write anew") + "\t" + _tr("Enter"), lambda: self._view.write(entry))
        if entry.kind is EntryKind.CONVERSATION:
            add(_tr("Day, people, how…") + "\tF4", lambda: self._open(entry))
        if entry.kind is EntryKind.EVENT and self._desk.offers(Act.SHOW_EVENT):
            add(_tr("Show this event") + "\t" + _tr("Enter"), lambda: self._open(entry))
        if entry.kind is EntryKind.OPPORTUNITY and self._desk.offers(Act.SHOW_OPPORTUNITY):
            add(_tr("Show this opportunity") + "\t" + _tr("Enter"), lambda: self._open(entry))
        grown_from = entry.kind in (EntryKind.CONVERSATION, EntryKind.EVENT)
        if grown_from and self._desk.offers(Act.GROW_OPPORTUNITY):
            add(_tr("An opportunity grew from this…"), lambda: self._grow(entry))
        add(_tr("Copy") + "\tCtrl+C", lambda: self._view.copy(entry))
        people = [*entry.people, *(person for _words, person in entry.led_to)]
        there = [person for person in people if person.id is not None]
        if there:
            menu.addSeparator()
        for person in there:
            name = " ".join(person.name.split())[:60]
            go = Spot(person.name, person=person)
            add(_tr("Go to {name}").format(name=name), partial(self._go, go))
        if entry.kind is EntryKind.MERGE:
            menu.addSeparator()
            add(_tr("Take the merge back") + "\t" + _tr("Del"), lambda: self._delete(entry))
        elif entry.kind in CAN_BE_DELETED:
            menu.addSeparator()
            words = _tr("Delete")
            if entry.kind is EntryKind.EVENT and self._whose() is not None:
                words = _tr("Take out of this event")
            add(words + "\t" + _tr("Del"), lambda: self._delete(entry))
        menu.popup(at)
