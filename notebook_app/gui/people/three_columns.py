"""The three columns of the page of people, and where the details go when there is no room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.card import ScrollColumn

if TYPE_CHECKING:
    from notebook_app.gui.people.contact_column import ContactColumn
    from notebook_app.gui.people.details import Details

_LIST_EMS = 23
_NARROW_LIST_EMS = 20
_NARROWEST_LIST_EMS = 14
_NARROWEST_CONTACT_EMS = 30
_SIDE_EMS = 19.4
_HANDLES_EMS = 3


class ThreeColumns(QSplitter):
    """The list, the contact, the details; in a narrow window the details fold into the contact.

    Widths that the user has chosen stay; until then they follow window and font.
    """

    def __init__(self, people: QWidget, parent: QWidget | None = None) -> None:
        """Take the first column; ``middle`` can show other things in the contact's place."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = people
        self._contact: ContactColumn | None = None
        self._details: Details | None = None
        self._chosen = False
        self._folded = False
        self._table = False
        self.middle = QStackedWidget()
        self._side = ScrollColumn()
        self._side.keep_width()
        for number, column in enumerate((people, self.middle, self._side)):
            self.addWidget(column)
            self.setStretchFactor(number, 1 if number == 1 else 0)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(lambda _at, _number: self._choose())
        theme_of(self).changed.connect(self.fit)

    def take_contact(self, contact: "ContactColumn", details: "Details") -> None:
        """Take what shows a contact, for whom there was room from the beginning."""
        self._contact, self._details = contact, details
        self.middle.addWidget(contact)
        self._place_details()
        self._side.setVisible(self._contact_in_sight() and not self._folded)

    def show_in_the_middle(self, widget: QWidget) -> None:
        """Show the contact with its details, or something else that has none."""
        if self.middle.indexOf(widget) < 0:
            self.middle.addWidget(widget)
        before, focused = self.middle.currentWidget(), QApplication.focusWidget()
        held = before not in (None, widget) and before.isAncestorOf(focused or self)
        self.middle.setCurrentWidget(widget)
        if held:
            # Qt would give the focus to the first of what is shown now: the photo, which
            # Delete takes away.
            self._people.setFocus(Qt.FocusReason.OtherFocusReason)
        self._side.setVisible(self._contact_in_sight() and not self._folded)

    def give_room_for_table(self, table: bool) -> None:
        """Give the first column most of the width, or what a list needs."""
        if table != self._table:
            self._table = table
            self._chosen = False
            self.fit()

    def chosen_widths(self) -> list[int]:
        """Return the widths that the user has chosen, or none."""
        return self.sizes() if self._chosen and not self._folded else []

    def take_widths(self, widths: Sequence[int]) -> None:
        """Take up the widths that the user had chosen."""
        if len(widths) == self.count():
            self.setSizes(list(widths))
            self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the details, or unfold them."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Fit the columns to the window and the font."""
        theme = theme_of(self)
        self._people.setMinimumWidth(min(theme.em(_NARROWEST_LIST_EMS), self.width() // 3))
        self._fold(self._table or self.width() < self._needed())
        self._side.setVisible(self._contact_in_sight() and not self._folded)
        if not self._chosen:
            wanted = theme.em(_NARROW_LIST_EMS if self._folded else _LIST_EMS)
            listed = min(wanted, max(self._people.minimumWidth(), self.width() // 3))
            if self._table:
                most = self.width() - self._narrowest() - 2 * self.handleWidth()
                listed = max(self._people.minimumWidth(), min(self.width() * 11 // 20, most))
            side = theme.em(_SIDE_EMS)
            self.setSizes([listed, max(1, self.width() - listed - side), side])

    def _needed(self) -> int:
        beside = theme_of(self).em(_SIDE_EMS + _HANDLES_EMS)
        return self._people.minimumWidth() + self._narrowest() + beside

    def _narrowest(self) -> int:
        """Return the least width at which the middle column is good to read."""
        return theme_of(self).em(_NARROWEST_CONTACT_EMS)

    def _contact_in_sight(self) -> bool:
        """Return whether the contact is shown, or will be as soon as it is built."""
        return self.middle.currentWidget() is self._contact

    def _fold(self, folded: bool) -> None:
        if folded != self._folded:
            self._folded = folded
            self._place_details()

    def _place_details(self) -> None:
        if self._contact is None or self._details is None:
            return
        self._contact.take_details(self._details if self._folded else None)
        if not self._folded:
            self._side.column.insertWidget(0, self._details)
            self._details.show()

    def _choose(self) -> None:
        self._chosen = True
