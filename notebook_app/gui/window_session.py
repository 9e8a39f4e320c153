"""One window on one open notebook: its pages, its commands, and what it does by itself."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from notebook_app.foundation.progress import Progress
from notebook_app.gui.event_acts import event_commands, provide_event_acts
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.elsewhere_watch import ElsewhereWatch
from notebook_app.gui.frame.main_window import MainWindow
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.opportunity_acts import opportunity_commands, provide_opportunity_acts
from notebook_app.gui.phone_acts import PhoneActs
from notebook_app.gui.search.way_in import WayIn
from notebook_app.gui.window_dialogs import WindowDialogs
from notebook_app.gui.window_pages import page_entries
from notebook_app.gui.window_places import WindowPlaces
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.notebook import Notebook

if TYPE_CHECKING:
    from notebook_app.gui.palette.palette_popup import Palette
    from notebook_app.gui.reminders.kept_reminders import KeptReminders
    from notebook_app.gui.reminders.reminder_watch import ReminderWatch
    from notebook_app.services.maintain_notebook import Maintained

_REMIND_AFTER_MS = 1000
_TRAY_COMES_WITHIN_MS = 60_000
_CARE_AFTER_MS = 1500
_CARE_EVERY_MS = 3_600_000


class WindowSession:
    """Puts the window together and keeps it until it is closed."""

    def __init__(self, notebook: Notebook, memory: WindowMemory, *, example: bool) -> None:
        """Take the open notebook and what is remembered of the window."""
        self.backup_wanted: Path | None = None
        self._example = example
        self._settings = memory.settings
        self._palette: Palette | None = None
        self._reminders: ReminderWatch | None = None
        self.desk = Desk(notebook)
        # They need the window once somebody asks for them; and it needs them to be made.
        self.dialogs = WindowDialogs(self.desk, lambda: self.window, memory.settings)
        self._places = WindowPlaces(self.desk, lambda: self.window)
        self._phone = PhoneActs(self.desk, lambda: self.window, memory.settings, self.take_files)
        self._provide_acts()
        self.window = MainWindow(self.desk, page_entries(), self._commands(), memory)
        self._way_in = WayIn(self.window)
        if example:
            title = self.window.tr("Example")
            self.window.setWindowTitle(f"{title} – {self.window.windowTitle()}")
        self.window.files_dropped.connect(self.take_files)
        self._elsewhere = ElsewhereWatch(self.desk, self.window)
        self._care = QTimer(self.window)
        self._care.setInterval(_CARE_EVERY_MS)
        self._care.timeout.connect(self._take_care)

    def show(self, files: Sequence[Path], message: str, *, in_tray: bool = False) -> None:
        """Show the window, the import preview of ``files``, and ``message`` if there is one.

        With ``in_tray`` it stays hidden if the user wants that, and comes up after all if the
        desktop's tray does not come within a while.
        """
        if in_tray and self._kept_reminders().stays_in_tray():
            QTimer.singleShot(_TRAY_COMES_WITHIN_MS, self.window, self._show_without_tray)
        else:
            self.window.show()
        if message:
            self.desk.say(message)
        if files:
            QTimer.singleShot(0, self.window, lambda: self.take_files(list(files)))
        if not self._example:
            QTimer.singleShot(_REMIND_AFTER_MS, self.window, self._reminding)
            QTimer.singleShot(_CARE_AFTER_MS, self.window, self._take_care)
            self._phone.watch_soon()
            self._care.start()

    def take_files(self, files: list[Path]) -> None:
        """Come to the front and show the import preview of files from elsewhere."""
        from notebook_app.gui.back_from_paper.scanned_pages import (
            are_pictures,
            open_scanned,
            without_scans,
        )

        self.window.bring_to_front()
        if are_pictures(files):
            open_scanned(self.desk, files, lambda: self._preview(files))
        elif files:
            self._preview(without_scans(files))

    def _preview(self, files: list[Path]) -> None:
        from notebook_app.gui.importing.import_run import preview_files

        preview_files(self.desk, self.window, files)

    def close(self) -> None:
        """End what still runs and close the notebook."""
        self._elsewhere.stop()
        self._phone.stop()
        if self._reminders is not None:
            self._reminders.stop()
        self.desk.stop_background()
        self.window.figures.wait()
        self.window.deleteLater()
        self.desk.notebook.close()

    def _provide_acts(self) -> None:
        dialogs, places = self.dialogs, self._places
        for act, do in (
            (Act.IMPORT, dialogs.choose_files),
            (Act.ADD_PERSON, places.add_person),
            (Act.EXAMPLE, self._show_example),
            (Act.PRINT, dialogs.print_follow_ups),
            (Act.PRINT_CALENDAR, dialogs.print_calendar),
            (Act.PRINT_PEOPLE, dialogs.print_people),
            (Act.PRINT_LABELS, dialogs.print_labels),
            (Act.EXPORT, dialogs.export_people),
            (Act.LOG, dialogs.log_conversation),
            (Act.PLAN, dialogs.plan_follow_up),
            (Act.SET_ASIDE, dialogs.show_set_aside),
            (Act.TRASH, places.show_trash),
            (Act.MERGE, dialogs.merge),
            (Act.DUPLICATES, places.show_duplicates),
            (Act.OFFER_DUPLICATES, dialogs.offer_duplicates),
            (Act.TAGS, places.show_tags),
            (Act.FIND, places.find),
            (Act.BRIEFING, dialogs.brief),
            (Act.QUESTIONS, dialogs.show_questions),
            (Act.SHOW_CODE, dialogs.show_code),
            (Act.SHOW_ENTRY, places.show_entry),
            (Act.SHOW_DAY, places.show_day),
            (Act.SHOW_TALK, places.show_talk),
            (Act.SHOW_TODAY, places.show_today),
            (Act.LOOK_BACK, places.look_back),
            (Act.SHOW_INSIGHTS, places.show_insights),
            (Act.ON_THE_PHONE, places.go_on_the_phone),
            (Act.BACK_FROM_PAPER, places.go_back_from_paper),
        ):
            self.desk.provide(act, do)
        provide_event_acts(self.desk, lambda: self.window)
        provide_opportunity_acts(self.desk, lambda: self.window)

    def _commands(self) -> Sequence[Command]:
        tr, dialogs, places = self.desk.tr, self.dialogs, self._places
        return (
            Command(Menu.FILE, tr("&Import people…"), dialogs.choose_files, "Ctrl+I"),
            Command(Menu.FILE, tr("Import a &folder of cards…"), dialogs.choose_folder),
            *self._phone.commands(),
            Command(Menu.FILE, tr("&Export people…"), dialogs.export_here, "Ctrl+E"),
            Command(Menu.FILE, tr("I&mports…"), dialogs.show_imports),
            Command(Menu.FILE, tr("Cards set &aside…"), dialogs.show_set_aside),
            Command(
                Menu.FILE, tr("&Print follow-up list…"), dialogs.print_follow_ups, "Ctrl+P", group=1
            ),
            Command(Menu.FILE, tr("&Reminders…"), self._show_reminders, group=1),
            Command(Menu.FILE, tr("Print peop&le…"), dialogs.print_chosen, group=1),
            Command(Menu.FILE, tr("Print the &calendar…"), dialogs.print_calendar, group=1),
            Command(Menu.FILE, tr("&Back up now"), self._back_up, group=2),
            Command(Menu.FILE, tr("&Go back to a backup…"), self._restore, group=2),
            Command(Menu.PEOPLE, tr("&Add a person"), places.add_person, "Ctrl+N"),
            Command(Menu.PEOPLE, tr("&Log a conversation…"), dialogs.log_with_chosen, "Ctrl+L"),
            Command(
                Menu.PEOPLE, tr("Plan a &follow-up…"), dialogs.plan_with_chosen, "Ctrl+Shift+L"
            ),
            Command(Menu.PEOPLE, tr("On the &phone"), places.go_on_the_phone, "Ctrl+Shift+P"),
            Command(Menu.PEOPLE, tr("Bac&k from paper"), places.go_back_from_paper, "Ctrl+Shift+B"),
            *event_commands(self.desk),
            *opportunity_commands(self.desk, lambda: self.window),
            Command(Menu.PEOPLE, tr("&Before you meet…"), dialogs.brief_chosen, "Ctrl+B"),
            Command(Menu.PEOPLE, tr("A good &question…"), dialogs.show_questions),
            Command(Menu.PEOPLE, tr("&My card"), dialogs.show_own_card, "Ctrl+M"),
            Command(Menu.PEOPLE, tr("Print label&s…"), dialogs.print_labels_here, group=7),
            Command(Menu.PEOPLE, tr("Print en&velopes…"), dialogs.print_envelopes_here, group=7),
            Command(Menu.PEOPLE, tr("Look bac&k on clients…"), places.look_back, group=8),
            Command(Menu.PEOPLE, tr("Follow-up &habits…"), dialogs.show_habits, group=8),
            Command(Menu.PEOPLE, tr("Look for &duplicates…"), places.show_duplicates, group=8),
            Command(Menu.PEOPLE, tr("&Tags…"), places.show_tags, group=8),
            Command(Menu.PEOPLE, tr("T&rash…"), places.show_trash, group=8),
            Command(Menu.EDIT, tr("&Search everything…"), self._search, "Ctrl+Shift+F", group=1),
            Command(Menu.EDIT, tr("&Go to anything…"), self._open_palette, "Ctrl+K", group=1),
            Command(Menu.HELP, tr("Look at an &example"), self._show_example),
        )

    def _search(self) -> None:
        self._way_in.open()

    def _open_palette(self) -> None:
        if self._palette is None:
            from notebook_app.gui.palette.palette_popup import Palette
            from notebook_app.gui.palette.palette_sources import PaletteSources

            sources = PaletteSources(
                self.desk,
                self.window.menus.lines,
                self._settings,
                lambda list_id: self.window.show_page(f"list:{list_id}").focus_content(),
            )
            self._palette = Palette(sources, self.window)
        self._palette.open()

    def _show_example(self) -> None:
        """Open the example in a window of its own, beside this one."""
        from PySide6.QtCore import QProcess

        frozen = getattr(sys, "frozen", False)
        arguments = ["demo"] if frozen else ["-P", "-m", "notebook_app", "demo"]
        started, _process = QProcess.startDetached(sys.executable, arguments, "")
        if not started:
            self.desk.say(self.desk.tr("The example could not be opened."))

    def _back_up(self) -> None:
        notebook = self.desk.notebook

        def work(progress: Progress) -> Path:
            return notebook.backups.make("by hand", progress)

        def done(path: Path) -> None:
            self.desk.changed.emit(ChangeSet(ids={Changed.SETTING: frozenset()}))
            self.desk.say(self.desk.tr("Backed up to {file}.").format(file=path))

        self.desk.run_in_background(work, done, self.desk.tr("Backing up"), writes=False)

    def _restore(self) -> None:
        from notebook_app.gui.safekeeping.restore_dialog import RestoreDialog

        RestoreDialog(self.desk.notebook.backups, self._go_back, self.window).open()

    def _go_back(self, backup: Path) -> None:
        self.backup_wanted = backup
        if not self.window.end():
            self.backup_wanted = None

    def _reminding(self) -> "ReminderWatch":
        """Return who looks after reminders, made once the window is painted."""
        if self._reminders is None:
            from notebook_app.gui.reminders.reminder_watch import ReminderWatch

            self._reminders = ReminderWatch(self.desk, self.window, self._kept_reminders())
        return self._reminders

    def _kept_reminders(self) -> "KeptReminders":
        from notebook_app.gui.reminders.kept_reminders import KeptReminders

        return KeptReminders(self._settings, str(self.desk.notebook.path.absolute()))

    def _show_without_tray(self) -> None:
        """Show the window if nothing else could bring it up."""
        if not self.window.isVisible() and not self._reminding().has_tray():
            self.window.show()

    def _show_reminders(self) -> None:
        from notebook_app.gui.reminders.reminders_dialog import RemindersDialog

        watch = self._reminding()
        RemindersDialog(
            self.desk, self.window, self._kept_reminders(), watch.follow_settings, watch.show_list
        ).open()

    def _take_care(self) -> None:
        from notebook_app.services.maintain_notebook import maintain_notebook

        notebook = self.desk.notebook
        self.desk.run_in_background(
            lambda progress: maintain_notebook(notebook, progress),
            self._taken_care,
            self.desk.tr("Looking after the notebook"),
            writes=False,
        )

    def _taken_care(self, maintained: "Maintained") -> None:
        if maintained.problem is not None:
            self.desk.problem_met.emit(maintained.problem)
        if maintained.backup is not None:
            self.desk.changed.emit(ChangeSet(ids={Changed.SETTING: frozenset()}))
        if maintained.erased:
            self.desk.changed.emit(ChangeSet(everything=True))
