"""How a term of a query reads on a chip: what has words of its own says them, the rest its text."""

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.people.contact_words import role_words
from notebook_app.model.contact import Role
from notebook_app.model.query.ready_lists import (
    BIRTHDAYS,
    CLIENTS,
    LOSING_TOUCH,
    NO_WAY_TO_REACH,
    NOT_FOLLOWED_UP,
    RECENTLY_ADDED,
    ReadyList,
)
from notebook_app.model.query.terms import Keyed, Term
from notebook_app.model.query.values import Word

_LONGEST = 24


def term_words(term: Term) -> str:
    """Return the words of a chip, cut if they are long."""
    words = term.text
    match term:
        case Keyed("role", (Word(word),)):
            words = role_words(Role(word))
        case Keyed("tag", (Word(word),)):
            words = word
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def ready_words(ready: ReadyList) -> str:
    """Return a ready-made list's name in the window's language."""
    translate = QCoreApplication.translate
    return {
        CLIENTS: translate("ReadyLists", "Clients"),
        LOSING_TOUCH: translate("ReadyLists", "Losing touch"),
        NOT_FOLLOWED_UP: translate("ReadyLists", "Met, not followed up"),
        NO_WAY_TO_REACH: translate("ReadyLists", "No way to reach"),
        BIRTHDAYS: translate("ReadyLists", "Birthdays this month"),
        RECENTLY_ADDED: translate("ReadyLists", "Recently added"),
    }[ready]
