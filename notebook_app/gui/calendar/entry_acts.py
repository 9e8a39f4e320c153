"""What can be done with an entry of the calendar: moved, left out, ended, changed, alone or not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.calendar.entry_look import can_complete, can_move, is_open
from notebook_app.gui.calendar.go_to_form import GoToForm
from notebook_app.gui.follow_ups.due_words import short_day, time_words
from notebook_app.gui.follow_ups.forms import later_menu, show_complete_form, show_plan_form
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.changes import ChangeSet
from notebook_app.model.rows import CalendarEntry, CalendarKind
from notebook_app.services.move_event import move_event
from notebook_app.services.move_occurrence import (
    Slot,
    end_repeat,
    move_following,
    move_occurrence,
    skip_occurrence,
)
from notebook_app.services.skipped_hour import on_clock
from notebook_app.services.stretch_event import stretch_event
from notebook_app.storage.notebook import Notebook

Moved = Callable[[CalendarEntry], object]


class EntryActs(QObject):
    """One for the page; menus and forms lie over it. ``menu`` is the one that was opened last."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Take the desk, and the page."""
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.menu: QMenu | None = None

    def open(self, entry: CalendarEntry) -> None:
        """Show whom it is about, or the event."""
        if entry.contact_id is not None:
            self._desk.open_contact(entry.contact_id)
        elif entry.kind is CalendarKind.EVENT:
            self._desk.ask(Act.SHOW_EVENT, entry.id)

    def complete(self, entry: CalendarEntry) -> None:
        """Ask what happened; what is still to come is offered what can be done with it."""
        if can_complete(entry):
            show_complete_form(self._desk, self._page, entry.id)
        elif is_open(entry):
            self.offer(entry, QCursor.pos())

    def move(self, entry: CalendarEntry, to: Slot, then: Moved, at: QPoint | None = None) -> None:
        """Move an entry; for one that repeats ask first whether it alone or all that follow."""
        if not can_move(entry):
            return
        if not entry.repeats:
            self._move(entry, to, then, following=False)
            return
        menu = self._new_menu()
        words = short_day(to.on, self._desk.clock.today(), self._page.locale())
        if to.at is not None:
            words = f"{words} {time_words(to.at, self._page.locale())}"
        # Not a section, whose words some styles leave out.
        title = menu.addAction(self.tr("Move to {day}").format(day=words))
        title.setEnabled(False)
        self._add(menu, self.tr("&This one"), lambda: self._move(entry, to, then, following=False))
        self._add(
            menu,
            self.tr("This and &following"),
            lambda: self._move(entry, to, then, following=True),
        )
        menu.setActiveAction(menu.actions()[1])
        menu.popup(at or QCursor.pos())

    def stored(self, entry: CalendarEntry) -> CalendarEntry | None:
        """Return a moved entry as it is now: one taken out of what repeats has another id."""
        there = self._notebook().calendar.between(entry.on, entry.on, 500)
        alike = [
            each
            for each in there
            if (each.contact_id, each.kind, each.at) == (entry.contact_id, entry.kind, entry.at)
        ]
        return next((each for each in alike if each.id == entry.id), alike[0] if alike else None)

    def pick(self, entry: CalendarEntry, then: Moved) -> None:
        """Ask to which day."""
        if can_move(entry):
            GoToForm(
                self._desk,
                self._page,
                lambda day: self.move(entry, Slot(day, entry.at, entry.minutes), then),
                self.tr("Move to which day?"),
            ).open()

    def offer(self, entry: CalendarEntry, at: QPoint) -> None:
        """Open the menu of an entry at a place on the screen."""
        if not can_move(entry):
            return
        if entry.kind is CalendarKind.EVENT:
            self._offer_event(entry, at)
            return
        if entry.occurs_on is not None:
            self._offer_to_come(entry, entry.occurs_on, at)
            return
        menu = later_menu(self._desk, entry.id, self._page)
        self._keep(menu)
        if entry.repeats:
            # After the menu's own lines, which it fills in when it opens.
            menu.aboutToShow.connect(
                lambda: self._add(
                    menu,
                    self.tr("&End it after this one"),
                    lambda: self._perform(lambda: end_repeat(self._notebook(), entry.id, None)),
                )
            )
        menu.popup(at)

    def _offer_event(self, entry: CalendarEntry, at: QPoint) -> None:
        menu = self._new_menu()
        if self._desk.offers(Act.SHOW_EVENT):
            self._add(menu, self.tr("&Open"), lambda: self.open(entry))
        self._add(
            menu, self.tr("&Move it to another day…"), lambda: self.pick(entry, lambda _moved: None)
        )
        menu.popup(at)

    def _offer_to_come(self, entry: CalendarEntry, occurs_on: date, at: QPoint) -> None:
        menu, notebook = self._new_menu(), self._notebook()
        lines: tuple[tuple[str, Callable[[], object]], ...] = (
            (
                self.tr("&Leave this one out"),
                lambda: self._perform(lambda: skip_occurrence(notebook, entry.id, occurs_on)),
            ),
            (self.tr("&Move this one…"), lambda: self.pick(entry, lambda _moved: None)),
            (
                self.tr("&Change this and following…"),
                lambda: show_plan_form(
                    self._desk, self._page, follow_up_id=entry.id, from_day=occurs_on
                ),
            ),
            (
                self.tr("&End after this one"),
                lambda: self._perform(lambda: end_repeat(notebook, entry.id, occurs_on)),
            ),
        )
        for words, act in lines:
            self._add(menu, words, act)
        menu.popup(at)

    def _move(self, entry: CalendarEntry, to: Slot, then: Moved, *, following: bool) -> None:
        notebook = self._notebook()
        if entry.kind is CalendarKind.EVENT:
            moved = self._perform(lambda: _put_event(notebook, entry, to))
        else:
            act = move_following if following else move_occurrence
            moved = self._perform(lambda: act(notebook, entry.id, entry.occurs_on, to))
        if moved:
            at = to.at if entry.repeats else on_clock(to.on, to.at)
            then(replace(entry, on=to.on, at=at, minutes=to.minutes))

    def _perform(self, act: Callable[[], ChangeSet]) -> bool:
        return self._desk.perform(act) is not None

    def _notebook(self) -> Notebook:
        return self._desk.notebook

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._page)
        self._keep(menu)
        return menu

    def _keep(self, menu: QMenu) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: act())


def _put_event(notebook: Notebook, entry: CalendarEntry, to: Slot) -> ChangeSet:
    if (to.on, to.at) == (entry.on, entry.at) and to.minutes is not None:
        return stretch_event(notebook, entry.id, to.minutes)
    return move_event(notebook, entry.id, to)
