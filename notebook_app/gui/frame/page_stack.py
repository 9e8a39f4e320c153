"""The pages on top of each other: built when first shown, read again only when they must be."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageEntry, PageState
from notebook_app.model.changes import ChangeSet


class PageStack(QStackedWidget):
    """``page_shown`` carries the key of the page that is shown now, right and up to date."""

    page_shown = Signal(str)

    def __init__(
        self,
        desk: Desk,
        entries: Sequence[PageEntry],
        states: Mapping[str, PageState],
        parent: QWidget | None = None,
    ) -> None:
        """Take the pages that there are, and what each had saved the last time."""
        super().__init__(parent)
        # A click beside everything ends an edit in place, and nothing looks chosen at the start.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._desk = desk
        self._entries = {entry.key: entry for entry in entries}
        self._saved = dict(states)
        self._built: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._key = ""
        desk.changed.connect(self._take_changes)

    @property
    def current_key(self) -> str:
        """The key of the page that is shown; empty at first."""
        return self._key

    def entry(self, key: str) -> PageEntry:
        """Return how the page is registered."""
        return self._entries[key]

    def current_page(self) -> Page | None:
        """Return the page that is shown, if any."""
        return self._built.get(self._key)

    def is_built(self, key: str) -> bool:
        """Return whether the page was ever shown."""
        return key in self._built

    def show_page(self, key: str) -> Page:
        """Show a page, built and read if need be, and return it."""
        if key == self._key:
            return self._built[key]
        before = self.current_page()
        if before is not None:
            before.leaving()
        page = self._built.get(key) or self._build(key)
        if key in self._stale:
            self._stale.discard(key)
            page.refresh(None)
        self._key = key
        self.setCurrentWidget(page)
        self.page_shown.emit(key)
        return page

    def states(self) -> dict[str, PageState]:
        """Return what each page wants to find again; what was saved before for unbuilt ones."""
        return self._saved | {key: page.save_state() for key, page in self._built.items()}

    def _build(self, key: str) -> Page:
        page = self._entries[key].make(self._desk)
        self._built[key] = page
        self.addWidget(page)
        state = self._saved.get(key)
        if state:
            page.restore_state(state)
        self._stale.add(key)
        return page

    def _take_changes(self, changes: ChangeSet) -> None:
        for key, page in self._built.items():
            if key == self._key:
                page.refresh(changes)
            else:
                self._stale.add(key)
