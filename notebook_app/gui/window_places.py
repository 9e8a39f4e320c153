"""Where menus and pages lead to in the window: a page, or a person, an entry, a day on one."""

from collections.abc import Callable
from datetime import date

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.model.happening_filter import HappeningFilter
from notebook_app.model.rows import EntryKind


class WindowPlaces:
    """Those of one window."""

    def __init__(self, desk: Desk, window: Callable[[], MainWindow]) -> None:
        """Take the desk, and who knows the window."""
        self._desk = desk
        self._window = window

    def add_person(self) -> None:
        """Begin a new person on the page of people."""
        from notebook_app.gui.people.people_page import PeoplePage

        page = self._window().show_page("people")
        if isinstance(page, PeoplePage):
            page.add_person()

    def show_entry(self, contact_id: int, kind: EntryKind, entry_id: int) -> None:
        """Show an entry in the timeline of a person."""
        from notebook_app.gui.people.people_page import PeoplePage

        self._desk.open_contact(contact_id)
        page = self._window().pages.current_page()
        if isinstance(page, PeoplePage):
            page.contact.timeline.show_entry(kind, entry_id)

    def show_day(self, day: date) -> None:
        """Show a day in the calendar."""
        from notebook_app.gui.calendar.calendar_page import CalendarPage

        page = self._window().show_page("calendar")
        if isinstance(page, CalendarPage):
            page.go_to(day)
            page.focus_content()

    def show_talk(self, wanted: HappeningFilter) -> None:
        """Show everybody's conversations, narrowed."""
        from notebook_app.gui.conversations_page.conversations_page import ConversationsPage

        page = self._window().show_page("conversations")
        if isinstance(page, ConversationsPage):
            page.filters.choose(wanted)
            page.focus_content()

    def look_back(self) -> None:
        """Go through clients and say how each came."""
        from notebook_app.gui.look_back.look_back_page import LookBackPage

        page = self._window().show_page("look-back")
        if isinstance(page, LookBackPage):
            page.begin()

    def show_insights(self, view: str = "") -> None:
        """Show the Insights, and one view of them if its key is named."""
        from notebook_app.gui.insights.insights_page import InsightsPage

        page = self._window().show_page("insights")
        if isinstance(page, InsightsPage):
            page.show_view(view)
            page.focus_content()

    def show_today(self) -> None:
        """Show Today."""
        self._window().show_page("today").focus_content()

    def go_on_the_phone(self) -> None:
        """Show the calls of the day, one after the other."""
        from notebook_app.gui.on_the_phone.phone_page import PhonePage

        page = self._window().show_page("on-the-phone")
        if isinstance(page, PhonePage):
            page.begin()

    def go_back_from_paper(self, wanted: object = None) -> None:
        """Answer the rows of a printed list: that with a number, that of a code, or the last."""
        from notebook_app.gui.back_from_paper.back_page import BackPage

        page = self._window().show_page("back-from-paper")
        if isinstance(page, BackPage):
            page.begin(wanted)

    def show_trash(self) -> None:
        """Show who was deleted."""
        self._window().show_page("trash").focus_content()

    def show_duplicates(self) -> None:
        """Show who may be in the notebook twice."""
        self._window().show_page("duplicates").focus_content()

    def find(self, query: str) -> None:
        """Show whom a query finds."""
        page = self._window().show_page("people")
        page.drop_filter()
        self._window().search(query)

    def show_tags(self) -> None:
        """Show the tags."""
        self._window().show_page("tags").focus_content()
