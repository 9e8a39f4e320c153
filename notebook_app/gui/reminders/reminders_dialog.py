"""How the user wants to be reminded, in one small dialog."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.follow_ups.form_dialog import FormDialog
from notebook_app.gui.follow_ups.remind_choices import before_words, choices_with
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.reminders.tray_icon import TrayIcon
from notebook_app.gui.theme import MEDIUM, SMALL, Tone, theme_of
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import Divider, FieldLabel, PlainLabel
from notebook_app.gui.widgets.time_field import TimeField
from notebook_app.model.reminders import ReminderHabits
from notebook_app.services.start_at_login import start_at_login, starts_at_login
from notebook_app.services.start_command import start_command

_NO_AUTOSTART = ("win32", "darwin")


class RemindersDialog(FormDialog):
    """The settings of this computer; nothing of them is in the notebook."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        kept: KeptReminders,
        then: Callable[[], object],
        show_list: Callable[[], object],
    ) -> None:
        """Take what is kept, what is to follow the settings, and what shows the day's list."""
        super().__init__(desk, parent, self.tr("Reminders"), self.tr("Save"))
        self._kept = kept
        self._then = then
        self.wanted = CheckField(self.tr("&Remind me of follow-ups"))
        self.digest = CheckField(self.tr("Once a &day, all of it, at"), wrap=True)
        self.digest_at = TimeField(self.tr("When to show the day's list"))
        self.before = CheckField(self.tr("&Before what has a time"), wrap=True)
        self.minutes = ChoiceField()
        self.minutes.setAccessibleName(self.tr("How long before"))
        self.quiet = CheckField(self.tr("&Quiet from"))
        self.quiet_from = TimeField(self.tr("When quiet begins"))
        self.quiet_until = TimeField(self.tr("When quiet ends"))
        self.at_login = CheckField(self.tr("Start at &login"))
        self.in_tray = CheckField(self.tr("Stay in the &tray when the window is closed"), wrap=True)
        self._show(kept.habits())
        self.wanted.toggled.connect(self._enable)
        for box in (self.digest, self.before, self.quiet):
            box.toggled.connect(self._enable)
        self._enable()
        self.buttons.insertWidget(0, PlainButton(self.tr("Show the list &now"), show_list))
        self._lay_out()

    def act(self) -> None:
        """Keep what was chosen."""
        for box, field in (
            (self.digest, self.digest_at),
            (self.quiet, self.quiet_from),
            (self.quiet, self.quiet_until),
        ):
            if box.isChecked() and field.value() is None:
                self.complain(self.tr("The time is not clear: write it as 14:30."), field)
                return
        wanted = self.at_login.isChecked()
        if self.at_login.isVisibleTo(self) and wanted != starts_at_login(_config_home()):
            try:
                start_at_login(_config_home(), self._command(), wanted=wanted)
            except UserProblem as problem:
                self.show_problem(problem)
                return
        self._kept.keep_habits(self.habits())
        if self.in_tray.isEnabled():
            self._kept.keep_in_tray(self.in_tray.isChecked())
        self.accept()
        self._then()

    def habits(self) -> ReminderHabits:
        """Return what is chosen."""
        quiet = self.quiet.isChecked()
        return ReminderHabits(
            wanted=self.wanted.isChecked(),
            digest_at=self.digest_at.value() if self.digest.isChecked() else None,
            minutes_before=int(self.minutes.currentData()) if self.before.isChecked() else None,
            quiet_from=self.quiet_from.value() if quiet else None,
            quiet_until=self.quiet_until.value() if quiet else None,
        )

    def _show(self, habits: ReminderHabits) -> None:
        usual = ReminderHabits()
        self.wanted.setChecked(habits.wanted)
        self.digest.setChecked(habits.digest_at is not None)
        self.digest_at.set_value(habits.digest_at or usual.digest_at)
        self.before.setChecked(habits.minutes_before is not None)
        minutes = habits.minutes_before
        minutes = usual.minutes_before if minutes is None else minutes
        for choice in choices_with(minutes):
            self.minutes.addItem(before_words(choice), choice)
        self.minutes.choose(minutes)
        self.quiet.setChecked(habits.quiet_from is not None and habits.quiet_until is not None)
        self.quiet_from.set_value(habits.quiet_from or usual.quiet_from)
        self.quiet_until.set_value(habits.quiet_until or usual.quiet_until)
        self.at_login.setChecked(starts_at_login(_config_home()))
        self.at_login.setVisible(sys.platform not in _NO_AUTOSTART)
        self.in_tray.setChecked(self._kept.stays_in_tray())
        if not TrayIcon.is_possible():
            self.in_tray.setEnabled(False)
            words = self.tr("Stay in the tray when the window is closed: this desktop has no tray")
            self.in_tray.setText(words)

    def _enable(self) -> None:
        wanted = self.wanted.isChecked()
        for box in (self.digest, self.before, self.quiet):
            box.setEnabled(wanted)
        self.digest_at.setEnabled(wanted and self.digest.isChecked())
        self.minutes.setEnabled(wanted and self.before.isChecked())
        for field in (self.quiet_from, self.quiet_until):
            field.setEnabled(wanted and self.quiet.isChecked())

    def _lay_out(self) -> None:
        width = theme_of(self).em(6)
        for field in (self.digest_at, self.quiet_from, self.quiet_until):
            field.setFixedWidth(width)
        self.body.addWidget(self.wanted)
        self.body.addLayout(_row(self.digest, self.digest_at))
        self.body.addLayout(_row(self.before, self.minutes))
        until = FieldLabel(self.tr("&until"), self.quiet_until)
        self.body.addLayout(_row(self.quiet, self.quiet_from, until, self.quiet_until))
        self.body.addWidget(Divider())
        self.body.addWidget(self.at_login)
        self.body.addWidget(self.in_tray)
        words = self.tr("What comes in quiet hours, or while the computer sleeps, is told after.")
        self.body.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))

    def _command(self) -> list[str]:
        path = self.desk.notebook.path.absolute()
        # Hidden, if the tray is wanted by then; else the window comes up.
        return [*start_command(), "--notebook", str(path), "tray"]


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    row.setContentsMargins(MEDIUM, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _config_home() -> Path:
    named = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(named) if os.path.isabs(named) else Path.home() / ".config"
