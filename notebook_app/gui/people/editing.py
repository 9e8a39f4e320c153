"""Editing a contact in place: opens the editor, saves what was written, gives back what was not."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.widgets.message_bar import MessageBar
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.name_form import UNNAMED, shown_name

if TYPE_CHECKING:
    from notebook_app.gui.people.editor.contact_editor import ContactEditor


class Editing(QObject):
    """One editor at most is open.

    Signals:
        began: the editor is open and should be shown.
        ended: the editor is done with; the row id of the contact to show, or None.
    """

    began = Signal()
    ended = Signal(object)

    def __init__(
        self,
        desk: Desk,
        make_messages: Callable[[], MessageBar],
        parent: QObject | None = None,
    ) -> None:
        """Take the desk, and what makes the place for messages when it is needed."""
        super().__init__(parent)
        self._desk = desk
        self._make_messages = make_messages
        self._editor: ContactEditor | None = None
        self._messages: MessageBar | None = None
        self._contact_id: int | None = None
        self.open = False

    @property
    def editor(self) -> "ContactEditor":
        """The editor, made when it is first needed."""
        if self._editor is None:
            # Its many fields are loaded when somebody is first edited.
            from notebook_app.gui.people.editor.contact_editor import ContactEditor

            self._editor = ContactEditor(self._desk.notebook)
            self._editor.save_wanted.connect(self.save)
            self._editor.given_up.connect(self.give_up)
        return self._editor

    @property
    def contact_id(self) -> int | None:
        """Whom the open editor changes; None for a new person."""
        return self._contact_id

    def edit(self, contact_id: int) -> None:
        """Open the editor on a contact."""
        notebook = self._desk.notebook
        contact = notebook.contacts.get(contact_id)
        if contact is not None:
            self._begin(contact_id, notebook.contacts.draft_of(contact), None)

    def add(self) -> None:
        """Open the editor on a new person."""
        self._begin(None, ContactDraft(ContactDetails()), None)

    def save(self) -> bool:
        """Store what was written and close; return False if it could not be stored."""
        if not self.open:
            return True
        if not self.editor.has_changes():
            self._end(self._contact_id)
            return True
        return self._store(self.editor.draft())

    def settle(self) -> bool:
        """Save what was written because something else is about to be shown.

        A new person without any name is saved as "New person", so that nothing is lost. Returns
        False if it could not be stored; the editor then stays open.
        """
        if not self.open:
            return True
        draft = self.editor.draft()
        if self.editor.has_changes() and shown_name(draft.details) == UNNAMED:
            named = replace(draft.details, display_name=self.tr("New person"))
            draft = replace(draft, details=named)
        if self.editor.has_changes():
            return self._store(draft)
        self._end(self._contact_id)
        return True

    def give_up(self) -> None:
        """Close without saving, and offer to bring back what was written."""
        if not self.open:
            return
        contact_id, draft = self._contact_id, self.editor.draft()
        before, changed = self.editor.original(), self.editor.has_changes()
        self._end(contact_id)
        if not changed:
            return
        if self._messages is None:
            self._messages = self._make_messages()
        name = shown_name(draft.details)
        words = (
            self.tr("The changes were not saved.")
            if name == UNNAMED
            else self.tr("The changes to {name} were not saved.").format(name=name[:60])
        )
        act = (self.tr("Bring them back"), lambda: self._begin(contact_id, before, draft))
        self._messages.say(words, act)

    def _store(self, draft: ContactDraft) -> bool:
        from notebook_app.services.save_contact import add_contact, update_contact

        notebook, contact_id = self._desk.notebook, self._contact_id
        if contact_id is not None and not self._is_there(contact_id):
            contact_id = None  # Taken out meanwhile, as by an undo: what was written stays.
        # Closed first, so that the pages that learn of the change show the contact.
        self.open = False
        if contact_id is None:
            changes = self._desk.perform(lambda: add_contact(notebook, draft))
        else:
            before = self.editor.original()
            changes = self._desk.perform(lambda: update_contact(notebook, contact_id, draft))
            if changes is not None:
                self._offer_renaming(before.details, draft.details)
        if changes is None:
            self.open = True
            return False
        self.open = True
        self._end(contact_id if contact_id is not None else _only_contact(changes))
        return True

    def _offer_renaming(self, before: ContactDetails, now: ContactDetails) -> None:
        if before.display_name != now.display_name:
            from notebook_app.gui.people.renaming_offer import offer_renaming

            offer_renaming(self._desk, before, now)

    def _is_there(self, contact_id: int) -> bool:
        contact = self._desk.notebook.contacts.get(contact_id)
        return contact is not None and contact.deleted_at is None

    def _begin(
        self, contact_id: int | None, before: ContactDraft, written: ContactDraft | None
    ) -> None:
        if not self.settle():
            return
        self._contact_id = contact_id
        self.open = True
        self.editor.show_draft(before, written, new=contact_id is None)
        self.began.emit()

    def _end(self, contact_id: int | None) -> None:
        self.open = False
        self.ended.emit(contact_id)


def _only_contact(changes: ChangeSet) -> int | None:
    return next(iter(changes.of(Changed.CONTACT)), None)
