"""Looks now and then whether to remind of something, and tells it where the user sees it.

One timer waits for the next moment, a quarter of an hour at most; waking from sleep, a clock that
was set, and the window's coming to the front let it look at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.reminders.desktop_notes import DesktopNotes
from notebook_app.gui.reminders.kept_reminders import KeptReminders
from notebook_app.gui.reminders.reminder_words import reminder_words
from notebook_app.gui.reminders.tray_icon import TrayIcon
from notebook_app.gui.reminders.wake_watch import WakeWatch
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.reminders import Reminder, later, look

_ACT_LATER: Final = timedelta(minutes=15)
_LIST_LATER: Final = timedelta(hours=1)
_SOON_MS: Final = 400


class ReminderWatch(QObject):
    """One for a window. ``told_last`` is what was told last, for its buttons."""

    def __init__(
        self,
        desk: Desk,
        window: MainWindow,
        kept: KeptReminders,
        now: Callable[[], datetime] = datetime.now,
        notes: DesktopNotes | None = None,
    ) -> None:
        """Take the desk, the window, what is kept, and who knows the local time."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._kept = kept
        self._now = now
        self._notes = notes or DesktopNotes(self)
        self._notes.acted.connect(self._act)
        self._tray: TrayIcon | None = None
        self.told_last = Reminder()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.CoarseTimer)
        self.timer.timeout.connect(self.look)
        self.waking = WakeWatch(now, self)
        self.waking.woke.connect(self._look_soon)
        self.waking.ticked.connect(self._mind_tray)
        window.can_come_back = TrayIcon.is_possible
        desk.changed.connect(self._changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._came_back)
        self.follow_settings()

    def follow_settings(self) -> None:
        """Do as the settings say now: the tray, and the next moment to look at."""
        self._mind_tray()
        self._look_soon()

    def has_tray(self) -> bool:
        """Return whether there is an icon by which the window can be opened."""
        return self._tray is not None

    def stop(self) -> None:
        """Look no more: the notebook is about to be closed."""
        self.timer.stop()
        self.waking.stop()
        self._desk.changed.disconnect(self._changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.disconnect(self._came_back)
        if self._tray is not None:
            self._tray.remove()

    def look(self) -> None:
        """Tell what is to be told now, and wait for the next moment."""
        self.waking.listen()
        now = self._now()
        told = self._kept.told()
        acts = self._desk.notebook.reminders.acts(now.date())
        found = look(now, self._kept.habits(), told, acts)
        if found.told != told:
            self._kept.keep_told(found.told)
        if found.reminder:
            self._tell(found.reminder)
        self.timer.start(max(1000, round((found.next_look - now).total_seconds() * 1000)))

    def show_list(self) -> None:
        """Tell what is due today now, asked for by the user."""
        today = self._now().date()
        acts = self._desk.notebook.reminders.acts(today)
        due = tuple(act for act in acts if act.due <= today)
        if due:
            self._tell(Reminder(digest=due))
        else:
            self._desk.say(self.tr("Nothing is due today."))

    def done(self) -> None:
        """Show the small step that completes what was told of, or the day's list of several."""
        self._window.bring_to_front()
        act = self._only_act()
        if act is None:
            self._desk.ask(Act.SHOW_TODAY)
            return
        from notebook_app.gui.follow_ups.forms import show_complete_form

        show_complete_form(self._desk, self._window, act)

    def later(self) -> None:
        """Tell it again: what has a time in a quarter of an hour, the list in an hour."""
        now, told = self._now(), self._kept.told()
        if self.told_last.timed:
            told = later(told, self.told_last.timed, now + _ACT_LATER)
        if self.told_last.digest:
            told = replace(told, digest_later=now + _LIST_LATER)
        self._kept.keep_told(told)
        self._look_soon()

    def _tell(self, reminder: Reminder) -> None:
        self.told_last = reminder
        title, body = reminder_words(reminder, self._now().date())
        first = self.tr("Done") if self._only_act() is not None else self.tr("Show")
        buttons = (("done", first), ("later", self.tr("Later")))
        if self._notes.show(title, body, buttons):
            return
        hidden = not self._window.isVisible() or self._window.isMinimized()
        if hidden and self._tray is not None and self._tray.tell(title, body):
            return
        words = title if not body else f"{title} · {body.replace(chr(10), ', ')}"
        bar = self._window.message_bar
        bar.say(words, (first, self.done))
        bar.offer(self.tr("Later"), self.later)
        # It waits to be seen.
        bar.hide_timer.stop()
        QApplication.alert(self._window)

    def _only_act(self) -> int | None:
        """Return the row id of the follow-up that was told of, if it was one alone."""
        told = {act.id for act in (*self.told_last.timed, *self.told_last.digest)}
        return next(iter(told)) if len(told) == 1 else None

    def _act(self, name: str) -> None:
        if name == "later":
            self.later()
        elif name == "done":
            self.done()
        else:
            self._window.bring_to_front()
            self._desk.ask(Act.SHOW_TODAY)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Changed.FOLLOW_UP):
            self._look_soon()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._look_soon()

    def _look_soon(self) -> None:
        self.timer.start(_SOON_MS)

    def _mind_tray(self) -> None:
        """Have an icon where one is wanted; the desktop's tray may come late, or go away."""
        possible = TrayIcon.is_possible()
        wanted = self._kept.stays_in_tray()
        if wanted and possible and self._tray is None:
            self._tray = TrayIcon(self._window, self._window.bring_to_front, self._end)
        elif not wanted and self._tray is not None:
            self._tray.remove()
            self._tray = None
        self._window.stays_when_closed = wanted and possible
        if self._tray is not None and not possible and not self._window.isVisible():
            # Nothing else would bring it back.
            self._window.show()

    def _end(self) -> None:
        self._window.end()
        if not self._window.isVisible():
            QApplication.quit()
