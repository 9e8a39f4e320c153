"""The lines of every menu that says "not now": in two weeks, in a month, in three, on a day."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.model.month_steps import add_months


def fill_not_now(
    menu: QMenu, today: date, owner: QWidget, snooze: Callable[[date], object]
) -> None:
    """Add a line for each usual day, which it shows, and one to pick any other.

    ``snooze`` is handed the day; it outlives the menu, which may be gone before a day is picked.
    The days to pick from are shown where the menu was, over the window of ``owner``.
    """
    for words, day in (
        (_tr("In &2 weeks"), today + timedelta(days=14)),
        (_tr("In a &month"), add_months(today, 1)),
        (_tr("In &3 months"), add_months(today, 3)),
    ):
        shown = f"{words}\t{short_day(day, today, menu.locale())}"
        menu.addAction(shown).triggered.connect(lambda _checked=False, until=day: snooze(until))

    def pick() -> None:
        from notebook_app.gui.widgets.calendar_popup import CalendarPopup

        popup = CalendarPopup(today + timedelta(days=14), _tr("Not before which day"), owner)
        popup.taken.connect(snooze)
        popup.show_at(menu.pos())

    menu.addAction(_tr("&Pick a day…")).triggered.connect(lambda _checked=False: pick())


def _tr(text: str) -> str:
    return QCoreApplication.translate("NotNow", text)
