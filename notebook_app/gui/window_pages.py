"""The pages of the window, in the order of the side bar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.model.contact import Role
from notebook_app.model.people_filter import PeopleFilter, ReadyList
from notebook_app.model.rows import Counts


def page_entries() -> Sequence[PageEntry]:
    """Return what the side bar offers; a page's code is loaded when it is first shown."""
    return (
        PageEntry("today", _words("Today"), _today, lambda counts: counts.due, True),
        PageEntry(
            "people", _words("People"), _people, lambda counts: counts.people, finds_people=True
        ),
        PageEntry("calendar", _words("Calendar"), _calendar),
        _list(
            "losing-touch",
            _words("Losing touch"),
            PeopleFilter(ready_list=ReadyList.LOSING_TOUCH),
            lambda counts: counts.losing_touch,
        ),
        _list(
            "clients",
            _words("Clients"),
            PeopleFilter(role=Role.CLIENT),
            lambda counts: counts.clients,
        ),
        _list(
            "not-followed-up",
            _words("Met, not followed up"),
            PeopleFilter(ready_list=ReadyList.NOT_FOLLOWED_UP),
            lambda counts: counts.not_followed_up,
        ),
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


def _list(
    key: str, label: str, narrowed: PeopleFilter, count: Callable[[Counts], int]
) -> PageEntry:
    def make(desk: Desk) -> Page:
        from notebook_app.gui.people.people_page import PeoplePage

        page = PeoplePage(desk)
        page.show_filter(narrowed)
        return page

    return PageEntry(key, label, make, count, in_lists=True)


def _words(text: str) -> str:
    return QCoreApplication.translate("SideBar", text)
