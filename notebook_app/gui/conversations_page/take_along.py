"""What one takes along of the conversations that are shown: as text, or on paper."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from notebook_app.gui.conversations_page.filter_words import filter_words
from notebook_app.gui.frame.page import Page
from notebook_app.gui.timeline.timeline_view import TimelineView
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import TimelineEntry

_MOST_GATHERED: Final = 1_000


class TakeAlong(QObject):
    """The buttons for both, and what they do: the newest thousand are taken at most."""

    def __init__(
        self, page: Page, view: TimelineView, wanted: Callable[[], HappeningFilter]
    ) -> None:
        """Take the page, what shows the entries on it, and who knows how they are narrowed."""
        super().__init__(page)
        self._page = page
        self._view = view
        self._wanted = wanted
        self.copy_button = LinkButton(self.tr("Copy as text"), self._copy)
        self.print_button = LinkButton(self.tr("Print…"), self._print)
        self.buttons = (self.copy_button, self.print_button)

    def allow(self, something: bool) -> None:
        """Say whether there is something to take."""
        for button in self.buttons:
            button.setEnabled(something)

    def _copy(self) -> None:
        entries, all_of_it = self._gathered()
        QApplication.clipboard().setText("\n\n".join(self._view.words(each) for each in entries))
        words = self.tr("Copied {count} entries.")
        if not all_of_it:
            words = self.tr("Copied the newest {count} entries.")
        self._page.desk.say(words.format(count=len(entries)))

    def _print(self) -> None:
        """Show the entries as they will be on paper."""
        from notebook_app.gui.printing.document_dialog import DocumentDialog
        from notebook_app.gui.printing.locale_date_words import LocaleDateWords
        from notebook_app.reports.happenings_list import happenings_list

        desk, locale, title = self._page.desk, self._page.locale(), self._page.title
        today = desk.clock.today()
        asked = filter_words(self._wanted(), today, locale)
        document = happenings_list(
            self._gathered()[0],
            today,
            LocaleDateWords(locale),
            title=title,
            asked=asked[:1].upper() + asked[1:],
        )
        name = f"{title} {today.isoformat()}"
        DocumentDialog(desk, self._page, document, name, "conversations").open()

    def _gathered(self) -> tuple[list[TimelineEntry], bool]:
        """Return the newest of what is shown, and whether that is all of it."""
        desk = self._page.desk
        found = desk.notebook.timeline.of_everybody(self._wanted(), desk.clock.today())
        keys, after = found.keys(None, _MOST_GATHERED)
        while after is not None and len(keys) < _MOST_GATHERED:
            more, after = found.keys(after, _MOST_GATHERED - len(keys))
            keys += more
        return found.entries(keys[:_MOST_GATHERED]), after is None
