"""The page of events: what comes and what was in a list, one of them beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from notebook_app.gui.events.event_panel import EventPanel
from notebook_app.gui.events.events_delegate import EventsDelegate
from notebook_app.gui.events.events_model import EventsModel
from notebook_app.gui.events.events_view import EventsView
from notebook_app.gui.follow_ups.day_watch import DayWatch
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.page import Page, PageState
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.buttons import PlainButton, PrimaryButton
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import EventDraft

_LISTED = (Changed.EVENT, Changed.CONTACT)
_TOLD = (*_LISTED, Changed.CONVERSATION, Changed.FOLLOW_UP, Changed.OPPORTUNITY)
_PANEL_AFTER_MS = 40


class EventsPage(Page):
    """The page with the key ``events``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build list and panel; nothing is read yet."""
        super().__init__(desk, parent)
        self._words = ""
        self._wanted: int | None = None
        self._set_by_hand = False
        self.model = EventsModel(desk.notebook.event_list, desk.clock.today, self)
        self.view = EventsView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(EventsDelegate(self.view, self.model, desk.clock.today))
        self.panel = EventPanel(desk)
        self.new_button = PrimaryButton(self.tr("New event"), self.add_event)
        self.capture_button = PlainButton(
            self.tr("After an event…"), lambda: desk.ask(Act.CAPTURE_EVENT)
        )
        self.capture_button.setToolTip(self.tr("Write down whom you met (Ctrl+Shift+E)"))
        self.empty = EmptyState(
            self.tr("No events yet"),
            self.tr(
                "A breakfast club, a talk, the street party: write down when it is and whom you "
                "hope to meet, and afterwards whom you met."
            ),
            [(self.tr("New event"), self.add_event)],
        )
        self.nothing = EmptyState("", "")
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        # Holding a key down walks through the list; the panel follows when the key rests.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PANEL_AFTER_MS)
        self._late.timeout.connect(self._show_current)
        self.view.came_to.connect(self._came_to)
        self.view.edit_wanted.connect(self._edit)
        self.view.delete_wanted.connect(self.panel.delete)
        self.panel.saved.connect(self._saved)
        self.panel.left.connect(self._form_left)
        self._splitter.splitterMoved.connect(self._moved)
        watch = DayWatch(desk.clock, self)
        watch.day_changed.connect(lambda: self.refresh(None))

    @property
    def title(self) -> str:
        """The words of the top bar."""
        return self.tr("Events")

    @property
    def search_placeholder(self) -> str:
        """What the search field says while it is empty."""
        return self.tr("Search events")

    @property
    def takes_search(self) -> bool:
        """Typing searches here."""
        return True

    def top_bar_right(self) -> Sequence[QWidget]:
        """Return the buttons for which there is somebody who does it."""
        if self.desk.offers(Act.CAPTURE_EVENT):
            return (self.capture_button, self.new_button)
        return (self.new_button,)

    def search_text_changed(self, text: str) -> None:
        """Show the events that the words find."""
        self._words = text
        self._read()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown; the chosen event stays chosen."""
        if changes is None or changes.touches(*_LISTED):
            self._read()
        elif changes.touches(*_TOLD) and not self.panel.is_editing:
            self._show_current()

    def focus_content(self) -> None:
        """Go to the list; without events, to what can be done."""
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.empty.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def leaving(self) -> None:
        """Save what was changed in the form, if it can be saved; else it waits in it."""
        self.panel.save_form()

    def save_state(self) -> PageState:
        """Return which event was shown, and how wide the list was."""
        shown = self._current()
        widths = ",".join(map(str, self._splitter.sizes())) if self._set_by_hand else ""
        return {"event": "" if shown is None else str(shown), "widths": widths}

    def restore_state(self, state: PageState) -> None:
        """Show the event again once it is read."""
        shown = state.get("event", "")
        self._wanted = int(shown) if shown.isdecimal() else None
        widths = state.get("widths", "").split(",")
        if len(widths) == 2 and all(map(str.isdecimal, widths)):
            self._splitter.setSizes([int(width) for width in widths])
            self._set_by_hand = True

    def show_event(self, event_id: int) -> bool:
        """Choose an event; return whether it is there."""
        if self._words and self.model.row_of(event_id) is None:
            self.search_wanted.emit("")
            self._words = ""
            self._read()
        if not self._leave_form():
            return False
        row = self.model.row_of(event_id)
        if row is None:
            return False
        self._stack.setCurrentWidget(self._splitter)
        self.view.select_line(row)
        self._show_current()
        return True

    def add_event(self, on: date | None = None) -> None:
        """Begin a new event, on a day if one is given."""
        if not self._leave_form():
            return
        self._stack.setCurrentWidget(self._splitter)
        draft = None if on is None else EventDraft("", on)
        self._late.stop()
        self.panel.begin_new(draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its share of the width, until it is set by hand."""
        super().resizeEvent(event)
        if not self._set_by_hand:
            wide = min(theme_of(self).em(26), self.width() * 2 // 5)
            self._splitter.setSizes([wide, max(1, self.width() - wide)])

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._late.stop()

    def _current(self) -> int | None:
        return self.model.event_at(self.view.currentIndex().row())

    def _read(self) -> None:
        before, row = self._current(), self.view.currentIndex().row()
        wanted = before if self._wanted is None else self._wanted
        self._wanted = None
        self.view.blockSignals(True)
        self.model.show(self._words)
        kept = None if wanted is None else self.model.row_of(wanted)
        if kept is None:
            kept = self.model.first_of(max(0, row))
        if kept is not None:
            self.view.select_line(kept)
        self.view.blockSignals(False)
        if self.panel.is_editing:
            if self.model.rowCount():
                return
            if self.panel.form.event_id is None:
                return
            self._leave_form()
        self._choose_side()
        self._show_current()

    def _choose_side(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self._splitter)
        elif self._words.strip():
            words = " ".join(self._words.split())[:60]
            self.nothing.say(
                self.tr("Nothing about “{words}”").format(words=words),
                self.tr("No event has that in its name, place, host, goal or note."),
            )
            self._stack.setCurrentWidget(self.nothing)
        else:
            self._stack.setCurrentWidget(self.empty)

    def _came_to(self, row: int) -> None:
        if self.panel.is_editing:
            # Saving reads the list anew, which it can't stand while it moves.
            event_id = self.model.event_at(row)
            QTimer.singleShot(0, self, lambda: self._go_on_to(event_id))
        else:
            self._late.start()

    def _go_on_to(self, event_id: int | None) -> None:
        """Leave the form for an event; stay at the form if it can't be saved."""
        if event_id is not None and self.panel.is_editing and not self.show_event(event_id):
            edited = self.panel.form.event_id
            row = None if edited is None else self.model.row_of(edited)
            if row is not None:
                self.view.blockSignals(True)
                self.view.select_line(row)
                self.view.blockSignals(False)

    def _leave_form(self) -> bool:
        """Save what was changed and close the form; return whether it could be left."""
        if self.panel.is_editing:
            if not self.panel.save_form():
                return False
            self.panel.close_form()
        return True

    def _show_current(self) -> None:
        self._late.stop()
        event_id = self._current()
        if event_id is not None and not self.panel.is_editing:
            self.panel.show_event(event_id)

    def _edit(self) -> None:
        self._show_current()
        self.panel.edit()

    def _saved(self, event_id: int) -> None:
        self._read()
        self.show_event(event_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_left(self) -> None:
        self._choose_side()
        self._show_current()
        self.focus_content()

    def _moved(self, _position: int, _index: int) -> None:
        self._set_by_hand = True

    def _lay_out(self) -> None:
        em = theme_of(self).em
        self.view.setMinimumWidth(em(9))
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.panel)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        for widget in (self._splitter, self.nothing, self.empty):
            self._stack.addWidget(widget)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
