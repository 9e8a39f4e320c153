"""What stands beside the list: a contact with their details, several people, or nobody.

The contact's many parts are loaded and built when they are first needed: once the page is painted
with its list, or before if somebody asks for them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.record import record
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.three_columns import ThreeColumns
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.later_steps import LaterSteps

if TYPE_CHECKING:
    from notebook_app.gui.many.many_panel import ManyPanel
    from notebook_app.gui.people.contact_column import ContactColumn
    from notebook_app.gui.people.contact_reading import ContactReading
    from notebook_app.gui.people.details import Details
    from notebook_app.gui.people.in_place.in_place import InPlace


@record
class _Parts:
    """What shows one contact."""

    contact: "ContactColumn"
    details: "Details"
    in_place: "InPlace"


class MiddleColumn(QObject):
    """Knows who is shown; ``in_place`` edits the values of that contact where they stand.

    ``built`` is emitted once, when ``contact``, ``details`` and ``in_place`` are there.
    """

    built = Signal()

    def __init__(
        self, desk: Desk, photos: PhotoShelf, columns: ThreeColumns, before: QWidget
    ) -> None:
        """Take the page's columns; Tab goes on to the contact from ``before``. Nobody is shown."""
        super().__init__(columns)
        self._desk = desk
        self._photos = photos
        self._columns = columns
        self._before = before
        self._parts: _Parts | None = None
        self._several: ManyPanel | None = None
        self._awaited: int | None = None
        self._unsaved: dict[int, str] = {}
        self.nobody = EmptyState("", "")
        self.shown_id: int | None = None
        # The timeline comes a frame after the head, the many widgets of the details one later.
        self.rest = LaterSteps(self)

    @property
    def contact(self) -> "ContactColumn":
        """Head, next follow-up and timeline."""
        return self._built().contact

    @property
    def details(self) -> "Details":
        """What reaches them, and the rest of their card."""
        return self._built().details

    @property
    def in_place(self) -> "InPlace":
        """Edits what stands in the contact and the details."""
        return self._built().in_place

    @property
    def several(self) -> "ManyPanel":
        """What is shown while several are selected, made when it is first needed."""
        if self._several is None:
            from notebook_app.gui.many.many_acts import ManyActs
            from notebook_app.gui.many.many_panel import ManyPanel

            self._several = ManyPanel(self._desk, ManyActs(self._desk, self._columns))
        return self._several

    def is_built(self) -> bool:
        """Return whether a contact can be shown without building anything."""
        return self._parts is not None

    def build(self) -> None:
        """Build what shows a contact, and show who is awaited there."""
        self._built()

    def settle(self) -> None:
        """End an edit in place, saved."""
        if self._parts is not None:
            self._parts.in_place.settle()
            self._parts.contact.knowing.settle()

    def unsaved_texts(self) -> dict[int, str]:
        """Return what was typed about people and not saved, by their row ids."""
        if self._parts is None:
            return self._unsaved
        return self._parts.contact.timeline.line.unsaved_texts()

    def take_unsaved_texts(self, texts: dict[int, str]) -> None:
        """Take what had been typed before a restart."""
        if self._parts is None:
            self._unsaved = texts
        else:
            self._parts.contact.timeline.line.take_unsaved_texts(texts)

    def show_contact(self, contact_id: int | None, *, again: bool) -> None:
        """Show a contact; the one who is shown already is read anew only if it is to be again."""
        parts = self._parts
        if parts is not None:
            parts.in_place.show_contact(contact_id)
        if contact_id is None:
            self.show(self.nobody)
        elif parts is None:
            self.shown_id = self._awaited = contact_id
        elif contact_id != self.shown_id or again or not self._has_shown(parts):
            self._show_contact(parts, contact_id, at_once=again)

    def show_several(self, contact_ids: Sequence[int]) -> None:
        """Show who is selected and what can be done with all of them."""
        if self._parts is not None:
            self._parts.in_place.show_contact(None)
        self.several.show_people(contact_ids)
        self.show(self.several)

    def show(self, widget: QWidget) -> None:
        """Show something in the middle, such as the editor."""
        self._awaited = None
        self.rest.drop()
        self._columns.show_in_the_middle(widget)

    def _show_contact(self, parts: _Parts, contact_id: int, *, at_once: bool) -> None:
        from notebook_app.gui.people.contact_reading import read_contact

        reading = read_contact(self._desk.notebook, contact_id)
        if reading is None:
            self.show(self.nobody)
            return
        self.shown_id = contact_id
        parts.contact.show_reading(reading)
        self.show(parts.contact)
        self.rest.begin(_rest_of(parts, reading))
        if at_once:
            self.rest.finish()

    def _has_shown(self, parts: _Parts) -> bool:
        shown, in_sight = parts.contact.contact, self._columns.middle.currentWidget()
        return shown is not None and shown.id == self.shown_id and in_sight is parts.contact

    def _built(self) -> _Parts:
        if self._parts is None:
            self._parts = self._make_parts()
            contact, details = self._parts.contact, self._parts.details
            contact.timeline.line.take_unsaved_texts(self._unsaved)
            awaited = self._awaited
            self._columns.take_contact(contact, details)
            self._go_on_to(contact)
            self.built.emit()
            if awaited is not None:
                self.show_contact(awaited, again=True)
        return self._parts

    def _make_parts(self) -> _Parts:
        # More than half of the page's code, for which the list does not wait.
        from notebook_app.gui.people.contact_column import ContactColumn
        from notebook_app.gui.people.details import Details
        from notebook_app.gui.people.in_place.in_place import InPlace

        contact, details = ContactColumn(self._desk, self._photos), Details(self._desk)
        head = contact.head
        in_place = InPlace(
            self._desk,
            lambda: (*head.spots, *details.spots),
            details.adding_view,
            self._columns,
        )
        for spot in head.spots:
            in_place.watch(spot)
        details.watch_with(in_place.watch)
        details.add_line.wanted.connect(in_place.add)
        in_place.closed.connect(details.show_what_waits)
        return _Parts(contact, details, in_place)

    def _go_on_to(self, contact: "ContactColumn") -> None:
        """Have Tab go through the contact after the list, as if it had been built with it."""
        stops: list[QWidget] = [self._before]
        widget = contact.nextInFocusChain()
        while widget is not None and contact.isAncestorOf(widget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                stops.append(widget)
            widget = widget.nextInFocusChain()
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _rest_of(parts: _Parts, reading: "ContactReading") -> Iterator[None]:
    """Show what follows the head, a frame after each ``yield``."""
    parts.contact.show_timeline()
    yield
    yield from parts.details.show_in_steps(reading)
