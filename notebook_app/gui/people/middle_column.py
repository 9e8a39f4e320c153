"""What stands beside the list: a contact with their details, several people, or nobody."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_column import ContactColumn
from notebook_app.gui.people.contact_reading import ContactReading, read_contact
from notebook_app.gui.people.details import Details
from notebook_app.gui.people.in_place.in_place import InPlace
from notebook_app.gui.people.three_columns import ThreeColumns
from notebook_app.gui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from notebook_app.gui.many.many_panel import ManyPanel

_DETAILS_AFTER_MS = 25


class MiddleColumn(QObject):
    """Knows who is shown; ``in_place`` edits the values of that contact where they stand."""

    def __init__(
        self, desk: Desk, contact: ContactColumn, details: Details, columns: ThreeColumns
    ) -> None:
        """Take the parts of the page; nobody is shown yet."""
        super().__init__(columns)
        self._desk = desk
        self._contact = contact
        self._details = details
        self._columns = columns
        self._several: ManyPanel | None = None
        self._reading: ContactReading | None = None
        self.nobody = EmptyState("", "")
        self.shown_id: int | None = None
        self.in_place = self._make_in_place()
        # The many small widgets of the details come a frame after head and timeline.
        self._detailing = QTimer(self)
        self._detailing.setSingleShot(True)
        self._detailing.setInterval(_DETAILS_AFTER_MS)
        self._detailing.timeout.connect(self._show_details)

    @property
    def several(self) -> "ManyPanel":
        """What is shown while several are selected, made when it is first needed."""
        if self._several is None:
            from notebook_app.gui.many.many_acts import ManyActs
            from notebook_app.gui.many.many_panel import ManyPanel

            self._several = ManyPanel(self._desk, ManyActs(self._desk, self._columns))
        return self._several

    def show_contact(self, contact_id: int | None, *, again: bool) -> None:
        """Show a contact; the one who is shown already is read anew only if it is to be again."""
        self.in_place.show_contact(contact_id)
        if contact_id is None:
            self.show(self.nobody)
            return
        if contact_id == self.shown_id and not again and self._has_shown():
            return
        reading = read_contact(self._desk.notebook, contact_id)
        if reading is None:
            self.show(self.nobody)
            return
        self.shown_id = contact_id
        self._contact.show_reading(reading)
        self._reading = reading
        if again:
            self._show_details()
        else:
            self._detailing.start()
        self.show(self._contact)

    def show_several(self, contact_ids: Sequence[int]) -> None:
        """Show who is selected and what can be done with all of them."""
        self.in_place.show_contact(None)
        self.several.show_people(contact_ids)
        self.show(self.several)

    def show(self, widget: QWidget) -> None:
        """Show something in the middle, such as the editor."""
        self._columns.show_in_the_middle(widget)

    def _show_details(self) -> None:
        self._detailing.stop()
        if self._reading is not None:
            self._details.show_reading(self._reading)

    def _has_shown(self) -> bool:
        shown = self._contact.contact
        return shown is not None and shown.id == self.shown_id

    def _make_in_place(self) -> InPlace:
        head, details = self._contact.head, self._details
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
        return in_place
