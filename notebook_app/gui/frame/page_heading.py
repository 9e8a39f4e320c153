"""What the top bar shows of the page below it, and where what is typed in its search goes."""

from PySide6.QtCore import QObject, Qt

from notebook_app.gui.frame.page_stack import PageStack
from notebook_app.gui.frame.top_bar import TopBar


class PageHeading(QObject):
    """Keeps title, search and buttons those of the page that is shown."""

    def __init__(self, top_bar: TopBar, pages: PageStack, finder: str) -> None:
        """Take the key of the page that finds people for those that take no search, or empty."""
        super().__init__(top_bar)
        self._bar = top_bar
        self._search = top_bar.search
        self._pages = pages
        self._finder = finder
        pages.page_shown.connect(self._take_page)
        self._search.textChanged.connect(self._take_search)
        self._search.leave_down.connect(self.leave_search)
        self._search.dismissed.connect(self.leave_search)

    def searches_here(self) -> bool:
        """Return whether what is typed is searched for on the page that is shown."""
        page = self._pages.current_page()
        return page is not None and page.takes_search

    def end_search(self) -> None:
        """Search no more, as when another page is shown."""
        if self._search.text():
            self._search.clear()

    def focus_search(self) -> None:
        """Go to the search field, ready to type over what is in it."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def leave_search(self) -> None:
        """Go on from the search field to the page."""
        page = self._pages.current_page()
        if page is not None:
            page.focus_content()

    def _take_page(self, _key: str) -> None:
        page = self._pages.current_page()
        if page is None:
            return
        self._search.setPlaceholderText(page.search_placeholder)
        self._search.setVisible(page.takes_search or bool(self._finder))
        page.title_changed.connect(self._show_title, Qt.ConnectionType.UniqueConnection)
        page.top_bar_changed.connect(self._show_widgets, Qt.ConnectionType.UniqueConnection)
        page.search_wanted.connect(self._search.setText, Qt.ConnectionType.UniqueConnection)
        self._show_title()
        self._show_widgets()

    def _show_title(self) -> None:
        page = self._pages.current_page()
        if page is not None:
            self._bar.show_title(page.title or self._pages.entry(self._pages.current_key).label)

    def _show_widgets(self) -> None:
        page = self._pages.current_page()
        if page is not None:
            self._bar.show_widgets(page.top_bar_left(), page.top_bar_right())

    def _take_search(self, text: str) -> None:
        page = self._pages.current_page()
        if page is None:
            return
        if not page.takes_search:
            if not text or not self._finder:
                return
            page = self._pages.show_page(self._finder)
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        page.search_text_changed(text)
