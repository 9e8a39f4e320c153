"""The head of a contact's page: who it is, how we stand, and what to do with them."""

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_words import label_words, role_words, stage_badge
from notebook_app.gui.people.in_place.spot import NAME, STANDING, WORK, Spot
from notebook_app.gui.people.in_place.spot_view import SpotView
from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.people.person_picture import PersonPicture
from notebook_app.gui.people.photo_acts import PhotoActs
from notebook_app.gui.people.photo_shelf import PhotoShelf
from notebook_app.gui.theme import LARGE, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import PlainButton, without_key
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, plain_tool_tip
from notebook_app.model.contact import Contact
from notebook_app.model.name_form import folded
from notebook_app.model.tag import TagColour

_LONGEST_NAME: Final = 300
_LONGEST_BADGE: Final = 40
_DIALLED: Final = frozenset("+0123456789*#,;")
_NARROW_EMS: Final = 33


def call_address(number: str) -> str:
    """Return the ``tel:`` link of a number as it was typed (RFC 3966, without its grouping)."""
    return "tel:" + quote("".join(char for char in number if char in _DIALLED), safe="+*,;")


def mail_address(address: str) -> str:
    """Return the ``mailto:`` link of an e-mail address (RFC 6068)."""
    return "mailto:" + quote(address.strip(), safe="@+.-_")


class ContactHead(QWidget):
    """``link_wanted`` carries a ``tel:`` or ``mailto:`` address."""

    link_wanted = Signal(str)

    def __init__(self, desk: Desk, photos: PhotoShelf, parent: QWidget | None = None) -> None:
        """Take the desk, and where photos come from; the head is empty."""
        super().__init__(parent)
        self.photo_acts = PhotoActs(desk, self)
        self.picture = PersonPicture(photos, self.photo_acts, 4.9)
        self.name = PlainLabel("", TextRole.NAME, wrap=True)
        self.second = PlainLabel("", tone=Tone.MUTED, wrap=True)
        badges = QWidget()
        self._badges = FlowLayout(badges, across=SMALL - 3, down=3)
        self.name_spot = SpotView(Spot(NAME), self.name, name=self.tr("Name"))
        self.work_spot = SpotView(Spot(WORK), self.second, name=self.tr("Organisation"))
        self.standing_spot = SpotView(Spot(STANDING), badges, name=self.tr("Tags, roles, stage"))
        self.spots = (self.name_spot, self.work_spot, self.standing_spot)
        self._shown_badges: list[tuple[str, BadgeKind, TagColour]] | None = None
        self._calls: list[tuple[str, str]] = []
        self._mails: list[tuple[str, str]] = []
        self.call = PlainButton(self.tr("Call"), lambda: self._reach(self.call, self._calls))
        self.mail = PlainButton(self.tr("Email"), lambda: self._reach(self.mail, self._mails))
        self.more = PlainButton("⋯")
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("Edit, log, plan, export, delete"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._buttons = QWidget()
        line = QHBoxLayout(self._buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        for button in (self.call, self.mail, self.more):
            line.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(TIGHT - 2)
        for spot in self.spots:
            words.addWidget(spot)
        words.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(SMALL)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.picture, 0, 0, top)
        self._grid.addLayout(words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._buttons, 0, 2, top)
        self._below = False

    def show_contact(
        self, contact: Contact, photo_id: int | None, tag_colours: Mapping[str, TagColour]
    ) -> None:
        """Show a contact; ``tag_colours`` are by the folded names of tags."""
        details = contact.details
        name = " ".join(details.display_name.split())
        cut = "…" if len(name) > _LONGEST_NAME else ""
        self.name.setText(breakable(name[:_LONGEST_NAME]) + cut)
        second = ", ".join(part for part in (details.title, details.organization) if part)
        if details.department:
            second = " · ".join(part for part in (second, details.department) if part)
        self.second.setText(breakable(" ".join(second[: 2 * _LONGEST_NAME].split())))
        if self.work_spot.editor is None:
            self.work_spot.setVisible(bool(second))
        self.name_spot.set_value(details.display_name)
        self.work_spot.set_value(second)
        self.photo_acts.show_contact(contact.id)
        self.picture.show_person(details.display_name, photo_id)
        self._show_badges(contact, tag_colours)
        self._calls = [
            (_labelled(phone.number, phone.label), call_address(phone.number))
            for phone in details.phones
        ]
        self._mails = [
            (_labelled(email.address, email.label), mail_address(email.address))
            for email in details.emails
        ]
        self._offer(self.call, self._calls, self.tr("There is no phone number yet"))
        self._offer(self.mail, self._mails, self.tr("There is no e-mail address yet"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        below = self.width() < theme_of(self).em(_NARROW_EMS)
        if below != self._below:
            self._below = below
            # A widget, not a layout: Qt for Python takes the items of all that stands around a
            # layout that is taken out for deleted, and the next question for a height crashes.
            if below:
                self._grid.addWidget(self._buttons, 1, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self._buttons, 0, 2, Qt.AlignmentFlag.AlignTop)

    def _show_badges(self, contact: Contact, tag_colours: Mapping[str, TagColour]) -> None:
        none = TagColour.NONE
        badges = [(role_words(role), BadgeKind.ACCENT, none) for role in contact.roles]
        for tag in contact.details.tags:
            words = tag if len(tag) <= _LONGEST_BADGE else f"{tag[:_LONGEST_BADGE]}…"
            badges.append((words, BadgeKind.NEUTRAL, tag_colours.get(folded(tag), none)))
        if contact.stage is not None:
            badges.append((stage_badge(contact.stage), BadgeKind.BLUE, none))
        if badges == self._shown_badges:
            return
        self._shown_badges = badges
        items = [self._badges.itemAt(number) for number in range(self._badges.count())]
        there = [item.widget() for item in items if item is not None]
        # Those that are there are used again: making one takes longer than all else here.
        again = [widget for widget in there if isinstance(widget, Badge)][: len(badges)]
        self._badges.clear(len(again))
        for badge, (text, kind, dot) in zip(again, badges, strict=False):
            badge.show_badge(text, kind, dot)
        for text, kind, dot in badges[len(again) :]:
            self._badges.addWidget(Badge(text, kind, dot=dot))
        if not badges:
            add = PlainLabel(self.tr("+ Tags and roles"), TextRole.SMALL, Tone.MUTED)
            self._badges.addWidget(add)
        self.standing_spot.set_value(", ".join(text for text, _kind, _dot in badges))

    def _offer(self, button: PlainButton, links: Sequence[tuple[str, str]], none: str) -> None:
        button.setEnabled(bool(links))
        words = links[0][0] if len(links) == 1 else "" if links else none
        button.setToolTip(plain_tool_tip(words))

    def _reach(self, button: PlainButton, links: Sequence[tuple[str, str]]) -> None:
        if len(links) == 1:
            self.link_wanted.emit(links[0][1])
            return
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, address in links:
            action = menu.addAction(without_key(words))
            action.triggered.connect(lambda _on=False, to=address: self.link_wanted.emit(to))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _labelled(text: str, label: str) -> str:
    short = " ".join(text[:80].split())
    return f"{label_words(label)}: {short}" if label else short
