"""A few lines to fill a real notebook for the tests of follow-ups, Today and the calendar."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from notebook_app.model.contact import Cadence, ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.partial_date import PartialDate
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 11, 21)


def day(days: int) -> date:
    """Return the day so many days from today, a Saturday."""
    return TODAY + timedelta(days=days)


@dataclass
class Filler:
    """Writes into a notebook without a window."""

    notebook: Notebook

    def person(
        self,
        name: str,
        *,
        birthday: str = "",
        cadence: Cadence | None = None,
        organization: str = "",
    ) -> int:
        """Add a person and return the row id."""
        details = ContactDetails(
            display_name=name,
            organization=organization,
            birthday=PartialDate.parse(birthday) if birthday else None,
        )
        with self.notebook.change("Added"):
            return self.notebook.contacts.insert(ContactDraft(details, None, (), cadence))

    def plan(
        self,
        contact_id: int,
        kind: FollowUpKind,
        days: int,
        *,
        at: time | None = None,
        note: str = "",
        repeat: str = "",
    ) -> int:
        """Plan a follow-up and return its row id."""
        draft = FollowUpDraft(contact_id, kind, day(days), at, note, repeat)
        with self.notebook.change("Planned"):
            return self.notebook.follow_ups.insert(draft)

    def talk(self, contact_id: int, text: str, days: int) -> int:
        """Log a conversation and return its row id."""
        with self.notebook.change("Logged"):
            draft = ConversationDraft((contact_id,), text, day(days))
            return self.notebook.conversations.insert(draft)

    def event(self, name: str, days: int, at: time | None = None) -> int:
        """Add an event and return its row id."""
        with self.notebook.change("Event"):
            return self.notebook.events.insert(EventDraft(name, day(days), at))


def open_form() -> QDialog | None:
    """Return the form that is open and takes keys, or None."""
    form = QApplication.activeModalWidget()
    if not isinstance(form, QDialog):
        return None
    form.activateWindow()
    # Shortcuts reach only the active window, and a form becomes that a moment after it opens.
    for _ in range(200):
        if form.isActiveWindow():
            break
        QTest.qWait(10)
    return form
