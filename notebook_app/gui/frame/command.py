"""What a menu offers: each line is given with what it does, so that none is without effect."""

from collections.abc import Callable
from enum import StrEnum

from notebook_app.foundation.record import record


class Menu(StrEnum):
    """The menus of the window, in their order."""

    FILE = "file"
    EDIT = "edit"
    PEOPLE = "people"
    VIEW = "view"
    HELP = "help"


@record
class Command:
    """A line in a menu.

    ``text`` is as shown, ``&`` marks its key. ``shortcut`` is in Qt's portable form
    (``Ctrl+Shift+L``). A new ``group`` number begins after a dividing line.
    """

    menu: Menu
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    group: int = 0
