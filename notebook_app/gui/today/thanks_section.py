"""Whom to thank: favours that were received and not answered with a word yet."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.more_button import MoreButton
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.labels import SectionHeading
from notebook_app.model.offering import FavourRow

_SHOWN = 5
_MORE_AT_ONCE = 20


class ThanksCard(PersonCard):
    """Who did what; with ``Thanked`` and ``Plan…``."""

    def __init__(self, desk: Desk, row: FavourRow, parent: QWidget | None = None) -> None:
        """Take the favour to show."""
        super().__init__(desk, parent)
        # Loaded with the first favour: most days there is none.
        from notebook_app.gui.knowing.favour_words import owed_words

        self._row = row
        words = owed_words(row, by_name=False)
        name = row.contact_name
        self.avatar.show_stored(name, row.photo_id, photo_loader(desk.notebook))
        self.show_name(name)
        self.head.addStretch(1)
        self.second.setText(words)
        self.plan_button = PlainButton(self.tr("Plan…"), self.plan)
        self.plan_button.setToolTip(self.tr("Plan how to thank them (P)"))
        self.plan_button.setAccessibleName(self.tr("Plan: {name}").format(name=name))
        self.thanked_button = PlainButton(self.tr("Thanked"), self.thank)
        self.thanked_button.setToolTip(self.tr("You have said thank you (T)"))
        self.thanked_button.setAccessibleName(self.tr("Thanked: {name}").format(name=name))
        self.add_button(self.plan_button)
        self.add_button(self.thanked_button)
        self.setAccessibleName(f"{name}, {words}")
        self.clicked.connect(lambda: desk.open_contact(row.draft.contact_id))
        self.listen({Qt.Key.Key_P: self.plan, Qt.Key.Key_T: self.thank})

    def plan(self) -> None:
        """Plan a follow-up with them."""
        show_plan_form(self.desk, self, contact_id=self._row.draft.contact_id)

    def thank(self) -> None:
        """Write down that thanks were said."""
        from notebook_app.services.keep_favours import thank_for_favour

        notebook, favour_id = self.desk.notebook, self._row.id
        self.desk.perform(lambda: thank_for_favour(notebook, favour_id))


class ThanksSection(QWidget):
    """Hidden while nobody waits. ``step_wanted`` carries a card and +1 or -1."""

    step_wanted = Signal(QWidget, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self.cards: list[ThanksCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM - 2)
        self._column.addWidget(SectionHeading(self.tr("Whom to thank")))
        self._most = _SHOWN
        self.more_button = MoreButton(self.tr("Whom to thank"), self.show_more, self)
        self.hide()

    def read(self, today: date) -> None:
        """Read who waits for a thank-you, and show them if they are others than before."""
        favours = self._desk.notebook.favours
        rows = favours.to_thank(today, self._most)
        more = favours.count_to_thank(today) - len(rows) if len(rows) == self._most else 0
        self.setVisible(bool(rows))
        if (rows, more) == self._shown:
            return
        self._shown = rows, more
        focused = next((at for at, card in enumerate(self.cards) if _has_focus(card)), None)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ThanksCard(self._desk, row) for row in rows]
        for card in self.cards:
            card.step_wanted.connect(
                lambda step, stepped=card: self.step_wanted.emit(stepped, step)
            )
            self._column.addWidget(card)
            card.show()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.show_count(more)
        if focused is not None and self.cards:
            last = len(self.cards) - 1
            self.cards[min(focused, last)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_more(self) -> None:
        """Show the next ones, and go to the first of them."""
        first = len(self.cards)
        self._most += _MORE_AT_ONCE
        self.read(self._desk.clock.today())
        if first < len(self.cards):
            self.cards[first].setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(card: QWidget) -> bool:
    focus = card.window().focusWidget()
    return focus is not None and (focus is card or card.isAncestorOf(focus))
