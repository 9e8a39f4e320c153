"""One window on one open notebook: its pages, its commands, and what it does by itself."""

import sys
from collections.abc import Sequence
from datetime import date
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
from notebook_app.gui.search.way_in import WayIn
from notebook_app.gui.window_pages import page_entries
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.rows import EntryKind
from notebook_app.storage.notebook import Notebook

if TYPE_CHECKING:
    from notebook_app.gui.palette.palette_popup import Palette
    from notebook_app.services.maintain_notebook import Maintained

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
        self.desk = Desk(notebook)
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

    def show(self, files: Sequence[Path], message: str) -> None:
        """Show the window, the import preview of ``files``, and ``message`` if there is one."""
        self.window.show()
        if message:
            self.desk.say(message)
        if files:
            QTimer.singleShot(0, self.window, lambda: self.take_files(list(files)))
        if not self._example:
            QTimer.singleShot(_CARE_AFTER_MS, self.window, self._take_care)
            self._care.start()

    def take_files(self, files: list[Path]) -> None:
        """Come to the front and show the import preview of files from elsewhere."""
        from notebook_app.gui.importing.import_run import preview_files

        self.window.bring_to_front()
        if files:
            preview_files(self.desk, self.window, files)

    def close(self) -> None:
        """End what still runs and close the notebook."""
        self._elsewhere.stop()
        self.desk.stop_background()
        self.window.figures.wait()
        self.window.deleteLater()
        self.desk.notebook.close()

    def _provide_acts(self) -> None:
        for act, do in (
            (Act.IMPORT, self._import),
            (Act.ADD_PERSON, self._add_person),
            (Act.EXAMPLE, self._show_example),
            (Act.PRINT, self._print),
            (Act.EXPORT, self._export),
            (Act.LOG, self._log),
            (Act.PLAN, self._plan),
            (Act.SET_ASIDE, self._show_set_aside),
            (Act.TRASH, self._show_trash),
            (Act.MERGE, self._merge),
            (Act.DUPLICATES, self._show_duplicates),
            (Act.OFFER_DUPLICATES, self._offer_duplicates),
            (Act.TAGS, self._show_tags),
            (Act.FIND, self._find),
            (Act.BRIEFING, self._brief),
            (Act.QUESTIONS, self._show_questions),
            (Act.SHOW_ENTRY, self._show_entry),
            (Act.SHOW_DAY, self._show_day),
        ):
            self.desk.provide(act, do)
        provide_event_acts(self.desk, lambda: self.window)

    def _commands(self) -> Sequence[Command]:
        tr = self.desk.tr
        return (
            Command(Menu.FILE, tr("&Import people…"), self._import, "Ctrl+I"),
            Command(Menu.FILE, tr("Import a &folder of cards…"), self._import_folder),
            Command(Menu.FILE, tr("&Export people…"), self._export_here, "Ctrl+E"),
            Command(Menu.FILE, tr("I&mports…"), self._show_imports),
            Command(Menu.FILE, tr("Cards set &aside…"), self._show_set_aside),
            Command(Menu.FILE, tr("&Print follow-up list…"), self._print, "Ctrl+P", group=1),
            Command(Menu.FILE, tr("&Back up now"), self._back_up, group=2),
            Command(Menu.FILE, tr("&Go back to a backup…"), self._restore, group=2),
            Command(Menu.PEOPLE, tr("&Add a person"), self._add_person, "Ctrl+N"),
            Command(Menu.PEOPLE, tr("&Log a conversation…"), self._log_with_chosen, "Ctrl+L"),
            Command(Menu.PEOPLE, tr("Plan a &follow-up…"), self._plan_with_chosen, "Ctrl+Shift+L"),
            *event_commands(self.desk),
            Command(Menu.PEOPLE, tr("&Before you meet…"), self._brief_chosen, "Ctrl+B"),
            Command(Menu.PEOPLE, tr("A good &question…"), self._show_questions),
            Command(Menu.PEOPLE, tr("Follow-up &habits…"), self._show_habits, group=8),
            Command(Menu.PEOPLE, tr("Look for &duplicates…"), self._show_duplicates, group=8),
            Command(Menu.PEOPLE, tr("&Tags…"), self._show_tags, group=8),
            Command(Menu.PEOPLE, tr("T&rash…"), self._show_trash, group=8),
            Command(Menu.EDIT, tr("&Search everything…"), self._search, "Ctrl+Shift+F", group=1),
            Command(Menu.EDIT, tr("&Go to anything…"), self._open_palette, "Ctrl+K", group=1),
            Command(Menu.HELP, tr("Look at an &example"), self._show_example),
        )

    def _import(self) -> None:
        from notebook_app.gui.importing.import_run import choose_files

        choose_files(self.desk, self.window)

    def _import_folder(self) -> None:
        from notebook_app.gui.importing.import_run import choose_folder

        choose_folder(self.desk, self.window)

    def _show_imports(self) -> None:
        from notebook_app.gui.importing.import_run import show_imports

        show_imports(self.desk, self.window)

    def _show_set_aside(self) -> None:
        from notebook_app.gui.importing.import_run import show_set_aside

        show_set_aside(self.desk, self.window)

    def _export(self, *contact_ids: int) -> None:
        from notebook_app.gui.exporting.export_dialog import show_export_dialog

        show_export_dialog(self.desk, self.window, contact_ids)

    def _export_here(self) -> None:
        from notebook_app.gui.exporting.export_dialog import show_export_dialog

        show_export_dialog(self.desk, self.window, self._in_hand(), only_them=False)

    def _print(self, contact_ids: Sequence[int] = ()) -> None:
        from notebook_app.gui.printing.print_dialog import show_print_dialog

        only = contact_ids or None
        show_print_dialog(self.desk, self.window, self._settings, only=only)

    def _log(self, *contact_ids: int) -> None:
        from notebook_app.gui.conversations.forms import show_log_form

        show_log_form(self.desk, self.window, contact_ids=contact_ids)

    def _plan(self, contact_id: int | None = None) -> None:
        from notebook_app.gui.follow_ups.plan_form import show_plan_form

        show_plan_form(self.desk, self.window, contact_id=contact_id)

    def _in_hand(self) -> Sequence[int]:
        page = self.window.pages.current_page()
        return page.people_in_hand() if page is not None else ()

    def _log_with_chosen(self) -> None:
        self._log(*self._in_hand())

    def _plan_with_chosen(self) -> None:
        from notebook_app.gui.follow_ups.plan_form import show_plan_form

        show_plan_form(self.desk, self.window, contact_ids=self._in_hand())

    def _add_person(self) -> None:
        from notebook_app.gui.people.people_page import PeoplePage

        page = self.window.show_page("people")
        if isinstance(page, PeoplePage):
            page.add_person()

    def _search(self) -> None:
        self._way_in.open()

    def _brief(self, contact_ids: Sequence[int], title: str = "") -> None:
        from notebook_app.gui.knowing.briefing_dialog import show_briefing

        show_briefing(self.desk, self.window, contact_ids, title)

    def _brief_chosen(self) -> None:
        chosen = self._in_hand()
        if chosen:
            self._brief(chosen)
        else:
            self.desk.say(self.desk.tr("Choose whom you are going to meet first."))

    def _show_habits(self) -> None:
        from notebook_app.gui.follow_ups.habits_dialog import show_habits

        show_habits(self.desk, self.window)

    def _show_questions(self) -> None:
        from notebook_app.gui.knowing.questions_dialog import QuestionsDialog

        QuestionsDialog(self.desk, self.window).open()

    def _show_entry(self, contact_id: int, kind: EntryKind, entry_id: int) -> None:
        from notebook_app.gui.people.people_page import PeoplePage

        self.desk.open_contact(contact_id)
        page = self.window.pages.current_page()
        if isinstance(page, PeoplePage):
            page.contact.timeline.show_entry(kind, entry_id)

    def _show_day(self, day: date) -> None:
        from notebook_app.gui.calendar.calendar_page import CalendarPage

        page = self.window.show_page("calendar")
        if isinstance(page, CalendarPage):
            page.go_to(day)
            page.focus_content()

    def _show_trash(self) -> None:
        self.window.show_page("trash").focus_content()

    def _show_duplicates(self) -> None:
        self.window.show_page("duplicates").focus_content()

    def _offer_duplicates(self, import_id: int) -> None:
        from notebook_app.gui.duplicates.import_offer import offer_duplicates

        offer_duplicates(self.desk, import_id)

    def _merge(self, contact_ids: Sequence[int]) -> None:
        from notebook_app.gui.duplicates.merge_dialog import show_merge

        show_merge(self.desk, self.window, contact_ids)

    def _find(self, query: str) -> None:
        page = self.window.show_page("people")
        page.drop_filter()
        self.window.search(query)

    def _show_tags(self) -> None:
        self.window.show_page("tags").focus_content()

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
        if not self.window.close():
            self.backup_wanted = None

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
