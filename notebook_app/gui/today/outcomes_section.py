"""Whom to tell how it went: those through whom work came that was won or lost since."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.owed_section import OwedSection
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.conversation import Channel

if TYPE_CHECKING:
    # Loaded with the first one who waits: most days there is nobody.
    from notebook_app.model.opportunity_rows import OutcomeToTell

_LONGEST = 60


class OutcomeCard(PersonCard):
    """Who brought what, and how it went; with ``Tell…`` and ``They know``."""

    def __init__(self, desk: Desk, outcome: "OutcomeToTell", parent: QWidget | None = None) -> None:
        """Take who waits to hear what."""
        super().__init__(desk, parent)
        from notebook_app.model.opportunity import OpportunityState

        self._outcome = outcome
        won = outcome.state is OpportunityState.WON
        title, client = _short(outcome.title), _short(outcome.client)
        form = self.tr("Let them know that “{title}” for {client} was won ({day})")
        if not won:
            form = self.tr("Let them know that “{title}” for {client} came to nothing ({day})")
        day = short_day(outcome.closed_on, desk.clock.today(), self.locale())
        words = form.format(title=title, client=client, day=day)
        told = self.tr("Told them that “{title}” for {client} was won.")
        if not won:
            told = self.tr("Told them that “{title}” for {client} came to nothing.")
        self._text = told.format(title=title, client=client)
        name = outcome.referrer
        self.avatar.show_stored(name, outcome.photo_id, photo_loader(desk.notebook))
        self.show_name(name)
        self.head.addStretch(1)
        self.second.setText(words)
        self.knows_button = PlainButton(self.tr("They know"), self.knows)
        self.knows_button.setToolTip(self.tr("Nothing more is written down (K)"))
        self.knows_button.setAccessibleName(self.tr("They know: {name}").format(name=name))
        self.tell_button = PlainButton(self.tr("Told…"), self.offer)
        self.tell_button.setToolTip(self.tr("Write down how you told them (T)"))
        self.tell_button.setAccessibleName(self.tr("Told: {name}").format(name=name))
        self.add_button(self.knows_button)
        self.add_button(self.tell_button)
        self.setAccessibleName(f"{name}, {words}")
        self.clicked.connect(lambda: desk.open_contact(outcome.referrer_id))
        self.listen({Qt.Key.Key_T: self.offer, Qt.Key.Key_K: self.knows, Qt.Key.Key_P: self.plan})
        self.menu: QMenu | None = None

    def offer(self) -> None:
        """Ask by what means they were told; the conversation is logged with it."""
        menu = self.menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for channel in Channel:
            words = channel_name(channel)
            action = menu.addAction(words[:1].upper() + words[1:])
            action.triggered.connect(lambda _on=False, by=channel: self.tell(by))
        menu.addSeparator()
        plan = menu.addAction(self.tr("Not yet: plan it…") + "\t" + self.tr("P"))
        plan.triggered.connect(lambda _on=False: self.plan())
        menu.popup(self.tell_button.mapToGlobal(self.tell_button.rect().bottomLeft()))

    def tell(self, channel: Channel) -> None:
        """Write down that they were told, by these means."""
        self._told(channel)

    def knows(self) -> None:
        """Write down that they know, without a conversation."""
        self._told(None)

    def plan(self) -> None:
        """Plan when to tell them."""
        show_plan_form(self.desk, self, contact_id=self._outcome.referrer_id)

    def _told(self, channel: Channel | None) -> None:
        from notebook_app.services.tell_outcome import tell_outcome

        notebook, favour_id, text = self.desk.notebook, self._outcome.favour_id, self._text
        self.desk.perform(lambda: tell_outcome(notebook, favour_id, channel, text))


class OutcomesSection(OwedSection["OutcomeToTell"]):
    """Referrers who wait to hear how it went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(desk, desk.tr("Whom to tell how it went"), parent)

    def rows(self, today: date, most: int) -> "Sequence[OutcomeToTell]":
        """Return who waits, what was decided last first."""
        notebook = self._desk.notebook
        if not notebook.favours.count_to_tell(today):
            return ()
        return notebook.referrals.to_tell(today, most)

    def count(self, today: date) -> int:
        """Return how many wait."""
        return self._desk.notebook.favours.count_to_tell(today)

    def card(self, row: "OutcomeToTell") -> OutcomeCard:
        """Return the card of one of them."""
        return OutcomeCard(self._desk, row)


def _short(text: str) -> str:
    flat = " ".join(text[:200].split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…"
