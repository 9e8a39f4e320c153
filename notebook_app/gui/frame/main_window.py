"""The window: side bar, top bar, pages, messages and menus, put together.

It shows only what it is given: the pages that are registered and the commands that do something.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.frame.background_work import BackgroundWork
from notebook_app.gui.frame.backup_status import BackupStatus
from notebook_app.gui.frame.command import Command, Menu
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.drop_hint import DropHint
from notebook_app.gui.frame.page import Page, PageEntry
from notebook_app.gui.frame.page_heading import PageHeading
from notebook_app.gui.frame.page_stack import PageStack
from notebook_app.gui.frame.side_bar import SideBar
from notebook_app.gui.frame.side_figures import SideFigures
from notebook_app.gui.frame.side_lists import SideLists
from notebook_app.gui.frame.top_bar import TopBar
from notebook_app.gui.frame.undo_lines import UndoLines
from notebook_app.gui.frame.window_memory import WindowMemory
from notebook_app.gui.frame.window_menus import WindowMenus
from notebook_app.gui.theme import Appearance, theme_of
from notebook_app.gui.widgets.first_paint import after_first_paint
from notebook_app.gui.widgets.labels import Divider
from notebook_app.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from notebook_app.gui.frame.query_completion import QueryCompletion


class MainWindow(QMainWindow):
    """``files_dropped`` carries a ``list[Path]`` of files that were dropped on the window."""

    files_dropped = Signal(object)

    def __init__(
        self,
        desk: Desk,
        entries: Sequence[PageEntry],
        commands: Sequence[Command],
        memory: WindowMemory,
    ) -> None:
        """Take the desk, the pages (at least one) and commands in their order, and the memory."""
        super().__init__()
        self._desk = desk
        self._memory = memory
        self._finder = next((entry.key for entry in entries if entry.finds_people), "")
        self._closing = False
        self._ending = False
        self.stays_when_closed = False
        """Whether closing only hides it, as those want who have it in the tray."""
        self.can_come_back: Callable[[], bool] = lambda: True
        """Whether there is something to bring it back with, once it is hidden."""
        self.setWindowTitle(self.tr("Contact Notebook"))
        self.setMinimumSize(900, 600)
        self.side_bar = SideBar([entry for entry in entries if entry.in_side_bar])
        self.side_lists = SideLists(desk, self.side_bar)
        self._lister = next((entry.key for entry in entries if entry.shows_lists), "")
        self.figures = SideFigures(desk, self)
        self.top_bar = TopBar()
        self.pages = PageStack(desk, entries, memory.page_states([entry.key for entry in entries]))
        self._heading = PageHeading(self.top_bar, self.pages, self._finder)
        self._status = BackupStatus(desk, self.side_bar)
        self._build(commands, entries)
        self.message_bar = MessageBar(self._body)
        drop_hint = DropHint(self)
        drop_hint.dropped.connect(self.files_dropped)
        self._connect()
        self._memory.place(self)
        wanted = memory.page()
        keys = [entry.key for entry in entries]
        self.show_page(wanted if wanted in keys else keys[0])
        self.pages.setFocus()
        after_first_paint(self, self._complete)

    @cached_property
    def completion(self) -> "QueryCompletion":
        """What is offered below the search; made once the window is painted."""
        from notebook_app.gui.frame.query_completion import QueryCompletion

        field, wanted = self.top_bar.search, self._heading.searches_here
        return QueryCompletion(self._desk, self, field, wanted)

    def show_page(self, key: str) -> Page:
        """Show a page and return it; a search ends with the page that it was made in."""
        if key.startswith("list:") and self._lister:
            page = self.show_page(self._lister)
            self._heading.end_search()
            page.show_list(int(key.removeprefix("list:")))
            self._mark_page()
            return page
        if key != self.pages.current_key:
            self._heading.end_search()
        return self.pages.show_page(key)

    def show_contact(self, contact_id: int) -> None:
        """Show a person on the page that shows people, if there is one."""
        if self._finder:
            self.show_page(self._finder).show_contact(contact_id)

    def search(self, text: str) -> None:
        """Put ``text`` into the search field and the focus behind it."""
        self.top_bar.search.setText(text)
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, problem: UserProblem) -> None:
        """Say in one sentence what is wrong and what to do."""
        self.message_bar.say(problem.one_line(), problem=True)

    def add_strip(self, strip: QWidget) -> None:
        """Put a line below the pages, beside those that tell how far work is."""
        self._column.addWidget(strip)

    def bring_to_front(self) -> None:
        """Show the window above others, as when a second start handed its files over."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the side bar keep its share."""
        super().resizeEvent(event)
        self.side_bar.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the system's font."""
        super().changeEvent(event)
        # With a style sheet Qt tells windows of the application's font by the second alone.
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            theme_of(self).follow_system_font()
            self.side_bar.fit(self.width())

    def end(self) -> bool:
        """Close the window for good, which ends the program; return whether nothing is running."""
        self._ending = True
        self._ending = self.close()
        return self._ending

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once while work is running; else remember everything and go."""
        if self.stays_when_closed and not self._ending and self.can_come_back():
            event.ignore()
            self.hide()
            return
        running = self._desk.running_titles()
        if running and not self._closing:
            event.ignore()
            self.message_bar.say(
                self.tr("“{title}” is still running.").format(title=running[0]),
                (self.tr("Stop it and close"), self._stop_and_close),
                problem=True,
            )
            return
        page = self.pages.current_page()
        if page is not None:
            page.leaving()
        self._memory.keep_page(self.pages.current_key)
        self._memory.keep_page_states(self.pages.states())
        self._memory.keep_place(self)
        self.figures.wait()
        super().closeEvent(event)

    def _build(self, commands: Sequence[Command], entries: Sequence[PageEntry]) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top_bar)
        # The message floats above the pages only, so that it never hides how far work is.
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.pages)
        self._column.addWidget(self._body, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(Divider(upright=True))
        row.addWidget(self._content, 1)
        self.setCentralWidget(whole)
        self.menus = WindowMenus(self)
        self._fill_menus(commands, [entry for entry in entries if entry.in_side_bar])

    def _fill_menus(self, commands: Sequence[Command], pages: Sequence[PageEntry]) -> None:
        def add(which: Menu, text: str, run: Callable[[], object], keys: str, group: int) -> None:
            self.menus.add(Command(which, text, run, keys, group=group))

        def add_offered(*which: Menu) -> None:
            for command in commands:
                if command.menu in which:
                    self.menus.add(command)

        add_offered(Menu.FILE)
        add(Menu.FILE, self.tr("&Quit"), self.end, "Ctrl+Q", 99)
        self._undo_lines = UndoLines(self._desk, self.menus)
        if self._finder:
            add(Menu.EDIT, self.tr("&Find"), self._heading.focus_search, "Ctrl+F", 1)
        add_offered(Menu.EDIT, Menu.PEOPLE)
        self.menus.add_pages(pages, self._go_to)
        add_offered(Menu.VIEW)
        self.menus.add_appearance(self._set_appearance)
        add_offered(Menu.HELP)
        add(Menu.HELP, self.tr("&Keyboard shortcuts"), self._show_shortcuts, "F1", 98)
        add(Menu.HELP, self.tr("&About Contact Notebook"), self._show_about, "", 99)

    def _connect(self) -> None:
        self.side_bar.chosen.connect(self.show_page)
        self.pages.page_shown.connect(lambda _key: self._mark_page())
        desk = self._desk
        desk.changed.connect(self.figures.count_if_touched)
        self.figures.counted.connect(self.side_bar.show_counts)
        self.figures.lists_counted.connect(self.side_bar.show_list_counts)
        self.side_lists.gone.connect(self._leave_list)
        desk.said.connect(self._say)
        desk.more_offered.connect(
            lambda words, act: self.message_bar.offer(words, lambda: desk.ask(act))
        )
        desk.problem_met.connect(self.show_problem)
        desk.contact_wanted.connect(self.show_contact)
        desk.work_started.connect(self._show_work)

    def _mark_page(self) -> None:
        """Mark in the side bar what is shown."""
        page = self.pages.current_page()
        shown = None if page is None else page.shown_list()
        key = self.pages.current_key
        self.side_bar.choose(key if shown is None else f"list:{shown}")

    def _leave_list(self, list_id: int) -> None:
        page = self.pages.current_page()
        if page is not None and page.shown_list() == list_id and self._finder:
            self.show_page(self._finder)

    def _go_to(self, key: str) -> None:
        """Show a page by its key or menu line, and go on there with the keyboard."""
        self.show_page(key).focus_content()

    def _say(self, text: str, can_undo: bool) -> None:
        self.message_bar.say(text, (self.tr("Undo"), self._desk.undo) if can_undo else None)

    def _complete(self) -> None:
        """Do what the first picture did not wait for."""
        assert self.completion
        self.side_lists.read()
        self._mark_page()
        self.figures.count()
        self._undo_lines.name()
        self._status.read()

    def _show_work(self, work: BackgroundWork[Any]) -> None:
        from notebook_app.gui.frame.progress_strip import ProgressStrip

        self._column.addWidget(ProgressStrip(work, self._content))

    def _stop_and_close(self) -> None:
        self._closing = True
        self._desk.stop_background()
        self.end()

    def _set_appearance(self, appearance: Appearance) -> None:
        theme_of(self).set_appearance(appearance)
        self._memory.keep_appearance(appearance)

    def _show_shortcuts(self) -> None:
        from notebook_app.gui.frame.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.menus.shortcuts(), self).open()

    def _show_about(self) -> None:
        from notebook_app.gui.frame.about_dialog import AboutDialog

        AboutDialog(self._desk.notebook.path, self).open()
