"""What a page may ask the window to do without knowing who does it.

Pages and dialogs lie side by side and know only the desk; whoever puts the window together
provides the acts. A page shows a button for an act only if ``desk.offers`` it.
"""

from enum import StrEnum


class Act(StrEnum):
    """Things to ask for. In brackets what ``desk.ask`` is handed with it."""

    IMPORT = "import"
    """Choose files to import (nothing)."""
    ADD_PERSON = "add person"
    """Begin a new person (nothing)."""
    EXAMPLE = "example"
    """Open the example notebook (nothing)."""
    PRINT = "print"
    """Print the follow-up list (a sequence of row ids to keep to; nothing for everyone)."""
    EXPORT = "export"
    """Export people (row ids; none for everyone)."""
    LOG = "log"
    """Write down a conversation (row ids of people; none to choose)."""
    PLAN = "plan"
    """Plan a follow-up (row id of a person, or None to choose)."""
    SET_ASIDE = "set aside"
    """Show the cards that could not be read (nothing)."""
    TRASH = "trash"
    """Show the people who were deleted (nothing)."""
    TAGS = "tags"
    """Show the tags, to rename, colour or delete them (nothing)."""
    RENAME_AT_PEOPLE = "rename at people"
    """Rename an organisation at its people, just after it was renamed itself (nothing)."""
    MERGE = "merge"
    """Put people together who are one (a sequence with the row ids of two or more)."""
    FIND = "find"
    """Show the list of those whom a query finds (its text)."""
    DUPLICATES = "duplicates"
    """Show who may be in the notebook twice (nothing)."""
    OFFER_DUPLICATES = "offer duplicates"
    """Look quietly whether an import brought somebody twice (row id of the import)."""
    SHOW_ENTRY = "show entry"
    """Show something on a person's timeline (row id of the person, ``EntryKind``, its row id)."""
    SHOW_DAY = "show day"
    """Show a day in the calendar (the date)."""
    SHOW_EVENT = "show event"
    """Show an event on its page (its row id)."""
    ADD_EVENT = "add event"
    """Begin a new event (the day it is on; nothing for today)."""
    CAPTURE_EVENT = "capture event"
    """Write down whom one met at an event (its row id; nothing to name it there)."""
