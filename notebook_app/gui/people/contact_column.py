"""The middle column: head, next follow-up, timeline, scrolling as one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.knowing_part import KnowingPart
from notebook_app.gui.people.contact_head import ContactHead
from notebook_app.gui.people.contact_reading import ContactReading
from notebook_app.gui.people.details import Details
from notebook_app.gui.people.next_follow_up import NextFollowUp
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.people.timeline_part import TimelinePart
from notebook_app.gui.theme import LARGE, MEDIUM, WIDE
from notebook_app.gui.timeline.timeline_scroll import TimelineScroll
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import ScrollColumn
from notebook_app.gui.widgets.lay_out_now import lay_out_now
from notebook_app.model.contact import Contact

_LONGEST_SPOKEN = 28


class ContactColumn(ScrollColumn):
    """Shows one contact; keeps the place in the timeline when the same one is shown again."""

    def __init__(self, desk: Desk, photos: PhotoShelf, parent: QWidget | None = None) -> None:
        """Take the desk, and where photos come from; nobody is shown yet."""
        super().__init__(parent)
        self._desk = desk
        self.contact: Contact | None = None
        self.head = ContactHead(desk, photos)
        self.next = NextFollowUp(desk)
        self.knowing = KnowingPart(desk)
        self.timeline = TimelinePart(desk)
        self.details_toggle = LinkButton("", self._toggle_details)
        self.details_toggle.hide()
        self._details: Details | None = None
        self._details_unfolded = False
        self._holder = QVBoxLayout()
        body = self.widget()
        if body is not None:
            body.setContentsMargins(WIDE - LARGE - 2, WIDE - LARGE - 2, WIDE - LARGE - 2, 0)
        self.column.setSpacing(MEDIUM)
        self.column.addWidget(self.head)
        self.column.addWidget(self.next)
        self.column.addWidget(self.knowing)
        self.column.addWidget(self.details_toggle)
        self.column.addLayout(self._holder)
        self.column.addWidget(self.timeline, 1)
        self.keep_width()  # else texts are set anew where the next contact's timeline is longer
        self.scrolling = TimelineScroll(self, self.timeline.view)
        self.head.link_wanted.connect(desk.open_url)

    def show_reading(self, reading: ContactReading) -> None:
        """Show a contact, all but the timeline, which follows with ``show_timeline``."""
        contact = reading.contact
        same = self.contact is not None and self.contact.id == contact.id
        self.contact = contact
        self.head.show_contact(contact, reading.row.photo_id, reading.tag_colours)
        self.next.show_contact(contact.id, reading.follow_ups)
        self.knowing.show_reading(reading.knowing)
        self.timeline.begin_contact(contact.id, _spoken_name(contact))
        if not same:
            self.verticalScrollBar().setValue(0)
        lay_out_now()

    def show_timeline(self) -> None:
        """Show the timeline of the contact."""
        self.timeline.show_entries()
        lay_out_now()
        self.scrolling.settle()
        lay_out_now()

    def take_details(self, details: Details | None) -> None:
        """Show the details above the timeline, folded, or give them back with None."""
        self._details = details
        self.details_toggle.setVisible(details is not None)
        if details is not None:
            self._holder.addWidget(details)
            self._show_details()

    def _toggle_details(self) -> None:
        self._details_unfolded = not self._details_unfolded
        self._show_details()

    def _show_details(self) -> None:
        sign = "▴" if self._details_unfolded else "▾"
        self.details_toggle.setText(f"{self.tr('Details')} {sign}")
        if self._details is not None:
            self._details.setVisible(self._details_unfolded)


def _spoken_name(contact: Contact) -> str:
    """Return what one calls them: nickname or given name, else the whole short name."""
    details = contact.details
    name = details.nickname or details.name.given or details.display_name
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST_SPOKEN else words[: _LONGEST_SPOKEN - 1] + "…"
