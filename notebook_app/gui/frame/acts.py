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
    """Print the follow-up list (nothing)."""
    EXPORT = "export"
    """Export people (row ids; none for everyone)."""
    LOG = "log"
    """Write down a conversation (row ids of people; none to choose)."""
    PLAN = "plan"
    """Plan a follow-up (row id of a person, or None to choose)."""
    SET_ASIDE = "set aside"
    """Show the cards that could not be read (nothing)."""
