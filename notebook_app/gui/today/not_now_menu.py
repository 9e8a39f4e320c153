"""The menu behind ``Not now ▾``: ask again in two weeks, in a month, on a day, or let it rest."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.month_steps import add_months
from notebook_app.services.snooze_contacts import snooze_contacts


class NotNowMenu(QMenu):
    """Each line shows the day it means."""

    def __init__(
        self, desk: Desk, contact_id: int, let_rest: Callable[[], object], parent: QWidget
    ) -> None:
        """Take the desk, about whom it is, and the button that the menu belongs to."""
        super().__init__(parent)
        self._desk = desk
        self._contact_id = contact_id
        self._owner = parent
        today = desk.clock.today()
        for words, day in (
            (self.tr("In &2 weeks"), today + timedelta(days=14)),
            (self.tr("In a &month"), add_months(today, 1)),
            (self.tr("In &3 months"), add_months(today, 3)),
        ):
            shown = f"{words}\t{short_day(day, today, self.locale())}"
            self.addAction(shown).triggered.connect(
                lambda _checked=False, until=day: self.snooze(until)
            )
        self.addAction(self.tr("&Pick a day…")).triggered.connect(self._pick)
        self.addSeparator()
        rest = self.addAction(self.tr("&Let it rest"))
        rest.setToolTip(self.tr("Ask for nothing until you speak again"))
        rest.triggered.connect(lambda _checked=False: let_rest())

    def snooze(self, until: date) -> None:
        """Ask for them again on that day, not before."""
        notebook, contact_id = self._desk.notebook, self._contact_id
        self._desk.perform(lambda: snooze_contacts(notebook, [contact_id], until))

    def _pick(self) -> None:
        from notebook_app.gui.widgets.calendar_popup import CalendarPopup

        shown = self._desk.clock.today() + timedelta(days=14)
        popup = CalendarPopup(shown, self.tr("Not before which day"), self._owner)
        # Not the menu's own method: the menu may be gone before a day is clicked.
        desk, contact_id = self._desk, self._contact_id
        popup.taken.connect(
            lambda day: desk.perform(lambda: snooze_contacts(desk.notebook, [contact_id], day))
        )
        popup.show_below(self._owner)
