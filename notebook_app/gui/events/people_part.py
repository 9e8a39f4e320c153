"""Who was met or seen at an event, or is expected, and the field to add somebody by name."""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.conversations.people_field import PeopleField, Person
from notebook_app.gui.events.person_line import PersonLine
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.changes import ChangeSet
from notebook_app.model.event import Event, Presence
from notebook_app.model.event_rows import EventPerson
from notebook_app.services.link_event_people import (
    put_at_event,
    put_new_person_at_event,
    take_off_event,
    usual_presence,
)

_SHOWN = 24


class PeoplePart(QWidget):
    """``left`` is emitted when one steps out of the lines upwards (-1) or downwards (+1)."""

    left = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; no event is shown."""
        super().__init__(parent)
        self._desk = desk
        self._event: Event | None = None
        self._people: Sequence[EventPerson] = ()
        self._most = _SHOWN
        self.lines: list[PersonLine] = []
        self.field = PeopleField(desk.notebook)
        self.field.edit.setAccessibleName(self.tr("Add somebody by name"))
        self.field.changed.connect(self._take_typed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT + 2)
        self._list = QVBoxLayout()
        self._list.setSpacing(TIGHT + 2)
        self._column.addLayout(self._list)
        self._column.addWidget(self.field)

    def show_event(self, event: Event, people: Sequence[EventPerson]) -> None:
        """Show who was there."""
        if self._event is None or self._event.id != event.id:
            self._most = _SHOWN
            self.field.edit.clear()
        self._event, self._people = event, people
        self._say_placeholder()
        kept = self._focused()
        self._fill()
        if kept is not None:
            self._focus_again(kept)

    def show_all(self) -> None:
        """Show everybody, however many there are."""
        self._most = len(self._people)
        self._fill()

    def _fill(self) -> None:
        event = self._event
        if event is None:
            return
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        was_there = event.draft.on <= self._desk.clock.today()
        photos = photo_loader(self._desk.notebook)
        for heading, presences in self._groups(was_there):
            some = [person for person in self._people if person.presence in presences]
            if not some:
                continue
            words = f"{heading}  {self.locale().toString(len(some))}"
            self._list.addWidget(SectionHeading(words))
            room = self._most - len(self.lines)
            for person in islice(some, max(0, room)):
                line = PersonLine(person, photos, was_there=was_there)
                self._connect(line)
                self._list.addWidget(line)
                # Shown now, not by the layout in a moment: it may get the focus at once.
                line.show()
                self.lines.append(line)
            self._list.addSpacing(SMALL)
        hidden = len(self._people) - len(self.lines)
        if hidden > 0:
            count = self.locale().toString(hidden)
            more = self.tr("Show {count} more").format(count=count)
            self._list.addWidget(LinkButton(more, self.show_all))
        if not self._people:
            words = (
                self.tr("Nobody is put down here yet. Begin to type a name.")
                if was_there
                else self.tr("Whom do you hope to meet? Begin to type a name.")
            )
            self._list.addWidget(SectionHeading(self.tr("People")))
            self._list.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))

    def _groups(self, was_there: bool) -> Sequence[tuple[str, tuple[Presence, ...]]]:
        there = (self.tr("Met and seen"), (Presence.MET, Presence.SEEN))
        expected = (Presence.EXPECTED,)
        if was_there:
            return (there, (self.tr("Expected: were they there?"), expected))
        return ((self.tr("Expected"), expected), there)

    def _connect(self, line: PersonLine) -> None:
        contact_id = line.person.contact_id
        line.clicked.connect(lambda: self._desk.open_contact(contact_id))
        line.take_off_wanted.connect(
            lambda: self._write(
                lambda event: take_off_event(self._desk.notebook, event.id, contact_id)
            )
        )
        line.presence_wanted.connect(
            lambda presence: self._write(
                lambda event: put_at_event(self._desk.notebook, event.id, contact_id, presence)
            )
        )
        line.step_wanted.connect(lambda step: self._step(line, step))

    def _step(self, line: PersonLine, step: int) -> None:
        place = self.lines.index(line) + step
        if 0 <= place < len(self.lines):
            self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place >= len(self.lines):
            self.field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(step)

    def _take_typed(self) -> None:
        for person in self.field.people():
            self._put(person)
        self.field.choose(())

    def _put(self, person: Person) -> None:
        notebook = self._desk.notebook

        def write(event: Event) -> ChangeSet:
            if person.contact_id is None:
                to_come = event.draft.on > notebook.clock.today()
                presence = Presence.EXPECTED if to_come else Presence.MET
                return put_new_person_at_event(notebook, event.id, person.name, presence)
            presence = usual_presence(notebook, event, person.contact_id)
            return put_at_event(notebook, event.id, person.contact_id, presence)

        self._write(write)

    def _write(self, write: Callable[[Event], ChangeSet]) -> None:
        event = self._event
        if event is not None:
            self._desk.perform(lambda: write(event))

    def _say_placeholder(self) -> None:
        event = self._event
        if event is None:
            return
        to_come = event.draft.on > self._desk.clock.today()
        self.field.edit.setPlaceholderText(
            self.tr("Who may be there?") if to_come else self.tr("Who else was there?")
        )

    def _focused(self) -> int | None:
        """Return the number of the line that has the focus, itself or a button of it."""
        focus = self.window().focusWidget()
        for number, line in enumerate(self.lines):
            if focus is not None and (line is focus or line.isAncestorOf(focus)):
                return number
        return None

    def _focus_again(self, number: int) -> None:
        if self.lines:
            kept = self.lines[min(number, len(self.lines) - 1)]
            kept.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
