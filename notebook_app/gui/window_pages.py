"""The pages of the window, in the order of the side bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.model.query.ready_lists import (
    BIRTHDAYS,
    CLIENTS,
    LOSING_TOUCH,
    NO_WAY_TO_REACH,
    NOT_FOLLOWED_UP,
    RECENTLY_ADDED,
    ReadyList,
)
from notebook_app.model.rows import Counts


def page_entries() -> Sequence[PageEntry]:
    """Return what the side bar offers; a page's code is loaded when it is first shown."""
    return (
        PageEntry("today", _words("Today"), _today, lambda counts: counts.due, True),
        PageEntry(
            "people", _words("People"), _people, lambda counts: counts.people, finds_people=True
        ),
        PageEntry("calendar", _words("Calendar"), _calendar),
        PageEntry("conversations", _words("Conversations"), _conversations),
        PageEntry("events", _words("Events"), _events, lambda counts: counts.coming_events),
        PageEntry(
            "opportunities",
            _words("Opportunities"),
            _opportunities,
            lambda counts: counts.open_opportunities,
        ),
        PageEntry("insights", _words("Insights"), _insights),
        _list(
            "losing-touch",
            _words("Losing touch"),
            LOSING_TOUCH,
            lambda counts: counts.losing_touch,
        ),
        _list(
            "clients",
            _words("Clients"),
            CLIENTS,
            lambda counts: counts.clients,
        ),
        _list(
            "not-followed-up",
            _words("Met, not followed up"),
            NOT_FOLLOWED_UP,
            lambda counts: counts.not_followed_up,
        ),
        _list(
            "no-way-to-reach",
            _words("No way to reach"),
            NO_WAY_TO_REACH,
            lambda counts: counts.no_way_to_reach,
        ),
        _list(
            "birthdays",
            _words("Birthdays this month"),
            BIRTHDAYS,
            lambda counts: counts.birthdays,
        ),
        _list(
            "recently-added",
            _words("Recently added"),
            RECENTLY_ADDED,
            lambda counts: counts.recently_added,
        ),
        PageEntry("saved-list", _words("List"), _people, in_side_bar=False, shows_lists=True),
        PageEntry("search", _words("Search"), _search, in_side_bar=False),
        PageEntry("capture", _words("After the event"), _capture, in_side_bar=False),
        PageEntry("on-the-phone", _words("On the phone"), _on_the_phone, in_side_bar=False),
        PageEntry(
            "back-from-paper", _words("Back from paper"), _back_from_paper, in_side_bar=False
        ),
        PageEntry("look-back", _words("Look back"), _look_back, in_side_bar=False),
        PageEntry("tags", _words("Tags"), _tags, in_side_bar=False),
        PageEntry("trash", _words("Trash"), _trash, in_side_bar=False),
        PageEntry("duplicates", _words("Duplicates"), _duplicates, in_side_bar=False),
    )


def _today(desk: Desk) -> Page:
    from notebook_app.gui.today.today_page import TodayPage

    return TodayPage(desk)


def _people(desk: Desk) -> Page:
    from notebook_app.gui.people.people_page import PeoplePage

    return PeoplePage(desk)


def _calendar(desk: Desk) -> Page:
    from notebook_app.gui.calendar.calendar_page import CalendarPage

    return CalendarPage(desk)


def _events(desk: Desk) -> Page:
    from notebook_app.gui.events.events_page import EventsPage

    return EventsPage(desk)


def _look_back(desk: Desk) -> Page:
    from notebook_app.gui.look_back.look_back_page import LookBackPage

    return LookBackPage(desk)


def _insights(desk: Desk) -> Page:
    from notebook_app.gui.insights.insights_page import InsightsPage

    return InsightsPage(desk)


def _opportunities(desk: Desk) -> Page:
    from notebook_app.gui.opportunities.opportunities_page import OpportunitiesPage

    return OpportunitiesPage(desk)


def _conversations(desk: Desk) -> Page:
    from notebook_app.gui.conversations_page.conversations_page import ConversationsPage

    return ConversationsPage(desk)


def _capture(desk: Desk) -> Page:
    from notebook_app.gui.capture.capture_page import CapturePage

    return CapturePage(desk)


def _on_the_phone(desk: Desk) -> Page:
    from notebook_app.gui.on_the_phone.phone_page import PhonePage

    return PhonePage(desk)


def _back_from_paper(desk: Desk) -> Page:
    from notebook_app.gui.back_from_paper.back_page import BackPage

    return BackPage(desk)


def _list(key: str, label: str, ready: ReadyList, count: Callable[[Counts], int]) -> PageEntry:
    def make(desk: Desk) -> Page:
        from notebook_app.gui.people.people_page import PeoplePage
        from notebook_app.model.query.parse import parse_query

        page = PeoplePage(desk)
        page.show_filter(parse_query(ready.query))
        return page

    return PageEntry(key, label, make, count, in_lists=True)


def _search(desk: Desk) -> Page:
    from notebook_app.gui.search.search_page import SearchPage

    return SearchPage(desk)


def _tags(desk: Desk) -> Page:
    from notebook_app.gui.tags.tags_page import TagsPage

    return TagsPage(desk)


def _trash(desk: Desk) -> Page:
    from notebook_app.gui.trash.trash_page import TrashPage

    return TrashPage(desk)


def _duplicates(desk: Desk) -> Page:
    from notebook_app.gui.duplicates.duplicates_page import DuplicatesPage

    return DuplicatesPage(desk)


def _words(text: str) -> str:
    return QCoreApplication.translate("SideBar", text)
