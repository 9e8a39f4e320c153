"""What every page of the window is: one class to subclass, one record to register it with.

A page is built when it is first shown. Afterwards the window tells it what changed: at once if it
is visible, else when it is next shown. A page never writes by itself: it hands writes to
``desk.perform`` and learns of their effect through ``refresh`` like every other page.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import ChangeSet
from notebook_app.model.rows import Counts

PageState = Mapping[str, str]
"""What a page wants to find again after a restart: short texts by names of its own."""


class Page(QFrame):
    """A page of the window. Subclasses take the desk alone: ``MyPage(desk)``.

    Order of calls: ``__init__`` (build widgets, read nothing) → ``restore_state`` (once, if there
    is a state) → ``refresh(None)`` (read everything) → then ``refresh(changes)`` whenever
    something changed, ``search_text_changed`` as the user types, ``show_contact`` when somebody
    asks for a person. ``save_state`` is called when the window closes.

    Emit ``title_changed`` when ``title`` changes (the calendar's month), and
    ``top_bar_changed`` when ``top_bar_left`` or ``top_bar_right`` would return other widgets.
    """

    title_changed = Signal()
    top_bar_changed = Signal()

    search_wanted = Signal(str)
    """Text to be put into the search field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk: the notebook to read from and the ways to write, undo and open."""
        super().__init__(parent)
        self.desk = desk

    @property
    def title(self) -> str:
        """The bold words at the start of the top bar; the page's label unless overridden."""
        return ""

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search people, notes, conversations")

    @property
    def takes_search(self) -> bool:
        """Whether typing searches in this page itself.

        If not (the default), the first letter typed leads to the page that is registered with
        ``finds_people``, which then gets the text.
        """
        return False

    def top_bar_left(self) -> Sequence[QWidget]:
        """Return widgets that follow the title, such as the calendar's ‹ Today ›.

        Always the same objects: make them in ``__init__``. The top bar takes them in while the
        page is shown.
        """
        return ()

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return at most one plain and one primary button, which follow the search field."""
        return ()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read and show again what ``changes`` touch; None means everything.

        Called only while the page is visible or just about to be; changes that came while it was
        hidden are put together into None.
        """

    def show_contact(self, contact_id: int) -> None:
        """Show that person; called on the page that is registered with ``finds_people``."""

    def show_list(self, list_id: int) -> None:
        """Show a saved list; called on the page that is registered with ``shows_lists``."""

    def shown_list(self) -> int | None:
        """Return the saved list that is shown, if this page shows one."""
        return None

    def drop_filter(self) -> None:
        """Narrow the list no longer, so that a search finds everybody."""

    def search_text_changed(self, text: str) -> None:
        """Filter by ``text``; an empty text ends the search. Called for each key: be quick."""

    def people_in_hand(self) -> Sequence[int]:
        """Return whom a command of the menu is about: the selected people, none by default."""
        return ()

    def focus_content(self) -> None:
        """Take the keyboard's focus, as after Down in the search field; by default the first."""
        self.focusNextChild()

    def leaving(self) -> None:
        """Save what is still being written; called before another page or the end comes."""

    def save_state(self) -> PageState:
        """Return what to find again after a restart: selection, view, splitter."""
        return {}

    def restore_state(self, state: PageState) -> None:
        """Take up what ``save_state`` returned; anything may be missing or out of date."""


@record
class PageEntry:
    """A page as the side bar and the View menu know it before it is built.

    ``count`` takes the figure beside the label from the counts; ``count_is_alert`` shows it in a
    red pill (things that are due). ``in_lists`` puts the entry below the line, under "Lists".
    ``finds_people`` marks the one page that shows contacts and takes searches from the others,
    ``shows_lists`` the one that shows saved lists.
    A page without ``in_side_bar`` is reached by a command alone.
    """

    key: str
    label: str
    make: Callable[[Desk], Page]
    count: Callable[[Counts], int] | None = None
    count_is_alert: bool = False
    in_lists: bool = False
    finds_people: bool = False
    shows_lists: bool = False
    in_side_bar: bool = True
