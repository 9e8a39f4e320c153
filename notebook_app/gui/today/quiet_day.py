"""What Today says when nothing is to be done: kindly, with the next thing to come."""

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.kind_words import kind_with
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel


class QuietDay(Card):
    """A card with a kind word and a way to plan something."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent=parent)
        self._desk = desk
        self.words = PlainLabel("", TextRole.STRONG, wrap=True)
        self.next = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.plan_button = PlainButton(
            self.tr("Plan a follow-up…"), lambda: show_plan_form(desk, self)
        )
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(self.words)
        lines.addWidget(self.next)
        row = QHBoxLayout()
        row.addLayout(lines, 1)
        row.addWidget(self.plan_button)
        self.body.addLayout(row)

    def read(self, week_end: date, quiet: bool) -> None:
        """Say what comes after ``week_end``; ``quiet`` if only quiet kinds are looked at."""
        self.words.setText(
            self.tr("Nothing quiet is left to do this week.")
            if quiet
            else self.tr("Nobody is waiting for you this week. Enjoy the quiet.")
        )
        coming = self._desk.notebook.follow_ups.open_between(week_end + timedelta(days=1), None, 1)
        self.next.setVisible(bool(coming) and not quiet)
        if coming:
            row = coming[0]
            day = short_day(row.due, self._desk.clock.today(), self.locale())
            what = kind_with(row.kind, row.contact_name[:200])
            self.next.setText(self.tr("Next: {what}, {day}").format(what=what, day=day))
