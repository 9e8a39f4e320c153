"""One event on the page: its head or the form in its place, the people, what came of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.events.event_form import EventForm
from notebook_app.gui.events.event_head import EventHead
from notebook_app.gui.events.outcome_part import OutcomePart
from notebook_app.gui.events.people_part import PeoplePart
from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import LARGE, WIDE, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.model.event import Event, EventDraft, Presence
from notebook_app.model.rows import EntryKind
from notebook_app.services.delete_event import delete_event

_TWO_COLUMNS_EM = 62
_WIDEST_EM = 84


class EventPanel(ScrollColumn):
    """``saved`` carries the row id of an event that was written; ``left`` says one goes back."""

    saved = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no event is shown."""
        super().__init__(parent)
        self._desk = desk
        self.event_shown: Event | None = None
        self._wide: bool | None = None
        self.head = EventHead()
        self.form = EventForm(desk)
        self.people = PeoplePart(desk)
        self.outcome = OutcomePart(desk)
        self.grow_button = LinkButton(self.tr("+ Opportunity that grew from it"), self._grow)
        self._lay_out()
        self.form.hide()
        self.head.edit_wanted.connect(self.edit)
        self.head.delete_wanted.connect(self.delete)
        self.head.capture_wanted.connect(self._capture)
        self.head.print_wanted.connect(self._print)
        self.head.briefing_wanted.connect(self._brief)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self.leave_form)
        self.people.left.connect(lambda _step: self._first_button().setFocus())

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def show_event(self, event_id: int) -> bool:
        """Show an event as it stands now; return whether it is there."""
        event = self._desk.notebook.events.get(event_id)
        if event is None:
            return False
        today = self._desk.clock.today()
        other = self.event_shown is None or self.event_shown.id != event_id
        self.event_shown = event
        outcomes = self._desk.notebook.event_outcomes
        people = outcomes.people(event_id)
        met = sum(1 for person in people if person.presence is Presence.MET)
        self.head.show_event(event.draft, met, today)
        if not self._desk.offers(Act.CAPTURE_EVENT):
            self.head.capture_button.hide()
        if not self._desk.offers(Act.BRIEFING):
            self.head.briefing_button.hide()
        self.head.print_choice.setVisible(self._desk.offers(Act.PRINT_EVENT))
        self.people.show_event(event, people)
        self.outcome.show_outcome(outcomes.outcome(event_id, event.draft.on), today)
        self.people.show()
        was = event.draft.on <= today
        self.grow_button.setVisible(was and self._desk.offers(Act.GROW_OPPORTUNITY))
        if other:
            self.close_form()
            self.verticalScrollBar().setValue(0)
        return True

    def edit(self) -> None:
        """Open the form in the place of the head."""
        if self.event_shown is not None and not self.is_editing:
            self._open_form(self.event_shown, None)

    def begin_new(self, draft: EventDraft | None = None) -> None:
        """Open the form for an event that is not there yet."""
        self.people.hide()
        self.outcome.hide()
        self.grow_button.hide()
        self._open_form(None, draft)

    def leave_form(self) -> None:
        """Go back to what was shown before, with the focus where it can go on."""
        self.close_form()
        if self.event_shown is not None:
            self.show_event(self.event_shown.id)
        self.left.emit()

    def save_form(self) -> bool:
        """Save what the form holds if something was written; return whether nothing is left."""
        if not self.is_editing or not self.form.is_changed():
            return True
        return self.form.save()

    def delete(self) -> None:
        """Take the event out; the window's message takes that back."""
        event, notebook = self.event_shown, self._desk.notebook
        if event is not None:
            self._desk.perform(lambda: delete_event(notebook, event.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what came of it beside the people where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _capture(self) -> None:
        if self.event_shown is not None:
            self._desk.ask(Act.CAPTURE_EVENT, self.event_shown.id)

    def _brief(self) -> None:
        """Show what to know of everyone expected."""
        if self.event_shown is not None:
            draft = self.event_shown.draft
            self._desk.ask(Act.BRIEFING, list(draft.expected), " ".join(draft.name.split()))

    def _grow(self) -> None:
        """Begin an opportunity that grew from the event."""
        if self.event_shown is not None:
            self._desk.ask(Act.GROW_OPPORTUNITY, EntryKind.EVENT, self.event_shown.id)

    def _print(self) -> None:
        if self.event_shown is not None:
            self._desk.ask(Act.PRINT_EVENT, self.event_shown.id)

    def _saved(self, event_id: int) -> None:
        self.close_form()
        self.show_event(event_id)
        self.saved.emit(event_id)

    def _open_form(self, event: Event | None, draft: EventDraft | None) -> None:
        self.head.hide()
        self.form.show()
        self.form.begin(event, draft)
        self.verticalScrollBar().setValue(0)

    def close_form(self) -> None:
        """Show the head again, whatever the form holds."""
        self.form.hide()
        self.head.show()

    def _first_button(self) -> QWidget:
        buttons = (self.head.capture_button, self.head.briefing_button)
        return next((each for each in buttons if not each.isHidden()), self.head.edit_button)

    def _arrange(self) -> None:
        em = theme_of(self).em
        wide = self.width() >= em(_TWO_COLUMNS_EM)
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._across.addWidget(self.outcome, 2, Qt.AlignmentFlag.AlignTop)
        else:
            self._left.insertWidget(3, self.outcome)

    def _lay_out(self) -> None:
        self._left = QVBoxLayout()
        self._left.setSpacing(LARGE)
        for widget in (self.head, self.form, self.people, self.outcome):
            self._left.addWidget(widget)
        self._left.addWidget(self.grow_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._left.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(WIDE)
        self._across.addLayout(self._left, 3)
        holder = QWidget()
        holder.setLayout(self._across)
        holder.setMaximumWidth(theme_of(self).em(_WIDEST_EM))
        self.column.addWidget(holder)
