"""The menu behind ``Later ▾``: to another day, not at all, or something else."""

from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.plan_form import show_plan_form
from notebook_app.gui.follow_ups.when_picker import usual_days
from notebook_app.gui.frame.desk import Desk
from notebook_app.services.plan_follow_up import reschedule_follow_up, skip_follow_up


class LaterMenu(QMenu):
    """Fills itself when it opens, so that it is right at any hour; each line shows its day."""

    def __init__(self, desk: Desk, follow_up_id: int, parent: QWidget) -> None:
        """Take the desk, the follow-up, and the button or list that the menu belongs to."""
        super().__init__(parent)
        self._desk = desk
        self._follow_up_id = follow_up_id
        self._owner = parent
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put the lines in for today."""
        self.clear()
        today = self._desk.clock.today()
        for words, day in usual_days(today):
            shown = f"{words}\t{short_day(day, today, self.locale())}"
            self.addAction(shown).triggered.connect(lambda _checked=False, to=day: self.move_to(to))
        self.addAction(self.tr("&Pick a day…")).triggered.connect(self._pick)
        self.addSeparator()
        self.addAction(self.tr("&Skip it")).triggered.connect(self._skip)
        self.addAction(self.tr("&Edit…")).triggered.connect(self._edit)

    def move_to(self, day: date) -> None:
        """Move the follow-up to another day."""
        notebook, follow_up_id = self._desk.notebook, self._follow_up_id
        self._desk.perform(lambda: reschedule_follow_up(notebook, follow_up_id, day))

    def _skip(self) -> None:
        notebook, follow_up_id = self._desk.notebook, self._follow_up_id
        self._desk.perform(lambda: skip_follow_up(notebook, follow_up_id))

    def _edit(self) -> None:
        show_plan_form(self._desk, self._owner, follow_up_id=self._follow_up_id)

    def _pick(self) -> None:
        from notebook_app.gui.widgets.calendar_popup import CalendarPopup

        row = self._desk.notebook.follow_ups.get(self._follow_up_id)
        shown = max(row.draft.due if row else self._desk.clock.today(), self._desk.clock.today())
        popup = CalendarPopup(shown, self.tr("To which day"), self._owner)
        # Not the menu's own method: the menu may be gone before a day is clicked.
        desk, follow_up_id = self._desk, self._follow_up_id
        popup.taken.connect(
            lambda day: desk.perform(lambda: reschedule_follow_up(desk.notebook, follow_up_id, day))
        )
        popup.show_below(self._owner)
