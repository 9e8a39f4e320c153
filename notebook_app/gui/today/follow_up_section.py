"""The follow-ups of Today: late ones, today's and this week's, read from the notebook as needed.

However many wait, only a screenful is read and shown at once and some more a moment later; after
"Show all" more follow whenever the end of the list comes near.
"""

from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import MEDIUM
from notebook_app.gui.today.follow_up_card import FollowUpCard
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.chip import Chip
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import SectionHeading
from notebook_app.model.follow_up import QUIET_KINDS
from notebook_app.model.rows import FollowUpRow

_AHEAD_DAYS = 7
_AT_ONCE = 12
_AT_FIRST = 30
_BATCH = 6
_MOMENT_MS = 15


class FollowUpSection(QWidget):
    """``step_wanted`` carries a card and +1 or -1; ``filtered`` tells that a chip was chosen."""

    step_wanted = Signal(QWidget, int)
    filtered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(parent)
        self._desk = desk
        self._ids: list[int] = []
        self._expanded = False
        self.cards: list[FollowUpCard] = []
        self.everything = Chip("")
        self.quiet = Chip(self.tr("10 quiet minutes"))
        self.quiet.setToolTip(self.tr("Only what needs no talking: e-mails, notes, thanks"))
        self.everything.setChecked(True)
        self.phone = Chip(self.tr("On the phone"), checkable=False)
        self.phone.setToolTip(self.tr("Only the calls, one after the other (Ctrl+Shift+P)"))
        self.phone.clicked.connect(lambda: desk.ask(Act.ON_THE_PHONE))
        group = QButtonGroup(self)
        for chip in (self.everything, self.quiet):
            group.addButton(chip)
            chip.clicked.connect(self.filtered)
        self.all_button = LinkButton("", self.show_all)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MOMENT_MS)
        self._timer.timeout.connect(self._fill_up)
        self._lay_out()

    @property
    def total(self) -> int:
        """How many follow-ups there are within the filter."""
        return len(self._ids)

    def read(self, today: date) -> None:
        """Read what is due, and show it in the cards that are there already where possible."""
        store = self._desk.notebook.follow_ups
        until = today + timedelta(days=_AHEAD_DAYS)
        ids = store.ids_for_today(today, until)
        self.phone.setVisible(self._desk.offers(Act.ON_THE_PHONE))
        count = self.locale().toString(len(ids))
        self.everything.set_words(self.tr("Everything {count}").format(count=count))
        self._ids = (
            store.ids_for_today(today, until, QUIET_KINDS) if self.quiet.isChecked() else ids
        )
        self._show(self._ids[: min(max(_AT_ONCE, len(self.cards)), self._most())])
        self._timer.start()

    def show_all(self) -> None:
        """Go on with the list, as far as it is scrolled."""
        self._expanded = True
        while len(self.cards) <= _AT_FIRST and self.show_more():
            pass
        if len(self.cards) > _AT_FIRST:
            self.cards[_AT_FIRST].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_more(self) -> bool:
        """Show the next few; return whether there were any to show."""
        start = len(self.cards)
        ids = self._ids[start : min(start + _BATCH, self._most())]
        if not ids:
            return False
        for row in self._desk.notebook.follow_ups.rows_in_order(ids):
            card = self._new_card(row)
            self._column.addWidget(card)
            # Shown now, not by the layout in a moment: it may get the focus at once.
            card.show()
            self.cards.append(card)
        self._show_openers(start)
        self._order_tabs(start)
        self._offer_more()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing more for nobody: the notebook may be closed next."""
        super().hideEvent(event)
        self._timer.stop()

    def _fill_up(self) -> None:
        if len(self.cards) < _AT_FIRST and self.show_more():
            self._timer.start()

    def _most(self) -> int:
        return len(self._ids) if self._expanded else min(_AT_FIRST, len(self._ids))

    def _show(self, ids: list[int]) -> None:
        focused = self._focused_place()
        present = {card.row_shown.id: card for card in self.cards}
        rows = {row.id: row for row in self._desk.notebook.follow_ups.rows_in_order(ids)}
        for follow_up_id in present.keys() - rows.keys():
            card = present.pop(follow_up_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for place, row in enumerate(rows.values()):
            card = present.get(row.id) or self._new_card(row)
            card.show_row(row)
            item = self._column.itemAt(place)
            if item is None or item.widget() is not card:
                self._column.insertWidget(place, card)
            self.cards.append(card)
        self._show_openers(0)
        self._order_tabs(0)
        self._offer_more()
        if focused is not None and self.cards:
            self.cards[min(focused, len(self.cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_openers(self, start: int) -> None:
        """Say what to begin with in ten quiet minutes, and in no others."""
        cards = self.cards[start:]
        if not self.quiet.isChecked():
            for card in cards:
                card.show_opener(None)
            return
        from notebook_app.services.find_openers import find_openers

        found = find_openers(self._desk.notebook, [card.row_shown for card in cards])
        for card in cards:
            card.show_opener(found.get(card.row_shown.id))

    def _new_card(self, row: FollowUpRow) -> FollowUpCard:
        card = FollowUpCard(self._desk, row)
        card.step_wanted.connect(lambda step, stepped=card: self.step_wanted.emit(stepped, step))
        return card

    def _focused_place(self) -> int | None:
        """Return the place of the card with the focus, to be kept when the card goes away."""
        return next((at for at, card in enumerate(self.cards) if card.holds_focus()), None)

    def _offer_more(self) -> None:
        self.all_button.setVisible(len(self._ids) > _AT_FIRST and not self._expanded)
        count = self.locale().toString(len(self._ids))
        self.all_button.setText(self.tr("Show all {count}").format(count=count))

    def _order_tabs(self, start: int) -> None:
        before: QWidget = self.cards[start - 1].done_button if start else self.phone
        for card in self.cards[start:]:
            opener = (card.opener.copy_button, card.opener.write_button) if card.opener else ()
            for widget in (card, *opener, card.later_button, card.done_button):
                QWidget.setTabOrder(before, widget)
                before = widget

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MEDIUM - 2)
        head.addWidget(SectionHeading(self.tr("Follow up")))
        head.addStretch(1)
        chips = QWidget()
        flow = FlowLayout(chips, across=MEDIUM - 2)
        for chip in (self.everything, self.quiet, self.phone):
            flow.addWidget(chip)
        head.addWidget(chips)
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM - 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._column)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
